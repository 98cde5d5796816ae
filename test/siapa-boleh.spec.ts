import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AKAR } from '../src/akar.js';
import { siapaBolehApa } from './support/siapa-boleh.js';

const BERKAS = join(AKAR, 'docs/how-to/siapa-boleh-apa.md');

it('docs/how-to/siapa-boleh-apa.md sama dengan tabel yang dipakai program', () => {
  const isi = siapaBolehApa();
  if (process.env.AMANAH_CONTOH_BARU) writeFileSync(BERKAS, isi);
  expect(existsSync(BERKAS) ? readFileSync(BERKAS, 'utf8') : '').toBe(isi);
});
