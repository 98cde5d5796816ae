import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import type { DefinisiIndikator } from '../renstra/renstra.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
type Triwulan = 1 | 2 | 3 | 4;

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
// target: to date, not of the quarter alone, unless the indicator's agregasi is jumlah.
export type RencanaAksiEvent =
  | {
      type: 'TargetTriwulanDicatat';
      data: Oleh & {
        indikator: string;
        triwulan: Triwulan;
        target: string;
        aksi: string | null;
        sebelum: string | null;
        berdasarkan: Dasar[];
      };
    }
  | { type: 'RencanaAksiDitetapkan'; data: Oleh & { keputusan: string | null } };
export type RencanaAksiCommand =
  | (Oleh & {
      type: 'CatatTarget';
      indikator: string;
      triwulan: Triwulan;
      target: string;
      aksi: string | null;
      definisi: DefinisiIndikator | null;
      berdasarkan: Dasar[];
    })
  | (Oleh & { type: 'Tetapkan'; keputusan: string | null });
