import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Compilable } from 'kysely';
import type { Tanda } from '../../kernel/view.js';
import {
  type Baris,
  type BarisDaftar,
  type BarisTersimpan,
  type Berkas,
  type Halaman,
  type HasilTulis,
  type KeadaanTampilan,
  type Perubahan,
  type Potret,
  type Sebab,
  type StatusTampilan,
  ViewStore,
} from '../../kernel/view-store.js';
import { IsiTerurai } from './isi-terurai.js';
import * as kueri from './kueri.js';
import { isian } from './kueri.js';
import { baris, barisDaftar, keadaan, tersimpan } from './larik.js';
import { Pernyataan, PernyataanTabel, penulis, RAGAM } from './sqlite.pernyataan.js';

/** Raised when the layout of the tables changes: a file of another layout is dropped, and the views are built again. */
const TATA_LETAK = 1;
/** Where a table stands that is no more. */
const HILANG = Number.NEGATIVE_INFINITY;
const NOTADB = 26;
const CORRUPT = 11;

const menurutTag = (a: Tanda & { kunci: string }, b: Tanda & { kunci: string }): number =>
  a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : a.urut < b.urut ? -1 : a.urut > b.urut ? 1 : 0;

/** The views in a file of their own. They can always be built again, so a file that does not open is dropped. */
export class SqliteViewStore extends ViewStore {
  private readonly tabel = new Map<number, PernyataanTabel>();
  private readonly tetap = new Map<string, Pernyataan>();
  private readonly terurai = new IsiTerurai();

  private constructor(private readonly db: DatabaseSync) {
    super();
  }

  /** `<folder>/tampilan.sqlite`, or ':memory:'. Errors: those of node:sqlite when the folder cannot be written. */
  static open(folder: string, { bacaSaja = false } = {}): SqliteViewStore {
    const berkas = folder === ':memory:' ? folder : join(folder, 'tampilan.sqlite');
    const db = buka(berkas);
    if (!bacaSaja || folder === ':memory:') return new SqliteViewStore(db);
    db.close();
    return new SqliteViewStore(new DatabaseSync(berkas, { readOnly: true, timeout: 10_000 }));
  }

  /** Over an open connection; how the tests let any statement fail. */
  static atas(db: DatabaseSync): SqliteViewStore {
    siapkan(db);
    return new SqliteViewStore(db);
  }

  override async baca(view: string, kunci: readonly string[]): Promise<readonly (Baris | null)[]> {
    return this.padaHidup(view, kunci.map(() => null) as (Baris | null)[], (t, nomor) =>
      kunci.map((k) => {
        const larik = t.baris.get(k);
        return larik === undefined || larik[2] === null ? null : baris(nomor, this.terurai, k, larik);
      }),
    );
  }

  override async daftar(
    view: string,
    tag: readonly string[],
    halaman: Halaman,
  ): Promise<readonly BarisDaftar[]> {
    const beda = [...new Set(tag)];
    if (beda.length === 0) return [];
    return this.padaHidup(view, [] as BarisDaftar[], (t, nomor) =>
      t.daftar(beda, halaman).map((larik) => barisDaftar(nomor, this.terurai, larik)),
    );
  }

  override async posisi(view: string): Promise<number> {
    const larik = this.kata('posisi hidup', () => kueri.posisiHidup(penulis, isian('nama'))).get({
      nama: view,
    });
    return (larik?.[0] ?? -1) as number;
  }

  override async semuaKeadaan(): Promise<readonly KeadaanTampilan[]> {
    return this.kata('semua', () => kueri.semuaKeadaan(penulis))
      .all({})
      .map(keadaan);
  }

  override async keadaan(view: string): Promise<KeadaanTampilan | null> {
    const larik = this.kata('keadaan', () => kueri.keadaan(penulis, isian('nama'))).get({ nama: view });
    return larik === undefined ? null : keadaan(larik);
  }

  override async daftarkan(view: string, versi: number): Promise<void> {
    this.transaksi(() => {
      if (this.nomor(view) !== undefined) return;
      this.jalankan(kueri.tampilanTercatat(penulis, view, this.tabelBaru(view, versi)));
    });
  }

  override async catatStatus(view: string, status: StatusTampilan, sebab: Sebab | null): Promise<void> {
    const teks = sebab === null ? null : JSON.stringify(sebab);
    this.jalankan(kueri.ubahTampilan(penulis, view, { status, sebab: teks }));
  }

