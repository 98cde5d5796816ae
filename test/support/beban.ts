import { setTimeout as jeda } from 'node:timers/promises';
import type { Executor } from '../../src/kernel/execute.js';
import { amplopUji, catatan, tulis } from './buku.js';
import { kode } from './kode.js';

export const PEMANGGIL = 16;
const DOKUMEN = 8;
const SEDOKUMEN = 100; // commands of one caller before all take other documents: none grows past what a year brings

/** Sends commands without a pause and repeats each, under its own id, until it is carried out. */
export class Beban {
  readonly diakui: string[] = [];
  readonly jawaban = new Map<string, number>();
  terlama = 0;
  private berhenti = false;
  private readonly kerja: Promise<unknown>;

  /** `awalan`: before each document's name, where the log is not empty. */
  constructor(
    para: readonly Executor[],
    private readonly awalan = '',
  ) {
    this.kerja = Promise.all(
      Array.from({ length: PEMANGGIL }, async (_, i) => {
        for (let n = 0; !this.berhenti; n++) await this.satu(para[i % para.length] as Executor, i, n);
      }),
    );
  }

  /** Lets what was begun come to its end; no fault stands any more. */
  async selesai(): Promise<void> {
    this.berhenti = true;
    await this.kerja;
  }

  /** Against the commands that stand in the log, one entry an event: which acknowledged ones are not there, which are there twice. */
  bandingkan(diLog: Iterable<string>): { hilang: number; ganda: number } {
    const kali = new Map<string, number>();
    for (const id of diLog) kali.set(id, (kali.get(id) ?? 0) + 1);
    return {
      hilang: this.diakui.filter((id) => !kali.has(id)).length,
      ganda: [...kali.values()].filter((n) => n > 1).length,
    };
  }

  private async satu(executor: Executor, pemanggil: number, n: number): Promise<void> {
    const amplop = amplopUji();
    const id = `${this.awalan}${(pemanggil + n) % DOKUMEN}.${Math.floor(n / SEDOKUMEN)}`;
    for (;;) {
      const mulai = performance.now();
      const jawaban = await kode(executor.execute(catatan, id, tulis(amplop.idPerintah), amplop));
      this.terlama = Math.max(this.terlama, performance.now() - mulai);
      this.jawaban.set(jawaban, (this.jawaban.get(jawaban) ?? 0) + 1);
      if (jawaban === 'BERHASIL') {
        this.diakui.push(amplop.idPerintah);
        return;
      }
      if (jawaban !== 'COBA_LAGI' && jawaban !== 'HASIL_BELUM_PASTI')
        throw new Error(`jawaban tak terduga: ${jawaban}`);
      await jeda(20);
    }
  }
}
