import {
  type ColumnBuilderCallback,
  type Compilable,
  type Generated,
  type Kysely,
  type RawBuilder,
  sql,
} from 'kysely';
import type { Halaman } from '../../kernel/view-store.js';

type NamaBaris = `baris_${number}`;
type NamaTanda = `tanda_${number}`;
/** The tables of both view databases. Each table number of `tabel` has its own rows and tags. */
export type Skema = {
  tampilan: { nama: string; hidup: number; bangun: number | null; status: string; sebab: string | null };
  tabel: {
    nomor: Generated<number>;
    tampilan: string;
    versi: number;
    posisi: number;
    peristiwa: string | null;
  };
  [baris: NamaBaris]: { kunci: string; posisi: number; streams: string; isi: string | null };
  [tanda: NamaTanda]: { tag: string; urut: string; kunci: string };
};
type Db = Kysely<Skema>;

export const baris = (nomor: number): NamaBaris => `baris_${nomor}`;
export const tanda = (nomor: number): NamaTanda => `tanda_${nomor}`;

/** A place in a compiled statement that is filled at each run. */
export class Isian {
  constructor(readonly nama: string) {}
}
export const isian = <T>(nama: string): T => new Isian(nama) as T;

/** What the two databases write differently. Text is compared by its bytes in both. */
export type Ragam = {
  readonly teks: 'text' | RawBuilder<unknown>;
  /** How a table gets a number that no table had before. */
  readonly nomorBaru: ColumnBuilderCallback;
  /** What SQLite needs to keep a table in the order of its key. */
  readonly tanpaRowid?: true;
};

export const tabelTampilan = (db: Db, { teks }: Ragam): Compilable =>
  db.schema
    .createTable('tampilan')
    .ifNotExists()
    .addColumn('nama', teks, (k) => k.primaryKey())
    .addColumn('hidup', 'integer', (k) => k.notNull())
    .addColumn('bangun', 'integer')
    .addColumn('status', 'text', (k) => k.notNull())
    .addColumn('sebab', 'text');

export const tabelTabel = (db: Db, { nomorBaru }: Ragam): Compilable =>
  db.schema
    .createTable('tabel')
    .ifNotExists()
    .addColumn('nomor', 'integer', nomorBaru)
    .addColumn('tampilan', 'text', (k) => k.notNull())
    .addColumn('versi', 'integer', (k) => k.notNull())
    .addColumn('posisi', 'bigint', (k) => k.notNull())
    .addColumn('peristiwa', 'text');

/** Rows and tags of one table. */
export const tabelBaru = (db: Db, nomor: number, { teks, tanpaRowid }: Ragam): readonly Compilable[] => {
  const t = db.schema
    .createTable(tanda(nomor))
    .addColumn('tag', teks, (k) => k.notNull())
    .addColumn('urut', teks, (k) => k.notNull())
    .addColumn('kunci', teks, (k) => k.notNull())
    .addPrimaryKeyConstraint(`${tanda(nomor)}_kunci_utama`, ['tag', 'urut', 'kunci']);
  return [
    db.schema
      .createTable(baris(nomor))
      .addColumn('kunci', teks, (k) => k.primaryKey())
      .addColumn('posisi', 'bigint', (k) => k.notNull())
      .addColumn('streams', 'text', (k) => k.notNull())
      .addColumn('isi', 'text'),
    tanpaRowid === true ? t.modifyEnd(sql`without rowid`) : t,
    db.schema
      .createIndex(`${tanda(nomor)}_menurut_kunci`)
      .on(tanda(nomor))
      .column('kunci'),
  ];
};
/**
 * In the order in which others lock them, or PostgreSQL would see a deadlock: whoever writes holds the checkpoint, whoever
 * reads asks for the tags before the rows.
 */
export const hapusTabel = (db: Db, nomor: number): readonly Compilable[] => [
  db.deleteFrom('tabel').where('nomor', '=', nomor),
  db.schema.dropTable(tanda(nomor)).ifExists(),
  db.schema.dropTable(baris(nomor)).ifExists(),
];

export const barisMenurutKunci = (db: Db, nomor: number, kunci: string) =>
  db.selectFrom(baris(nomor)).select(['posisi', 'streams', 'isi']).where('kunci', '=', kunci);

export const ubahBaris = (db: Db, nomor: number, { kunci, ...isi }: Skema[NamaBaris]) =>
  db.updateTable(baris(nomor)).set(isi).where('kunci', '=', kunci);
export const sisipBaris = (db: Db, nomor: number, b: Skema[NamaBaris]) =>
  db.insertInto(baris(nomor)).values(b);

export const tandaMenurutKunci = (db: Db, nomor: number, kunci: string) =>
  db
    .selectFrom(tanda(nomor))
    .select(['tag', 'urut'])
    .where('kunci', '=', kunci)
    .orderBy('tag')
    .orderBy('urut');
export const simpanTanda = (db: Db, nomor: number, t: Skema[NamaTanda]) =>
  db
    .insertInto(tanda(nomor))
    .values(t)
    .onConflict((c) => c.doNothing());
