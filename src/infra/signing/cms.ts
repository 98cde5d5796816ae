import { createHash, type KeyObject, sign, verify, X509Certificate } from 'node:crypto';
import {
  anak,
  type Blok,
  bacaBlok,
  blok,
  bulatDer,
  himpun,
  kosong,
  oid,
  okted,
  type Terbaca,
  tanda,
  urut,
} from './der.js';

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  capWaktu: '1.2.840.113549.1.9.16.2.14', // id-aa-timeStampToken
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  ecdsaSha256: '1.2.840.10045.4.3.2',
  rsa: '1.2.840.113549.1.1.1',
} as const;

export const sha256 = (...isi: readonly Uint8Array[]): Buffer => {
  const h = createHash('sha256');
  for (const b of isi) h.update(b);
  return h.digest();
};

/** The issuer and the serial number of a certificate, as DER. */
const penerbitDanNomor = (sertifikat: Uint8Array): { penerbit: Blok; nomor: Blok } => {
  const [tbs] = anak(bacaBlok(Buffer.from(sertifikat)));
  const isi = tbs === undefined ? [] : anak(tbs);
  const [nomor, , penerbit] = isi[0]?.tag === 0xa0 ? isi.slice(1) : isi; // [0] is the version
  if (nomor === undefined || penerbit === undefined) throw new RangeError('no certificate');
  return { penerbit: penerbit.semua, nomor: nomor.semua };
};

/** RFC 5035; the default digest, SHA-256, is not named. Ties the signature to this one certificate, not to its key alone. */
const acuanSertifikat = (sertifikat: Uint8Array): Blok => {
  const { penerbit, nomor } = penerbitDanNomor(sertifikat);
  return urut(urut(urut(okted(sha256(sertifikat)), urut(urut(tanda(4, penerbit)), nomor))));
};

const atribut = (jenis: string, nilai: Blok): Blok => urut(oid(jenis), himpun(nilai));

/** No signingTime: in PAdES the time of the claim is the dictionary's /M (ETSI EN 319 142-1, 5.3). */
export const atributTertanda = (sidik: Uint8Array, sertifikat: Uint8Array): Buffer =>
  himpun(
    atribut(OID.contentType, oid(OID.data)),
    atribut(OID.messageDigest, okted(sidik)),
    atribut(OID.signingCertificateV2, acuanSertifikat(sertifikat)),
  );

export type BahanCms = {
  readonly sertifikat: Uint8Array;
  /** Up to the root, for whoever checks without having it. */
  readonly rantai: readonly Uint8Array[];
  readonly atribut: Uint8Array;
  readonly tandaTangan: Uint8Array;
  readonly algoritma: 'ec' | 'rsa';
  readonly cap?: Uint8Array | undefined;
};

/** The CMS of these parts: one way of writing it, so that a verifier can compare it byte for byte. */
export const susunCms = ({
  sertifikat,
  rantai,
  atribut: a,
  tandaTangan,
  algoritma,
  cap,
}: BahanCms): Buffer => {
  const { penerbit, nomor } = penerbitDanNomor(sertifikat);
  const sidik = urut(oid(OID.sha256));
  const cara = algoritma === 'ec' ? urut(oid(OID.ecdsaSha256)) : urut(oid(OID.rsa), kosong());
  const takTertanda = cap === undefined ? [] : [tanda(1, urut(oid(OID.capWaktu), himpun(Buffer.from(cap))))];
  const penanda = urut(
    bulatDer(1),
    urut(penerbit, nomor),
    sidik,
    tanda(0, bacaBlok(Buffer.from(a)).isi),
    cara,
    okted(tandaTangan),
    ...takTertanda,
  );
  const isi = urut(
    bulatDer(1),
    himpun(sidik),
    urut(oid(OID.data)),
    tanda(0, sertifikat, ...rantai),
    himpun(penanda),
  );
  return urut(oid(OID.signedData), tanda(0, isi));
};

