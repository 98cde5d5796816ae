import type { Append, Head, Tersimpan } from '../../kernel/event-store.js';
import { HasilBelumPasti, RevisiBentrok, TokoTidakTersedia } from '../../kernel/event-store.js';
import type { Tersandi, Tersandikan } from './codec.js';

/** What became of a group that was sent: where its last event stands, that another event stands there, or that it may not be stored. */
export type HasilKirim = { readonly letak: number } | 'bentrok' | 'ditolak';

export type Pengirim = {
  /** When there is a server to ask. */
  siap(): Promise<void>;
  /** Where the stream ends, as the server says. */
  ujung(stream: string): Promise<Head>;
  /** Sends, and does not come back before the outcome is known; throws only when it gives up without one. */
  kirim(stream: string, rev: number, events: readonly Tersandi[]): Promise<HasilKirim>;
};

type Panggilan = {
  readonly append: Append;
  readonly tersandi: Tersandikan;
  readonly resolve: (events: readonly Tersimpan[]) => void;
  readonly reject: (sebab: Error) => void;
  readonly tenggat: NodeJS.Timeout;
};

/** Bytes of the events of one append: the server takes 1 MB at once, with what belongs to it. */
export const BYTE_SEKALI = 800_000;
export const byteDari = ({ events }: Tersandikan): number =>
  events.reduce((n, { bytes }) => n + Buffer.byteLength(bytes), 0);
const JAWAB_MS = 2_500; // an official is answered within 5 s, the reading before included

/**
 * The appends of one stream, one group at a time: what waits stands on what is under way, and goes together as soon as
 * that is stored. An outcome that is not known keeps the stream until it is; its callers are told so in time.
 */
export class AntreanStream {
  private readonly menunggu: Panggilan[] = [];
  private dikirim: Panggilan[] = [];
  private kerja: Promise<void> | undefined;
  private kepala: Head | undefined;

  constructor(
    private readonly stream: string,
    private readonly pengirim: Pengirim,
    private readonly tersimpan: (
      append: Append,
      tersandi: Tersandikan,
      letak: number,
    ) => readonly Tersimpan[],
  ) {}

  tambah(append: Append, tersandi: Tersandikan): Promise<readonly Tersimpan[]> {
    const { promise, resolve, reject } = Promise.withResolvers<readonly Tersimpan[]>();
    const panggilan: Panggilan = {
      append,
      tersandi,
      resolve,
      reject,
      tenggat: setTimeout(() => this.lewatWaktu(panggilan), JAWAB_MS),
    };
    this.menunggu.push(panggilan);
    this.kerja ??= this.jalan().finally(() => {
      this.kerja = undefined;
    });
    return promise;
  }

  /** The stream was read just now, and ends there. */
  dibaca(kepala: Head): void {
    if (this.sepi) this.kepala = kepala;
  }

  /** Nothing waits, and nothing is under way. */
  get sepi(): boolean {
    return this.kerja === undefined;
  }

  /** When everything that was handed in has an outcome. */
  tuntas(): Promise<void> {
    return this.kerja ?? Promise.resolve();
  }

  private async jalan(): Promise<void> {
    while (this.menunggu.length > 0) {
      try {
        await this.satuKelompok();
      } catch (e) {
        this.kepala = undefined;
        const dikirim = this.dikirim.splice(0);
        for (const p of dikirim) selesai(p, () => p.reject(new HasilBelumPasti(this.stream, e)));
        const sebab = new TokoTidakTersedia('EventStoreDB tidak dapat dihubungi.', e);
        for (const p of this.menunggu.splice(0)) selesai(p, () => p.reject(sebab));
      }
    }
  }

  private async satuKelompok(): Promise<void> {
    const { stream } = this;
    await this.pengirim.siap(); // nothing is sent yet: who waits too long is told that nothing was stored
    const kepala = await this.kepalaUntuk(this.menunggu[0]?.append.head);
    const kelompok = this.ambil(kepala);
    if (kelompok.length === 0) return;
    this.dikirim = kelompok;
    const events = kelompok.flatMap((p) => p.tersandi.events);
    const hasil = await this.pengirim.kirim(stream, kepala.rev, events);
    this.dikirim = [];
    if (typeof hasil === 'string') {
      this.kepala = undefined;
      const sebab =
        hasil === 'bentrok'
          ? new RevisiBentrok(stream)
          : new TokoTidakTersedia('EventStoreDB menolak nama, sandi, atau hak akun di EVENT_STORE_URL.');
      for (const p of kelompok) selesai(p, () => p.reject(sebab));
      return;
    }
    this.kepala = kelompok.at(-1)?.tersandi.head;
    for (const p of kelompok) selesai(p, () => p.resolve(this.tersimpan(p.append, p.tersandi, hasil.letak)));
  }

  /** The head known from the last group, unless the first that waits stands elsewhere: then the server is asked. */
  private async kepalaUntuk(diminta: Head | undefined): Promise<Head> {
    const { kepala } = this;
    if (kepala !== undefined && kepala.rev === diminta?.rev && kepala.prev === diminta.prev) return kepala;
    this.kepala = await this.pengirim.ujung(this.stream);
    return this.kepala;
  }

  /** Those that stand on the head and on one another; those that stand elsewhere are refused. */
  private ambil(awal: Head): Panggilan[] {
    const kelompok: Panggilan[] = [];
    const sisa: Panggilan[] = [];
    let [kepala, byte] = [awal, 0];
    for (const p of this.menunggu.splice(0)) {
      const { head } = p.append;
      const berat = byteDari(p.tersandi);
      if (sisa.length > 0 || (kelompok.length > 0 && byte + berat > BYTE_SEKALI)) sisa.push(p);
      else if (head.rev !== kepala.rev || head.prev !== kepala.prev)
        selesai(p, () => p.reject(new RevisiBentrok(this.stream)));
      else {
        kelompok.push(p);
        kepala = p.tersandi.head;
        byte += berat;
      }
    }
    this.menunggu.push(...sisa);
    return kelompok;
  }

  /** Nobody waits longer: what was sent may be stored, what was not is dropped. */
  private lewatWaktu(p: Panggilan): void {
    if (this.dikirim.includes(p)) p.reject(new HasilBelumPasti(this.stream));
    const ke = this.menunggu.indexOf(p);
    if (ke === -1) return;
    // What stands on it can no longer be stored either.
    for (const q of this.menunggu.splice(ke))
      selesai(q, () => q.reject(new TokoTidakTersedia('EventStoreDB terlalu lama tidak menjawab.')));
  }
}

const selesai = (p: Panggilan, jawab: () => void): void => {
  clearTimeout(p.tenggat);
  jawab();
};
