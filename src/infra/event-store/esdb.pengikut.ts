import {
  jedaUlang,
  type KlienEsdb,
  type Langganan,
  type LetakEsdb,
  type Rekaman,
  selama,
  sesudah,
} from './esdb.klien.js';

export type OpsiPengikut = {
  /** Where to begin: after this. */
  readonly setelah: LetakEsdb | null;
  readonly terima: (rekaman: Rekaman) => void;
  /** Where the last event that has a number stands: what tells an idle line from one that is dead. */
  readonly dinomori: () => Promise<LetakEsdb | null>;
};

const SELANG = 1_000; // ms

/**
 * Follows what is appended, by whom ever. A subscription never comes back by itself, and one that the server accepted
 * and forgot says nothing at all: it begins again when the line breaks, and when others have seen what it did not give.
 */
export class PengikutEsdb {
  private terakhir: LetakEsdb | null;
  private percobaan = 0;
  private selesai = false;
  private readonly akhir = Promise.withResolvers<void>();
  private readonly lingkaran: Promise<void>;

  constructor(
    private readonly klien: KlienEsdb,
    private readonly opsi: OpsiPengikut,
  ) {
    this.terakhir = opsi.setelah;
    this.lingkaran = this.jalan();
  }

  async berhenti(): Promise<void> {
    this.selesai = true;
    this.akhir.resolve();
    await this.lingkaran;
  }

  private async jalan(): Promise<void> {
    while (!this.selesai) {
      const langganan = this.klien.ikuti(this.terakhir, (r) => {
        [this.terakhir, this.percobaan] = [r.letak, 0];
        this.opsi.terima(r);
      });
      await Promise.race([langganan.berakhir, this.akhir.promise, this.diam(langganan)]);
      langganan.henti();
      await selama(jedaUlang(this.percobaan++), this.akhir.promise);
      await Promise.race([this.klien.siap(), this.akhir.promise]);
    }
  }

  /** When what was numbered a while ago has still not come; ends with the subscription. */
  private async diam({ berakhir }: Langganan): Promise<void> {
    let putus = this.selesai;
    void berakhir.then(() => {
      putus = true;
    });
    let dahulu: LetakEsdb | null = null;
    while (!putus && !this.selesai) {
      if (dahulu !== null && (this.terakhir === null || sesudah(dahulu, this.terakhir))) return;
      dahulu = await this.opsi.dinomori().catch(() => null);
      await selama(SELANG, Promise.race([berakhir, this.akhir.promise]));
    }
  }
}
