import { Ingatan, type Teringat } from '../kernel/ingatan.js';

type Jawaban<T> = Teringat & { readonly sidik: string; readonly hasil: T };

/** Answers of last time, each good as long as what it was made from (`sidik`) is what it was; up to a bound of bytes. */
export class IngatanJawaban<T> {
  private readonly ingatan: Ingatan<Jawaban<T>>;

  constructor(
    batas: number,
    private readonly berat: (hasil: T) => number,
  ) {
    this.ingatan = new Ingatan(batas);
  }

  /** Whatever it was made from. */
  terakhir(nama: string): T | undefined {
    return this.ingatan.cari(nama)?.hasil;
  }

  cari(nama: string, sidik: string): T | undefined {
    const ingat = this.ingatan.cari(nama);
    return ingat?.sidik === sidik ? ingat.hasil : undefined;
  }

  /** `sidik` is taken before anything is read, so that what comes in between is never taken for seen. */
  simpan(nama: string, sidik: string, hasil: T): T {
    this.ingatan.lupakan(nama);
    const berat = this.berat(hasil);
    this.ingatan.simpan({ stream: nama, berat, belumSelesai: 0, sidik, hasil }, berat);
    return hasil;
  }
}
