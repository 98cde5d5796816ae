import { existsSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Frontier } from '../integrity/merkle.js';
import { BLOK, barisLarik, berkasLog } from './berkas-log.js';
import { LogMundur } from './log-mundur.js';

/** A log at one size; `akar` is the RFC 6962 root in hex. */
export type UkuranAkar = { readonly ukuran: number; readonly akar: string };

const BERKAS = 'log.terlayani';
const BENTUK = /^amanah\.log\.terlayani\n(\d{1,15})\n([0-9a-f]{64})\n$/;

/** The newest size and root that were noted as served from this folder; null when nothing ever was. Throws LogMundur when the note cannot be read. */
export const bacaTerlayani = (folder: string): UkuranAkar | null => {
  const berkas = join(folder, BERKAS);
  if (!existsSync(berkas)) return null;
  const [, ukuran, akar] = BENTUK.exec(readFileSync(berkas, 'utf8')) ?? [];
  if (ukuran === undefined || akar === undefined)
    throw new LogMundur(`Catatan ${berkas} tidak terbaca, jadi ukuran log yang terakhir tidak diketahui`);
  return { ukuran: Number(ukuran), akar };
};

/** Durable when it returns: `isi` to a new file, synced, in place of the old one; a reader never sees half of it. */
export const gantiBerkas = async (berkas: string, isi: string): Promise<void> => {
  const baru = `${berkas}.baru`;
  const tulis = await open(baru, 'w', 0o600);
  try {
    await tulis.writeFile(isi);
    await tulis.sync();
  } finally {
    await tulis.close();
  }
  await rename(baru, berkas);
  await sinkronkanFolder(dirname(berkas));
};

/** Makes names in a folder durable. Windows has no such call, and keeps names by its journal. */
export const sinkronkanFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const pegangan = await open(folder, 'r');
  try {
    await pegangan.sync();
  } finally {
    await pegangan.close();
  }
};

/** Notes what was served. Only ever given what is durable in the log, so that the note is never ahead of it. */
export const catatTerlayani = (folder: string, { ukuran, akar }: UkuranAkar): Promise<void> =>
  gantiBerkas(join(folder, BERKAS), `amanah.log.terlayani\n${ukuran}\n${akar}\n`);

/** Size and root (hex) that the file says it has. */
export const ukuranAkar = (db: DatabaseSync): UkuranAkar => {
  const [ukuran, akar] = barisLarik(db, 'SELECT ukuran, akar FROM akar').get() as unknown as [
    number,
    Uint8Array,
  ];
  return { ukuran, akar: Buffer.from(akar).toString('hex') };
};

/** Root (hex) of the first `ukuran` events, out of the stored nodes and leaves; undefined when the log is shorter. */
const akarSaat = (db: DatabaseSync, ukuran: number): string | undefined => {
  const blok = Math.floor(ukuran / BLOK);
  const besar = Frontier.kosong();
  const kecil = Frontier.kosong();
  // The last block of a shorter log is not full, and has no node.
  const simpulPenuh = 'SELECT simpul FROM blok WHERE nomor < ? AND simpul IS NOT NULL ORDER BY nomor';
  for (const [simpul] of barisLarik(db, simpulPenuh).iterate(blok) as unknown as Iterable<[Uint8Array]>)
    besar.tambah(simpul);
  for (const [daun] of barisLarik(
    db,
    'SELECT leaf FROM events WHERE pos >= ? AND pos < ? ORDER BY pos',
  ).iterate(blok * BLOK, ukuran) as unknown as Iterable<[Uint8Array]>)
    kecil.tambah(daun);
  if (besar.ukuran * BLOK + kecil.ukuran !== ukuran) return undefined;
  const tepi = Buffer.concat([besar.toBytes(), kecil.toBytes()]);
  return Buffer.from(Frontier.dari(ukuran, tepi).akar()).toString('hex');
};

/** Whether the log began as that one: it has at least its size, and had its root there. */
export const memuat = (db: DatabaseSync, { ukuran, akar }: UkuranAkar): boolean =>
  akarSaat(db, ukuran) === akar;

/** Throws LogMundur unless the log holds everything that was ever served from this folder. */
export const periksaTerlayani = (folder: string, db: DatabaseSync): void => {
  const catatan = bacaTerlayani(folder);
  if (catatan === null || memuat(db, catatan)) return;
  const { ukuran } = ukuranAkar(db);
  const tercatat = `${catatan.ukuran} peristiwa dengan akar ${catatan.akar}`;
  throw new LogMundur(
    ukuran < catatan.ukuran
      ? `Log berisi ${ukuran} peristiwa: lebih pendek daripada checkpoint ${catatan.ukuran} yang pernah dilayani folder ini (${tercatat})`
      : `Log berbeda dari yang pernah dilayani folder ini pada checkpoint ${catatan.ukuran} (${tercatat})`,
  );
};

/** The same beside whoever writes the log. Gives what is wrong; undefined when nothing is. */
export const masalahTerlayani = (folder: string): string | undefined => {
  const db = new DatabaseSync(berkasLog(folder), { readOnly: true, timeout: 1_000 });
  try {
    periksaTerlayani(folder, db);
    return undefined;
  } catch (e) {
    if (e instanceof LogMundur) return e.message;
    throw e;
  } finally {
    db.close();
  }
};
