import type { Compilable } from 'kysely';
import type pg from 'pg';
import type { Sewa } from '../../kernel/sewa.js';
import { dalamWaktu } from '../../kernel/tenggat.js';
import type { Tanda } from '../../kernel/view.js';
import {
  type Baris,
  type BarisDaftar,
  type BarisTersimpan,
  type Berkas,
  type Halaman,
  type HasilTulis,
  type KeadaanTampilan,
  type Potret,
  type Sebab,
  type StatusTampilan,
  ViewStore,
} from '../../kernel/view-store.js';
import { IsiTerurai } from './isi-terurai.js';
import * as kueri from './kueri.js';
import { isian } from './kueri.js';
import { baris, barisDaftar, keadaan, type Larik, tersimpan } from './larik.js';
import { kunciBaca } from './postgres.kueri.js';
import { Pernyataan, penulis, polosan, RAGAM } from './postgres.pernyataan.js';
import { PernyataanTabel } from './postgres.pernyataan-tabel.js';
import { kolam, Sambungan, type Transaksi, tabelHilang } from './postgres.sambungan.js';
import { SewaPostgres } from './postgres.sewa.js';
import { kunciSusunan, pasangTataLetak } from './postgres.tata-letak.js';
import { tulisBaris } from './postgres.tulis.js';

const TETAP = {
  posisiHidup: new Pernyataan(kueri.posisiHidup(penulis, isian('nama')), 'posisi hidup'),
  semua: new Pernyataan(kueri.semuaKeadaan(penulis), 'semua'),
  keadaan: new Pernyataan(kueri.keadaan(penulis, isian('nama')), 'keadaan'),
  nomor: new Pernyataan(kueri.nomorHidup(penulis, isian('nama')), 'nomor'),
  posisi: new Pernyataan(kueri.posisiTabel(penulis, isian('nomor')), 'posisi'),
  posisiTerkunci: new Pernyataan(kueri.posisiTabel(penulis, isian('nomor')).forUpdate(), 'posisi terkunci'),
  majukan: new Pernyataan(
    kueri.majukan(penulis, isian('nomor'), isian('dari'), isian('sampai'), isian('peristiwa')),
    'majukan',
  ),
};

/** Where a table stands that is no more. */
const HILANG = Number.NEGATIVE_INFINITY;
const PERCOBAAN_BACA = 8; // each loses only to a swap that ended meanwhile
const TUTUP_MS = 500;

const menurutKunci = (larik: readonly Larik[]): Map<unknown, Larik> => new Map(larik.map((l) => [l[0], l]));
const tanpaNul = (teks: readonly string[]): readonly string[] => teks.filter((t) => !t.includes('\0'));

/** Reports what passes by itself; `banyak` connections at most. */
export type OpsiPostgres = { readonly lapor?: (pesan: string) => void; readonly banyak?: number };

/** The views in a schema of a PostgreSQL database, for any number of instances. */
export class PostgresViewStore extends ViewStore {
  private readonly tabel = new Map<number, PernyataanTabel>();
  /** Live tables by view. A swap drops the old table, and no number is used twice, so an old entry finds no table. */
  private readonly hidup = new Map<string, number>();
  private readonly terurai = new IsiTerurai();
  private readonly penyewa: SewaPostgres[] = [];

  private constructor(
    private readonly db: Sambungan,
    private readonly lapor: (pesan: string) => void,
  ) {
    super();
  }

  /** `alamat`: postgres://… Creates the layout where it is not there. Errors: BasisDataTidakTersedia, or the server's own. */
  static open(alamat: string, { banyak = 10, ...opsi }: OpsiPostgres = {}): Promise<PostgresViewStore> {
    return PostgresViewStore.atas(kolam(alamat, banyak), opsi);
  }

  /** Over an open pool; how the tests let any statement fail. */
  static async atas(pool: pg.Pool, { lapor = () => undefined }: OpsiPostgres = {}) {
    const db = new Sambungan(pool, lapor);
    try {
      await pasangTataLetak(db);
      return new PostgresViewStore(db, lapor);
    } catch (e) {
      await db.close();
      throw e;
    }
  }

  /** Leases in the name of `pemegang`, given up when the store is closed; `lama`: how long one holds, ms. */
  sewa(pemegang: string, lama?: number): Sewa {
    const sewa = new SewaPostgres(this.db, pemegang, lama);
    this.penyewa.push(sewa);
    return sewa;
  }

  override async baca(view: string, kunci: readonly string[]): Promise<readonly (Baris | null)[]> {
    return this.padaHidup(view, kunci.map(() => null) as (Baris | null)[], async (t, nomor) => {
      const ada = menurutKunci(await this.db.semua(t.baris, { kunci: tanpaNul(kunci) }));
      return kunci.map((k) => {
        const larik = ada.get(k);
        return larik === undefined || larik[3] === null
          ? null
          : baris(nomor, this.terurai, k, larik.slice(1));
      });
    });
  }

