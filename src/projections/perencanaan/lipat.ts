import type { Akta } from '../../kernel/akta.js';
import type { Recorded } from '../../kernel/event-store.js';
import { padaJenis } from '../capaian/lipat.js';
import type { BarisPerencanaan, Penetapan } from './fakta.js';

/** Folds into rows of one kind; the view's `kunci` gives no others for these events. */
export const pada = padaJenis<BarisPerencanaan>();

type Ditetapkan = Recorded<{ type: string; data: { keputusan?: string | null; akta?: Akta } }>;

export const penetapan = ({ data, meta }: Ditetapkan): Penetapan => ({
  keputusan: data.keputusan ?? null,
  akta: data.akta ?? null,
  pada: meta.at,
  asal: [meta.posisi],
});
