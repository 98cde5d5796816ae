import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AKAR } from '../src/akar.js';

/** Each event type has its sentence: when it happens. The types are those of the golden samples, one file for each. */
it('setiap jenis peristiwa punya satu kalimat di glosarium, dan tidak ada baris tanpa peristiwa', () => {
  const isi = readFileSync(join(AKAR, 'docs/glosarium.md'), 'utf8').split('## Peristiwa')[1] ?? '';
  const baris = [...isi.matchAll(/^\| ([A-Z]\w+) \| \S/gm)].map((m) => m[1]);
  const jenis = readdirSync(join(AKAR, 'test/fixtures/events')).map((b) => b.replace(/(\.v\d+)?\.json$/, ''));
  expect([...new Set(baris)].sort()).toEqual([...new Set(jenis)].sort());
});
