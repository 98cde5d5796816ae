import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import type { DefinisiIndikator } from '../../planning/renstra/renstra.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
/** As recorded; absent parts are null, never zero. Without realisasi it is pembilang / penyebut (x 100 for '%'). */
export type Ukuran = { realisasi: string | null; pembilang: string | null; penyebut: string | null };
export type Penjelasan = {
  faktorPendukung: string | null;
  faktorPenghambat: string | null;
  tindakLanjut: string | null;
};

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type PengukuranEvent =
  | {
      type: 'RealisasiDicatat';
      data: Oleh & Ukuran & Penjelasan & { indikator: string; sebelum: Ukuran | null; berdasarkan: Dasar[] };
    }
  | { type: 'PengukuranDiajukan'; data: Oleh }
  | { type: 'PengukuranDikembalikan'; data: Oleh & { catatan: string } } // back to entry, by Perencanaan or the head
  | { type: 'PengukuranDiverifikasi'; data: Oleh }
  | { type: 'PengukuranDisetujui'; data: Oleh } // locks
  | {
      type: 'RealisasiDikoreksi';
      data: Oleh & Ukuran & { indikator: string; sebelum: Ukuran; alasan: string; berdasarkan: Dasar[] };
    };
export type PengukuranCommand =
  | (Oleh &
      Ukuran &
      Penjelasan & {
        type: 'CatatRealisasi';
        indikator: string;
        definisi: DefinisiIndikator | null;
        periodeTerbuka: boolean;
        berdasarkan: Dasar[];
      })
  | (Oleh & { type: 'Ajukan' | 'Verifikasi' | 'Setujui'; periodeTerbuka: boolean })
  | (Oleh & { type: 'Kembalikan'; catatan: string })
  | (Oleh &
      Ukuran & {
        type: 'KoreksiRealisasi';
        indikator: string;
        definisi: DefinisiIndikator | null;
        alasan: string;
        berdasarkan: Dasar[];
      });
