/** A piece of DER as its bytes. Written by hand: the library takes 2 ms for each small piece, which a signature has many of. */
export type Blok = Buffer;

const panjang = (n: number): Buffer => {
  if (n < 0x80) return Buffer.of(n);
  const b = Buffer.alloc(4);
  b.writeUInt32BE(n);
  const tanpaNol = b.subarray(b.findIndex((x) => x !== 0));
  return Buffer.concat([Buffer.of(0x80 | tanpaNol.length), tanpaNol]);
};
/** Tag, length and value. */
export const blok = (tag: number, ...isi: readonly Uint8Array[]): Blok =>
  Buffer.concat([Buffer.of(tag), panjang(isi.reduce((n, b) => n + b.length, 0)), ...isi]);
export const urut = (...isi: readonly Blok[]): Blok => blok(0x30, ...isi);
/** SET OF, in the order of DER. */
export const himpun = (...isi: readonly Blok[]): Blok => blok(0x31, ...[...isi].sort(Buffer.compare));
export const okted = (isi: Uint8Array): Blok => blok(0x04, isi);
export const kosong = (): Blok => blok(0x05);
/** A positive integer of these bytes, or of a small number. */
export const bulatDer = (n: number | Uint8Array): Blok =>
  blok(0x02, typeof n === 'number' ? Buffer.of(n) : n);
/** [n] of values, or in place of the tag of a SET or SEQUENCE. */
export const tanda = (n: number, ...isi: readonly Uint8Array[]): Blok => blok(0xa0 | n, ...isi);

const basis128 = (n: number): number[] => {
  const hasil = [n & 0x7f];
  for (let sisa = Math.floor(n / 128); sisa > 0; sisa = Math.floor(sisa / 128))
    hasil.unshift(0x80 | (sisa & 0x7f));
  return hasil;
};
export const oid = (teks: string): Blok => {
  const [satu = 0, dua = 0, ...lain] = teks.split('.').map(Number);
  return blok(0x06, Buffer.from([satu * 40 + dua, ...lain.flatMap(basis128)]));
};

export type Terbaca = { readonly tag: number; readonly isi: Buffer; readonly semua: Buffer };

/** The value that begins at `pos`; throws RangeError when it is not there whole. */
export const bacaBlok = (b: Buffer, pos = 0): Terbaca => {
  const [tag, satu] = [b[pos], b[pos + 1]];
  if (tag === undefined || satu === undefined) throw new RangeError('no DER');
  const banyak = satu < 0x80 ? 0 : satu & 0x7f;
  if (satu === 0x80 || banyak > 4 || pos + 2 + banyak > b.length) throw new RangeError('no DER');
  const awal = pos + 2 + banyak;
  const akhir = awal + (banyak === 0 ? satu : b.readUIntBE(pos + 2, banyak));
  if (akhir > b.length) throw new RangeError('no DER');
  return { tag, isi: b.subarray(awal, akhir), semua: b.subarray(pos, akhir) };
};

/** What is inside a constructed value, one after the other. */
export const anak = ({ isi }: Terbaca): Terbaca[] => {
  const hasil: Terbaca[] = [];
  for (let pos = 0; pos < isi.length; ) {
    const a = bacaBlok(isi, pos);
    hasil.push(a);
    pos += a.semua.length;
  }
  return hasil;
};
