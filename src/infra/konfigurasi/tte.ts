import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { KonfigurasiTsa } from '../signing/cap-waktu.js';

/** Who signs; undefined: nobody does here. */
export type KonfigurasiTte = {
  readonly penyedia: 'tertanam' | 'bsre' | undefined;
  /** Whether a bearer token signs a text without a file, though no person proves to be behind it. */
  readonly tanpaBukti: boolean;
  readonly tsa?: KonfigurasiTsa;
};
type Lingkungan = Readonly<Record<string, string | undefined>>;

const PENYEDIA = ['tertanam', 'bsre'] as const;
/** To be typed by whoever takes it upon himself; no other value will do. */
export const SAKELAR_TERTANAM = 'ya-tidak-tersertifikasi';
const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const terisi = (teks: string | undefined): string | undefined => (teks === '' ? undefined : teks);

const sertifikat = (berkas: string): Buffer[] => {
  const isi = readFileSync(berkas);
  return (isi.toString('latin1').match(PEM) ?? [isi]).map((satu) => new X509Certificate(satu).raw);
};

const alamatSah = (alamat: string): boolean => {
  if (!URL.canParse(alamat)) return false;
  const { protocol, username, password } = new URL(alamat);
  // RFC 3161 answers are signed, and what is sent is a digest: plain HTTP is usual and harms nothing.
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '';
};

const tsa = (env: Lingkungan, salah: string[]): KonfigurasiTsa | undefined => {
  const [alamat, akar, wajib] = [env.AMANAH_TSA, env.AMANAH_TSA_AKAR, env.AMANAH_TSA_WAJIB].map(terisi);
  if (wajib !== undefined && wajib !== 'ya' && wajib !== 'tidak')
    salah.push(`AMANAH_TSA_WAJIB=${wajib}: harus ya atau tidak`);
  if (alamat === undefined) {
    if (wajib === 'ya') salah.push('AMANAH_TSA_WAJIB=ya: perlu AMANAH_TSA');
    return undefined;
  }
  if (!alamatSah(alamat)) salah.push('AMANAH_TSA=…: harus alamat http(s) tanpa nama dan sandi');
  try {
    return { alamat, akar: akar === undefined ? [] : sertifikat(akar), wajib: wajib === 'ya' };
  } catch {
    salah.push(`AMANAH_TSA_AKAR=${akar}: harus berkas sertifikat (PEM atau DER)`);
    return undefined;
  }
};

const penyedia = (env: Lingkungan, salah: string[]): KonfigurasiTte['penyedia'] => {
  const produksi = env.NODE_ENV === 'production';
  const diminta = terisi(env.AMANAH_TTE) ?? (produksi ? undefined : 'tertanam');
  const dikenal = PENYEDIA.find((p) => p === diminta);
  const sakelar = terisi(env.AMANAH_TTE_TERTANAM);
  if (diminta !== undefined && dikenal === undefined)
    salah.push(`AMANAH_TTE=${diminta}: harus salah satu dari ${PENYEDIA.join(', ')}`);
  if (sakelar !== undefined && sakelar !== SAKELAR_TERTANAM)
    salah.push(`AMANAH_TTE_TERTANAM=${sakelar}: hanya ${SAKELAR_TERTANAM}`);
  if (produksi && dikenal === 'tertanam' && sakelar !== SAKELAR_TERTANAM)
    salah.push(
      `AMANAH_TTE=tertanam: tanda tangannya tidak tersertifikasi; di lingkungan production hanya dengan AMANAH_TTE_TERTANAM=${SAKELAR_TERTANAM}`,
    );
  if (sakelar === SAKELAR_TERTANAM && dikenal !== 'tertanam')
    salah.push(`AMANAH_TTE_TERTANAM=${sakelar}: hanya bersama AMANAH_TTE=tertanam`);
  return dikenal;
};

const tanpaBukti = (env: Lingkungan, salah: string[]): boolean => {
  const jawab = terisi(env.AMANAH_TTD_TOKEN);
  if (jawab !== undefined && jawab !== 'ya' && jawab !== 'tidak')
    salah.push(`AMANAH_TTD_TOKEN=${jawab}: harus ya atau tidak`);
  return jawab === undefined ? env.NODE_ENV !== 'production' : jawab === 'ya';
};

/** What the environment says of signatures, with every fault by its variable's name. */
export const bacaTte = (
  env: Lingkungan,
): { readonly tte: KonfigurasiTte; readonly salah: readonly string[] } => {
  const salah: string[] = [];
  const [siapa, cap] = [penyedia(env, salah), tsa(env, salah)];
  const tte = { penyedia: siapa, tanpaBukti: tanpaBukti(env, salah), ...(cap && { tsa: cap }) };
  return { tte, salah };
};
