import type { IncomingMessage } from 'node:http';
import { kedudukan } from '../../approval/kedudukan.js';
import { tanggalDi } from '../../approval/pemegang-kini.js';
import type { Pelaku } from '../../approval/wewenang.js';
import { type Clock, TokoTidakTersedia } from '../../kernel/event-store.js';
import type { Executor } from '../../kernel/execute.js';
import { tolak } from '../../kernel/penolakan.js';
import { jabatan } from '../../planning/jabatan/jabatan.decider.js';
import { pemda } from '../../planning/pemda/pemda.decider.js';
import { type DaftarToken, tokenDari } from './token.js';

/** Who asks, over every transport alike, with how they stand to their office at this instant. */
export class PengenalPelaku {
  constructor(
    private readonly token: DaftarToken,
    private readonly executor: Pick<Executor, 'state'>,
    private readonly clock: Clock,
  ) {}

  /** null: nobody we know. */
  async dariHttp({ headers }: Pick<IncomingMessage, 'headers'>): Promise<Pelaku | null> {
    return this.dariToken(headers.authorization);
  }

  /** `p`: what a WebSocket said as it connected, where a page can set no header. */
  async dariSoket(p: Readonly<Record<string, unknown>> | undefined): Promise<Pelaku | null> {
    return this.dariToken(p?.Authorization ?? p?.authorization);
  }

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

  private async dariToken(authorization: unknown): Promise<Pelaku | null> {
    const teks = tokenDari(authorization);
    const p = teks === undefined ? null : this.token.cari(teks);
    return p && this.berdiri(p);
  }
}
