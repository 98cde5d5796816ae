import {
  type BaseBlock,
  Constructed,
  fromBER,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as SetOf,
} from 'asn1js';

/** A piece of DER, built or read. */
export type Blok = BaseBlock;
export const urut = (...value: Blok[]): Sequence => new Sequence({ value });
export const himpun = (...value: Blok[]): SetOf => new SetOf({ value });
export const oid = (value: string): ObjectIdentifier => new ObjectIdentifier({ value });
export const okted = (isi: Uint8Array): OctetString => new OctetString({ valueHex: new Uint8Array(isi) });
export const der = (b: Blok): Buffer => Buffer.from(b.toBER());
/** [n], explicit or in place of the tag of a constructed value. */
export const tanda = (tag: number, value: Blok[]): Constructed =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber: tag }, value });
/** Exactly one value; throws RangeError for anything else. */
export const dariDer = (isi: Uint8Array): Blok => {
  const { result, offset } = fromBER(new Uint8Array(isi));
  if (offset !== isi.length) throw new RangeError('no DER');
  return result;
};
