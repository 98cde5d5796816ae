import { desimalSah } from '../kernel/desimal.js';
import { bacaSel, selDari } from '../kernel/isian-lembar.js';
import type { Isian, Kolom } from '../kernel/lembar-kerja.js';
import { Penolakan } from '../kernel/penolakan.js';
import type { LembarTemplat } from './templat.js';

/** As the cell comes back from a file; null also where none that reads so is taken. */
const terbaca = (k: Kolom, isi: string | null | undefined): string | null => {
  try {
    return bacaSel(k, selDari(k, isi));
  } catch (e) {
    if (e instanceof Penolakan) return null;
    throw e;
  }
};

const tanpaNol = (angka: string): string =>
  desimalSah(angka) && angka.includes('.') ? angka.replace(/\.?0+$/, '') : angka;

/** 91.50 is 91.5, as a spreadsheet that is saved anew has it. */
const senilai = ({ jenis }: Kolom, isi: string | null | undefined): string | null =>
  isi != null && (jenis === 'desimal' || jenis === 'nilai')
    ? isi.split('..').map(tanpaNol).join('..')
    : (isi ?? null);

const kunciBaris = ({ kolom }: LembarTemplat, isian: Isian): string =>
  JSON.stringify(kolom.filter((k) => !k.keterangan).map((k) => senilai(k, isian[k.kunci])));

const tercetak = (l: LembarTemplat, isian: Isian): string =>
  kunciBaris(l, Object.fromEntries(l.kolom.map((k) => [k.kunci, terbaca(k, isian[k.kunci])])));

/**
 * What stands, as its template prints it: a row that comes back as it was printed says nothing new, and asks nobody's
 * authority. It can say nothing of what its sender may not read either: he may have the template, and the same rows in it.
 */
export class Cetakan {
  private readonly sisa = new Map<string, Map<string, number>>();
  private readonly kelompok = new Map<string, number>();

  constructor(lembar: readonly LembarTemplat[], isi: Readonly<Record<string, readonly Isian[]>>) {
    for (const l of lembar) {
      const sisa = new Map<string, number>();
      for (const isian of isi[l.nama] ?? []) {
        const baris = tercetak(l, isian);
        sisa.set(baris, (sisa.get(baris) ?? 0) + 1);
        const bersama = this.namaKelompok(l, isian);
        if (bersama !== null) this.kelompok.set(bersama, (this.kelompok.get(bersama) ?? 0) + 1);
      }
      this.sisa.set(l.nama, sisa);
    }
  }

  /** Whether the row is one of those that were printed; each of them comes back once. */
  ambil(l: LembarTemplat, isian: Isian): boolean {
    const [sisa, baris] = [this.sisa.get(l.nama), kunciBaris(l, isian)];
    const banyak = sisa?.get(baris) ?? 0;
    if (banyak > 0) sisa?.set(baris, banyak - 1);
    return banyak > 0;
  }

  /** Rows that together say one thing stand as printed only if all of them do, and none is missing. */
  utuh<B extends { readonly isian: Isian; readonly tetap: boolean }>(
    l: LembarTemplat,
    baris: readonly B[],
  ): B[] {
    const kembali = Map.groupBy(baris, ({ isian }) => this.namaKelompok(l, isian));
    return baris.map((b) => {
      const nama = this.namaKelompok(l, b.isian);
      if (nama === null || !b.tetap) return b;
      const semua = kembali.get(nama) ?? [];
      return { ...b, tetap: semua.every((s) => s.tetap) && semua.length === this.kelompok.get(nama) };
    });
  }

  private namaKelompok({ nama, bersama }: LembarTemplat, isian: Isian): string | null {
    return bersama === undefined ? null : JSON.stringify([nama, ...bersama.map((k) => isian[k] ?? null)]);
  }
}
