import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import type { DefinisiIndikator } from '../renstra/renstra.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type Jenis = 'murni' | 'perubahan';

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
// Rencana Kinerja Tahunan: the only source of targets outside the PK. A target counts from RktDitetapkan of its jenis on.
export type RencanaKinerjaEvent =
  | {
      type: 'TargetRktDicatat';
      data: Oleh & {
        jenis: Jenis;
        indikator: string;
        target: string;
        sebelum: string | null;
        berdasarkan: Dasar[];
      };
    }
  | { type: 'RktDitetapkan'; data: Oleh & { jenis: Jenis; keputusan: string | null } };
export type RencanaKinerjaCommand =
  | (Oleh & {
      type: 'CatatTarget';
      jenis: Jenis;
      indikator: string;
      target: string;
      definisi: DefinisiIndikator | null;
      dalamPk: boolean;
      berdasarkan: Dasar[];
    })
  | (Oleh & { type: 'Tetapkan'; jenis: Jenis; keputusan: string | null });
