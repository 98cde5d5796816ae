import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';
import type { KunciInduk } from '../kunci-induk.js';

const BITA = 20; // RFC 4226, section 4: as long as the hash
const JENDELA = 1; // steps of 30 s before and after, for clocks that differ
const KODE = /^\d{6}$/;
const konteks = (akun: string): string => `totp:${akun}`;

const totp = (rahasia: Uint8Array, nama: string): TOTP =>
  new TOTP({
    issuer: 'Amanah',
    label: nama,
    secret: new Secret({ buffer: Uint8Array.from(rahasia).buffer }),
  });

export type TotpBaru = {
  /** As it is stored until it is confirmed. */
  readonly bungkusan: Uint8Array;
  /** What an authenticator app takes in: shown this once. */
  readonly uri: string;
  readonly rahasia: string;
  readonly svg: string;
};

/** The second factor (RFC 6238: SHA-1, six digits, 30 s, which is what every app knows). */
export class FaktorKedua {
  constructor(private readonly kunci: KunciInduk) {}

  buat(akun: string, nama: string): TotpBaru {
    const secret = new Secret({ size: BITA });
    const bita = new Uint8Array(secret.buffer);
    const uri = totp(bita, nama).toString();
    const svg = renderSVG(uri, { border: 2 });
    return { bungkusan: this.kunci.bungkus(bita, konteks(akun)), uri, rahasia: secret.base32, svg };
  }

  /** The step that the code is of; null when it is of none near `saat`, or of one that was used (RFC 6238, section 5.2). */
  langkah(akun: string, bungkusan: Uint8Array, kode: string, saat: Date, terpakai: number): number | null {
    if (!KODE.test(kode)) return null;
    const pemeriksa = totp(this.kunci.buka(bungkusan, konteks(akun)), '');
    const timestamp = saat.getTime();
    const geser = pemeriksa.validate({ token: kode, timestamp, window: JENDELA });
    if (geser === null) return null;
    const langkah = pemeriksa.counter({ timestamp }) + geser;
    return langkah > terpakai ? langkah : null;
  }
}
