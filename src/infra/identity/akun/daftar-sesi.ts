import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../kernel/event-store.js';
import { sha256Hex } from '../../../kernel/sidik.js';
import type { BasisIdentitas } from '../basis-identitas.js';
import type { SubOidc } from '../oidc/daftar-oidc.js';

const MENGANGGUR_MS = 30 * 60_000;
const TERLAMA_MS = 12 * 3_600_000;
const CATAT_MS = 60_000; // how often being seen is written down
const ID = /^[\w-]{43}$/;

/** A session that stands, with what its account says now. */
export type Sesi = Readonly<{
  sidik: string;
  akun: string;
  subjek: string | null;
  /** Key of the office that it acts in; null while none is chosen. */
  jabatan: string | null;
  dibuat: string;
  /** When password (and code) were last given again; null: never since it began. */
  terbukti: string | null;
  terbuktiTotp: boolean;
  punyaTotp: boolean;
  /** False: it is opened, and proved, by a provider alone. */
  bersandi: boolean;
}>;

/** The password as it is stored, or whom a provider vouched for. */
export type Pembuka = string | SubOidc;

/** Sessions live in the database and nowhere else: what ends one ends it on every instance at the next request. */
export class DaftarSesi {
  constructor(
    private readonly basis: BasisIdentitas,
    private readonly clock: Clock,
  ) {}

  /**
   * A new session; gives its id (256 random bits), the only time it is seen. Null when the account was disabled, or what
   * opened it (the password as stored, or the tie to a provider) changed, since that was looked at: what ends all
   * sessions ends one that begins, too.
   */
  async buat(akun: string, jabatan: string | null, pembuka: Pembuka): Promise<string | null> {
    const id = randomBytes(32).toString('base64url');
    const kini = this.clock.now().toISOString();
    const { numInsertedOrUpdatedRows: jumlah } = await this.basis.db
      .insertInto('sesi')
      .columns(['sidik', 'akun', 'jabatan', 'dibuat', 'dilihat', 'terbukti_totp'])
      .expression((eb) =>
        eb
          .selectFrom('akun')
          .select(({ cast, val }) => [
            cast<string>(val(sha256Hex(id)), 'text').as('sidik'),
            'id',
            cast<string | null>(val(jabatan), 'text').as('jabatan'),
            cast<string>(val(kini), 'text').as('dibuat'),
            cast<string>(val(kini), 'text').as('dilihat'),
            cast<number>(val(0), 'integer').as('terbukti_totp'),
          ])
          .where('id', '=', akun)
          .where('keadaan', '=', 'aktif')
          .$if(typeof pembuka === 'string', (q) => q.where('sandi', '=', pembuka as string))
          .$if(typeof pembuka !== 'string', (q) =>
            q.where(({ exists, selectFrom }) => {
              const { penerbit, sub } = pembuka as SubOidc;
              const tautan = selectFrom('akun_oidc').select('akun_oidc.akun');
              const milik = tautan.whereRef('akun_oidc.akun', '=', 'akun.id');
              return exists(milik.where('penerbit', '=', penerbit).where('sub', '=', sub));
            }),
          ),
      )
      .executeTakeFirstOrThrow();
    return jumlah === 0n ? null : id;
  }

  /** The session with this id; null when there is none, it was idle or old too long, or its account is not active. */
  async cari(id: string): Promise<Sesi | null> {
    if (!ID.test(id)) return null;
    const baris = await this.basis.db
      .selectFrom('sesi')
      .innerJoin('akun', 'akun.id', 'sesi.akun')
      .selectAll('sesi')
      .select(['akun.subjek', 'akun.keadaan', 'akun.totp', 'akun.sandi'])
      .where('sidik', '=', sha256Hex(id))
      .executeTakeFirst();
    if (baris === undefined) return null;
    const { sidik, akun, subjek, jabatan, dibuat, dilihat, terbukti } = baris;
    const kini = this.clock.now().getTime();
    const lewat = kini - Date.parse(dilihat) > MENGANGGUR_MS || kini - Date.parse(dibuat) > TERLAMA_MS;
    if (lewat || baris.keadaan !== 'aktif') {
      await this.akhiri(sidik);
      return null;
    }
    if (kini - Date.parse(dilihat) > CATAT_MS) await this.lihat(sidik);
    const bukti = { terbukti, terbuktiTotp: baris.terbukti_totp === 1, punyaTotp: baris.totp !== null };
    return { sidik, akun, subjek, jabatan, dibuat, bersandi: baris.sandi !== null, ...bukti };
  }

  /** Whether it still stands; does not count as being seen. */
  async berdiri(sidik: string): Promise<boolean> {
    const ada = await this.basis.db
      .selectFrom('sesi')
      .select(['dilihat', 'dibuat'])
      .where('sidik', '=', sidik)
      .executeTakeFirst();
    if (ada === undefined) return false;
    const kini = this.clock.now().getTime();
    return kini - Date.parse(ada.dilihat) <= MENGANGGUR_MS && kini - Date.parse(ada.dibuat) <= TERLAMA_MS;
  }

  /**
   * The same session under a new id, its age unchanged; the old id is worth nothing from then on. Null when it ended
   * meanwhile.
   */
  async putar(
    sidik: string,
    ubah: Partial<Pick<Sesi, 'jabatan' | 'terbukti' | 'terbuktiTotp'>>,
  ): Promise<string | null> {
    const id = randomBytes(32).toString('base64url');
    const { terbuktiTotp, ...lain } = ubah;
    const { numUpdatedRows } = await this.basis.db
      .updateTable('sesi')
      .set({
        sidik: sha256Hex(id),
        dilihat: this.clock.now().toISOString(),
        ...lain,
        ...(terbuktiTotp !== undefined && { terbukti_totp: Number(terbuktiTotp) }),
      })
      .where('sidik', '=', sidik)
      .executeTakeFirst();
    return numUpdatedRows > 0n ? id : null;
  }

  async akhiri(sidik: string): Promise<void> {
    await this.basis.db.deleteFrom('sesi').where('sidik', '=', sidik).execute();
  }

  /** Every session of an account, or every other one; how many there were. */
  async akhiriAkun(akun: string, kecuali?: string): Promise<number> {
    const { numDeletedRows } = await this.basis.db
      .deleteFrom('sesi')
      .where('akun', '=', akun)
      .$if(kecuali !== undefined, (q) => q.where('sidik', '!=', kecuali as string))
      .executeTakeFirst();
    return Number(numDeletedRows);
  }

  /** Throws away what is over. */
  async bersihkan(): Promise<void> {
    const sebelum = (ms: number): string => new Date(this.clock.now().getTime() - ms).toISOString();
    await this.basis.db
      .deleteFrom('sesi')
      .where((eb) =>
        eb.or([eb('dilihat', '<', sebelum(MENGANGGUR_MS)), eb('dibuat', '<', sebelum(TERLAMA_MS))]),
      )
      .execute();
  }

  private async lihat(sidik: string): Promise<void> {
    const dilihat = this.clock.now().toISOString();
    await this.basis.db.updateTable('sesi').set({ dilihat }).where('sidik', '=', sidik).execute();
  }
}
