import { faktaBaru } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { Peta } from '../../kernel/peta.js';
import { catatCrosscutting, hapusCrosscutting } from './crosscutting.decider.js';
import {
  hapusSimpul,
  type IsiSimpul,
  type KunciCrosscutting,
  type PohonKinerja,
  type Simpul,
  simpulDari,
  type TingkatUnsur,
  tetapkanSimpul,
  type Unsur,
  wajibSimpul,
} from './simpul.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
// The tree of results of an OPD (or of the pemda itself) over the years of its Renstra: conditions, not offices.
export type PohonKinerjaEvent =
  | {
      type: 'SimpulDitetapkan';
      data: Oleh & IsiSimpul & { kode: string; sebelum: IsiSimpul | null; berdasarkan: Dasar[] };
    }
  | { type: 'SimpulDihapus'; data: Oleh & { kode: string; alasan: string; sebelum: IsiSimpul } }
  | {
      type: 'IndikatorSimpulDihubungkan';
      data: Oleh & { simpul: string; indikator: string; berdasarkan: Dasar[] };
    }
  | { type: 'IndikatorSimpulDilepas'; data: Oleh & { simpul: string; indikator: string } }
  | {
      type: 'UnsurDitautkan';
      data: Oleh & { simpul: string; unsur: Unsur | null; sebelum: Unsur | null; berdasarkan: Dasar[] };
    }
  | {
      type: 'PenanggungJawabSimpulDitetapkan';
      data: Oleh & {
        simpul: string;
        jabatan: string | null; // the office's key
        sebelum: string | null;
        berdasarkan: Dasar[];
      };
    }
  | {
      type: 'CrosscuttingDicatat';
      data: Oleh &
        KunciCrosscutting & { simpul: string; uraian: string; sebelum: string | null; berdasarkan: Dasar[] };
    }
  | { type: 'CrosscuttingDihapus'; data: Oleh & KunciCrosscutting & { simpul: string; sebelum: string } };
export type PohonKinerjaCommand =
  | (Oleh & IsiSimpul & { type: 'TetapkanSimpul'; kode: string; opdTerdaftar: boolean; berdasarkan: Dasar[] })
  | (Oleh & { type: 'HapusSimpul'; kode: string; alasan: string })
  | (Oleh & {
      type: 'HubungkanIndikator';
      simpul: string;
      indikator: string;
      indikatorDikenal: boolean;
      berdasarkan: Dasar[];
    })
  | (Oleh & { type: 'LepasIndikator'; simpul: string; indikator: string })
  | (Oleh & {
      type: 'TautkanUnsur';
      simpul: string;
      unsur: Unsur | null;
      unsurDikenal: boolean;
      berdasarkan: Dasar[];
    })
  | (Oleh & {
      type: 'TetapkanPenanggungJawab';
      simpul: string;
      jabatan: string | null;
      jabatanAda: boolean;
      berdasarkan: Dasar[];
    })
  | (Oleh &
      KunciCrosscutting & {
        type: 'CatatCrosscutting';
        simpul: string;
        uraian: string;
        /** Whether that OPD is registered and another one, and whether it has that result. */
        opdLainTerdaftar: boolean;
        simpulLainDikenal: boolean;
        berdasarkan: Dasar[];
      })
  | (Oleh & KunciCrosscutting & { type: 'HapusCrosscutting'; simpul: string });
export type PerintahPohon<T extends PohonKinerjaCommand['type']> = Extract<PohonKinerjaCommand, { type: T }>;

const hubungkan = (c: PerintahPohon<'HubungkanIndikator'>, p: PohonKinerja): PohonKinerjaEvent[] => {
  const { simpul, indikator, oleh, cara, berdasarkan } = c;
  const ada = wajibSimpul(p, simpul);
  if (!c.indikatorDikenal) return tolak('INDIKATOR_TIDAK_DIKENAL', { indikator });
  if (ada.indikator.includes(indikator)) return [];
  return [{ type: 'IndikatorSimpulDihubungkan', data: { simpul, indikator, oleh, cara, berdasarkan } }];
};

const lepas = (c: PerintahPohon<'LepasIndikator'>, p: PohonKinerja): PohonKinerjaEvent[] => {
  const { simpul, indikator, oleh, cara } = c;
  if (!wajibSimpul(p, simpul).indikator.includes(indikator)) return [];
  return [{ type: 'IndikatorSimpulDilepas', data: { simpul, indikator, oleh, cara } }];
};

const TAK_DIKENAL = {
  tujuan: 'TUJUAN_TIDAK_DIKENAL',
  sasaran: 'SASARAN_TIDAK_DIKENAL',
  program: 'PROGRAM_TIDAK_DIKENAL',
  kegiatan: 'PROGRAM_TIDAK_DIKENAL',
  'sub-kegiatan': 'PROGRAM_TIDAK_DIKENAL',
} as const satisfies Record<TingkatUnsur, string>;

