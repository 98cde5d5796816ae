import { given } from '../../../test/support/given.js';
import { LembarKerjaAdaptor } from '../../infra/documents/lembar-kerja.adaptor.js';
import { kalimat } from '../../infra/kalimat-penolakan.js';
import type { Baca } from '../../kernel/execute.js';
import { elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { indukNomenklatur, tingkatNomenklatur } from './kode.decider.js';
import { bacaBerkasNomenklatur } from './nomenklatur.berkas.js';
import {
  catatKode,
  kodeDicatat,
  nomenklaturDisusun,
  nomenklaturDitetapkan,
  susunNomenklatur,
  tetapkanNomenklatur,
} from './nomenklatur.contoh.js';
import { type NomenklaturEvent, nomenklatur } from './nomenklatur.decider.js';
import { nomenklaturTahun } from './nomenklatur.fakta.js';
import { VERSI_NOMENKLATUR } from './versi.js';

const DISUSUN = nomenklaturDisusun();
const URUSAN = kodeDicatat('2', 'urusan');

describe('Susun', () => {
  it('menyusun satu versi dengan Keputusannya', () =>
    given(nomenklatur).when(susunNomenklatur).then(DISUSUN));
  it('tidak berubah bila diulang', () => given(nomenklatur, DISUSUN).when(susunNomenklatur).then());
  it.each(['v1', '2023-2', '1999', '20233'])('menolak versi %s', (versi) =>
    given(nomenklatur)
      .when({ ...susunNomenklatur, versi })
      .ditolak('KODE_TIDAK_SAH'),
  );
  it('menolak kertas dengan isi lain, dan tanggal yang tidak ada', () => {
    given(nomenklatur, DISUSUN)
      .when({ ...susunNomenklatur, nama: 'Lain' })
      .ditolak('SUDAH_ADA_BERBEDA');
    given(nomenklatur)
      .when({ ...susunNomenklatur, mulaiBerlaku: '2023-02-30' })
      .ditolak('TANGGAL_TIDAK_SAH');
  });
  it('menolak tanggal berlaku lain setelah ditetapkan', () =>
    given(nomenklatur, DISUSUN, URUSAN, nomenklaturDitetapkan(1))
      .when({ ...susunNomenklatur, ...elektronik, mulaiBerlaku: '2024-01-01' })
      .ditolak('NOMENKLATUR_SUDAH_DITETAPKAN'));
});

describe('CatatKode', () => {
  it('mencatat kode di bawah induknya', () =>
    given(nomenklatur, DISUSUN, URUSAN)
      .when({ ...catatKode('2.07'), satuan: 'Orang' })
      .then(kodeDicatat('2.07', 'bidang', { satuan: 'Orang' })));
  it('tidak berubah bila diulang', () => given(nomenklatur, DISUSUN, URUSAN).when(catatKode('2')).then());
  it('membetulkan nama yang salah muat, juga setelah ditetapkan, dengan menyebut yang lama', () =>
    given(nomenklatur, DISUSUN, URUSAN, nomenklaturDitetapkan(1))
      .when({ ...catatKode('2', 'Nama betul'), ...elektronik })
      .then(
        kodeDicatat('2', 'urusan', {
          nama: 'Nama betul',
          sebelum: { nama: 'Tenaga Kerja', satuan: null },
          ...elektronik,
        }),
      ));
  it.each([
    ['kertas dengan nama lain', catatKode('2', 'Lain'), 'SUDAH_ADA_BERBEDA'],
    ['kode tanpa induk', catatKode('3.07'), 'INDUK_NOMENKLATUR_TIDAK_DIKENAL'],
    ['kode yang bukan nomenklatur', catatKode('5.1.02'), 'KODE_NOMENKLATUR_TIDAK_SAH'],
    ['sub kegiatan dua angka', catatKode('2.07.03.2.01.01'), 'KODE_NOMENKLATUR_TIDAK_SAH'],
    ['nama kosong', catatKode('3', ' '), 'TEKS_TIDAK_SAH'],
  ] as const)('menolak %s', (_, perintah, kode) =>
    given(nomenklatur, DISUSUN, URUSAN).when(perintah).ditolak(kode),
  );
  it('menolak kode sebelum versinya disusun', () =>
    given(nomenklatur).when(catatKode('2')).ditolak('NOMENKLATUR_BELUM_DISUSUN'));
});

describe('Tetapkan', () => {
  it('menetapkan versi dengan jumlah kodenya', () =>
    given(nomenklatur, DISUSUN, URUSAN).when(tetapkanNomenklatur).then(nomenklaturDitetapkan(1)));
  it('tidak berubah bila diulang', () =>
    given(nomenklatur, DISUSUN, URUSAN, nomenklaturDitetapkan(1)).when(tetapkanNomenklatur).then());
  it('menolak yang kosong dan yang belum disusun', () => {
    given(nomenklatur, DISUSUN).when(tetapkanNomenklatur).ditolak('NOMENKLATUR_KOSONG');
    given(nomenklatur).when(tetapkanNomenklatur).ditolak('NOMENKLATUR_BELUM_DISUSUN');
  });
});

describe('kode', () => {
  it.each([
    ['2', 'urusan', null],
    ['2.07', 'bidang', '2'],
    ['2.07.03', 'program', '2.07'],
    ['2.07.03.2.01', 'kegiatan', '2.07.03'],
    ['2.07.03.2.01.0001', 'sub-kegiatan', '2.07.03.2.01'],
    ['2.07.03.2', null, '2.07.03'],
    ['2.07.03.3.01', null, '2.07.03'],
    ['2.7', null, '2'],
  ] as const)('%s: %s di bawah %s', (kode, tingkat, induk) => {
    expect(tingkatNomenklatur('2023', kode)).toBe(tingkat);
    expect(indukNomenklatur(kode)).toBe(induk);
  });
  it('sub kegiatan dua angka sampai versi 2021, empat angka sejak versi 2023', () => {
    expect(tingkatNomenklatur('2021', '2.07.03.2.01.01')).toBe('sub-kegiatan');
    expect(tingkatNomenklatur('2021', '2.07.03.2.01.0001')).toBeNull();
    expect(tingkatNomenklatur('2023', '2.07.03.2.01.01')).toBeNull();
  });
  it('ketujuh versi yang diketahui berurut menurut tahunnya dan dapat disusun', () => {
    expect(VERSI_NOMENKLATUR.map((v) => v.versi)).toEqual('2019 2020 2021 2023 2024 2025 2026'.split(' '));
    for (const v of VERSI_NOMENKLATUR)
      expect(
        nomenklatur.decide({ ...susunNomenklatur, ...v, mulaiBerlaku: v.dasar.tanggal }, nomenklatur.initial),
      ).toHaveLength(1);
  });
});

describe('versi yang berlaku pada satu tahun', () => {
  const log: Readonly<Record<string, readonly NomenklaturEvent[]>> = {
    '00.2020': [nomenklaturDisusun({ mulaiBerlaku: '2020-10-05' }), URUSAN, nomenklaturDitetapkan(1)],
    '00.2023': [DISUSUN, URUSAN, nomenklaturDitetapkan(1)],
    '00.2024': [nomenklaturDisusun({ mulaiBerlaku: '2024-08-27' }), URUSAN],
  };
  const baca: Baca = (decider, id) => {
    const events = (log[id] ?? []) as never[];
    const state = events.reduce((s, e, i) => decider.evolve(s, e, i), decider.initial);
    return { state, stream: `${decider.kategori}-${id}`, rev: events.length - 1 };
  };
  it.each([
    [2019, undefined],
    [2020, undefined],
    [2021, '2020'],
    [2023, '2020'],
    [2024, '2023'],
    [2026, '2023'],
  ])('tahun %s: %s', (tahun, versi) => expect(nomenklaturTahun(baca, tahun)?.versi).toBe(versi));
});

describe('berkas', () => {
  const baca = (isi: string | Uint8Array) =>
    bacaBerkasNomenklatur(new LembarKerjaAdaptor(null), typeof isi === 'string' ? Buffer.from(isi) : isi);
  const sebab = (isi: string | Uint8Array): Promise<unknown> =>
    baca(isi).catch((e: { rincian: { sebab: string } }) => e.rincian.sebab);
  it('membaca kolom menurut judulnya, dengan nomor baris yang dilihat orang', async () =>
    expect(
      (await baca('\ufeffNama;Kode;Satuan\r\n"Tenaga; Kerja";2.07;\r\nPelatihan;2.07.03;Orang\r\n')).baris,
    ).toEqual([
      { nomor: 2, kode: '2.07', nama: 'Tenaga; Kerja', satuan: null },
      { nomor: 3, kode: '2.07.03', nama: 'Pelatihan', satuan: 'Orang' },
    ]));
  it.each([
    ['kutip yang tidak ditutup', 'kode;nama\n2;"Urusan', /tanda kutip di baris 2 tidak ditutup/],
    ['kolom lain', 'a;b\n1;2', /kolom kode dan nama/],
    ['bukan UTF-8', Uint8Array.of(0x61, 0xe9), /UTF-8/],
    ['terlalu besar', 'a'.repeat(5 * 1024 * 1024 + 1), /5 MB/],
    ['terlalu banyak baris', `kode;nama\n${'2;x\n'.repeat(20_001)}`, /20001 baris/],
  ])('menolak %s', async (_, isi, harapan) => expect(await sebab(isi)).toMatch(harapan));
  it('baris yang tidak dapat dibaca disebut nomornya, dalam bahasa Indonesia', async () => {
    const { baris, ditolak } = await baca('kode;nama\n2;Urusan\n2.07;Tenaga;kerja\n2.07.03;Pelatihan\n');
    expect(baris.map((b) => b.kode)).toEqual(['2', '2.07.03']);
    expect(ditolak.map((d) => [d.nomor, kalimat(d.penolakan)])).toEqual([
      [3, 'Isi sel tidak sah: baris ini memuat 3 sel, sedangkan judulnya 2.'],
    ]);
  });
  it('XLSX dibaca sama; kode yang tersimpan sebagai angka ditolak, sebab nolnya dapat hilang', async () => {
    const T = (nilai: string) => ({ jenis: 'teks', nilai }) as const;
    const lembar = {
      nama: 'Nomenklatur',
      kolom: (['kode', 'nama'] as const).map((k) => ({ kunci: k, judul: k, jenis: 'teks' }) as const),
      baris: [
        [T('2'), T('Urusan')],
        [{ jenis: 'angka', nilai: '2.1' } as const, T('Bidang')],
      ],
    };
    const adaptor = new LembarKerjaAdaptor(null);
    const { baris, ditolak } = await baca(await adaptor.tulis([lembar], 'xlsx'));
    expect(baris).toEqual([{ nomor: 2, kode: '2', nama: 'Urusan', satuan: null }]);
    expect(ditolak).toMatchObject([{ nomor: 3, penolakan: { kode: 'SEL_TIDAK_SAH' } }]);
  });
});
