import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Clock } from '../../../kernel/event-store.js';
import { sha256Hex } from '../../../kernel/sidik.js';
import type { BasisIdentitas } from '../basis-identitas.js';
import type { SkemaIdentitas } from '../skema.js';

export const BERLAKU_MS = 10 * 60_000;

export type Permintaan = Selectable<SkemaIdentitas['oidc_permintaan']>;
export type Tujuan = Permintaan['tujuan'];

const acak = (): string => randomBytes(32).toString('base64url');

/** Who went to the provider and is expected back: in the database, so that any instance may receive them. */
export class DaftarPermintaan {
  constructor(
    private readonly basis: BasisIdentitas,
    private readonly clock: Clock,
  ) {}

  /** A new one, with what the browser keeps of it; throws away what is over. */
  async buat(tujuan: Tujuan, sesi: string | null): Promise<{ kuki: string; permintaan: Permintaan }> {
    const [kini, kuki] = [this.clock.now(), acak()];
    const [dibuat, sampai] = [kini, new Date(kini.getTime() + BERLAKU_MS)].map((d) => d.toISOString());
    const rahasia = { state: acak(), nonce: acak(), verifier: acak() };
    const masa = { dibuat: dibuat as string, sampai: sampai as string };
    const permintaan = { sidik: sha256Hex(kuki), tujuan, sesi, ...rahasia, ...masa };
    await this.basis.db.deleteFrom('oidc_permintaan').where('sampai', '<=', masa.dibuat).execute();
    await this.basis.db.insertInto('oidc_permintaan').values(permintaan).execute();
    return { kuki, permintaan };
  }

  /** Uses it up, whatever comes of it; null when there is none, or it is over. */
  async pakai(kuki: string): Promise<Permintaan | null> {
    const ada = await this.basis.db
      .deleteFrom('oidc_permintaan')
      .where('sidik', '=', sha256Hex(kuki))
      .where('sampai', '>', this.clock.now().toISOString())
      .returningAll()
      .executeTakeFirst();
    return ada ?? null;
  }
}
