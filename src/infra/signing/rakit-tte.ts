import {
  type HasilTte,
  type KeadaanPenandatangan,
  PenyediaTandaTangan,
} from '../../approval/tanda-tangan/penyedia.js';
import type { PemeriksaTandaTangan } from '../../approval/tanda-tangan/periksa-hasil.js';
import type { Clock } from '../../kernel/event-store.js';
import type { KonfigurasiBsre } from '../konfigurasi/bsre.js';
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

/** Nobody signs here: in production until somebody says who does. */
class TanpaPenyedia extends PenyediaTandaTangan {
  readonly id = 'tertanam';
  readonly jaminan = 'tidak-tersertifikasi';
  override readonly dipasang = false;
  async keadaan(): Promise<KeadaanPenandatangan> {
    return 'tidak-tersedia';
  }
  async tandatangani(): Promise<HasilTte> {
    return { ok: false, sebab: 'tidak-dipasang' };
  }
}

/** Loaded only where it is used. */
const rakitBsre = async (k: KonfigurasiBsre, clock: Clock): Promise<RakitanTte> => {
  const [{ bukaBsre }, { PemeriksaHasilBsre }, { PemeriksaBsre }] = await Promise.all([
    import('./bsre.penyedia.js'),
    import('./bsre.periksa.js'),
    import('./pemeriksa-bsre.js'),
  ]);
  const pemeriksa = new PemeriksaBsre(new PemeriksaHasilBsre(k), clock);
  return { penyedia: bukaBsre(k, clock), pemeriksa, ca: null };
};

/** The provider in use, and what verifies its answers. */
export const rakitTte = async (r: Rakitan, lapor: (pesan: string) => void): Promise<RakitanTte> => {
  const { identitas: basis, keamanan, clock, kunciInduk: pembungkus, konfigurasi } = r;
  const { penyedia, tsa } = konfigurasi.tte;
  if (penyedia === 'bsre' && konfigurasi.bsre !== undefined) return rakitBsre(konfigurasi.bsre, clock);
  const ca = new CaTertanam({ basis, keamanan, clock, pembungkus, scryptN: konfigurasi.identitas.scryptN });
  const pemeriksa = new PemeriksaPdf({
    clock,
    akar: () => ca.akar(),
    milik: (subjek) => ca.milik(subjek),
    dicabut: () => ca.dicabut(),
    ...(tsa && { akarCap: tsa.akar }),
  });
  if (penyedia !== 'tertanam') {
    lapor('tanda tangan berkas mati: isi AMANAH_TTE');
    return { penyedia: new TanpaPenyedia(), pemeriksa, ca: null };
  }
  return { penyedia: new TertanamPenyedia({ ca, tsa, lapor }), pemeriksa, ca };
};
