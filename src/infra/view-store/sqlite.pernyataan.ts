import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  type Compilable,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Halaman } from '../../kernel/view-store.js';
import * as kueri from './kueri.js';
import { Isian, isian } from './kueri.js';

type Nilai = Record<string, SQLInputValue>;
export type Larik = readonly SQLInputValue[];

/** Writes the SQL; the statements run on our own connection, for a transaction must not meet an await. */
export const penulis = new Kysely<kueri.Skema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export const RAGAM: kueri.Ragam = {
  teks: 'text',
  nomorBaru: (k) => k.primaryKey().autoIncrement(),
  tanpaRowid: true,
};

/** A prepared statement and the order in which its places are filled. */
export class Pernyataan {
  private readonly parameter: readonly unknown[];
  private readonly stmt: StatementSync;

  constructor(db: DatabaseSync, query: Compilable) {
    const { sql, parameters } = query.compile();
    this.parameter = parameters;
    this.stmt = db.prepare(sql);
    this.stmt.setReturnArrays(true);
  }

  private isi(nilai: Nilai): SQLInputValue[] {
    return this.parameter.map((p) => (p instanceof Isian ? (nilai[p.nama] ?? null) : (p as SQLInputValue)));
  }
  get(nilai: Nilai): Larik | undefined {
    return this.stmt.get(...this.isi(nilai)) as unknown as Larik | undefined;
  }
  all(nilai: Nilai): readonly Larik[] {
    return this.stmt.all(...this.isi(nilai)) as unknown as Larik[];
  }
  run(nilai: Nilai): number {
    return Number(this.stmt.run(...this.isi(nilai)).changes);
  }
}

/** A statement that is run for every row: its places are filled in the order given here, without a look at their names. */
export class PernyataanCepat {
  private readonly stmt: StatementSync;

  constructor(db: DatabaseSync, query: Compilable, ...urutan: readonly string[]) {
    const { sql, parameters } = query.compile();
    const nama = parameters.map((p) => (p instanceof Isian ? p.nama : ''));
    if (nama.join() !== urutan.join()) throw new TypeError(`urutan isian ${nama.join()}: ${sql}`);
    this.stmt = db.prepare(sql);
    this.stmt.setReturnArrays(true);
  }

  get(...isi: SQLInputValue[]): Larik | undefined {
    return this.stmt.get(...isi) as unknown as Larik | undefined;
  }
  all(...isi: SQLInputValue[]): readonly Larik[] {
    return this.stmt.all(...isi) as unknown as Larik[];
  }
  run(...isi: SQLInputValue[]): void {
    this.stmt.run(...isi);
  }
}

const TANDA = { tag: isian<string>('tag'), urut: isian<string>('urut'), kunci: isian<string>('kunci') };
const BARIS = {
  posisi: isian<number>('posisi'),
  streams: isian<string>('streams'),
  isi: isian<string>('isi'),
  kunci: isian<string>('kunci'),
};

/** The hot statements of one table, compiled once. */
export class PernyataanTabel {
  readonly baris: PernyataanCepat;
  readonly ubahBaris: PernyataanCepat;
  readonly sisipBaris: PernyataanCepat;
  readonly tanda: PernyataanCepat;
  readonly simpanTanda: PernyataanCepat;
  readonly hapusTanda: PernyataanCepat;
  private readonly halaman = new Map<string, Pernyataan>();

  constructor(
    private readonly db: DatabaseSync,
    private readonly nomor: number,
  ) {
    const buat = (q: Compilable, ...urutan: string[]) => new PernyataanCepat(db, q, ...urutan);
    const [baris, tanda] = [Object.keys(BARIS), Object.keys(TANDA)];
    this.baris = buat(kueri.barisMenurutKunci(penulis, nomor, isian('kunci')), 'kunci');
    this.ubahBaris = buat(kueri.ubahBaris(penulis, nomor, BARIS), ...baris);
    this.sisipBaris = buat(kueri.sisipBaris(penulis, nomor, BARIS), ...baris);
    this.tanda = buat(kueri.tandaMenurutKunci(penulis, nomor, isian('kunci')), 'kunci');
    this.simpanTanda = buat(kueri.simpanTanda(penulis, nomor, TANDA), ...tanda);
    this.hapusTanda = buat(kueri.hapusTanda(penulis, nomor, TANDA), ...tanda);
  }

  daftar(tag: readonly string[], h: Halaman): readonly Larik[] {
    const bentuk = `${tag.length} ${h.setelah === undefined} ${h.mundur === true}`;
    let p = this.halaman.get(bentuk);
    if (p === undefined) {
      const setelah = h.setelah && { urut: isian<string>('urut'), kunci: isian<string>('kunci') };
      const tempat = { batas: isian<number>('batas'), setelah, mundur: h.mundur === true };
      const nama = tag.map((_, i) => isian<string>(`tag${i}`));
      p = new Pernyataan(this.db, kueri.daftar(penulis, this.nomor, nama, tempat));
      this.halaman.set(bentuk, p);
    }
    const nilai = Object.fromEntries(tag.map((t, i) => [`tag${i}`, t]));
    return p.all({ ...nilai, ...h.setelah, batas: h.batas });
  }
}
