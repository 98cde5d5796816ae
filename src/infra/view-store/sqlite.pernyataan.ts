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

const TANDA = { tag: isian<string>('tag'), urut: isian<string>('urut'), kunci: isian<string>('kunci') };
const BARIS = {
  kunci: isian<string>('kunci'),
  posisi: isian<number>('posisi'),
  streams: isian<string>('streams'),
  isi: isian<string>('isi'),
};

/** The hot statements of one table, compiled once. */
export class PernyataanTabel {
  readonly baris: Pernyataan;
  readonly ubahBaris: Pernyataan;
  readonly sisipBaris: Pernyataan;
  readonly tanda: Pernyataan;
  readonly simpanTanda: Pernyataan;
  readonly hapusTanda: Pernyataan;
  private readonly halaman = new Map<string, Pernyataan>();

  constructor(
    private readonly db: DatabaseSync,
    private readonly nomor: number,
  ) {
    const buat = (q: Compilable) => new Pernyataan(db, q);
    this.baris = buat(kueri.barisMenurutKunci(penulis, nomor, isian('kunci')));
    this.ubahBaris = buat(kueri.ubahBaris(penulis, nomor, BARIS));
    this.sisipBaris = buat(kueri.sisipBaris(penulis, nomor, BARIS));
    this.tanda = buat(kueri.tandaMenurutKunci(penulis, nomor, isian('kunci')));
    this.simpanTanda = buat(kueri.simpanTanda(penulis, nomor, TANDA));
    this.hapusTanda = buat(kueri.hapusTanda(penulis, nomor, TANDA));
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
