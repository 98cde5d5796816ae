import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Penomoran, type SkemaNomor } from './penomoran.js';

const TENGGAT = 5_000; // ms
const SEKEMA = 'amanah_nomor';
/** Any number that nobody else of ours takes: several instances may start at once. */
const KUNCI_TATA_LETAK = 7_162_023;

/**
 * Asked before the layout is: even "create index if not exists" takes locks, and a program that started while another
 * numbered was the half of a deadlock.
 */
const terpasang = async (db: Kysely<SkemaNomor>): Promise<boolean> => {
  const tabel = CompiledQuery.raw(`select 1 where to_regclass('${SEKEMA}.nomor_keadaan') is not null`);
  if ((await db.executeQuery(tabel)).rows.length === 0) return false;
  const keadaan = await db.withSchema(SEKEMA).selectFrom('nomor_keadaan').select('satu').execute();
  return keadaan.length > 0;
};

/** The numbers in a schema of their own of the view database. Their loss costs a numbering anew, so a commit may be late. */
export const penomoranPostgres = async (alamat: string): Promise<Penomoran> => {
  const pool = new pg.Pool({
    connectionString: alamat,
    max: 4,
    application_name: 'amanah nomor',
    connectionTimeoutMillis: TENGGAT,
    statement_timeout: TENGGAT,
    query_timeout: 2 * TENGGAT,
    keepAlive: true,
  });
  pool.on('error', () => undefined); // an idle connection that was cut; who asks next is told
  const dasar = new Kysely<SkemaNomor>({ dialect: new PostgresDialect({ pool }) });
  const penomoran = new Penomoran(dasar.withSchema(SEKEMA));
  try {
    if (await terpasang(dasar)) return penomoran;
    await dasar.connection().execute(async (satu) => {
      await satu.executeQuery(CompiledQuery.raw(`select pg_advisory_lock(${KUNCI_TATA_LETAK})`));
      try {
        await satu.schema.createSchema(SEKEMA).ifNotExists().execute();
        await penomoran.siapkan();
      } finally {
        await satu.executeQuery(CompiledQuery.raw(`select pg_advisory_unlock(${KUNCI_TATA_LETAK})`));
      }
    });
    return penomoran;
  } catch (e) {
    await penomoran.tutup();
    throw e;
  }
};
