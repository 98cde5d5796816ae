import { PK_DENGAN_PARAF_KOORDINASI, RUTE_BAWAAN } from './rute-bawaan.js';
import { lembarSop, waktuKerja } from './sop.js';

const TANPA = { versi: 0, akta: null };

it.each([
  [5, '5 menit'],
  [60, '1 jam'],
  [90, '1 jam 30 menit'],
  [450, '1 hari kerja'],
  [985, '2 hari kerja 1 jam 25 menit'],
])('%d menit kerja tercetak "%s"', (menit, teks) => expect(waktuKerja(menit)).toBe(teks));

it('rute bawaan laporan kinerja tercetak sebagai sembilan langkah dengan normanya', () => {
  const l = lembarSop('Kota Pontianak', 'lkjip', RUTE_BAWAAN.lkjip, TANPA);
  expect(l.baris.map((b) => `${b.nomor}. ${l.pelaku[b.pelaku]}, ${b.waktu}`)).toEqual([
    '1. Subbagian Umum dan Kepegawaian, 5 menit',
    '2. Kepala Perangkat Daerah, 10 menit',
    '3. Sekretaris, 15 menit',
    '4. Setiap Bidang, 1 jam',
    '5. JFU Perencanaan, 1 hari kerja',
    '6. Kepala Subbagian Perencanaan, 15 menit',
    '7. Sekretaris, 10 menit',
    '8. Kepala Perangkat Daerah, 10 menit',
    '9. Subbagian Umum dan Kepegawaian, 10 menit',
  ]);
  expect(l.waktu).toBe('1 hari kerja 2 jam 15 menit');
  expect(l.baris.map((b) => b.bentuk)).toEqual([
    ...['ujung', 'proses', 'proses', 'proses', 'proses'],
    ...['putusan', 'putusan', 'putusan', 'ujung'],
  ]);
});

it('langkah setahap tercetak 2a dan 2b, dan waktunya yang terlama', () => {
  const [ttd, hukum, asisten] = PK_DENGAN_PARAF_KOORDINASI;
  if (!ttd || !hukum || !asisten) throw new Error('rute berubah');
  const bersama = [ttd, { ...hukum, norma: 60 }, { ...asisten, tahap: 2, norma: 90 }];
  const l = lembarSop('Kota Pontianak', 'perjanjian-kinerja', bersama, TANPA);
  expect(l.baris.map((b) => b.nomor)).toEqual(['1', '2a', '2b']);
  expect(l.pelaku[0]).toBe('Pihak Pertama');
  expect(l.waktu).toBe('1 hari kerja 1 jam 30 menit');
});
