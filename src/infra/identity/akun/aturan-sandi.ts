import { tolak } from '../../../kernel/penolakan.js';
import { Rahasia } from '../../../kernel/rahasia.js';
import { INTI, PANJANG } from './sandi-umum.js';

export const SANDI_BITA = 1_024;
export const SANDI_TERPENDEK = 12; // characters
const BERBEDA = 5; // characters that differ

const pecah = (daftar: string): readonly string[] => daftar.trim().split(/\s+/);
const utuh = new Set(pecah(PANJANG));
const inti = new Set(pecah(INTI));

/** Letters that look like signs, as guessers and people use them. */
const GANTI: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
};
const terbaca = (teks: string): string[] => {
  const kecil = teks.normalize('NFKC').toLowerCase();
  const tanpaTepi = kecil.replace(/^[\d\W_]+(?=[\w@$])|(?:[\d\W_])+$/g, ''); // the year at the end is no letter
  return [kecil, tanpaTepi.replace(/[01345@$]/g, (t) => GANTI[t] ?? t)];
};

const berurut = (teks: string): boolean => {
  const kode = [...teks].map((h) => h.codePointAt(0) ?? 0);
  const langkah = new Set(kode.slice(1).map((k, i) => k - (kode[i] ?? 0)));
  return langkah.size === 1 && [-1, 0, 1].includes([...langkah][0] ?? 9);
};

/** Of one or two common words; three at random are a passphrase. */
const dua = (huruf: string): boolean =>
  inti.has(huruf) ||
  Array.from({ length: huruf.length }, (_, i) => [huruf.slice(0, i), huruf.slice(i)] as const).some(
    ([a, b]) => inti.has(a) && inti.has(b),
  );

const umum = (sandi: string): boolean =>
  terbaca(sandi).some((t) => {
    const huruf = t.replace(/[^a-z]+/g, '');
    return utuh.has(t) || berurut(t) || /^[^a-z\u0080-\u{10ffff}]+$/u.test(t) || dua(huruf);
  });

/** Few different characters, or what guessers try first. Takes time of the length squared: ask how long it is before. */
export const mudahDitebak = (teks: string): boolean => new Set(teks).size < BERBEDA || umum(teks);

/**
 * A password as it came in. Only what no scrypt should ever be spent on is refused here: longer than 1,024 bytes, a NUL,
 * half a character. Everything else is compared exactly as it is: no trimming, no folding.
 */
export const bacaSandi = (teks: unknown): Rahasia => {
  if (typeof teks !== 'string') return tolak('MASUKAN_TIDAK_SAH', { jalur: 'sandi' });
  if (!teks.isWellFormed() || teks.includes('\0'))
    return tolak('SANDI_TIDAK_MEMENUHI', { sebab: 'karakter' });
  if (Buffer.byteLength(teks) > SANDI_BITA)
    return tolak('SANDI_TIDAK_MEMENUHI', { sebab: 'terlalu panjang', batas: SANDI_BITA });
  return new Rahasia(teks);
};

/** A new password for this account. Refuses SANDI_TIDAK_MEMENUHI with the reason. */
export const sandiBaru = (teks: unknown, nama: string): Rahasia => {
  const sandi = bacaSandi(teks);
  const isi = String(teks);
  const huruf = [...isi];
  if (huruf.length < SANDI_TERPENDEK)
    tolak('SANDI_TIDAK_MEMENUHI', { sebab: 'terlalu pendek', batas: SANDI_TERPENDEK });
  if (mudahDitebak(isi)) tolak('SANDI_TIDAK_MEMENUHI', { sebab: 'mudah ditebak' });
  if (isi.toLowerCase().includes(nama)) tolak('SANDI_TIDAK_MEMENUHI', { sebab: 'memuat nama pengguna' });
  return sandi;
};

const NAMA = /^[a-z0-9](?:[a-z0-9._-]{1,38})[a-z0-9]$/;

/** The name typed at the door, as it is kept: small letters. Null for what no account can be called. */
export const namaPengguna = (teks: unknown): string | null => {
  if (typeof teks !== 'string' || teks.length > 100) return null;
  const nama = teks.trim().toLowerCase();
  return NAMA.test(nama) && !/\d{16}/.test(nama) ? nama : null; // no NIP or NIK
};
