import { join } from 'node:path';
import type { EventStore } from '../../kernel/event-store.js';
import type { Sewa } from '../../kernel/sewa.js';
import type { TampilanApa } from '../../kernel/view.js';
import type { ViewStore } from '../../kernel/view-store.js';
import { type Penggerak, PenggerakPekerja, penggerakDiSini } from './penggerak.js';
import type { Kabar } from './runner.js';

export type OpsiPemantau = {
  readonly store: EventStore;
  readonly views: ViewStore;
  readonly daftar: readonly TampilanApa[];
  /** The data folder that the worker opens for itself; null: the views run in this thread, on `views`. */
  readonly folder: string | null;
  /** The database in which the worker finds the views, where it is not the folder. */
  readonly basisData?: string | undefined;
  /** EventStoreDB, where the log is not in the folder either. */
  readonly eventStore?: string | undefined;
  /** Who folds them, where this thread does. */
  readonly sewa?: Sewa;
  /** The worker's file; by default the built one beside this file, and null (this thread) where nothing is built. */
  readonly pekerja?: string | null;
  readonly lapor?: (pesan: string) => void;
};

type Penunggu = { readonly posisi: number; readonly jawab: (terlihat: boolean) => void };

const PEKERJA = __filename.endsWith('.js') ? join(__dirname, 'worker.js') : null;

/** The views as the rest of the process sees them: where each stands, and a promise that it has got somewhere. */
export class Pemantau {
  private readonly kabar = new Map<string, Kabar>();
  private readonly belumTerdengar = new Set<string>();
  private readonly penunggu = new Map<string, Set<Penunggu>>();
  private readonly pendengar = new Set<(kabar: Kabar) => void>();
  private penggerak: Penggerak | undefined;

  private constructor(private readonly opsi: OpsiPemantau) {
    for (const { nama } of opsi.daftar) {
      this.kabar.set(nama, { tampilan: nama, posisi: -1, status: 'berjalan', sebab: null });
      this.penunggu.set(nama, new Set());
      this.belumTerdengar.add(nama);
    }
  }

  /** Starts the views. Does not wait for them: see `tunggu`. */
  static mulai(opsi: OpsiPemantau): Pemantau {
    const pemantau = new Pemantau(opsi);
    const { store, views, daftar, folder, basisData, eventStore, pekerja = PEKERJA, sewa } = opsi;
    const pendengar = {
      kabar: (k: Kabar) => pemantau.terima(k),
      lapor: (pesan: string) => pemantau.lapor(pesan),
    };
    pemantau.penggerak =
      folder === null || pekerja === null
        ? penggerakDiSini(store, views, daftar, pendengar, sewa)
        : new PenggerakPekerja(pekerja, { folder, basisData, eventStore }, store, pendengar);
    return pemantau;
  }

  /**
   * Whether queries are answered here: there was news of every view since the start (before that `tunggu` waits for the
   * worker to begin), and each has rows of this program's version.
   */
  get menjawab(): boolean {
    return this.belumTerdengar.size === 0 && this.status().every(seversi);
  }

  /** Every view: position, status, and why it does not go on. */
  status(): readonly Kabar[] {
    return [...this.kabar.values()];
  }

  /** Calls back when a view moved or changed its status. Gives the function that ends it. */
  onMaju(pendengar: (kabar: Kabar) => void): () => void {
    this.pendengar.add(pendengar);
    return () => this.pendengar.delete(pendengar);
  }

  /**
   * True as soon as the view has seen the event at `posisi`; false after `ms`, or at once when the view does not go on.
   * Never throws for a worker that died, never hangs.
   */
  async tunggu(nama: string, posisi: number, ms = 5_000): Promise<boolean> {
    const kabar = this.kabar.get(nama);
    if (kabar === undefined) throw new RangeError(`tampilan tidak dikenal: ${nama}`);
    if (sampai(kabar, posisi)) return true;
    if (terhenti(kabar)) return this.tersimpanSampai(nama, posisi);
    return (await this.tungguKabar(nama, posisi, ms)) || this.tersimpanSampai(nama, posisi);
  }

