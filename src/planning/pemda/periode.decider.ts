import type { Cara, Decider, Pejabat } from '../../kernel/decider.js';
import { triwulanSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { teksAtauNull } from '../../kernel/teks.js';
import {
  lipatPeriodeDokumen,
  type PeriodeDokumen,
  type PeriodeDokumenCommand,
  type PeriodeDokumenEvent,
  putuskanPeriodeDokumen,
} from './periode-dokumen.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
type Jangka = { dokumen: 'pengukuran'; triwulan: 1 | 2 | 3 | 4; opd: string | null }; // opd null: every OPD of the pemda

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
type PeriodePengukuranEvent =
  | { type: 'PeriodeDibuka'; data: Oleh & Jangka & { alasan: string | null } }
  | { type: 'PeriodeDitutup'; data: Oleh & Jangka & { alasan: string | null } };
export type PeriodeEvent = PeriodePengukuranEvent | PeriodeDokumenEvent;
export type PeriodePengukuranCommand = Oleh &
  Jangka & { type: 'Buka' | 'Tutup'; alasan: string | null; terdaftar: boolean };
export type PeriodeCommand = PeriodePengukuranCommand | PeriodeDokumenCommand;

type Triwulan = Jangka['triwulan'];
/** Whether a quarter is open for everyone, and the OPD for which it is the other way round. */
type Keadaan = { readonly terbuka: boolean; readonly kecuali: readonly string[] };
/** The quarters of pengukuran are closed until somebody opens them, the documents open until somebody closes them. */
export type Periode = {
  readonly triwulan: ReadonlyMap<Triwulan, Keadaan>;
  readonly dokumen: PeriodeDokumen;
};

const TERTUTUP: Keadaan = { terbuka: false, kecuali: [] };
const keadaan = (p: Periode, triwulan: Triwulan): Keadaan => p.triwulan.get(triwulan) ?? TERTUTUP;

/** Whether the OPD may enter this quarter's pengukuran. */
export const terbuka = (p: Periode, triwulan: Triwulan, opd: string): boolean => {
  const k = keadaan(p, triwulan);
  return k.kecuali.includes(opd) !== k.terbuka;
};

const sudah = (p: Periode, triwulan: Triwulan, opd: string | null, buka: boolean): boolean => {
  if (opd !== null) return terbuka(p, triwulan, opd) === buka;
  const k = keadaan(p, triwulan);
  return k.terbuka === buka && k.kecuali.length === 0;
};

const putuskan = (c: PeriodePengukuranCommand, p: Periode): PeriodeEvent[] => {
  if (!c.terdaftar) return tolak(c.opd === null ? 'PEMDA_BELUM_TERDAFTAR' : 'OPD_BELUM_TERDAFTAR');
  const triwulan = triwulanSah(c.triwulan);
  if (sudah(p, triwulan, c.opd, c.type === 'Buka')) return [];
  const { dokumen, opd, oleh, cara } = c;
  const data = { dokumen, triwulan, opd, alasan: teksAtauNull(c.alasan), oleh, cara };
  return [{ type: c.type === 'Buka' ? 'PeriodeDibuka' : 'PeriodeDitutup', data }];
};

const setelah = (k: Keadaan, opd: string | null, buka: boolean): Keadaan => {
  if (opd === null) return { terbuka: buka, kecuali: [] };
  const lain = k.kecuali.filter((o) => o !== opd);
  return { terbuka: k.terbuka, kecuali: k.terbuka === buka ? lain : [...lain, opd] };
};

const decide = (c: PeriodeCommand, p: Periode): PeriodeEvent[] =>
  c.dokumen === 'pengukuran' ? putuskan(c, p) : putuskanPeriodeDokumen(c, p.dokumen);

const evolve = (p: Periode, event: PeriodeEvent): Periode => {
  if (event.type === 'PeriodeDokumenDibuka' || event.type === 'PeriodeDokumenDitutup')
    return { ...p, dokumen: lipatPeriodeDokumen(p.dokumen, event) };
  const { triwulan, opd } = event.data;
  const baru = setelah(keadaan(p, triwulan), opd, event.type === 'PeriodeDibuka');
  return { ...p, triwulan: new Map(p.triwulan).set(triwulan, baru) };
};

export const periode: Decider<Periode, PeriodeCommand, PeriodeEvent> = {
  kategori: 'Periode',
  initial: { triwulan: new Map(), dokumen: new Map() },
  decide,
  evolve,
};
