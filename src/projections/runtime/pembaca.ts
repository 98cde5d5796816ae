import { type EventStore, type Recorded, TokoTidakTersedia } from '../../kernel/event-store.js';
import { Penolakan } from '../../kernel/penolakan.js';
import { GalatLipat } from './lipat.js';

/** An event of a type that only a newer Amanah knows: the views wait for it, they never pass over. */
export class JenisBelumDikenal extends GalatLipat {}

type Halaman = { readonly dari: number; readonly events: Promise<readonly Recorded[]> };

/** Pages of the global log for several views: one that follows another closely is given the page already decoded. */
export class Pembaca {
  // Two fields and no Map: the tables that a Map leaves behind when it shrinks keep old pages alive (measured: 4 times the garbage collection).
  private terakhir: Halaman | undefined;
  private sebelumnya: Halaman | undefined;

  constructor(private readonly store: EventStore) {}

  /**
   * The next events from `dari` on: at least one, at most `batas`. To be asked only for positions that the log has.
   * Errors: GalatLipat when the event at `dari` is missing or unreadable, JenisBelumDikenal when its type is unknown.
   */
  async baca(dari: number, batas: number): Promise<readonly Recorded[]> {
    const { terakhir, sebelumnya } = this;
    const ingat = terakhir?.dari === dari ? terakhir : sebelumnya?.dari === dari ? sebelumnya : undefined;
    if (ingat !== undefined) return (await ingat.events).slice(0, batas);
    const events = this.rapat(dari, batas);
    const halaman = { dari, events };
    this.sebelumnya = terakhir;
    this.terakhir = halaman;
    events.catch(() => this.lupakan(halaman));
    return events;
  }

  private lupakan(halaman: Halaman): void {
    if (this.terakhir === halaman) this.terakhir = undefined;
    if (this.sebelumnya === halaman) this.sebelumnya = undefined;
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
