import { leafHex } from '../integrity/merkle.js';
import type { Envelope } from './codec.js';
import { idRekaman, type KlienEsdb, type LetakEsdb, type Rekaman, selama, sesudah } from './esdb.klien.js';
import type { BarisNomor, KeadaanNomor, Penomoran } from './penomoran.js';

/** Whether this process may number now; giving the work to one saves double work, compare-and-set keeps it right. */
export type BolehMenomori = () => Promise<boolean>;

export type OpsiSequencer = {
  readonly boleh?: BolehMenomori;
  /** Told when this process gives no more numbers, so that another need not wait. */
  readonly lepas?: () => Promise<void>;
  readonly lapor?: (pesan: string) => void;
  /** How often to look for events that nobody told us of; ms. */
  readonly jeda?: number;
};

/** An event in the database that Amanah did not write, or whose bytes are not what its place says: nothing is numbered past it. */
export class PeristiwaAsing extends Error {
  constructor(
    readonly stream: string,
    readonly rev: number,
    sebab: string,
  ) {
    super(`EventStoreDB memuat peristiwa yang bukan milik Amanah: ${stream} revisi ${rev} (${sebab})`);
    this.name = 'PeristiwaAsing';
  }
}

const JEDA = 500;
const JEDA_GALAT = 100;
const JEDA_GALAT_TERLAMA = 5_000;

/**
 * Gives every event its dense number and its leaf in the log's tree, in the order of the server's log: the one order that
 * views, checks and exports follow. Deterministic, so that any process, and a second machine, gives the same.
 */
export class Sequencer {
  private bel = Promise.withResolvers<void>();
  private lingkaran: Promise<void> | undefined;
  private selesai = false;
  private readonly akhir = Promise.withResolvers<void>();
  private keadaan: KeadaanNomor | undefined;
  private readonly pendengar = new Set<(posisi: number) => void>();
  private diberitahukan = -1;
  /** Why it does not go on; it tries again all the same. */
  sebab: Error | undefined;

  constructor(
    private readonly klien: Pick<KlienEsdb, 'bacaSesudah' | 'bacaUjung'>,
    private readonly penomoran: Penomoran,
    private readonly opsi: OpsiSequencer = {},
  ) {}

  jalan(): void {
    this.lingkaran ??= this.ikuti();
  }

  /** There are new events. */
  bangunkan(): void {
    this.bel.resolve();
  }

  /** Ends after the page under way; what is not numbered yet is left to others. */
  async berhenti(): Promise<void> {
    this.selesai = true;
    this.akhir.resolve();
    this.bangunkan();
    await this.lingkaran;
    await this.opsi.lepas?.();
  }

  /** Somebody else's event stands in the log: nothing after it will ever have a number. */
  get terhenti(): boolean {
    return this.sebab instanceof PeristiwaAsing;
  }

  /** Calls back with the newest number, whoever gave it. Gives the function that ends it. */
  onMaju(listener: (posisi: number) => void): () => void {
    this.pendengar.add(listener);
    return () => this.pendengar.delete(listener);
  }

  /** Numbers everything up to where the server's log ends as this is asked, whatever comes meanwhile. Throws PeristiwaAsing. */
  async kejar(): Promise<void> {
    const [ujung] = await this.klien.bacaUjung(1);
    while (!this.selesai && ujung !== undefined) {
      const { sampai } = await this.kini();
      if (sampai !== null && !sesudah(ujung.letak, sampai)) return;
      await this.satuHalaman();
    }
    await this.kabarkan();
  }

  private async ikuti(): Promise<void> {
    for (let galat = 0; !this.selesai; ) {
      const bel = this.bel.promise;
      try {
        await this.satuGiliran();
        galat = 0;
        await selama(this.opsi.jeda ?? JEDA, bel);
      } catch (e) {
        this.keadaan = undefined;
        this.catatSebab(e as Error);
        await this.opsi.lepas?.(); // another may reach what we do not; it asks within JEDA
        const paling = this.opsi.lepas === undefined ? JEDA_GALAT : 2 * JEDA;
        const ms = Math.min(Math.max(JEDA_GALAT * 2 ** galat++, paling), JEDA_GALAT_TERLAMA);
        await selama(ms, this.akhir.promise);
      }
      this.bel = Promise.withResolvers();
    }
  }

