import type { Akta } from '../../src/kernel/akta.js';
import type { StatusPejabat } from '../../src/kernel/decider.js';
import type { Isi } from '../../src/planning/anggaran/anggaran.decider.js';
import type { TingkatAnggaran } from '../../src/planning/anggaran/kode.decider.js';
import type { Tahap } from '../../src/planning/anggaran/tahap.decider.js';
import type { IsiIku } from '../../src/planning/iku/iku.decider.js';
import type { IsiJabatan } from '../../src/planning/jabatan/jabatan.decider.js';
import type { Masa } from '../../src/planning/jabatan/masa.decider.js';
import type { IsiNomenklatur } from '../../src/planning/nomenklatur/nomenklatur.decider.js';
import type { Rincian } from '../../src/planning/opd/kepegawaian.decider.js';
import type { IsiPembubaran } from '../../src/planning/opd/opd.decider.js';
import type { IsiSotk, IsiUnit } from '../../src/planning/opd/sotk.decider.js';
import type { IsiDasarHukum, Pencabutan } from '../../src/planning/pemda/dasar-hukum.decider.js';
import type { Kalender, Zona } from '../../src/planning/pemda/pemda.decider.js';
import type { Penutupan } from '../../src/planning/pemda/periode-dokumen.decider.js';
import type {
  Kebutuhan,
  Naskah,
  Pemegang,
  SebabPerubahan,
  VersiPk,
} from '../../src/planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { IsiSimpul, KunciCrosscutting, Unsur } from '../../src/planning/pohon-kinerja/simpul.decider.js';
import type { TingkatProgram } from '../../src/planning/program/program.decider.js';
import type { IsiTarget, TandaAksi } from '../../src/planning/rencana-aksi/aksi.decider.js';
import type { AlasanPerubahan } from '../../src/planning/rencana-aksi/rencana-aksi.decider.js';
import type { IsiUsulan, PutusanUsulan } from '../../src/planning/rencana-kinerja/usulan.decider.js';
import type {
  DefinisiIndikator,
  IsiIsu,
  IsiPermasalahan,
  IsiPrioritas,
  IsiRenstra,
  IsiSasaran,
  LetakIndikator,
  Melayani,
} from '../../src/planning/renstra/naskah-renstra.decider.js';
import type { Skala } from '../../src/reporting/capaian.js';
import type { Sah } from './vonis.js';

export type DasarHukum = IsiDasarHukum & { dicabut: Pencabutan | null };
export type Register = Record<string, DasarHukum>;
export type Pemda = {
  nama: string | null; // null: not registered
  zona: Zona | null;
  skala: Skala | null;
  kalender: Record<number, Kalender>;
  dasarHukum: Register;
};
export type Sotk = IsiSotk & { ditetapkan: boolean; unit: Record<string, IsiUnit> };
export type Opd = {
  nama: string | null;
  skala: Record<number, Skala>;
  bubar: IsiPembubaran | null;
  sotk: Sotk[];
  kepegawaian: Record<string, Rincian>; // by '<dimensi> <tanggal>'
  dasarHukum: Register;
};
export type Jabatan = { isi: IsiJabatan; ditutup: string | null; masa: Masa[] };
/** What was decided for all, and for one OPD since. */
export type Periode = {
  triwulan: Record<number, { semua: boolean; satu: Record<string, boolean> }>;
  dokumen: Record<string, { semua: Penutupan | null; satu: Record<string, Penutupan | null> }>;
};

export type Indikator = {
  definisi: DefinisiIndikator;
  target: Record<string, string>; // by year, 'akhir' for the end target
  lampau: Record<string, string>;
};
export type NaskahRenstra = {
  isi: IsiRenstra & { jenis: NonNullable<IsiRenstra['jenis']> };
  misi: Record<string, string>;
  tujuan: Record<string, { uraian: string; misi: number[] }>;
  sasaran: Record<string, IsiSasaran>;
  indikator: Record<string, Indikator>;
  hubungan: Record<string, true>; // by '<tingkat> <kode> <indikator>'
  prioritas: Record<string, IsiPrioritas>;
  keselarasan: Record<string, Melayani>; // by '<tingkat> <kode>'
  isu: Record<string, IsiIsu>;
  permasalahan: Record<string, IsiPermasalahan>;
};
export type VersiRenstra = { mulaiBerlaku: number; naskah: NaskahRenstra };
/** `versi`: those that were ditetapkan, oldest first; `rancangan`: the first text, or a Perubahan, being written. */
export type Renstra = {
  versi: VersiRenstra[];
  rancangan: VersiRenstra | null;
  dialihkan: Record<string, { ke: LetakIndikator; sejak: number }>; // by indicator: whose it is from a year on
  diterima: Record<string, { dari: LetakIndikator; sejak: number }>; // and whose it was before
};

export type Nomenklatur = {
  isi: IsiNomenklatur;
  kode: Record<string, { nama: string; satuan: string | null }>;
  ditetapkan: boolean;
};
export type Program = Record<
  string,
  { nama: string; tingkat: TingkatProgram; induk: string | null; sasaran: string[]; indikator: string[] }
>;
export type Rkt = Record<'murni' | 'perubahan', { ditetapkan: boolean; target: Record<string, string> }> & {
  usulan: Record<string, IsiUsulan & { putusan: PutusanUsulan | null }>;
};
/** Targets by '<indikator> <triwulan>'; `sendiri`: those that a Perubahan itself said. */
export type VersiAksi = {
  sebab: (AlasanPerubahan & { cara: Sah }) | null;
  ditetapkan: boolean;
  target: Record<string, IsiTarget>;
  sendiri: Record<string, true>;
};
export type RencanaAksi = { versi: VersiAksi[]; tanda: Record<string, TandaAksi> };
export type SetIku = {
  mulaiBerlaku: number;
  alasan: string | null;
  akta: Akta | null; // null: being drafted
  indikator: Record<string, IsiIku & { versi: number }>;
};
export type Anggaran = {
  tahap: (Tahap & { akta: Akta | null })[];
  baris: Record<string, { tingkat: TingkatAnggaran; isi: Record<string, Isi> }>; // isi by the stage's name
};
export type Penandatangan = { pihak: 1 | 2; jabatan: string; subjek: string | null };
export type VersiPerjanjian = {
  status: VersiPk['status'];
  naskah: Naskah;
  pemegang: Pemegang;
  tanda: Penandatangan[];
};
export type Pk = { versi: VersiPerjanjian[]; kebutuhan: Partial<Record<SebabPerubahan, Kebutuhan>> };
export type Simpul = IsiSimpul & {
  indikator: string[];
  unsur: Unsur | null;
  jabatan: string | null;
  crosscutting: Record<string, KunciCrosscutting & { uraian: string }>;
};
export type { StatusPejabat };