const tautkan = (c: PerintahPohon<'TautkanUnsur'>, p: PohonKinerja): PohonKinerjaEvent[] => {
  const { simpul, unsur, oleh, cara, berdasarkan } = c;
  const { unsur: sebelum } = wajibSimpul(p, simpul);
  if (unsur !== null && !c.unsurDikenal) {
    const { tingkat, kode } = unsur;
    return tolak(TAK_DIKENAL[tingkat], { [tingkat]: kode, kode });
  }
  if (!faktaBaru(cara, sebelum, unsur, { simpul })) return [];
  return [{ type: 'UnsurDitautkan', data: { simpul, unsur, sebelum, oleh, cara, berdasarkan } }];
};

const tanggungJawab = (c: PerintahPohon<'TetapkanPenanggungJawab'>, p: PohonKinerja): PohonKinerjaEvent[] => {
  const { simpul, jabatan, oleh, cara, berdasarkan } = c;
  const { jabatan: sebelum } = wajibSimpul(p, simpul);
  if (jabatan !== null && !c.jabatanAda) return tolak('JABATAN_BELUM_ADA', { jabatan });
  if (!faktaBaru(cara, sebelum, jabatan, { simpul })) return [];
  const data = { simpul, jabatan, sebelum, oleh, cara, berdasarkan };
  return [{ type: 'PenanggungJawabSimpulDitetapkan', data }];
};

const decide = (c: PohonKinerjaCommand, p: PohonKinerja): PohonKinerjaEvent[] => {
  switch (c.type) {
    case 'TetapkanSimpul':
      return tetapkanSimpul(c, p);
    case 'HapusSimpul':
      return hapusSimpul(c, p);
    case 'HubungkanIndikator':
      return hubungkan(c, p);
    case 'LepasIndikator':
      return lepas(c, p);
    case 'TautkanUnsur':
      return tautkan(c, p);
    case 'TetapkanPenanggungJawab':
      return tanggungJawab(c, p);
    case 'CatatCrosscutting':
      return catatCrosscutting(c, p);
    case 'HapusCrosscutting':
      return hapusCrosscutting(c, p);
  }
};

const SIMPUL_BARU = { indikator: [], unsur: null, jabatan: null, crosscutting: [] } as const;

/** A result after one event about it; null: it is gone. Shared with the view, which keeps the same facts. */
export const simpulSetelah = (ada: Simpul | null, { type, data }: PohonKinerjaEvent): Simpul | null => {
  if (type === 'SimpulDitetapkan') {
    const { tingkat, uraian, induk, faktorKunci } = data;
    return { ...(ada ?? SIMPUL_BARU), tingkat, uraian, induk, faktorKunci };
  }
  if (ada === null) return null;
  switch (type) {
    case 'SimpulDihapus':
      return null;
    case 'IndikatorSimpulDihubungkan':
      return { ...ada, indikator: [...ada.indikator, data.indikator] };
    case 'IndikatorSimpulDilepas':
      return { ...ada, indikator: ada.indikator.filter((i) => i !== data.indikator) };
    case 'UnsurDitautkan':
      return { ...ada, unsur: data.unsur };
    case 'PenanggungJawabSimpulDitetapkan':
      return { ...ada, jabatan: data.jabatan };
    case 'CrosscuttingDicatat': {
      const { opd, simpulLain, uraian } = data;
      const baru = { opd, simpulLain, uraian };
      const letak = ada.crosscutting.findIndex((x) => x.opd === opd && x.simpulLain === simpulLain);
      const daftar = ada.crosscutting;
      return { ...ada, crosscutting: letak < 0 ? [...daftar, baru] : daftar.with(letak, baru) };
    }
    case 'CrosscuttingDihapus': {
      const sisa = ada.crosscutting.filter((x) => x.opd !== data.opd || x.simpulLain !== data.simpulLain);
      return { ...ada, crosscutting: sisa };
    }
  }
};

/** Which result an event is about. */
export const kodeSimpul = ({ data }: PohonKinerjaEvent): string => ('kode' in data ? data.kode : data.simpul);

const evolve = (p: PohonKinerja, event: PohonKinerjaEvent): PohonKinerja => {
  const kode = kodeSimpul(event);
  return { simpul: p.simpul.dengan(kode, simpulSetelah(simpulDari(p, kode), event)) };
};

export const pohonKinerja: Decider<PohonKinerja, PohonKinerjaCommand, PohonKinerjaEvent> = {
  kategori: 'PohonKinerja',
  initial: { simpul: Peta.kosong() },
  decide,
  evolve,
};
