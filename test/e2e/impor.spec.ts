import type { CapaianOpd } from '../../src/reporting/capaian.js';
import { berkasKota, type Harapan, harapanKota, type Isi, KOTA, Ruang } from './impor.ruang.js';

const ANGKA = /^-?\d+(\.\d+)?$/;
const kosong = (n: unknown): boolean => n === null || n === undefined || (Array.isArray(n) && n.length === 0);

/** As the cases are to be compared: decimals as numbers, null, [] and missing as equal; every asserted figure counted. */
const beda = (jalur: string, harapan: unknown, nyata: unknown, hitung: { n: number }): string[] => {
  if (kosong(harapan) && kosong(nyata)) return [];
  if (Array.isArray(harapan))
    return harapan.flatMap((h, i) => beda(`${jalur}/${i}`, h, (nyata as unknown[])?.[i], hitung));
  if (typeof harapan === 'object' && harapan !== null)
    return Object.entries(harapan).flatMap(([k, h]) => {
      const isi = nyata as Isi | null | undefined;
      if (k !== 'alasanSalahSatu') return beda(`${jalur}/${k}`, h, isi?.[k], hitung);
      hitung.n++;
      return (h as string[]).includes(String(isi?.alasan)) ? [] : [`${jalur}/alasan: ${String(isi?.alasan)}`];
    });
  hitung.n++;
  const sama =
    typeof harapan === 'string' && typeof nyata === 'string' && ANGKA.test(harapan) && ANGKA.test(nyata)
      ? Number(harapan) === Number(nyata)
      : harapan === nyata;
  return sama ? [] : [`${jalur}: ${JSON.stringify(nyata)}, seharusnya ${JSON.stringify(harapan)}`];
};

const perKode = (daftar: readonly { kode: string }[]): Isi =>
  Object.fromEntries(daftar.map((d) => [d.kode, d]));

export const bedaHarapan = (h: Harapan, c: CapaianOpd): { beda: string[]; jumlah: number } => {
  const hitung = { n: 0 };
  const semua = [
    ...beda('/indikator', h.indikator, perKode(c.indikator), hitung),
    ...beda('/sasaran', h.sasaran, perKode(c.sasaran), hitung),
    ...beda('/anggaran', h.anggaran, perKode(c.anggaran), hitung),
    ...beda('/total', h.total, c.total, hitung),
  ];
  return { beda: semua, jumlah: hitung.n };
};

describe('dua kota contoh', () => {
  let ruang: Ruang;
  beforeAll(() => {
    ruang = new Ruang();
  });
  afterAll(() => ruang.tutup());

  it.each(KOTA)('%s: setiap angka harapan sama dengan capaian', async (kota) => {
    const hasil = await ruang.impor(berkasKota(kota));
    expect(hasil.ditolak).toEqual([]);
    expect(hasil.peristiwa).toBeGreaterThan(100);
    const h = harapanKota(kota);
    const c = await ruang.capaian.capaian({ pemda: h.pemda, opd: h.opd, tahun: h.tahun });
    const { beda, jumlah } = bedaHarapan(h, c);
    expect(beda).toEqual([]);
    expect(jumlah).toBeGreaterThan(200);
    expect(c.indikator.map((i) => i.kode).toSorted()).toEqual(Object.keys(h.indikator).toSorted());
    expect(c.anggaran.map((a) => a.kode).toSorted()).toEqual(Object.keys(h.anggaran).toSorted());
  });
});
