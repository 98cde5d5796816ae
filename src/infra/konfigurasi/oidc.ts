import { readFileSync } from 'node:fs';
import { Rahasia } from '../../kernel/rahasia.js';
import { label } from '../../kernel/teks.js';

/** The provider whose word on who somebody is we take (OpenID Connect). */
export type KonfigurasiOidc = {
  /** Exactly as it calls itself, with or without the last slash. */
  readonly penerbit: string;
  readonly klien: string;
  readonly rahasia: Rahasia;
  /** What the button says. */
  readonly nama: string;
  /** Ways of logging in (acr) that have a second factor; one of them is then asked for. Empty: none is known. */
  readonly acr: readonly string[];
};
type Lingkungan = Readonly<Record<string, string | undefined>>;
export type BacaanOidc = { readonly oidc?: KonfigurasiOidc; readonly salah: readonly string[] };

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const VARIABEL = ['PENERBIT', 'KLIEN', 'RAHASIA', 'RAHASIA_FILE', 'NAMA', 'ACR'].map(
  (v) => `AMANAH_OIDC_${v}`,
);
const NAMA = 'Masuk dengan akun instansi';
const KLIEN = /^[\x21-\x7e]{1,255}$/;
const ACR = /^[\x21-\x7e]{1,200}( [\x21-\x7e]{1,200}){0,9}$/;

/** https, or plain http on the machine itself. */
export const alamatPenyediaSah = (teks: string): boolean => {
  if (!URL.canParse(teks)) return false;
  const { protocol, hostname, username, password } = new URL(teks);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
};

export const penerbitSah = (teks: string): boolean =>
  alamatPenyediaSah(teks) && !/[?#\s]/.test(teks) && !teks.includes('/.well-known/');

const terisi = (env: Lingkungan, nama: string): string | undefined => env[nama] || undefined;

const rahasia = (env: Lingkungan, salah: string[]): Rahasia | undefined => {
  const berkas = terisi(env, 'AMANAH_OIDC_RAHASIA_FILE');
  try {
    const teks =
      berkas === undefined
        ? terisi(env, 'AMANAH_OIDC_RAHASIA')
        : readFileSync(berkas, 'utf8').replace(/\r?\n$/, '');
    if (teks) return new Rahasia(teks);
  } catch {}
  salah.push(
    berkas === undefined
      ? 'AMANAH_OIDC_RAHASIA atau AMANAH_OIDC_RAHASIA_FILE harus diisi'
      : 'AMANAH_OIDC_RAHASIA_FILE harus berkas berisi rahasia yang dapat dibaca',
  );
  return undefined;
};

const nama = (env: Lingkungan, salah: string[]): string => {
  try {
    return label(terisi(env, 'AMANAH_OIDC_NAMA') ?? NAMA);
  } catch {
    salah.push('AMANAH_OIDC_NAMA harus teks pendek untuk tombolnya');
    return NAMA;
  }
};

/** Reads AMANAH_OIDC_*: nothing where none is set. What is wrong is named without its value. */
export const bacaOidc = (env: Lingkungan): BacaanOidc => {
  if (VARIABEL.every((v) => terisi(env, v) === undefined)) return { salah: [] };
  const salah: string[] = [];
  const penerbit = terisi(env, 'AMANAH_OIDC_PENERBIT') ?? '';
  const klien = terisi(env, 'AMANAH_OIDC_KLIEN') ?? '';
  const acr = terisi(env, 'AMANAH_OIDC_ACR') ?? '';
  if (!penerbitSah(penerbit))
    salah.push('AMANAH_OIDC_PENERBIT harus https:// tanpa sandi dan kueri (http:// hanya ke loopback)');
  if (!KLIEN.test(klien)) salah.push('AMANAH_OIDC_KLIEN harus diisi, tanpa spasi');
  if (acr !== '' && !ACR.test(acr)) salah.push('AMANAH_OIDC_ACR harus daftar nilai, dipisah satu spasi');
  // The one address that the provider sends people back to: it cannot follow from a request.
  if (!terisi(env, 'AMANAH_ASAL')) salah.push('AMANAH_ASAL harus diisi bila AMANAH_OIDC_PENERBIT diisi');
  const [kunci, tombol] = [rahasia(env, salah), nama(env, salah)];
  if (salah.length > 0 || kunci === undefined) return { salah };
  const daftar = acr === '' ? [] : acr.split(' ');
  return { oidc: { penerbit, klien, rahasia: kunci, nama: tombol, acr: daftar }, salah };
};
