import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { type Gagal, type Lajur, PenulisLog, type Tersimpan } from './penulis-log.js';

/** One transaction. After a failed group every group of the same `angkatan` is refused: it may stand on the lost one. */
export type Kelompok = { readonly angkatan: number; readonly lajur: Lajur };

/** Writes groups one after the other, in this thread or in one of its own. */
export type Penulis = {
  /** How many groups it takes before the first has been answered. */
  readonly serentak: 1 | 2;
  simpan(kelompok: Kelompok): Promise<Tersimpan | Gagal>;
  /** After the last group was answered. */
  tutup(): Promise<void>;
};

/** What store and thread say to each other; answers come in the order of the groups. */
export type PesanUntukPenulis = Kelompok | 'tutup';
export type DataPenulis = { readonly folder: string };

export const penulisDiSini = (db: DatabaseSync): Penulis => {
  const log = new PenulisLog(db);
  return { serentak: 1, simpan: async ({ lajur }) => log.simpan(lajur), tutup: async () => undefined };
};

/** The built file of the thread; null where the sources run as they are, and no thread can load them. */
export const BERKAS_PENULIS = __filename.endsWith('.js') ? join(__dirname, 'penulis.worker.js') : null;

type Penunggu = (hasil: Tersimpan | Gagal) => void;

/**
 * The writer in a thread with a connection of its own, so that commands are decided while the disk is waited for.
 * Started at once, so that its file is read with the program's own: a build in between may replace it. A thread that
 * dies is not started again: nobody knows what it had stored.
 */
export class PenulisPekerja implements Penulis {
  readonly serentak = 2;
  private readonly worker: Worker;
  private readonly keluar: Promise<void>;
  private mati: Gagal | undefined;
  private readonly penunggu: Penunggu[] = [];

  constructor(berkas: string, data: DataPenulis) {
    this.worker = new Worker(berkas, { workerData: data });
    this.worker.on('message', (hasil: Tersimpan | Gagal) => this.penunggu.shift()?.(hasil));
    this.worker.on('messageerror', (galat) => this.gugur(galat));
    this.worker.on('error', (galat) => this.gugur(galat));
    this.keluar = new Promise((selesai) =>
      this.worker.once('exit', (kode) => {
        this.gugur(new Error(`penulis log berakhir (${kode})`));
        selesai();
      }),
    );
  }

  simpan(kelompok: Kelompok): Promise<Tersimpan | Gagal> {
    if (this.mati !== undefined) return Promise.resolve({ ...this.mati, pasti: true });
    this.kirim(kelompok);
    return new Promise((jawab) => this.penunggu.push(jawab));
  }

  async tutup(): Promise<void> {
    this.kirim('tutup');
    await this.keluar;
  }

  private kirim(pesan: PesanUntukPenulis): void {
    this.worker.postMessage(pesan);
  }

  private gugur(galat: unknown): void {
    this.mati ??= { galat, kode: 0, pasti: false };
    for (const jawab of this.penunggu.splice(0)) jawab(this.mati);
  }
}
