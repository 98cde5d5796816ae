import { kunci } from '../../kernel/kunci.js';
import type { ViewStore } from '../../kernel/view-store.js';
import { wajibImporSelesai } from '../capaian/impor-berjalan.js';
import { halaman, type PermintaanHalaman, type Sambungan } from '../halaman.js';
import { type BarisPk, perjanjianKinerjaView, tandaPk } from './perjanjian-kinerja.projection.js';

const VIEW = perjanjianKinerjaView.nama;

/** The Perjanjian Kinerja with all their versions; needs no Nest. */
export class KueriPerjanjianKinerja {
  constructor(private readonly views: ViewStore) {}

  /** Null where that office has none for the year. Refuses keys that no document could have. */
  async satu(pemda: string, opd: string, jabatan: string, tahun: number): Promise<BarisPk | null> {
    await wajibImporSelesai(this.views, pemda, opd, tahun);
    const [baris] = await this.views.baca(VIEW, [kunci.pk(pemda, opd, jabatan, tahun)]);
    return (baris?.isi as BarisPk | undefined) ?? null;
  }

  /** All of a pemda and year, by OPD and office. */
  daftar(pemda: string, tahun: number, permintaan: PermintaanHalaman): Promise<Sambungan<BarisPk>> {
    const tag = [tandaPk.tahun(pemda, tahun)];
    return halaman(this.views, { view: VIEW, tag }, permintaan, (row: BarisPk) => row);
  }

  /** All of an OPD, by year and office. */
  daftarOpd(pemda: string, opd: string, permintaan: PermintaanHalaman): Promise<Sambungan<BarisPk>> {
    const tag = [tandaPk.opd(pemda, opd)];
    return halaman(this.views, { view: VIEW, tag }, permintaan, (row: BarisPk) => row);
  }
}
