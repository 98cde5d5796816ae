import {
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  X509Certificate,
} from 'node:crypto';
import type { Selectable } from 'kysely';
import type { AsalTte } from '../../approval/tanda-tangan/penyedia.js';
import type { Clock } from '../../kernel/event-store.js';
import { tolak } from '../../kernel/penolakan.js';
import type { Rahasia } from '../../kernel/rahasia.js';
import { sha256Hex } from '../../kernel/sidik.js';
import type { BasisIdentitas } from '../identity/basis-identitas.js';
import type { CatatanKeamanan, JenisKeamanan, LogKeamanan } from '../identity/log-keamanan.js';
import { bukaKunci, bungkusKunci, frasaSah } from './bungkus-kunci.js';
import { type PesananSertifikat, TIDAK_TERSERTIFIKASI, terbitkanSertifikat } from './sertifikat.js';
import type { TabelTte } from './tte.skema.js';

/** What wraps the root's key and officials' certificates; KunciInduk is one. */
export type Pembungkus = {
  bungkus(isi: Uint8Array, konteks: string): Uint8Array;
  buka(bungkusan: Uint8Array, konteks: string): Uint8Array;
};
export type KeadaanKunci = 'tidak-ada' | 'siap' | 'terkunci' | 'kedaluwarsa';
export type KunciTerbuka = {
  readonly kunci: KeyObject;
  readonly sertifikat: Buffer;
  readonly akar: Buffer;
};
export type GagalBuka = 'frasa-salah' | 'terkunci' | 'belum-terdaftar' | 'kedaluwarsa';
export type BahanCa = {
  readonly basis: BasisIdentitas;
  readonly keamanan: LogKeamanan;
  readonly clock: Clock;
  readonly pembungkus: Pembungkus;
  readonly scryptN: number;
};

const [AKAR, KONTEKS] = ['akar', 'akar tanda tangan elektronik'];
/** A certificate holds its official's name: no row of it is readable without the master key. */
const konteksSertifikat = (id: string): string => `sertifikat-tte:${id}`;
const TAHUN = 365 * 86_400_000;
const [MASA_AKAR, MASA_PEJABAT] = [15 * TAHUN, 3 * TAHUN];
const BATAS_SALAH = 5;
const LAMA_KUNCI = 15 * 60_000;

type Baris = Selectable<TabelTte['kunci_tte']>;
const ikatan = (subjek: string, id: string): string => `${subjek}\n${id}`;
const pasangan = (): { publik: KeyObject; privat: KeyObject } => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { publik: publicKey, privat: privateKey };
};

/** Our own authority for officials' keys: vouches for nobody outside, and says so in every certificate. */
export class CaTertanam {
  constructor(private readonly b: BahanCa) {}

  /** The root's certificate (DER); made at the first call, once however many ask. */
  async akar(): Promise<readonly Buffer[]> {
    return [(await this.bacaAkar()).sertifikat];
  }

  /** SHA-256 of every certificate that a subject has or had. */
  async milik(subjek: string): Promise<readonly string[]> {
    const q = this.b.basis.db.selectFrom('kunci_tte').select('sidik').where('subjek', '=', subjek);
    return (await q.execute()).map((x) => x.sidik);
  }

  /** SHA-256 of each revoked certificate, and since when. */
  async dicabut(): Promise<ReadonlyMap<string, Date>> {
    const q = this.b.basis.db
      .selectFrom('kunci_tte')
      .select(['sidik', 'dicabut'])
      .where('dicabut', 'is not', null);
    return new Map((await q.execute()).map((x) => [x.sidik, new Date(x.dicabut ?? 0)]));
  }

  async status(
    subjek: string,
  ): Promise<{ keadaan: KeadaanKunci; sampai: string | null; sidik: string | null }> {
    const k = await this.berlaku(subjek);
    if (k === undefined) return { keadaan: 'tidak-ada', sampai: null, sidik: null };
    return { keadaan: this.keadaan(k), sampai: k.sampai, sidik: k.sidik };
  }

