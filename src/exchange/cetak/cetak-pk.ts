import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { kunci } from '../../kernel/kunci.js';
import type { BerkasPk, BerkasTerbaca } from '../../planning/perjanjian-kinerja/berkas-pk.js';
import type { KunciPk } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.fakta.js';

export type PkTercetak = { readonly nama: string; readonly bita: Uint8Array; readonly sidik: string };

const AKHIRAN: Readonly<Record<BerkasTerbaca['keadaan'], string>> = {
  'bertanda-tangan': '',
  menunggu: '',
  salinan: '-salinan',
  draf: '-draf',
};

/** The paper of a Perjanjian Kinerja, for who may read it. */
export class CetakPk {
  constructor(private readonly berkas: BerkasPk) {}

  /** `versi` null: the newest. Refuses who may not read the PK, and as BerkasPk does. */
  async tulis(k: KunciPk, versi: number | null, pelaku: Pelaku): Promise<PkTercetak> {
    const id = kunci.pk(k.pemda, k.opd, k.jabatan, k.tahun);
    wajibBoleh(pelaku, 'kinerja.baca', k.pemda, k.opd);
    const { versi: nyata, pdf: bita, sidik, keadaan } = await this.berkas.baca(k, versi, pelaku.akun);
    return { nama: `pk-${id}-v${nyata}${AKHIRAN[keadaan]}.pdf`, bita, sidik };
  }
}
