import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { Penomoran, type SkemaNomor } from './penomoran.js';

type Isi = Parameters<StatementSync['all']>;

/** What Kysely's SQLite dialect asks of a database, over node:sqlite. */
const basis = (db: DatabaseSync): SqliteDatabase => ({
  close: () => db.close(),
  prepare: (teks): SqliteStatement => {
    const s = db.prepare(teks);
    return {
      reader: s.columns().length > 0,
      all: (isi) => s.all(...(isi as Isi)),
      run: (isi) => s.run(...(isi as Isi)),
      iterate: (isi) => s.iterate(...(isi as Isi)),
    };
  },
});

const buka = (berkas: string): Kysely<SkemaNomor> => {
  const db = new DatabaseSync(berkas, { timeout: 10_000 });
  // They can be given again, so a power cut may take the last ones.
  db.exec('pragma journal_mode=wal; pragma synchronous=normal');
  return new Kysely<SkemaNomor>({ dialect: new SqliteDialect({ database: basis(db) }) });
};

/** The numbers in `<folder>/nomor.sqlite`: EventStoreDB with the views of one machine. */
export const penomoranSqlite = async (folder: string): Promise<Penomoran> => {
  const berkas = join(folder, 'nomor.sqlite');
  const penomoran = new Penomoran(buka(berkas), buka(berkas));
  await penomoran.siapkan();
  return penomoran;
};
