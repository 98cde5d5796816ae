import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { Penolakan } from '../../kernel/penolakan.js';
import type { Larik } from './larik.js';
import type { Nilai, Pernyataan } from './postgres.pernyataan.js';

const TENGGAT_SAMBUNG = 5_000; // ms, also for a free connection of the pool
const TENGGAT_PERNYATAAN = 30_000;
const TENGGAT_KUNCI = 2_000;
const UMUR = 3_600; // s; statements prepared for tables that are gone go with their connection
const PERCOBAAN = 6;
const JEDA = 25; // ms, doubled each time

/** Another transaction was in the way: serialization failure, deadlock, a lock that was not given in time. */
const DAPAT_DIULANG = ['40001', '40P01', '55P03'];
const TABEL_TIDAK_ADA = '42P01';

/** The view database did not answer. Whoever asked may ask again; a runner does. */
export class BasisDataTidakTersedia extends Penolakan {
  /** For an operator; who asks over the network is told the code's own sentence. */
  readonly pesan: string;

  constructor(override readonly cause: unknown) {
    super('COBA_LAGI', { sebab: sebab(cause) });
    this.pesan = `Basis data tampilan tidak tersedia (${sebab(cause)})`;
    this.message = this.pesan;
  }
}

/** What went wrong, in words that hold neither address nor password. */
const sebab = (e: unknown): string => {
  const kode = kodeGalat(e);
  if (e instanceof pg.DatabaseError) return `${kode}: ${e.message}`;
  return kode ?? (e instanceof Error ? e.message : String(e));
};
export const kodeGalat = (e: unknown): string | undefined => (e as { code?: string } | null)?.code;
export const tabelHilang = (e: unknown): boolean => kodeGalat(e) === TABEL_TIDAK_ADA;

/** A lost connection, the server's shutdown, a time that ran out; not what the server said of our statement, nor a fault of ours. */
const tidakTersedia = (e: unknown): boolean => {
  if (e instanceof pg.DatabaseError) return /^(08|53|57)/.test(e.code ?? '');
  return !(e instanceof TypeError || e instanceof RangeError);
};

const angkaAman = (teks: string): number => {
  const n = Number(teks);
  if (!Number.isSafeInteger(n)) throw new RangeError(`bilangan di luar jangkauan: ${teks}`);
  return n;
};
const TIPE = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? angkaAman : pg.types.getTypeParser(oid, format as 'text'),
};

export const kolam = (alamat: string, banyak: number): pg.Pool =>
  new pg.Pool({
    connectionString: alamat,
    max: banyak,
    application_name: 'amanah tampilan',
    connectionTimeoutMillis: TENGGAT_SAMBUNG,
    statement_timeout: TENGGAT_PERNYATAAN,
    query_timeout: TENGGAT_PERNYATAAN + 5_000, // where the server itself does not answer
    lock_timeout: TENGGAT_KUNCI,
    idle_in_transaction_session_timeout: 2 * TENGGAT_PERNYATAAN,
    maxLifetimeSeconds: UMUR,
    keepAlive: true,
    types: TIPE,
    onConnect: async (client) => {
      client.on('error', () => undefined); // told by the statement that it fails, or by the pool
      // Rows can be built again: after a crash of the server the last commits may be missing, never half there.
      await client.query('set synchronous_commit = off');
    },
  });

type Penanya = Pick<pg.ClientBase, 'query'>;

const tanya = async (lewat: Penanya, p: Pernyataan, nilai: Nilai): Promise<pg.QueryArrayResult> => {
  const { nama, teks } = p;
  return lewat.query({ ...(nama && { name: nama }), text: teks, values: p.isi(nilai), rowMode: 'array' });
};

/** Statements of one transaction. */
export class Transaksi {
  constructor(private readonly client: Penanya) {}

  async semua(p: Pernyataan, nilai: Nilai = {}): Promise<readonly Larik[]> {
    return (await this.jalankan(p, nilai)).rows;
  }
  /** Gives how many rows were changed. */
  async ubah(p: Pernyataan, nilai: Nilai = {}): Promise<number> {
    return (await this.jalankan(p, nilai)).rowCount ?? 0;
  }
  private jalankan(p: Pernyataan, nilai: Nilai): Promise<pg.QueryArrayResult> {
    return tanya(this.client, p, nilai).catch(lempar);
  }
}

const lempar = (e: unknown): never => {
  throw tidakTersedia(e) ? new BasisDataTidakTersedia(e) : e;
};

/** Once more, a few times, what another transaction was in the way of. */
const berulang = async <T>(kerja: () => Promise<T>, boleh = () => true): Promise<T> => {
  for (let percobaan = 1; ; percobaan++) {
    try {
      return await kerja();
    } catch (e) {
      if (!DAPAT_DIULANG.includes(kodeGalat(e) ?? '')) throw e;
      if (!boleh() || percobaan === PERCOBAAN) throw new BasisDataTidakTersedia(e);
      await setTimeout(JEDA * 2 ** percobaan * (0.5 + Math.random()));
    }
  }
};

const dibatalkan = (client: Penanya): Promise<boolean> =>
  client.query('rollback').then(
    () => true,
    () => false,
  );

export type OpsiTransaksi = {
  readonly mulai?: string;
  /** False once the work has used up what it cannot be given twice. */
  readonly bolehUlang?: () => boolean;
};

/** The connections of one view store. Errors: BasisDataTidakTersedia, or the server's own. */
export class Sambungan {
  constructor(
    private readonly pool: pg.Pool,
    lapor: (pesan: string) => void,
  ) {
    pool.on('error', (e) => lapor(`sambungan basis data tampilan terputus (${sebab(e)})`));
  }

  /** One statement, which is a transaction of its own. */
  semua(p: Pernyataan, nilai: Nilai = {}): Promise<readonly Larik[]> {
    return berulang(async () => (await tanya(this.pool as Penanya, p, nilai).catch(lempar)).rows);
  }

  /** All of the work or nothing of it; done again, a few times, when another transaction was in the way. */
  transaksi<T>(kerja: (t: Transaksi) => Promise<T>, opsi: OpsiTransaksi = {}): Promise<T> {
    const { mulai = 'begin', bolehUlang = () => true } = opsi;
    return berulang(() => this.sekali(mulai, kerja), bolehUlang);
  }

  async close(): Promise<void> {
    if (!this.pool.ended && !this.pool.ending) await this.pool.end();
  }

  private async sekali<T>(mulai: string, kerja: (t: Transaksi) => Promise<T>): Promise<T> {
    const client = await this.pool.connect().catch(lempar);
    let terpakai = true;
    try {
      await client.query(mulai).catch(lempar);
      const hasil = await kerja(new Transaksi(client));
      await client.query('commit').catch(lempar);
      return hasil;
    } catch (e) {
      // A connection that failed, or still waits for its answer, goes, and the transaction with it.
      terpakai = !(e instanceof BasisDataTidakTersedia) && (await dibatalkan(client));
      throw e;
    } finally {
      client.release(!terpakai);
    }
  }
}
