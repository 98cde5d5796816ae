import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const AKAR = join(__dirname, '..', '..');

/** Compiles the sources as `npm run build` does, to a folder of its own below the project, so that dist/ is left alone. */
export const bangun = (): { folder: string; hapus: () => void } => {
  const folder = mkdtempSync(join(AKAR, 'node_modules', '.amanah-uji-'));
  execFileSync(
    process.execPath,
    [join(AKAR, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', folder],
    { cwd: AKAR, stdio: 'inherit' },
  );
  return { folder, hapus: () => rmSync(folder, { recursive: true, force: true }) };
};
