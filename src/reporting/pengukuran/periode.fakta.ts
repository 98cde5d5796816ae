import type { Dasar } from '../../kernel/decider.js';
import type { Executor } from '../../kernel/execute.js';
import { kunci, triwulanSah } from '../../kernel/kunci.js';
import { periode, terbuka } from '../../planning/pemda/periode.decider.js';

/** Whether the OPD may enter figures of that quarter now, and where that stood. */
export const periodeTerbuka = async (
  executor: Pick<Executor, 'state'>,
  k: { pemda: string; opd: string; tahun: number; triwulan: number },
): Promise<{ buka: boolean; dasar: Dasar }> => {
  const { state, stream, rev } = await executor.state(periode, kunci.periode(k.pemda, k.tahun));
  return { buka: terbuka(state, triwulanSah(k.triwulan), k.opd), dasar: { stream, rev } };
};
