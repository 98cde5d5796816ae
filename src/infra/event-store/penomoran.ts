import { type Kysely, sql } from 'kysely';
import { Frontier } from '../integrity/merkle.js';
import type { LetakEsdb } from './esdb.klien.js';

/** One event's number: its place in the one order, and what is needed to find its bytes again and to prove them. */
export type BarisNomor = LetakEsdb & {
  readonly posisi: number;
  readonly stream: string;
  readonly rev: number;
  readonly at: string;
  readonly leaf: string;
};

/** Up to where the server's log has been read and numbered, and the tree over what was numbered. */
export type KeadaanNomor = {
  readonly ukuran: number;
  readonly sampai: LetakEsdb | null;
  readonly frontier: Frontier;
};

export type SkemaNomor = {
  nomor: BarisNomor;
  nomor_blok: { blok: number; awal: string };
  nomor_keadaan: {
    satu: number;
    ukuran: number;
    commit: number | null;
    prepare: number | null;
    frontier: string;
    akar: string;
  };
};
type Db = Kysely<SkemaNomor>;

const BLOK = 1_024;
const KEADAAN = 1; // the one row of nomor_keadaan
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/**
 * The numbers that the sequencer gave, in the view database: dense from 0, in the server's order. Written by
 * compare-and-set on what was numbered before, so that two sequencers at once never give one number twice. They can
 * always be given again: the same log gives the same numbers.
 */
export class Penomoran {
  /** `baca` and `tulis` may be one; two where a reader of the same connection would see an open transaction (SQLite). */
  constructor(
    private readonly baca: Db,
    private readonly tulis: Db = baca,
  ) {}

  async siapkan(): Promise<void> {
    await this.tulis.transaction().execute(async (t) => {
      await buatTabelNomor(t);
      await buatTabelKeadaan(t);
      const akar = hex(Frontier.kosong().akar());
      const awal = { satu: KEADAAN, ukuran: 0, commit: null, prepare: null, frontier: '', akar };
      await t
        .insertInto('nomor_keadaan')
        .values(awal)
        .onConflict((oc) => oc.column('satu').doNothing())
        .execute();
    });
  }

  async keadaan(): Promise<KeadaanNomor> {
    const { ukuran, commit, prepare, frontier } = await this.baca
      .selectFrom('nomor_keadaan')
      .selectAll()
      .executeTakeFirstOrThrow();
    const sampai = commit === null || prepare === null ? null : { commit: +commit, prepare: +prepare };
    return { ukuran: +ukuran, sampai, frontier: Frontier.dari(+ukuran, Buffer.from(frontier, 'hex')) };
  }

  /** Size and root (hex) of the tree over all numbered events. */
  async akar(): Promise<{ ukuran: number; akar: string }> {
    const { ukuran, akar } = await this.baca
      .selectFrom('nomor_keadaan')
      .select(['ukuran', 'akar'])
      .executeTakeFirstOrThrow();
    return { ukuran: +ukuran, akar };
  }

  /** Puts rows after `dari` and moves on to `menjadi`; false when somebody else has moved on from there already. */
  async tambah(dari: KeadaanNomor, baris: readonly BarisNomor[], menjadi: KeadaanNomor): Promise<boolean> {
    return this.tulis.transaction().execute(async (t) => {
      if (!(await majukan(t, dari, menjadi))) return false;
      if (baris.length > 0) await sisipkan(t, baris);
      return true;
    });
  }

  /** Where the last event that has a number stands. */
  async letakTerakhir(): Promise<LetakEsdb | null> {
    const akhir = await this.baca
      .selectFrom('nomor')
      .select(['commit', 'prepare'])
      .orderBy('posisi', 'desc')
      .limit(1)
      .executeTakeFirst();
    return akhir === undefined ? null : { commit: +akhir.commit, prepare: +akhir.prepare };
  }

  /** At most `batas` numbers from `dari` on. */
  async halaman(dari: number, batas: number): Promise<BarisNomor[]> {
    const baris = await this.baca
      .selectFrom('nomor')
      .selectAll()
      .where('posisi', '>=', dari)
      .orderBy('posisi')
      .limit(batas)
      .execute();
    return baris.map(angka);
  }

  /** The numbers of a stream's events up to `sampai`, in their order. */
  async milik(stream: string, sampai: number): Promise<BarisNomor[]> {
    const baris = await this.baca
      .selectFrom('nomor')
      .selectAll()
      .where('stream', '=', stream)
      .where('posisi', '<=', sampai)
      .orderBy('rev')
      .execute();
    return baris.map(angka);
  }

  /** The number of the last event up to that place of the server's log (-1: none); null while the place has not been reached. */
  async posisiDari(commit: number): Promise<number | null> {
    const { sampai } = await this.keadaan();
    if (commit >= 0 && (sampai === null || sampai.commit < commit)) return null;
    const baris = await this.baca
      .selectFrom('nomor')
      .select('posisi')
      .where('commit', '<=', commit)
      .orderBy('posisi', 'desc')
      .limit(1)
      .executeTakeFirst();
    return baris === undefined ? -1 : +baris.posisi;
  }

