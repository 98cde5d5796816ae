import {
  type HasilDiperiksa,
  PemeriksaTandaTangan,
  type Terperiksa,
} from '../../approval/tanda-tangan/periksa-hasil.js';
import type { Clock } from '../../kernel/event-store.js';
import type { PemeriksaHasil } from './bsre.periksa.js';

/** For BSrE, which may write the file anew: the same content, and one signature more, by this person. */
export class PemeriksaBsre extends PemeriksaTandaTangan {
  constructor(
    private readonly pemeriksa: PemeriksaHasil,
    private readonly clock: Clock,
  ) {
    super();
  }

  async periksa({ asli, hasil, medan, penandatangan, sertifikat }: HasilDiperiksa): Promise<Terperiksa> {
    const h = await this.pemeriksa.periksa({ asli, hasil, medan, penandatangan, saat: this.clock.now() });
    if (!h.sah) return { temuan: [h.temuan], sertifikat: null, pada: null, tingkat: null };
    const lain = sertifikat !== null && sertifikat !== h.sertifikat;
    return {
      temuan: lain ? ['PENANDA_TANGAN_LAIN'] : [],
      sertifikat: h.sertifikat,
      pada: h.pada.toISOString(),
      tingkat: h.tingkat,
    };
  }
}
