import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  type KeyObject,
  randomBytes,
  scrypt,
} from 'node:crypto';
import type { Rahasia } from '../../kernel/rahasia.js';

const [GARAM, IV, TANDA, BITA_KUNCI] = [16, 12, 16, 32];
const [R, P] = [8, 1];
export const FRASA_TERPENDEK = 12; // characters
export const FRASA_TERBESAR = 1_024; // bytes

/** 12 characters at least, 1,024 bytes at most; characters counted in the UTF-8 itself, which is never made into text. */
export const frasaSah = (f: Rahasia): boolean =>
  f.bita <= FRASA_TERBESAR &&
  f.pakai((isi) => isi.reduce((n, b) => n + ((b & 0xc0) === 0x80 ? 0 : 1), 0)) >= FRASA_TERPENDEK;

let antre: Promise<unknown> = Promise.resolve();

/** 128 N r bytes each: one at a time, or forty officials at once would take five gigabytes. */
const turunkan = (frasa: Rahasia, garam: Buffer, biaya: number): Promise<Buffer> => {
  const satu = (): Promise<Buffer> =>
    frasa.pakai(
      (isi) =>
        new Promise((beri, gagal) =>
          scrypt(isi, garam, BITA_KUNCI, { N: biaya, r: R, p: P, maxmem: 256 * biaya * R }, (e, k) =>
            e === null ? beri(k) : gagal(e),
          ),
        ),
    );
  const hasil = antre.then(satu);
  antre = hasil.catch(() => undefined);
  return hasil;
};

/** A private key under a passphrase; `ikatan` (whose, which) is bound to it, so that rows cannot be exchanged. */
export const bungkusKunci = async (
  kunci: KeyObject,
  frasa: Rahasia,
  biaya: number,
  ikatan: string,
): Promise<Buffer> => {
  const [garam, iv] = [randomBytes(GARAM), randomBytes(IV)];
  const k = await turunkan(frasa, garam, biaya);
  const isi = kunci.export({ type: 'pkcs8', format: 'der' });
  try {
    const sandi = createCipheriv('aes-256-gcm', k, iv).setAAD(Buffer.from(ikatan));
    return Buffer.concat([garam, iv, sandi.update(isi), sandi.final(), sandi.getAuthTag()]);
  } finally {
    k.fill(0);
    isi.fill(0);
  }
};

/** The key; undefined when the passphrase is another one, or the bytes are not what was wrapped. */
export const bukaKunci = async (
  bungkusan: Uint8Array,
  frasa: Rahasia,
  biaya: number,
  ikatan: string,
): Promise<KeyObject | undefined> => {
  const b = Buffer.from(bungkusan);
  const k = await turunkan(frasa, b.subarray(0, GARAM), biaya);
  try {
    const iv = b.subarray(GARAM, GARAM + IV);
    const sandi = createDecipheriv('aes-256-gcm', k, iv, { authTagLength: TANDA });
    sandi.setAAD(Buffer.from(ikatan)).setAuthTag(b.subarray(-TANDA));
    const isi = Buffer.concat([sandi.update(b.subarray(GARAM + IV, -TANDA)), sandi.final()]);
    const kunci = createPrivateKey({ key: isi, type: 'pkcs8', format: 'der' });
    isi.fill(0);
    return kunci;
  } catch {
    return undefined;
  } finally {
    k.fill(0);
  }
};
