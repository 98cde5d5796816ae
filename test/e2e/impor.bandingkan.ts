import type { CapaianOpd } from '../../src/reporting/capaian.js';
import type { Harapan, Isi } from './impor.ruang.js';

const ANGKA = /^-?\d+(\.\d+)?$/;
type Hitung = { n: number };

const kosong = (n: unknown): boolean => n === null || n === undefined || (Array.isArray(n) && n.length === 0);

const bedaNilai = (jalur: string, harapan: unknown, nyata: unknown): string[] => {
  const sama =
    typeof harapan === 'string' && typeof nyata === 'string' && ANGKA.test(harapan) && ANGKA.test(nyata)
      ? Number(harapan) === Number(nyata)
      : harapan === nyata;
  return sama ? [] : [`${jalur}: ${JSON.stringify(nyata)}, seharusnya ${JSON.stringify(harapan)}`];
};

/** Decimals as numbers, null, [] and missing as equal, any of `alasanSalahSatu`; counts what it compares. */
const beda = (jalur: string, harapan: unknown, nyata: unknown, hitung: Hitung): string[] => {
  if (kosong(harapan) && kosong(nyata)) return [];
  if (Array.isArray(harapan)) {
    const daftar = (nyata ?? []) as unknown[];
    const panjang = bedaNilai(`${jalur}/length`, harapan.length, daftar.length);
    return [...panjang, ...harapan.flatMap((h, i) => beda(`${jalur}/${i}`, h, daftar[i], hitung))];
  }
  if (typeof harapan !== 'object' || harapan === null) {
    hitung.n++;
    return bedaNilai(jalur, harapan, nyata);
  }
  const isi = nyata as Isi | null | undefined;
  return Object.entries(harapan).flatMap(([k, h]) => {
    if (k !== 'alasanSalahSatu') return beda(`${jalur}/${k}`, h, isi?.[k], hitung);
    hitung.n++;
    return (h as string[]).includes(String(isi?.alasan)) ? [] : [`${jalur}/alasan: ${String(isi?.alasan)}`];
  });
};

const perKode = (daftar: readonly { kode: string }[]): Isi =>
  Object.fromEntries(daftar.map((d) => [d.kode, d]));

type Capaian = Pick<CapaianOpd, 'indikator' | 'sasaran' | 'anggaran' | 'total'>;

/** Where an answer differs from the expected figures of a city, and how many figures were compared. */
export const bandingkan = (h: Harapan, c: Capaian): { beda: string[]; jumlah: number } => {
  const hitung = { n: 0 };
  const semua = [
    ...beda('/indikator', h.indikator, perKode(c.indikator), hitung),
    ...beda('/sasaran', h.sasaran, perKode(c.sasaran), hitung),
    ...beda('/anggaran', h.anggaran, perKode(c.anggaran), hitung),
    ...beda('/total', h.total, c.total, hitung),
  ];
  return { beda: semua, jumlah: hitung.n };
};
