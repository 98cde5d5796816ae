import { BlockList, isIP } from 'node:net';
import type { KonfigurasiOidc } from './oidc.js';

/** How people come in, and by which name the world knows this server. */
export type KonfigurasiIdentitas = {
  /** The master key in base64; undefined: a file in the data folder. Secret. */
  readonly kunciInduk?: string;
  /** Who vouches for people beside their passwords; undefined: nobody. */
  readonly oidc?: KonfigurasiOidc;
  /** Cost of a password's hash. */
  readonly scryptN: number;
  /** The public origin, such as https://amanah.kota.go.id; undefined: loopback only. */
  readonly asal?: string;
  /** Addresses of the proxies whose word on the sender is believed. */
  readonly proksi: readonly string[];
};

/** About 300 ms and 128 MiB each on one core; OWASP's floor for scrypt with r=8, p=1. */
export const SCRYPT_N = 2 ** 17;
export const SCRYPT_N_UJI = 2 ** 14;
export const IDENTITAS_BAWAAN: KonfigurasiIdentitas = { scryptN: SCRYPT_N, proksi: [] };

export const KUNCI_INDUK = 'harus 32 bita acak dalam base64 (openssl rand -base64 32)';
export const kunciIndukSah = (teks: unknown): boolean =>
  typeof teks === 'string' && /^[A-Za-z0-9+/]{43}=$/.test(teks);

export const ASAL = 'harus asal tanpa jalur: https://host, atau https://host:port';
/** An origin exactly as a browser writes it. Plain http only on the machine itself. */
export const asalSah = (teks: unknown): boolean => {
  if (typeof teks !== 'string' || !URL.canParse(teks)) return false;
  const { protocol, origin, hostname } = new URL(teks);
  const dekat = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return origin === teks && (protocol === 'https:' || (protocol === 'http:' && dekat));
};

export const PROKSI = 'harus daftar alamat IP, atau jaringan seperti 10.0.0.0/8, dipisah koma';
export const daftarProksi = (teks: string | undefined): string[] =>
  (teks ?? '')
    .split(',')
    .map((a) => a.trim())
    .filter((a) => a !== '');

const pecah = (proksi: string): [alamat: string, ragam: 'ipv4' | 'ipv6', panjang: number] | undefined => {
  const [alamat = '', panjang, ...lebih] = proksi.split('/');
  const ip = isIP(alamat);
  const terpanjang = ip === 4 ? 32 : 128;
  const n = panjang === undefined ? terpanjang : /^\d{1,3}$/.test(panjang) ? Number(panjang) : Number.NaN;
  const sah = ip !== 0 && lebih.length === 0 && n >= 1 && n <= terpanjang; // /0 would believe everybody
  return sah ? [alamat, ip === 4 ? 'ipv4' : 'ipv6', n] : undefined;
};

export const proksiSah = (teks: unknown): boolean =>
  typeof teks === 'string' && daftarProksi(teks).every((p) => pecah(p) !== undefined);

export const jaringanProksi = (proksi: readonly string[]): BlockList => {
  const daftar = new BlockList();
  for (const p of proksi) {
    const bagian = pecah(p);
    if (bagian !== undefined) daftar.addSubnet(bagian[0], bagian[2], bagian[1]);
  }
  return daftar;
};

export const SCRYPT = 'harus pangkat dua dari 16384 sampai 1048576, dan paling sedikit 131072 di produksi';
export const scryptSah = (n: unknown, produksi: boolean): boolean =>
  typeof n === 'number' &&
  Number.isInteger(Math.log2(n)) &&
  n >= (produksi ? SCRYPT_N : SCRYPT_N_UJI) &&
  n <= 2 ** 20;