export type BahanTandaTangan = {
  /** SHA-256 of what is signed. */
  readonly sidik: Uint8Array;
  readonly sertifikat: Uint8Array;
  readonly rantai: readonly Uint8Array[];
  readonly kunci: KeyObject;
};

/** CAdES-B-B: what is signed is the digest and which certificate does it. `cap` gets the signature and gives its time-stamp token. */
export const buatCms = async (
  { sidik, sertifikat, rantai, kunci }: BahanTandaTangan,
  cap?: (tandaTangan: Uint8Array) => Promise<Uint8Array | undefined>,
): Promise<Buffer> => {
  const a = atributTertanda(sidik, sertifikat);
  const tandaTangan = sign('sha256', a, kunci);
  const algoritma = kunci.asymmetricKeyType === 'ec' ? 'ec' : 'rsa';
  return susunCms({ sertifikat, rantai, atribut: a, tandaTangan, algoritma, cap: await cap?.(tandaTangan) });
};

export type CmsTerbaca = {
  readonly bahan: BahanCms;
  readonly sertifikat: X509Certificate;
  readonly rantai: readonly X509Certificate[];
  readonly jenisIsi: string;
  /** The content itself where it is inside, as in a time-stamp token. */
  readonly isi: Buffer | undefined;
  readonly algoritmaSidik: 'sha256' | 'sha384' | 'sha512';
  readonly sidik: Buffer;
  /** Whether signing-certificate-v2 (or its first form) names this very certificate. */
  readonly acuanCocok: boolean;
  /** Whether the signature over the attributes is of that certificate's key. */
  readonly tandaTanganSah: boolean;
};

const SIDIK: Readonly<Record<string, CmsTerbaca['algoritmaSidik']>> = {
  [OID.sha256]: 'sha256',
  [OID.sha384]: 'sha384',
  [OID.sha512]: 'sha512',
};

const NAMA_SIDIK = new Map(Object.entries(SIDIK).map(([o, nama]) => [oid(o).toString('hex'), nama]));

const satu = <T>(n: readonly T[] | undefined, apa: string): T => {
  const [pertama, ...lain] = n ?? [];
  if (pertama === undefined || lain.length > 0) throw new RangeError(`expected one ${apa}`);
  return pertama;
};

/** The one value of the one attribute of this kind. */
const nilaiAtribut = (semua: readonly Terbaca[], jenis: string): Buffer | undefined => {
  const cocok = semua.map(anak).filter(([nama]) => nama?.semua.equals(oid(jenis)));
  if (cocok.length === 0) return undefined;
  const [, nilai] = satu(cocok, jenis);
  return nilai && satu(anak(nilai), `value of ${jenis}`).semua;
};

const isiOkted = (d: Buffer | undefined): Buffer => {
  const o = d && bacaBlok(d);
  if (o?.tag !== 0x04) throw new RangeError('no octet string');
  return o.isi;
};

/** ESSCertIDv2: [digest algorithm,] digest [, issuer and serial]. More than SHA-2 is not known to it. */
const acuanCocok = (d: Buffer | undefined, sertifikat: Uint8Array): boolean => {
  if (d === undefined) return false;
  const pertama = (t: Terbaca | undefined): Terbaca | undefined => t && anak(t)[0];
  const acuan = pertama(pertama(bacaBlok(d)));
  const [satuan, kedua] = acuan === undefined ? [] : anak(acuan);
  const bawaan = satuan?.tag === 0x04;
  const algoritma = bawaan ? 'sha256' : NAMA_SIDIK.get(pertama(satuan)?.semua.toString('hex') ?? '');
  const sidik = bawaan ? satuan : kedua;
  if (algoritma === undefined || sidik?.tag !== 0x04) return false;
  return createHash(algoritma).update(sertifikat).digest().equals(sidik.isi);
};

