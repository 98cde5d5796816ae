import type { TampilanApa } from '../../kernel/view.js';
import type { Tabel, ViewStore } from '../../kernel/view-store.js';
import { BarisDiIngatan, GalatLipat } from './lipat.js';
import type { Pembaca } from './pembaca.js';

/** How much is read at once, held dirty before it is stored, and kept in memory afterwards. */
export type Ukuran = {
  readonly halaman: number; // events a read
  readonly kotor: number; // changed rows a transaction
  readonly peristiwa: number; // events a transaction, a bound on memory where few rows grow large
  readonly ingatan: number; // rows kept between batches, per view; twice as many at most
};
export const UKURAN: Ukuran = { halaman: 256, kotor: 50_000, peristiwa: 250_000, ingatan: 10_000 };

const napas = (): Promise<void> => new Promise((lanjut) => setImmediate(lanjut));

/** Brings one table of one view forward through the log. Only one `maju` at a time. */
export class Pengikut {
  private readonly baris: BarisDiIngatan;
  /** Checkpoint as we left it in the store. */
  posisi: number;
  private terlihat: number;
  private idTerlihat: string;

  constructor(
    view: TampilanApa,
    private readonly views: ViewStore,
    private readonly pembaca: Pembaca,
    readonly tabel: Tabel,
    private readonly ukuran: Ukuran,
  ) {
    this.baris = new BarisDiIngatan(view, ukuran.ingatan);
    this.posisi = tabel.posisi;
    this.terlihat = tabel.posisi;
    this.idTerlihat = tabel.peristiwa ?? '';
  }

  /** The last event folded, stored or not. */
  get kini(): number {
    return this.terlihat;
  }

  /**
   * Folds and stores up to `sampai`, or to the first place where `cukup` says so. False: another runner moved the
   * table; this follower is of no more use. GalatLipat: what stands before that event is stored.
   */
  async maju(sampai: number, cukup: () => boolean = () => false): Promise<boolean> {
    while (this.terlihat < sampai && !cukup()) {
      const hasil = await this.lipatHalaman(sampai);
      if (hasil === 'hilang') return false;
      if (hasil instanceof GalatLipat) {
        if (!(await this.simpan())) return false;
        throw hasil;
      }
      if (this.penuh() && !(await this.simpan())) return false;
      await napas();
    }
    return this.simpan();
  }

  /** Nothing less ends a batch but the end of the log: the further behind, the larger, and the cheaper an event. */
  private penuh(): boolean {
    const { kotor, peristiwa } = this.ukuran;
    return this.baris.banyakKotor >= kotor || this.terlihat - this.posisi >= peristiwa;
  }

  private async lipatHalaman(sampai: number): Promise<'terlipat' | 'hilang' | GalatLipat> {
    try {
      const dari = this.terlihat + 1;
      const events = await this.pembaca.baca(dari, Math.min(this.ukuran.halaman, sampai - dari + 1));
      const halaman = this.baris.tersentuh(events);
      const belum = this.baris.yangBelumAda(halaman);
      const termuat = belum.length === 0 ? [] : await this.views.muat(this.tabel.nomor, belum);
      if (termuat === null) return 'hilang';
      for (const [i, kunci] of belum.entries()) this.baris.terima(kunci, termuat[i] ?? null);
      for (const satu of halaman) {
        this.baris.terapkan(satu);
        this.terlihat = satu.event.meta.posisi;
        this.idTerlihat = satu.event.meta.id;
      }
      return 'terlipat';
    } catch (e) {
      if (e instanceof GalatLipat) return e;
      throw e;
    }
  }

  private async simpan(): Promise<boolean> {
    if (this.terlihat === this.posisi) return true;
    try {
      const perubahan = this.baris.perubahan();
      const { posisi: dari, terlihat: sampai, idTerlihat: peristiwa } = this;
      if ((await this.views.tulis(this.tabel.nomor, { dari, sampai, peristiwa, perubahan })) !== 'maju')
        return false;
      this.posisi = sampai;
      this.baris.tersimpan();
      return true;
    } catch (e) {
      if (e instanceof GalatLipat) return this.simpanSebelum(e);
      throw e;
    }
  }

  /** A row could not be written as its last event left it: fold again, as far as the event before that one. */
  private async simpanSebelum(galat: GalatLipat): Promise<false> {
    this.baris.lupakan();
    this.terlihat = this.posisi;
    if (await this.maju(galat.posisi - 1)) throw galat;
    return false;
  }
}
