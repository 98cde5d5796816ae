import type { StatusPejabat } from '../../kernel/decider.js';
import type { Kode } from '../../kernel/penolakan.js';
import type { SebabPerubahan } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { Jenis } from '../../planning/rencana-kinerja/rencana-kinerja.decider.js';
import type { LevelIndikator, Strategi } from '../../planning/renstra/renstra.decider.js';
import type { Agregasi, Polaritas, Triwulan } from '../capaian.js';

/** The file paket-kinerja@1, once its shape is checked (paket-kinerja.schema.json). A value that is not known is absent or null. */
export type Paket = {
  readonly format: 'paket-kinerja@1';
  readonly pemda: { readonly kode: string; readonly nama: string };
  readonly opd: { readonly kode: string; readonly nama: string };
  readonly tahun: number;
  readonly skala?: PaketSkala;
  readonly renstra: PaketRenstra;
  readonly indikator: readonly PaketIndikator[];
  readonly program?: readonly PaketProgram[];
  readonly perjanjianKinerja: readonly PaketPk[];
  readonly rkt?: readonly { readonly jenis?: Jenis; readonly indikator: string; readonly target: Nilai }[];
  readonly rencanaAksi?: readonly {
    readonly indikator: string;
    readonly triwulan: Triwulan;
    readonly target: Nilai;
    readonly aksi?: string;
  }[];
  readonly pengukuran?: readonly PaketPengukuran[];
  readonly anggaran?: readonly PaketAnggaran[];
  readonly pembanding?: readonly PaketPembanding[];
};

type Nilai = string | null;
type DaftarKode = readonly string[];
export type PaketSkala = {
  readonly kode: string;
  readonly nama: string;
  readonly sumber?: string;
  readonly kelas: readonly {
    readonly predikat: string;
    readonly batasBawah?: Nilai;
    readonly termasukBatas?: boolean;
  }[];
};
export type PaketRenstra = {
  readonly mulai: number;
  readonly selesai: number;
  readonly visi?: string;
  readonly misi?: string;
  readonly tujuan: readonly {
    readonly kode: string;
    readonly uraian: string;
    readonly indikator?: DaftarKode;
    readonly sasaran: readonly {
      readonly kode: string;
      readonly uraian: string;
      readonly indikator: DaftarKode;
      readonly strategi?: readonly (Pick<Strategi, 'uraian'> & Partial<Strategi>)[];
    }[];
  }[];
};
export type PaketIndikator = {
  readonly kode: string;
  readonly nama: string;
  readonly satuan: string;
  readonly level: LevelIndikator;
  readonly iku?: boolean;
  readonly polaritas: Polaritas;
  readonly agregasi?: Agregasi;
  readonly urutanPredikat?: readonly string[];
  readonly desimal?: number;
  readonly definisi?: string;
  readonly pembilang?: string;
  readonly penyebut?: string;
  readonly sumberData?: string;
  readonly penanggungJawab?: string;
  readonly kondisiAwal?: { readonly tahun?: number; readonly nilai?: Nilai };
  readonly target?: Readonly<Record<string, Nilai>>;
  readonly targetAkhir?: Nilai;
  readonly realisasi?: Readonly<Record<string, Nilai>>;
};
type PaketCabang = { readonly kode: string; readonly nama: string; readonly indikator?: DaftarKode };
export type PaketProgram = PaketCabang & {
  readonly sasaran?: DaftarKode;
  readonly kegiatan?: readonly (PaketCabang & { readonly subKegiatan?: readonly PaketCabang[] })[];
};
type PaketPihak = { readonly jabatan: string; readonly status?: StatusPejabat };
export type PaketPk = {
  readonly jenis: Jenis;
  readonly sebab?: SebabPerubahan;
  readonly tanggal?: string | null;
  readonly pihakPertama: PaketPihak;
  readonly pihakKedua: PaketPihak;
  readonly target: readonly { readonly indikator: string; readonly target: Nilai }[];
  readonly anggaran?: readonly {
    readonly program: string;
    readonly pagu: Nilai;
    readonly keterangan?: string;
  }[];
};
export type PaketPengukuran = {
  readonly indikator: string;
  readonly triwulan: Triwulan;
  readonly realisasi?: Nilai;
  readonly pembilang?: Nilai;
  readonly penyebut?: Nilai;
  readonly faktorPendukung?: string;
  readonly faktorPenghambat?: string;
  readonly tindakLanjut?: string;
};
export type PaketAnggaran = {
  readonly kode: string;
  readonly nama?: string;
  readonly sumberDana?: string;
  readonly pagu: Nilai;
  readonly paguPerubahan?: Nilai;
  readonly triwulan?: Triwulan;
  readonly realisasi?: Nilai;
};
export type PaketPembanding = {
  readonly indikator: string;
  readonly tingkat: 'nasional' | 'provinsi' | 'kabupaten-kota';
  readonly wilayah?: string;
  readonly tahun: number;
  readonly nilai: Nilai;
  readonly sumber?: string;
};

/** One thing that is wrong with a file: where (JSON Pointer), which rule, and the sentence for the person who wrote it. */
export type Ditolak = { readonly jalur: string; readonly kode: Kode; readonly pesan: string };
/** What became of one file: how many events it appended, or everything that is wrong with it (then nothing was). */
export type HasilImpor = { readonly peristiwa: number; readonly ditolak: readonly Ditolak[] };
