import type { AlasanPagu, SimpulAnggaran, SusunanAnggaran, TingkatSimpul } from './susun.js';
import { urutKode } from './susun.js';

/** Why a year or a code has nothing to show. */
export type AlasanTahun = 'BELUM_ADA_ANGGARAN' | 'IMPOR_BELUM_SELESAI';
export type AlasanSel = AlasanTahun | 'TIDAK_ADA_TAHUN_ITU' | AlasanPagu;

export type TahunAnggaran = Readonly<{
  tahun: number;
  alasan: AlasanTahun | null;
  susunan: SusunanAnggaran | null;
}>;
type Sel = Readonly<{
  tahun: number;
  pagu: string | null;
  alasan: AlasanSel | null;
  simpul: SimpulAnggaran | null;
}>;
export type BarisSanding = Readonly<{
  kode: string;
  induk: string | null;
  tingkat: TingkatSimpul;
  nama: string | null; // as printed in the year asked for, else in the nearest year
  tahun: readonly Sel[];
}>;

const sel = ({ tahun, alasan, susunan }: TahunAnggaran, simpul: SimpulAnggaran | undefined): Sel => {
  if (simpul !== undefined) return { tahun, pagu: simpul.pagu, alasan: simpul.alasan, simpul };
  return { tahun, pagu: null, alasan: susunan === null ? alasan : 'TIDAK_ADA_TAHUN_ITU', simpul: null };
};

const urutJalur = (a: readonly string[], b: readonly string[]): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const beda = urutKode(a[i] ?? '', b[i] ?? '');
    if (beda !== 0) return beda;
  }
  return a.length - b.length;
};

const kunci = ({ tingkat, jalur }: SimpulAnggaran): string => JSON.stringify([tingkat === 'belanja', jalur]);

/** Belanja of the whole OPD is no part of any program: it stands after them. */
const lepas = ({ tingkat, jalur }: SimpulAnggaran): boolean =>
  tingkat === 'belanja' && !jalur.some((k) => k.includes('/'));

/** Several years of one OPD side by side: one row a code, in the order of the tree; `utama` is the year asked for. */
export const sandingkan = (tahunan: readonly TahunAnggaran[], utama: number): BarisSanding[] => {
  const milik = tahunan.map((t) => new Map((t.susunan?.simpul ?? []).map((s) => [kunci(s), s])));
  const terdekat = tahunan
    .map(({ tahun }, i) => ({ jauh: Math.abs(tahun - utama), simpul: milik[i] ?? new Map() }))
    .toSorted((a, b) => a.jauh - b.jauh);
  const semua = new Map<string, SimpulAnggaran>();
  for (const { simpul } of terdekat)
    for (const [k, s] of simpul as ReadonlyMap<string, SimpulAnggaran>) if (!semua.has(k)) semua.set(k, s);
  return [...semua]
    .toSorted(([, a], [, b]) => Number(lepas(a)) - Number(lepas(b)) || urutJalur(a.jalur, b.jalur))
    .map(([k, { kode, induk, tingkat, nama }]) => ({
      kode,
      induk,
      tingkat,
      nama,
      tahun: tahunan.map((t, i) => sel(t, milik[i]?.get(k))),
    }));
};
