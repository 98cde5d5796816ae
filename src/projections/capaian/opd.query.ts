import type { ViewStore } from '../../kernel/view-store.js';
import { halaman, type PermintaanHalaman, type Sambungan } from '../halaman.js';
import { capaianView } from './capaian.projection.js';
import { type FaktaOpd, type FaktaPemda, kunciFakta, tandaFakta } from './fakta.js';

export type Opd = Readonly<{
  pemda: string;
  kode: string;
  nama: string;
  renstra: readonly Readonly<{ mulai: number; selesai: number; ditetapkan: boolean }>[];
}>;

const VIEW = capaianView.nama;
const SEMUA = 10_000; // a pemda has tens of them

const ringkas = ({ pemda, opd, nama, renstra }: FaktaOpd): Opd => ({
  pemda,
  kode: opd,
  nama,
  renstra: renstra.map(({ mulai, selesai, ditetapkan }) => ({ mulai, selesai, ditetapkan })),
});

/** Who takes part: the pemda and its OPD, out of the facts of the capaian view; needs no Nest. */
export class KueriOpd {
  constructor(private readonly views: ViewStore) {}

  async pemda(kode: string): Promise<FaktaPemda | null> {
    const [baris] = await this.views.baca(VIEW, [kunciFakta.pemda(kode)]);
    return (baris?.isi as FaktaPemda | undefined) ?? null;
  }

  /** The codes of all, for what is done to each of them. */
  async semuaKode(pemda: string): Promise<string[]> {
    const baris = await this.views.daftar(VIEW, [tandaFakta.opdDari(pemda)], { batas: SEMUA });
    return baris.map(({ isi }) => (isi as FaktaOpd).opd);
  }

  daftar(pemda: string, permintaan: PermintaanHalaman): Promise<Sambungan<Opd>> {
    return halaman(this.views, { view: VIEW, tag: [tandaFakta.opdDari(pemda)] }, permintaan, ringkas);
  }
}
