import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
type Baris = { triwulan: 1 | 2 | 3 | 4; kode: string; realisasi: string }; // whole rupiah, cumulative up to the quarter

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type RealisasiAnggaranEvent =
  | {
      type: 'RealisasiAnggaranDicatat';
      data: Oleh & Baris & { sebelum: string | null; berdasarkan: Dasar[] };
    }
  | {
      type: 'RealisasiAnggaranDikoreksi';
      data: Oleh & Baris & { sebelum: string; alasan: string; berdasarkan: Dasar[] };
    };
export type RealisasiAnggaranCommand =
  | (Oleh & Baris & { type: 'Catat'; paguAda: boolean; periodeTerbuka: boolean; berdasarkan: Dasar[] })
  | (Oleh & Baris & { type: 'Koreksi'; alasan: string; berdasarkan: Dasar[] });
