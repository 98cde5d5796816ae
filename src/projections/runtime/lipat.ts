import type { Recorded } from '../../kernel/event-store.js';
import { kunciTersentuh, type TampilanApa, terapkan } from '../../kernel/view.js';
import type { Baris, BarisBertanda, BarisTersimpan, Perubahan } from '../../kernel/view-store.js';

/** A row in memory; `isi` null: gone, or never there. */
export type Terlipat = {
  readonly posisi: number;
  readonly streams: readonly string[];
  readonly isi: unknown;
};
export const KOSONG: Terlipat = { posisi: -1, streams: [], isi: null };

/** A fold that failed at a known event: the view stops before it. */
export class GalatLipat extends Error {
  constructor(
    readonly posisi: number,
    readonly idPeristiwa: string | null,
    sebab: unknown,
  ) {
    super(sebab instanceof Error ? `${sebab.name}: ${sebab.message}` : String(sebab), { cause: sebab });
    this.name = 'GalatLipat';
  }
}

/**
 * One event into one row; the very `t` that came in when it changes nothing. An event that the row has seen (by
 * position) changes nothing, so a delivery may be repeated.
 */
export const lipat = (view: TampilanApa, t: Terlipat, event: Recorded, kunci: string): Terlipat => {
  const { posisi, stream } = event.meta;
  if (posisi <= t.posisi) return t;
  const lama = t.isi ?? view.initial(kunci);
  const isi = terapkan(view, lama, event, kunci);
  if (isi === lama || (isi === null && t.isi === null)) return t;
  if (isi === undefined) throw new TypeError(`${view.nama}: ${event.type} memberi undefined`);
  const streams = t.streams.includes(stream) ? t.streams : [...t.streams, stream];
  return { posisi, streams, isi };
};

export const sebagaiBaris = (kunci: string, t: Terlipat): Baris | null =>
  t.isi === null ? null : { kunci, ...t };

/** A row as it is stored, with its tags computed now. */
export const bertanda = (view: TampilanApa, kunci: string, t: Terlipat): BarisBertanda => {
  const { posisi, streams, isi } = t;
  if (isi === null) return { kunci, posisi, streams, isi: null, tanda: [] };
  return { kunci, posisi, streams, isi: JSON.stringify(isi), tanda: view.tanda(isi, kunci) };
};

type Tersentuh = { readonly event: Recorded; readonly kunci: readonly string[] | null };

/** The rows of one table that are in memory: those changed since they were stored, and those met lately. */
export class BarisDiIngatan {
  private kotor = new Map<string, Terlipat>();
  // Two generations, no deletes: when the young one is full it becomes the old one, and the old one is forgotten.
  private muda = new Map<string, Terlipat>();
  private tua = new Map<string, Terlipat>();
  /** Those of the changed rows that the table does not have. */
  private readonly baru = new Set<string>();

  constructor(
    private readonly view: TampilanApa,
    private readonly batas: number,
  ) {}

  get banyakKotor(): number {
    return this.kotor.size;
  }

  /** The events with the keys they touch; of an event that fails, the keys are asked for again when it is folded. */
  tersentuh(events: readonly Recorded[]): readonly Tersentuh[] {
    return events.map((event) => {
      try {
        return { event, kunci: kunciTersentuh(this.view, event) };
      } catch {
        return { event, kunci: null };
      }
    });
  }

  /** Keys whose rows are not in memory yet. */
  yangBelumAda(halaman: readonly Tersentuh[]): readonly string[] {
    const belum = new Set<string>();
    for (const { kunci } of halaman) for (const k of kunci ?? []) if (!this.ingat(k)) belum.add(k);
    return [...belum];
  }

  terima(kunci: string, b: BarisTersimpan | null): void {
    const t = b && { posisi: b.posisi, streams: b.streams, isi: b.isi === null ? null : JSON.parse(b.isi) };
    this.muda.set(kunci, t ?? KOSONG);
  }

  /** Folds one event into all its rows, or into none of them: GalatLipat. */
  terapkan({ event, kunci }: Tersentuh): void {
    try {
      const ubah: [string, Terlipat, Terlipat][] = [];
      for (const k of kunci ?? kunciTersentuh(this.view, event)) {
        const lama = this.kotor.get(k) ?? this.muda.get(k) ?? KOSONG;
        const baru = lipat(this.view, lama, event, k);
        if (baru !== lama) ubah.push([k, lama, baru]);
      }
      for (const [k, lama, baru] of ubah) {
        if (lama === KOSONG) this.baru.add(k);
        this.kotor.set(k, baru);
      }
    } catch (e) {
      throw new GalatLipat(event.meta.posisi, event.meta.id, e);
    }
  }

  /** What is to be stored, sorted by key. GalatLipat names the last event of a row that cannot be written. */
  *perubahan(): Generator<Perubahan> {
    for (const kunci of [...this.kotor.keys()].sort()) {
      const t = this.kotor.get(kunci) ?? KOSONG;
      try {
        yield { ...bertanda(this.view, kunci, t), baru: this.baru.has(kunci) };
      } catch (e) {
        throw new GalatLipat(t.posisi, null, e);
      }
    }
  }

  tersimpan(): void {
    const { kotor } = this;
    this.kotor = new Map();
    this.baru.clear();
    let lewati = kotor.size - this.batas;
    if (lewati > 0) this.kosongkan(); // or a row that is passed over here would be met again as it was before
    for (const [kunci, t] of kotor) if (lewati-- <= 0) this.muda.set(kunci, t);
    if (this.muda.size < this.batas) return;
    this.tua = this.muda;
    this.muda = new Map();
  }

  lupakan(): void {
    this.kotor = new Map();
    this.baru.clear();
    this.kosongkan();
  }

  private kosongkan(): void {
    this.muda = new Map();
    this.tua = new Map();
  }

  /** Is the row at hand? One that was about to be forgotten is young again. */
  private ingat(kunci: string): boolean {
    if (this.kotor.has(kunci) || this.muda.has(kunci)) return true;
    const t = this.tua.get(kunci);
    if (t === undefined) return false;
    this.muda.set(kunci, t);
    return true;
  }
}
