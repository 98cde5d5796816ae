import type { Penolakan } from '../kernel/penolakan.js';

const BELUM_ADA = /_(?:BELUM_[A-Z]+|TANPA_[A-Z]+|KOSONG)$/;

/**
 * Whether a refusal may only follow from rows that could not be read: something is missing that they may say. `terlewat`
 * is what stands in their cells.
 */
export const hanyaSusulan = ({ kode, rincian }: Penolakan, terlewat: ReadonlySet<string>): boolean => {
  if (terlewat.size === 0) return false;
  if (BELUM_ADA.test(kode)) return true;
  return kode.endsWith('_TIDAK_DIKENAL') && Object.values(rincian).some((r) => terlewat.has(String(r)));
};
