import type { TingkatAnggaran } from '../../planning/anggaran/kode.decider.js';
import type { Tahap } from '../../planning/anggaran/tahap.decider.js';
import type { Zona } from '../../planning/pemda/pemda.decider.js';
import type { TingkatProgram } from '../../planning/program/program.decider.js';
import type { Jenis } from '../../planning/rencana-kinerja/rencana-kinerja.decider.js';
import type { LetakIndikator } from '../../planning/renstra/naskah-renstra.decider.js';
import type { DefinisiIndikator, Strategi } from '../../planning/renstra/renstra.decider.js';
import type { Skala, StatusPengukuran, Triwulan } from '../../reporting/capaian.js';
import type { Banding } from '../../reporting/pembanding/pembanding.decider.js';
import type { Ukuran } from '../../reporting/pengukuran/pengukuran.decider.js';

/** Log positions of the events that made a fact: the entry that stands, then its corrections. */
export type Asal = { readonly asal: readonly number[] };

export type FaktaPemda = Readonly<{
  jenis: 'pemda';
  pemda: string;
  nama: string;
  zona: Zona;
  skala: Skala | null;
}>;

export type TujuanRenstra = Readonly<{ kode: string; uraian: string }>;
export type SasaranRenstra = Readonly<{
  tujuan: string;
  kode: string;
  uraian: string;
  strategi: readonly Strategi[];
}>;
export type HubunganRenstra = Readonly<{ indikator: string; tingkat: 'tujuan' | 'sasaran'; kode: string }>;
export type TargetRenstra = Readonly<{ indikator: string; tahun: number | null; target: string }> & Asal;
export type RealisasiLampau = Readonly<{ indikator: string; tahun: number; realisasi: string }> & Asal;
export type IndikatorDialihkan = Readonly<{ indikator: string; ke: LetakIndikator; sejak: number }>;
export type IndikatorDiterima = Readonly<{ indikator: string; dari: LetakIndikator; sejak: number }>;
/** The version in force, with those before it and the Perubahan that is being written (planning/renstra/versi.decider.ts). */
export type Renstra = Readonly<{
  versi: number;
  mulaiBerlaku: number;
  terdahulu: readonly Renstra[];
  rancangan: Renstra | null;
  mulai: number;
  selesai: number;
  visi: string | null;
  misi: string | null;
  ditetapkan: boolean;
  tujuan: readonly TujuanRenstra[];
  sasaran: readonly SasaranRenstra[];
  indikator: readonly Readonly<DefinisiIndikator>[];
  hubungan: readonly HubunganRenstra[];
  target: readonly TargetRenstra[];
  lampau: readonly RealisasiLampau[];
  // left out where no change of SOTK moved an indicator: every version has the same
  dialihkan?: readonly IndikatorDialihkan[];
  diterima?: readonly IndikatorDiterima[];
}>;
export type FaktaOpd = Readonly<{
  jenis: 'opd';
  pemda: string;
  opd: string;
  nama: string;
  skala: readonly Readonly<{ tahun: number; skala: Skala }>[];
  renstra: readonly Renstra[]; // oldest first
  pembanding: readonly (Readonly<Banding> & Asal)[];
}>;

export type ProgramTahun = Readonly<{
  kode: string;
  nama: string;
  tingkat: TingkatProgram;
  induk: string | null;
}>;
export type TargetRkt = Readonly<{ jenis: Jenis; indikator: string; target: string }> & Asal;
/** One version of the PK of the head of the OPD; asal: proposal, signatures, entry into force. */
export type VersiPk = Readonly<{
  versi: number;
  berlaku: boolean;
  target: readonly Readonly<{ indikator: string; target: string }>[];
  program: readonly string[];
}> &
  Asal;
export type RencanaTriwulan = Readonly<{ indikator: string; triwulan: Triwulan; target: string }> & Asal;
export type Pagu = Readonly<{
  tahap: Tahap;
  kode: string;
  tingkat: TingkatAnggaran;
  nama: string | null;
  sumberDana: string | null;
  pagu: string;
}> &
  Asal;
export type SerapanTriwulan = Readonly<{ triwulan: Triwulan; kode: string; realisasi: string }> & Asal;
export type FaktaTahunan = Readonly<{
  jenis: 'tahun';
  tahun: number;
  program: readonly ProgramTahun[];
  dukungan: readonly Readonly<{ program: string; sasaran: string }>[];
  hubungan: readonly Readonly<{ kode: string; indikator: string }>[];
  rkt: readonly TargetRkt[];
  rktDitetapkan: readonly Readonly<{ jenis: Jenis; posisi: number }>[]; // a draft counts for nothing
  pk: readonly VersiPk[];
  rencanaAksi: readonly RencanaTriwulan[]; // as it is being written
  rencanaAksiBerlaku: readonly RencanaTriwulan[] | null; // what holds while a Perubahan is drafted; null: rencanaAksi does
  rencanaAksiDitetapkan: number | null; // position
  imporBerjalan: boolean; // begun and not finished: what stands here is not whole
  pagu: readonly Pagu[];
  serapan: readonly SerapanTriwulan[];
}>;

/**
 * Entries of one quarter: a row of their own, since they are what is written all day. Only what figures are computed
 * from: every entry rewrites the row, and its explanations may be longer than all the rest.
 */
export type FaktaPengukuran = Readonly<{
  jenis: 'triwulan';
  tahun: number;
  triwulan: Triwulan;
  status: StatusPengukuran;
  entri: readonly (Readonly<Ukuran & { indikator: string }> & Asal)[];
}>;

export type BarisCapaian = FaktaPemda | FaktaOpd | FaktaTahunan | FaktaPengukuran;

/**
 * Row keys. The kind stands in front, since a code may look like another kind's: OPD `71` of province `61`
 * would else share its row with the city `61.71`.
 */
export const kunciFakta = {
  pemda: (pemda: string) => `pemda:${pemda}`,
  opd: (pemda: string, opd: string) => `opd:${pemda}/${opd}`,
  tahun: (pemda: string, opd: string, tahun: number) => `tahun:${pemda}/${opd}/${tahun}`,
  triwulan: (pemda: string, opd: string, tahun: number, triwulan: number) =>
    `triwulan:${pemda}/${opd}/${tahun}/${triwulan}`,
} as const;

/** The pemda and OPD parts of a row key; opd is '' for the pemda's own row. */
export const bagianKunci = (kunci: string): Readonly<{ pemda: string; opd: string }> => {
  const [pemda = '', opd = ''] = kunci.slice(kunci.indexOf(':') + 1).split('/');
  return { pemda, opd };
};

/** The year of a row; null of those of the pemda and the OPD themselves. */
const tahunBaris = (kunci: string): string | null => kunci.split('/')[2] ?? null;

/** Does the row speak of no year, or of this one? */
export const barisTahun = (kunci: string, tahun: number): boolean =>
  (tahunBaris(kunci) ?? `${tahun}`) === `${tahun}`;

/** Is it a quarter of another year? Those hold most of what is known of an OPD, and bear on comparisons only. */
export const triwulanTahunLain = (kunci: string, tahun: number): boolean =>
  kunci.startsWith('triwulan:') && !barisTahun(kunci, tahun);

/** Tags under which rows are listed. */
export const tandaFakta = {
  pemda: 'pemda',
  opdDari: (pemda: string) => `opd:${pemda}`,
  tahunDari: (pemda: string, opd: string) => `tahun:${pemda}/${opd}`,
} as const;
