import type { Clock } from '../../../kernel/event-store.js';
import { tolak } from '../../../kernel/penolakan.js';

type Hitungan = { jumlah: number; readonly sampai: number };

const TERBANYAK = 10_000; // keys remembered; the oldest go first

/**
 * How often something may fail within a time, by account and by address. Counted for each operation, in the memory of
 * one process: the lock of an account (daftar-akun.ts) is what holds over all of them.
 */
export class Pembatas {
  private readonly isi = new Map<string, Hitungan>();

  constructor(
    private readonly clock: Clock,
    private readonly jangka: number, // ms
  ) {}

  /** Counts one. Refuses TERLALU_SERING, with the seconds to wait, when there were `batas` already. */
  ambil(kunci: string, batas: number): void {
    const kini = this.clock.now().getTime();
    const ada = this.isi.get(kunci);
    const hitungan = ada !== undefined && ada.sampai > kini ? ada : { jumlah: 0, sampai: kini + this.jangka };
    if (hitungan.jumlah >= batas)
      tolak('TERLALU_SERING', { detik: Math.ceil((hitungan.sampai - kini) / 1_000) });
    hitungan.jumlah++;
    this.isi.delete(kunci);
    this.isi.set(kunci, hitungan);
    const [tertua] = this.isi.keys();
    if (this.isi.size > TERBANYAK && tertua !== undefined) this.isi.delete(tertua);
  }

  /** What succeeded does not count: a whole city may come from one address. */
  kembalikan(kunci: string): void {
    const ada = this.isi.get(kunci);
    if (ada !== undefined) ada.jumlah--;
  }
}
