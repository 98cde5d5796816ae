import type { PenyediaTandaTangan } from '../../approval/tanda-tangan/penyedia.js';
import type { PemeriksaTandaTangan } from '../../approval/tanda-tangan/periksa-hasil.js';
import type { Rakitan } from '../rakitan.js';
import { CaTertanam } from './ca.js';
import { PemeriksaPdf } from './pemeriksa-pdf.js';
import { TertanamPenyedia } from './tertanam.penyedia.js';

export type RakitanTte = {
  readonly penyedia: PenyediaTandaTangan;
  readonly pemeriksa: PemeriksaTandaTangan;
  /** Where officials' own keys are kept; null where another provider keeps them. */
  readonly ca: CaTertanam | null;
};

/** The provider in use, and what verifies its answers. */
export const rakitTte = (r: Rakitan, lapor: (pesan: string) => void): RakitanTte => {
  const { identitas: basis, keamanan, clock, kunciInduk: pembungkus, konfigurasi } = r;
  const { scryptN } = konfigurasi.identitas;
  const ca = new CaTertanam({ basis, keamanan, clock, pembungkus, scryptN });
  const pemeriksa = new PemeriksaPdf({
    clock,
    akar: () => ca.akar(),
    milik: (subjek) => ca.milik(subjek),
    dicabut: () => ca.dicabut(),
  });
  return { penyedia: new TertanamPenyedia({ ca, lapor }), pemeriksa, ca };
};
