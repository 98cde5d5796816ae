import { faktaBaru } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { kodeBebas, label } from '../../kernel/teks.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type TingkatProgram = 'program' | 'kegiatan' | 'sub-kegiatan';

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
// The year's tree of program, kegiatan and sub kegiatan; the name is stored as printed that year.
export type ProgramEvent =
  | {
      type: 'ProgramDitambahkan';
      data: Oleh & {
        kode: string;
        nama: string;
        tingkat: TingkatProgram;
        induk: string | null;
        sebelum: string | null; // the name before
        nomenklatur?: string; // the version in force for the year; absent: none was loaded, or paper does not say
        berdasarkan: Dasar[];
      };
    }
  | { type: 'SasaranDidukung'; data: Oleh & { program: string; sasaran: string; berdasarkan: Dasar[] } }
  | {
      type: 'IndikatorProgramDihubungkan';
      data: Oleh & { kode: string; indikator: string; berdasarkan: Dasar[] };
    };
export type ProgramCommand =
  | (Oleh & {
      type: 'Tambah';
      kode: string;
      nama: string;
      tingkat: TingkatProgram;
      induk: string | null;
      renstraAda: boolean;
      nomenklatur: string | null;
      berdasarkan: Dasar[];
    })
  | (Oleh & {
      type: 'DukungSasaran';
      program: string;
      sasaran: string;
      sasaranDikenal: boolean;
      berdasarkan: Dasar[];
    })
  | (Oleh & {
      type: 'HubungkanIndikator';
      kode: string;
      indikator: string;
      indikatorDikenal: boolean;
      berdasarkan: Dasar[];
    });
type Perintah<T extends ProgramCommand['type']> = Extract<ProgramCommand, { type: T }>;

type Simpul = {
  readonly nama: string;
  readonly tingkat: TingkatProgram;
  readonly induk: string | null;
  readonly sasaran: readonly string[];
  readonly indikator: readonly string[];
};
/** The tree of one OPD and year, by kode. */
export type Program = { readonly simpul: ReadonlyMap<string, Simpul> };

const DI_ATAS = { program: null, kegiatan: 'program', 'sub-kegiatan': 'kegiatan' } as const satisfies Record<
  TingkatProgram,
  TingkatProgram | null
>;

const wajibAda = (p: Program, kode: string): Simpul =>
  p.simpul.get(kode) ?? tolak('PROGRAM_TIDAK_DIKENAL', { kode });

const wajibDiBawah = (p: Program, tingkat: TingkatProgram, induk: string | null): void => {
  const tingkatInduk = induk === null ? null : wajibAda(p, induk).tingkat;
  if (tingkatInduk !== DI_ATAS[tingkat]) tolak('PROGRAM_TIDAK_DIKENAL', { kode: induk, tingkat });
};

const tambah = (c: Perintah<'Tambah'>, p: Program): ProgramEvent[] => {
  const { tingkat, induk, nomenklatur, oleh, cara, berdasarkan } = c;
  if (!c.renstraAda) return tolak('RENSTRA_BELUM_ADA');
  const [kode, nama] = [kodeBebas(c.kode), label(c.nama, 1_000)];
  wajibDiBawah(p, tingkat, induk);
  const ada = p.simpul.get(kode);
  if (ada !== undefined && (ada.tingkat !== tingkat || ada.induk !== induk))
    return tolak('SUDAH_ADA_BERBEDA', { kode, sebelum: ada.tingkat, sesudah: tingkat });
  const sebelum = ada?.nama ?? null;
  if (!faktaBaru(cara, sebelum, nama, { kode })) return [];
  const versi = nomenklatur === null ? {} : { nomenklatur };
  const data = { kode, nama, tingkat, induk, sebelum, ...versi, oleh, cara, berdasarkan };
  return [{ type: 'ProgramDitambahkan', data }];
};

const dukungSasaran = (c: Perintah<'DukungSasaran'>, p: Program): ProgramEvent[] => {
  const { program, sasaran, oleh, cara, berdasarkan } = c;
  const ada = wajibAda(p, program);
  if (!c.sasaranDikenal) return tolak('SASARAN_TIDAK_DIKENAL', { sasaran });
  if (ada.sasaran.includes(sasaran)) return [];
  return [{ type: 'SasaranDidukung', data: { program, sasaran, oleh, cara, berdasarkan } }];
};

const hubungkan = (c: Perintah<'HubungkanIndikator'>, p: Program): ProgramEvent[] => {
  const { kode, indikator, oleh, cara, berdasarkan } = c;
  const ada = wajibAda(p, kode);
  if (!c.indikatorDikenal) return tolak('INDIKATOR_TIDAK_DIKENAL', { indikator });
  if (ada.indikator.includes(indikator)) return [];
  return [{ type: 'IndikatorProgramDihubungkan', data: { kode, indikator, oleh, cara, berdasarkan } }];
};

const decide = (c: ProgramCommand, p: Program): ProgramEvent[] => {
  switch (c.type) {
    case 'Tambah':
      return tambah(c, p);
    case 'DukungSasaran':
      return dukungSasaran(c, p);
    case 'HubungkanIndikator':
      return hubungkan(c, p);
  }
};

const denganSimpul = (p: Program, kode: string, ubah: (s: Simpul) => Simpul): Program => {
  const ada = p.simpul.get(kode);
  return ada === undefined ? p : { simpul: new Map(p.simpul).set(kode, ubah(ada)) };
};

const evolve = (p: Program, { type, data }: ProgramEvent): Program => {
  switch (type) {
    case 'ProgramDitambahkan': {
      const { kode, nama, tingkat, induk } = data;
      const { sasaran, indikator } = p.simpul.get(kode) ?? { sasaran: [], indikator: [] };
      return { simpul: new Map(p.simpul).set(kode, { nama, tingkat, induk, sasaran, indikator }) };
    }
    case 'SasaranDidukung':
      return denganSimpul(p, data.program, (s) => ({ ...s, sasaran: [...s.sasaran, data.sasaran] }));
    case 'IndikatorProgramDihubungkan':
      return denganSimpul(p, data.kode, (s) => ({ ...s, indikator: [...s.indikator, data.indikator] }));
  }
};

export const program: Decider<Program, ProgramCommand, ProgramEvent> = {
  kategori: 'Program',
  initial: { simpul: new Map() },
  decide,
  evolve,
};
