import type { Cara, Decider, Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';

type Oleh = { oleh: Pejabat; cara: Cara };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
// sidikBerkas: SHA-256 of the file's bytes, hex. ImporSelesai is the last event of an import: what came before it in the
// same import is whole. ImporDimulai is its first, where the store cannot append everything at once: until the other
// follows, the OPD's year is not to be shown.
export type ImporEvent =
  | { type: 'ImporDimulai'; data: Oleh & { sidikBerkas: string } }
  | { type: 'ImporSelesai'; data: Oleh & { sidikBerkas: string; peristiwa: number } };
export type ImporCommand = Oleh &
  ({ type: 'Mulai'; sidikBerkas: string } | { type: 'Selesaikan'; sidikBerkas: string; peristiwa: number });

/** The fingerprints of every file that was imported whole for one OPD and year, and of the one that is being imported. */
export type Impor = { readonly berkas: ReadonlySet<string>; readonly sedang: string | null };

/** Whether these very bytes were imported before: then they say nothing new, also after later corrections. */
export const pernahDiimpor = ({ berkas }: Impor, sidik: string): boolean => berkas.has(sidik);

/** The end of one file would show what another left half-way. Refuses IMPOR_BELUM_SELESAI. */
export const wajibBukanBerkasLain = ({ sedang }: Impor, sidikBerkas: string): void => {
  if (sedang !== null && sedang !== sidikBerkas) tolak('IMPOR_BELUM_SELESAI', { sidikBerkas: sedang });
};

const mulai = (s: Impor, sidikBerkas: string, oleh: Oleh): ImporEvent[] =>
  s.sedang === sidikBerkas ? [] : [{ type: 'ImporDimulai', data: { sidikBerkas, ...oleh } }];

export const impor: Decider<Impor, ImporCommand, ImporEvent> = {
  kategori: 'Impor',
  initial: { berkas: new Set(), sedang: null },
  decide: (c, s) => {
    const { oleh, cara, sidikBerkas } = c;
    if (pernahDiimpor(s, sidikBerkas)) return [];
    wajibBukanBerkasLain(s, sidikBerkas);
    if (c.type === 'Mulai') return mulai(s, sidikBerkas, { oleh, cara });
    return [{ type: 'ImporSelesai', data: { sidikBerkas, peristiwa: c.peristiwa, oleh, cara } }];
  },
  evolve: ({ berkas }, { type, data: { sidikBerkas } }) =>
    type === 'ImporDimulai'
      ? { berkas, sedang: sidikBerkas }
      : { berkas: new Set(berkas).add(sidikBerkas), sedang: null },
};
