import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import type { DefinisiIndikator } from '../../planning/renstra/renstra.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type Banding = {
  indikator: string;
  tingkat: 'nasional' | 'provinsi' | 'kabupaten-kota';
  wilayah: string | null;
  tahun: number;
  nilai: string;
  sumber: string | null;
};

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type PembandingEvent = {
  type: 'PembandingDicatat';
  data: Oleh & Banding & { sebelum: string | null; berdasarkan: Dasar[] };
};
export type PembandingCommand = Oleh &
  Banding & { type: 'Catat'; definisi: DefinisiIndikator | null; berdasarkan: Dasar[] };
