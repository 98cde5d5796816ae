import { type KeyObject, randomBytes, sign } from 'node:crypto';
import {
  Boolean as Benar,
  BitString,
  GeneralizedTime,
  Integer,
  Primitive,
  PrintableString,
  Utf8String,
} from 'asn1js';
import { OID, sha256 } from './cms.js';
import { type Blok, dariDer, der, himpun, oid, okted, tanda, urut } from './der.js';

/** Of everyone whom our own root vouches for: PP 71/2019 Art. 59-60 knows no other word for it. */
export const TIDAK_TERSERTIFIKASI = 'UJI COBA - TIDAK TERSERTIFIKASI';

export type Perihal = {
  readonly nama: string;
  /** Id of the subject; a root has none. */
  readonly subjek?: string | undefined;
  readonly sebutan?: string | undefined;
};
export type PesananSertifikat = {
  readonly perihal: Perihal;
  readonly kunci: KeyObject; // public
  readonly dari: Date;
  readonly sampai: Date;
  readonly jenis: 'akar' | 'pejabat' | 'cap-waktu';
  readonly penerbit: { readonly perihal: Perihal; readonly kunci: KeyObject; readonly privat: KeyObject };
};

const bagian = (jenis: string, isi: Blok): Blok => himpun(urut(oid(jenis), isi));
const utf8 = (value: string): Blok => new Utf8String({ value });

/** X.520 has upper bounds, and a longer name makes strict readers refuse the certificate. */
const paling = (teks: string, panjang: number): string => Array.from(teks).slice(0, panjang).join('');

const namaLengkap = ({ nama, subjek, sebutan }: Perihal): Blok =>
  urut(
    bagian('2.5.4.6', new PrintableString({ value: 'ID' })),
    bagian('2.5.4.10', utf8(TIDAK_TERSERTIFIKASI)),
    ...(sebutan === undefined ? [] : [bagian('2.5.4.12', utf8(paling(sebutan, 64)))]),
    bagian('2.5.4.3', utf8(paling(nama, 64))),
    ...(subjek === undefined ? [] : [bagian('2.5.4.5', utf8(paling(subjek, 64)))]),
  );

const spki = (k: KeyObject): Buffer => k.export({ type: 'spki', format: 'der' });
/** RFC 7093 method 1: the left 160 bits of SHA-256. */
const tandaKunci = (k: KeyObject): Buffer => sha256(spki(k)).subarray(0, 20);
const tambahan = (jenis: string, isi: Blok, kritis = false): Blok =>
  urut(oid(jenis), ...(kritis ? [new Benar({ value: true })] : []), okted(der(isi)));
const bit = (isi: number, sisa: number): Blok =>
  new BitString({ valueHex: new Uint8Array([isi]), unusedBits: sisa });

const perluasan = ({ jenis, kunci, penerbit }: PesananSertifikat): Blok => {
  const tandaPenerbit = new Primitive({
    idBlock: { tagClass: 3, tagNumber: 0 },
    valueHex: new Uint8Array(tandaKunci(penerbit.kunci)),
  });
  const akar = jenis === 'akar';
  return urut(
    tambahan('2.5.29.19', urut(...(akar ? [new Benar({ value: true })] : [])), true),
    // A root signs certificates and their revocation; an official signs and cannot deny it.
    tambahan('2.5.29.15', akar ? bit(0b0000_0110, 1) : bit(0b1100_0000, 6), true),
    tambahan('2.5.29.14', okted(tandaKunci(kunci))),
    tambahan('2.5.29.35', urut(tandaPenerbit)),
    ...(jenis === 'cap-waktu' ? [tambahan('2.5.29.37', urut(oid('1.3.6.1.5.5.7.3.8')), true)] : []),
  );
};

const waktu = (d: Date): Blok => {
  const detik = new Date(Math.floor(d.getTime() / 1_000) * 1_000);
  if (detik.getUTCFullYear() >= 2050) return new GeneralizedTime({ valueDate: detik });
  const teks = `${detik.toISOString().slice(2, 19).replace(/[-T:]/g, '')}Z`;
  return new Primitive({ idBlock: { tagClass: 1, tagNumber: 23 }, valueHex: new TextEncoder().encode(teks) });
};

/** An X.509 certificate (DER) with ECDSA and SHA-256; the issuer's key is P-256. */
export const terbitkanSertifikat = (p: PesananSertifikat): Buffer => {
  const nomor = randomBytes(16);
  nomor[0] = ((nomor[0] ?? 0) & 0x7f) | 0x40; // positive, and always of one length
  const cara = urut(oid(OID.ecdsaSha256));
  const isi = urut(
    tanda(0, [new Integer({ value: 2 })]),
    new Integer({ valueHex: new Uint8Array(nomor) }),
    cara,
    namaLengkap(p.penerbit.perihal),
    urut(waktu(p.dari), waktu(p.sampai)),
    namaLengkap(p.perihal),
    dariDer(spki(p.kunci)),
    tanda(3, [perluasan(p)]),
  );
  const tandaTangan = sign('sha256', der(isi), p.penerbit.privat);
  return der(urut(isi, cara, new BitString({ valueHex: new Uint8Array(tandaTangan) })));
};
