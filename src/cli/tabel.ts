import { format } from '../kernel/desimal.js';

type Kolom = { readonly judul: string; readonly kanan?: boolean; readonly lebar?: number };

const ANGKA = /^-?\d+(\.\d+)?$/;

/** A figure for people: a range part by part, a label as it is; null is "-", never 0. */
export const angka = (nilai: string | null): string =>
  (nilai ?? '-')
    .split('..')
    .map((bagian) => (ANGKA.test(bagian) ? format(bagian) : bagian))
    .join(' s.d. ');

const lipatBaris = (teks: string, lebar: number): string[] => {
  const baris: string[] = [''];
  for (const kata of teks.split(/\s+/)) {
    const kini = baris.at(-1) ?? '';
    if (kini === '') baris[baris.length - 1] = kata;
    else if (kini.length + 1 + kata.length <= lebar) baris[baris.length - 1] = `${kini} ${kata}`;
    else baris.push(kata);
  }
  return baris;
};

/** Rows in aligned columns; a column with `lebar` wraps its words. */
export const tabel = (kolom: readonly Kolom[], isi: readonly (readonly string[])[]): string => {
  const sel = isi.map((baris) =>
    kolom.map((k, i) => lipatBaris(baris[i] ?? '', k.lebar ?? Number.MAX_SAFE_INTEGER)),
  );
  const lebar = kolom.map((k, i) =>
    Math.max(k.judul.length, ...sel.flatMap((baris) => (baris[i] ?? []).map((teks) => teks.length))),
  );
  const rata = (teks: string, i: number): string =>
    kolom[i]?.kanan ? teks.padStart(lebar[i] ?? 0) : teks.padEnd(lebar[i] ?? 0);
  const satu = (baris: readonly string[]): string => baris.map(rata).join('  ').trimEnd();
  const garis = lebar.map((n) => '─'.repeat(n)).join('  ');
  const semua = sel.flatMap((baris) =>
    Array.from({ length: Math.max(...baris.map((s) => s.length)) }, (_, n) =>
      satu(baris.map((s) => s[n] ?? '')),
    ),
  );
  return [satu(kolom.map((k) => k.judul)), garis, ...semua].join('\n');
};
