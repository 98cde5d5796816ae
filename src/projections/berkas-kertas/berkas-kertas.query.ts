import type { ViewStore } from '../../kernel/view-store.js';
import { halaman, type PermintaanHalaman, type Sambungan } from '../halaman.js';
import { type BarisKertas, berkasKertasView, kunciKertas, tandaKertas } from './berkas-kertas.projection.js';

/** The archived paper of an OPD; needs no Nest. */
export class KueriBerkasKertas {
  constructor(private readonly views: ViewStore) {}

  /** Of one year, or (null) of every year, oldest first. */
  daftar(
    pemda: string,
    opd: string,
    tahun: number | null,
    minta: PermintaanHalaman,
  ): Promise<Sambungan<BarisKertas>> {
    const tag =
      tahun === null ? tandaKertas.opd({ pemda, opd }) : tandaKertas.opdTahun({ pemda, opd, tahun });
    return halaman(this.views, { view: berkasKertasView.nama, tag: [tag] }, minta, (b: BarisKertas) => b);
  }

  /** One file that is in that OPD's and year's archive; null for any other. */
  async satu(k: { pemda: string; opd: string; tahun: number }, berkas: string): Promise<BarisKertas | null> {
    const [baris] = await this.views.baca(berkasKertasView.nama, [kunciKertas(k, berkas)]);
    return (baris?.isi as BarisKertas | undefined) ?? null;
  }
}
