import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as tidur } from 'node:timers/promises';
import { pulihkan } from '../../src/infra/cadangan/pulihkan.js';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import { Frontier, leafHash } from '../../src/infra/integrity/merkle.js';
import { periksaLog } from '../../src/infra/integrity/periksa-log.js';
import { SqliteViewStore } from '../../src/infra/view-store/sqlite.view-store.js';
import { DAFTAR_TAMPILAN } from '../../src/projections/runtime/daftar-tampilan.js';
import { periksaTampilan } from '../../src/projections/runtime/periksa-tampilan.js';
import { Runner } from '../../src/projections/runtime/runner.js';

export const CADANGAN = Number(process.env.AMANAH_CRASH_CADANGAN ?? 20);

export type Cadangan = { readonly folder: string; readonly ukuran: number; readonly akar: string };

/** Backups below `induk`, one after the other, each at a moment of its own; `amanah` runs a verb of the command line. */
export const cadangkanAcak = async (
  induk: string,
  amanah: (...argumen: string[]) => Promise<string>,
): Promise<readonly Cadangan[]> => {
  const cadangan: Cadangan[] = [];
  for (let i = 0; i < CADANGAN; i++) {
    await tidur(randomInt(0, 400));
    const folder = join(induk, `cadangan-${i}`);
    const { ukuran, akar } = JSON.parse(await amanah('cadangkan', folder)) as Omit<Cadangan, 'folder'>;
    cadangan.push({ folder, ukuran, akar });
  }
  return cadangan;
};

/** Roots of a log at the sizes of the backups, out of the bytes themselves. */
export const akarPada = async (
  bytes: Iterable<string> | AsyncIterable<string>,
  cadangan: readonly Cadangan[],
): Promise<ReadonlyMap<number, string>> => {
  const ukuran = new Set(cadangan.map((c) => c.ukuran));
  const frontier = Frontier.kosong();
  const akar = new Map<number, string>();
  for await (const satu of bytes) {
    frontier.tambah(leafHash(satu));
    if (ukuran.has(frontier.ukuran)) akar.set(frontier.ukuran, Buffer.from(frontier.akar()).toString('hex'));
  }
  return akar;
};

/** Restores each to a folder below `induk`. Gives how many have another root than the log had, and how many rows differ. */
export const pulihkanSemua = async (
  induk: string,
  cadangan: readonly Cadangan[],
  akar: ReadonlyMap<number, string>,
): Promise<{ akarBeda: number; tampilanBeda: number }> => {
  let [akarBeda, tampilanBeda] = [0, 0];
  for (const [i, c] of cadangan.entries()) {
    const tujuan = join(induk, `pulih-${i}`);
    await pulihkan(c.folder, tujuan, null, () => undefined);
    const { ukuran, akar: nyata, masalah } = await periksaLog(tujuan);
    expect(masalah).toEqual([]);
    if (ukuran !== c.ukuran || nyata !== c.akar || akar.get(ukuran) !== nyata) akarBeda++;
    tampilanBeda += await bedaTampilan(tujuan);
  }
  return { akarBeda, tampilanBeda };
};

/** How many sizes they have: few, and nothing was written meanwhile. */
export const ukuranBerbeda = (cadangan: readonly Cadangan[]): number =>
  new Set(cadangan.map((c) => c.ukuran)).size;

/** Builds the views of a restored folder as a start would, and compares them with a clean fold. */
const bedaTampilan = async (folder: string): Promise<number> => {
  const store = SqliteEventStore.open(folder);
  const views = SqliteViewStore.open(folder);
  const runner = new Runner(store, views, DAFTAR_TAMPILAN);
  await runner.kejar();
  const beda = await periksaTampilan(store, views, DAFTAR_TAMPILAN);
  const tertinggal = (await views.posisi('riwayat')) !== (await store.posisi());
  await runner.berhenti();
  await views.close();
  await store.close();
  return beda.length + (tertinggal ? 1 : 0);
};
