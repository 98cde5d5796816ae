// How `npm start` and `npm run amanah` reach the built program. What is not built yet, or is older than its sources, is
// built first; what the build says goes to standard error, since standard output may be one JSON document.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PROGRAM } from './program.mjs';

const akar = fileURLToPath(new URL('..', import.meta.url));
const nest = `${akar}node_modules/@nestjs/cli/bin/nest.js`;
const TERLAMA = 120_000; // ms; a build that takes longer was broken off

const diubah = (berkas) => statSync(berkas, { throwIfNoEntry: false })?.mtimeMs;
const tidur = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Whether a program is missing, or older than a source; an installation without sources has nothing to compare. */
const perluDibangun = () => {
  const tertua = Math.min(
    ...Object.keys(PROGRAM).map((p) => diubah(`${akar}paket/${p}.js`) ?? Number.NEGATIVE_INFINITY),
  );
  if (!existsSync(`${akar}src`)) return tertua === Number.NEGATIVE_INFINITY;
  const sumber = readdirSync(`${akar}src`, { recursive: true }).filter((b) =>
    /(?<!\.spec|\.contoh)\.ts$|\.typ$/.test(b),
  );
  return [`${akar}bin/paket.mjs`, `${akar}bin/program.mjs`, ...sumber.map((b) => `${akar}src/${b}`)].some(
    (b) => diubah(b) > tertua,
  );
};

/** Whether it was built. */
const bangun = () => {
  process.stderr.write('Membangun program (hanya setelah dipasang atau diperbarui) …\n');
  return [[nest, 'build'], ['bin/paket.mjs']].every((langkah) => {
    const { status } = spawnSync(process.execPath, langkah, { cwd: akar, stdio: ['ignore', 2, 2] });
    return status === 0;
  });
};

const ambilGiliran = (kunci) => {
  for (let menunggu = false; ; menunggu = true) {
    try {
      return mkdirSync(kunci);
    } catch (e) {
      if (e.code !== 'EEXIST') throw e;
    }
    if (Date.now() - (diubah(kunci) ?? Date.now()) > TERLAMA) return; // its owner was killed
    if (!menunggu) process.stderr.write('Menunggu pembangunan yang sedang berjalan …\n');
    tidur(200);
  }
};

/** One build at a time: a second one waits for the first, and finds its work done. */
const bangunBergiliran = () => {
  const kunci = `${akar}node_modules/.amanah-membangun`;
  ambilGiliran(kunci);
  const jadi = !perluDibangun() || bangun();
  rmSync(kunci, { recursive: true, force: true });
  if (!jadi) process.exit(3);
};

/** Runs one of the programs that bin/paket.mjs makes. */
export const muat = (program) => {
  const berkas = `${akar}paket/${program}.js`;
  if (perluDibangun() && existsSync(nest)) bangunBergiliran();
  if (!existsSync(berkas)) {
    process.stderr.write(
      'Program belum dibangun. Jalankan npm install (tanpa --omit=dev), lalu npm run build.\n',
    );
    process.exit(3);
  }
  // Compiled once an installation, not once a start. Inside the project, since Node's own choice is a folder in /tmp that
  // another user may have made; where it cannot be written, Node goes on without. An old Node has no such function, and
  // is told so by the program itself.
  module.enableCompileCache?.(`${akar}node_modules/.cache/amanah`);
  createRequire(import.meta.url)(berkas); // not import: it would search eight megabytes for names to export
};
