import {
  type Append,
  EventStore,
  type Pending,
  type Recorded,
  type Stream,
  type Tersimpan,
  TokoTidakTersedia,
} from '../../kernel/event-store.js';
import { tolak } from '../../kernel/penolakan.js';
import { dalamWaktu } from '../../kernel/tenggat.js';
import { leafHex } from '../integrity/merkle.js';
import { AntreanStream, BYTE_SEKALI, byteDari } from './antrean-stream.js';
import { Codec, type Tersandikan } from './codec.js';
import { KlienEsdb, type LetakEsdb, type Rekaman, selama } from './esdb.klien.js';
import { NomorTidakCocok, PembacaEsdb } from './esdb.pembaca.js';
import { PengikutEsdb } from './esdb.pengikut.js';
import { PengirimEsdb } from './esdb.pengirim.js';
import { cukup, sisa } from './esdb.sambungan.js';
import type { UkuranKelompok } from './pengelompok.js';
import type { Penomoran } from './penomoran.js';
import { amplopDari, type BolehMenomori, milikServer, PeristiwaAsing, Sequencer } from './sequencer.js';

export type OpsiEsdb = {
  readonly url: string;
  readonly penomoran: Penomoran;
  readonly codec?: Codec;
  /** Only reads: appends are refused, and numbers are left to others. */
  readonly bacaSaja?: boolean;
  readonly boleh?: BolehMenomori;
  readonly lepas?: () => Promise<void>;
  readonly lapor?: (pesan: string) => void;
  /** What belongs to this store and is closed after it. */
  readonly setelahTutup?: () => Promise<void>;
};

const BACA_MS = 2_000;
const RAGU_TERBANYAK = 256; // streams whose outcome is not known: past that nothing new is begun
// A stop has 10 s for everything (main.ts): who still waits for an outcome is told, and sends again elsewhere.
const TUTUP_MS = 500; // each of the three steps of a close

/**
 * The log in EventStoreDB, whose streams are ours and whose one order is numbered by the sequencer (docs/adr/0016). The
 * promises are kernel/event-store.ts's.
 */
export class EsdbEventStore extends EventStore {
  readonly atomik = false;
  readonly byteSekali = BYTE_SEKALI;
  readonly satuPenulis = false;
  readonly sequencer: Sequencer;
  private readonly antrean = new Map<string, AntreanStream>();
  private readonly pendengar = new Set<(stream: string, rev: number) => void>();
  private readonly pengirim: PengirimEsdb;
  private readonly pembaca: PembacaEsdb;
  private pengikut: PengikutEsdb | undefined;
  private belumTerjawab = 0;
  private terlihat = 0;
  private ditutup = false;
  private penutupan: Promise<void> | undefined;

  /**
   * Opens the log. Throws PeristiwaAsing when its first or last events are not Amanah's, NomorTidakCocok when what was
   * numbered is no longer there, and the client's own errors when no server answers.
   */
  static async open(opsi: OpsiEsdb): Promise<EsdbEventStore> {
    const store = new EsdbEventStore(opsi, new KlienEsdb(opsi.url), opsi.codec ?? new Codec());
    try {
      store.mulai(await store.periksaAwal());
      return store;
    } catch (e) {
      await store.klien.tutup();
      throw e;
    }
  }

  private constructor(
    private readonly opsi: OpsiEsdb,
    private readonly klien: KlienEsdb,
    private readonly codec: Codec,
  ) {
    super();
    const { boleh, lepas, lapor, bacaSaja } = opsi;
    this.pengirim = new PengirimEsdb(klien);
    this.pembaca = new PembacaEsdb(klien, opsi.penomoran, codec, this.pengirim.akhir);
    this.sequencer = new Sequencer(klien, opsi.penomoran, {
      ...(lapor && { lapor }),
      ...(lepas && { lepas }),
      ...(bacaSaja ? { boleh: async () => false } : boleh && { boleh }),
    });
  }

  /** Where the server's log ends; asked again for a while, since a node may just be busy or be elected. */
  private async periksaAwal(): Promise<LetakEsdb | null> {
    const sejak = performance.now();
    for (let percobaan = 0; ; percobaan++) {
      try {
        const ujung = await this.klien.bacaUjung();
        for (const r of [...(await this.klien.bacaSemua(null)), ...ujung]) if (!milikServer(r)) amplopDari(r);
        await this.cocokkan();
        return ujung[0]?.letak ?? null;
      } catch (e) {
        if (e instanceof PeristiwaAsing || e instanceof NomorTidakCocok || cukup(e, sejak)) throw e;
        await this.pengirim.jeda(percobaan);
        await selama(sisa(sejak), this.klien.siap());
      }
    }
  }

