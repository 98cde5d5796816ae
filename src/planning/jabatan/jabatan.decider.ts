import type { Cara, Decider, Pejabat, StatusPejabat } from '../../kernel/decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
type Masa = {
  subjek: string;
  status: StatusPejabat;
  mulai: string;
  selesai: string | null;
  keputusan: string | null;
};

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type JabatanEvent =
  | { type: 'JabatanDibentuk'; data: Oleh & { sebutan: string; atasan: string | null } } // atasan: key of the office above
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
  | (Oleh & { type: 'Bentuk'; sebutan: string; atasan: string | null })
  | (Oleh & Masa & { type: 'TetapkanPejabat' })
  | (Oleh & {
      type: 'BerhentikanPejabat';
      subjek: string;
      status: StatusPejabat;
      mulai: string;
      selesai: string;
    });
