// How `npm start` and `npm run amanah` reach the built program. A fresh clone has no dist/: it is built once, before the
// first verb or start; what the build says goes to standard error, since standard output may be one JSON document.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const akar = fileURLToPath(new URL('..', import.meta.url));

/** Runs one of the programs that bin/paket.mjs makes. */
export const muat = (program) => {
  const berkas = `${akar}dist/paket/${program}.js`;
  if (!existsSync(berkas)) bangun();
  // Compiled once an installation, not once a start. Inside the project, since Node's own choice is a folder in /tmp that
  // another user may have made; where it cannot be written, Node goes on without. An old Node has no such function, and
  // is told so by the program itself.
  module.enableCompileCache?.(`${akar}node_modules/.cache/amanah`);
  createRequire(import.meta.url)(berkas); // not import: it would search eight megabytes for names to export
};

const bangun = () => {
  process.stderr.write('Membangun dist/ (hanya kali pertama) …\n');
  for (const langkah of [['node_modules/@nestjs/cli/bin/nest.js', 'build'], ['bin/paket.mjs']]) {
    const { status } = spawnSync(process.execPath, langkah, { cwd: akar, stdio: ['ignore', 2, 2] });
    if (status !== 0) process.exit(3);
  }
};
