import type { Cara, Decider, Pejabat, StatusPejabat } from '../../kernel/decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type IsiJabatan = { sebutan: string; atasan: string | null }; // atasan: key of the office above
export type Masa = {
  subjek: string;
  status: StatusPejabat;
  mulai: string;
  selesai: string | null;
  keputusan: string | null;
};

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type JabatanEvent =
  | { type: 'JabatanDibentuk'; data: Oleh & IsiJabatan & { sebelum: IsiJabatan | null } }
  | { type: 'PejabatDitetapkan'; data: Oleh & Masa }
  | {
      type: 'PejabatDiberhentikan';
      data: Oleh & {
        subjek: string;
        status: StatusPejabat;
        mulai: string;
        selesai: string;
        sebelum: string | null;
      };
    };
export type JabatanCommand =
  | (Oleh & IsiJabatan & { type: 'Bentuk'; terdaftar: boolean }) // terdaftar: the OPD, or the pemda for its own offices
  | (Oleh & Masa & { type: 'TetapkanPejabat' })
  | (Oleh & {
      type: 'BerhentikanPejabat';
      subjek: string;
      status: StatusPejabat;
      mulai: string;
      selesai: string;
    });
