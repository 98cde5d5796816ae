import type { Pelaku, Tindakan } from '../approval/wewenang.js';
import type { Cara, Dasar, Pejabat } from '../kernel/decider.js';
import { OPD_PEMDA } from '../kernel/kunci.js';

/** What a person asks of a document: the command without who acts, how, and the facts that its handler looks up. */
export type Permintaan<C, Fakta extends string = never> = C extends unknown
  ? Omit<C, 'oleh' | 'cara' | 'berdasarkan' | Fakta>
  : never;

/** The key of what an OPD plans for one year. */
export type KunciOpdTahun = { pemda: string; opd: string; tahun: number };

/** Decided here, in the office of the one who asks. */
export const secaraElektronik = ({ pejabat }: Pelaku): { oleh: Pejabat; cara: 'elektronik' } => ({
  oleh: pejabat,
  cara: 'elektronik',
});

/** The facts that stand in the log; of a document that nobody began there is nothing to stand on. */
export const dasarDari = (fakta: readonly (Dasar | null)[]): Dasar[] =>
  fakta.flatMap((f) => (f === null || f.rev < 0 ? [] : { rev: f.rev, stream: f.stream }));

/** In whose office and how a command is decided: `secaraElektronik`, or as a file says that paper decided it. */
export type Sah = { readonly oleh: Pejabat; readonly cara: Cara };

type DokumenTahunan = 'iku' | 'rkt' | 'rencana-aksi';
type Langkah = 'susun' | 'tetapkan';

/** The pemda's own plans have actions of their own: the kepala daerah stands where an OPD has its kepala. */
export const tindakanRencana = (opd: string, dokumen: DokumenTahunan, langkah: Langkah): Tindakan =>
  opd === OPD_PEMDA ? `rencana-pemda.${langkah}` : `${dokumen}.${langkah}`;
