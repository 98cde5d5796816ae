import { faktaBaru, samaNilai } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { triwulanSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { rupiah } from '../../kernel/rupiah.js';
import { alasan } from '../../kernel/teks.js';

type Oleh = { oleh: Pejabat; cara: Cara };
type Baris = { triwulan: 1 | 2 | 3 | 4; kode: string; realisasi: string }; // whole rupiah, cumulative up to the quarter

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type RealisasiAnggaranEvent =
  | {
      type: 'RealisasiAnggaranDicatat';
      data: Oleh & Baris & { sebelum: string | null; berdasarkan: Dasar[] };
    }
  | {
      type: 'RealisasiAnggaranDikoreksi';
      data: Oleh & Baris & { sebelum: string; alasan: string; berdasarkan: Dasar[] };
    };
export type RealisasiAnggaranCommand =
  | (Oleh & Baris & { type: 'Catat'; paguAda: boolean; periodeTerbuka: boolean; berdasarkan: Dasar[] })
  | (Oleh & Baris & { type: 'Koreksi'; alasan: string; berdasarkan: Dasar[] });
type Perintah<T extends RealisasiAnggaranCommand['type']> = Extract<RealisasiAnggaranCommand, { type: T }>;

/** Of one row (a code in a quarter): the figure, and the revision of the last event that touched it. */
export type BarisRealisasi = { readonly realisasi: string; readonly rev: number };
/** One OPD's year, by `${triwulan} ${kode}`. */
export type RealisasiAnggaran = { readonly baris: ReadonlyMap<string, BarisRealisasi> };

/** The row of a code in a quarter; undefined while nothing is recorded. */
export const barisRealisasi = (
  { baris }: RealisasiAnggaran,
  triwulan: number,
  kode: string,
): BarisRealisasi | undefined => baris.get(`${triwulan} ${kode}`);

// A figure below the last quarter's is lawful: money that was returned to the treasury.
const catat = (c: Perintah<'Catat'>, s: RealisasiAnggaran): RealisasiAnggaranEvent[] => {
  const { kode, oleh, cara, berdasarkan } = c;
  const triwulan = triwulanSah(c.triwulan);
  const realisasi = rupiah(c.realisasi).toString();
  if (!c.paguAda) return tolak('PAGU_BELUM_ADA', { kode });
  const sebelum = barisRealisasi(s, triwulan, kode)?.realisasi ?? null;
  if (!faktaBaru(cara, sebelum, realisasi, { kode, triwulan })) return [];
  if (cara === 'elektronik' && !c.periodeTerbuka) return tolak('PERIODE_DITUTUP');
  return [
    {
      type: 'RealisasiAnggaranDicatat',
      data: { triwulan, kode, realisasi, sebelum, oleh, cara, berdasarkan },
    },
  ];
};

const koreksi = (c: Perintah<'Koreksi'>, s: RealisasiAnggaran): RealisasiAnggaranEvent[] => {
  const { kode, oleh, cara, berdasarkan } = c;
  const triwulan = triwulanSah(c.triwulan);
  const realisasi = rupiah(c.realisasi).toString();
  const sebelum = barisRealisasi(s, triwulan, kode)?.realisasi;
  if (sebelum === undefined) return tolak('REALISASI_BELUM_ADA', { kode, triwulan });
  const sebab = alasan(c.alasan);
  if (samaNilai(sebelum, realisasi)) return [];
  const data = { triwulan, kode, realisasi, sebelum, alasan: sebab, oleh, cara, berdasarkan };
  return [{ type: 'RealisasiAnggaranDikoreksi', data }];
};

export const realisasiAnggaran: Decider<RealisasiAnggaran, RealisasiAnggaranCommand, RealisasiAnggaranEvent> =
  {
    kategori: 'RealisasiAnggaran',
    initial: { baris: new Map() },
    decide: (c, s) => (c.type === 'Catat' ? catat(c, s) : koreksi(c, s)),
    // Both events say the same of the row: what it holds from now on.
    evolve: ({ baris }, { data: { triwulan, kode, realisasi } }, rev) => ({
      baris: new Map(baris).set(`${triwulan} ${kode}`, { realisasi, rev }),
    }),
    revisi: (c, s) => barisRealisasi(s, c.triwulan, c.kode)?.rev ?? -1,
  };