  private mulai(ujung: LetakEsdb | null): void {
    this.terlihat = ujung?.commit ?? 0;
    this.sequencer.jalan();
    this.pengikut = new PengikutEsdb(this.klien, {
      setelah: ujung,
      terima: (r) => this.terima(r),
      dinomori: () => this.opsi.penomoran.letakTerakhir(),
    });
  }

  async read(stream: string): Promise<Stream> {
    await this.pastikan(stream);
    const isi = await this.pembaca.stream(stream);
    this.antreanUntuk(stream).dibaca(isi.head);
    return isi;
  }

  readSampai(stream: string, posisi: number): Promise<readonly Recorded[]> {
    return this.pembaca.sampai(stream, posisi);
  }

  readAll(from: number, limit: number): Promise<readonly Recorded[]> {
    return this.pembaca.halaman(from, limit);
  }

  /** Size and root (hex) of the tree over all numbered events. */
  akar(): Promise<{ ukuran: number; akar: string }> {
    return this.opsi.penomoran.akar();
  }

  async posisi(): Promise<number> {
    return (await this.opsi.penomoran.akar()).ukuran - 1;
  }

  posisiDari(letak: number): Promise<number | null> {
    return this.opsi.penomoran.posisiDari(letak);
  }

  posisiPada(at: string): Promise<number> {
    return this.opsi.penomoran.posisiPada(new Date(at).toISOString());
  }

  onCommit(listener: (posisi: number) => void): () => void {
    return this.sequencer.onMaju(listener);
  }

  onPeristiwa(listener: (stream: string, rev: number) => void): () => void {
    this.pendengar.add(listener);
    return () => this.pendengar.delete(listener);
  }

  append(appends: readonly Append[]): Pending {
    const tersandi = appends.map((a) => muatSekali(this.codec.encode(a)));
    const heads = tersandi.map((t) => t.head);
    const committed = this.tambahkan(appends, tersandi);
    committed.catch(() => undefined); // a caller that no longer waits must not end the process
    return { heads, committed };
  }

  close(): Promise<void> {
    this.penutupan ??= this.tutup();
    return this.penutupan;
  }

  /** How far the numbers are behind, and why. */
  async penomoran(): Promise<{ tertinggal: number; belumPasti: number; sebab: string | undefined }> {
    const { sampai } = await this.opsi.penomoran.keadaan();
    const tertinggal = Math.max(0, this.terlihat - (sampai?.commit ?? 0));
    return { tertinggal, belumPasti: this.pengirim.ragu.size, sebab: this.sequencer.sebab?.message };
  }

  /** False while no server answers, and for good once somebody else's event stands in the log. */
  get menerima(): boolean {
    return this.klien.tersambung && !this.sequencer.terhenti;
  }

  /** Calls of append that are not answered yet. */
  get antre(): number {
    return this.belumTerjawab;
  }

  /** Calls back with each group that was stored. */
  onKelompok(pengukur: (kelompok: UkuranKelompok) => void): void {
    this.pengirim.onKelompok(pengukur);
  }

  /** Never: an EventStoreDB that is away may come back. */
  onRusak(): () => void {
    return () => undefined;
  }

  /** The numbers themselves are the note: see `cocokkan`. */
  async catatTerlayani(): Promise<void> {
    return undefined;
  }

  /** An older log in the place of the one that was numbered (a backup put back) must not be written on. */
  private async cocokkan(): Promise<void> {
    const { ukuran } = await this.opsi.penomoran.akar();
    const [akhir] = await this.opsi.penomoran.halaman(ukuran - 1, 1);
    if (akhir === undefined) return;
    const [ada] = await this.klien.baca(akhir.stream, akhir.rev);
    // The same event at another place: the log was put back into a new database, where the numbers name no places.
    if (leafHex(ada?.bytes ?? '') !== akhir.leaf || ada?.letak.commit !== akhir.commit)
      throw new NomorTidakCocok(
        `EventStoreDB tidak memuat peristiwa posisi ${akhir.posisi} yang dahulu dinomori: log ini lebih lama, atau log lain`,
      );
  }

