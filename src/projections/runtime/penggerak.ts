import { Worker } from 'node:worker_threads';
import type { EventStore } from '../../kernel/event-store.js';
import { SEWA_BEBAS, type Sewa } from '../../kernel/sewa.js';
import type { TampilanApa } from '../../kernel/view.js';
import type { ViewStore } from '../../kernel/view-store.js';
import { type Kabar, Runner } from './runner.js';

/** What drives the views: a runner in this thread, or one in a worker. */
export type Penggerak = { berhenti(): Promise<void> };
export type Pendengar = {
  readonly kabar: (kabar: Kabar) => void;
  readonly lapor: (pesan: string) => void;
};

/** What main thread and worker say to each other. */
export type DataPekerja = {
  readonly folder: string;
  readonly basisData?: string | undefined;
  readonly eventStore?: string | undefined;
};
export type PesanUntukPekerja = { readonly posisi: number } | { readonly berhenti: true };
export type PesanDariPekerja = { readonly kabar: Kabar } | { readonly lapor: string };

export const penggerakDiSini = (
  store: EventStore,
  views: ViewStore,
  daftar: readonly TampilanApa[],
  pendengar: Pendengar,
  sewa: Sewa = SEWA_BEBAS,
): Penggerak => {
  const runner = new Runner(store, views, daftar, { ...pendengar, sewa });
  runner.jalan();
  return runner;
};

const JEDA_AWAL = 250;
const JEDA_TERLAMA = 30_000;
const UMUR_SEHAT = 60_000;
const TENGGAT_BERHENTI = 1_500; // what a batch had not stored is folded again

/** A runner in a worker thread, with connections of its own; started again, each time later, when it dies. */
export class PenggerakPekerja implements Penggerak {
  private worker: Worker | undefined;
  private selesai = false;
  private jeda = JEDA_AWAL;
  private nyala: NodeJS.Timeout | undefined;
  private readonly lepas: () => void;

  constructor(
    private readonly berkas: string,
    private readonly data: DataPekerja,
    store: EventStore,
    private readonly pendengar: Pendengar,
  ) {
    this.lepas = store.onCommit((posisi) => this.kirim({ posisi }));
    this.mulai();
  }

  async berhenti(): Promise<void> {
    this.selesai = true;
    this.lepas();
    clearTimeout(this.nyala);
    const { worker } = this;
    if (worker === undefined) return;
    const keluar = new Promise<void>((lanjut) => worker.once('exit', () => lanjut()));
    const paksa = setTimeout(() => {
      this.pendengar.lapor(`pekerja tampilan tidak berhenti dalam ${TENGGAT_BERHENTI} ms, dan diputus`);
      void worker.terminate();
    }, TENGGAT_BERHENTI);
    this.kirim({ berhenti: true });
    await keluar;
    clearTimeout(paksa);
  }

  private kirim(pesan: PesanUntukPekerja): void {
    this.worker?.postMessage(pesan);
  }

  private mulai(): void {
    const mulai = performance.now();
    const worker = new Worker(this.berkas, { workerData: this.data });
    this.worker = worker;
    worker.on('message', (pesan: PesanDariPekerja) => {
      if ('kabar' in pesan) this.pendengar.kabar(pesan.kabar);
      else this.pendengar.lapor(pesan.lapor);
    });
    worker.on('error', (e) => this.pendengar.lapor(`pekerja tampilan gagal: ${String(e)}`));
    worker.on('exit', (kode) => this.mati(kode, performance.now() - mulai));
  }

  private mati(kode: number, umur: number): void {
    this.worker = undefined;
    if (this.selesai) return;
    if (umur > UMUR_SEHAT) this.jeda = JEDA_AWAL;
    this.pendengar.lapor(`pekerja tampilan berakhir (${kode}); dimulai lagi dalam ${this.jeda} ms`);
    this.nyala = setTimeout(() => this.mulai(), this.jeda);
    this.jeda = Math.min(this.jeda * 2, JEDA_TERLAMA);
  }
}
