import { createHash, X509Certificate } from 'node:crypto';
import { TSTInfo } from 'pkijs';
import { HasilTidakSah, type Temuan, tidakSah } from './bsre.temuan.js';
import { bacaCms, type CmsTerbaca, OID } from './cms.js';

const RSA_TERKECIL = 2048; // bits
const SIDIK: ReadonlyMap<string, string> = new Map([
  [OID.sha256, 'sha256'],
  [OID.sha384, 'sha384'],
  [OID.sha512, 'sha512'],
]);

export type CapWaktu = {
  readonly saat: Date;
  readonly sertifikat: X509Certificate;
  readonly lain: readonly X509Certificate[];
};
export type TandaTanganTerbaca = {
  readonly sertifikat: X509Certificate;
  /** Every certificate that came along, in no order and not yet believed. */
  readonly lain: readonly X509Certificate[];
  readonly capWaktu: CapWaktu | null;
};

const kuatKah = ({ publicKey }: X509Certificate): boolean =>
  publicKey.asymmetricKeyType !== 'rsa' ||
  (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) >= RSA_TERKECIL;

const denganTemuan = <T>(temuan: Temuan, kerja: () => T): T => {
  try {
    return kerja();
  } catch (e) {
    return e instanceof HasilTidakSah ? tidakSah(e.temuan) : tidakSah(temuan);
  }
};

const periksa = (cms: CmsTerbaca, jenisIsi: string, potongan: readonly Uint8Array[]): void => {
  const hash = createHash(cms.algoritmaSidik);
  for (const p of potongan) hash.update(p);
  if (cms.jenisIsi !== jenisIsi || !cms.acuanCocok) tidakSah('CMS_TIDAK_SAH');
  if (!hash.digest().equals(cms.sidik)) tidakSah('SIDIK_BERBEDA');
  if (!kuatKah(cms.sertifikat)) tidakSah('ALGORITMA_LEMAH');
  if (!cms.tandaTanganSah) tidakSah('TANDA_TANGAN_TIDAK_SAH');
};

/** RFC 3161 token over this signature's value; what it says is believed only after its own certificate is. */
const bacaCapWaktu = ({ bahan }: CmsTerbaca): CapWaktu | null => {
  if (bahan.cap === undefined) return null;
  const token = bacaCms(bahan.cap);
  const isi = token.isi ?? tidakSah('CAP_WAKTU_TIDAK_SAH');
  periksa(token, OID.tstInfo, [isi]);
  const { messageImprint, genTime } = TSTInfo.fromBER(new Uint8Array(isi).buffer);
  const jenis = SIDIK.get(messageImprint.hashAlgorithm.algorithmId) ?? tidakSah('ALGORITMA_LEMAH');
  const sidik = createHash(jenis).update(bahan.tandaTangan).digest();
  if (!sidik.equals(Buffer.from(messageImprint.hashedMessage.getValue()))) tidakSah('CAP_WAKTU_TIDAK_SAH');
  return { saat: genTime, sertifikat: token.sertifikat, lain: token.rantai };
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
export const periksaCms = (der: Uint8Array, potongan: readonly Uint8Array[]): TandaTanganTerbaca => {
  if (!tanpaSisa(der)) tidakSah('CMS_TIDAK_SAH');
  const cms = denganTemuan('CMS_TIDAK_SAH', () => bacaCms(der));
  periksa(cms, OID.data, potongan);
  const capWaktu = denganTemuan('CAP_WAKTU_TIDAK_SAH', () => bacaCapWaktu(cms));
  return { sertifikat: cms.sertifikat, lain: cms.rantai, capWaktu };
};
