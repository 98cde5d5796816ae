import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  createReadStream,
  createWriteStream,
  fdatasyncSync,
  openSync,
  statSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { backup, DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { bukaBerkas } from '../event-store/berkas-log.js';

/** Hears how far a work is: `selesai` of `dari` of the stage `tahap`. */
export type Lapor = (tahap: string, selesai: number, dari: number) => void;

const HALAMAN = 1_024; // pages a step, 4 MB

/**
 * Copies the log of a folder to `ke`, as it stands in one instant, beside whoever writes it. The open transaction holds
 * that instant: without it every commit in between would begin the copy anew. Each step is synced before the next, or
 * the writer's own sync would wait behind a gigabyte of ours (docs/adr/0015). Meanwhile the writer's WAL grows.
 */
export const salinPotret = async (folder: string, ke: string, lapor: Lapor): Promise<void> => {
  const db = bukaBerkas(folder, true);
  // One handle until the end: closing any handle of the copy would drop SQLite's own lock on it.
  let salinan: number | undefined;
  const progress = ({ totalPages, remainingPages }: Langkah): void => {
    salinan ??= openSync(ke, 'r+');
    fdatasyncSync(salinan);
    lapor('Menyalin log', totalPages - remainingPages, totalPages);
  };
  try {
    db.exec('BEGIN');
    db.prepare('SELECT ukuran FROM akar').get();
    await backup(db, ke, { rate: HALAMAN, progress });
    db.exec('COMMIT');
  } finally {
    if (salinan !== undefined) closeSync(salinan);
    db.close();
  }
  await rapikanSalinan(ke);
};

/** For its owner alone, as its folder is, since a backup travels; one file that needs no other; durable. */
export const rapikanSalinan = async (berkas: string): Promise<void> => {
  chmodSync(berkas, 0o600);
  sendiri(berkas);
  await sinkronkanBerkas(berkas);
};
type Langkah = { readonly totalPages: number; readonly remainingPages: number };

/** One file that needs no other beside it and can be read where nothing can be written. */
const sendiri = (berkas: string): void => {
  const db = new DatabaseSync(berkas);
  try {
    db.exec('PRAGMA journal_mode = DELETE');
  } finally {
    db.close();
  }
};

export const sinkronkanBerkas = async (berkas: string): Promise<void> => {
  const pegangan = await open(berkas, 'r+');
  try {
    await pegangan.sync();
  } finally {
    await pegangan.close();
  }
};

/** SHA-256 (hex) of a file; given `ke`, copied there on the way, durably. */
export const sidikBerkas = async (berkas: string, ke: string | null, lapor: Lapor): Promise<string> => {
  const [sidik, total] = [createHash('sha256'), statSync(berkas).size];
  let selesai = 0;
  const hitung = async function* (potongan: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const potong of potongan) {
      sidik.update(potong);
      selesai += potong.length;
      lapor(ke === null ? 'Menghitung sidik' : 'Menyalin cadangan', selesai, total);
      if (ke !== null) yield potong;
    }
  };
  const baca = createReadStream(berkas, { highWaterMark: 1_048_576 });
  if (ke === null) for await (const _ of hitung(baca));
  else {
    await pipeline(baca, hitung, createWriteStream(ke, { flags: 'wx', mode: 0o600 }));
    await sinkronkanBerkas(ke);
  }
  return sidik.digest('hex');
};
