import { type Akta, aktaSah } from '../../kernel/akta.js';
import type { Cara, Decider, Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan } from '../../kernel/teks.js';

type Oleh = { oleh: Pejabat; cara: Cara };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
/** Who it was stands in the stream's name as a random id, and nowhere else. `akta`: null where no act orders it. */
export type OrangEvent = {
  type: 'DataPribadiDihapus';
  data: Oleh & { alasan: string; akta: Akta | null };
};
export type OrangCommand = Oleh & {
  type: 'Hapus';
  alasan: string;
  akta: Akta | null;
  dikenal: boolean; // whether this pemda keeps anything of the person
};

/** All that the log knows of a person: whether what was kept of them is gone for good. */
export type Orang = { readonly status: 'kosong' | 'dihapus' };

const decide = ({ oleh, cara, ...c }: OrangCommand, { status }: Orang): OrangEvent[] => {
  if (status === 'dihapus') return [];
  if (!c.dikenal) return tolak('TIDAK_DITEMUKAN');
  const akta = c.akta && aktaSah(c.akta);
  return [{ type: 'DataPribadiDihapus', data: { alasan: alasan(c.alasan), akta, oleh, cara } }];
};

export const orang: Decider<Orang, OrangCommand, OrangEvent> = {
  kategori: 'Orang',
  initial: { status: 'kosong' },
  decide,
  evolve: () => ({ status: 'dihapus' }),
};
