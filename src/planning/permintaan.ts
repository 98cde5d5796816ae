import type { Pelaku } from '../approval/wewenang.js';
import type { Dasar, Pejabat } from '../kernel/decider.js';

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
