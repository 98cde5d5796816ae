import { tingkatAnggaran } from '../../reporting/capaian.js';

export type TingkatAnggaran = 'program' | 'kegiatan' | 'sub-kegiatan' | 'belanja';
type Simpul = { readonly tingkat: Exclude<TingkatAnggaran, 'belanja'> };

// Belanja accounts stand under account 5 of the bagan akun standar; `5.01.02` is a program of the urusan penunjang.
const AKUN_BELANJA = /^5(\.\d{1,4})*$/;

/**
 * A belanja account, of the OPD as a whole (`5.1.02`) or of one sub kegiatan (`2.07.03.2.01.0001/5.1.02`); null for any
 * other code. Neither the nomenclature nor the bagan akun standar knows a slash, so the two never read as one another.
 */
export const akunBelanja = (
  kode: string,
): { readonly induk: string | null; readonly akun: string } | null => {
  const garis = kode.lastIndexOf('/');
  const akun = kode.slice(garis + 1);
  if (!AKUN_BELANJA.test(akun)) return null;
  if (garis < 0) return tingkatAnggaran(kode) === 'belanja' ? { induk: null, akun } : null;
  return { induk: kode.slice(0, garis), akun };
};

/** A code of the nomenclature has the level that it reads; another one of the program tree has the level it got there. */
export const tingkatCocok = (kode: string, tingkat: TingkatAnggaran): boolean => {
  const terbaca = tingkatAnggaran(kode);
  if (terbaca !== 'belanja') return tingkat === terbaca;
  return (tingkat === 'belanja') === (akunBelanja(kode) !== null);
};

/** What the year's program tree says of a code: its level there; else it can only be a belanja account, under a known sub kegiatan or of the whole OPD. */
export const barisDikenal = (
  simpul: ReadonlyMap<string, Simpul>,
  kode: string,
): { tingkat: TingkatAnggaran; kodeDikenal: boolean } => {
  const ada = simpul.get(kode);
  if (ada !== undefined) return { tingkat: ada.tingkat, kodeDikenal: true };
  const induk = akunBelanja(kode)?.induk ?? null;
  const kodeDikenal =
    induk === null ? tingkatAnggaran(kode) === 'belanja' : simpul.get(induk)?.tingkat === 'sub-kegiatan';
  return { tingkat: 'belanja', kodeDikenal };
};
