import type { Akta } from '../../kernel/akta.js';
import type { Triwulan } from '../../reporting/capaian.js';
import type { Asal } from '../capaian/fakta.js';

/** That a document was ditetapkan: by which act, when it was recorded, and by which event. */
export type Penetapan = Readonly<{ keputusan: string | null; akta: Akta | null; pada: string }> & Asal;

/** What a Renstra says beside its tree and its targets. */
export type RencanaRenstra = Readonly<{ jenis: 'renstra'; penetapan: Penetapan | null }>;

/** What an OPD's year says beside its tree, its targets and its pagu. */
export type RencanaTahun = Readonly<{
  jenis: 'tahun';
  rkt: Readonly<{ murni: Penetapan | null; perubahan: Penetapan | null }>;
}>;

export type AksiTriwulan = Readonly<{
  indikator: string;
  triwulan: Triwulan;
  target: string;
  aksi: string | null;
}> &
  Asal;
/** The rencana aksi: a row of its own, since its texts may be longer than all the rest of the year. */
export type RencanaAksiTahun = Readonly<{
  jenis: 'rencana-aksi';
  penetapan: Penetapan | null;
  aksi: readonly AksiTriwulan[];
}>;

export type BarisPerencanaan = RencanaRenstra | RencanaTahun | RencanaAksiTahun;

/** Row keys; the kind stands in front, as in the facts of capaian. */
export const kunciRencana = {
  renstra: (pemda: string, opd: string, mulai: number) => `renstra:${pemda}/${opd}/${mulai}`,
  tahun: (pemda: string, opd: string, tahun: number) => `tahun:${pemda}/${opd}/${tahun}`,
  rencanaAksi: (pemda: string, opd: string, tahun: number) => `rencana-aksi:${pemda}/${opd}/${tahun}`,
} as const;
