import { type EventStore, type Recorded, TokoTidakTersedia } from '../../kernel/event-store.js';
import { Penolakan } from '../../kernel/penolakan.js';
import { GalatLipat } from './lipat.js';

/** An event of a type that only a newer Amanah knows: the views wait for it, they never pass over. */
export class JenisBelumDikenal extends GalatLipat {}

const HALAMAN_DIINGAT = 2;

/** Pages of the global log for several views: one that follows another closely is given the page already decoded. */
export class Pembaca {
  private readonly halaman = new Map<number, Promise<readonly Recorded[]>>();

  constructor(private readonly store: EventStore) {}

  /**
   * The next events from `dari` on: at least one, at most `batas`. To be asked only for positions that the log has.
   * Errors: GalatLipat when the event at `dari` is missing or unreadable, JenisBelumDikenal when its type is unknown.
   */
  async baca(dari: number, batas: number): Promise<readonly Recorded[]> {
    const ingat = this.halaman.get(dari);
    if (ingat !== undefined) return (await ingat).slice(0, batas);
    const baru = this.rapat(dari, batas);
    this.halaman.set(dari, baru);
    baru.catch(() => this.halaman.delete(dari));
    for (const tertua of this.halaman.keys()) {
      if (this.halaman.size <= HALAMAN_DIINGAT) break;
      this.halaman.delete(tertua);
    }
    return baru;
  }

  /** Only what follows without a gap: an event that is missing is a fault of the log, never passed over. */
  private async rapat(dari: number, batas: number): Promise<readonly Recorded[]> {
    const events = await this.terbaca(dari, batas);
    const celah = events.findIndex((e, i) => e.meta.posisi !== dari + i);
    if (celah === 0 || events.length === 0)
      throw new GalatLipat(dari, null, new Error(`celah: log tidak memuat posisi ${dari}`));
    return celah === -1 ? events : events.slice(0, celah);
  }

  /** A store may fail a whole page for one event; read alone, the fault is at `dari` or further on. */
  private async terbaca(dari: number, batas: number): Promise<readonly Recorded[]> {
    try {
      return await this.store.readAll(dari, batas);
    } catch (e) {
      if (e instanceof TokoTidakTersedia) throw e;
      if (batas > 1) return this.terbaca(dari, 1);
      if (e instanceof Penolakan && e.kode === 'JENIS_PERISTIWA_TIDAK_DIKENAL')
        throw new JenisBelumDikenal(dari, null, `jenis peristiwa tidak dikenal: ${e.rincian.jenis}`);
      throw new GalatLipat(dari, null, e);
    }
  }
}