  override async muat(
    nomor: number,
    kunci: readonly string[],
  ): Promise<readonly (BarisTersimpan | null)[] | null> {
    try {
      const { baris } = this.pernyataan(nomor);
      return kunci.map((k) => {
        const larik = baris.get(k);
        return larik === undefined ? null : tersimpan(k, larik);
      });
    } catch (e) {
      this.tabel.delete(nomor);
      if (this.posisiTabel(nomor) === HILANG) return null;
      throw e;
    }
  }

  override async tulis(nomor: number, { dari, sampai, peristiwa, perubahan }: Berkas): Promise<HasilTulis> {
    return this.transaksi(() => {
      const maju = this.kata('majukan', () =>
        kueri.majukan(penulis, isian('nomor'), isian('dari'), isian('sampai'), isian('peristiwa')),
      );
      if (maju.run({ nomor, dari, sampai, peristiwa }) === 0) return this.mengapaTidak(nomor, sampai);
      this.tulisBaris(this.pernyataan(nomor), perubahan);
      return 'maju';
    });
  }

  override async mulaiBangun(view: string, versi: number): Promise<number> {
    return this.transaksi(() => {
      const lama = this.nomor(view)?.bangun;
      if (lama != null) this.buang(lama);
      const nomor = this.tabelBaru(view, versi);
      this.jalankan(
        kueri.ubahTampilan(penulis, view, { bangun: nomor, status: 'dibangun ulang', sebab: null }),
      );
      return nomor;
    });
  }

  override async tukar(view: string, nomor: number): Promise<boolean> {
    return this.transaksi(() => {
      const kini = this.nomor(view);
      if (kini?.bangun !== nomor || this.posisiTabel(nomor) < this.posisiTabel(kini.hidup)) return false;
      this.jalankan(
        kueri.ubahTampilan(penulis, view, { hidup: nomor, bangun: null, status: 'berjalan', sebab: null }),
      );
      this.buang(kini.hidup);
      return true;
    });
  }

  override async batalBangun(view: string, nomor: number): Promise<void> {
    this.transaksi(() => {
      if (this.nomor(view)?.bangun !== nomor) return;
      this.jalankan(kueri.ubahTampilan(penulis, view, { bangun: null, status: 'berjalan', sebab: null }));
      this.buang(nomor);
    });
  }

  override async kosongkan(view: string, versi: number): Promise<void> {
    this.transaksi(() => {
      const lama = this.nomor(view);
      const nomor = this.tabelBaru(view, versi);
      this.jalankan(
        kueri.ubahTampilan(penulis, view, { hidup: nomor, bangun: null, status: 'berjalan', sebab: null }),
      );
      if (lama !== undefined) this.buang(lama.hidup);
      if (lama?.bangun != null) this.buang(lama.bangun);
    });
  }

  override async potret(view: string, setelah: string, batas: number): Promise<Potret> {
    try {
      this.db.exec('begin'); // rows, tags and checkpoint from one snapshot
      const hidup = this.nomor(view)?.hidup;
      if (hidup === undefined) return { posisi: -1, baris: [] };
      const larik = new Pernyataan(this.db, kueri.potret(penulis, hidup, setelah, batas)).all({});
      const { tanda } = this.pernyataan(hidup);
      return {
        posisi: this.posisiTabel(hidup),
        baris: larik.map(([kunci, ...sisa]) => ({
          ...tersimpan(kunci as string, sisa),
          tanda: tanda.all(kunci ?? null).map(([tag, urut]) => ({ tag, urut }) as Tanda),
        })),
      };
    } finally {
      if (this.db.isTransaction) this.db.exec('rollback');
    }
  }

  override async close(): Promise<void> {
    if (this.db.isOpen) this.db.close();
  }

  private mengapaTidak(nomor: number, sampai: number): HasilTulis {
    return this.posisiTabel(nomor) >= sampai ? 'sudah' : 'bentrok';
  }

  private tulisBaris(t: PernyataanTabel, perubahan: Iterable<Perubahan>): void {
    const baru: (Tanda & { kunci: string })[] = [];
    for (const p of perubahan) {
      (p.baru ? t.sisipBaris : t.ubahBaris).run(p.posisi, JSON.stringify(p.streams), p.isi, p.kunci);
      if (p.baru) for (const { tag, urut } of p.tanda) baru.push({ tag, urut, kunci: p.kunci });
      else baru.push(...this.tandaBaru(t, p));
    }
    // In index order: a rebuild writes each page of the index once.
    for (const { tag, urut, kunci } of baru.sort(menurutTag)) t.simpanTanda.run(tag, urut, kunci);
  }

  /** Deletes the tags that a row has no more, and gives those it did not have. */
  private tandaBaru(t: PernyataanTabel, { kunci, tanda }: Perubahan) {
    const kini = new Map(tanda.map((x) => [`${x.tag}\0${x.urut}`, { tag: x.tag, urut: x.urut, kunci }]));
    for (const [tag = null, urut = null] of t.tanda.all(kunci))
      if (!kini.delete(`${tag}\0${urut}`)) t.hapusTanda.run(tag, urut, kunci);
    return kini.values();
  }

