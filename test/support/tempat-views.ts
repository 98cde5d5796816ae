import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SqliteViewStore } from '../../src/infra/view-store/sqlite.view-store.js';
import type { ViewStore } from '../../src/kernel/view-store.js';

/** The n-th statement fails, before it is carried out or after; 0: none. */
export type Rencana = { ke: number; sebelum: boolean };
export class ListrikPadam extends Error {}

/** A view database of a test's own. */
export type TempatViews = {
  /** A connection to it; closed by who asked. */
  readonly buka: () => Promise<ViewStore>;
  /** Straight into its tables, past the store. */
  readonly sql: (sql: string) => Promise<void>;
  /** A store on which one statement fails. `hitung` counts them all. */
  readonly rapuh: (
    rencana: Rencana,
  ) => Promise<{ views: ViewStore; hitung: { n: number }; tutup: () => Promise<void> }>;
  readonly hapus: () => Promise<void>;
};

const sambunganRapuh = (db: DatabaseSync, rencana: Rencana, hitung: { n: number }): DatabaseSync => {
  const jaga = <T>(kerja: () => T): T => {
    const giliran = ++hitung.n === rencana.ke;
    if (giliran && rencana.sebelum) throw new ListrikPadam();
    const hasil = kerja();
    if (giliran) throw new ListrikPadam();
    return hasil;
  };
  const terjaga = new Set(['run', 'get', 'all', 'exec']);
  const bungkus = <T extends object>(asli: T): T =>
    new Proxy(asli, {
      get: (_, nama) => {
        const nilai = Reflect.get(asli, nama);
        if (nama === 'prepare') return (sql: string) => bungkus(db.prepare(sql));
        if (typeof nilai !== 'function') return nilai;
        if (!terjaga.has(String(nama))) return nilai.bind(asli);
        return (...isi: unknown[]) => jaga(() => nilai.apply(asli, isi));
      },
    });
  return bungkus(db);
};

export const diSqlite = async (): Promise<TempatViews> => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-tampilan-'));
  const sambungan = () => new DatabaseSync(join(folder, 'tampilan.sqlite'), { timeout: 10_000 });
  return {
    buka: async () => SqliteViewStore.open(folder),
    sql: async (sql) => {
      const db = sambungan();
      db.exec(sql);
      db.close();
    },
    rapuh: async (rencana) => {
      const [db, hitung] = [sambungan(), { n: 0 }];
      return {
        views: SqliteViewStore.atas(sambunganRapuh(db, rencana, hitung)),
        hitung,
        tutup: async () => db.close(),
      };
    },
    hapus: async () => rmSync(folder, { recursive: true }),
  };
};
