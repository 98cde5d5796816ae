import { setTimeout } from 'node:timers/promises';
import type { EventStore } from '../../kernel/event-store.js';
import { SEWA_BEBAS, type Sewa } from '../../kernel/sewa.js';
import type { TampilanApa } from '../../kernel/view.js';
import type { KeadaanTampilan, Sebab, StatusTampilan, Tabel, ViewStore } from '../../kernel/view-store.js';
import { type Jalur, jalurBaru, keadaanBagi, namaSewa, terhentiDi } from './jalur.js';
import { GalatLipat } from './lipat.js';
import { JenisBelumDikenal, Pembaca } from './pembaca.js';
import { Pengikut, UKURAN, type Ukuran } from './pengikut.js';

/** News of one view: where it stands, and whether it goes on. */
export type Kabar = {
  readonly tampilan: string;
  readonly posisi: number;
  readonly status: StatusTampilan;
  readonly sebab: Sebab | null;
};
export type KemajuanBangun = (posisi: number, ujung: number) => void;

export type OpsiRunner = {
  readonly kabar?: (kabar: Kabar) => void;
  /** Told of trouble that passes (the store is busy, a table was thrown away). */
  readonly lapor?: (pesan: string) => void;
  readonly ukuran?: Partial<Ukuran>;
  /** How often to look for events that nobody told us of; ms. */
  readonly jeda?: number;
  /** Asked by `jalan` alone; whoever calls `kejar` or `bangunUlang` wants it done here and now. */
  readonly sewa?: Sewa;
};

const JEDA = 1_000;
const JEDA_SIMAK = 50;
const JEDA_GALAT = 100;
const JEDA_GALAT_TERLAMA = 10_000;

/**
 * Brings the views forward, each in a loop of its own: one that stops does not hold the others. Holds no thread and no
 * clock but its timer; any number of runners, here or in other processes, may work on the same view store.
 */
export class Runner {
  private readonly jalur: ReadonlyMap<string, Jalur>;
  private readonly pembaca: Pembaca;
  private readonly ukuran: Ukuran;
  private readonly sewa: Sewa;
  private lingkaran: Promise<unknown> | undefined;
  private readonly henti = new AbortController();
  private bel = Promise.withResolvers<void>();

  constructor(
    private readonly store: EventStore,
    private readonly views: ViewStore,
    daftar: readonly TampilanApa[],
    private readonly opsi: OpsiRunner = {},
  ) {
    this.pembaca = new Pembaca(store);
    this.ukuran = { ...UKURAN, ...opsi.ukuran };
    this.sewa = opsi.sewa ?? SEWA_BEBAS;
    this.jalur = new Map(daftar.map((view) => [view.nama, jalurBaru(view)]));
  }

  /** Brings one view, or all, to where the log ends now, once. Gives how they stand: one that stopped stays behind. */
  async kejar(nama?: string): Promise<readonly KeadaanTampilan[]> {
    const ujung = await this.store.posisi();
    const jalur = nama === undefined ? [...this.jalur.values()] : [this.cari(nama)];
    await Promise.all(jalur.map((j) => this.bergilir(j, ujung)));
    return (await this.views.semuaKeadaan()).filter((k) => jalur.some((j) => j.view.nama === k.nama));
  }

  /** Follows the log until `berhenti`. */
  jalan(): void {
    if (this.lingkaran !== undefined) return;
    const lepas = this.store.onCommit(() => this.bangunkan());
    const detak = setInterval(() => this.bangunkan(), this.opsi.jeda ?? JEDA);
    this.lingkaran = Promise.all([...this.jalur.values()].map((j) => this.ikuti(j))).finally(() => {
      lepas();
      clearInterval(detak);
    });
  }

  /** There are new events. */
  bangunkan(): void {
    this.bel.resolve();
    this.bel = Promise.withResolvers();
  }

  /** Ends after the batches under way, and leaves the views to others. */
  async berhenti(): Promise<void> {
    this.henti.abort();
    this.bangunkan();
    await this.lingkaran;
    await Promise.all([...this.jalur.values()].map((j) => j.giliran.then(() => this.lepaskan(j))));
  }

  /**
   * Builds a view from the first event on, beside the live rows, and swaps at the end. A build that was broken off may
   * simply be run again. Errors: GalatLipat at an event that the view cannot fold; the live rows then stay as they are.
   */
  async bangunUlang(nama: string, maju: KemajuanBangun = () => undefined): Promise<{ peristiwa: number }> {
    const jalur = this.cari(nama);
    const { view } = jalur;
    const lama = await this.siapkan(jalur);
    const nomor = await this.views.mulaiBangun(nama, view.versi);
    try {
      const peristiwa = await this.bangun(view, nomor, maju);
      await this.bergilir(jalur, peristiwa - 1);
      return { peristiwa };
    } catch (e) {
      await this.views.batalBangun(nama, nomor);
      if (lama.sebab !== null) await this.views.catatStatus(nama, lama.status, lama.sebab);
      throw e;
    }
  }