  private async satuGiliran(): Promise<void> {
    if ((await this.opsi.boleh?.()) ?? true) {
      while (!this.selesai && (await this.satuHalaman()));
      this.sebab = undefined;
    } else {
      this.keadaan = undefined; // others number now, and ours would hide theirs
      if (!this.terhenti) this.sebab = undefined;
    }
    await this.kabarkan();
  }

  private catatSebab(e: Error): void {
    if (this.terhenti && !(e instanceof PeristiwaAsing)) return; // what was seen there still stands there
    if (this.sebab?.message !== e.message) this.opsi.lapor?.(`penomoran berhenti: ${e.message}; dicoba lagi`);
    this.sebab = e;
  }

  private async kini(): Promise<KeadaanNomor> {
    return this.keadaan ?? (await this.penomoran.keadaan());
  }

  /** False when nothing more stood there. */
  private async satuHalaman(): Promise<boolean> {
    const dari = await this.kini();
    const { baris, sampai } = nomori(dari, await this.klien.bacaSesudah(dari.sampai));
    if (sampai === null) return false;
    const frontier = dari.frontier.salin();
    for (const { leaf } of baris) frontier.tambah(Buffer.from(leaf, 'hex'));
    const menjadi = { ukuran: frontier.ukuran, sampai, frontier };
    this.keadaan = undefined;
    if (await this.penomoran.tambah(dari, baris, menjadi)) this.keadaan = menjadi;
    await this.kabarkan();
    return true;
  }

  private async kabarkan(): Promise<void> {
    const { ukuran } = await this.kini();
    if (ukuran - 1 <= this.diberitahukan) return;
    this.diberitahukan = ukuran - 1;
    for (const listener of this.pendengar) listener(ukuran - 1);
  }
}

type Bernomor = { readonly baris: readonly BarisNomor[]; readonly sampai: LetakEsdb | null };

/** The numbers of a page as far as it is ours and the server's own. Throws PeristiwaAsing when it begins with what is neither. */
const nomori = ({ ukuran }: KeadaanNomor, halaman: readonly Rekaman[]): Bernomor => {
  const baris: BarisNomor[] = [];
  let sampai: LetakEsdb | null = null;
  try {
    for (const r of halaman) {
      if (!milikServer(r)) baris.push(barisDari(r, ukuran + baris.length));
      sampai = r.letak;
    }
  } catch (e) {
    if (sampai === null) throw e; // else the next page begins with it
  }
  return { baris, sampai };
};

const barisDari = (r: Rekaman, posisi: number): BarisNomor => {
  const { at } = amplopDari(r);
  return { posisi, ...r.letak, stream: r.stream, rev: r.rev, at, leaf: leafHex(r.bytes ?? '') };
};

/** Of the server's own streams and events, whose names begin with `$`. */
export const milikServer = ({ stream, type }: Rekaman): boolean =>
  stream.startsWith('$') || type.startsWith('$');

/** What an event of ours says of itself, compared with where it stands. Throws PeristiwaAsing. */
export const amplopDari = ({ stream, rev, id, type, bytes }: Rekaman): Envelope => {
  if (bytes === null) throw new PeristiwaAsing(stream, rev, 'bukan biner UTF-8');
  const isi = terurai(bytes) as Partial<Envelope> | null;
  if (typeof isi !== 'object' || isi === null) throw new PeristiwaAsing(stream, rev, 'bukan amplop');
  if (id !== idRekaman(leafHex(bytes))) throw new PeristiwaAsing(stream, rev, 'id berbeda');
  for (const [nama, letaknya] of Object.entries({ stream, rev, type }))
    if (isi[nama as keyof Envelope] !== letaknya) throw new PeristiwaAsing(stream, rev, `${nama} berbeda`);
  if (typeof isi.at !== 'string') throw new PeristiwaAsing(stream, rev, 'tanpa waktu');
  return isi as Envelope;
};

const terurai = (bytes: string): unknown => {
  try {
    return JSON.parse(bytes);
  } catch {
    return null;
  }
};
