import type { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { BitString, Utf8String } from 'asn1js';
import { Certificate, CertificateRevocationList, type RelativeDistinguishedNames } from 'pkijs';
import type { Penandatangan } from '../../approval/tanda-tangan/penyedia.js';
import type { Cocok } from '../konfigurasi/bsre.js';
import { tidakSah } from './bsre.temuan.js';
import { jalurKeAkar, masaBerlaku } from './rantai.js';

const KEGUNAAN = '2.5.29.15';
const NAMA_UMUM = '2.5.4.3';
const SUREL = '1.2.840.113549.1.9.1';
const TANDA_TANGAN = 0b1100_0000; // digitalSignature, nonRepudiation: the first two bits

const pkijs = (x: X509Certificate): Certificate => Certificate.fromBER(new Uint8Array(x.raw).buffer);

/** The certificates from this one's issuer up to a root of ours, all in force. Throws HasilTidakSah. */
export const rantai = (
  x: X509Certificate,
  lain: readonly X509Certificate[],
  akar: readonly X509Certificate[],
  saat: Date,
): X509Certificate[] => {
  const jalan = jalurKeAkar(x, lain, akar) ?? tidakSah('SERTIFIKAT_TIDAK_DIPERCAYA');
  const berlaku = [x, ...jalan].every((c) => masaBerlaku(c, saat) === 'berlaku');
  return berlaku ? jalan : tidakSah('SERTIFIKAT_TIDAK_BERLAKU');
};

/** A certificate that limits its key's use must allow signing; a CA's own is nobody's. */
export const periksaKegunaan = (x: X509Certificate): void => {
  const perluasan = pkijs(x).extensions?.find((e) => e.extnID === KEGUNAAN)?.parsedValue as unknown;
  const bit = perluasan instanceof BitString ? perluasan.valueBlock.valueHexView[0] : undefined;
  if (x.ca || (perluasan !== undefined && ((bit ?? 0) & TANDA_TANGAN) === 0))
    tidakSah('SERTIFIKAT_BUKAN_TTE');
};

const bacaCrl = async (berkas: string): Promise<CertificateRevocationList[]> => {
  const isi = await readFile(berkas);
  const pem = isi.toString('latin1').match(/-----BEGIN X509 CRL-----[^-]+-----END X509 CRL-----/g);
  const der = pem?.map((p) => Buffer.from(p.replace(/-----[^-]+-----|\s/g, ''), 'base64')) ?? [isi];
  return der.map((d) => CertificateRevocationList.fromBER(new Uint8Array(d).buffer));
};

/**
 * Revocation by the lists that the operator keeps: a list that is old still names whom it names. Every list must be signed
 * by the issuer of the certificate; another's says nothing.
 */
export const periksaPencabutan = async (
  x: X509Certificate,
  penerbit: X509Certificate,
  berkas: readonly string[],
): Promise<void> => {
  const [milik, pemilik] = [pkijs(x), pkijs(penerbit)];
  for (const daftar of (await Promise.all(berkas.map(bacaCrl))).flat()) {
    if (!daftar.issuer.isEqual(pemilik.subject)) continue;
    if (!(await daftar.verify({ issuerCertificate: pemilik }))) continue;
    if (daftar.isCertificateRevoked(milik)) tidakSah('SERTIFIKAT_DICABUT');
  }
};

const nilaiSubjek = (n: RelativeDistinguishedNames, jenis?: string): string[] =>
  n.typesAndValues
    .filter((t) => jenis === undefined || t.type === jenis)
    .map((t) => (t.value as Utf8String).valueBlock.value);

const surelSertifikat = (x: X509Certificate): string[] => [
  ...nilaiSubjek(pkijs(x).subject, SUREL),
  ...[...(x.subjectAltName ?? '').matchAll(/email:([^,\s]+)/g)].map((m) => m[1] ?? ''),
];

/** Titles stand before and after a name in one register and not in the other: "Dr. Ir. Budi Santoso, M.T." is BUDI SANTOSO. */
export const namaPolos = (nama: string): string =>
  (nama.split(',')[0] ?? '')
    .toUpperCase()
    .split(/\s+/)
    .filter((kata) => kata !== '' && !kata.endsWith('.'))
    .join(' ')
    .replace(/[^\p{L}\p{N} ]/gu, '');

/** Every feature that is asked for must be known of the person, be in the certificate, and agree. Throws HasilTidakSah. */
export const periksaOrang = (x: X509Certificate, p: Penandatangan, cocok: readonly Cocok[]): void => {
  const subjek = pkijs(x).subject;
  const sama: Readonly<Record<Cocok, () => boolean>> = {
    nama: () => {
      const nama = namaPolos(p.nama);
      return nama !== '' && nilaiSubjek(subjek, NAMA_UMUM).some((n) => namaPolos(n) === nama);
    },
    surel: () =>
      p.surel !== null && surelSertifikat(x).some((s) => s.toLowerCase() === p.surel?.toLowerCase()),
    nik: () => p.nik !== null && nilaiSubjek(subjek).some((n) => n === p.nik),
  };
  if (cocok.length === 0 || !cocok.every((c) => sama[c]())) tidakSah('BUKAN_PENANDATANGAN');
};
