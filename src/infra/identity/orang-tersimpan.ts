import { sql, type Transaction } from 'kysely';
import type { DataOrang } from '../../approval/direktori-orang.js';
import { Penolakan, tolak } from '../../kernel/penolakan.js';
import {
  BukuOrang,
  type IsiOrang,
  type KunciOrang,
  type PencarianOrang,
  type PerintahOrang,
  type VersiOrang,
} from '../../planning/orang/buku-orang.js';
import type { BasisIdentitas } from './basis-identitas.js';
import type { KunciInduk } from './kunci-induk.js';
import type { LogKeamanan } from './log-keamanan.js';
import { bacaSandi, kunciBaru, sandikan, uuidDari } from './sandi-orang.js';
import type { SkemaIdentitas } from './skema.js';

type Trx = Transaction<SkemaIdentitas>;
type Baris = {
  readonly subjek: string;
  readonly pemda: string;
  readonly kunci: Uint8Array;
  readonly mulai: string;
  readonly isi: Uint8Array;
};

const SEKALI = 500; // subject ids of one statement
const JENIS_CARI = ['nip', 'nik', 'surel'] as const;
const konteks = (subjek: string): string => `orang:${subjek}`;
const hex = (bita: Uint8Array): string => Buffer.from(bita).toString('hex');

const perPotong = <T>(isi: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(isi.length / SEKALI) }, (_, i) => isi.slice(i * SEKALI, (i + 1) * SEKALI));

/** The newest that had begun by then; before the first one, the first: they were that person already. */
const pilih = <T extends { readonly mulai: string }>(versi: readonly T[], pada: string): T | undefined =>
  versi.findLast((v) => v.mulai <= pada) ?? versi[0];

/**
 * Persons in the identity database: a key for each, wrapped by the master key, and what was known of them from a day on,
 * encrypted with it. Erasing is deleting row and key; nothing decrypted is kept in memory.
 */
export class OrangTersimpan extends BukuOrang {
  constructor(
    private readonly basis: BasisIdentitas,
    private readonly induk: KunciInduk,
    private readonly keamanan: LogKeamanan,
  ) {
    super();
  }

  subjekBaru(pemda: string, idPerintah: string): string {
    return uuidDari(this.induk.sidik(`${pemda} ${idPerintah}`, 'orang-subjek'));
  }

  catat(k: KunciOrang, isi: IsiOrang, perintah: PerintahOrang): Promise<void> {
    return this.sekali(k, perintah, async (trx) => {
      const ada = await trx.selectFrom('orang').select('pemda').where('subjek', '=', k.subjek).execute();
      if (ada.length > 0) return tolak('ORANG_SUDAH_ADA');
      const kunci = kunciBaru();
      const bungkusan = this.induk.bungkus(kunci, konteks(k.subjek));
      await trx
        .insertInto('orang')
        .values({ ...k, kunci: bungkusan })
        .execute();
      await this.simpanVersi(trx, k, kunci, isi);
    });
  }

  koreksi(k: KunciOrang, isi: IsiOrang, perintah: PerintahOrang): Promise<void> {
    return this.sekali(k, perintah, async (trx) => {
      const ada = await trx
        .selectFrom('orang')
        .select('kunci')
        .where('subjek', '=', k.subjek)
        .where('pemda', '=', k.pemda)
        .executeTakeFirst();
      if (ada === undefined) return tolak('TIDAK_DITEMUKAN');
      await this.simpanVersi(trx, k, this.induk.buka(ada.kunci, konteks(k.subjek)), isi);
    });
  }

  async dikenal({ pemda, subjek }: KunciOrang): Promise<boolean> {
    const ada = await this.basis.db
      .selectFrom('orang')
      .select('subjek')
      .where('subjek', '=', subjek)
      .where('pemda', '=', pemda)
      .executeTakeFirst();
    return ada !== undefined;
  }

