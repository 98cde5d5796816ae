import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Dialect, Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { TokoTidakTersedia } from '../../kernel/event-store.js';
import { dalamWaktu } from '../../kernel/tenggat.js';
import { MIGRASI, RAGAM_POSTGRES, RAGAM_SQLITE, type SkemaIdentitas } from './skema.js';

export const BERKAS_IDENTITAS = 'identitas.sqlite';
export const SKEMA_POSTGRES = 'identitas';
const SIBUK_MS = 5_000; // the command line and the server may write at the same time
const TENGGAT = { sambung: 5_000, pernyataan: 10_000, kunci: 5_000 }; // ms
const SAMBUNGAN = 4;
const TUTUP_MS = 500; // a database that does not answer holds up no stop

/** What went wrong, in a word that holds neither address nor password. */
const namaGalat = (e: unknown): string => (e as { code?: string }).code ?? (e instanceof Error ? e.name : '');

/**
 * What is not an event: accounts, persons, sessions, keys, the security log, and files of a cluster. Unlike a view it
 * cannot be built again, so it is written with full durability and belongs into every backup.
 */
export type BasisIdentitas = {
  readonly db: Kysely<SkemaIdentitas>;
  /** True in PostgreSQL, which several instances share. */
  readonly bersama: boolean;
  readonly tutup: () => Promise<void>;
};

/** Where it is: in the view database's server where there is one, else in the data folder. */
export type TempatIdentitas = { readonly folder: string; readonly basisData?: string | undefined };

const databaseSqlite = (db: DatabaseSync): SqliteDatabase => ({
  close: () => db.close(),
  prepare: (teks) => {
    const s = db.prepare(teks);
    const isi = (p: readonly unknown[]): SQLInputValue[] => p as SQLInputValue[];
    return {
      reader: s.columns().length > 0,
      all: (p) => s.all(...isi(p)),
      iterate: (p) => s.iterate(...isi(p)),
      run: (p) => s.run(...isi(p)),
    };
  },
});

const dialekSqlite = (folder: string): Dialect => {
  const berkas = join(folder, BERKAS_IDENTITAS);
  const db = new DatabaseSync(berkas, { timeout: SIBUK_MS });
  chmodSync(berkas, 0o600);
  db.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON',
  );
  return new SqliteDialect({ database: databaseSqlite(db) });
};

const dialekPostgres = async (alamat: string, lapor: (pesan: string) => void): Promise<Dialect> => {
  const { default: pg } = await import('pg'); // the client is loaded only where it is used
  const pool = new pg.Pool({
    connectionString: alamat,
    max: SAMBUNGAN,
    application_name: 'amanah identitas',
    connectionTimeoutMillis: TENGGAT.sambung,
    statement_timeout: TENGGAT.pernyataan,
    query_timeout: TENGGAT.pernyataan + 5_000, // where the server itself does not answer
    lock_timeout: TENGGAT.kunci,
    keepAlive: true,
    onConnect: async (client) => {
      client.on('error', () => undefined); // told by the statement that it fails, or by the pool
      await client.query(`set search_path to ${SKEMA_POSTGRES}`);
    },
  });
  pool.on('error', (e) => lapor(`sambungan basis data identitas terputus (${namaGalat(e)})`));
  return new PostgresDialect({ pool });
};

const keTerbaru = async (db: Kysely<SkemaIdentitas>, bersama: boolean): Promise<void> => {
  const ragam = bersama ? RAGAM_POSTGRES : RAGAM_SQLITE;
  const migrasi = Object.entries(MIGRASI).map(([nama, naik]) => [
    nama,
    { up: (d: typeof db) => naik(d, ragam) },
  ]);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(migrasi) },
    ...(bersama && { migrationTableSchema: SKEMA_POSTGRES }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
};

/** One process at a time, all or nothing: in PostgreSQL the migrator sees to it, in SQLite the write lock does. */
const pindahSkema = async (db: Kysely<SkemaIdentitas>, bersama: boolean): Promise<void> => {
  if (bersama) {
    await sql`create schema if not exists ${sql.id(SKEMA_POSTGRES)}`.execute(db);
    return keTerbaru(db, bersama);
  }
  return db.connection().execute(async (milik) => {
    await sql`begin immediate`.execute(milik);
    try {
      await keTerbaru(milik, bersama);
      await sql`commit`.execute(milik);
    } catch (e) {
      await sql`rollback`.execute(milik);
      throw e;
    }
  });
};

/** Opens it and brings its tables up to date. TokoTidakTersedia when it cannot be used; its words hold no password. */
export const bukaBasisIdentitas = async (
  { folder, basisData }: TempatIdentitas,
  lapor: (pesan: string) => void = () => undefined,
): Promise<BasisIdentitas> => {
  const bersama = basisData !== undefined;
  let db: Kysely<SkemaIdentitas> | undefined;
  try {
    const dialect = bersama ? await dialekPostgres(basisData, lapor) : dialekSqlite(folder);
    const milik = new Kysely<SkemaIdentitas>({ dialect });
    db = milik;
    await pindahSkema(milik, bersama);
    const tutup = (): Promise<void> =>
      dalamWaktu(
        milik.destroy().catch((e: unknown) => lapor(`basis data identitas tidak tertutup: ${namaGalat(e)}`)),
        TUTUP_MS,
        () => lapor(`basis data identitas tidak tertutup dalam ${TUTUP_MS} ms, dan ditinggalkan`),
      );
    return { db: milik, bersama, tutup };
  } catch (e) {
    await db?.destroy().catch(() => undefined);
    const sebab = e instanceof Error ? e.message : String(e);
    throw new TokoTidakTersedia(`Basis data identitas tidak dapat dibuka: ${sebab}.`, e);
  }
};
