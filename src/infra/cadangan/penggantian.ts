import { open } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { UkuranAkar } from '../event-store/terlayani.js';
import { sinkronkanFolder } from '../event-store/terlayani.js';

/** One line of `penggantian.jsonl`: another log was put in place, or an older one accepted. Written before it happens. */
export type Penggantian = {
  readonly pada: string;
  readonly oleh: string; // the account of the operating system
  readonly alasan: string | null; // null where nothing is lost by it
  /** What stood there; ukuran and akar null where it could not be read. `berkas`: under which name it is kept. */
  readonly semula: {
    readonly ukuran: number | null;
    readonly akar: string | null;
    readonly berkas: string;
  } | null;
  /** What was noted as served last. */
  readonly terlayani: UkuranAkar | null;
  /** What stands there now, and the SHA-256 of the backup it came from. */
  readonly menjadi: UkuranAkar & { readonly cadangan: string | null };
};

export const BERKAS_PENGGANTIAN = 'penggantian.jsonl';

const pengguna = (): string => {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`; // a container's user need not have a name
  }
};

/** Adds a line, durable when it returns. */
export const catatPenggantian = async (
  folder: string,
  isi: Omit<Penggantian, 'pada' | 'oleh'>,
): Promise<void> => {
  const baris: Penggantian = { pada: new Date().toISOString(), oleh: pengguna(), ...isi };
  const berkas = await open(join(folder, BERKAS_PENGGANTIAN), 'a', 0o600);
  try {
    await berkas.appendFile(`${JSON.stringify(baris)}\n`);
    await berkas.sync();
  } finally {
    await berkas.close();
  }
  await sinkronkanFolder(folder);
};
