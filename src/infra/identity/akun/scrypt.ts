import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { tolak } from '../../../kernel/penolakan.js';
import type { Rahasia } from '../../../kernel/rahasia.js';

const [R, P, PANJANG, GARAM] = [8, 1, 32, 16] as const;
const ANTRE = 24; // waiting; at 0.3 s each the last one is answered before its request is given up
const BENTUK = /^scrypt\$(\d{4,7})\$([\w-]{22})\$([\w-]{43})$/;

type Tersimpan = { readonly n: number; readonly garam: Uint8Array; readonly hasil: Uint8Array };

const urai = (teks: string): Tersimpan => {
  const [, n, garam = '', hasil = ''] = BENTUK.exec(teks) ?? [];
  if (n === undefined) throw new Error('a stored password has an unknown form');
  return { n: Number(n), garam: Buffer.from(garam, 'base64url'), hasil: Buffer.from(hasil, 'base64url') };
};

/**
 * Passwords as they are stored. One derivation at a time, since each takes 128 MiB and a core; with too many waiting it
 * refuses COBA_LAGI. Every comparison is exactly one derivation, also where there is nothing to compare with.
 */
export class PengolahSandi {
  private ekor: Promise<unknown> = Promise.resolve();
  private menunggu = 0;
  private readonly umpan: string;
  /** Derivations since the start. */
  dihitung = 0;

  constructor(private readonly n: number) {
    const acak = (bita: number): string => randomBytes(bita).toString('base64url');
    this.umpan = `scrypt$${n}$${acak(GARAM)}$${acak(PANJANG)}`; // of no password
  }

  async sidik(sandi: Rahasia): Promise<string> {
    const garam = randomBytes(GARAM);
    const hasil = await this.turunkan(sandi, garam, this.n);
    return `scrypt$${this.n}$${garam.toString('base64url')}$${Buffer.from(hasil).toString('base64url')}`;
  }

  /** Whether this is the password; null stands for an account that is not there, and takes as long. */
  async cocok(sandi: Rahasia, tersimpan: string | null): Promise<boolean> {
    const { n, garam, hasil } = urai(tersimpan ?? this.umpan);
    const sama = timingSafeEqual(await this.turunkan(sandi, garam, n), hasil);
    return sama && tersimpan !== null;
  }

  /** Whether it was stored at another cost than today's. */
  usang(tersimpan: string): boolean {
    return urai(tersimpan).n !== this.n;
  }

  private async turunkan(sandi: Rahasia, garam: Uint8Array, n: number): Promise<Uint8Array> {
    if (this.menunggu >= ANTRE) return tolak('COBA_LAGI', { sebab: 'antrean sandi penuh' });
    this.menunggu++;
    const giliran = this.ekor.then(() => {
      this.dihitung++;
      return hitung(sandi, garam, n);
    });
    this.ekor = giliran.catch(() => undefined);
    return giliran.finally(() => {
      this.menunggu--;
    });
  }
}

const hitung = (sandi: Rahasia, garam: Uint8Array, n: number): Promise<Uint8Array> =>
  new Promise((jawab, gagal) => {
    const opsi = { N: n, r: R, p: P, maxmem: 130 * n * R }; // 128·N·r, and a little
    sandi.pakai((isi) => scrypt(isi, garam, PANJANG, opsi, (e, hasil) => (e ? gagal(e) : jawab(hasil))));
  });
