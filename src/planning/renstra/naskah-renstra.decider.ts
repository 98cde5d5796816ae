import type { Akta, Penetapan } from '../../kernel/akta.js';
import type { Cara, Dasar, Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { Peta } from '../../kernel/peta.js';
import type { Agregasi, Polaritas } from '../../reporting/capaian.js';

export type Oleh = { oleh: Pejabat; cara: Cara };
export type Strategi = { uraian: string; arahKebijakan: string[] };
export type LevelIndikator = 'tujuan' | 'sasaran' | 'program' | 'kegiatan' | 'sub-kegiatan';
export type Tingkat = 'tujuan' | 'sasaran';
/** An OPD plans a Renstra; the pemda itself an RPJMD, or an RPD for the years between two kepala daerah. */
export type JenisRenstra = 'renstra' | 'rpjmd' | 'rpd';
export const NAMA_JENIS: Readonly<Record<JenisRenstra, string>> = {
  renstra: 'Renstra',
  rpjmd: 'RPJMD',
  rpd: 'RPD',
};
export type DefinisiIndikator = {
  kode: string;
  nama: string;
  satuan: string;
  level: LevelIndikator;
  iku: boolean;
  polaritas: Polaritas;
  agregasi: Agregasi;
  desimal: number; // 0..6
  urutanPredikat: string[] | null; // polaritas predikat only, worst first
  definisi: string | null;
  pembilang: string | null;
  penyebut: string | null;
  sumberData: string | null;
  penanggungJawab: string | null; // the Bidang: code of an office of the same OPD, or its printed name when taken over from paper
  kondisiAwal: { tahun: number | null; nilai: string | null } | null;
};

export type IsiRenstra = {
  selesai: number;
  visi: string | null;
  misi: string | null;
  jenis?: JenisRenstra; // absent: renstra
  alasanTanpaVisi?: string;
};
export type IsiSasaran = { tujuan: string; uraian: string; strategi: Strategi[] };
export type IsiPrioritas = { nama: string; sasaran: string[]; opd: string[] };
/** What of the pemda's plan (first year, tujuan or sasaran) a tujuan or sasaran of an OPD serves. */
export type Melayani = { mulai: number; tingkat: Tingkat; kode: string };
export type IsiIsu = { uraian: string; sasaran: string[] };
export type IsiPermasalahan = {
  uraian: string;
  isu: string | null;
  sasaran: string[];
  solusi: string | null;
};
/** An indicator as one Renstra knows it: whose, of which period, under which code. */
export type LetakIndikator = { opd: string; mulai: number; kode: string };
export type Ujung = { tingkat: Tingkat; kode: string };
export type Unsur =
  | 'misi'
  | 'tujuan'
  | 'sasaran'
  | 'indikator'
  | 'program-prioritas'
  | 'isu-strategis'
  | 'permasalahan';

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
/** What the text of a Renstra is made of. */
export type PeristiwaNaskah =
  | {
      type: 'RenstraDisusun';
      data: Oleh & IsiRenstra & { mulai: number; sebelum: IsiRenstra | null; berdasarkan: Dasar[] };
    }
  | { type: 'MisiDitambahkan'; data: Oleh & { nomor: number; uraian: string; sebelum: string | null } }
  // misi absent: as before
  | {
      type: 'TujuanDitambahkan';
      data: Oleh & {
        kode: string;
        uraian: string;
        misi?: number[];
        sebelum: string | null;
        misiSebelum?: number[];
      };
    }
  | { type: 'SasaranDitambahkan'; data: Oleh & IsiSasaran & { kode: string; sebelum: IsiSasaran | null } }
  | { type: 'IndikatorDitetapkan'; data: Oleh & DefinisiIndikator & { sebelum: DefinisiIndikator | null } }
  | { type: 'IndikatorDihubungkan'; data: Oleh & { indikator: string; tingkat: Tingkat; kode: string } }
  // tahun null: the end target of the period (targetAkhir)
  | {
      type: 'TargetRenstraDitetapkan';
      data: Oleh & { indikator: string; tahun: number | null; target: string; sebelum: string | null };
    }
  // a year before Amanah: what the paper reports of that year say
  | {
      type: 'RealisasiLampauDicatat';
      data: Oleh & { indikator: string; tahun: number; realisasi: string; sebelum: string | null };
    }
  | {
      type: 'ProgramPrioritasDitetapkan';
      data: Oleh & IsiPrioritas & { kode: string; sebelum: IsiPrioritas | null; berdasarkan: Dasar[] };
    }
  | {
      type: 'RenstraDiselaraskan';
      data: Oleh & {
        tingkat: Tingkat;
        kode: string;
        melayani: Melayani;
        sebelum: Melayani | null;
        berdasarkan: Dasar[];
      };
    }
  | {
      type: 'KeselarasanDilepas';
      data: Oleh & { tingkat: Tingkat; kode: string; sebelum: Melayani; alasan: string };
    }
  | { type: 'IsuStrategisDicatat'; data: Oleh & IsiIsu & { kode: string; sebelum: IsiIsu | null } }
  | {
      type: 'PermasalahanDicatat';
      data: Oleh & IsiPermasalahan & { kode: string; sebelum: IsiPermasalahan | null };
    }
  | {
      type: 'IndikatorDilepas';
      data: Oleh & { indikator: string; tingkat: Tingkat; kode: string; alasan: string };
    }
  | { type: 'UnsurRenstraDihapus'; data: Oleh & { unsur: Unsur; kode: string; alasan: string } }
  // a change of SOTK: from `sejak` on the indicator is another OPD's
  | {
      type: 'IndikatorDialihkan';
      data: Oleh & {
        indikator: string;
        ke: LetakIndikator;
        sejak: number;
        alasan: string;
        berdasarkan: Dasar[];
      };
    }
  // the other end, in the successor's Renstra: as it was defined, with the targets of the years from `sejak` on
  | {
      type: 'IndikatorDiterima';
      data: Oleh & {
        indikator: string;
        dari: LetakIndikator;
        sejak: number;
        definisi: DefinisiIndikator;
        target: { tahun: number | null; target: string }[];
        induk: Ujung | null;
        alasan: string;
        berdasarkan: Dasar[];
      };
    };
/** What becomes of the text: versi absent is the first. */
export type PeristiwaVersi =
  | {
      type: 'RenstraDitetapkan';
      data: Oleh & { keputusan: string | null; versi?: number; akta?: Akta };
    }
  | {
      type: 'PerubahanRenstraDimulai';
      data: Oleh & { versi: number; alasan: string; mulaiBerlaku: number };
    }
  | { type: 'PerubahanRenstraDibatalkan'; data: Oleh & { versi: number; alasan: string } }
  // never ditetapkan: from here on as if it had not been written
  | { type: 'RenstraDibatalkan'; data: Oleh & { alasan: string } };
export type RenstraEvent = PeristiwaNaskah | PeristiwaVersi;

export type IsiTujuan = { readonly uraian: string; readonly misi: readonly number[] };
export type IndikatorRenstra = {
  readonly definisi: DefinisiIndikator;
  readonly target: ReadonlyMap<number | null, string>; // by year; null: the end target
  readonly lampau: ReadonlyMap<number, string>; // realisasi of earlier years
};
export type Renstra = {
  readonly versi: number;
  readonly mulaiBerlaku: number;
  readonly terdahulu: readonly Renstra[]; // see Berversi
  readonly rancangan: Renstra | null;
  readonly status: 'kosong' | 'disusun' | 'ditetapkan';
  readonly penetapan: Penetapan | null; // of this version
  readonly jenis: JenisRenstra;
  readonly mulai: number;
  readonly selesai: number;
  readonly visi: string | null;
  readonly alasanTanpaVisi: string | null;
  readonly misi: string | null; // as one text; numbered ones are in daftarMisi
  readonly daftarMisi: Peta<string>; // by number
  readonly tujuan: Peta<IsiTujuan>;
  readonly sasaran: Peta<IsiSasaran>;
  readonly indikator: Peta<IndikatorRenstra>;
  readonly hubungan: Peta<Hubungan>;
  readonly dialihkan: Peta<Dialihkan>; // by indicator; the same in every version
  readonly diterima: Peta<Diterima>; // likewise
  readonly prioritas: Peta<IsiPrioritas>;
  readonly keselarasan: Peta<Melayani>;
  readonly isu: Peta<IsiIsu>;
  readonly permasalahan: Peta<IsiPermasalahan>;
};
export type Dialihkan = { readonly ke: LetakIndikator; readonly sejak: number };
export type Diterima = { readonly dari: LetakIndikator; readonly sejak: number };
export type Hubungan = { readonly indikator: string; readonly tingkat: Tingkat; readonly kode: string };

export const RENSTRA_KOSONG: Renstra = {
  status: 'kosong',
  penetapan: null,
  jenis: 'renstra',
  versi: 1,
  mulaiBerlaku: 0,
  terdahulu: [],
  rancangan: null,
  mulai: 0,
  selesai: 0,
  visi: null,
  alasanTanpaVisi: null,
  misi: null,
  daftarMisi: Peta.kosong(),
  tujuan: Peta.kosong(),
  sasaran: Peta.kosong(),
  indikator: Peta.kosong(),
  hubungan: Peta.kosong(),
  dialihkan: Peta.kosong(),
  diterima: Peta.kosong(),
  prioritas: Peta.kosong(),
  keselarasan: Peta.kosong(),
  isu: Peta.kosong(),
  permasalahan: Peta.kosong(),
};

/** A code has no blank (kodeBebas), so the parts read one way only. */
export const kunciHubungan = (h: Hubungan): string => `${h.tingkat} ${h.kode} ${h.indikator}`;
export const kunciSelaras = (s: Ujung): string => `${s.tingkat} ${s.kode}`;

/** What RenstraDisusun says, as it stands. */
export const pokokRenstra = ({ selesai, visi, misi, jenis, alasanTanpaVisi }: Renstra): IsiRenstra => ({
  selesai,
  visi,
  misi,
  ...(jenis === 'renstra' ? {} : { jenis }),
  ...(alasanTanpaVisi === null ? {} : { alasanTanpaVisi }),
});

const STRATEGIS: readonly LevelIndikator[] = ['tujuan', 'sasaran'];
export const strategis = (level: LevelIndikator): boolean => STRATEGIS.includes(level);

/** What is true of every version: results of earlier years, and whose an indicator is. */
const SEMUA_VERSI: readonly PeristiwaNaskah['type'][] = [
  'RealisasiLampauDicatat',
  'IndikatorDialihkan',
  'IndikatorDiterima',
];

/**
 * Whether an open Perubahan alone takes an event: what is decided here of tujuan and sasaran, and of the indicators at
 * their level (`level`: of the indicator that the event is about). Below them the year's program tree goes on growing
 * in every version, and so does what paper knew all along.
 */
export const milikRancangan = ({ type, data }: PeristiwaNaskah, level: LevelIndikator | null): boolean => {
  if (data.cara === 'dicatat' || SEMUA_VERSI.includes(type)) return false;
  return level === null || strategis(level);
};

// What was ditetapkan is replaced by a Perubahan, never edited; paper may add what it knew all along.
export const wajibTerbuka = (r: Renstra, cara: Cara, level: LevelIndikator): void => {
  if (cara === 'elektronik' && r.status === 'ditetapkan' && strategis(level))
    tolak('RENSTRA_SUDAH_DITETAPKAN');
};

export const wajibUjung = (r: Renstra, tingkat: Tingkat, kode: string): void => {
  if (tingkat === 'tujuan' && !r.tujuan.has(kode)) tolak('TUJUAN_TIDAK_DIKENAL', { tujuan: kode });
  if (tingkat === 'sasaran') wajibSasaran(r, [kode]);
};

export const wajibSasaran = (r: Renstra, daftar: readonly string[]): void => {
  for (const sasaran of daftar) if (!r.sasaran.has(sasaran)) tolak('SASARAN_TIDAK_DIKENAL', { sasaran });
};

export const wajibIndikator = (r: Renstra, indikator: string): IndikatorRenstra =>
  r.indikator.get(indikator) ?? tolak('INDIKATOR_TIDAK_DIKENAL', { indikator });
