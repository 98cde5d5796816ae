import { given } from '../../../test/support/given.js';
import { elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { type BerkasKertasEvent, berkasKertas, type IsiBerkasKertas } from './berkas-kertas.decider.js';

const isi: IsiBerkasKertas = {
  berkas: 'a'.repeat(64),
  jenis: 'pdf',
  ukuran: 1_000,
  dokumen: 'perjanjian-kinerja',
  bentuk: 'pindaian-basah',
  tanggal: '2023-01-30',
  jabatan: 'kepala',
  keterangan: null,
};
const arsipkan = { type: 'Arsipkan', ...isi, hariIni: '2023-02-01', ...elektronik } as const;
const diarsipkan: BerkasKertasEvent = { type: 'BerkasKertasDiarsipkan', data: { ...isi, ...elektronik } };
const tarik = {
  type: 'Tarik',
  berkas: isi.berkas,
  alasan: 'salah unggah',
  dipakai: false,
  ...elektronik,
} as const;
const ditarik: BerkasKertasEvent = {
  type: 'BerkasKertasDitarik',
  data: { berkas: isi.berkas, alasan: 'salah unggah', ...elektronik },
};

describe('Arsipkan', () => {
  it('mencatat sidik, tanggal, dan bentuk berkas', () => given(berkasKertas).when(arsipkan).then(diarsipkan));
  it('tidak berubah bila berkas yang sama diarsipkan lagi', () =>
    given(berkasKertas, diarsipkan).when(arsipkan).then());
  it('dapat mengarsipkan lagi berkas yang pernah ditarik', () =>
    given(berkasKertas, diarsipkan, ditarik).when(arsipkan).then(diarsipkan));
  it.each([
    ['tanggal sesudah hari ini', { tanggal: '2023-02-02' }, 'TANGGAL_TIDAK_SAH'],
    ['tanggal yang tidak ada', { tanggal: '2023-02-30' }, 'TANGGAL_TIDAK_SAH'],
    ['Perjanjian Kinerja tanpa jabatan', { jabatan: null }, 'MASUKAN_TIDAK_SAH'],
    ['keterangan yang memuat NIP', { keterangan: '198001012005011001' }, 'TEKS_MEMUAT_DATA_PRIBADI'],
  ] as const)('menolak %s', (_, ubahan, kode) =>
    given(berkasKertas)
      .when({ ...arsipkan, ...ubahan })
      .ditolak(kode),
  );
  it('menolak berkas yang sama dengan tanggal lain', () =>
    given(berkasKertas, diarsipkan)
      .when({ ...arsipkan, tanggal: '2023-01-31' })
      .ditolak('SUDAH_ADA_BERBEDA'));
});

describe('Tarik', () => {
  it('mengeluarkan berkas dari daftar, dengan alasan', () =>
    given(berkasKertas, diarsipkan).when(tarik).then(ditarik));
  it('menolak yang tidak ada atau sudah ditarik', () => {
    given(berkasKertas).when(tarik).ditolak('TIDAK_DITEMUKAN');
    given(berkasKertas, diarsipkan, ditarik).when(tarik).ditolak('TIDAK_DITEMUKAN');
  });
  it('menolak berkas yang menjadi dasar tanda tangan', () =>
    given(berkasKertas, diarsipkan)
      .when({ ...tarik, dipakai: true })
      .ditolak('MASIH_DIPAKAI'));
  it('menolak tanpa alasan', () =>
    given(berkasKertas, diarsipkan)
      .when({ ...tarik, alasan: ' ' })
      .ditolak('ALASAN_WAJIB'));
});
