import type { ViewStore } from '../../kernel/view-store.js';
import type { PermintaanHalaman, Sambungan } from '../halaman.js';
import { halamanUtuh } from '../impor-berjalan.js';
import { type BarisTugas, kotakMasukView, tandaKotakMasuk } from './kotak-masuk.projection.js';

/** What waits for an office, longest first; needs no Nest. */
export class KueriKotakMasuk {
  constructor(private readonly views: ViewStore) {}

  /** `jabatan`: the office's key, e.g. 61.71.disnaker.kepala. */
  halaman(jabatan: string, permintaan: PermintaanHalaman): Promise<Sambungan<BarisTugas>> {
    const daftar = { view: kotakMasukView.nama, tag: [tandaKotakMasuk(jabatan)] };
    return halamanUtuh(this.views, daftar, permintaan, (row: BarisTugas) => row);
  }
}
