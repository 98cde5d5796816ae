import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type TingkatProgram = 'program' | 'kegiatan' | 'sub-kegiatan';

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
// The year's tree of program, kegiatan and sub kegiatan; the name is stored as printed that year.
export type ProgramEvent =
  | {
      type: 'ProgramDitambahkan';
      data: Oleh & {
        kode: string;
        nama: string;
        tingkat: TingkatProgram;
        induk: string | null;
        sebelum: string | null; // the name before
        berdasarkan: Dasar[];
      };
    }
  | { type: 'SasaranDidukung'; data: Oleh & { program: string; sasaran: string; berdasarkan: Dasar[] } }
  | {
      type: 'IndikatorProgramDihubungkan';
      data: Oleh & { kode: string; indikator: string; berdasarkan: Dasar[] };
    };
export type ProgramCommand =
  | (Oleh & {
      type: 'Tambah';
      kode: string;
      nama: string;
      tingkat: TingkatProgram;
      induk: string | null;
      renstraAda: boolean;
      berdasarkan: Dasar[];
    })
  | (Oleh & {
      type: 'DukungSasaran';
      program: string;
      sasaran: string;
      sasaranDikenal: boolean;
      berdasarkan: Dasar[];
    })
  | (Oleh & {
      type: 'HubungkanIndikator';
      kode: string;
      indikator: string;
      indikatorDikenal: boolean;
      berdasarkan: Dasar[];
    });