  /** What is under way gets its outcome if the server still answers; what does not end in time is left, and said. */
  private async tutup(): Promise<void> {
    this.ditutup = true;
    const penomoran = this.sequencer.berhenti();
    await selama(TUTUP_MS, Promise.all([this.tuntas(), penomoran]));
    const ragu = [...this.antrean.values()].filter((a) => !a.sepi).length;
    if (ragu > 0)
      this.opsi.lapor?.(`log ditutup; ${ragu} stream tanpa kepastian: EventStoreDB tidak menjawab`);
    this.pengirim.menyerah();
    const sisa = [this.pengikut?.berhenti(), this.klien.tutup(), penomoran, this.tuntas()]; // what waits for an answer ends with the client
    await this.dalamBatas('log', Promise.all(sisa));
    await this.dalamBatas('basis data penomoran', Promise.resolve(this.opsi.setelahTutup?.()));
  }

  private async tuntas(): Promise<void> {
    await Promise.all([...this.antrean.values()].map((a) => a.tuntas()));
  }

  private async dalamBatas(apa: string, penutupan: Promise<unknown>): Promise<void> {
    await dalamWaktu(penutupan, TUTUP_MS, () =>
      this.opsi.lapor?.(`${apa} tidak tertutup dalam ${TUTUP_MS} ms, dan ditinggalkan`),
    );
  }

  private async tambahkan(
    appends: readonly Append[],
    tersandi: readonly Tersandikan[],
  ): Promise<readonly Tersimpan[]> {
    if (this.ditutup || this.opsi.bacaSaja === true)
      throw new TokoTidakTersedia('Log peristiwa tidak menerima peristiwa.');
    // What is stored after a foreign event no view and no backup would ever show.
    if (this.sequencer.terhenti) throw new TokoTidakTersedia('Log memuat peristiwa yang bukan milik Amanah.');
    if (this.pengirim.ragu.size >= RAGU_TERBANYAK)
      throw new TokoTidakTersedia('EventStoreDB sedang tidak menjawab.');
    const hasil = appends.map((append, i) => {
      const t = tersandi[i] as Tersandikan;
      return t.events.length === 0 ? [] : this.antreanUntuk(append.stream).tambah(append, t);
    });
    this.belumTerjawab++;
    try {
      return (await Promise.all(hasil)).flat();
    } finally {
      this.belumTerjawab--;
    }
  }

  private antreanUntuk(stream: string): AntreanStream {
    const ada = this.antrean.get(stream);
    if (ada !== undefined) return ada;
    const baru = new AntreanStream(stream, this.pengirim, tersimpan);
    this.antrean.set(stream, baru);
    this.rapikan();
    return baru;
  }

  /** Quiet streams are forgotten, oldest first; their head is asked for again. */
  private rapikan(): void {
    for (const [stream, antrean] of this.antrean) {
      if (this.antrean.size <= 20_000) return;
      if (antrean.sepi) this.antrean.delete(stream);
    }
  }

  /** A stream with an append that is not decided yet cannot be read: the answer would be true only by chance. */
  private async pastikan(stream: string): Promise<void> {
    if (!this.pengirim.ragu.has(stream)) return;
    await selama(BACA_MS, this.antreanUntuk(stream).tuntas());
    if (this.pengirim.ragu.has(stream)) throw new TokoTidakTersedia('EventStoreDB sedang tidak menjawab.');
  }

  private terima(r: Rekaman): void {
    if (milikServer(r)) return;
    this.terlihat = r.letak.commit;
    this.sequencer.bangunkan();
    for (const listener of this.pendengar) listener(r.stream, r.rev);
  }
}

/** What the server would never take must not be sent again and again. Refuses TEKS_TERLALU_PANJANG. */
const muatSekali = (t: Tersandikan): Tersandikan => {
  const panjang = byteDari(t);
  return panjang <= BYTE_SEKALI ? t : tolak('TEKS_TERLALU_PANJANG', { panjang, batas: BYTE_SEKALI });
};

const tersimpan = (
  { stream, head, events, at, actor, cmd, corr, cause }: Append,
  tersandi: Tersandikan,
  letak: number,
): readonly Tersimpan[] =>
  events.map(({ type, data }, i) => {
    const id = tersandi.events[i]?.id ?? '';
    return { type, data, meta: { letak, stream, rev: head.rev + 1 + i, id, at, actor, cmd, corr, cause } };
  });
