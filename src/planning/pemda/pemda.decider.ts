import type { Cara, Decider, Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import type { Skala } from '../../reporting/capaian.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type Zona = 'WIB' | 'WITA' | 'WIT';
/** Working days 1 (Senin) to 7, working hours as 'HH:MM', holidays by date: time norms are counted in them. */
export type Kalender = {
  tahun: number;
  hariKerja: number[];
  jamMulai: string;
  jamSelesai: string;
  libur: { tanggal: string; uraian: string }[];
};

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type PemdaEvent =
  | { type: 'PemdaDidaftarkan'; data: Oleh & { nama: string; zona: Zona } }
  | { type: 'NamaPemdaDiubah'; data: Oleh & { nama: string; sebelum: string; alasan: string } }
  | { type: 'SkalaPemdaDitetapkan'; data: Oleh & { skala: Skala; sebelum: Skala | null } }
  | { type: 'KalenderDitetapkan'; data: Oleh & { kalender: Kalender; sebelum: Kalender | null } };
export type PemdaCommand =
  | (Oleh & { type: 'Daftarkan'; nama: string; zona: Zona })
  | (Oleh & { type: 'UbahNama'; nama: string; alasan: string })
  | (Oleh & { type: 'TetapkanSkala'; skala: Skala })
  | (Oleh & { type: 'TetapkanKalender'; kalender: Kalender });
