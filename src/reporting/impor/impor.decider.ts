import type { Cara, Decider, Pejabat } from '../../kernel/decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
// sidikBerkas: SHA-256 of the file's bytes, hex. The last event of an import: what came before it in the same import is whole.
export type ImporEvent = { type: 'ImporSelesai'; data: Oleh & { sidikBerkas: string; peristiwa: number } };
export type ImporCommand = Oleh & { type: 'Selesaikan'; sidikBerkas: string; peristiwa: number };
