import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type ConnectionOptions, connect } from 'node:tls';
import { AksesDitolak } from './esdb.klien.js';

const BUKA_MS = 8_000;
/** A new database knows its accounts only some seconds after its nodes answer (4 s measured). */
const DITOLAK_MS = 5_000;
const JABAT_MS = 2_000;
const BERI_TAHU_MS = 1_500;
const PORT_BAKU = 2113;
const BAIK = 'baik';
const TANPA_TLS = 'ERR_SSL_WRONG_VERSION_NUMBER';

const BUKAN_PENERBITNYA = 'sertifikat servernya tidak diterbitkan oleh penerbit di tlsCAFile';
const MEMAKAI_TLS = 'servernya memakai TLS, sedangkan alamat itu menyebut tls=false';

/** What a handshake says, in words that hold neither address nor password. */
const SEBAB: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'sertifikat servernya sudah kedaluwarsa',
  CERT_NOT_YET_VALID: 'sertifikat servernya belum berlaku menurut jam mesin ini',
  CERT_SIGNATURE_FAILURE: BUKAN_PENERBITNYA,
  DEPTH_ZERO_SELF_SIGNED_CERT: BUKAN_PENERBITNYA,
  EAI_AGAIN: 'nama hostnya tidak dikenal',
  ECONNREFUSED: 'tidak ada yang mendengarkan di alamat itu',
  ENOTFOUND: 'nama hostnya tidak dikenal',
  ERR_TLS_CERT_ALTNAME_INVALID: 'sertifikat servernya tidak memuat nama host itu',
  SELF_SIGNED_CERT_IN_CHAIN: BUKAN_PENERBITNYA,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: BUKAN_PENERBITNYA,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: BUKAN_PENERBITNYA,
  [TANPA_TLS]: 'servernya tidak memakai TLS, sedangkan alamat itu memintanya (tls=true)',
};

/** Whether one who has asked since then asks no longer: a node may just be busy or be elected. */
export const cukup = (e: unknown, sejak: number): boolean =>
  performance.now() - sejak > (e instanceof AksesDitolak ? DITOLAK_MS : BUKA_MS);

/** How long one who has asked since then goes on at most; ms. */
export const sisa = (sejak: number): number => Math.max(0, sejak + BUKA_MS - performance.now());

/** Who waits at a terminal is told for what. */
export const sambilMenunggu = async <T>(janji: Promise<T>): Promise<T> => {
  const tenggat = setTimeout(() => {
    if (process.stderr.isTTY) process.stderr.write('Menunggu EventStoreDB (EVENT_STORE_URL) menjawab...\n');
  }, BERI_TAHU_MS);
  return janji.finally(() => clearTimeout(tenggat));
};

/**
 * Why the servers of an address cannot be asked; undefined: nothing is wrong with the lines to them. The client keeps
 * that to itself, so the lines are tried once more.
 */
export const sebabSambungan = async (url: string): Promise<string | undefined> => {
  const [, semua = '', kueri] = /^[^:]+:\/\/(?:[^@/?]*@)?([^/?]*)\/?(?:\?(.*))?$/.exec(url) ?? [];
  const opsi = new URLSearchParams(kueri);
  const berkas = opsi.get('tlsCAFile');
  const tanpaTls = opsi.get('tls') === 'false';
  const ca = berkas === null || tanpaTls ? undefined : penerbit(berkas);
  if (ca === null) return 'berkas tlsCAFile tidak ada, tidak terbaca, atau bukan sertifikat';
  const jawaban = await Promise.all(semua.split(',').map((host) => jabatTangan(host, ca, !tanpaTls)));
  if (jawaban.includes(tanpaTls ? TANPA_TLS : BAIK)) return undefined;
  const arti = tanpaTls ? { ...SEBAB, [BAIK]: MEMAKAI_TLS } : SEBAB;
  return jawaban.map((kode) => arti[kode]).find((sebab) => sebab !== undefined);
};

/** Null when there is no certificate in the file. */
const penerbit = (berkas: string): Buffer | null => {
  try {
    const isi = readFileSync(berkas);
    new X509Certificate(isi);
    return isi;
  } catch {
    return null;
  }
};

/** BAIK, or the code of what went wrong. */
const jabatTangan = (titik: string, ca: Buffer | undefined, rejectUnauthorized: boolean): Promise<string> => {
  const [, host = '', port] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(titik) ?? [];
  const opsi: ConnectionOptions = {
    host,
    port: Number(port ?? PORT_BAKU),
    rejectUnauthorized,
    ALPNProtocols: ['h2'],
    timeout: JABAT_MS,
    ...(ca && { ca }),
  };
  const { promise, resolve } = Promise.withResolvers<string>();
  const soket = connect(opsi, () => resolve(BAIK));
  soket.on('error', (e: NodeJS.ErrnoException) => resolve(e.code ?? ''));
  soket.on('timeout', () => resolve('ETIMEDOUT'));
  return promise.finally(() => soket.destroy());
};
