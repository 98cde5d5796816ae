import type { Polaritas } from '../../src/reporting/capaian.js';

const DESIMAL = /^-?\d{1,15}(\.\d{1,6})?$/;

export const desimalBaik = (teks: string): boolean => DESIMAL.test(teks);

/** Whether a text is a value of an indicator: a number, a range for a target of one, or one of its predicates. */
export const nilaiBaik = (
  polaritas: Polaritas,
  urutan: readonly string[] | null,
  nilai: string,
  sisi: 'target' | 'realisasi',
): boolean => {
  if (polaritas === 'predikat') return urutan?.includes(nilai) ?? false;
  if (polaritas !== 'rentang' || sisi === 'realisasi') return DESIMAL.test(nilai);
  const [bawah = '', atas = '', ...lebih] = nilai.split('..');
  return lebih.length === 0 && DESIMAL.test(bawah) && DESIMAL.test(atas) && Number(bawah) <= Number(atas);
};

const angka = (teks: string): string => (DESIMAL.test(teks) ? String(Number(teks)) : teks);

/** 91.5 and 91.50 are one value. */
export const nilaiSama = (a: string, b: string): boolean =>
  a.split('..').map(angka).join('..') === b.split('..').map(angka).join('..');

export const urutanBaik = (polaritas: Polaritas, urutan: readonly string[] | null): boolean =>
  polaritas === 'predikat'
    ? urutan !== null && urutan.length > 1 && new Set(urutan).size === urutan.length
    : urutan === null;

export const rupiahBaik = (teks: string): boolean => /^\d{1,18}$/.test(teks);
export const rupiahBersih = (teks: string): string => teks.replace(/^0+(?=\d)/, '');
