import { Ingatan, type Teringat } from '../../kernel/ingatan.js';

type Terurai = Teringat & { readonly posisi: number; readonly isi: unknown };

/** Bytes on V8's heap for each character of JSON, with what is kept of a row beside it: measured on 500 indicators, 2.5. */
const BITA_PER_HURUF = 3;
const BATAS = 96 * 1024 * 1024;

/**
 * What rows say, parsed once: a row at one position of one table says one thing for ever. Whoever asks is given the same
 * object, so that what was found of it can be kept as long as it is there; nobody changes it.
 */
export class IsiTerurai {
  private readonly ingatan: Ingatan<Terurai>;

  constructor(batas = BATAS) {
    this.ingatan = new Ingatan(batas);
  }

  isi(nomor: number, kunci: string, posisi: number, teks: string): unknown {
    const stream = `${nomor}/${kunci}`;
    const ingat = this.ingatan.cari(stream);
    if (ingat?.posisi === posisi) return ingat.isi;
    this.ingatan.buang(ingat);
    const isi: unknown = JSON.parse(teks);
    const berat = teks.length * BITA_PER_HURUF;
    this.ingatan.simpan({ stream, berat, belumSelesai: 0, posisi, isi }, berat);
    return isi;
  }
}
