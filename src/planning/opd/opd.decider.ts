import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import type { Skala } from '../../reporting/capaian.js';

type Oleh = { oleh: Pejabat; cara: Cara };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type OpdEvent =
  | { type: 'OpdDidaftarkan'; data: Oleh & { nama: string; berdasarkan: Dasar[] } }
  | { type: 'NamaOpdDiubah'; data: Oleh & { nama: string; sebelum: string; alasan: string } }
  | { type: 'SkalaOpdDitetapkan'; data: Oleh & { tahun: number; skala: Skala; sebelum: Skala | null } };
export type OpdCommand =
  | (Oleh & { type: 'Daftarkan'; kode: string; nama: string; pemdaTerdaftar: boolean; berdasarkan: Dasar[] })
  | (Oleh & { type: 'UbahNama'; nama: string; alasan: string })
  | (Oleh & { type: 'TetapkanSkala'; tahun: number; skala: Skala });