export const hapusTanda = (db: Db, nomor: number, t: Skema[NamaTanda]) =>
  db
    .deleteFrom(tanda(nomor))
    .where('tag', '=', t.tag)
    .where('urut', '=', t.urut)
    .where('kunci', '=', t.kunci);

/** The checkpoint by compare-and-set: no row is changed unless the table stands at `dari`. */
export const majukan = (db: Db, nomor: number, dari: number, sampai: number, peristiwa: string) =>
  db
    .updateTable('tabel')
    .set({ posisi: sampai, peristiwa })
    .where('nomor', '=', nomor)
    .where('posisi', '=', dari);

/** One tag's part of a page. A row that has an earlier place under another of the tags is left to that place. */
const cabang = (db: Db, nomor: number, tag: string, semua: readonly string[], h: Halaman) => {
  const arah = h.mundur === true ? 'desc' : 'asc';
  return db
    .selectFrom(`${tanda(nomor)} as t`)
    .innerJoin(`${baris(nomor)} as b`, 'b.kunci', 't.kunci')
    .select([
      't.urut as urut',
      't.kunci as kunci',
      'b.posisi as posisi',
      'b.streams as streams',
      'b.isi as isi',
    ])
    .where('t.tag', '=', tag)
    .$if(h.setelah !== undefined, (q) =>
      q.where((e) =>
        e(
          e.refTuple('t.urut', 't.kunci'),
          h.mundur === true ? '<' : '>',
          e.tuple(h.setelah?.urut ?? '', h.setelah?.kunci ?? ''),
        ),
      ),
    )
    .$if(semua.length > 1, (q) => q.where((e) => e.not(e.exists(lebihAwal(db, nomor, semua)))))
    .orderBy('t.urut', arah)
    .orderBy('t.kunci', arah)
    .limit(h.batas);
};

const lebihAwal = (db: Db, nomor: number, semua: readonly string[]) =>
  db
    .selectFrom(`${tanda(nomor)} as lain`)
    .select('lain.kunci')
    .where(sql<boolean>`lain.kunci = t.kunci`)
    .where('lain.tag', 'in', semua)
    .where(sql<boolean>`(lain.urut, lain.tag) < (t.urut, t.tag)`);

/** A page of rows under any of the tags (at least one, all different). Each tag is read in index order, then merged. */
export const daftar = (db: Db, nomor: number, tag: readonly string[], h: Halaman): Compilable => {
  const arah = h.mundur === true ? 'desc' : 'asc';
  const [pertama = '', ...lain] = tag;
  const dari = (t: string) => db.selectFrom(cabang(db, nomor, t, tag, h).as('c')).selectAll();
  if (lain.length === 0) return cabang(db, nomor, pertama, tag, h);
  return lain
    .reduce((q, t) => q.unionAll(dari(t)), dari(pertama))
    .orderBy('urut', arah)
    .orderBy('kunci', arah)
    .limit(h.batas);
};

export const potret = (db: Db, nomor: number, setelah: string, batas: number) =>
  db
    .selectFrom(baris(nomor))
    .select(['kunci', 'posisi', 'streams', 'isi'])
    .where('kunci', '>', setelah)
    .orderBy('kunci')
    .limit(batas);

const KEADAAN = (db: Db) =>
  db
    .selectFrom('tampilan as t')
    .innerJoin('tabel as h', 'h.nomor', 't.hidup')
    .leftJoin('tabel as b', 'b.nomor', 't.bangun')
    .select(['t.nama', 't.status', 't.sebab', 'h.nomor', 'h.versi', 'h.posisi', 'h.peristiwa'])
    .select([
      'b.nomor as b_nomor',
      'b.versi as b_versi',
      'b.posisi as b_posisi',
      'b.peristiwa as b_peristiwa',
    ]);
export const semuaKeadaan = (db: Db) => KEADAAN(db).orderBy('t.nama');
export const keadaan = (db: Db, nama: string) => KEADAAN(db).where('t.nama', '=', nama);
export const nomorHidup = (db: Db, nama: string) =>
  db.selectFrom('tampilan').select(['hidup', 'bangun']).where('nama', '=', nama);
export const posisiHidup = (db: Db, nama: string) =>
  db
    .selectFrom('tampilan as t')
    .innerJoin('tabel as h', 'h.nomor', 't.hidup')
    .select('h.posisi')
    .where('t.nama', '=', nama);
export const posisiTabel = (db: Db, nomor: number) =>
  db.selectFrom('tabel').select(['posisi']).where('nomor', '=', nomor);

export const tabelTercatat = (db: Db, tampilan: string, versi: number) =>
  db
    .insertInto('tabel')
    .values({ tampilan, versi, posisi: -1, peristiwa: null } as never)
    .returning('nomor');
export const tampilanTercatat = (db: Db, nama: string, hidup: number) =>
  db.insertInto('tampilan').values({ nama, hidup, bangun: null, status: 'berjalan', sebab: null });
export const ubahTampilan = (
  db: Db,
  nama: string,
  nilai: Partial<Omit<Skema['tampilan'], 'nama'>>,
): Compilable => db.updateTable('tampilan').set(nilai).where('nama', '=', nama);
