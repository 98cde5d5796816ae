import { given } from '../../../test/support/given.js';
import type { Skala } from '../../reporting/capaian.js';
import { dicatat, elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  daftarkanPemda,
  kalender2023,
  kalenderDitetapkan,
  pemdaDidaftarkan,
  skalaDitetapkan,
  skalaKota,
  skalaNasional,
} from './pemda.contoh.js';
import { type Kalender, pemda } from './pemda.decider.js';

describe('Daftarkan', () => {
  it('mendaftarkan pemda', () => given(pemda).when(daftarkanPemda).then(pemdaDidaftarkan));
  it('tidak berubah bila diulang', () => given(pemda, pemdaDidaftarkan).when(daftarkanPemda).then());
  it('menolak kode yang sama dengan nama lain', () =>
    given(pemda, pemdaDidaftarkan)
      .when({ ...daftarkanPemda, nama: 'Kota Lain' })
      .ditolak('SUDAH_ADA_BERBEDA'));
  it('menolak zona lain, kecuali dari paket, yang tidak menyebut zona', () => {
    const ulang = { ...daftarkanPemda, zona: 'WITA' } as const;
    given(pemda, pemdaDidaftarkan).when(ulang).ditolak('SUDAH_ADA_BERBEDA');
    given(pemda, pemdaDidaftarkan)
      .when({ ...ulang, ...dicatat })
      .then();
  });
  it('menolak nama kosong', () =>
    given(pemda)
      .when({ ...daftarkanPemda, nama: ' ' })
      .ditolak('TEKS_TIDAK_SAH'));
});

describe('UbahNama', () => {
  const ubah = { type: 'UbahNama', nama: 'Kota Baru', alasan: 'UU baru', ...elektronik } as const;
  const diubah = {
    type: 'NamaPemdaDiubah',
    data: { nama: 'Kota Baru', sebelum: 'Kota Pontianak', alasan: 'UU baru', ...elektronik },
  } as const;
  it('mencatat nama lama dan alasannya', () => given(pemda, pemdaDidaftarkan).when(ubah).then(diubah));
  it('tidak berubah bila diulang', () => given(pemda, pemdaDidaftarkan, diubah).when(ubah).then());
  it('menolak tanpa alasan', () =>
    given(pemda, pemdaDidaftarkan)
      .when({ ...ubah, alasan: '' })
      .ditolak('ALASAN_WAJIB'));
  it('menolak pemda yang belum terdaftar', () => given(pemda).when(ubah).ditolak('PEMDA_BELUM_TERDAFTAR'));
});

describe('TetapkanSkala', () => {
  const tetapkan = { type: 'TetapkanSkala', skala: skalaKota, ...dicatat } as const;
  it('menetapkan skala', () => given(pemda, pemdaDidaftarkan).when(tetapkan).then(skalaDitetapkan));
  it('tidak berubah bila diulang', () =>
    given(pemda, pemdaDidaftarkan, skalaDitetapkan).when(tetapkan).then());
  it('menganggap sama skala yang hanya tidak menyebut bawaannya', () => {
    const kelas = skalaKota.kelas.map((k) => (k.batasBawah === null ? { predikat: k.predikat } : k));
    given(pemda, pemdaDidaftarkan, skalaDitetapkan)
      .when({ ...tetapkan, skala: { ...skalaKota, kelas } })
      .then();
  });
  it('mengganti skala dengan menyebut yang lama', () =>
    given(pemda, pemdaDidaftarkan, skalaDitetapkan)
      .when({ ...tetapkan, skala: skalaNasional, ...elektronik })
      .then({
        type: 'SkalaPemdaDitetapkan',
        data: { skala: skalaNasional, sebelum: skalaKota, ...elektronik },
      }));
  it('menolak paket dengan skala lain', () =>
    given(pemda, pemdaDidaftarkan, skalaDitetapkan)
      .when({ ...tetapkan, skala: skalaNasional })
      .ditolak('SUDAH_ADA_BERBEDA'));
  it('menolak pemda yang belum terdaftar', () =>
    given(pemda).when(tetapkan).ditolak('PEMDA_BELUM_TERDAFTAR'));

  const kelas = (...daftar: [predikat: string, batasBawah: string | null][]): Skala => ({
    ...skalaKota,
    kelas: daftar.map(([predikat, batasBawah]) => ({ predikat, batasBawah })),
  });
  it.each<[string, Skala]>([
    ['tanpa kelas', kelas()],
    ['dengan batas yang tidak menurun', kelas(['A', '70'], ['B', '85'], ['C', null])],
    ['dengan dua batas yang sama', kelas(['A', '70'], ['B', '70.00'], ['C', null])],
    ['dengan kelas tengah tanpa batas', kelas(['A', '85'], ['B', null], ['C', null])],
    ['dengan predikat ganda', kelas(['A', '85'], ['A', null])],
    ['yang kelas terakhirnya berbatas', kelas(['A', '85'], ['B', '0'])],
  ])('menolak skala %s', (_, skala) =>
    given(pemda, pemdaDidaftarkan)
      .when({ ...tetapkan, skala, ...elektronik })
      .ditolak('SKALA_TIDAK_SAH'),
  );
  it('menolak batas yang bukan angka', () =>
    given(pemda, pemdaDidaftarkan)
      .when({ ...tetapkan, skala: kelas(['A', 'tinggi'], ['B', null]) })
      .ditolak('DESIMAL_TIDAK_SAH'));
  it('mencatat skala kertas yang berakhir pada batas nol, seperti tercetak', () => {
    const skala = {
      ...skalaKota,
      kelas: [
        { predikat: 'A', batasBawah: '50', termasukBatas: true },
        { predikat: 'B', batasBawah: '0', termasukBatas: true },
      ],
    };
    given(pemda, pemdaDidaftarkan)
      .when({ ...tetapkan, skala })
      .then({ type: 'SkalaPemdaDitetapkan', data: { skala, sebelum: null, ...dicatat } });
  });
});

