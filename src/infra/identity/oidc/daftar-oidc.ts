import type { Clock } from '../../../kernel/event-store.js';
import { tolak } from '../../../kernel/penolakan.js';
import type { Akun } from '../akun/daftar-akun.js';
import type { BasisIdentitas } from '../basis-identitas.js';

/** Somebody, as a provider knows them. */
export type SubOidc = Readonly<{ penerbit: string; sub: string }>;

const SUB = /^[\x20-\x7e]{1,255}$/; // OIDC Core 2: at most 255 ASCII characters, compared exactly

export const subBenar = (sub: string): boolean => SUB.test(sub);
export const subSah = (sub: string): string => (subBenar(sub) ? sub : tolak('KODE_TIDAK_SAH'));

/** Which account belongs to whom at the provider. Nothing else of a person is compared: an e-mail may change hands. */
export class DaftarOidc {
  constructor(
    private readonly basis: BasisIdentitas,
    private readonly clock: Clock,
  ) {}

  async akun({ penerbit, sub }: SubOidc): Promise<Akun | null> {
    const akun = await this.basis.db
      .selectFrom('akun_oidc')
      .innerJoin('akun', 'akun.id', 'akun_oidc.akun')
      .selectAll('akun')
      .where('penerbit', '=', penerbit)
      .where('sub', '=', sub)
      .executeTakeFirst();
    return akun ?? null;
  }

  async milik(akun: string): Promise<readonly SubOidc[]> {
    return this.basis.db
      .selectFrom('akun_oidc')
      .select(['penerbit', 'sub'])
      .where('akun', '=', akun)
      .orderBy('penerbit')
      .execute();
  }

  /** False where one of the two is tied to another; the same again changes nothing. */
  async tautkan(akun: string, { penerbit, sub }: SubOidc): Promise<boolean> {
    const dibuat = this.clock.now().toISOString();
    await this.basis.db
      .insertInto('akun_oidc')
      .values({ penerbit, sub, akun, dibuat })
      .onConflict((k) => k.doNothing())
      .execute();
    return (await this.akun({ penerbit, sub }))?.id === akun;
  }

  /** Whether there was anything to take away. */
  async lepas(akun: string): Promise<boolean> {
    const { numDeletedRows } = await this.basis.db
      .deleteFrom('akun_oidc')
      .where('akun', '=', akun)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }
}
