import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../kernel/event-store.js';
import { tolak } from '../../../kernel/penolakan.js';
import { sha256Hex } from '../../../kernel/sidik.js';
import type { BasisIdentitas } from '../basis-identitas.js';

const BERLAKU_MS = 24 * 3_600_000;

export type Tautan = Readonly<{ jenis: 'awal'; akun: null } | { jenis: 'sandi'; akun: string }>;

/** Links that work once, within 24 hours. The secret stands after the `#`, which no browser sends and no proxy logs. */
export class DaftarTautan {
  constructor(
    private readonly basis: BasisIdentitas,
    private readonly clock: Clock,
  ) {}

  /** Makes one, in place of any other of that account; gives path and secret, the only time it is seen. */
  async buat({ jenis, akun }: Tautan): Promise<string> {
    const rahasia = randomBytes(32).toString('base64url');
    const kini = this.clock.now();
    const sampai = new Date(kini.getTime() + BERLAKU_MS).toISOString();
    await this.basis.db.deleteFrom('tautan').where('sampai', '<=', kini.toISOString()).execute();
    if (akun !== null) await this.hapusMilik(akun);
    await this.basis.db
      .insertInto('tautan')
      .values({ sidik: sha256Hex(rahasia), jenis, akun, sampai })
      .execute();
    return `/${jenis}#${rahasia}`;
  }

  /** What the secret is for; refuses TAUTAN_TIDAK_BERLAKU. */
  async lihat(rahasia: string): Promise<Tautan> {
    const ada = await this.basis.db
      .selectFrom('tautan')
      .select(['jenis', 'akun'])
      .where('sidik', '=', sha256Hex(rahasia))
      .where('sampai', '>', this.clock.now().toISOString())
      .executeTakeFirst();
    return ada === undefined ? tolak('TAUTAN_TIDAK_BERLAKU') : (ada as Tautan);
  }

  /** Uses it up: of two who come with it one gets through. Refuses TAUTAN_TIDAK_BERLAKU. */
  async pakai(rahasia: string): Promise<void> {
    const { numDeletedRows } = await this.basis.db
      .deleteFrom('tautan')
      .where('sidik', '=', sha256Hex(rahasia))
      .where('sampai', '>', this.clock.now().toISOString())
      .executeTakeFirst();
    if (numDeletedRows === 0n) tolak('TAUTAN_TIDAK_BERLAKU');
  }

  /** The first account is there: no other link may make one. */
  async hapusAwal(): Promise<void> {
    await this.basis.db.deleteFrom('tautan').where('jenis', '=', 'awal').execute();
  }

  async hapusMilik(akun: string): Promise<void> {
    await this.basis.db.deleteFrom('tautan').where('akun', '=', akun).execute();
  }
}