describe('TetapkanKalender', () => {
  const tetapkan = { type: 'TetapkanKalender', kalender: kalender2023, ...elektronik } as const;
  const dengan = (isi: Partial<Kalender>) => ({ ...tetapkan, kalender: { ...kalender2023, ...isi } });
  it('menetapkan kalender satu tahun', () =>
    given(pemda, pemdaDidaftarkan).when(tetapkan).then(kalenderDitetapkan));
  it('tidak berubah bila diulang, juga dalam urutan lain', () => {
    const terbalik = {
      hariKerja: kalender2023.hariKerja.toReversed(),
      libur: kalender2023.libur.toReversed(),
    };
    given(pemda, pemdaDidaftarkan, kalenderDitetapkan).when(tetapkan).then();
    given(pemda, pemdaDidaftarkan, kalenderDitetapkan).when(dengan(terbalik)).then();
  });
  it('mengganti kalender tahun itu saja, dengan menyebut yang lama', () => {
    const baru = { ...kalender2023, jamMulai: '08:00' };
    given(pemda, pemdaDidaftarkan, kalenderDitetapkan)
      .when({ ...tetapkan, kalender: baru })
      .then({
        type: 'KalenderDitetapkan',
        data: { kalender: baru, sebelum: kalender2023, ...elektronik },
      });
    given(pemda, pemdaDidaftarkan, kalenderDitetapkan)
      .when(dengan({ tahun: 2024, libur: [] }))
      .then({
        type: 'KalenderDitetapkan',
        data: { kalender: { ...kalender2023, tahun: 2024, libur: [] }, sebelum: null, ...elektronik },
      });
  });
  it.each<[string, Partial<Kalender>]>([
    ['tanpa hari kerja', { hariKerja: [] }],
    ['dengan hari ke-8', { hariKerja: [1, 8] }],
    ['dengan hari kerja ganda', { hariKerja: [1, 1] }],
    ['dengan jam yang tidak ada', { jamMulai: '24:00' }],
    ['yang jam selesainya sebelum jam mulai', { jamMulai: '16:00', jamSelesai: '08:00' }],
    ['dengan libur di tahun lain', { libur: [{ tanggal: '2022-12-31', uraian: 'x' }] }],
    [
      'dengan libur ganda',
      {
        libur: [
          { tanggal: '2023-01-01', uraian: 'x' },
          { tanggal: '2023-01-01', uraian: 'y' },
        ],
      },
    ],
  ])('menolak kalender %s', (_, isi) =>
    given(pemda, pemdaDidaftarkan).when(dengan(isi)).ditolak('KALENDER_TIDAK_SAH'),
  );
  it('menolak tanggal libur dan tahun yang tidak sah', () => {
    given(pemda, pemdaDidaftarkan)
      .when(dengan({ libur: [{ tanggal: '2023-02-30', uraian: 'x' }] }))
      .ditolak('TANGGAL_TIDAK_SAH');
    given(pemda, pemdaDidaftarkan)
      .when(dengan({ tahun: 1999, libur: [] }))
      .ditolak('TAHUN_TIDAK_SAH');
  });
});
