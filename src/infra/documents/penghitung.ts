import type { BarisLembar, BatasBaca, LembarTerbaca, Sel } from '../../kernel/lembar-kerja.js';
import { tolak } from '../../kernel/penolakan.js';

/** Told what is read, row by row: what is kept is bounded while it grows, whatever the file says of itself. */
export type Penerima = {
  readonly lembar: (nama: string) => void;
  readonly baris: (baris: BarisLembar) => void;
};

const panjang = (s: Sel): number => ('nilai' in s && typeof s.nilai === 'string' ? s.nilai.length : 0);

/** Counts rows, cells and letters of one file. Refuses BERKAS_TERLALU_BESAR with the row where it is too much. */
export class Penghitung {
  private jumlah = { lembar: 0, baris: 0, sel: 0, huruf: 0 };

  constructor(
    private readonly batas: BatasBaca,
    private readonly penerima: Penerima,
  ) {}

  lembar(nama: string): void {
    if (++this.jumlah.lembar > this.batas.lembar) this.lewat(`lebih dari ${this.batas.lembar} lembar`);
    this.penerima.lembar(nama);
  }

  /** Text that is kept beside the rows, such as Excel's table of texts. */
  huruf(banyak: number): void {
    this.jumlah.huruf += banyak;
    if (this.jumlah.huruf > this.batas.huruf) this.lewat('teksnya terlalu banyak');
  }

  kolom(banyak: number, nomor: number): void {
    if (banyak > this.batas.kolom) this.lewat(`baris ${nomor} lebih dari ${this.batas.kolom} kolom`);
  }

  baris(nomor: number, sel: readonly Sel[]): void {
    if (sel.every(({ jenis }) => jenis === 'kosong')) return;
    this.kolom(sel.length, nomor);
    this.jumlah.baris++;
    this.jumlah.sel += sel.length;
    if (this.jumlah.baris > this.batas.baris) this.lewat(`lebih dari ${this.batas.baris} baris`);
    if (this.jumlah.sel > this.batas.sel) this.lewat(`lebih dari ${this.batas.sel} sel`);
    this.huruf(sel.reduce((n, s) => n + panjang(s), 0));
    this.penerima.baris({ nomor, sel });
  }

  private lewat(sebab: string): never {
    return tolak('BERKAS_TERLALU_BESAR', { sebab });
  }
}

/** Keeps the rows of each sheet. */
export const pengumpul = (): Penerima & { readonly hasil: LembarTerbaca[] } => {
  const hasil: { nama: string; baris: BarisLembar[] }[] = [];
  return {
    hasil,
    lembar: (nama) => hasil.push({ nama, baris: [] }),
    baris: (b) => hasil.at(-1)?.baris.push(b),
  };
};
