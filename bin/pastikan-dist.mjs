// A fresh clone has no dist/: it is built once, before the first verb or start. What the build says goes to standard
// error, since standard output may be one JSON document.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const akar = fileURLToPath(new URL('..', import.meta.url));
if (!existsSync(`${akar}dist/main.js`)) {
  process.stderr.write('Membangun dist/ (hanya kali pertama) …\n');
  const nest = `${akar}node_modules/@nestjs/cli/bin/nest.js`;
  const { status } = spawnSync(process.execPath, [nest, 'build'], { cwd: akar, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(3);
}
