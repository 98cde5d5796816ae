import { menitKerja } from './jam-kerja.js';
import { kalender2023 } from './pemda.contoh.js';
import type { Kalender } from './pemda.decider.js';

// Monday to Friday, 07:30 to 16:00: 510 minutes a day. 2023-08-17 (a Thursday) is a holiday.
const SEHARI = 510;
const hitung = (dari: string, sampai: string, kalender: Kalender[] = [kalender2023]) =>
  menitKerja(kalender, 'WIB', new Date(`${dari}+07:00`), new Date(`${sampai}+07:00`));

it.each([
  ['di dalam satu hari kerja', '2023-08-15T08:00', '2023-08-15T10:30', 150],
  [
    'tidak menghitung sebelum jam mulai dan sesudah jam selesai',
    '2023-08-15T05:00',
    '2023-08-15T23:00',
    SEHARI,
  ],
  ['dari sore sampai pagi berikutnya', '2023-08-15T15:00', '2023-08-16T08:30', 120],
  ['melewati hari libur', '2023-08-16T15:00', '2023-08-18T08:30', 120],
  ['melewati akhir pekan', '2023-08-18T15:59', '2023-08-21T07:31', 2],
  ['seminggu dengan satu hari libur', '2023-08-14T00:00', '2023-08-21T00:00', 4 * SEHARI],
  ['seluruhnya di akhir pekan', '2023-08-19T08:00', '2023-08-20T20:00', 0],
  ['tepat di jam selesai', '2023-08-15T16:00', '2023-08-16T07:30', 0],
  ['terbalik', '2023-08-16T10:00', '2023-08-15T10:00', 0],
])('%s', (_, dari, sampai, menit) => expect(hitung(dari, sampai)).toBe(menit));

it('dihitung menurut zona pemda, bukan UTC', () => {
  const [dari, sampai] = [new Date('2023-08-15T00:30:00Z'), new Date('2023-08-15T01:30:00Z')];
  expect(menitKerja([kalender2023], 'WIB', dari, sampai)).toBe(60);
  expect(menitKerja([kalender2023], 'WIT', dari, sampai)).toBe(60);
  expect(menitKerja([kalender2023], 'WIB', new Date('2023-08-14T23:30:00Z'), dari)).toBe(0);
  expect(menitKerja([kalender2023], 'WIT', new Date('2023-08-14T23:30:00Z'), dari)).toBe(60);
});

it('null bila kalender sebuah tahun di antaranya belum ditetapkan, walau tahun lainnya sudah', () => {
  expect(hitung('2023-12-29T15:00', '2024-01-02T08:00')).toBeNull();
  expect(
    hitung('2023-12-29T15:00', '2024-01-02T08:00', [
      kalender2023,
      { ...kalender2023, tahun: 2024, libur: [] },
    ]),
  ).toBe(60 + SEHARI + 30);
});
