import { kunci } from '../../kernel/kunci.js';
import type { ViewStore } from '../../kernel/view-store.js';
import type { PermintaanHalaman, Sambungan } from '../halaman.js';
import { barisUtuh, halamanUtuh } from '../impor-berjalan.js';
import { type BarisPk, perjanjianKinerjaView, tandaPk } from './perjanjian-kinerja.projection.js';

const VIEW = perjanjianKinerjaView.nama;

/** The Perjanjian Kinerja with all their versions; needs no Nest. Lists leave out years that are being imported. */
export class KueriPerjanjianKinerja {
  constructor(private readonly views: ViewStore) {}

  /** Null where that office has none for the year. Refuses keys that no document could have, and IMPOR_BELUM_SELESAI. */
  async satu(pemda: string, opd: string, jabatan: string, tahun: number): Promise<BarisPk | null> {
    const dicari = kunci.pk(pemda, opd, jabatan, tahun);
    return (await barisUtuh(this.views, VIEW, { pemda, opd, tahun }, dicari)) as BarisPk | null;
  }

  /** All of a pemda and year, by OPD and office. */
  daftar(pemda: string, tahun: number, permintaan: PermintaanHalaman): Promise<Sambungan<BarisPk>> {
    const tag = [tandaPk.tahun(pemda, tahun)];
    return halamanUtuh(this.views, { view: VIEW, tag }, permintaan, (row: BarisPk) => row);
  }

  /** All of an OPD, by year and office. */
  daftarOpd(pemda: string, opd: string, permintaan: PermintaanHalaman): Promise<Sambungan<BarisPk>> {
    const tag = [tandaPk.opd(pemda, opd)];
    return halamanUtuh(this.views, { view: VIEW, tag }, permintaan, (row: BarisPk) => row);
  }
}
