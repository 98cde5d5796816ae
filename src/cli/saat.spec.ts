import { bacaSaat } from './saat.js';
import { SalahPakai } from './salah-pakai.js';

it.each([
  ['2024-01-31', 'WIB', '2024-01-31T16:59:59.999Z'],
  ['2024-01-31', 'WITA', '2024-01-31T15:59:59.999Z'],
  ['2024-01-31', 'WIT', '2024-01-31T14:59:59.999Z'],
  ['2024-01-31T10:00', 'WIB', '2024-01-31T03:00:00.000Z'],
  ['2024-01-31T10:00:00Z', 'WIT', '2024-01-31T10:00:00.000Z'],
  ['2024-01-31T10:00:00.123456Z', 'WIB', '2024-01-31T10:00:00.123Z'],
  ['2024-01-31T10:00:00+09:00', 'WIB', '2024-01-31T01:00:00.000Z'],
] as const)('%s di zona %s adalah %s', (teks, zona, saat) => expect(bacaSaat(teks, zona)).toBe(saat));

it.each([
  '',
  'kemarin',
  '2024',
  '2024-13-01',
  '2024-02-30',
  '2024-01-31T25:00:00Z',
  '2024-01-31 10:00',
  '1706666400',
])('menolak "%s"', (teks) => expect(() => bacaSaat(teks, 'WIB')).toThrow(SalahPakai));