  private get selesai(): boolean {
    return this.henti.signal.aborted;
  }

  private cari(nama: string): Jalur {
    const jalur = this.jalur.get(nama);
    if (jalur === undefined) throw new RangeError(`tampilan tidak dikenal: ${nama}`);
    return jalur;
  }

  private async ikuti(jalur: Jalur): Promise<void> {
    for (let galat = 0; !this.selesai; ) {
      const bel = this.bel.promise;
      try {
        const ms = await this.putaran(jalur, await this.store.posisi());
        galat = 0;
        await (ms === undefined ? bel : this.sebentar(ms));
      } catch (e) {
        this.opsi.lapor?.(`tampilan ${jalur.view.nama}: ${String(e)}; dicoba lagi`);
        await this.lepaskan(jalur); // another may have what we lack
        await this.sebentar(Math.min(JEDA_GALAT * 2 ** galat++, JEDA_GALAT_TERLAMA));
      }
    }
  }

  private async sebentar(ms: number): Promise<void> {
    const { signal } = this.henti;
    await setTimeout(ms, undefined, { signal, ref: false }).catch((e) => {
      if (!signal.aborted) throw e;
    });
  }

  /** Folds the view if it is ours to fold, else hears how far another is. Gives when to look again; else: when told. */
  private async putaran(jalur: Jalur, ujung: number): Promise<number | undefined> {
    const { nama } = jalur.view;
    if (jalur.henti !== undefined && terhentiDi(jalur.henti, await this.views.keadaan(nama))) return JEDA;
    if (!(await this.sewa.pegang(namaSewa(jalur.view)))) return this.simak(jalur, ujung);
    if (await this.bergilir(jalur, ujung)) return undefined;
    await this.lepaskan(jalur); // for one that can go on
    return JEDA;
  }

  /** News of a view that another instance folds. */
  private async simak(jalur: Jalur, ujung: number): Promise<number | undefined> {
    const keadaan = await this.views.keadaan(jalur.view.nama);
    if (keadaan === null) return JEDA_SIMAK;
    const { posisi } = keadaan.hidup;
    const { status, sebab } = keadaanBagi(jalur.view, keadaan);
    this.kabarkan(jalur, posisi, status, sebab);
    return posisi < ujung || status !== 'berjalan' ? JEDA_SIMAK : undefined;
  }

  private async lepaskan({ view }: Jalur): Promise<void> {
    try {
      await this.sewa.lepas(namaSewa(view));
    } catch (e) {
      this.opsi.lapor?.(`sewa tampilan ${view.nama} tidak dilepas, dan berakhir sendiri: ${String(e)}`);
    }
  }

  /** One at a time for each view, whoever asks. */
  private bergilir(jalur: Jalur, ujung: number): Promise<boolean> {
    const giliran = jalur.giliran.then(() => this.sampai(jalur, ujung));
    jalur.giliran = giliran.catch(() => undefined);
    return giliran;
  }

  /** Forward to `ujung`, through the work of other runners. False when the view stops or waits. */
  private async sampai(jalur: Jalur, ujung: number): Promise<boolean> {
    while (!this.selesai) {
      const keadaan = await this.siapkan(jalur);
      try {
        if (!(await this.bolehMaju(jalur, keadaan))) return false;
        const { pengikut } = jalur;
        if (pengikut === undefined) continue;
        if (!(await pengikut.maju(ujung, () => this.selesai))) jalur.pengikut = undefined;
        else {
          await this.lancar(jalur, keadaan, pengikut.posisi);
          return true;
        }
      } catch (e) {
        jalur.pengikut = undefined;
        if (!(e instanceof GalatLipat)) throw e;
        await this.hentikan(jalur, e);
        return false;
      }
    }
    return true;
  }

  /** Where the view stands; registered if it is new, emptied if what it saw was another log. */
  private async siapkan(jalur: Jalur): Promise<KeadaanTampilan> {
    const { nama, versi } = jalur.view;
    const keadaan = await this.views.keadaan(nama);
    if (keadaan === null) {
      await this.views.daftarkan(nama, versi);
      return this.siapkan(jalur);
    }
    if (jalur.cocok) return keadaan;
    jalur.cocok = true;
    for (const tabel of [keadaan.hidup, keadaan.bangun]) {
      if (tabel === null || (await this.dariLogIni(tabel))) continue;
      this.opsi.lapor?.(
        `tampilan ${nama} berasal dari log lain (posisi ${tabel.posisi}); dibangun dari awal`,
      );
      await this.views.kosongkan(nama, versi);
      return this.siapkan(jalur);
    }
    return keadaan;
  }

  /** A log that was restored from an older backup is shorter, or has another event at the checkpoint. */
  private async dariLogIni({ posisi, peristiwa }: Tabel): Promise<boolean> {
    if (posisi < 0) return true;
    if (posisi > (await this.store.posisi())) return false;
    const [event] = await this.store.readAll(posisi, 1).catch(() => [undefined]);
    return event === undefined || event.meta.id === peristiwa; // an event that cannot be read is told when it is folded
  }