  /** A key and certificate of an official's own. Refuses FRASA_TIDAK_SAH and, while one is valid, KUNCI_TTE_SUDAH_ADA. */
  async buatKunci(
    subjek: string,
    nama: string,
    sebutan: string,
    frasa: Rahasia,
    asal: AsalTte = {},
  ): Promise<string> {
    if (!frasaSah(frasa)) tolak('FRASA_TIDAK_SAH');
    const lama = await this.berlaku(subjek);
    if (lama !== undefined && this.keadaan(lama) !== 'kedaluwarsa') tolak('KUNCI_TTE_SUDAH_ADA');
    if (lama !== undefined) await this.tandaiDicabut(lama.id, lama.sampai);
    const { publik, privat } = pasangan();
    const id = randomUUID();
    const bungkusan = await bungkusKunci(privat, frasa, this.b.scryptN, ikatan(subjek, id));
    const penerbit = await this.bacaAkar();
    const pesanan = this.masa(
      { perihal: { nama, sebutan, subjek }, kunci: publik, jenis: 'pejabat' as const, penerbit },
      MASA_PEJABAT,
    );
    const sertifikat = terbitkanSertifikat(pesanan);
    const baris = {
      ...{ id, subjek, bungkusan, sidik: sha256Hex(sertifikat), biaya: this.b.scryptN },
      sertifikat: this.b.pembungkus.bungkus(sertifikat, konteksSertifikat(id)),
      ...{ dibuat: pesanan.dari.toISOString(), sampai: pesanan.sampai.toISOString() },
      ...{ dicabut: null, percobaan: 0, terkunci: null },
    };
    const hasil = await this.b.basis.db
      .insertInto('kunci_tte')
      .values(baris)
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    if (hasil.numInsertedOrUpdatedRows !== 1n) tolak('KUNCI_TTE_SUDAH_ADA'); // another request was faster
    await this.catat('KUNCI_TTE_DIUBAH', subjek, asal, { kunci: id, perbuatan: 'dibuat' });
    return baris.sidik;
  }

  async gantiFrasa(subjek: string, lama: Rahasia, baru: Rahasia, asal: AsalTte = {}): Promise<void> {
    if (!frasaSah(baru)) tolak('FRASA_TIDAK_SAH');
    const terbuka = await this.buka(subjek, lama, asal);
    if (terbuka === 'frasa-salah') return tolak('FRASA_SALAH');
    if (terbuka === 'terkunci') return tolak('KUNCI_TTE_TERKUNCI');
    const k = await this.berlaku(subjek);
    if (typeof terbuka === 'string' || k === undefined) return tolak('KUNCI_TTE_BELUM_ADA');
    const biaya = this.b.scryptN;
    const bungkusan = await bungkusKunci(terbuka.kunci, baru, biaya, ikatan(subjek, k.id));
    await this.b.basis.db.updateTable('kunci_tte').set({ bungkusan, biaya }).where('id', '=', k.id).execute();
    await this.catat('KUNCI_TTE_DIUBAH', subjek, asal, { kunci: k.id, perbuatan: 'frasa-diganti' });
  }

  /** From now on nothing is signed with it, and it stays known as revoked. The wrapped key itself goes. */
  async cabut(subjek: string, asal: AsalTte = {}): Promise<void> {
    const k = (await this.berlaku(subjek)) ?? tolak('KUNCI_TTE_BELUM_ADA');
    await this.tandaiDicabut(k.id, this.kini());
    await this.catat('KUNCI_TTE_DIUBAH', subjek, asal, { kunci: k.id, perbuatan: 'dicabut' });
  }

  /** Opens an official's key. A wrong passphrase counts before it is tried, so that many at once are not more than five. */
  async buka(subjek: string, frasa: Rahasia, asal: AsalTte = {}): Promise<KunciTerbuka | GagalBuka> {
    const k = await this.berlaku(subjek);
    if (k === undefined) return 'belum-terdaftar';
    if (this.keadaan(k) === 'kedaluwarsa') return 'kedaluwarsa';
    const percobaan = await this.hitungPercobaan(k.id);
    if (percobaan === null) return 'terkunci';
    const kunci = frasaSah(frasa)
      ? await bukaKunci(k.bungkusan, frasa, k.biaya, ikatan(subjek, k.id))
      : undefined;
    if (kunci === undefined) return this.frasaSalah(k, percobaan, asal);
    await this.setel(k.id, { percobaan: 0, terkunci: null });
    const sertifikat = Buffer.from(this.b.pembungkus.buka(k.sertifikat, konteksSertifikat(k.id)));
    return { kunci, sertifikat, akar: (await this.bacaAkar()).sertifikat };
  }

  private async frasaSalah({ id, subjek }: Baris, percobaan: number, asal: AsalTte): Promise<GagalBuka> {
    await this.catat('FRASA_SANDI_SALAH', subjek, asal, { kunci: id, percobaan });
    if (percobaan === BATAS_SALAH)
      await this.catat('KUNCI_TTE_TERKUNCI', subjek, asal, { kunci: id, menit: LAMA_KUNCI / 60_000 });
    return 'frasa-salah';
  }

