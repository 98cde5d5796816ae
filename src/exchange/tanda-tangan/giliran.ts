import { edaran } from '../../approval/edaran/edaran.decider.js';
import { type BelumGiliran, belumGiliran } from '../../approval/edaran/giliran.fakta.js';
import { rute } from '../../approval/rute/rute.decider.js';
import type { Executor } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import type { KunciPk } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.fakta.js';

const DOKUMEN = 'perjanjian-kinerja';

/** As the signing itself will ask it: what this office (its key) still waits for with the text of this PK. */
export const giliranPk = async (
  executor: Pick<Executor, 'state'>,
  { pemda, opd, jabatan, tahun, sidik }: KunciPk & { readonly sidik: string },
  penandatangan: string,
): Promise<BelumGiliran | null> => {
  const [e, r] = await Promise.all([
    executor.state(edaran, kunci.edaran(pemda, DOKUMEN, opd, jabatan, tahun)),
    executor.state(rute, kunci.rute(pemda, DOKUMEN)),
  ]);
  return belumGiliran(e.state, sidik, penandatangan, () => r.state);
};
