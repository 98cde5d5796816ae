import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AKAR } from '../../src/akar.js';

/** Compiles and bundles the sources as `npm run build` does, to a folder of its own below the project, so that dist/ is left alone. */
export const bangun = (): { folder: string; hapus: () => void } => {
  const folder = mkdtempSync(join(AKAR, 'node_modules', '.amanah-uji-'));
  const jalankan = (...argumen: string[]): unknown =>
    execFileSync(process.execPath, argumen, { cwd: AKAR, stdio: 'inherit' });
  jalankan('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', folder);
  jalankan('bin/paket.mjs', folder, join(folder, 'paket'));
  return { folder, hapus: () => rmSync(folder, { recursive: true, force: true }) };
};
