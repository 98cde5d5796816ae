import type { Cara, Decider, Pejabat } from '../../kernel/decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
// sidikBerkas: SHA-256 of the file's bytes, hex. The last event of an import: what came before it in the same import is whole.
export type ImporEvent = { type: 'ImporSelesai'; data: Oleh & { sidikBerkas: string; peristiwa: number } };
export type ImporCommand = Oleh & { type: 'Selesaikan'; sidikBerkas: string; peristiwa: number };

/** The fingerprints of every file that was imported whole for one OPD and year. */
export type Impor = { readonly berkas: ReadonlySet<string> };

/** Whether these very bytes were imported before: then they say nothing new, also after later corrections. */
export const pernahDiimpor = ({ berkas }: Impor, sidik: string): boolean => berkas.has(sidik);

export const impor: Decider<Impor, ImporCommand, ImporEvent> = {
  kategori: 'Impor',
  initial: { berkas: new Set() },
  decide: ({ oleh, cara, sidikBerkas, peristiwa }, s) =>
    pernahDiimpor(s, sidikBerkas)
      ? []
      : [{ type: 'ImporSelesai', data: { sidikBerkas, peristiwa, oleh, cara } }],
  evolve: ({ berkas }, { data }) => ({ berkas: new Set(berkas).add(data.sidikBerkas) }),
};
