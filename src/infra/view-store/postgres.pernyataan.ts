import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import { Isian, type Ragam, type Skema } from './kueri.js';

/** The database's schema that holds the views and nothing else: another layout of it is dropped. */
export const SKEMA = 'amanah_tampilan';

const polos = new Kysely<Skema>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Writes the SQL, every table under its schema; the statements run on connections of our own. */
export const penulis = polos.withSchema(SKEMA);

/** Numbers come from a sequence that outlives the tables, so that none is used twice even after another layout. */
export const RAGAM: Ragam = {
  teks: sql`text collate "C"`,
  nomorBaru: (k) => k.primaryKey().defaultTo(sql`nextval('${sql.id(SKEMA, 'nomor_tabel')}')`),
};

export type Nilai = Readonly<Record<string, unknown>>;

/** A statement, the order in which its places are filled, and the name under which a connection prepares it. */
export class Pernyataan {
  readonly teks: string;
  private readonly parameter: readonly unknown[];

  constructor(
    query: Compilable,
    readonly nama?: string,
  ) {
    const { sql, parameters } = query.compile();
    this.teks = sql;
    this.parameter = parameters;
  }

  isi(nilai: Nilai): unknown[] {
    return this.parameter.map((p) => (p instanceof Isian ? nilai[p.nama] : p));
  }
}

/** Plain SQL, for what no query builder has a word for. */
export const polosan = (teks: ReturnType<typeof sql>): Pernyataan =>
  new Pernyataan({ compile: () => teks.compile(penulis) });
