import { type KeyObject, randomBytes, sign, type X509Certificate } from 'node:crypto';
import { OID, sha256 } from './cms.js';
import { anak, type Blok, bacaBlok, blok, bulatDer, himpun, oid, okted, tanda, urut } from './der.js';

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
const utf8 = (teks: string): Blok => blok(0x0c, Buffer.from(teks));
const benar = (): Blok => blok(0x01, Buffer.of(0xff));
const bit = (isi: Uint8Array, sisa = 0): Blok => blok(0x03, Buffer.of(sisa), isi); // `sisa` bits of the last byte do not count

/** X.520 has upper bounds, and a longer name makes strict readers refuse the certificate. */
export const PANJANG_NAMA = 64;
export const paling = (teks: string, panjang: number): string => Array.from(teks).slice(0, panjang).join('');

const namaLengkap = ({ nama, subjek, sebutan }: Perihal): Blok =>
  urut(
    bagian('2.5.4.6', blok(0x13, Buffer.from('ID'))),
    bagian('2.5.4.10', utf8(TIDAK_TERSERTIFIKASI)),
    ...(sebutan === undefined ? [] : [bagian('2.5.4.12', utf8(paling(sebutan, PANJANG_NAMA)))]),
    bagian('2.5.4.3', utf8(paling(nama, PANJANG_NAMA))),
    ...(subjek === undefined ? [] : [bagian('2.5.4.5', utf8(paling(subjek, PANJANG_NAMA)))]),
  );

const spki = (k: KeyObject): Buffer => k.export({ type: 'spki', format: 'der' });
/** RFC 7093 method 1: the left 160 bits of SHA-256. */
const tandaKunci = (k: KeyObject): Buffer => sha256(spki(k)).subarray(0, 20);
const tambahan = (jenis: string, isi: Blok, kritis = false): Blok =>
  urut(oid(jenis), ...(kritis ? [benar()] : []), okted(isi));

const perluasan = ({ jenis, kunci, penerbit }: PesananSertifikat): Blok => {
  const tandaPenerbit = blok(0x80, tandaKunci(penerbit.kunci));
  const akar = jenis === 'akar';
  return urut(
    tambahan('2.5.29.19', urut(...(akar ? [benar()] : [])), true),
    // A root signs certificates and their revocation; an official signs and cannot deny it.
    tambahan('2.5.29.15', akar ? bit(Buffer.of(0b0000_0110), 1) : bit(Buffer.of(0b1100_0000), 6), true),
    tambahan('2.5.29.14', okted(tandaKunci(kunci))),
    tambahan('2.5.29.35', urut(tandaPenerbit)),
    ...(jenis === 'cap-waktu' ? [tambahan('2.5.29.37', urut(oid('1.3.6.1.5.5.7.3.8')), true)] : []),
  );
};

const waktu = (d: Date): Blok => {
  const teks = `${d.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`;
  // X.509 has two forms, and asks for the short one up to 2049.
  return d.getUTCFullYear() < 2050 ? blok(0x17, Buffer.from(teks.slice(2))) : blok(0x18, Buffer.from(teks));
};

/** An X.509 certificate (DER) with ECDSA and SHA-256; the issuer's key is P-256. */
export const terbitkanSertifikat = (p: PesananSertifikat): Buffer => {
  const nomor = randomBytes(16);
  nomor[0] = ((nomor[0] ?? 0) & 0x7f) | 0x40; // positive, and always of one length
  const cara = urut(oid(OID.ecdsaSha256));
  const isi = urut(
    tanda(0, bulatDer(2)),
    bulatDer(nomor),
    cara,
    namaLengkap(p.penerbit.perihal),
    urut(waktu(p.dari), waktu(p.sampai)),
    namaLengkap(p.perihal),
    spki(p.kunci),
    tanda(3, perluasan(p)),
  );
  const tandaTangan = sign('sha256', isi, p.penerbit.privat);
  return urut(isi, cara, bit(tandaTangan));
};

/** The common name of a certificate's subject; undefined where there is not exactly one. */
export const namaUmum = (c: X509Certificate): string | undefined => {
  const [tbs] = anak(bacaBlok(c.raw));
  const isi = tbs === undefined ? [] : anak(tbs);
  const perihal = isi[isi[0]?.tag === 0xa0 ? 5 : 4];
  const nama = (perihal === undefined ? [] : anak(perihal)).flatMap((himpunan) =>
    anak(himpunan).flatMap((a) => {
      const [jenis, nilai] = anak(a);
      return jenis?.semua.equals(oid('2.5.4.3')) && nilai !== undefined ? [nilai.isi.toString()] : [];
    }),
  );
  return nama.length === 1 ? nama[0] : undefined;
};