  override async daftar(
    view: string,
    tag: readonly string[],
    halaman: Halaman,
  ): Promise<readonly BarisDaftar[]> {
    const beda = [...new Set(tanpaNul(tag))];
    if (beda.length === 0) return [];
    return this.padaHidup(view, [] as BarisDaftar[], async (t, nomor) =>
      (await this.db.semua(...t.daftar(beda, halaman))).map((larik) =>
        barisDaftar(nomor, this.terurai, larik),
      ),
    );
  }

  override async posisi(view: string): Promise<number> {
    const [larik] = await this.db.semua(TETAP.posisiHidup, { nama: view });
    return (larik?.[0] ?? -1) as number;
  }

  override async semuaKeadaan(): Promise<readonly KeadaanTampilan[]> {
    return (await this.db.semua(TETAP.semua)).map(keadaan);
  }

  override async keadaan(view: string): Promise<KeadaanTampilan | null> {
    const [larik] = await this.db.semua(TETAP.keadaan, { nama: view });
    return larik === undefined ? null : keadaan(larik);
  }

  override async daftarkan(view: string, versi: number): Promise<void> {
    await this.susun(async (t) => {
      if ((await nomor(t, view)) !== undefined) return;
      await jalankan(t, kueri.tampilanTercatat(penulis, view, await tabelBaru(t, view, versi)));
    });
  }

  override async catatStatus(view: string, status: StatusTampilan, sebab: Sebab | null): Promise<void> {
    const teks = sebab === null ? null : JSON.stringify(sebab);
    await this.db.semua(new Pernyataan(kueri.ubahTampilan(penulis, view, { status, sebab: teks })));
  }

  override async muat(
    nomor: number,
    kunci: readonly string[],
  ): Promise<readonly (BarisTersimpan | null)[] | null> {
    try {
      const ada = menurutKunci(await this.db.semua(this.pernyataan(nomor).baris, { kunci: tanpaNul(kunci) }));
      return kunci.map((k) => {
        const larik = ada.get(k);
        return larik === undefined ? null : tersimpan(k, larik.slice(1));
      });
    } catch (e) {
      if (!tabelHilang(e)) throw e;
      this.tabel.delete(nomor);
      return null;
    }
  }

  /** The checkpoint's row stays locked to the end, so the tables of a view have one writer at a time. */
  override async tulis(nomor: number, { dari, sampai, peristiwa, perubahan }: Berkas): Promise<HasilTulis> {
    let dimulai = false; // rows are made once
    const kerja = async (t: Transaksi): Promise<HasilTulis> => {
      if ((await t.ubah(TETAP.majukan, { nomor, dari, sampai, peristiwa })) === 0)
        return (await posisiTabel(t, nomor)) >= sampai ? 'sudah' : 'bentrok';
      dimulai = true;
      await tulisBaris(t, this.pernyataan(nomor), perubahan);
      return 'maju';
    };
    return this.db.transaksi(kerja, { bolehUlang: () => !dimulai });
  }

  override async mulaiBangun(view: string, versi: number): Promise<number> {
    return this.susun(async (t) => {
      const lama = (await nomor(t, view))?.bangun;
      const baru = await tabelBaru(t, view, versi);
      await ubah(t, view, { bangun: baru, status: 'dibangun ulang', sebab: null });
      if (lama != null) await buang(t, lama);
      return baru;
    });
  }

  override async tukar(view: string, baru: number): Promise<boolean> {
    return this.susun(async (t) => {
      const kini = await nomor(t, view);
      if (kini?.bangun !== baru) return false;
      // Both checkpoints locked: no batch moves the live one between this look and the swap.
      const [lama, posisi] = [await posisiTerkunci(t, kini.hidup), await posisiTerkunci(t, baru)];
      if (posisi < lama) return false;
      await ubah(t, view, { hidup: baru, bangun: null, status: 'berjalan', sebab: null });
      await buang(t, kini.hidup);
      return true;
    });
  }

  override async batalBangun(view: string, batal: number): Promise<void> {
    await this.susun(async (t) => {
      if ((await nomor(t, view))?.bangun !== batal) return;
      await ubah(t, view, { bangun: null, status: 'berjalan', sebab: null });
      await buang(t, batal);
    });
  }

  override async kosongkan(view: string, versi: number): Promise<void> {
    await this.susun(async (t) => {
      const lama = await nomor(t, view);
      const baru = await tabelBaru(t, view, versi);
      await ubah(t, view, { hidup: baru, bangun: null, status: 'berjalan', sebab: null });
      if (lama !== undefined) await buang(t, lama.hidup);
      if (lama?.bangun != null) await buang(t, lama.bangun);
    });
  }

