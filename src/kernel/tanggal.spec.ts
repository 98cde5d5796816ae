import { cetakTanggal } from './tanggal.js';

it.each([
  ['2025-01-31', '31 Januari 2025'],
  ['mulai 2022-12-01, sampai 2023-05-09', 'mulai 1 Desember 2022, sampai 9 Mei 2023'],
  ['Perda 2022-13-01', 'Perda 2022-13-01'],
  ['perwal-60-2021', 'perwal-60-2021'],
])('%s dicetak %s', (teks, dicetak) => expect(cetakTanggal(teks)).toBe(dicetak));
