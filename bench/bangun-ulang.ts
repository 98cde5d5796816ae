import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Logs } from './logs.js';
import { benderaStart } from './proses.js';
import { type Hasil, selangSeling, simpulkan, TOLOK } from './tolok.js';

const RONDE = 3;
const VIEW = 'capaian'; // the largest rows, and the one that figures are read from
const CLI = join(__dirname, '..', 'src', 'cli', 'main.js');

const jalankan = async (argumen: readonly string[], env: NodeJS.ProcessEnv): Promise<unknown> => {
  const opsi = { env: { ...process.env, NODE_ENV: 'production', ...env }, maxBuffer: 1 << 24 };
  const { stdout } = await promisify(execFile)(process.execPath, [...benderaStart(), ...argumen], opsi);
  return JSON.parse(stdout);
};

/** The verb itself, in a process of its own. Events per second. */
const nyata = async (folder: string): Promise<number> => {
  const { tampilan } = (await jalankan([CLI, 'bangun-ulang', VIEW, '--json'], { AMANAH_DATA: folder })) as {
    tampilan: { peristiwa: number; ms: number }[];
  };
  const [{ peristiwa, ms } = { peristiwa: 0, ms: 1 }] = tampilan;
  return (peristiwa * 1_000) / ms;
};

const polos = async (folder: string): Promise<number> => {
  const tujuan = join(folder, 'polos.sqlite');
  const { peristiwa, ms } = (await jalankan(
    [join(__dirname, 'bangun-polos.js'), folder, VIEW, tujuan],
    {},
  )) as {
    peristiwa: number;
    ms: number;
  };
  for (const akhiran of ['', '-wal', '-shm']) await rm(tujuan + akhiran, { force: true });
  return (peristiwa * 1_000) / ms;
};

/** Rebuilding one view from a log of a million events, with the log and the rows both on disk. */
export const ukurBangunUlang = async (logs: Logs): Promise<Hasil> => {
  const { folder } = await logs.untuk('10^6', { denganTampilan: true });
  const ronde = await selangSeling(
    RONDE,
    () => nyata(folder),
    () => polos(folder),
  );
  return simpulkan(TOLOK['bangun-ulang'], ronde, `tampilan ${VIEW}`);
};
