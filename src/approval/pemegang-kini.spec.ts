import { tanggalDi } from './pemegang-kini.js';

it.each([
  ['WIB', '2023-12-31T16:59:59.999Z', '2023-12-31'],
  ['WIB', '2023-12-31T17:00:00.000Z', '2024-01-01'],
  ['WITA', '2023-12-31T15:59:59.999Z', '2023-12-31'],
  ['WITA', '2023-12-31T16:00:00.000Z', '2024-01-01'],
  ['WIT', '2024-02-29T14:59:59.999Z', '2024-02-29'],
  ['WIT', '2024-02-29T15:00:00.000Z', '2024-03-01'],
] as const)('di %s, %s adalah tanggal %s', (zona, saat, tanggal) =>
  expect(tanggalDi(zona, new Date(saat))).toBe(tanggal),
);
