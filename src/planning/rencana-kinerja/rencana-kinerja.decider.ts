import { faktaBaru } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { labelAtauNull } from '../../kernel/teks.js';
import { nilaiSah } from '../../reporting/capaian.js';
import type { DefinisiIndikator } from '../renstra/renstra.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type Jenis = 'murni' | 'perubahan';

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
// Rencana Kinerja Tahunan: the only source of targets outside the PK. A target counts from RktDitetapkan of its jenis on.
export type RencanaKinerjaEvent =
  | {
      type: 'TargetRktDicatat';
      data: Oleh & {
        jenis: Jenis;
        indikator: string;
        target: string;
        sebelum: string | null;
        berdasarkan: Dasar[];
      };
    }
  | { type: 'RktDitetapkan'; data: Oleh & { jenis: Jenis; keputusan: string | null } };
export type RencanaKinerjaCommand =
  | (Oleh & {
      type: 'CatatTarget';
      jenis: Jenis;
      indikator: string;
      target: string;
      definisi: DefinisiIndikator | null;
      dalamPk: boolean;
      berdasarkan: Dasar[];
    })
  | (Oleh & { type: 'Tetapkan'; jenis: Jenis; keputusan: string | null });
type Perintah<T extends RencanaKinerjaCommand['type']> = Extract<RencanaKinerjaCommand, { type: T }>;

export type Rkt = {
  readonly status: 'disusun' | 'ditetapkan';
  readonly target: ReadonlyMap<string, string>; // by indikator
};
export type RencanaKinerja = { readonly [J in Jenis]: Rkt };

/** The target of the year outside the PK, of what is ditetapkan: perubahan before murni; null when neither has it. */
export const targetRkt = (r: RencanaKinerja, indikator: string): { target: string; jenis: Jenis } | null => {
  for (const jenis of ['perubahan', 'murni'] as const) {
    const target = r[jenis].status === 'ditetapkan' ? r[jenis].target.get(indikator) : undefined;
    if (target !== undefined) return { target, jenis };
  }
  return null;
};

const wajibMurniDitetapkan = (r: RencanaKinerja, jenis: Jenis): void => {
  if (jenis === 'perubahan' && r.murni.status !== 'ditetapkan') tolak('MURNI_BELUM_DITETAPKAN');
};

/** What was ditetapkan is replaced by a later document, never edited; paper may add what it knew all along. */
const wajibTerbuka = (r: RencanaKinerja, jenis: Jenis, cara: Cara): void => {
  if (cara === 'elektronik' && r[jenis].status === 'ditetapkan')
    tolak(jenis === 'murni' ? 'MURNI_SUDAH_DITETAPKAN' : 'KEADAAN_TIDAK_SESUAI', { jenis });
};

const catatTarget = (c: Perintah<'CatatTarget'>, r: RencanaKinerja): RencanaKinerjaEvent[] => {
  const { jenis, indikator, target, oleh, cara, berdasarkan } = c;
  const d = c.definisi ?? tolak('INDIKATOR_TIDAK_DIKENAL', { indikator });
  if (c.dalamPk) return tolak('INDIKATOR_DALAM_PK', { indikator });
  if (!nilaiSah(d.polaritas, d.urutanPredikat, target, 'target'))
    return tolak('NILAI_TIDAK_SAH', { indikator, nilai: target.slice(0, 60) });
  wajibMurniDitetapkan(r, jenis);
  const sebelum = r[jenis].target.get(indikator) ?? null;
  if (!faktaBaru(cara, sebelum, target, { indikator, jenis })) return [];
  wajibTerbuka(r, jenis, cara);
  const data = { jenis, indikator, target, sebelum, oleh, cara, berdasarkan };
  return [{ type: 'TargetRktDicatat', data }];
};

const tetapkan = (
  { jenis, oleh, cara, ...c }: Perintah<'Tetapkan'>,
  r: RencanaKinerja,
): RencanaKinerjaEvent[] => {
  wajibMurniDitetapkan(r, jenis);
  if (r[jenis].status === 'ditetapkan') return [];
  if (cara === 'elektronik' && r[jenis].target.size === 0)
    return tolak('KEADAAN_TIDAK_SESUAI', { sebab: 'tanpa target', jenis });
  return [{ type: 'RktDitetapkan', data: { jenis, keputusan: labelAtauNull(c.keputusan), oleh, cara } }];
};

const decide = (c: RencanaKinerjaCommand, r: RencanaKinerja): RencanaKinerjaEvent[] =>
  c.type === 'CatatTarget' ? catatTarget(c, r) : tetapkan(c, r);

const evolve = (r: RencanaKinerja, { type, data }: RencanaKinerjaEvent): RencanaKinerja => {
  const rkt = r[data.jenis];
  switch (type) {
    case 'TargetRktDicatat':
      return {
        ...r,
        [data.jenis]: { ...rkt, target: new Map(rkt.target).set(data.indikator, data.target) },
      };
    case 'RktDitetapkan':
      return { ...r, [data.jenis]: { ...rkt, status: 'ditetapkan' } };
  }
};

const KOSONG: Rkt = { status: 'disusun', target: new Map() };
export const rencanaKinerja: Decider<RencanaKinerja, RencanaKinerjaCommand, RencanaKinerjaEvent> = {
  kategori: 'RencanaKinerja',
  initial: { murni: KOSONG, perubahan: KOSONG },
  decide,
  evolve,
};
