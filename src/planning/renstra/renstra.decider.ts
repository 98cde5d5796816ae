import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import type { Agregasi, Polaritas } from '../../reporting/capaian.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type Strategi = { uraian: string; arahKebijakan: string[] };
export type LevelIndikator = 'tujuan' | 'sasaran' | 'program' | 'kegiatan' | 'sub-kegiatan';
export type DefinisiIndikator = {
  kode: string;
  nama: string;
  satuan: string;
  level: LevelIndikator;
  iku: boolean;
  polaritas: Polaritas;
  agregasi: Agregasi;
  desimal: number; // 0..6
  urutanPredikat: string[] | null; // polaritas predikat only, worst first
  definisi: string | null;
  pembilang: string | null;
  penyebut: string | null;
  sumberData: string | null;
  penanggungJawab: string | null; // the Bidang: code of an office of the same OPD, or its printed name when taken over from paper
  kondisiAwal: { tahun: number | null; nilai: string | null } | null;
};

export type IsiRenstra = { selesai: number; visi: string | null; misi: string | null };
export type IsiSasaran = { tujuan: string; uraian: string; strategi: Strategi[] };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type RenstraEvent =
  | {
      type: 'RenstraDisusun';
      data: Oleh & {
        mulai: number;
        selesai: number;
        visi: string | null;
        misi: string | null;
        sebelum: IsiRenstra | null;
        berdasarkan: Dasar[];
      };
    }
  | { type: 'TujuanDitambahkan'; data: Oleh & { kode: string; uraian: string; sebelum: string | null } }
  | { type: 'SasaranDitambahkan'; data: Oleh & IsiSasaran & { kode: string; sebelum: IsiSasaran | null } }
  | { type: 'IndikatorDitetapkan'; data: Oleh & DefinisiIndikator & { sebelum: DefinisiIndikator | null } }
  | {
      type: 'IndikatorDihubungkan';
      data: Oleh & { indikator: string; tingkat: 'tujuan' | 'sasaran'; kode: string };
    }
  // tahun null: the end target of the period (targetAkhir)
  | {
      type: 'TargetRenstraDitetapkan';
      data: Oleh & { indikator: string; tahun: number | null; target: string; sebelum: string | null };
    }
  // a year before Amanah: what the paper reports of that year say
  | {
      type: 'RealisasiLampauDicatat';
      data: Oleh & { indikator: string; tahun: number; realisasi: string; sebelum: string | null };
    }
  | { type: 'RenstraDitetapkan'; data: Oleh & { keputusan: string | null } };
export type RenstraCommand =
  | (Oleh & {
      type: 'Susun';
      mulai: number;
      selesai: number;
      visi: string | null;
      misi: string | null;
      opdTerdaftar: boolean;
      berdasarkan: Dasar[];
    })
  | (Oleh & { type: 'TambahTujuan'; kode: string; uraian: string })
  | (Oleh & { type: 'TambahSasaran'; tujuan: string; kode: string; uraian: string; strategi: Strategi[] })
  | (Oleh & DefinisiIndikator & { type: 'TetapkanIndikator' })
  | (Oleh & { type: 'HubungkanIndikator'; indikator: string; tingkat: 'tujuan' | 'sasaran'; kode: string })
  | (Oleh & { type: 'TetapkanTarget'; indikator: string; tahun: number | null; target: string })
  | (Oleh & { type: 'CatatRealisasiLampau'; indikator: string; tahun: number; realisasi: string })
  | (Oleh & { type: 'Tetapkan'; keputusan: string | null });
