import { type Kode, Penolakan } from '../kernel/penolakan.js';
import { hanyaSusulan } from './susulan.js';

it.each<[Kode, object, readonly string[], boolean]>([
  ['SASARAN_TIDAK_DIKENAL', { sasaran: 'S1' }, ['S1', 'Uraian'], true],
  ['SASARAN_TIDAK_DIKENAL', { sasaran: 'S9' }, ['S1', 'Uraian'], false],
  ['RENSTRA_BELUM_ADA', {}, ['2026'], true],
  ['PK_TANPA_TARGET', {}, ['IKU-1'], true],
  ['NILAI_TIDAK_SAH', { nilai: 'x' }, ['x'], false],
  ['RENSTRA_BELUM_ADA', {}, [], false],
])('%s %j di samping baris yang tidak terbaca %j: susulan %s', (kode, rincian, terlewat, susulan) =>
  expect(hanyaSusulan(new Penolakan(kode, { ...rincian }), new Set(terlewat))).toBe(susulan),
);
