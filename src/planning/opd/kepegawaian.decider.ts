import { faktaBaru } from '../../kernel/cara.js';
import type { Cara, Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { label, tanggalSah } from '../../kernel/teks.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export const DIMENSI_KEPEGAWAIAN = ['eselon', 'golongan', 'pendidikan', 'jenis-kelamin', 'status'] as const;
export type Dimensi = (typeof DIMENSI_KEPEGAWAIAN)[number];
/** How many people of the OPD are in each group. Numbers alone: no name ever stands here. */
export type Rincian = { kelompok: string; jumlah: number }[];

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type KepegawaianEvent = {
  type: 'KepegawaianDicatat';
  data: Oleh & { tanggal: string; dimensi: Dimensi; rincian: Rincian; sebelum: Rincian | null };
};
export type KepegawaianCommand = Oleh & {
  type: 'CatatKepegawaian';
  tanggal: string;
  dimensi: Dimensi;
  rincian: Rincian;
};

export type TabelKepegawaian = {
  readonly tanggal: string;
  readonly dimensi: Dimensi;
  readonly rincian: Rincian;
};
type Tabel = readonly TabelKepegawaian[];

const BATAS_KELOMPOK = 60;
const LABEL_KELOMPOK = 100;

const rincianSah = (rincian: Rincian): Rincian => {
  const rapi = rincian.map(({ kelompok, jumlah }) => ({ kelompok: label(kelompok, LABEL_KELOMPOK), jumlah }));
  const sah =
    rapi.length > 0 &&
    rapi.length <= BATAS_KELOMPOK &&
    new Set(rapi.map((r) => r.kelompok)).size === rapi.length &&
    rapi.every(({ jumlah }) => Number.isSafeInteger(jumlah) && jumlah >= 0);
  return sah ? rapi : tolak('KEPEGAWAIAN_TIDAK_SAH', { batas: BATAS_KELOMPOK });
};

const samaTabel = (a: TabelKepegawaian, b: { tanggal: string; dimensi: Dimensi }): boolean =>
  a.tanggal === b.tanggal && a.dimensi === b.dimensi;

export const putuskanKepegawaian = (c: KepegawaianCommand, tabel: Tabel): KepegawaianEvent[] => {
  const { dimensi, oleh, cara } = c;
  const [tanggal, rincian] = [tanggalSah(c.tanggal), rincianSah(c.rincian)];
  const sebelum = tabel.find((t) => samaTabel(t, c))?.rincian ?? null;
  if (!faktaBaru(cara, sebelum, rincian, { tanggal, dimensi })) return [];
  return [{ type: 'KepegawaianDicatat', data: { tanggal, dimensi, rincian, sebelum, oleh, cara } }];
};

export const lipatKepegawaian = (tabel: Tabel, { data }: KepegawaianEvent): Tabel => {
  const { tanggal, dimensi, rincian } = data;
  return [...tabel.filter((t) => !samaTabel(t, data)), { tanggal, dimensi, rincian }];
};

/** Of each dimension the newest count up to a date; a dimension that was never counted is left out, not zero. */
export const kepegawaianPada = (tabel: Tabel, tanggal: string): TabelKepegawaian[] =>
  DIMENSI_KEPEGAWAIAN.flatMap((dimensi) =>
    tabel
      .filter((t) => t.dimensi === dimensi && t.tanggal <= tanggal)
      .toSorted((a, b) => b.tanggal.localeCompare(a.tanggal))
      .slice(0, 1),
  );