type Penanda = {
  readonly sid: Buffer; // issuer and serial number
  readonly sidik: Terbaca;
  readonly atribut: Terbaca;
  readonly tandaTangan: Buffer;
  readonly takTertanda: readonly Terbaca[];
};

const bacaPenanda = (t: Terbaca): Penanda => {
  const [, sid, sidik, atribut, , tandaTangan, lain] = anak(t);
  if (sid === undefined || sidik === undefined || atribut?.tag !== 0xa0 || tandaTangan?.tag !== 0x04)
    throw new RangeError('not as CAdES signs');
  const takTertanda = lain === undefined ? [] : anak(lain);
  return { sid: sid.isi, sidik, atribut, tandaTangan: tandaTangan.isi, takTertanda };
};

type Wadah = {
  readonly jenisIsi: Buffer;
  readonly isi?: Buffer;
  readonly semua: X509Certificate[];
  readonly s: Penanda;
};

const bukaWadah = (cms: Buffer): Wadah => {
  const [jenis, bungkus] = anak(bacaBlok(cms));
  if (!jenis?.semua.equals(oid(OID.signedData)) || bungkus?.tag !== 0xa0)
    throw new RangeError('no signed data');
  const [, , kapsul, ...lain] = anak(bacaBlok(bungkus.isi));
  const [jenisIsi, muatan] = kapsul === undefined ? [] : anak(kapsul);
  const para = lain.at(-1);
  if (jenisIsi === undefined || para?.tag !== 0x31) throw new RangeError('no signed data');
  const sertifikat = lain.find((t) => t.tag === 0xa0);
  return {
    jenisIsi: jenisIsi.semua,
    ...(muatan !== undefined && { isi: isiOkted(muatan.isi) }),
    semua: sertifikat === undefined ? [] : anak(sertifikat).map((t) => new X509Certificate(t.semua)),
    s: bacaPenanda(satu(anak(para), 'signer')),
  };
};

/** Reads a CMS with one signer and checks what it says of itself; whom to trust is for the caller. Throws for what is none. */
export const bacaCms = (cms: Uint8Array): CmsTerbaca => {
  const { jenisIsi, isi, semua, s } = bukaWadah(Buffer.from(cms));
  const milik = (c: X509Certificate): boolean => {
    const { penerbit, nomor } = penerbitDanNomor(c.raw);
    return Buffer.concat([penerbit, nomor]).equals(s.sid);
  };
  const sertifikat = satu(semua.filter(milik), 'certificate of the signer');
  const algoritmaSidik = NAMA_SIDIK.get(anak(s.sidik)[0]?.semua.toString('hex') ?? '');
  const daftar = anak(s.atribut);
  const atribut = blok(0x31, s.atribut.isi); // what is signed has the tag of a SET
  const cap = nilaiAtribut(s.takTertanda, OID.capWaktu);
  if (algoritmaSidik === undefined) throw new RangeError('not as CAdES signs');
  if (!nilaiAtribut(daftar, OID.contentType)?.equals(jenisIsi)) throw new RangeError('another content type');
  const rantai = semua.filter((c) => c !== sertifikat);
  const algoritma = sertifikat.publicKey.asymmetricKeyType === 'ec' ? 'ec' : 'rsa';
  const { tandaTangan } = s;
  return {
    bahan: {
      sertifikat: sertifikat.raw,
      rantai: rantai.map((c) => c.raw),
      atribut,
      tandaTangan,
      algoritma,
      cap,
    },
    sertifikat,
    rantai,
    jenisIsi: Object.entries(OID).find(([, o]) => jenisIsi.equals(oid(o)))?.[1] ?? '',
    isi,
    algoritmaSidik,
    sidik: isiOkted(nilaiAtribut(daftar, OID.messageDigest)),
    acuanCocok: acuanCocok(nilaiAtribut(daftar, OID.signingCertificateV2), sertifikat.raw),
    tandaTanganSah: verify(algoritmaSidik, atribut, sertifikat.publicKey, tandaTangan),
  };
};
