import DataLoader from 'dataloader';
import type { CapaianOpd, Triwulan } from '../../reporting/capaian.js';
import type { KueriCapaian, KunciTahun } from './capaian.query.js';

type Dimuat = KunciTahun & { readonly triwulan: Triwulan };
type Pemuat = DataLoader<Dimuat, CapaianOpd | null, string>;

/** Figures of the rows of a list: all rows of one request are asked for at once. */
export class PemuatCapaian {
  private readonly perPermintaan = new WeakMap<object, Pemuat>();

  constructor(private readonly kueri: KueriCapaian) {}

  /** `konteks` is the request's own; null where the OPD is not registered. */
  async muat(konteks: object, dimuat: Dimuat): Promise<CapaianOpd | null> {
    const pemuat = this.perPermintaan.get(konteks) ?? this.baru();
    this.perPermintaan.set(konteks, pemuat);
    return pemuat.load(dimuat);
  }

  private baru(): Pemuat {
    return new DataLoader<Dimuat, CapaianOpd | null, string>((daftar) => this.kueri.banyak(daftar), {
      cacheKeyFn: ({ pemda, opd, tahun, triwulan }) => `${pemda}/${opd}/${tahun}/${triwulan}`,
    });
  }
}
