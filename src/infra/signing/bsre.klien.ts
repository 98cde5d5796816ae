import {
  type ClientRequest,
  type IncomingMessage,
  request as mintaHttp,
  type RequestOptions,
} from 'node:http';
import { request as mintaHttps } from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { KonfigurasiBsre } from '../konfigurasi/bsre.js';

/** Bytes of an answer; a signed document in base64 is a third more than the document. */
export const BATAS_JAWABAN = 25 * 1024 * 1024;
const BATAS_GALAT = 64 * 1024; // of an answer that is no success: a code and a sentence

export type Jalur = '/api/v2/sign/pdf' | '/api/v2/user/check/status' | '/api/v2/verify/pdf';

export type Jawaban =
  | { readonly jenis: 'jawaban'; readonly status: number; readonly isi: Buffer; readonly tipe: string }
  /** More than we take; the rest was not read. */
  | { readonly jenis: 'terlalu-besar' }
  /** No whole answer. `terkirim`: the other side may have had the request, so it may have been carried out. */
  | { readonly jenis: 'putus'; readonly terkirim: boolean; readonly sebab: string };

const pilihan = (k: KonfigurasiBsre, badan: Buffer): RequestOptions => ({
  method: 'POST',
  // A connection of its own: one that is kept may be dead, and Node would send again what it takes for lost.
  agent: false,
  headers: {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    'Content-Length': badan.length,
    Authorization: k.sandi.pakai(
      (s) => `Basic ${Buffer.concat([Buffer.from(`${k.pengguna}:`), s]).toString('base64')}`,
    ),
  },
});

/** Said here, so that no variable of the environment can switch it off (NODE_TLS_REJECT_UNAUTHORIZED). */
const kirim = (k: KonfigurasiBsre, jalur: Jalur, badan: Buffer): ClientRequest => {
  const url = new URL(`${k.url.replace(/\/+$/, '')}${jalur}`);
  return url.protocol === 'https:'
    ? mintaHttps(url, {
        ...pilihan(k, badan),
        rejectUnauthorized: true,
        minVersion: 'TLSv1.2',
        ...(k.ca && { ca: k.ca }),
      })
    : mintaHttp(url, pilihan(k, badan));
};

/** Its code alone: the text of a network error may quote an address. */
const kodeGalat = (e: unknown): string => {
  const kode = typeof e === 'object' && e !== null && 'code' in e ? e.code : undefined;
  return typeof kode === 'string' ? kode : 'GALAT_JARINGAN';
};

const bacaSeluruhnya = (r: IncomingMessage, selesai: (j: Jawaban) => void): void => {
  const status = r.statusCode ?? 0;
  const batas = status >= 200 && status < 300 ? BATAS_JAWABAN : BATAS_GALAT;
  const isi: Buffer[] = [];
  let ukuran = 0;
  if (Number(r.headers['content-length'] ?? 0) > batas) {
    selesai({ jenis: 'terlalu-besar' });
    return;
  }
  r.on('data', (b: Buffer) => {
    ukuran += b.length;
    if (ukuran > batas) selesai({ jenis: 'terlalu-besar' });
    else isi.push(b);
  });
  r.on('end', () =>
    selesai(
      r.complete
        ? { jenis: 'jawaban', status, isi: Buffer.concat(isi), tipe: r.headers['content-type'] ?? '' }
        : { jenis: 'putus', terkirim: true, sebab: 'ECONNRESET' },
    ),
  );
};

const sekali = (k: KonfigurasiBsre, jalur: Jalur, badan: Buffer): Promise<Jawaban> =>
  new Promise((resolve) => {
    let terkirim = false;
    const r = kirim(k, jalur, badan);
    const selesai = (j: Jawaban): void => {
      clearTimeout(waktu);
      resolve(j);
      r.destroy();
    };
    const putus = (sebab: string): void => selesai({ jenis: 'putus', terkirim, sebab });
    const waktu = setTimeout(() => putus('WAKTU_HABIS'), k.waktu);
    r.on('socket', (s) => {
      s.once((s as TLSSocket).encrypted === true ? 'secureConnect' : 'connect', () => {
        terkirim = true;
      });
    });
    r.on('response', (jawaban) => {
      jawaban.on('error', (e) => putus(kodeGalat(e)));
      bacaSeluruhnya(jawaban, selesai);
    });
    r.on('error', (e) => putus(kodeGalat(e)));
    r.end(badan);
  });

/**
 * Sends one request, once. The time limit is for all of it, from the first packet to the last byte of the answer, so that
 * a trickle ends too; redirects are answers like any other. Never throws. `badan` may hold a passphrase: it is zeros when
 * this returns, and no error, log or returned value has any of it.
 */
export const mintaBsre = async (k: KonfigurasiBsre, jalur: Jalur, badan: Buffer): Promise<Jawaban> => {
  try {
    return await sekali(k, jalur, badan);
  } catch (e) {
    return { jenis: 'putus', terkirim: false, sebab: kodeGalat(e) };
  } finally {
    badan.fill(0);
  }
};
