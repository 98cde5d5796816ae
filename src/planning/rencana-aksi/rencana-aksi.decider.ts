import { isiBaru, samaNilai } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { triwulanSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { labelAtauNull, teksAtauNull } from '../../kernel/teks.js';
import { nilaiSah } from '../../reporting/capaian.js';
import type { DefinisiIndikator } from '../renstra/renstra.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
type Triwulan = 1 | 2 | 3 | 4;

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
// target: to date, not of the quarter alone, unless the indicator's agregasi is jumlah.
export type RencanaAksiEvent =
  | {
      type: 'TargetTriwulanDicatat';
      data: Oleh & {
        indikator: string;
        triwulan: Triwulan;
        target: string;
        aksi: string | null;
        sebelum: string | null;
        berdasarkan: Dasar[];
      };
    }
  | { type: 'RencanaAksiDitetapkan'; data: Oleh & { keputusan: string | null } };
export type RencanaAksiCommand =
  | (Oleh & {
      type: 'CatatTarget';
      indikator: string;
      triwulan: Triwulan;
      target: string;
      aksi: string | null;
      definisi: DefinisiIndikator | null;
      berdasarkan: Dasar[];
    })
  | (Oleh & { type: 'Tetapkan'; keputusan: string | null });
type Perintah<T extends RencanaAksiCommand['type']> = Extract<RencanaAksiCommand, { type: T }>;

type Isi = { readonly target: string; readonly aksi: string | null };
export type RencanaAksi = {
  readonly status: 'disusun' | 'ditetapkan';
  readonly target: ReadonlyMap<string, ReadonlyMap<Triwulan, Isi>>; // by indikator
};

const catatTarget = (c: Perintah<'CatatTarget'>, r: RencanaAksi): RencanaAksiEvent[] => {
  const { indikator, target, oleh, cara, berdasarkan } = c;
  const triwulan = triwulanSah(c.triwulan);
  const d = c.definisi ?? tolak('INDIKATOR_TIDAK_DIKENAL', { indikator });
  if (!nilaiSah(d.polaritas, d.urutanPredikat, target, 'target'))
    return tolak('NILAI_TIDAK_SAH', { indikator, nilai: target.slice(0, 60) });
  const lama = r.target.get(indikator)?.get(triwulan) ?? null;
  const sama = lama !== null && samaNilai(lama.target, target);
  const diminta: Isi = { target: sama ? lama.target : target, aksi: teksAtauNull(c.aksi) };
  const isi = isiBaru(cara, lama, diminta, { indikator, triwulan });
  if (isi === null) return [];
  // A Rencana Aksi Perubahan (a later issue) replaces what was ditetapkan; paper may add what it knew all along.
  if (cara === 'elektronik' && r.status === 'ditetapkan') return tolak('KEADAAN_TIDAK_SESUAI', { indikator });
  const data = { indikator, triwulan, ...isi, sebelum: lama?.target ?? null, oleh, cara, berdasarkan };
  return [{ type: 'TargetTriwulanDicatat', data }];
};

const tetapkan = ({ oleh, cara, ...c }: Perintah<'Tetapkan'>, r: RencanaAksi): RencanaAksiEvent[] => {
  if (r.status === 'ditetapkan') return [];
  if (cara === 'elektronik' && r.target.size === 0)
    return tolak('KEADAAN_TIDAK_SESUAI', { sebab: 'tanpa target' });
  return [{ type: 'RencanaAksiDitetapkan', data: { keputusan: labelAtauNull(c.keputusan), oleh, cara } }];
};

const decide = (c: RencanaAksiCommand, r: RencanaAksi): RencanaAksiEvent[] =>
  c.type === 'CatatTarget' ? catatTarget(c, r) : tetapkan(c, r);

const evolve = (r: RencanaAksi, { type, data }: RencanaAksiEvent): RencanaAksi => {
  switch (type) {
    case 'TargetTriwulanDicatat': {
      const { indikator, triwulan, target, aksi } = data;
      const baru = new Map(r.target.get(indikator)).set(triwulan, { target, aksi });
      return { ...r, target: new Map(r.target).set(indikator, baru) };
    }
    case 'RencanaAksiDitetapkan':
      return { ...r, status: 'ditetapkan' };
  }
};

export const rencanaAksi: Decider<RencanaAksi, RencanaAksiCommand, RencanaAksiEvent> = {
  kategori: 'RencanaAksi',
  initial: { status: 'disusun', target: new Map() },
  decide,
  evolve,
};
