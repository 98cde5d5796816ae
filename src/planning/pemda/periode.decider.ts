import type { Cara, Decider, Pejabat } from '../../kernel/decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
type Jangka = { dokumen: 'pengukuran'; triwulan: 1 | 2 | 3 | 4; opd: string | null }; // opd null: every OPD of the pemda

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type PeriodeEvent =
  | { type: 'PeriodeDibuka'; data: Oleh & Jangka & { alasan: string | null } }
  | { type: 'PeriodeDitutup'; data: Oleh & Jangka & { alasan: string | null } };
export type PeriodeCommand = Oleh &
  Jangka & { type: 'Buka' | 'Tutup'; alasan: string | null; terdaftar: boolean };