  async hapus({ pemda, subjek }: KunciOrang): Promise<void> {
    await this.basis.db.transaction().execute(async (trx) => {
      await this.berubah(trx, pemda);
      // Versions, hashes and commands go with it (on delete cascade); SQLite overwrites them (secure_delete).
      const { numDeletedRows } = await trx
        .deleteFrom('orang')
        .where('subjek', '=', subjek)
        .where('pemda', '=', pemda)
        .executeTakeFirstOrThrow();
      if (numDeletedRows > 0n) await this.hapusAkun(trx, subjek);
    });
  }

  async muat(daftar: readonly (KunciOrang & { readonly pada: string })[]): Promise<(VersiOrang | null)[]> {
    const semua = new Map<string, Baris[]>();
    for (const potong of perPotong([...new Set(daftar.map((d) => d.subjek))]))
      for (const b of await this.baris((q) => q.where('orang.subjek', 'in', potong)))
        semua.set(b.subjek, [...(semua.get(b.subjek) ?? []), b]);
    const terbaca = new Map<Baris, VersiOrang>();
    return daftar.map(({ pemda, subjek, pada }) => {
      const b = pilih(semua.get(subjek) ?? [], pada);
      if (b === undefined || b.pemda !== pemda) return null;
      const versi = terbaca.get(b) ?? this.versi(b);
      terbaca.set(b, versi);
      return versi;
    });
  }

  async baca(
    subjek: readonly string[],
    pada: string,
    { akun, keperluan }: { readonly akun: string; readonly keperluan: string },
  ): Promise<ReadonlyMap<string, DataOrang>> {
    const milik = await this.pemdaDari(subjek);
    const versi = await this.muat(milik.map((k) => ({ ...k, pada })));
    const ada = versi.filter((v) => v !== null);
    await this.keamanan.catatSemua(
      ada.map((v) => ({
        jenis: 'DATA_PRIBADI_DIBACA',
        akun,
        pemda: v.pemda,
        subjek: v.subjek,
        rincian: { keperluan },
      })),
    );
    return new Map(ada.map((v) => [v.subjek, v.data]));
  }

  async cari(pemda: string, dicari: PencarianOrang): Promise<string | null> {
    const [jenis, nilai] =
      'nip' in dicari ? (['nip', dicari.nip] as const) : (['surel', dicari.surel] as const);
    const ada = await this.basis.db
      .selectFrom('orang_cari')
      .select('subjek')
      .where('pemda', '=', pemda)
      .where('jenis', '=', jenis)
      .where('sidik', '=', this.sidikCari(jenis, nilai))
      .executeTakeFirst();
    return ada?.subjek ?? null;
  }

  async daftar(pemda: string, banyak: number, setelah: string | null): Promise<string[]> {
    const baris = await this.basis.db
      .selectFrom('orang')
      .select('subjek')
      .where('pemda', '=', pemda)
      .$if(setelah !== null, (q) => q.where('subjek', '>', setelah as string))
      .orderBy('subjek')
      .limit(banyak)
      .execute();
    return baris.map((b) => b.subjek);
  }

  /** Every subject id that anything is kept of, for applying erasures. */
  semua(): Promise<KunciOrang[]> {
    return this.basis.db.selectFrom('orang').select(['pemda', 'subjek']).execute();
  }

  /** Grows with every change of the pemda's persons. */
  async nomorPerubahan(pemda: string): Promise<number> {
    const q = this.basis.db.selectFrom('orang_perubahan').select('nomor').where('pemda', '=', pemda);
    return (await q.executeTakeFirst())?.nomor ?? 0;
  }

  /** Every name that anybody of the pemda has or had. */
  async nama(pemda: string): Promise<string[]> {
    const baris = await this.baris((q) => q.where('orang.pemda', '=', pemda));
    return baris.map((b) => this.versi(b).data.nama);
  }

  private async pemdaDari(subjek: readonly string[]): Promise<KunciOrang[]> {
    const hasil: KunciOrang[] = [];
    for (const potong of perPotong([...new Set(subjek)])) {
      const q = this.basis.db.selectFrom('orang').select(['pemda', 'subjek']);
      hasil.push(...(await q.where('subjek', 'in', potong).execute()));
    }
    return hasil;
  }

  private baris(saring: (q: ReturnType<OrangTersimpan['bergabung']>) => typeof q): Promise<Baris[]> {
    return saring(this.bergabung()).orderBy('orang_versi.mulai').execute();
  }