  /** The same for an event named by its `letak`, which may have no position yet. */
  async tungguLetak(nama: string, letak: number, ms = 5_000): Promise<boolean> {
    const mulai = performance.now();
    const posisi = await this.posisiDari(letak, ms);
    return posisi !== null && this.tunggu(nama, posisi, Math.max(0, ms - (performance.now() - mulai)));
  }

  /** The same for every view; for a start that wants to answer from what is there. */
  async tungguSemua(posisi: number, ms = 5_000): Promise<boolean> {
    const semua = await Promise.all([...this.kabar.keys()].map((nama) => this.tunggu(nama, posisi, ms)));
    return semua.every(Boolean);
  }

  async berhenti(): Promise<void> {
    await this.penggerak?.berhenti();
    for (const penunggu of this.penunggu.values()) for (const p of penunggu) p.jawab(false);
  }

  private async posisiDari(letak: number, ms: number): Promise<number | null> {
    const { store } = this.opsi;
    const ada = await store.posisiDari(letak);
    if (ada !== null) return ada;
    let bel = Promise.withResolvers<void>();
    const lepas = store.onCommit(() => bel.resolve());
    let habis = false;
    const tenggat = setTimeout(() => {
      habis = true;
      bel.resolve();
    }, ms);
    try {
      for (;;) {
        const posisi = await store.posisiDari(letak);
        if (posisi !== null || habis) return posisi;
        await bel.promise;
        bel = Promise.withResolvers();
      }
    } finally {
      clearTimeout(tenggat);
      lepas();
    }
  }

  private tungguKabar(nama: string, posisi: number, ms: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const penunggu: Penunggu = { posisi, jawab: resolve };
    this.penunggu.get(nama)?.add(penunggu);
    const tenggat = setTimeout(() => resolve(false), ms);
    return promise.finally(() => {
      clearTimeout(tenggat);
      this.penunggu.get(nama)?.delete(penunggu);
    });
  }

  /** Asked of the store itself where no news came: the worker may have died after its commit. */
  private async tersimpanSampai(nama: string, posisi: number): Promise<boolean> {
    const versi = this.opsi.daftar.find((v) => v.nama === nama)?.versi;
    const hidup = (await this.opsi.views.keadaan(nama))?.hidup;
    return hidup !== undefined && hidup.versi === versi && hidup.posisi >= posisi;
  }

  private terima(kabar: Kabar): void {
    if (!this.kabar.has(kabar.tampilan)) return;
    this.kabar.set(kabar.tampilan, kabar);
    this.belumTerdengar.delete(kabar.tampilan);
    for (const p of this.penunggu.get(kabar.tampilan) ?? []) {
      if (sampai(kabar, p.posisi)) p.jawab(true);
      else if (terhenti(kabar)) p.jawab(false);
    }
    for (const pendengar of this.pendengar) this.beriTahu(pendengar, kabar);
  }

  private beriTahu(pendengar: (kabar: Kabar) => void, kabar: Kabar): void {
    try {
      pendengar(kabar);
    } catch (e) {
      this.lapor(`pendengar tampilan ${kabar.tampilan} gagal: ${String(e)}`); // the views go on without it
    }
  }

  private lapor(pesan: string): void {
    if (this.opsi.lapor !== undefined) this.opsi.lapor(pesan);
    else process.stderr.write(`${pesan}\n`);
  }
}

/** While a new version is being built, the live rows are the old version's: not yet an answer. */
const sampai = ({ posisi, status }: Kabar, diminta: number): boolean =>
  posisi >= diminta && status !== 'dibangun ulang' && status !== 'menunggu versi baru';
/** Not while its own rows are being built, nor once a newer Amanah has put its rows in their place. */
const seversi = ({ status, sebab }: Kabar): boolean =>
  status !== 'dibangun ulang' && (status !== 'menunggu versi baru' || sebab !== null);
const terhenti = ({ status }: Kabar): boolean => status === 'berhenti' || status === 'menunggu versi baru';
