import type { Halaman } from '../../kernel/view-store.js';
import * as kueri from './kueri.js';
import { isian } from './kueri.js';
import * as banyak from './postgres.kueri.js';
import { type Nilai, Pernyataan, penulis } from './postgres.pernyataan.js';

/** The hot statements of one table, compiled once and prepared once on each connection. */
export class PernyataanTabel {
  readonly baris: Pernyataan;
  readonly ubahBaris: Pernyataan;
  readonly sisipBaris: Pernyataan;
  readonly tanda: Pernyataan;
  readonly simpanTanda: Pernyataan;
  readonly hapusTanda: Pernyataan;
  private readonly halaman = new Map<string, Pernyataan>();

  constructor(private readonly nomor: number) {
    this.baris = new Pernyataan(banyak.barisBanyak(penulis, nomor), `baris ${nomor}`);
    this.ubahBaris = new Pernyataan(banyak.ubahBarisBanyak(penulis, nomor), `ubah ${nomor}`);
    this.sisipBaris = new Pernyataan(banyak.sisipBarisBanyak(penulis, nomor), `sisip ${nomor}`);
    this.tanda = new Pernyataan(banyak.tandaBanyak(penulis, nomor), `tanda ${nomor}`);
    this.simpanTanda = new Pernyataan(banyak.simpanTandaBanyak(penulis, nomor), `simpan tanda ${nomor}`);
    this.hapusTanda = new Pernyataan(banyak.hapusTandaBanyak(penulis, nomor), `hapus tanda ${nomor}`);
  }

  /** The statement of a page, and what fills it. */
  daftar(tag: readonly string[], h: Halaman): readonly [Pernyataan, Nilai] {
    const bentuk = `daftar ${this.nomor} ${tag.length} ${h.setelah !== undefined} ${h.mundur === true}`;
    let p = this.halaman.get(bentuk);
    if (p === undefined) {
      const setelah = h.setelah && { urut: isian<string>('urut'), kunci: isian<string>('kunci') };
      const tempat = { batas: isian<number>('batas'), setelah, mundur: h.mundur === true };
      const nama = tag.map((_, i) => isian<string>(`tag${i}`));
      p = new Pernyataan(kueri.daftar(penulis, this.nomor, nama, tempat), bentuk);
      this.halaman.set(bentuk, p);
    }
    const nilai = Object.fromEntries(tag.map((t, i) => [`tag${i}`, t]));
    return [p, { ...nilai, ...h.setelah, batas: h.batas }];
  }
}
