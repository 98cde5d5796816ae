import type { KodeResmi } from './nomenklatur.projection.js';
import { periksaNama } from './periksa-nama.js';

const resmi = (...isi: readonly (readonly [string, string])[]): ReadonlyMap<string, KodeResmi> =>
  new Map(isi.map(([kode, nama]) => [kode, { kode, nama, tingkat: 'program', satuan: null }]));
const RESMI = resmi(
  ['2.07.03', 'Program Pelatihan Kerja dan Produktivitas Tenaga Kerja'],
  ['2.07.03.2.04', 'Konsultansi Produktivitas pada Perusahaan Kecil'],
  ['2.07.03.2.04.0001', 'Pelaksanaan Konsultansi'],
);

it('menganggap sama nama yang hanya berbeda spasi dan huruf besar', () =>
  expect(
    periksaNama('2023', RESMI, [
      {
        kode: '2.07.03',
        nama: ' PROGRAM PELATIHAN  KERJA dan Produktivitas Tenaga Kerja',
        tingkat: 'program',
      },
    ]),
  ).toEqual([]));
it('menyebut kedua nama bila berbeda', () =>
  expect(
    periksaNama('2023', RESMI, [
      { kode: '2.07.03.2.04', nama: 'Konsultasi Produktivitas pada Perusahaan Kecil', tingkat: 'kegiatan' },
    ]),
  ).toEqual([
    {
      kode: '2.07.03.2.04',
      tingkat: 'kegiatan',
      jenis: 'NAMA_BERBEDA',
      nama: 'Konsultasi Produktivitas pada Perusahaan Kecil',
      namaResmi: 'Konsultansi Produktivitas pada Perusahaan Kecil',
    },
  ]));
it.each([
  ['2023', '2.07.03.2.04.01', 'DIGIT_LAMA'],
  ['2023', '2.07.03.2.99.01', 'KODE_TIDAK_DIKENAL'],
  ['2023', '2.07.03.2.04.0002', 'KODE_TIDAK_DIKENAL'],
  ['2021', '2.07.03.2.04.0002', 'DIGIT_LAMA'],
  ['2023', 'X.XX.01', 'KODE_TIDAK_DIKENAL'],
] as const)('versi %s, kode %s: %s', (versi, kode, jenis) =>
  expect(periksaNama(versi, RESMI, [{ kode, nama: 'Nama', tingkat: 'sub-kegiatan' }])).toMatchObject([
    { kode, jenis, namaResmi: null },
  ]),
);
