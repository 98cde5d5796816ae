import { bacaDari } from '../../test/support/baca.js';
import type { DomainEvent, Pejabat } from '../kernel/decider.js';
import type { Isian } from '../kernel/lembar-kerja.js';
import { iku } from '../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { DefinisiIndikator } from '../planning/renstra/renstra.decider.js';
import { dikenalTahun, type Peringatan, tanyaTarget, tanyaTriwulan } from './peringatan.js';
import type { BarisTerisi } from './templat.js';

const K = { pemda: '61.71', opd: 'disnaker', tahun: 2024 };
const oleh: Pejabat = {
  subjek: null,
  jabatan: '61.71.disnaker.perencana',
  sebutan: 'Perencana',
  status: null,
};
const peristiwa = (type: string, data: object): DomainEvent => ({
  type,
  data: { oleh, cara: 'elektronik', sebelum: null, berdasarkan: [], ...data },
});
const indikator = (kode: string, isi: Partial<DefinisiIndikator> = {}): DomainEvent =>
  peristiwa('IndikatorDitetapkan', iku(kode, isi));
const target = (kode: string, tahun: number, nilai: string): DomainEvent =>
  peristiwa('TargetRenstraDitetapkan', { indikator: kode, tahun, target: nilai });
const RENSTRA = [
  peristiwa('RenstraDisusun', { mulai: 2022, selesai: 2026, visi: null, misi: null }),
  indikator('IKU-1'),
  indikator('BARU'),
  indikator('JUMLAH', { agregasi: 'jumlah', satuan: 'orang' }),
  target('IKU-1', 2023, '90.00'),
  target('JUMLAH', 2023, '100'),
];
const diukur = (kode: string, isi: object): DomainEvent =>
  peristiwa('RealisasiDicatat', {
    indikator: kode,
    realisasi: null,
    pembilang: null,
    penyebut: null,
    faktorPendukung: null,
    faktorPenghambat: null,
    tindakLanjut: null,
    ...isi,
  });
const STREAM = {
  'Renstra-61.71.disnaker.2022': RENSTRA,
  'Pengukuran-61.71.disnaker.2023.tw4': [diukur('IKU-1', { pembilang: '2', penyebut: '3' })],
};
const baca = bacaDari(STREAM);
const baris = (isian: Isian, nomor = 2): BarisTerisi => ({ nomor, isian, tetap: false });
const kode = (semua: readonly Peringatan[]): string[] => semua.map((p) => `${p.baris} ${p.kolom} ${p.kode}`);
const tanya = (isian: Isian, k = K): readonly Peringatan[] =>
  tanyaTarget('RKT', baris(isian), (b, i) => dikenalTahun(b, k, i))(baca);

describe('peringatan atas baris lembar kerja', () => {
  it('realisasi tahun lalu menurut rumus capaian, dibulatkan seperti di laporan', () => {
    expect(tanya({ indikator: 'IKU-1', target: '66.67' }).map((p) => p.kalimat)).toEqual([
      'Target 66,67 % lebih rendah daripada target tahun 2023, 90,00 %.',
    ]);
    expect(tanya({ indikator: 'IKU-1', target: '66.66' })[0]).toEqual({
      lembar: 'RKT',
      baris: 2,
      kolom: 'Target',
      kode: 'LEBIH_BURUK_DARI_REALISASI_LALU',
      kalimat: 'Target 66,66 % lebih rendah daripada realisasi tahun 2023, 66,67 %.',
    });
  });

  it('tanpa catatan tahun lalu, indikator tidak dikenal, atau tahun tanpa Renstra: tidak ada yang dikatakan', () => {
    expect(tanya({ indikator: 'BARU', target: '1' })).toEqual([]);
    expect(tanya({ indikator: 'TIADA', target: '0' })).toEqual([]);
    expect(tanya({ indikator: 'IKU-1', target: '0' }, { ...K, tahun: 2031 })).toEqual([]);
    expect(tanya({ indikator: 'IKU-1', target: null })).toEqual([]);
  });

  it('target nol dan satuan lain disebut juga tanpa catatan tahun lalu', () =>
    expect(kode(tanya({ indikator: 'BARU', target: '0', satuan: 'orang' }))).toEqual([
      '2 Target TARGET_NOL',
      '2 Satuan SATUAN_BERBEDA',
    ]));

  it('target yang tidak sah hanya ditanyakan satuannya', () =>
    expect(kode(tanya({ indikator: 'IKU-1', target: '1..2', satuan: 'orang' }))).toEqual([
      '2 Satuan SATUAN_BERBEDA',
    ]));

  describe('target triwulan', () => {
    const empat = (indikator: string, ...isi: (string | null)[]): BarisTerisi[] =>
      isi.map((t, i) => baris({ indikator, triwulan: `${i + 1}`, target: t }, i + 2));
    const semua = (b: readonly BarisTerisi[]): string[] =>
      kode(b.flatMap((satu) => tanyaTriwulan('Rencana Aksi', satu, b, K)(baca)));

    it('hanya yang terakhir dibandingkan dengan tahun lalu', () =>
      expect(semua(empat('IKU-1', '10', '20', '0', '80'))).toEqual([
        '4 Target TARGET_NOL',
        '5 Target TURUN_UNTUK_POLARITAS_NAIK',
      ]));

    it('yang dijumlahkan dibandingkan jumlahnya, bila keempatnya ada', () => {
      expect(semua(empat('JUMLAH', '0', '50', '0', '50'))).toEqual([]);
      expect(semua(empat('JUMLAH', '0', '50', '0', '49'))).toEqual(['5 Target TURUN_UNTUK_POLARITAS_NAIK']);
      expect(semua(empat('JUMLAH', '0', '0', '0', '0'))).toEqual([
        '5 Target TARGET_NOL',
        '5 Target TURUN_UNTUK_POLARITAS_NAIK',
      ]);
      expect(semua(empat('JUMLAH', '0', null, '0', '0'))).toEqual([]);
    });
  });

  it('indikator yang dialihkan dibandingkan dengan catatannya di perangkat daerah asal', () => {
    const diterima = peristiwa('IndikatorDiterima', {
      indikator: 'IKU-9',
      dari: { opd: 'disnaker', mulai: 2022, kode: 'IKU-1' },
      sejak: 2024,
      alasan: 'SOTK baru',
      induk: null,
      definisi: iku('IKU-9', { nama: 'Indikator pindahan' }),
      target: [],
    });
    const pindah = bacaDari({
      ...STREAM,
      'Renstra-61.71.disnakertrans.2024': [
        peristiwa('RenstraDisusun', { mulai: 2024, selesai: 2026, visi: null, misi: null }),
        diterima,
      ],
    });
    const k = { ...K, opd: 'disnakertrans' };
    const b = baris({ indikator: 'IKU-9', target: '60' });
    expect(kode(tanyaTarget('RKT', b, (baca, i) => dikenalTahun(baca, k, i))(pindah))).toEqual([
      '2 Target LEBIH_BURUK_DARI_REALISASI_LALU',
      '2 Target TURUN_UNTUK_POLARITAS_NAIK',
    ]);
  });
});
