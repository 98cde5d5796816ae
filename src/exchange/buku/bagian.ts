import type { Baca } from '../../kernel/execute.js';
import { jabatanKepala, kunci } from '../../kernel/kunci.js';
import type { Isian } from '../../kernel/lembar-kerja.js';
import type { Sah } from '../../planning/permintaan.js';
import type { PerintahBorongan } from '../borongan.js';
import type { Tanya } from '../peringatan.js';
import type { BarisTerisi, IsiBerkas, KunciTemplat, LembarTemplat, Pengirim, Templat } from '../templat.js';

/** Whose book it is; `mulai`: the first year of the Renstra that it holds, where one covers the year. */
export type KunciBuku = KunciTemplat & { readonly mulai: number | null };
/** How the book is sent; `kepala`: in whose name paper says that something was ditetapkan. */
export type PengirimBuku = Pengirim & { readonly kepala: Sah };

/** What the book holds of one document. */
export type BagianBuku = {
  readonly lembar: readonly LembarTemplat[];
  readonly isi: (baca: Baca, k: KunciBuku) => Readonly<Record<string, readonly Isian[]>>;
  /** The versions of the document, for the sheet that lists those of all. */
  readonly versi?: (baca: Baca, k: KunciBuku) => readonly Isian[];
  readonly perintah: (isi: IsiBerkas, k: KunciBuku, pengirim: PengirimBuku) => readonly PerintahBorongan[];
  /** What to ask about its rows beyond what their commands are refused for. */
  readonly tanya?: (isi: IsiBerkas, k: KunciBuku) => readonly Tanya[];
};

export const baris = (isi: IsiBerkas, lembar: string): readonly BarisTerisi[] => isi.get(lembar) ?? [];
export const idOpdTahun = ({ pemda, opd, tahun }: KunciTemplat): string => kunci.opdTahun(pemda, opd, tahun);
export const kunciKepala = ({ pemda, opd }: KunciTemplat): string =>
  kunci.jabatan(pemda, opd, jabatanKepala(opd));

/** A document's own template as a part of the book, where its sheets may bear other names. */
export const dariTemplat = (
  t: Templat,
  nama: Readonly<Record<string, string>> = {},
  milik: (k: KunciBuku) => KunciTemplat | null = (k) => k,
): BagianBuku => {
  const diBuku = (lembar: string): string => nama[lembar] ?? lembar;
  const dariBuku = (isi: IsiBerkas): IsiBerkas =>
    new Map(t.lembar.map((l) => [l.nama, isi.get(diBuku(l.nama)) ?? []]));
  return {
    lembar: t.lembar.map((l) => ({ ...l, nama: diBuku(l.nama) })),
    isi: (baca, k) => {
      const kunciMilik = milik(k);
      const isi = kunciMilik === null ? {} : t.isi(baca, kunciMilik);
      return Object.fromEntries(Object.entries(isi).map(([lembar, b]) => [diBuku(lembar), b]));
    },
    tanya: (isi, k) => {
      const kunciMilik = milik(k);
      const semua = kunciMilik === null ? [] : (t.tanya?.(dariBuku(isi), kunciMilik) ?? []);
      return semua.map(
        (tanya): Tanya =>
          (baca) =>
            tanya(baca).map((p) => ({ ...p, lembar: diBuku(p.lembar) })),
      );
    },
    perintah: (isi, k, pengirim) => {
      const kunciMilik = milik(k);
      if (kunciMilik === null) return [];
      return t.perintah(dariBuku(isi), kunciMilik, pengirim).map((p) => ({
        ...p,
        asal: (penolakan) => {
          const asal = p.asal(penolakan);
          return { ...asal, lembar: diBuku(asal.lembar) };
        },
      }));
    },
  };
};