  private async bolehMaju(jalur: Jalur, keadaan: KeadaanTampilan): Promise<boolean> {
    const { view, henti } = jalur;
    const { hidup, bangun } = keadaan;
    // The rows of our own version are ours to keep going, also while a newer Amanah builds its own beside them.
    if (hidup.versi !== view.versi && Math.max(hidup.versi, bangun?.versi ?? 0) > view.versi) {
      this.kabarkan(jalur, hidup.posisi, 'menunggu versi baru', null); // a newer Amanah keeps it
      return false;
    }
    if (henti?.status === 'berhenti' && terhentiDi(henti, keadaan)) return false;
    jalur.henti = undefined;
    if (hidup.versi < view.versi) {
      const dilanjutkan = bangun?.versi === view.versi ? bangun.nomor : undefined;
      const nomor = dilanjutkan ?? (await this.views.mulaiBangun(view.nama, view.versi));
      this.kabarkan(jalur, hidup.posisi, 'dibangun ulang', null);
      await this.bangun(view, nomor, () => undefined);
      jalur.pengikut = undefined;
    } else if (jalur.pengikut?.tabel.nomor !== hidup.nomor || jalur.pengikut.posisi !== hidup.posisi)
      jalur.pengikut = this.pengikut(view, hidup);
    return true;
  }

  private pengikut(view: TampilanApa, tabel: Tabel): Pengikut {
    return new Pengikut(view, this.views, this.pembaca, tabel, this.ukuran);
  }

  /** Until the table, or one that another runner began in its place, is the live one. Gives the number of events. */
  private async bangun(view: TampilanApa, nomor: number, maju: KemajuanBangun): Promise<number> {
    let pengikut: Pengikut | undefined;
    for (;;) {
      if (this.selesai) throw new Error(`pembangunan tampilan ${view.nama} dihentikan`);
      const keadaan = await this.views.keadaan(view.nama);
      if (keadaan === null || (keadaan.bangun === null && keadaan.hidup.nomor < nomor))
        throw new Error(`pembangunan tampilan ${view.nama} dibatalkan`);
      if (keadaan.bangun === null) return keadaan.hidup.posisi + 1; // another runner swapped it
      const { bangun } = keadaan;
      if (bangun.versi !== view.versi)
        throw new Error(`pembangunan tampilan ${view.nama} digantikan versi ${bangun.versi}`);
      if (pengikut?.tabel.nomor !== bangun.nomor || pengikut.posisi !== bangun.posisi)
        pengikut = this.pengikut(view, bangun);
      const ujung = await this.store.posisi();
      if (!(await this.langkahBangun(pengikut, ujung, maju))) continue;
      if (pengikut.posisi >= ujung && (await this.views.tukar(view.nama, bangun.nomor)))
        return pengikut.posisi + 1;
    }
  }

  private langkahBangun(pengikut: Pengikut, ujung: number, maju: KemajuanBangun): Promise<boolean> {
    return pengikut.maju(ujung, () => {
      maju(pengikut.kini + 1, ujung + 1);
      return this.selesai;
    });
  }

  private async lancar(jalur: Jalur, keadaan: KeadaanTampilan, posisi: number): Promise<void> {
    const { nama } = jalur.view;
    if (keadaan.status !== 'berjalan' && keadaan.bangun === null)
      await this.views.catatStatus(nama, 'berjalan', null);
    this.kabarkan(jalur, posisi, 'berjalan', null);
  }

  private async hentikan(jalur: Jalur, galat: GalatLipat): Promise<void> {
    const { nama } = jalur.view;
    const {
      hidup,
      status: lama,
      sebab: sebabLama,
    } = (await this.views.keadaan(nama)) ?? (await this.siapkan(jalur));
    const status = galat instanceof JenisBelumDikenal ? 'menunggu versi baru' : 'berhenti';
    const sebab = await this.sebab(galat);
    if (status !== lama || sebab.posisi !== sebabLama?.posisi || sebab.pesan !== sebabLama.pesan)
      await this.views.catatStatus(nama, status, sebab);
    jalur.henti = { nomor: hidup.nomor, posisi: hidup.posisi, status };
    this.kabarkan(jalur, hidup.posisi, status, sebab);
  }

  private async sebab({ posisi, idPeristiwa, message }: GalatLipat): Promise<Sebab> {
    const [event] = idPeristiwa === null ? await this.store.readAll(posisi, 1).catch(() => []) : [];
    return { idPeristiwa: idPeristiwa ?? event?.meta.id ?? null, posisi, pesan: message };
  }

  /** Only what is news: a view that stands still is silent. */
  private kabarkan(jalur: Jalur, posisi: number, status: StatusTampilan, sebab: Sebab | null): void {
    const isi = `${posisi} ${status} ${sebab?.posisi}`;
    if (jalur.dikabarkan === isi) return;
    jalur.dikabarkan = isi;
    this.opsi.kabar?.({ tampilan: jalur.view.nama, posisi, status, sebab });
  }
}
