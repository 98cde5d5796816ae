import type { Dunia } from './dunia.js';
import type { Perintah } from './perintah.js';

/** The years in which it is asked what holds. */
export const TAHUN = [2021, 2022, 2023, 2024, 2025, 2026, 2027];

export const dari = <V, H = V>(
  peta: Iterable<readonly [string | number | null, V]>,
  f?: (v: V) => H,
): Record<string, H> =>
  Object.fromEntries(
    [...peta].map(([k, v]) => [k === null ? 'akhir' : String(k), f ? f(v) : (v as unknown as H)]),
  );
export const olehKode = <T extends { kode: string }>(daftar: readonly T[]) =>
  Object.fromEntries(daftar.map(({ kode, ...isi }) => [kode, isi]));
export const setiap = <K extends string | number, H>(
  kunci: readonly K[],
  f: (k: K) => H,
): Record<string, H> => Object.fromEntries(kunci.map((k) => [k, f(k)]));
export const urut = (daftar: readonly string[]): string[] => daftar.toSorted();

/** What can be observed of a document, in one plain form for both sides. */
export type Bentuk<S> = { nyata: (s: S) => unknown; model: (d: Dunia, c: Perintah) => unknown };

/** The key of what an OPD plans for a period of years. */
export const kunciMasa = (c: Perintah): string => ('opd' in c && 'mulai' in c ? `${c.opd}.${c.mulai}` : '');
