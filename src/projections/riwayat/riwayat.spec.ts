import { acak } from '../../../test/contract/runner.contoh.js';
import { di, project, rekam } from '../../../test/support/project.js';
import { STREAM, TAHUN } from '../../../test/support/tahun.contoh.js';
import { TahunAcak } from '../../../test/support/tahun-acak.js';
import { CONTOH } from '../../infra/event-store/peristiwa.contoh.js';
import type { DomainEvent } from '../../kernel/decider.js';
import { dokumenDitetapkan, paguDigeser } from '../../planning/anggaran/anggaran.contoh.js';
import * as iku from '../../planning/iku/iku.contoh.js';
import * as pk from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import * as aksi from '../../planning/rencana-aksi/rencana-aksi.contoh.js';
import * as rkt from '../../planning/rencana-kinerja/rencana-kinerja.contoh.js';
import * as renstra from '../../planning/renstra/renstra.contoh.js';
import * as ukur from '../../reporting/pengukuran/pengukuran.contoh.js';
import { JENIS_PERISTIWA } from './kalimat.js';
import { type BarisRiwayat, riwayatView, tandaRiwayat, urutPosisi } from './riwayat.projection.js';

const satu = (stream: string, event: DomainEvent): BarisRiwayat | undefined =>
  project(riwayatView, rekam(di(stream, event))).get(urutPosisi(0));
const kalimat = (stream: string, event: DomainEvent) => satu(stream, event)?.kalimat;
const oleh = { oleh: pk.perencana, cara: 'elektronik' } as const;
const dicatat = (event: DomainEvent): DomainEvent => ({ ...event, data: { ...event.data, ...pk.dicatat } });

