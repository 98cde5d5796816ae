import { given } from '../../../test/support/given.js';
import { catat, koreksi, tercatat, terkoreksi } from './realisasi-anggaran.contoh.js';
import {
  barisRealisasi,
  type RealisasiAnggaranEvent,
  realisasiAnggaran,
} from './realisasi-anggaran.decider.js';

const diberi = (...events: RealisasiAnggaranEvent[]) => given(realisasiAnggaran, ...events);
const keadaan = (...events: RealisasiAnggaranEvent[]) =>
  events.reduce((s, e, i) => realisasiAnggaran.evolve(s, e, i), realisasiAnggaran.initial);
const kertas = { cara: 'dicatat', periodeTerbuka: false } as const;

describe('Catat', () => {
  it('mencatat realisasi kumulatif sebuah kode pada satu triwulan', () =>
    diberi().when(catat).then(tercatat));
  it('tidak berubah bila angka yang sama terkirim lagi, juga setelah triwulan ditutup', () =>
    diberi(tercatat)
      .when({ ...catat, realisasi: '04700000', periodeTerbuka: false })
      .then());
  it('mencatat angka baru bersama angka sebelumnya', () =>
    diberi(tercatat)
      .when({ ...catat, realisasi: '5000000' })
      .then({ ...tercatat, data: { ...tercatat.data, realisasi: '5000000', sebelum: '4700000' } }));
  it('menerima angka di bawah triwulan lalu: ada pengembalian ke kas', () =>
    diberi(tercatat)
      .when({ ...catat, triwulan: 2, realisasi: '4000000' })
      .then({ ...tercatat, data: { ...tercatat.data, triwulan: 2, realisasi: '4000000' } }));
  it('menolak kode tanpa pagu', () =>
    diberi()
      .when({ ...catat, paguAda: false })
      .ditolak('PAGU_BELUM_ADA'));
  it('menolak triwulan yang ditutup', () =>
    diberi()
      .when({ ...catat, periodeTerbuka: false })
      .ditolak('PERIODE_DITUTUP'));
  it.each(['-1', '1.5', '1e9', '9007199254740993.0', ''])('menolak "%s" sebagai rupiah', (realisasi) =>
    diberi()
      .when({ ...catat, realisasi })
      .ditolak('RUPIAH_TIDAK_SAH'),
  );
  it('menolak triwulan kelima', () =>
    diberi()
      .when({ ...catat, triwulan: 5 as 4 })
      .ditolak('TRIWULAN_TIDAK_SAH'));
});

describe('Koreksi', () => {
  it('mengoreksi dengan alasan dan kedua angkanya', () => diberi(tercatat).when(koreksi).then(terkoreksi));
  it('tidak berubah bila koreksi yang sama terkirim lagi', () =>
    diberi(tercatat, terkoreksi).when(koreksi).then());
  it('menolak tanpa alasan', () =>
    diberi(tercatat)
      .when({ ...koreksi, alasan: ' ' })
      .ditolak('ALASAN_WAJIB'));
  it('menolak yang belum tercatat', () => diberi().when(koreksi).ditolak('REALISASI_BELUM_ADA'));
  it('menolak yang tercatat pada triwulan lain saja', () =>
    diberi(tercatat)
      .when({ ...koreksi, triwulan: 2 })
      .ditolak('REALISASI_BELUM_ADA'));
  it('menolak angka yang tidak sah', () =>
    diberi(tercatat)
      .when({ ...koreksi, realisasi: '-1' })
      .ditolak('RUPIAH_TIDAK_SAH'));
});

describe('dicatat dari laporan kertas', () => {
  it('tidak mengubah angka yang sama', () =>
    diberi(tercatat)
      .when({ ...catat, ...kertas })
      .then());
  it('menolak angka lain untuk baris yang sudah tercatat', () =>
    diberi(tercatat)
      .when({ ...catat, ...kertas, realisasi: '1' })
      .ditolak('SUDAH_ADA_BERBEDA'));
  it('menambah baris baru walau triwulannya ditutup', () =>
    diberi(tercatat)
      .when({ ...catat, ...kertas, triwulan: 2 })
      .then({ ...tercatat, data: { ...tercatat.data, triwulan: 2, cara: 'dicatat' } }));
});

it('revisi satu baris tidak bergerak karena baris lain', () => {
  const lain: RealisasiAnggaranEvent = { ...tercatat, data: { ...tercatat.data, kode: '2.07.04' } };
  const s = keadaan(tercatat, lain, terkoreksi);
  expect(realisasiAnggaran.revisi?.(catat, s)).toBe(2);
  expect(realisasiAnggaran.revisi?.({ ...catat, kode: '2.07.04' }, s)).toBe(1);
  expect(realisasiAnggaran.revisi?.({ ...catat, triwulan: 3 }, s)).toBe(-1);
  expect(barisRealisasi(s, 1, '2.07.03')).toEqual({ realisasi: '4800000', rev: 2 });
});
