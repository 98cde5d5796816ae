import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { transformSync } from '@swc/core';
import { AKAR } from '../../src/akar.js';

// Of the documents the log knows nothing but how their older events are raised.
const SUMBER = [
  'src/kernel',
  'src/infra/event-store',
  'src/infra/integrity',
  'src/planning/perjanjian-kinerja',
  'test/crash',
];

/** Compiles the log and the child programs into a folder of their own, as Jest would; gives the path of one of the children. */
export const rakit = (anak: string): { folder: string; berkas: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-rakit-'));
  for (const sumber of SUMBER)
    for (const nama of readdirSync(join(AKAR, sumber), { recursive: true, encoding: 'utf8' })) {
      if (!nama.endsWith('.ts') || /\.(spec|contoh)\.ts$/.test(nama)) continue;
      const asal = join(AKAR, sumber, nama);
      const { code } = transformSync(readFileSync(asal, 'utf8'), {
        swcrc: false,
        filename: asal,
        jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2024' },
        module: { type: 'commonjs' },
      });
      const tujuan = join(folder, relative(AKAR, asal).replace(/ts$/, 'js'));
      mkdirSync(dirname(tujuan), { recursive: true });
      writeFileSync(tujuan, code);
    }
  return { folder, berkas: join(folder, 'test/crash', `${anak}.js`) };
};
