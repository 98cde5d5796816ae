import type { Cara, Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan, tanggalSah, teksAtauNull } from '../../kernel/teks.js';

type Oleh = { oleh: Pejabat; cara: Cara };
/** The documents that can be closed, and what they are called. */
export const SEBUTAN_DOKUMEN = {
  renstra: 'Renstra',
  rkt: 'RKT',
  iku: 'IKU',
  pk: 'Perjanjian Kinerja',
  'rencana-aksi': 'rencana aksi',
  anggaran: 'anggaran',
  program: 'program',
} as const;
export type DokumenBerperiode = keyof typeof SEBUTAN_DOKUMEN;
/** opd null: every OPD of the pemda. `sejak`: the day on which it was decided, in the pemda's zone. */
type Bagian = { dokumen: DokumenBerperiode; opd: string | null; sejak: string };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type PeriodeDokumenEvent =
  | { type: 'PeriodeDokumenDibuka'; data: Oleh & Bagian & { alasan: string } }
  | { type: 'PeriodeDokumenDitutup'; data: Oleh & Bagian & { alasan: string | null } };
export type PeriodeDokumenCommand = Oleh &
  Bagian & { type: 'BukaDokumen' | 'TutupDokumen'; alasan: string | null; terdaftar: boolean };

/** Who closed it, as printed, and since when. */
export type Penutupan = { readonly oleh: string; readonly sejak: string };
/** Open (null) unless somebody closed it, for everyone, and the OPD for which something else was decided later. */
type Keadaan = { readonly semua: Penutupan | null; readonly kecuali: ReadonlyMap<string, Penutupan | null> };
export type PeriodeDokumen = ReadonlyMap<DokumenBerperiode, Keadaan>;

const TERBUKA: Keadaan = { semua: null, kecuali: new Map() };
const keadaan = (p: PeriodeDokumen, dokumen: DokumenBerperiode): Keadaan => p.get(dokumen) ?? TERBUKA;

/** Who closed the document for this OPD, and since when; null: it is open. */
export const penutupan = (p: PeriodeDokumen, dokumen: DokumenBerperiode, opd: string): Penutupan | null => {
  const { semua, kecuali } = keadaan(p, dokumen);
  return kecuali.has(opd) ? (kecuali.get(opd) ?? null) : semua;
};

const sudah = (p: PeriodeDokumen, c: PeriodeDokumenCommand): boolean => {
  const tertutup = c.type === 'TutupDokumen';
  if (c.opd !== null) return (penutupan(p, c.dokumen, c.opd) !== null) === tertutup;
  const { semua, kecuali } = keadaan(p, c.dokumen);
  return (semua !== null) === tertutup && [...kecuali.values()].every((k) => (k !== null) === tertutup);
};

export const putuskanPeriodeDokumen = (
  c: PeriodeDokumenCommand,
  p: PeriodeDokumen,
): PeriodeDokumenEvent[] => {
  if (!c.terdaftar) return tolak(c.opd === null ? 'PEMDA_BELUM_TERDAFTAR' : 'OPD_BELUM_TERDAFTAR');
  const { dokumen, opd, oleh, cara } = c;
  const sejak = tanggalSah(c.sejak);
  if (sudah(p, c)) return [];
  const bagian = { dokumen, opd, sejak, oleh, cara };
  return c.type === 'BukaDokumen'
    ? [{ type: 'PeriodeDokumenDibuka', data: { ...bagian, alasan: alasan(c.alasan ?? '') } }]
    : [{ type: 'PeriodeDokumenDitutup', data: { ...bagian, alasan: teksAtauNull(c.alasan) } }];
};

export const lipatPeriodeDokumen = (
  p: PeriodeDokumen,
  { type, data }: PeriodeDokumenEvent,
): PeriodeDokumen => {
  const { dokumen, opd, sejak, oleh } = data;
  const kini = type === 'PeriodeDokumenDibuka' ? null : { oleh: oleh.sebutan || oleh.jabatan, sejak };
  const { semua, kecuali } = keadaan(p, dokumen);
  const baru: Keadaan =
    opd === null ? { semua: kini, kecuali: new Map() } : { semua, kecuali: new Map(kecuali).set(opd, kini) };
  return new Map(p).set(dokumen, baru);
};
