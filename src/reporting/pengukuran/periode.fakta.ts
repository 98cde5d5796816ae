import type { Dasar } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci, triwulanSah } from '../../kernel/kunci.js';
import { periode, terbuka } from '../../planning/pemda/periode.decider.js';

/** Whether the OPD may enter figures of that quarter now, and where that stood. */
export const periodeTerbuka = (
  baca: Baca,
  k: { pemda: string; opd: string; tahun: number; triwulan: number },
): { buka: boolean; dasar: Dasar } => {
  const { state, stream, rev } = baca(periode, kunci.periode(k.pemda, k.tahun));
  return { buka: terbuka(state, triwulanSah(k.triwulan), k.opd), dasar: { rev, stream } };
};
