import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { DataOrang } from '../../approval/direktori-orang.js';

const IV = 12;
const TANDA = 16;
const BENTUK = 1;

const aad = (subjek: string, mulai: string): Buffer => Buffer.from(`orang ${subjek} ${mulai}`);

export const kunciBaru = (): Uint8Array => randomBytes(32);

/** One version of a person, AES-256-GCM with their own key; bound to whose it is and from when. */
export const sandikan = (kunci: Uint8Array, subjek: string, mulai: string, d: DataOrang): Uint8Array => {
  const { nama, nip, nik, pangkat, surel } = d;
  const iv = randomBytes(IV);
  const sandi = createCipheriv('aes-256-gcm', kunci, iv).setAAD(aad(subjek, mulai));
  const isi = sandi.update(JSON.stringify({ nama, nip, nik, pangkat, surel }), 'utf8');
  return Buffer.concat([Buffer.of(BENTUK), iv, isi, sandi.final(), sandi.getAuthTag()]);
};

/** Throws where the bytes are not what was stored, or another's. */
export const bacaSandi = (kunci: Uint8Array, subjek: string, mulai: string, isi: Uint8Array): DataOrang => {
  const b = Buffer.from(isi);
  if (b[0] !== BENTUK) throw new Error(`data orang dari bentuk ${String(b[0])} tidak dikenal`);
  const sandi = createDecipheriv('aes-256-gcm', kunci, b.subarray(1, 1 + IV), { authTagLength: TANDA });
  sandi.setAAD(aad(subjek, mulai)).setAuthTag(b.subarray(-TANDA));
  const teks = Buffer.concat([sandi.update(b.subarray(1 + IV, -TANDA)), sandi.final()]).toString('utf8');
  return JSON.parse(teks) as DataOrang;
};

/** A UUID (version 8) out of random-looking bytes. */
export const uuidDari = (bita: Uint8Array): string => {
  const b = Buffer.from(bita.subarray(0, 16));
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x80;
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80;
  const h = b.toString('hex');
  return [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join('-');
};