  /** Which attempt in a row this is; null while locked. The fifth locks before it is tried: a crash in it leaves no lock without an end. */
  private async hitungPercobaan(id: string): Promise<number | null> {
    const { db } = this.b.basis;
    const sampai = new Date(this.b.clock.now().getTime() + LAMA_KUNCI).toISOString();
    await db
      .updateTable('kunci_tte')
      .set({ percobaan: 0, terkunci: null })
      .where('id', '=', id)
      .where('terkunci', '<=', this.kini())
      .execute();
    const naik = await db
      .updateTable('kunci_tte')
      .set(({ eb, ref }) => ({
        percobaan: eb('percobaan', '+', 1),
        terkunci: eb
          .case()
          .when('percobaan', '>=', BATAS_SALAH - 1)
          .then(sampai)
          .else(ref('terkunci'))
          .end(),
      }))
      .where('id', '=', id)
      .where('percobaan', '<', BATAS_SALAH)
      .returning('percobaan')
      .executeTakeFirst();
    return naik?.percobaan ?? null;
  }

  private kini(): string {
    return this.b.clock.now().toISOString();
  }

  private keadaan({ sampai, terkunci }: Baris): KeadaanKunci {
    if (sampai <= this.kini()) return 'kedaluwarsa';
    return terkunci !== null && terkunci > this.kini() ? 'terkunci' : 'siap';
  }

  private async berlaku(subjek: string): Promise<Baris | undefined> {
    const q = this.b.basis.db.selectFrom('kunci_tte').selectAll();
    return q.where('subjek', '=', subjek).where('dicabut', 'is', null).executeTakeFirst();
  }

  private async setel(id: string, nilai: { percobaan?: number; terkunci?: string | null }): Promise<void> {
    await this.b.basis.db.updateTable('kunci_tte').set(nilai).where('id', '=', id).execute();
  }

  private async tandaiDicabut(id: string, dicabut: string): Promise<void> {
    const kosong = new Uint8Array();
    const q = this.b.basis.db.updateTable('kunci_tte').set({ dicabut, bungkusan: kosong });
    await q.where('id', '=', id).where('dicabut', 'is', null).execute();
  }

  private catat(
    jenis: JenisKeamanan,
    subjek: string,
    asal: AsalTte,
    rincian: CatatanKeamanan['rincian'],
  ): Promise<void> {
    return this.b.keamanan.catat({ ...asal, jenis, subjek, ...(rincian && { rincian }) });
  }

  private masa<T extends object>(p: T, lama: number): T & Pick<PesananSertifikat, 'dari' | 'sampai'> {
    const kini = this.b.clock.now().getTime();
    // Clocks differ: a certificate that begins now is not yet valid to a reader whose clock is behind.
    return { ...p, dari: new Date(kini - 60_000), sampai: new Date(kini + lama) };
  }

  private async bacaAkar(): Promise<PesananSertifikat['penerbit'] & { readonly sertifikat: Buffer }> {
    const cari = this.b.basis.db.selectFrom('akar_tte').selectAll().where('id', '=', AKAR);
    let baris = await cari.executeTakeFirst();
    if (baris === undefined) {
      await this.buatAkar();
      baris = await cari.executeTakeFirstOrThrow();
    }
    const isi = Buffer.from(this.b.pembungkus.buka(baris.bungkusan, KONTEKS));
    const privat = createPrivateKey({ key: isi, type: 'pkcs8', format: 'der' });
    isi.fill(0);
    const sertifikat = Buffer.from(baris.sertifikat);
    const kunci = new X509Certificate(sertifikat).publicKey;
    return { perihal: { nama: `Akar Amanah ${TIDAK_TERSERTIFIKASI}` }, kunci, privat, sertifikat };
  }

  private async buatAkar(): Promise<void> {
    const { publik: kunci, privat } = pasangan();
    const perihal = { nama: `Akar Amanah ${TIDAK_TERSERTIFIKASI}` };
    const penerbit = { perihal, kunci, privat };
    const sertifikat = terbitkanSertifikat(
      this.masa({ perihal, kunci, jenis: 'akar' as const, penerbit }, MASA_AKAR),
    );
    const bungkusan = this.b.pembungkus.bungkus(privat.export({ type: 'pkcs8', format: 'der' }), KONTEKS);
    await this.b.basis.db
      .insertInto('akar_tte')
      .values({ id: AKAR, sertifikat, bungkusan, dibuat: this.kini() })
      .onConflict((c) => c.doNothing())
      .execute();
  }
}
