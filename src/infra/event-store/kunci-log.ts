import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { TokoTidakTersedia } from '../../kernel/event-store.js';
import { buatFolderData } from './folder-data.js';

/** Who holds the log, for people and for the command line. The lock itself is the operating system's. */
export type Pemegang = { readonly pid: number; readonly boot: string | null; readonly mulai: string | null };

/** Another living process writes to this log. */
export class LogTerkunci extends TokoTidakTersedia {
  constructor(
    readonly folder: string,
    readonly pemegang: Pemegang | null,
    sebab: unknown,
  ) {
    const siapa = pemegang === null ? 'proses lain' : `proses ${pemegang.pid}`;
    super(`Folder data ${folder} sedang dipakai ${siapa}. Hentikan proses itu lebih dahulu.`, sebab);
    this.name = 'LogTerkunci';
  }
}

const baca = (berkas: string): string | null => {
  try {
    return readFileSync(berkas, 'utf8').trim();
  } catch {
    return null;
  }
};

/** Start of this process in clock ticks since boot (proc(5), stat field 22; the name in field 2 may hold spaces). */
const mulaiProses = (): string | null =>
  baca('/proc/self/stat')
    ?.replace(/^.*\) /s, '')
    .split(' ')[19] ?? null;

/** Who wrote `log.kunci`, whether or not it still lives; null when nobody did. */
export const bacaPemegang = (folder: string): Pemegang | null => {
  try {
    return JSON.parse(baca(join(folder, 'log.kunci')) ?? 'null') as Pemegang | null;
  } catch {
    return null;
  }
};

/**
 * Takes the one writer's lock of a folder (made if need be), or throws LogTerkunci; gives the function that releases it. The lock is an
 * SQLite write lock on an empty database, so the kernel drops it with the process: no stale lock to judge, no pid that
 * another process was given since, no living process robbed, in containers that share a folder too.
 */
export const kunciLog = (folder: string): (() => void) => {
  buatFolderData(folder);
  const kunci = new DatabaseSync(join(folder, 'log.kunci.sqlite'), { timeout: 0 });
  try {
    kunci.exec('BEGIN IMMEDIATE');
  } catch (e) {
    kunci.close();
    throw new LogTerkunci(folder, bacaPemegang(folder), e);
  }
  const pemegang: Pemegang = {
    pid: process.pid,
    boot: baca('/proc/sys/kernel/random/boot_id'),
    mulai: mulaiProses(),
  };
  const berkas = join(folder, 'log.kunci');
  writeFileSync(`${berkas}.baru`, `${JSON.stringify(pemegang)}\n`);
  renameSync(`${berkas}.baru`, berkas); // a reader sees the old one or the new one, never half
  return () => {
    rmSync(berkas, { force: true });
    kunci.close();
  };
};
