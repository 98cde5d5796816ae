import { createHash, type X509Certificate } from 'node:crypto';
import { tidakSah } from './bsre.temuan.js';
import { periksaCap } from './cap-waktu.js';
import { bacaCms, type CmsTerbaca, OID } from './cms.js';

const RSA_TERKECIL = 2048; // bits
export type TandaTanganTerbaca = {
  readonly sertifikat: X509Certificate;
  /** Every certificate that came along, in no order and not yet believed. */
  readonly lain: readonly X509Certificate[];
  /** When, by a time-stamp of an authority that our roots vouch for; null where there is none such. */
  readonly capWaktu: Date | null;
};

const kuatKah = ({ publicKey }: X509Certificate): boolean =>
  publicKey.asymmetricKeyType !== 'rsa' ||
  (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) >= RSA_TERKECIL;

const baca = (der: Uint8Array): CmsTerbaca => {
  try {
    return bacaCms(der);
  } catch {
    return tidakSah('CMS_TIDAK_SAH');
  }
};

const periksa = (cms: CmsTerbaca, potongan: readonly Uint8Array[]): void => {
  const hash = createHash(cms.algoritmaSidik);
  for (const p of potongan) hash.update(p);
  if (cms.jenisIsi !== OID.data || !cms.acuanCocok) tidakSah('CMS_TIDAK_SAH');
  if (!hash.digest().equals(cms.sidik)) tidakSah('SIDIK_BERBEDA');
  if (!kuatKah(cms.sertifikat)) tidakSah('ALGORITMA_LEMAH');
  if (!cms.tandaTanganSah) tidakSah('TANDA_TANGAN_TIDAK_SAH');
};

/** The space that was kept for it is filled with zeros; anything else there is no part of any signature. */
const tanpaSisa = (isi: Uint8Array): boolean => {
  const [satu = 0, ...lagi] = isi.subarray(1, 6);
  const banyak = satu < 0x80 ? 0 : satu & 0x7f;
  const panjang = banyak === 0 ? satu : lagi.slice(0, banyak).reduce((n, b) => n * 256 + b, 0);
  const akhir = 2 + banyak + panjang;
  return banyak <= 4 && satu !== 0x80 && akhir <= isi.length && isi.subarray(akhir).every((b) => b === 0);
};

/** The CMS of a signature over these pieces of the file; whose it is and whether we believe it is asked elsewhere. Throws HasilTidakSah. */
export const periksaCms = (
  der: Uint8Array,
  potongan: readonly Uint8Array[],
  akar: readonly X509Certificate[],
): TandaTanganTerbaca => {
  if (!tanpaSisa(der)) tidakSah('CMS_TIDAK_SAH');
  const cms = baca(der);
  periksa(cms, potongan);
  const { cap, tandaTangan } = cms.bahan;
  const dicap = cap === undefined ? undefined : periksaCap(cap, tandaTangan, akar);
  const capWaktu = dicap?.dipercaya ? dicap.pada : null;
  return { sertifikat: cms.sertifikat, lain: cms.rantai, capWaktu };
};
