import { randomBytes, type webcrypto, X509Certificate } from 'node:crypto';
import { BitString, IA5String, Integer, Utf8String } from 'asn1js';
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CertificateRevocationList,
  Extension,
  GeneralName,
  GeneralNames,
  RevokedCertificate,
  Time,
} from 'pkijs';

export type Pemilik = {
  readonly sertifikat: Certificate;
  readonly der: Buffer;
  readonly kunci: webcrypto.CryptoKeyPair;
};
export type Pesanan = {
  readonly nama: string;
  readonly nik?: string;
  readonly surel?: string;
  readonly dari?: Date;
  readonly sampai?: Date;
  readonly rsa?: boolean;
  readonly ca?: boolean;
  /** First byte of the key usage bits; digitalSignature and nonRepudiation when not given. */
  readonly kegunaan?: number;
  readonly kunci?: webcrypto.CryptoKeyPair;
};

const HARI = 86_400_000;
const EC = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
} as const;

const perluasan = (extnID: string, isi: { toBER(): ArrayBuffer }, critical: boolean): Extension =>
  new Extension({ extnID, critical, extnValue: isi.toBER(), parsedValue: isi });

const subjek = (c: Certificate, { nama, nik, surel }: Pesanan): void => {
  const isi = [
    ['2.5.4.6', new Utf8String({ value: 'ID' })],
    ['2.5.4.3', new Utf8String({ value: nama })],
    ...(nik === undefined ? [] : [['0.9.2342.19200300.100.1.1', new Utf8String({ value: nik })] as const]),
    ...(surel === undefined ? [] : [['1.2.840.113549.1.9.1', new IA5String({ value: surel })] as const]),
  ] as const;
  for (const [type, value] of isi) c.subject.typesAndValues.push(new AttributeTypeAndValue({ type, value }));
};

/** A certificate as BSrE's own are described: CN, e-mail, key usage; signed by `oleh`, or by itself. */
export const terbitkan = async (p: Pesanan, oleh?: Pemilik): Promise<Pemilik> => {
  const kunci =
    p.kunci ??
    ((await crypto.subtle.generateKey(p.rsa ? RSA : EC, true, [
      'sign',
      'verify',
    ])) as webcrypto.CryptoKeyPair);
  const c = new Certificate({ version: 2, serialNumber: new Integer({ valueHex: nomorSeri() }) });
  subjek(c, p);
  c.issuer = oleh?.sertifikat.subject ?? c.subject;
  const detik = (d: Date): Date => new Date(Math.floor(d.getTime() / 1_000) * 1_000);
  c.notBefore = new Time({ type: 0, value: detik(p.dari ?? new Date(Date.now() - HARI)) });
  c.notAfter = new Time({ type: 0, value: detik(p.sampai ?? new Date(Date.now() + 365 * HARI)) });
  const bit = new BitString({ valueHex: new Uint8Array([p.kegunaan ?? (p.ca ? 0b0000_0110 : 0b1100_0000)]) });
  const surel = new GeneralNames({ names: [new GeneralName({ type: 1, value: p.surel ?? 'x@x.id' })] });
  c.extensions = [
    perluasan('2.5.29.19', new BasicConstraints({ cA: p.ca ?? false }).toSchema(), true),
    perluasan('2.5.29.15', bit, true),
    ...(p.surel === undefined ? [] : [perluasan('2.5.29.17', surel.toSchema(), false)]),
  ];
  await c.subjectPublicKeyInfo.importKey(kunci.publicKey);
  await c.sign((oleh?.kunci ?? kunci).privateKey, 'SHA-256');
  return { sertifikat: c, der: Buffer.from(c.toSchema(true).toBER(false)), kunci };
};

const nomorSeri = (): ArrayBuffer => {
  const b = randomBytes(16);
  b[0] = ((b[0] ?? 0) & 0x3f) | 0x40;
  return new Uint8Array(b).buffer;
};

export const daftarCabut = async (oleh: Pemilik, dicabut: readonly Pemilik[]): Promise<string> => {
  const kini = (hari: number) => new Time({ type: 0, value: new Date(Date.now() + hari * HARI) });
  const d = new CertificateRevocationList({ version: 1, thisUpdate: kini(-1), nextUpdate: kini(7) });
  d.issuer = oleh.sertifikat.subject;
  d.revokedCertificates = dicabut.map(
    (p) => new RevokedCertificate({ userCertificate: p.sertifikat.serialNumber, revocationDate: kini(-1) }),
  );
  await d.sign(oleh.kunci.privateKey, 'SHA-256');
  const b = Buffer.from(d.toSchema(true).toBER(false)).toString('base64');
  return `-----BEGIN X509 CRL-----\n${b}\n-----END X509 CRL-----\n`;
};

export const pem = (p: Pemilik): string => new X509Certificate(p.der).toString();
