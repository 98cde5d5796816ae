import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import type { Jenis } from '../rencana-kinerja/rencana-kinerja.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type TingkatAnggaran = 'program' | 'kegiatan' | 'sub-kegiatan' | 'belanja';

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type AnggaranEvent = {
  type: 'PaguDitetapkan';
  data: Oleh & {
    jenis: Jenis;
    kode: string;
    tingkat: TingkatAnggaran;
    nama: string | null;
    sumberDana: string | null;
    pagu: string;
    sebelum: string | null;
    berdasarkan: Dasar[];
  };
};
export type AnggaranCommand = Oleh & {
  type: 'TetapkanPagu';
  jenis: Jenis;
  kode: string;
  tingkat: TingkatAnggaran;
  nama: string | null;
  sumberDana: string | null;
  pagu: string;
  kodeDikenal: boolean; // a code of the year's program tree, or a belanja account
  berdasarkan: Dasar[];
};
