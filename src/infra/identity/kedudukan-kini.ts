import { kedudukan } from '../../approval/kedudukan.js';
import { tanggalDi } from '../../approval/pemegang-kini.js';
import type { Pelaku } from '../../approval/wewenang.js';
import { type Clock, TokoTidakTersedia } from '../../kernel/event-store.js';
import type { Executor } from '../../kernel/execute.js';
import { tolak } from '../../kernel/penolakan.js';
import { jabatan } from '../../planning/jabatan/jabatan.decider.js';
import { pemda } from '../../planning/pemda/pemda.decider.js';

/** How whoever asks stands to the office in which they act, at this instant. */
export class KedudukanKini {
  constructor(
    private readonly executor: Pick<Executor, 'state'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Looks the office up in its own document. A machine acts for no person, so it has no term. Refuses with COBA_LAGI when
   * the log does not answer: who cannot be asked about is not let in.
   */
  async berdiri(p: Pelaku): Promise<Pelaku> {
    const { subjek } = p.pejabat;
    if (subjek === null) return p;
    try {
      const { state: kantor } = await this.executor.state(jabatan, p.pejabat.jabatan);
      const { state } = await this.executor.state(pemda, p.pemda);
      const hari = tanggalDi(state.zona ?? 'WIB', this.clock.now());
      const { kedudukan: k, status } = kedudukan(kantor, subjek, hari, p.peran);
      return { ...p, kedudukan: k, pejabat: { ...p.pejabat, status: status ?? p.pejabat.status } };
    } catch (e) {
      if (e instanceof TokoTidakTersedia) return tolak('COBA_LAGI', { sebab: e.message });
      throw e;
    }
  }
}
