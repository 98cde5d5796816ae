import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Rahasia } from '../../kernel/rahasia.js';

export const COCOK = ['nama', 'surel', 'nik'] as const;
/** What in the signer's certificate must be this person's. */
export type Cocok = (typeof COCOK)[number];

/** BSrE Esign Client Service of the instansi: where it is, as whom we call, and whom we believe. */
export type KonfigurasiBsre = {
  readonly url: string;
  readonly pengguna: string;
  readonly sandi: Rahasia;
  /** PEM of the authority of its TLS certificate; undefined: those that Node knows. */
  readonly ca?: string;
  /** Roots of signers' and time-stamp certificates, DER. */
  readonly akar: readonly Buffer[];
  /** Files of revocation lists, read anew at each check. */
  readonly crl: readonly string[];
  readonly cocok: readonly Cocok[];
  readonly tampilan: 'terlihat' | 'tersembunyi';
  readonly asalY: 'atas' | 'bawah';
  /** Ask the service about the result too. */
  readonly pendapatKedua: boolean;
  /** For one whole request, ms. */
  readonly waktu: number;
};

type Lingkungan = Readonly<Record<string, string | undefined>>;
export type BacaanBsre = { readonly bsre?: KonfigurasiBsre; readonly salah: readonly string[] };

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];
const WAKTU = 60_000;
const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

const urlSah = (teks: string): boolean => {
  if (!URL.canParse(teks)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(teks);
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
};

const berkasSertifikat = (berkas: string): Buffer[] => {
  const isi = readFileSync(berkas);
  const pem = isi.toString('latin1').match(PEM);
  return (pem ?? [isi]).map((satu) => new X509Certificate(satu).raw);
};

const berkasBerkas = (teks: string | undefined): string[] =>
  (teks ?? '')
    .split(',')
    .map((b) => b.trim())
    .filter((b) => b !== '');

/** Keeps what is wrong, under the variable's name, never with its value. */
class Pemeriksa {
  readonly salah: string[] = [];
  constructor(private readonly env: Lingkungan) {}

  coba<T>(nama: string, sebab: string, baca: (teks: string | undefined) => T | undefined): T | undefined {
    try {
      const hasil = baca(this.env[nama] === '' ? undefined : this.env[nama]);
      if (hasil !== undefined) return hasil;
    } catch {}
    this.salah.push(`${nama} ${sebab}`);
    return undefined;
  }

  satu<T extends string>(nama: string, boleh: readonly [T, ...T[]]): T | undefined {
    return this.coba(nama, `harus salah satu dari ${boleh.join(', ')}`, (t) =>
      t === undefined ? boleh[0] : boleh.find((b) => b === t),
    );
  }
}

const sandi = (p: Pemeriksa, env: Lingkungan): Rahasia | undefined =>
  env.AMANAH_BSRE_SANDI_FILE
    ? p.coba('AMANAH_BSRE_SANDI_FILE', 'harus berkas berisi sandi yang dapat dibaca', (berkas) => {
        const teks = readFileSync(berkas ?? '', 'utf8').replace(/\r?\n$/, '');
        return teks === '' ? undefined : new Rahasia(teks);
      })
    : p.coba('AMANAH_BSRE_SANDI', 'atau AMANAH_BSRE_SANDI_FILE harus diisi', (t) =>
        t === undefined ? undefined : new Rahasia(t),
      );

const akar = (p: Pemeriksa): Buffer[] | undefined =>
  p.coba('AMANAH_BSRE_AKAR', 'harus berkas sertifikat akar (PEM atau DER), dipisah koma', (t) => {
    const isi = berkasBerkas(t).flatMap(berkasSertifikat);
    return isi.length === 0 ? undefined : isi;
  });

const ca = (p: Pemeriksa, env: Lingkungan): string | undefined =>
  env.AMANAH_BSRE_CA
    ? p.coba('AMANAH_BSRE_CA', 'harus berkas sertifikat PEM', (t) =>
        berkasSertifikat(t ?? '')
          .map((der) => new X509Certificate(der).toString())
          .join('\n'),
      )
    : undefined;

const cocok = (p: Pemeriksa): Cocok[] | undefined =>
  p.coba('AMANAH_BSRE_COCOK', `harus daftar dari ${COCOK.join(', ')}`, (t) => {
    const diminta = t === undefined ? ['nama'] : berkasBerkas(t);
    const dikenal = COCOK.filter((c) => diminta.includes(c));
    return dikenal.length === new Set(diminta).size && dikenal.length > 0 ? dikenal : undefined;
  });

const waktu = (p: Pemeriksa): number | undefined =>
  p.coba('AMANAH_BSRE_WAKTU', 'harus 1000 sampai 300000 (milidetik)', (t = String(WAKTU)) =>
    /^\d{4,6}$/.test(t) && Number(t) >= 1_000 && Number(t) <= 300_000 ? Number(t) : undefined,
  );

const crl = (p: Pemeriksa): string[] | undefined =>
  p.coba('AMANAH_BSRE_CRL', 'harus berkas daftar pencabutan yang dapat dibaca, dipisah koma', (t) => {
    const berkas = berkasBerkas(t);
    for (const b of berkas) readFileSync(b);
    return berkas;
  });

/** Reads AMANAH_BSRE_*: nothing where there is no address. `wajib`: it is the provider that was chosen. */
export const bacaBsre = (env: Lingkungan, wajib = env.AMANAH_TTE === 'bsre'): BacaanBsre => {
  if (!env.AMANAH_BSRE_URL && !wajib) return { salah: [] };
  const p = new Pemeriksa(env);
  const bagian = {
    url: p.coba('AMANAH_BSRE_URL', 'harus https:// tanpa sandi (http:// hanya ke loopback)', (t) =>
      t !== undefined && urlSah(t) ? t : undefined,
    ),
    // HTTP Basic ends the name at the first colon.
    pengguna: p.coba('AMANAH_BSRE_PENGGUNA', 'harus diisi, tanpa titik dua', (t) =>
      t?.includes(':') ? undefined : t,
    ),
    sandi: sandi(p, env),
    akar: akar(p),
    crl: crl(p),
    cocok: cocok(p),
    tampilan: p.satu('AMANAH_BSRE_TAMPILAN', ['terlihat', 'tersembunyi']),
    asalY: p.satu('AMANAH_BSRE_ASAL_Y', ['atas', 'bawah']),
    pendapatKedua: p.satu('AMANAH_BSRE_PENDAPAT_KEDUA', ['tidak', 'ya']) === 'ya',
    waktu: waktu(p),
  };
  const pem = ca(p, env);
  if (p.salah.length > 0) return { salah: p.salah };
  return { bsre: { ...(bagian as KonfigurasiBsre), ...(pem !== undefined && { ca: pem }) }, salah: [] };
};