describe('kalimat', () => {
  it('menyebut angka sebelum dan sesudah serta alasan sebuah koreksi', () => {
    const row = satu(STREAM.tw(4), ukur.terkoreksi);
    expect(row).toMatchObject({
      jabatan: 'Kasubbag Perencanaan',
      jenis: 'RealisasiDikoreksi',
      sebelum: '91.08',
      sesudah: '91.20',
      indikator: ['IKU-1'],
    });
    expect(row?.kalimat).toBe(
      'Kasubbag Perencanaan mengoreksi realisasi IKU-1 triwulan 4 tahun 2023 dari 91,08 menjadi 91,20 dengan alasan: Data BPS direvisi.',
    );
  });

  it('mencetak angka dan rupiah menurut kebiasaan Indonesia', () => {
    const pagu = {
      jenis: 'murni',
      kode: '2.07.03',
      tingkat: 'program',
      nama: null,
      sumberDana: null,
    } as const;
    const isi = { ...pagu, pagu: '600000000', sebelum: '516543100', berdasarkan: [], ...oleh };
    expect(kalimat(STREAM.anggaran, { type: 'PaguDitetapkan', data: isi })).toBe(
      'Kepala Subbagian Perencanaan mengubah pagu murni 2.07.03 tahun 2023 dari Rp516.543.100 menjadi Rp600.000.000.',
    );
    expect(kalimat(STREAM.tw(4), ukur.tercatat('I-1', ukur.angka('1234567.89')))).toBe(
      'Kepala Bidang Penempatan mencatat realisasi I-1 triwulan 4 tahun 2023: 1.234.567,89.',
    );
    const rentang = { indikator: 'I-1', tahun: 2023, target: '20.00..25.00', sebelum: null, ...oleh };
    expect(kalimat(STREAM.renstra, { type: 'TargetRenstraDitetapkan', data: rentang })).toContain(
      '20,00 sampai 25,00',
    );
  });

  it('menyebut pergeseran menurut nomornya, dan akta dokumen anggaran', () => {
    expect(kalimat(STREAM.anggaran, paguDigeser())).toMatch(
      / mengubah pagu pergeseran 1 2\.07\.03 tahun 2023 dari Rp516\.543\.100 menjadi Rp520\.000\.000\.$/,
    );
    expect(kalimat(STREAM.anggaran, dokumenDitetapkan({ jenis: 'pergeseran', nomor: 1 }))).toMatch(
      / menetapkan dokumen anggaran pergeseran 1 tahun 2023 dengan DPA nomor 900\/12\/BKD\/2023 tanggal 2 Januari 2023 \(Sekretaris Daerah\)\.$/,
    );
  });

  it('menyebut pembilang dan penyebut bila itulah yang dicatat', () => {
    const row = satu(STREAM.tw(4), ukur.tercatat('IKU-2', ukur.angka(null, '9', '27'), ukur.angka('33.00')));
    expect(row).toMatchObject({ sebelum: '33.00', sesudah: '9/27' });
    expect(row?.kalimat).toContain(
      'mengubah realisasi IKU-2 triwulan 4 tahun 2023 dari 33,00 menjadi 9 dari 27',
    );
  });

  it('menyebut semua target dan jumlah anggaran naskah yang diajukan', () =>
    expect(kalimat(STREAM.pk, pk.pengajuanPerubahan)).toBe(
      'Kepala Subbagian Perencanaan mengajukan Perjanjian Kinerja kepala tahun 2023 versi 2 (perubahan) karena perubahan APBD dengan target IKU-1 92,00; IKU-2 54,20, dan anggaran 1 program Rp516.543.100.',
    ));

  it('menyebut ke mana dan dari mana indikator dialihkan', () => {
    expect(kalimat(STREAM.renstra, renstra.dialihkan)).toBe(
      'Kepala Subbagian Perencanaan mengalihkan indikator IKU-1 ke IKU-3 di Renstra distrans 2022 mulai tahun 2023 dengan alasan: SOTK baru.',
    );
    const row = satu('Renstra-61.71.distrans.2022', renstra.diterima);
    expect(row?.kalimat).toBe(
      'Kepala Subbagian Perencanaan menerima indikator IKU-3 dari IKU-1 di Renstra disnaker 2022 mulai tahun 2023 untuk sasaran S1 dengan alasan: SOTK baru.',
    );
    expect(row?.dari).toEqual({ opd: 'disnaker', mulai: 2022, kode: 'IKU-1', sejak: 2023 });
  });

  it('menyebut keputusan yang menetapkan set IKU, dan isi yang dipilih', () => {
    expect(kalimat(STREAM.iku, iku.ikuDitetapkan())).toBe(
      'Kepala Dinas Tenaga Kerja menetapkan set IKU versi 1 dengan Keputusan Kepala Dinas nomor 050/12/2022 tanggal 17 Januari 2022 (Kepala Dinas Tenaga Kerja).',
    );
    expect(kalimat(STREAM.iku, iku.setKeduaDisusun)).toBe(
      'Kepala Subbagian Perencanaan mulai menyusun set IKU versi 2 yang berlaku sejak tahun 2024 dengan alasan: Renstra Perubahan.',
    );
    expect(kalimat(STREAM.iku, iku.ikuDipilih())).toContain(
      'memilih IKU-1 untuk set IKU versi 1 dengan alasan: Menggambarkan tugas utama dinas; formula:',
    );
  });

  it('membedakan rencana aksi dari perubahannya, dan mengutip aksi yang ditandai', () => {
    expect(kalimat(STREAM.rencanaAksi, aksi.perubahanDimulai())).toBe(
      'Kepala Subbagian Perencanaan mulai menyusun Rencana Aksi Perubahan tahun 2023 versi 2 karena perubahan APBD dengan alasan: Mengikuti PK Perubahan.',
    );
    expect(kalimat(STREAM.rencanaAksi, aksi.perubahanDitetapkan)).toContain(
      'menetapkan Rencana Aksi Perubahan tahun 2023 versi 2.',
    );
    expect(kalimat(STREAM.rencanaAksi, aksi.aksiDitandai())).toContain(
      'menandai aksi IKU-1 triwulan 1 tahun 2023 "Pelatihan angkatan I" selesai.',
    );
    const sebelum = { keadaan: 'selesai', catatan: null } as const;
    expect(
      kalimat(
        STREAM.rencanaAksi,
        aksi.aksiDitandai({ keadaan: 'dibatalkan', catatan: 'Tanpa anggaran', sebelum }),
      ),
    ).toContain('"Pelatihan angkatan I" dari selesai menjadi dibatalkan dengan catatan: Tanpa anggaran.');
    expect(kalimat(STREAM.rkt, rkt.targetRktDicatat({ asal: 'renstra' }))).toContain(
      'mencatat target RKT murni I-2.07.03-1 tahun 2023: 52,00 menurut Renstra.',
    );
    expect(kalimat(STREAM.rkt, rkt.usulanDicatat())).toContain(
      'mencatat usulan TL-2022-IKU-1 dari tindak lanjut tahun 2022 bagi RKT tahun 2023: "Bursa kerja di setiap kecamatan".',
    );
  });

  it('mengatakan bila keputusan diambil dari kertas', () =>
    expect(kalimat(STREAM.pk, dicatat(pk.ttdKadis))).toBe(
      'Kepala Dinas Tenaga Kerja menandatangani Perjanjian Kinerja kepala tahun 2023 sebagai Pihak Pertama, dicatat dari dokumen kertas.',
    ));

  it('menyebut status pejabat yang bukan definitif, dan kunci jabatan bila tanpa sebutan', () => {
    const plt = { ...pk.kadis, status: 'Plt.' as const };
    const ttd = (pejabat: object): DomainEvent => ({
      type: pk.ttdKadis.type,
      data: { ...pk.ttdKadis.data, oleh: pejabat },
    });
    expect(kalimat(STREAM.pk, ttd(plt))).toMatch(/^Plt\. Kepala Dinas Tenaga Kerja menandatangani/);
    expect(satu(STREAM.pk, ttd({ ...pk.kadis, sebutan: '' }))?.jabatan).toBe('61.71.disnaker.kepala');
  });

  it('tanpa jabatan untuk yang terjadi akibat peristiwa sebelumnya', () => {
    expect(satu(STREAM.pk, pk.berlaku)).toMatchObject({ jabatan: null, cara: null });
    expect(kalimat(STREAM.pk, pk.berlaku)).toBe('Perjanjian Kinerja kepala tahun 2023 berlaku.');
  });

  it('hanya menyebut bagian definisi yang berubah', () => {
    const [sebelum, sesudah] = [pk.iku('IKU-1'), pk.iku('IKU-1', { satuan: 'orang', desimal: 0 })];
    const row = satu(STREAM.renstra, { type: 'IndikatorDitetapkan', data: { ...sesudah, sebelum, ...oleh } });
    expect(row).toMatchObject({
      sebelum: 'satuan: %; jumlah desimal: 2',
      sesudah: 'satuan: orang; jumlah desimal: 0',
    });
  });

  it('ada, utuh, dan tanpa nama orang untuk setiap jenis peristiwa', () => {
    const log = rekam<DomainEvent>(
      TAHUN.map(({ meta, ...event }) => ({ stream: meta.stream, event })),
      Object.entries(CONTOH).flatMap(([type, [stream, data]]) => di(stream, { type, data })),
      [...new TahunAcak(acak(3)).banyak(4_000)],
    );
    const baris = [...project(riwayatView, log).values()];
    expect(new Set(baris.map((b) => b.jenis))).toEqual(new Set(JENIS_PERISTIWA));
    for (const { kalimat } of baris) {
      expect(kalimat).toMatch(/^\S.*[^.]\.$/s);
      expect(kalimat).not.toMatch(/undefined|null|NaN|\[object|orang-|\d{4}-\d{2}-\d{2}/);
    }
  });
});

describe('daftar', () => {
  const baris = [...project(riwayatView, TAHUN).entries()];
  const daftar = (indikator?: string) => {
    const tag = new Set(tandaRiwayat('61.71', 'disnaker', 2023, indikator));
    return baris
      .filter(([kunci, row]) => riwayatView.tanda(row, kunci).some((t) => tag.has(t.tag)))
      .map(([, row]) => row);
  };

  it('sebuah OPD dan tahun memuat juga peristiwa OPD dan pemda', () =>
    expect(daftar()).toHaveLength(TAHUN.length));

  it('tidak memuat tahun dan OPD lain', () => {
    const lain = project(
      riwayatView,
      rekam<DomainEvent>(
        di('RencanaAksi-61.71.disnaker.2022', {
          type: 'RencanaAksiDitetapkan',
          data: { keputusan: null, ...oleh },
        }),
        di('Opd-61.71.dinkes', {
          type: 'NamaOpdDiubah',
          data: { nama: 'a', sebelum: 'b', alasan: 'c', ...oleh },
        }),
        di('Periode-61.71.2023', {
          type: 'PeriodeDibuka',
          data: { dokumen: 'pengukuran', triwulan: 1, opd: 'dinkes', alasan: null, ...oleh },
        }),
      ),
    );
    const tag = new Set(tandaRiwayat('61.71', 'disnaker', 2023));
    const kena = [...lain].filter(([k, row]) => riwayatView.tanda(row, k).some((t) => tag.has(t.tag)));
    expect(kena).toEqual([]);
  });

  it.each([
    [
      { aksi: 'Bursa daring', target: '40' },
      'mengubah rencana aksi IKU-1 triwulan 2 tahun 2023: aksi dari "Bursa" menjadi "Bursa daring" (target tetap 40)',
    ],
    [
      { aksi: null, target: '40' },
      'mengubah rencana aksi IKU-1 triwulan 2 tahun 2023: aksi dikosongkan, semula "Bursa" (target tetap 40)',
    ],
    [
      { aksi: 'Bursa', penanggungJawab: 'Bidang', target: '40' },
      'mengubah rencana aksi IKU-1 triwulan 2 tahun 2023: penanggung jawab diisi "Bidang" (target tetap 40)',
    ],
    [
      { aksi: `Bursa ${'x'.repeat(200)}`, target: '41.50' },
      `mengubah target rencana aksi IKU-1 triwulan 2 tahun 2023 dari 40 menjadi 41,50; aksi dari "Bursa" menjadi "Bursa ${'x'.repeat(74)}…"`,
    ],
  ])('rencana aksi yang berubah menyebut isian mana, dan isinya sebelum dan sesudah: %#', (isi, harapan) => {
    const semula = { aksi: 'Bursa', penanggungJawab: null };
    const event = aksi.targetTriwulanDicatat({ triwulan: 2, sebelum: '40', semula, ...isi, ...oleh });
    expect(kalimat('RencanaAksi-61.71.disnaker.2023', event)).toBe(
      `Kepala Subbagian Perencanaan ${harapan}.`,
    );
  });

  it('sebuah indikator memuat entri, koreksi, naskah yang menyebutnya, dan langkah dokumen', () => {
    const jenis = daftar('IKU-1').map((r) => r.jenis);
    expect(jenis).toEqual(
      expect.arrayContaining([
        'IndikatorDitetapkan',
        'TargetRenstraDitetapkan',
        'PerjanjianKinerjaDiajukan',
        'PerjanjianKinerjaDitandatangani',
        'TargetTriwulanDicatat',
        'RealisasiDicatat',
        'PengukuranDisetujui',
        'RealisasiDikoreksi',
        'PembandingDicatat',
      ]),
    );
    expect(daftar('IKU-2').every((r) => r.seluruhDokumen || r.indikator.includes('IKU-2'))).toBe(true);
    expect(daftar('IKU-2').some((r) => r.jenis === 'RealisasiDicatat')).toBe(false);
    expect(jenis).not.toContain('PaguDitetapkan');
  });
});
