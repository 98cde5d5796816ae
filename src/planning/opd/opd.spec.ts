import { given } from '../../../test/support/given.js';
import { skalaKota, skalaNasional } from '../pemda/pemda.contoh.js';
import { dicatat, elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { daftarkanOpd, opdDibubarkan, opdDidaftarkan, pembubaran, skalaOpdDitetapkan } from './opd.contoh.js';
import { aktifPada, type OpdEvent, opd } from './opd.decider.js';

describe('Daftarkan', () => {
  it('mendaftarkan OPD', () => given(opd).when(daftarkanOpd).then(opdDidaftarkan));
  it('tidak berubah bila diulang', () => given(opd, opdDidaftarkan).when(daftarkanOpd).then());
  it.each([
    ['kode yang sama dengan nama lain', { nama: 'Dinas Lain' }, 'SUDAH_ADA_BERBEDA'],
    ['kode milik pemda', { kode: 'pemda' }, 'KODE_DICADANGKAN'],
    ['kode yang dapat mengacaukan nama aliran', { kode: 'a.b' }, 'KODE_TIDAK_SAH'],
    ['pemda yang belum terdaftar', { pemdaTerdaftar: false }, 'PEMDA_BELUM_TERDAFTAR'],
    ['nama yang memuat NIP', { nama: 'Dinas 197001011995031001' }, 'TEKS_MEMUAT_DATA_PRIBADI'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(opd, opdDidaftarkan)
      .when({ ...daftarkanOpd, ...isi })
      .ditolak(kode),
  );
});

describe('UbahNama', () => {
  const ubah = { type: 'UbahNama', nama: 'Dinas Baru', alasan: 'SOTK baru', ...elektronik } as const;
  const diubah = {
    type: 'NamaOpdDiubah',
    data: {
      nama: 'Dinas Baru',
      sebelum: 'Dinas Tenaga Kerja Kota Pontianak',
      alasan: 'SOTK baru',
      ...elektronik,
    },
  } as const;
  it('mencatat nama lama dan alasannya', () => given(opd, opdDidaftarkan).when(ubah).then(diubah));
  it('tidak berubah bila diulang', () => given(opd, opdDidaftarkan, diubah).when(ubah).then());
  it('menolak tanpa alasan', () =>
    given(opd, opdDidaftarkan)
      .when({ ...ubah, alasan: ' ' })
      .ditolak('ALASAN_WAJIB'));
  it('menolak OPD yang belum terdaftar', () => given(opd).when(ubah).ditolak('OPD_BELUM_TERDAFTAR'));
});

describe('TetapkanSkala', () => {
  const tetapkan = { type: 'TetapkanSkala', tahun: 2023, skala: skalaKota, ...dicatat } as const;
  it('menetapkan skala satu tahun', () => given(opd, opdDidaftarkan).when(tetapkan).then(skalaOpdDitetapkan));
  it('tidak berubah bila diulang', () =>
    given(opd, opdDidaftarkan, skalaOpdDitetapkan).when(tetapkan).then());
  it('menerima skala lain untuk tahun lain', () =>
    given(opd, opdDidaftarkan, skalaOpdDitetapkan)
      .when({ ...tetapkan, tahun: 2024, skala: skalaNasional })
      .then({
        type: 'SkalaOpdDitetapkan',
        data: { tahun: 2024, skala: skalaNasional, sebelum: null, ...dicatat },
      }));
  it('mengganti skala tahun itu dengan menyebut yang lama', () =>
    given(opd, opdDidaftarkan, skalaOpdDitetapkan)
      .when({ ...tetapkan, skala: skalaNasional, ...elektronik })
      .then({
        type: 'SkalaOpdDitetapkan',
        data: { tahun: 2023, skala: skalaNasional, sebelum: skalaKota, ...elektronik },
      }));
  it('menolak paket dengan skala lain untuk tahun yang sama', () =>
    given(opd, opdDidaftarkan, skalaOpdDitetapkan)
      .when({ ...tetapkan, skala: skalaNasional })
      .ditolak('SUDAH_ADA_BERBEDA'));
  it('menolak tahun dan skala yang tidak sah', () => {
    given(opd, opdDidaftarkan)
      .when({ ...tetapkan, tahun: 2101 })
      .ditolak('TAHUN_TIDAK_SAH');
    given(opd, opdDidaftarkan)
      .when({ ...tetapkan, skala: { ...skalaKota, kelas: [] } })
      .ditolak('SKALA_TIDAK_SAH');
  });
  it('menolak OPD yang belum terdaftar', () => given(opd).when(tetapkan).ditolak('OPD_BELUM_TERDAFTAR'));
});

describe('Bubarkan', () => {
  const bubarkan = {
    type: 'Bubarkan',
    ...pembubaran,
    kode: 'disnaker',
    takDikenal: [],
    ...elektronik,
  } as const;
  it('membubarkan OPD dengan menyebut penggantinya', () =>
    given(opd, opdDidaftarkan).when(bubarkan).then(opdDibubarkan));
  it('tidak berubah bila diulang', () => given(opd, opdDidaftarkan, opdDibubarkan).when(bubarkan).then());
  it('mengganti tanggalnya dengan menyebut yang lama, kecuali dari kertas', () => {
    const lain = { ...bubarkan, tanggal: '2025-07-01' };
    given(opd, opdDidaftarkan, opdDibubarkan)
      .when(lain)
      .then({
        type: 'OpdDibubarkan',
        data: { ...pembubaran, tanggal: '2025-07-01', sebelum: pembubaran, ...elektronik },
      });
    given(opd, opdDidaftarkan, opdDibubarkan)
      .when({ ...lain, ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA');
  });
  it.each([
    ['pengganti yang tidak terdaftar', { takDikenal: ['diskopnaker'] }, 'OPD_TIDAK_DIKENAL'],
    ['tanpa alasan', { alasan: '' }, 'ALASAN_WAJIB'],
    ['tanggal yang tidak ada', { tanggal: '2025-02-30' }, 'TANGGAL_TIDAK_SAH'],
  ] as const)('menolak %s', (_, ganti, kode) =>
    given(opd, opdDidaftarkan)
      .when({ ...bubarkan, ...ganti })
      .ditolak(kode),
  );
  it('OPD itu ada sampai sehari sebelum tanggal pembubaran', () => {
    const setelah = (...events: OpdEvent[]) => events.reduce((s, e, i) => opd.evolve(s, e, i), opd.initial);
    expect(aktifPada(setelah(opdDidaftarkan), '2025-01-01')).toBe(true);
    expect(aktifPada(setelah(opdDidaftarkan, opdDibubarkan), '2024-12-31')).toBe(true);
    expect(aktifPada(setelah(opdDidaftarkan, opdDibubarkan), '2025-01-01')).toBe(false);
    expect(aktifPada(opd.initial, '2024-12-31')).toBe(false);
  });
});