  override async potret(view: string, setelah: string, batas: number): Promise<Potret> {
    const kerja = async (t: Transaksi): Promise<Potret> => {
      const hidup = (await nomor(t, view))?.hidup;
      if (hidup === undefined) return { posisi: -1, baris: [] };
      await t.semua(polosan(kunciBaca(hidup)));
      const larik = await t.semua(new Pernyataan(kueri.potret(penulis, hidup, setelah, batas)));
      const kunci = larik.map((l) => l[0]);
      const tanda = Map.groupBy(await t.semua(this.pernyataan(hidup).tanda, { kunci }), (l) => l[0]);
      return {
        posisi: await posisiTabel(t, hidup),
        baris: larik.map(([kunci, ...sisa]) => ({
          ...tersimpan(kunci as string, sisa),
          tanda: (tanda.get(kunci) ?? []).map(sebagaiTanda),
        })),
      };
    };
    const sekaliPotret = { mulai: 'begin isolation level repeatable read read only' };
    return cobaLagi(() => this.db.transaksi(kerja, sekaliPotret));
  }

  /** A database that does not answer is not waited for long. */
  override async close(): Promise<void> {
    await dalamWaktu(this.tutup(), TUTUP_MS, () =>
      this.lapor(`basis data tampilan tidak tertutup dalam ${TUTUP_MS} ms, dan ditinggalkan`),
    );
  }

  private async tutup(): Promise<void> {
    for (const sewa of this.penyewa) await sewa.tutup();
    await this.db.close();
  }

  /** Creating, swapping and dropping tables: one instance at a time, each with what the others left. */
  private susun<T>(kerja: (t: Transaksi) => Promise<T>): Promise<T> {
    return this.db.transaksi(async (t) => {
      await kunciSusunan(t);
      return kerja(t);
    });
  }

  /** Reads from the live table; again when it was swapped and dropped since its number was asked. */
  private padaHidup<T>(
    view: string,
    kosong: T,
    baca: (t: PernyataanTabel, nomor: number) => Promise<T>,
  ): Promise<T> {
    return cobaLagi(async () => {
      const hidup = this.hidup.get(view) ?? (await this.nomorHidup(view));
      if (hidup === undefined) return kosong;
      try {
        return await baca(this.pernyataan(hidup), hidup);
      } catch (e) {
        this.tabel.delete(hidup);
        this.hidup.delete(view);
        throw e;
      }
    });
  }

  private async nomorHidup(view: string): Promise<number | undefined> {
    const [larik] = await this.db.semua(TETAP.nomor, { nama: view });
    if (larik === undefined) return undefined;
    this.hidup.set(view, larik[0] as number);
    return larik[0] as number;
  }

  private pernyataan(nomor: number): PernyataanTabel {
    const ada = this.tabel.get(nomor);
    if (ada !== undefined) return ada;
    const baru = new PernyataanTabel(nomor);
    this.tabel.set(nomor, baru);
    return baru;
  }
}

const cobaLagi = async <T>(baca: () => Promise<T>): Promise<T> => {
  for (let percobaan = 1; ; percobaan++) {
    try {
      return await baca();
    } catch (e) {
      if (!tabelHilang(e) || percobaan === PERCOBAAN_BACA) throw e;
    }
  }
};

const sebagaiTanda = ([, tag, urut]: Larik): Tanda => ({ tag: tag as string, urut: urut as string });

const jalankan = (t: Transaksi, query: Compilable): Promise<number> => t.ubah(new Pernyataan(query));
const ubah = (t: Transaksi, view: string, nilai: Parameters<typeof kueri.ubahTampilan>[2]) =>
  jalankan(t, kueri.ubahTampilan(penulis, view, nilai));

const nomor = async (
  t: Transaksi,
  nama: string,
): Promise<{ hidup: number; bangun: number | null } | undefined> => {
  const [larik] = await t.semua(TETAP.nomor, { nama });
  return larik && { hidup: larik[0] as number, bangun: larik[1] as number | null };
};

const posisiTabel = async (t: Transaksi, nomor: number, p = TETAP.posisi): Promise<number> => {
  const [larik] = await t.semua(p, { nomor });
  return larik === undefined ? HILANG : (larik[0] as number);
};
const posisiTerkunci = (t: Transaksi, nomor: number) => posisiTabel(t, nomor, TETAP.posisiTerkunci);

const tabelBaru = async (t: Transaksi, view: string, versi: number): Promise<number> => {
  const [larik] = await t.semua(new Pernyataan(kueri.tabelTercatat(penulis, view, versi)));
  const nomor = larik?.[0] as number;
  for (const q of kueri.tabelBaru(penulis, nomor, RAGAM)) await jalankan(t, q);
  return nomor;
};

const buang = async (t: Transaksi, nomor: number): Promise<void> => {
  for (const q of kueri.hapusTabel(penulis, nomor)) await jalankan(t, q);
};
