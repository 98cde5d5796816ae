import type { Sel } from '../../kernel/lembar-kerja.js';

const DIGIT = 15; // as many as Excel shows, and as many as a double always holds
const HARI_MS = 86_400_000;
const AWAL_1904 = 1_462; // days between the two systems
const KABISAT_PALSU = 60; // Excel counts 29 February 1900, a day that never was

const tanpaPangkat = (teks: string): string => {
  const [angka = '', pangkat] = teks.split('e');
  if (pangkat === undefined) return teks;
  const [, tanda = '', bulat = '', pecahan = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(angka) ?? [];
  const letak = bulat.length + Number(pangkat);
  const digit = bulat + pecahan;
  if (letak <= 0) return `${tanda}0.${'0'.repeat(-letak)}${digit}`;
  return digit.length <= letak
    ? `${tanda}${digit.padEnd(letak, '0')}`
    : `${tanda}${digit.slice(0, letak)}.${digit.slice(letak)}`;
};

/**
 * The figure that a person sees: the shortest decimal of 15 significant digits. The file holds a double's own text, so
 * that 91.08 may stand there as 91.079999999999998. Null for what is no number.
 */
export const angkaExcel = (tersimpan: string): string | null => {
  if (!/^-?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(tersimpan)) return null;
  const nilai = Number(Number(tersimpan).toPrecision(DIGIT));
  return Number.isFinite(nilai) ? tanpaPangkat(String(nilai === 0 ? 0 : nilai).replace('e+', 'e')) : null;
};

/** Ten to the `pangkat` times a decimal: its point moves, no digit changes. */
export const geserDesimal = (angka: string, pangkat: number): string => {
  const [, tanda = '', bulat = '', pecahan = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(angka) ?? [];
  const digit = bulat + pecahan.padEnd(pangkat, '0');
  const letak = bulat.length + pangkat;
  const [depan, belakang] = [digit.slice(0, letak), digit.slice(letak)];
  return `${tanda}${depan.replace(/^0+(?=\d)/, '')}${belakang === '' ? '' : `.${belakang}`}`;
};

/** The day of a serial number; text with its time for one that also says what hour it is, so that no column takes it for a day. */
export const tanggalExcel = (serial: string, sejak1904: boolean): Sel => {
  const hari = Number(serial) + (sejak1904 ? AWAL_1904 : 0);
  const sah = hari >= 1 && hari < 2_958_466 && Math.floor(hari) !== KABISAT_PALSU;
  if (!sah) return { jenis: 'galat' };
  const sejak = Date.UTC(1899, 11, hari > KABISAT_PALSU ? 30 : 31);
  const iso = new Date(sejak + Math.round(hari * HARI_MS)).toISOString();
  return Number.isInteger(hari)
    ? { jenis: 'tanggal', nilai: iso.slice(0, 10) }
    : { jenis: 'teks', nilai: iso.slice(0, 16) };
};

const TANGGAL_BAWAAN = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** A format's code without what it prints as it stands, or leaves room for. */
const tanpaHarfiah = (kode: string): string => kode.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '');

/** Whether a number format shows a day: the built-in ones, or a code with d or y outside of quotes and brackets. */
export const formatTanggal = (id: number, kode: string | undefined): boolean =>
  kode === undefined ? TANGGAL_BAWAAN.has(id) : /[dy]/i.test(tanpaHarfiah(kode));

const PERSEN_BAWAAN = new Set([9, 10]);

/** By which power of ten a number format shows more than is stored: two for each per cent sign of its first section. */
export const pangkatPersen = (id: number, kode: string | undefined): number => {
  if (kode === undefined) return PERSEN_BAWAAN.has(id) ? 2 : 0;
  return 2 * ((tanpaHarfiah(kode).split(';')[0] ?? '').split('%').length - 1);
};

/**
 * How many decimals a number format always shows: of plain ones (0.00, #,##0.00), the built-in too. A figure of 91.5 in
 * such a cell stands there as 91,50.
 */
export const desimalFormat = (id: number, kode: string | undefined): number =>
  kode === undefined
    ? id === 2 || id === 4
      ? 2
      : 0
    : (/^(?:#,##)?0\.(0{1,6})$/.exec(kode)?.[1]?.length ?? 0);
