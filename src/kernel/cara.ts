import type { Cara } from './decider.js';
import { Desimal, desimalSah } from './desimal.js';
import { tolak } from './penolakan.js';

/** Whether two JSON values say the same, whatever the order of their keys. */
export const sama = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [isiA, isiB] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    isiA.length === isiB.size &&
    isiA.every(([k, v]) => isiB.has(k) && sama(v, isiB.get(k)))
  );
};

const samaDesimal = (a: string, b: string): boolean =>
  desimalSah(a) && desimalSah(b) ? Desimal.dari(a).banding(Desimal.dari(b)) === 0 : a === b;

/** Whether two recorded values say the same: decimals and ranges by value (91.5 is 91.50), labels by their text. */
export const samaNilai = (a: string | null, b: string | null): boolean => {
  if (a === b) return true;
  if (a === null || b === null) return false;
  const [bagianA, bagianB] = [a.split('..'), b.split('..')];
  return bagianA.length === bagianB.length && bagianA.every((x, i) => samaDesimal(x, bagianB[i] ?? ''));
};

type Rincian = Readonly<Record<string, unknown>>;

/**
 * Whether `sesudah` is news beside what stands (`sebelum`, null: nothing). The same again is none; what is taken over
 * from paper never overwrites: refused with SUDAH_ADA_BERBEDA. Values are compared with `samaNilai`, the rest with `sama`.
 */
export const faktaBaru = (cara: Cara, sebelum: unknown, sesudah: unknown, rincian: Rincian = {}): boolean => {
  const ulang =
    typeof sebelum === 'string' && typeof sesudah === 'string'
      ? samaNilai(sebelum, sesudah)
      : sama(sebelum, sesudah);
  if (ulang) return false;
  if (cara === 'dicatat' && sebelum !== null) tolak('SUDAH_ADA_BERBEDA', { ...rincian, sebelum, sesudah });
  return true;
};

const tanpaIsi = (nilai: unknown): boolean =>
  nilai === null || nilai === undefined || (Array.isArray(nilai) && nilai.length === 0);

/**
 * The content to record beside what stands (`lama`, null: nothing); null when it says nothing new. Paper fills in what
 * was not known and leaves the rest (an import: what it leaves out says nothing); another value of a known part is
 * refused with SUDAH_ADA_BERBEDA. Decided here, the content replaces the old one as a whole.
 */
export const isiBaru = <T extends object>(
  cara: Cara,
  lama: T | null,
  baru: T,
  rincian: Rincian = {},
): T | null => {
  if (lama === null) return baru;
  if (cara === 'elektronik') return sama(lama, baru) ? null : baru;
  const dikatakan = Object.entries(baru).filter(([, nilai]) => !tanpaIsi(nilai));
  const tercatat = new Map<string, unknown>(Object.entries(lama).filter(([, nilai]) => !tanpaIsi(nilai)));
  for (const [bidang, sesudah] of dikatakan) {
    const sebelum = tercatat.get(bidang) ?? null;
    if (sebelum !== null && !sama(sebelum, sesudah))
      return tolak('SUDAH_ADA_BERBEDA', { ...rincian, bidang, sebelum, sesudah });
  }
  const gabungan: T = { ...lama, ...Object.fromEntries(dikatakan) };
  return sama(lama, gabungan) ? null : gabungan;
};
