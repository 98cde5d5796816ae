import type { Akta } from '../../src/kernel/akta.js';
import type { Kode } from '../../src/kernel/penolakan.js';

export type Sah = 'elektronik' | 'dicatat';
/** What an event must say of what stood before; without `sebelum` it says nothing of it. */
export type Harapan = { type: string; sebelum?: unknown };
/**
 * What the model expects: one of these refusals, or these events (none: nothing new) and how the content then changes.
 * `atauDiam`: something is wrong with what says nothing new, so that silence is right too.
 */
export type Jawab =
  | { readonly tolak: ReadonlySet<Kode>; readonly atauDiam?: true }
  | { readonly peristiwa: readonly Harapan[]; readonly laku: () => void };

export const diam: Jawab = { peristiwa: [], laku: () => undefined };
/** Nothing new, unless something is wrong. */
export const diamKecuali = (v: Vonis): Jawab => (v.ditolak ? { tolak: v.kode, atauDiam: true } : diam);
/** The event that replaces `sebelum`; `baru` null: nothing new. */
export const ganti = <T>(
  v: Vonis,
  type: string,
  sebelum: unknown,
  baru: T | null,
  laku: (baru: T) => void,
): Jawab =>
  baru === null && !v.kode.has('SUDAH_ADA_BERBEDA')
    ? diamKecuali(v)
    : v.atau(() => (baru === null ? diam : terima(() => laku(baru), { type, sebelum })));
export const terima = (laku: () => void, ...peristiwa: Harapan[]): Jawab => ({ peristiwa, laku });

/** Gathers every refusal that is right: which of them is told first is not the model's business. */
export class Vonis {
  readonly kode = new Set<Kode>();

  bila(salah: boolean, ...kode: Kode[]): this {
    if (salah) for (const k of kode) this.kode.add(k);
    return this;
  }

  get ditolak(): boolean {
    return this.kode.size > 0;
  }

  atau(jawab: () => Jawab): Jawab {
    return this.ditolak ? { tolak: this.kode } : jawab();
  }

  teks(t: string | null | undefined, batas = 4_000): this {
    if (t === null || t === undefined) return this;
    return this.bila(t.includes('\0'), 'TEKS_TIDAK_SAH')
      .bila(t.length > batas, 'TEKS_TERLALU_PANJANG')
      .bila(/\d{16}/.test(t), 'TEKS_MEMUAT_DATA_PRIBADI');
  }

  uraian(t: string, batas = 4_000): this {
    return this.teks(t, batas).bila(t.trim() === '', 'TEKS_TIDAK_SAH');
  }

  label(t: string | null | undefined, batas = 300): this {
    return t === null || t === undefined
      ? this
      : this.uraian(t, batas).bila(t.includes('\n'), 'TEKS_TIDAK_SAH');
  }

  alasan(t: string | null): this {
    return this.teks(t).bila(t === null || t.trim() === '', 'ALASAN_WAJIB');
  }

  tanggal(t: string | null | undefined): this {
    return this.bila(t !== null && t !== undefined && /-02-30$/.test(t), 'TANGGAL_TIDAK_SAH');
  }

  tahun(t: number | null | undefined): this {
    return this.bila(t !== null && t !== undefined && (t < 2000 || t > 2100), 'TAHUN_TIDAK_SAH');
  }

  kodeBebas(k: string): this {
    return this.bila(!/^[!-~]{1,60}$/.test(k), 'KODE_TIDAK_SAH').bila(
      /\d{16}/.test(k),
      'TEKS_MEMUAT_DATA_PRIBADI',
    );
  }

  kodeBagian(k: string): this {
    return this.bila(!/^[a-z0-9-]{2,40}$/.test(k), 'KODE_TIDAK_SAH');
  }

  /** What stands after content is told again; that paper says otherwise is one more refusal. */
  isi<T extends object>(sah: Sah, lama: T | null, baru: T): T | null {
    return this.hasil(isiSetelah(sah, lama, baru));
  }

  /** The same for one value. */
  satu<T>(sah: Sah, lama: T | null, baru: T): T | null {
    if (samaIsi(lama, baru)) return null;
    return this.hasil(sah === 'dicatat' && lama !== null ? 'beda' : baru);
  }

  private hasil<T>(hasil: T | 'sama' | 'beda'): T | null {
    this.bila(hasil === 'beda', 'SUDAH_ADA_BERBEDA');
    return hasil === 'sama' || hasil === 'beda' ? null : hasil;
  }

  akta(a: Akta | null | undefined): this {
    if (!a) return this;
    return this.label(a.jenis, 200).label(a.nomor, 200).label(a.pejabat).tanggal(a.tanggal);
  }
}

// Kept here as acak.ts keeps its own: this is asked more often than anything else.
const { isArray } = Array;
const { keys } = Object;

/** Whether two plain values hold the same; a field that is absent and one that is undefined are one. */
export const samaIsi = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isArray(a) !== isArray(b)) return false;
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const k of keys(x)) if (!samaIsi(x[k], y[k])) return false;
  for (const k of keys(y)) if (y[k] !== undefined && x[k] === undefined) return false;
  return true;
};

const kosong = (n: unknown): boolean => n === null || n === undefined || (Array.isArray(n) && n.length === 0);

/**
 * What stands after content is told again. Here it replaces what stood; paper adds what was not known and may not say
 * otherwise. 'sama': nothing new.
 */
export const isiSetelah = <T extends object>(sah: Sah, lama: T | null, baru: T): T | 'sama' | 'beda' => {
  if (lama === null) return baru;
  if (sah === 'elektronik') return samaIsi(lama, baru) ? 'sama' : baru;
  const hasil = { ...lama } as Record<string, unknown>;
  for (const [k, n] of Object.entries(baru)) {
    if (kosong(n)) continue;
    if (kosong(hasil[k])) hasil[k] = n;
    else if (!samaIsi(hasil[k], n)) return 'beda';
  }
  return samaIsi(hasil, lama) ? 'sama' : (hasil as T);
};

export const salinan = <T>(nilai: T): T => structuredClone(nilai);
