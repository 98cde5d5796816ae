import { tolak } from './penolakan.js';

const BATAS_TEKS = 4_000;
const BATAS_LABEL = 300;

// Control and format characters hide or reorder what a reader sees (bidi overrides, zero-width); the fillers look empty.
const TERLARANG = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]|\u034F/u;

// NIP: 18 digits, also printed in groups of 8, 6, 1 and 3. NIK: 16 digits. A rupiah in groups of three and a code of
// the nomenclature never hold a run that long.
const NIP_ATAU_NIK =
  /(?<!\p{Nd})(?:\p{Nd}{16}|\p{Nd}{8}[\s.-]?\p{Nd}{6}[\s.-]?\p{Nd}[\s.-]?\p{Nd}{3})(?!\p{Nd})/u;
const SUREL = /[\p{L}\p{N}._%+-]@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]*\p{L}/u;

const TANGGAL = /^\d{4}-\d{2}-\d{2}$/;
const KODE_BEBAS = /^[!-~]{1,60}$/;

/** Refuses with TEKS_MEMUAT_DATA_PRIBADI a text that holds a NIP, a NIK or an e-mail address. Events are for ever. */
const tanpaDataPribadi = (nilai: string): string => {
  const dilihat = nilai.normalize('NFKC'); // fullwidth digits and the like read the same
  return NIP_ATAU_NIK.test(dilihat) || SUREL.test(dilihat) ? tolak('TEKS_MEMUAT_DATA_PRIBADI') : nilai;
};

/**
 * Free text (uraian, alasan, catatan, faktor) as it may be recorded: NFC, line ends as '\n', at most `batas` UTF-16
 * units. Refuses with TEKS_TIDAK_SAH, TEKS_TERLALU_PANJANG, TEKS_MEMUAT_DATA_PRIBADI.
 */
export const teks = (nilai: string, batas = BATAS_TEKS): string => {
  if (!nilai.isWellFormed()) return tolak('TEKS_TIDAK_SAH');
  const bersih = nilai.replaceAll('\r\n', '\n').normalize('NFC');
  if (bersih.length > batas) return tolak('TEKS_TERLALU_PANJANG', { batas, panjang: bersih.length });
  if (TERLARANG.test(bersih)) return tolak('TEKS_TIDAK_SAH');
  return tanpaDataPribadi(bersih);
};

/** As `teks`, where nothing may stand as well. */
export const teksAtauNull = (nilai: string | null, batas = BATAS_TEKS): string | null =>
  nilai === null ? null : teks(nilai, batas);

/** A reason that must be given: `teks` that is not blank. Refuses with ALASAN_WAJIB. */
export const alasan = (nilai: string): string => {
  const bersih = teks(nilai).trim();
  return bersih === '' ? tolak('ALASAN_WAJIB') : bersih;
};

/** A statement that must say something: `teks` that is not blank. Refuses as `teks` does. */
export const uraian = (nilai: string, batas = BATAS_TEKS): string => {
  const bersih = teks(nilai, batas).trim();
  return bersih === '' ? tolak('TEKS_TIDAK_SAH', { sebab: 'kosong' }) : bersih;
};

/** A name: one line, without blanks around it, not empty. Refuses as `teks` does. */
export const label = (nilai: string, batas = BATAS_LABEL): string => {
  const bersih = uraian(nilai, batas);
  return /[\n\t]/.test(bersih) ? tolak('TEKS_TIDAK_SAH') : bersih;
};

/** As `label`, where nothing may stand as well. */
export const labelAtauNull = (nilai: string | null, batas = BATAS_LABEL): string | null =>
  nilai === null ? null : label(nilai, batas);

/** A code as the documents print it (IKU-1, 2.07.03.2.01): 1 to 60 visible ASCII characters. Refuses with KODE_TIDAK_SAH. */
export const kodeBebas = (kode: string): string =>
  KODE_BEBAS.test(kode) ? tanpaDataPribadi(kode) : tolak('KODE_TIDAK_SAH', { kode: kode.slice(0, 60) });

/** A date 'YYYY-MM-DD' that the calendar has. Refuses with TANGGAL_TIDAK_SAH. */
export const tanggalSah = (tanggal: string): string => {
  const waktu = TANGGAL.test(tanggal) ? Date.parse(`${tanggal}T00:00:00Z`) : Number.NaN;
  // Date.parse lets 30 February run over into March.
  return !Number.isNaN(waktu) && new Date(waktu).toISOString().startsWith(tanggal)
    ? tanggal
    : tolak('TANGGAL_TIDAK_SAH', { tanggal: tanggal.slice(0, 60) });
};