  /** The last number whose event was recorded at or before `at` (ISO 8601 UTC, milliseconds); -1 when there is none. */
  async posisiPada(at: string): Promise<number> {
    const blok = await this.baca
      .selectFrom('nomor_blok')
      .select('blok')
      .where('awal', '<=', at)
      .orderBy('blok', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (blok === undefined) return -1;
    const baris = await this.baca
      .selectFrom('nomor')
      .select('posisi')
      .where('posisi', '>=', +blok.blok * BLOK)
      .where('posisi', '<', (+blok.blok + 1) * BLOK)
      .where('at', '<=', at)
      .orderBy('posisi', 'desc')
      .limit(1)
      .executeTakeFirst();
    return baris === undefined ? -1 : +baris.posisi;
  }

  /** Throws all numbers away; they are given again from the server's log, the same ones. */
  async kosongkan(): Promise<void> {
    await this.tulis.transaction().execute(async (t) => {
      for (const tabel of ['nomor', 'nomor_blok', 'nomor_keadaan'] as const)
        await t.deleteFrom(tabel).execute();
    });
    await this.siapkan();
  }

  async tutup(): Promise<void> {
    await this.baca.destroy();
    if (this.tulis !== this.baca) await this.tulis.destroy();
  }
}

const buatTabelNomor = async (t: Db): Promise<void> => {
  await t.schema
    .createTable('nomor')
    .ifNotExists()
    .addColumn('posisi', 'bigint', (k) => k.primaryKey())
    .addColumn('commit', 'bigint', (k) => k.notNull())
    .addColumn('prepare', 'bigint', (k) => k.notNull())
    .addColumn('stream', 'text', (k) => k.notNull())
    .addColumn('rev', 'bigint', (k) => k.notNull())
    .addColumn('at', 'text', (k) => k.notNull())
    .addColumn('leaf', 'text', (k) => k.notNull())
    .addUniqueConstraint('nomor_stream_rev', ['stream', 'rev'])
    .execute();
  await t.schema.createIndex('nomor_commit').ifNotExists().on('nomor').column('commit').execute();
};

const buatTabelKeadaan = async (t: Db): Promise<void> => {
  await t.schema
    .createTable('nomor_blok')
    .ifNotExists()
    .addColumn('blok', 'bigint', (k) => k.primaryKey())
    .addColumn('awal', 'text', (k) => k.notNull())
    .execute();
  await t.schema
    .createTable('nomor_keadaan')
    .ifNotExists()
    .addColumn('satu', 'integer', (k) => k.primaryKey())
    .addColumn('ukuran', 'bigint', (k) => k.notNull())
    .addColumn('commit', 'bigint')
    .addColumn('prepare', 'bigint')
    .addColumn('frontier', 'text', (k) => k.notNull())
    .addColumn('akar', 'text', (k) => k.notNull())
    .execute();
};

/** Compare-and-set: false when the numbers do not stand where `dari` says. */
const majukan = async (t: Db, dari: KeadaanNomor, menjadi: KeadaanNomor): Promise<boolean> => {
  const { numUpdatedRows } = await t
    .updateTable('nomor_keadaan')
    .set({
      ukuran: menjadi.ukuran,
      commit: menjadi.sampai?.commit ?? null,
      prepare: menjadi.sampai?.prepare ?? null,
      frontier: hex(menjadi.frontier.toBytes()),
      akar: hex(menjadi.frontier.akar()),
    })
    .where('ukuran', '=', dari.ukuran)
    .where(sql`coalesce(${sql.ref('commit')}, -1)`, '=', dari.sampai?.commit ?? -1)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

const sisipkan = async (t: Db, baris: readonly BarisNomor[]): Promise<void> => {
  await t
    .insertInto('nomor')
    .values([...baris])
    .execute();
  await t
    .insertInto('nomor_blok')
    .values([...blokDari(baris)].map(([blok, awal]) => ({ blok, awal })))
    .onConflict((oc) =>
      oc.column('blok').doUpdateSet((eb) => ({
        awal: eb
          .case()
          .when('nomor_blok.awal', '<', eb.ref('excluded.awal'))
          .then(eb.ref('nomor_blok.awal'))
          .else(eb.ref('excluded.awal'))
          .end(),
      })),
    )
    .execute();
};

/** PostgreSQL gives bigint as text. */
const angka = (b: BarisNomor): BarisNomor => ({
  ...b,
  posisi: +b.posisi,
  commit: +b.commit,
  prepare: +b.prepare,
  rev: +b.rev,
});

/** The earliest time in each block of numbers. */
const blokDari = (baris: readonly BarisNomor[]): ReadonlyMap<number, string> => {
  const awal = new Map<number, string>();
  for (const { posisi, at } of baris) {
    const blok = Math.floor(posisi / BLOK);
    const kini = awal.get(blok);
    if (kini === undefined || at < kini) awal.set(blok, at);
  }
  return awal;
};
