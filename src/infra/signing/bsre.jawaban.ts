import type { KeadaanPenandatangan, SebabGagal } from '../../approval/tanda-tangan/penyedia.js';
import type { Jawaban } from './bsre.klien.js';

export type Gagal = { readonly ok: false; readonly sebab: SebabGagal; readonly kode?: string };

const gagal = (sebab: SebabGagal, kode: string): Gagal => ({ ok: false, sebab, kode });

/** Codes that public clients of the service name; an answer with one of them was never a signature. */
const KODE_DIKENAL: ReadonlyMap<string, SebabGagal> = new Map([
  ['2031', 'frasa-salah'],
  ['2011', 'belum-terdaftar'],
]);
const DITOLAK_APLIKASI = [401, 403]; // our own account, or the address that we call from
const BELUM_DIKERJAKAN = [429, 503];
const MUNGKIN_DIKERJAKAN = [408, 499]; // gateways say so of a request that is still being worked on behind them

const objekJson = (isi: Buffer): Readonly<Record<string, unknown>> | undefined => {
  try {
    const nilai: unknown = JSON.parse(isi.toString('utf8'));
    return typeof nilai === 'object' && nilai !== null && !Array.isArray(nilai)
      ? (nilai as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
};

/** Digits only: the service's own text may quote what it was sent. */
const kodeLayanan = (j: Readonly<Record<string, unknown>> | undefined): string | undefined => {
  const kode = j?.status_code;
  return (typeof kode === 'number' || typeof kode === 'string') && /^\d{1,6}$/.test(String(kode))
    ? String(kode)
    : undefined;
};

const dariStatus = (status: number, kode: string | undefined): Gagal => {
  const http = `HTTP_${status}`;
  if (DITOLAK_APLIKASI.includes(status)) return gagal('tidak-tersedia', http);
  if (BELUM_DIKERJAKAN.includes(status)) return gagal('tidak-tersedia', http);
  if (MUNGKIN_DIKERJAKAN.includes(status) || status >= 500 || status < 200) return gagal('belum-pasti', http);
  if (status < 400) return gagal('tidak-tersedia', http); // a redirect, which is not followed
  const dikenal = kode === undefined ? undefined : KODE_DIKENAL.get(kode);
  return gagal(dikenal ?? 'ditolak', kode ?? http);
};

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

const berkas = (j: Readonly<Record<string, unknown>> | undefined): Buffer | undefined => {
  const daftar = j?.file;
  const [teks] = Array.isArray(daftar) && daftar.length === 1 ? (daftar as unknown[]) : [];
  if (typeof teks !== 'string' || teks.length % 4 !== 0 || !BASE64.test(teks)) return undefined;
  const pdf = Buffer.from(teks, 'base64');
  return pdf.subarray(0, 5).equals(Buffer.from('%PDF-')) ? pdf : undefined;
};

/** The signed document as it came, still to be checked; or why there is none. */
export const bacaHasilTte = (j: Jawaban): { readonly ok: true; readonly pdf: Buffer } | Gagal => {
  if (j.jenis === 'putus') return gagal(j.terkirim ? 'belum-pasti' : 'tidak-tersedia', j.sebab);
  if (j.jenis === 'terlalu-besar') return gagal('hasil-tidak-sah', 'JAWABAN_TERLALU_BESAR');
  const isi = objekJson(j.isi);
  const kode = kodeLayanan(isi);
  if (j.status < 200 || j.status > 299) return dariStatus(j.status, kode);
  const pdf = berkas(isi);
  if (pdf !== undefined) return { ok: true, pdf };
  const dikenal = kode === undefined ? undefined : KODE_DIKENAL.get(kode);
  return dikenal === undefined
    ? gagal('hasil-tidak-sah', 'JAWABAN_BUKAN_DOKUMEN')
    : gagal(dikenal, kode ?? '');
};

/** ISSUE alone may sign; a status that we have no name for may not. */
export const bacaKeadaan = (j: Jawaban): KeadaanPenandatangan => {
  if (j.jenis !== 'jawaban') return 'tidak-tersedia';
  const isi = objekJson(j.isi);
  if (kodeLayanan(isi) === '2011' && j.status < 500) return 'belum-terdaftar';
  if (j.status < 200 || j.status > 299 || typeof isi?.status !== 'string') return 'tidak-tersedia';
  const status = isi.status.trim().toUpperCase();
  if (status === 'ISSUE') return 'siap';
  return ['EXPIRED', 'REVOKE', 'REVOKED', 'RENEW'].includes(status) ? 'kedaluwarsa' : 'belum-terdaftar';
};

export type Pendapat = 'sah' | 'tidak-sah' | 'tidak-tersedia';

/** What the service itself says of a document. */
export const bacaVerifikasi = (j: Jawaban): Pendapat => {
  if (j.jenis !== 'jawaban' || j.status < 200 || j.status > 299) return 'tidak-tersedia';
  const isi = objekJson(j.isi);
  if (typeof isi?.conclusion !== 'string') return 'tidak-tersedia';
  return isi.conclusion === 'VALID' ? 'sah' : 'tidak-sah';
};