  private bergabung() {
    return this.basis.db
      .selectFrom('orang')
      .innerJoin('orang_versi', 'orang_versi.subjek', 'orang.subjek')
      .select(['orang.subjek', 'orang.pemda', 'orang.kunci', 'orang_versi.mulai', 'orang_versi.isi']);
  }

  private versi({ pemda, subjek, mulai, kunci, isi }: Baris): VersiOrang {
    const milik = this.induk.buka(kunci, konteks(subjek));
    return { pemda, subjek, mulai, data: bacaSandi(milik, subjek, mulai, isi) };
  }

  /** In one transaction, once for each command. The first statement writes, so that changes of a pemda take turns. */
  private async sekali(
    { pemda, subjek }: KunciOrang,
    perintah: PerintahOrang,
    kerja: (trx: Trx) => Promise<void>,
  ): Promise<void> {
    const sidik = hex(this.induk.sidik(perintah.sidik, 'orang-perintah'));
    await this.basis.db.transaction().execute(async (trx) => {
      await this.berubah(trx, pemda);
      const lama = await trx
        .selectFrom('orang_perintah')
        .selectAll()
        .where('perintah', '=', perintah.id)
        .executeTakeFirst();
      if (lama?.sidik === sidik && lama.subjek === subjek) return;
      if (lama !== undefined) return tolak('PERINTAH_BERBEDA');
      await kerja(trx);
      await trx.insertInto('orang_perintah').values({ perintah: perintah.id, sidik, subjek }).execute();
    });
  }

  /** The name at the door may be the person's own; and nobody acts for whom the log calls gone. */
  private async hapusAkun(trx: Trx, subjek: string): Promise<void> {
    const milik = trx.selectFrom('akun').select('id').where('subjek', '=', subjek);
    for (const tabel of ['sesi', 'tautan', 'akun_tugas'] as const)
      await trx.deleteFrom(tabel).where('akun', 'in', milik).execute();
    await trx.deleteFrom('akun').where('subjek', '=', subjek).execute();
    await trx.deleteFrom('kunci_tte').where('subjek', '=', subjek).execute(); // its certificate holds the name
  }

  private async berubah(trx: Trx, pemda: string): Promise<void> {
    await trx
      .insertInto('orang_perubahan')
      .values({ pemda, nomor: 1 })
      .onConflict((c) => c.column('pemda').doUpdateSet({ nomor: sql`orang_perubahan.nomor + 1` }))
      .execute();
  }

  private async simpanVersi(trx: Trx, k: KunciOrang, kunci: Uint8Array, { mulai, data }: IsiOrang) {
    const isi = sandikan(kunci, k.subjek, mulai, data);
    await trx
      .insertInto('orang_versi')
      .values({ subjek: k.subjek, mulai, isi })
      .onConflict((c) => c.columns(['subjek', 'mulai']).doUpdateSet({ isi }))
      .execute();
    const versi = await trx.selectFrom('orang_versi').selectAll().where('subjek', '=', k.subjek).execute();
    const semua = versi.map((v) => bacaSandi(kunci, k.subjek, v.mulai, v.isi));
    await trx.deleteFrom('orang_cari').where('subjek', '=', k.subjek).execute();
    for (const jenis of JENIS_CARI)
      for (const nilai of new Set(semua.map((d) => d[jenis])))
        if (nilai !== null) await this.simpanCari(trx, k, jenis, nilai);
  }

  private async simpanCari(trx: Trx, k: KunciOrang, jenis: (typeof JENIS_CARI)[number], nilai: string) {
    const sidik = this.sidikCari(jenis, nilai);
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('orang_cari')
      .values({ ...k, jenis, sidik })
      .onConflict((c) => c.columns(['pemda', 'jenis', 'sidik']).doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) throw new Penolakan('DATA_ORANG_DIPAKAI', { isian: jenis });
  }

  private sidikCari(jenis: string, nilai: string): string {
    return hex(this.induk.sidik(`${jenis} ${nilai}`, 'orang-cari'));
  }
}
