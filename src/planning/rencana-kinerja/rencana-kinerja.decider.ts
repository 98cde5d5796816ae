import { type Akta, aktaSah, type Penetapan, penetapanDari } from '../../kernel/akta.js';
import { faktaBaru } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { Peta } from '../../kernel/peta.js';
import { labelAtauNull } from '../../kernel/teks.js';
import { nilaiSah } from '../../reporting/capaian.js';
import type { DefinisiIndikator } from '../renstra/renstra.decider.js';
import {
  type DaftarUsulan,
  decideUsulan,
  evolveUsulan,
  type IsiUsulan,
  type UsulanCommand,
  type UsulanEvent,
} from './usulan.decider.js';

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
        asal?: 'renstra' | 'murni'; // where usulkanRkt took it from
      };
    }
  | { type: 'RktDitetapkan'; data: Oleh & { jenis: Jenis; keputusan: string | null; akta?: Akta } }
  | UsulanEvent;
/** A target that the Renstra has for the year. */
export type TargetDariRenstra = { readonly indikator: string; readonly target: string };
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
  | (Oleh & {
      type: 'Usulkan';
      jenis: Jenis;
      target: readonly TargetDariRenstra[];
      dikenal: readonly string[]; // what the year's Renstra defines
      dalamPk: readonly string[];
      berdasarkan: Dasar[];
      usulan: readonly (IsiUsulan & { kode: string })[]; // what last year left open
      berdasarkanUsulan: Dasar[];
    })
  | (Oleh & { type: 'Tetapkan'; jenis: Jenis; keputusan: string | null; akta?: Akta })
  | UsulanCommand;
type Perintah<T extends RencanaKinerjaCommand['type']> = Extract<RencanaKinerjaCommand, { type: T }>;

export type Rkt = {
  readonly status: 'disusun' | 'ditetapkan';
  readonly penetapan: Penetapan | null;
  readonly target: Peta<string>; // by indikator; a file may bring thousands
};
export type RencanaKinerja = { readonly [J in Jenis]: Rkt } & { readonly usulan: DaftarUsulan };

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

/**
 * The RKT Perubahan starts from the murni, without what left the Renstra since; the Renstra fills in what neither has.
 * Indicators of the PK have no place here.
 */
const targetDiusulkan = (c: Perintah<'Usulkan'>, r: RencanaKinerja) => {
  const calon = new Map<string, { target: string; asal: 'renstra' | 'murni' }>();
  const dikenal = new Set(c.dikenal);
  for (const { indikator, target } of c.target) calon.set(indikator, { target, asal: 'renstra' });
  if (c.jenis === 'perubahan')
    for (const [indikator, target] of r.murni.target)
      if (dikenal.has(indikator)) calon.set(indikator, { target, asal: 'murni' });
  for (const indikator of c.dalamPk) calon.delete(indikator);
  for (const [indikator] of r[c.jenis].target) calon.delete(indikator);
  return calon;
};

const usulkan = (c: Perintah<'Usulkan'>, r: RencanaKinerja): RencanaKinerjaEvent[] => {
  const { jenis, oleh, cara, berdasarkan } = c;
  wajibMurniDitetapkan(r, jenis);
  const calon = targetDiusulkan(c, r);
  const usulan = c.usulan.filter(({ kode }) => !r.usulan.has(kode));
  if (calon.size > 0) wajibTerbuka(r, jenis, cara);
  return [
    ...[...calon].map(
      ([indikator, { target, asal }]): RencanaKinerjaEvent => ({
        type: 'TargetRktDicatat',
        data: { jenis, indikator, target, sebelum: null, oleh, cara, berdasarkan, asal },
      }),
    ),
    ...usulan.map(
      (u): RencanaKinerjaEvent => ({
        type: 'UsulanDicatat',
        data: { ...u, sebelum: null, oleh, cara, berdasarkan: c.berdasarkanUsulan },
      }),
    ),
  ];
};

const tetapkan = (c: Perintah<'Tetapkan'>, r: RencanaKinerja): RencanaKinerjaEvent[] => {
  const { jenis, oleh, cara } = c;
  wajibMurniDitetapkan(r, jenis);
  if (r[jenis].status === 'ditetapkan') return [];
  if (cara === 'elektronik' && r[jenis].target.size === 0)
    return tolak('KEADAAN_TIDAK_SESUAI', { sebab: 'tanpa target', jenis });
  const data = { jenis, keputusan: labelAtauNull(c.keputusan), oleh, cara };
  return [{ type: 'RktDitetapkan', data: c.akta === undefined ? data : { ...data, akta: aktaSah(c.akta) } }];
};

const decide = (c: RencanaKinerjaCommand, r: RencanaKinerja): RencanaKinerjaEvent[] => {
  switch (c.type) {
    case 'CatatTarget':
      return catatTarget(c, r);
    case 'Usulkan':
      return usulkan(c, r);
    case 'Tetapkan':
      return tetapkan(c, r);
    case 'CatatUsulan':
    case 'PutuskanUsulan':
      return decideUsulan(c, r.usulan);
  }
};

const evolve = (r: RencanaKinerja, event: RencanaKinerjaEvent): RencanaKinerja => {
  switch (event.type) {
    case 'TargetRktDicatat': {
      const { jenis, indikator, target } = event.data;
      return { ...r, [jenis]: { ...r[jenis], target: r[jenis].target.dengan(indikator, target) } };
    }
    case 'RktDitetapkan':
      return {
        ...r,
        [event.data.jenis]: {
          ...r[event.data.jenis],
          status: 'ditetapkan',
          penetapan: penetapanDari(event.data),
        },
      };
    case 'UsulanDicatat':
    case 'UsulanDiputuskan':
      return { ...r, usulan: evolveUsulan(r.usulan, event) };
  }
};

const KOSONG: Rkt = { status: 'disusun', penetapan: null, target: Peta.kosong() };
export const rencanaKinerja: Decider<RencanaKinerja, RencanaKinerjaCommand, RencanaKinerjaEvent> = {
  kategori: 'RencanaKinerja',
  initial: { murni: KOSONG, perubahan: KOSONG, usulan: new Map() },
  decide,
  evolve,
};
