import type { Akta } from '../../kernel/akta.js';
import type { IsiIku, MasaIku } from '../../planning/iku/iku.decider.js';
import type { TandaAksi } from '../../planning/rencana-aksi/aksi.decider.js';
import type { AlasanPerubahan } from '../../planning/rencana-aksi/rencana-aksi.decider.js';
import type { IsiUsulan, PutusanUsulan } from '../../planning/rencana-kinerja/usulan.decider.js';
import type {
  IsiIsu,
  IsiPermasalahan,
  IsiPrioritas,
  IsiRenstra,
  Melayani,
  Tingkat,
} from '../../planning/renstra/naskah-renstra.decider.js';
import type { Triwulan } from '../../reporting/capaian.js';
import type { Asal } from '../capaian/fakta.js';

/** That a document was ditetapkan: by which act, when it was recorded, and by which event. */
export type Penetapan = Readonly<{ keputusan: string | null; akta: Akta | null; pada: string }> & Asal;

export type MisiRenstra = Readonly<{ nomor: number; uraian: string }> & Asal;
export type TujuanRencana = Readonly<{ kode: string; uraian: string; misi: readonly number[] }>;
export type PrioritasRenstra = Readonly<IsiPrioritas & { kode: string }> & Asal;
export type Keselarasan = Readonly<{ tingkat: Tingkat; kode: string; melayani: Melayani }> & Asal;
export type IsuRenstra = Readonly<IsiIsu & { kode: string }> & Asal;
export type PermasalahanRenstra = Readonly<IsiPermasalahan & { kode: string }> & Asal;
/** What a Renstra says beside its tree and its targets; its versions stand as those of the facts of capaian do. */
export type RencanaRenstra = Readonly<{
  jenis: 'renstra';
  versi: number;
  mulaiBerlaku: number;
  terdahulu: readonly RencanaRenstra[];
  rancangan: RencanaRenstra | null;
  pokok: Readonly<IsiRenstra> | null; // null: nothing recorded yet
  alasan: string | null; // of a Perubahan
  penetapan: Penetapan | null;
  misi: readonly MisiRenstra[];
  tujuan: readonly TujuanRencana[];
  sasaran: readonly string[]; // codes
  prioritas: readonly PrioritasRenstra[];
  selaras: readonly Keselarasan[];
  isu: readonly IsuRenstra[];
  permasalahan: readonly PermasalahanRenstra[];
}>;

export type UsulanTahun = Readonly<IsiUsulan & { kode: string; putusan: PutusanUsulan | null }> & Asal;
/** What an OPD's year says beside its tree, its targets and its pagu. */
export type RencanaTahun = Readonly<{
  jenis: 'tahun';
  rkt: Readonly<{ murni: Penetapan | null; perubahan: Penetapan | null }>;
  usulan: readonly UsulanTahun[];
}>;

export type AksiTriwulan = Readonly<{
  indikator: string;
  triwulan: Triwulan;
  target: string;
  aksi: string | null;
  penanggungJawab: string | null;
}> &
  Asal;
export type VersiRencanaAksi = Readonly<{
  versi: number; // 1: murni; 2, 3, …: perubahan
  perubahan: Readonly<AlasanPerubahan> | null;
  penetapan: Penetapan | null; // null: a draft
  aksi: readonly AksiTriwulan[];
}>;
/** What became of an action; of its text too, since another action in the same place begins anew. */
export type AksiTertanda = Readonly<TandaAksi & { indikator: string; triwulan: Triwulan; aksi: string }> &
  Asal;
/** A row of its own, since its texts may be longer than all the rest of the year. Oldest version first; the last is the one that is written. */
export type RencanaAksiTahun = Readonly<{
  jenis: 'rencana-aksi';
  versi: readonly VersiRencanaAksi[];
  tanda: readonly AksiTertanda[];
}>;

export type IkuTerpilih = Readonly<IsiIku & { indikator: string }> & Asal;
export type SetIku = Readonly<MasaIku> &
  Readonly<{
    versi: number;
    status: 'disusun' | 'ditetapkan';
    penetapan: Penetapan | null;
    indikator: readonly IkuTerpilih[];
  }>;
/** Every set of IKU of an OPD, oldest first: version n stands at n - 1. */
export type DaftarIku = Readonly<{ jenis: 'iku'; versi: readonly SetIku[] }>;

export type BarisPerencanaan = RencanaRenstra | RencanaTahun | RencanaAksiTahun | DaftarIku;

/** Row keys; the kind stands in front, as in the facts of capaian. */
export const kunciRencana = {
  renstra: (pemda: string, opd: string, mulai: number) => `renstra:${pemda}/${opd}/${mulai}`,
  tahun: (pemda: string, opd: string, tahun: number) => `tahun:${pemda}/${opd}/${tahun}`,
  rencanaAksi: (pemda: string, opd: string, tahun: number) => `rencana-aksi:${pemda}/${opd}/${tahun}`,
  iku: (pemda: string, opd: string) => `iku:${pemda}/${opd}`,
} as const;