  /** Reads from the live table; once more when it was swapped and dropped between asking its number and reading. */
  private padaHidup<T>(view: string, kosong: T, baca: (t: PernyataanTabel, nomor: number) => T): T {
    for (let percobaan = 1; ; percobaan++) {
      const hidup = this.nomor(view)?.hidup;
      if (hidup === undefined) return kosong;
      try {
        return baca(this.pernyataan(hidup), hidup);
      } catch (e) {
        this.tabel.delete(hidup);
        if (percobaan === 3 || this.nomor(view)?.hidup === hidup) throw e;
      }
    }
  }

  private nomor(nama: string): { hidup: number; bangun: number | null } | undefined {
    const larik = this.kata('nomor', () => kueri.nomorHidup(penulis, isian('nama'))).get({ nama });
    return larik && { hidup: larik[0] as number, bangun: larik[1] as number | null };
  }

  private posisiTabel(nomor: number): number {
    const larik = this.kata('posisi', () => kueri.posisiTabel(penulis, isian('nomor'))).get({ nomor });
    return larik === undefined ? HILANG : (larik[0] as number);
  }

  private tabelBaru(view: string, versi: number): number {
    const larik = new Pernyataan(this.db, kueri.tabelTercatat(penulis, view, versi)).get({});
    const nomor = larik?.[0] as number;
    for (const q of kueri.tabelBaru(penulis, nomor, RAGAM)) this.jalankan(q);
    return nomor;
  }

  private buang(nomor: number): void {
    this.tabel.delete(nomor);
    for (const q of kueri.hapusTabel(penulis, nomor)) this.jalankan(q);
  }

  private pernyataan(nomor: number): PernyataanTabel {
    const ada = this.tabel.get(nomor);
    if (ada !== undefined) return ada;
    const baru = new PernyataanTabel(this.db, nomor);
    this.tabel.set(nomor, baru);
    return baru;
  }

  private kata(nama: string, query: () => Compilable): Pernyataan {
    const ada = this.tetap.get(nama);
    if (ada !== undefined) return ada;
    const baru = new Pernyataan(this.db, query());
    this.tetap.set(nama, baru);
    return baru;
  }

  private jalankan(query: Compilable): void {
    new Pernyataan(this.db, query).run({});
  }

  private transaksi<T>(kerja: () => T): T {
    try {
      this.db.exec('begin immediate');
      const hasil = kerja();
      this.db.exec('commit');
      return hasil;
    } catch (e) {
      if (this.db.isTransaction) this.db.exec('rollback');
      throw e;
    }
  }
}

const buka = (berkas: string): DatabaseSync => {
  try {
    return disiapkan(berkas);
  } catch (e) {
    const kode = (e as { errcode?: number }).errcode;
    if (kode !== NOTADB && kode !== CORRUPT && !(e instanceof TataLetakLain)) throw e;
    for (const akhiran of ['', '-wal', '-shm']) rmSync(berkas + akhiran, { force: true });
    return disiapkan(berkas);
  }
};

class TataLetakLain extends Error {}

const disiapkan = (berkas: string): DatabaseSync => {
  const db = new DatabaseSync(berkas, { timeout: 10_000 });
  try {
    siapkan(db);
    return db;
  } catch (e) {
    db.close();
    throw e;
  }
};

const siapkan = (db: DatabaseSync): void => {
  // Pages of 4 kB: an event of a live batch touches two places of an index that nothing else touches, and rewrites a page
  // for each (measured: 10 % more events a second than with 8 kB).
  db.exec('pragma page_size=4096');
  // The rows can be built again: after a power cut the last commits may be missing, never half there. Live batches write the
  // same pages again and again, so the WAL may grow to 64 MB before they are copied (with 128 MB a sixth less was written).
  db.exec('pragma journal_mode=wal; pragma synchronous=normal; pragma wal_autocheckpoint=16000');
  db.exec('pragma cache_size=-32000; pragma temp_store=memory');
  const { user_version } = db.prepare('pragma user_version').get() as { user_version: number };
  if (user_version !== 0 && user_version !== TATA_LETAK) throw new TataLetakLain();
  if (user_version === TATA_LETAK) return;
  for (const q of [kueri.tabelTampilan(penulis, RAGAM), kueri.tabelTabel(penulis, RAGAM)])
    db.exec(q.compile().sql);
  db.exec(`pragma user_version=${TATA_LETAK}`);
};
