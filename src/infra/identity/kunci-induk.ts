import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TokoTidakTersedia } from '../../kernel/event-store.js';
import type { BasisIdentitas } from './basis-identitas.js';

export const BERKAS_KUNCI_INDUK = 'kunci-induk';
const PANJANG = 32;
const VERSI = 1;
const NONCE = 12;
const CAP = 16;
const TANDA = 'tanda:kunci-induk';

/** What was wrapped cannot be opened: another key, another context, or changed bytes. */
export class BungkusanRusak extends Error {
  override readonly name = 'BungkusanRusak';
  constructor() {
    super('bungkusan tidak dapat dibuka dengan kunci induk ini');
  }
}

const rata = (teks: string): Uint8Array => new TextEncoder().encode(teks);

/**
 * The one key that everything secret of an installation is wrapped with. `konteks` says what is wrapped and whose it is,
 * purpose first (`totp:AKUN`): each purpose has a key of its own, and a wrapping opens in its own context only.
 */
export class KunciInduk {
  readonly #kunci: Uint8Array;

  constructor(kunci: Uint8Array) {
    if (kunci.length !== PANJANG) throw new TypeError('a master key has 32 bytes');
    this.#kunci = Uint8Array.from(kunci);
  }

  /** AES-256-GCM: version, nonce, tag, ciphertext. */
  bungkus(isi: Uint8Array, konteks: string): Uint8Array {
    const nonce = randomBytes(NONCE);
    const sandi = createCipheriv('aes-256-gcm', this.kunciUntuk(konteks), nonce).setAAD(rata(konteks));
    const tersandi = Buffer.concat([sandi.update(isi), sandi.final()]);
    return Uint8Array.from(Buffer.concat([Uint8Array.of(VERSI), nonce, sandi.getAuthTag(), tersandi]));
  }

  /** Throws BungkusanRusak. */
  buka(bungkusan: Uint8Array, konteks: string): Uint8Array {
    const mulai = 1 + NONCE + CAP;
    if (bungkusan[0] !== VERSI || bungkusan.length < mulai) throw new BungkusanRusak();
    const buka = createDecipheriv('aes-256-gcm', this.kunciUntuk(konteks), bungkusan.subarray(1, 1 + NONCE), {
      authTagLength: CAP,
    });
    buka.setAAD(rata(konteks)).setAuthTag(bungkusan.subarray(1 + NONCE, mulai));
    try {
      return Uint8Array.from(Buffer.concat([buka.update(bungkusan.subarray(mulai)), buka.final()]));
    } catch {
      throw new BungkusanRusak();
    }
  }

  /** A keyed fingerprint: the same text gives the same bytes, and without the key nobody can try texts out. */
  sidik(teks: string, konteks: string): Uint8Array {
    return Uint8Array.from(createHmac('sha256', this.kunciUntuk(konteks)).update(teks).digest());
  }

  private kunciUntuk(konteks: string): Uint8Array {
    const keperluan = konteks.split(':')[0] ?? '';
    return new Uint8Array(
      hkdfSync('sha256', this.#kunci, new Uint8Array(), `amanah/1/${keperluan}`, PANJANG),
    );
  }

  toJSON(): string {
    return '[rahasia]';
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[rahasia]';
  }
}

const bacaBerkas = (jalur: string): Uint8Array | undefined => {
  try {
    return Uint8Array.from(Buffer.from(readFileSync(jalur, 'utf8').trim(), 'base64'));
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new TokoTidakTersedia(`Kunci induk ${jalur} tidak dapat dibaca.`, e);
  }
};

/** Made whole beside it and linked into place: of two processes that begin at once the first one's key is everybody's. */
const buatBerkas = (jalur: string): void => {
  const baru = `${jalur}.${process.pid}.baru`;
  writeFileSync(baru, `${randomBytes(PANJANG).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(baru, jalur);
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code !== 'EEXIST') throw e;
  } finally {
    rmSync(baru);
  }
};

const PASANG_KEMBALI = `Pasang kembali berkas ${BERKAS_KUNCI_INDUK} (atau AMANAH_KUNCI_INDUK) yang semula.`;

const bertanda = async ({ db }: BasisIdentitas): Promise<boolean> =>
  (await db.selectFrom('tanda_kunci').select('id').executeTakeFirst()) !== undefined;

/** A new key is made for a database that was never used with one. Read again after that: who made the mark made the key first. */
const kunciBerkas = async (folder: string, basis: BasisIdentitas): Promise<Uint8Array> => {
  const jalur = join(folder, BERKAS_KUNCI_INDUK);
  if (bacaBerkas(jalur) === undefined) {
    const sudahDipakai = await bertanda(basis);
    if (bacaBerkas(jalur) === undefined) {
      if (sudahDipakai)
        throw new TokoTidakTersedia(`Kunci induk basis data identitas ini tidak ada. ${PASANG_KEMBALI}`);
      buatBerkas(jalur);
    }
  }
  const kunci = bacaBerkas(jalur);
  if (kunci?.length === PANJANG) return kunci;
  throw new TokoTidakTersedia(`Kunci induk ${jalur} tidak berisi 32 bita base64.`);
};

/** That the database was used with this key; the first one is written down. */
const periksaTanda = async ({ db }: BasisIdentitas, kunci: KunciInduk): Promise<boolean> => {
  const isi = kunci.bungkus(rata(TANDA), TANDA);
  await db
    .insertInto('tanda_kunci')
    .values({ id: 1, isi })
    .onConflict((k) => k.doNothing())
    .execute();
  const { isi: ada } = await db
    .selectFrom('tanda_kunci')
    .select('isi')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  try {
    return timingSafeEqual(kunci.buka(ada, TANDA), rata(TANDA));
  } catch {
    return false;
  }
};

/**
 * The master key of an installation: the one given, else that of the data folder, which is made there the first time.
 * TokoTidakTersedia when the identity database was written with another one, or its own is gone: what is wrapped in it would be lost.
 */
export const siapkanKunciInduk = async (
  folder: string,
  basis: BasisIdentitas,
  diberikan?: string,
): Promise<KunciInduk> => {
  const bita =
    diberikan === undefined
      ? await kunciBerkas(folder, basis)
      : Uint8Array.from(Buffer.from(diberikan, 'base64'));
  const kunci = new KunciInduk(bita);
  if (await periksaTanda(basis, kunci)) return kunci;
  throw new TokoTidakTersedia(`Kunci induk ini bukan kunci basis data identitasnya. ${PASANG_KEMBALI}`);
};
