import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Peran } from '../../../approval/wewenang.js';
import type { Clock } from '../../../kernel/event-store.js';
import { tolak } from '../../../kernel/penolakan.js';
import type { BasisIdentitas } from '../basis-identitas.js';
import type { SkemaIdentitas } from '../skema.js';

export const PERCOBAAN = 5; // wrong in a row
const KUNCI_MS = 15 * 60_000;

export type Akun = Selectable<SkemaIdentitas['akun']>;
export type Tugas = Readonly<{ jabatan: string; peran: Peran; pemda: string; opd: string; sebutan: string }>;
/** Wrong ones in a row, and whether this one locked the account: in the statement that counts it, so on every instance. */
export type Percobaan = Readonly<{ jumlah: number; terkunci: boolean }>;

/** The accounts: who may come in, and the functions they act in without holding the office. */
export class DaftarAkun {
  constructor(
    private readonly basis: BasisIdentitas,
    private readonly clock: Clock,
  ) {}

  async menurutNama(nama: string): Promise<Akun | null> {
    const akun = await this.basis.db
      .selectFrom('akun')
      .selectAll()
      .where('nama', '=', nama)
      .executeTakeFirst();
    return akun ?? null;
  }

  async menurutId(id: string): Promise<Akun | null> {
    const akun = await this.basis.db.selectFrom('akun').selectAll().where('id', '=', id).executeTakeFirst();
    return akun ?? null;
  }

  async semua(): Promise<readonly Akun[]> {
    return this.basis.db.selectFrom('akun').selectAll().orderBy('nama').execute();
  }

  async ada(): Promise<boolean> {
    return (await this.basis.db.selectFrom('akun').select('id').limit(1).executeTakeFirst()) !== undefined;
  }

  /** Refuses NAMA_PENGGUNA_DIPAKAI. The account can do nothing until it has a password and an office or tugas. */
  async buat(nama: string, subjek: string | null, sandi: string | null = null): Promise<string> {
    const id = randomUUID();
    const dibuat = this.clock.now().toISOString();
    const kosong = { totp: null, totp_calon: null, totp_langkah: 0, percobaan: 0, terkunci: null };
    const { numInsertedOrUpdatedRows } = await this.basis.db
      .insertInto('akun')
      .values({ id, nama, subjek, keadaan: 'aktif', sandi, dibuat, ...kosong })
      .onConflict((k) => k.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 0n ? tolak('NAMA_PENGGUNA_DIPAKAI') : id;
  }

  async tugas(akun: string): Promise<readonly Tugas[]> {
    const baris = await this.basis.db
      .selectFrom('akun_tugas')
      .select(['jabatan', 'peran', 'pemda', 'opd', 'sebutan'])
      .where('akun', '=', akun)
      .orderBy('jabatan')
      .execute();
    return baris as readonly Tugas[];
  }

  async beriTugas(akun: string, t: Tugas): Promise<void> {
    const { jabatan: _jabatan, ...isi } = t;
    await this.basis.db
      .insertInto('akun_tugas')
      .values({ akun, ...t })
      .onConflict((k) => k.columns(['akun', 'jabatan']).doUpdateSet(isi))
      .execute();
  }

  /** Whether it had that tugas. */
  async cabutTugas(akun: string, jabatan: string): Promise<boolean> {
    const { numDeletedRows } = await this.basis.db
      .deleteFrom('akun_tugas')
      .where('akun', '=', akun)
      .where('jabatan', '=', jabatan)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }

  terkunci({ terkunci }: Pick<Akun, 'terkunci'>): boolean {
    return terkunci !== null && terkunci > this.clock.now().toISOString();
  }

  /** Counts a wrong password or code; the fifth in a row locks for 15 minutes, which further ones do not lengthen. */
  async salah(id: string): Promise<Percobaan> {
    const kini = this.clock.now();
    const sampai = new Date(kini.getTime() + KUNCI_MS).toISOString();
    const baris = await this.basis.db
      .updateTable('akun')
      .set(({ eb, ref }) => ({
        terkunci: eb
          .case()
          .when('percobaan', '>=', PERCOBAAN - 1)
          .then(sampai)
          .else(ref('terkunci'))
          .end(),
        percobaan: eb
          .case()
          .when('percobaan', '>=', PERCOBAAN - 1)
          .then(0)
          .else(eb('percobaan', '+', 1))
          .end(),
      }))
      .where('id', '=', id)
      .where((eb) => eb.or([eb('terkunci', 'is', null), eb('terkunci', '<=', kini.toISOString())]))
      .returning('percobaan')
      .executeTakeFirst();
    if (baris === undefined) return { jumlah: PERCOBAAN, terkunci: false };
    return baris.percobaan === 0
      ? { jumlah: PERCOBAAN, terkunci: true }
      : { jumlah: baris.percobaan, terkunci: false };
  }

  /**
   * Counts a right one, if it still is: the account active and not locked, the password the one that was compared, the
   * step of the code not used by another request meanwhile. Whether it counted.
   */
  async benar(akun: Akun, langkah: number | null): Promise<boolean> {
    const kini = this.clock.now().toISOString();
    const { numUpdatedRows } = await this.basis.db
      .updateTable('akun')
      .set({ percobaan: 0, terkunci: null, ...(langkah !== null && { totp_langkah: langkah }) })
      .where('id', '=', akun.id)
      .where('keadaan', '=', 'aktif')
      .where('sandi', '=', akun.sandi)
      .where((eb) => eb.or([eb('terkunci', 'is', null), eb('terkunci', '<=', kini)]))
      .$if(langkah !== null, (q) => q.where('totp_langkah', '<', langkah as number))
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async gantiSandi(id: string, sandi: string): Promise<void> {
    const isi = { sandi, percobaan: 0, terkunci: null };
    await this.basis.db.updateTable('akun').set(isi).where('id', '=', id).execute();
  }

  /** The same password, hashed at today's cost; nothing when it was changed meanwhile. */
  async perbaruiSandi(id: string, semula: string, baru: string): Promise<void> {
    const q = this.basis.db.updateTable('akun').set({ sandi: baru });
    await q.where('id', '=', id).where('sandi', '=', semula).execute();
  }

  async ubahKeadaan(id: string, keadaan: Akun['keadaan']): Promise<void> {
    await this.basis.db.updateTable('akun').set({ keadaan }).where('id', '=', id).execute();
  }

  async bukaKunci(id: string): Promise<void> {
    await this.basis.db
      .updateTable('akun')
      .set({ percobaan: 0, terkunci: null })
      .where('id', '=', id)
      .execute();
  }

  async calonTotp(id: string, calon: Uint8Array): Promise<void> {
    await this.basis.db.updateTable('akun').set({ totp_calon: calon }).where('id', '=', id).execute();
  }

  /** What was shown becomes what is asked for. */
  async pastikanTotp(id: string, totp: Uint8Array, langkah: number): Promise<void> {
    const isi = { totp, totp_calon: null, totp_langkah: langkah };
    await this.basis.db.updateTable('akun').set(isi).where('id', '=', id).execute();
  }

  async cabutTotp(id: string): Promise<void> {
    const isi = { totp: null, totp_calon: null, totp_langkah: 0 };
    await this.basis.db.updateTable('akun').set(isi).where('id', '=', id).execute();
  }
}
