import { adalahKamus, adalahLarik, type Nilai } from './pdf.baca.js';

const AMAN = /^[ !"#$&'*+,\-./0-9:;=?@A-Z^_`a-z|~]*$/; // in a literal string as it is
const tulisNama = (nama: string): string =>
  `/${nama.replace(/[^!"$&'*+,\-.0-9:;=?@A-Z^_`a-z|~]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

const tulisTeks = (b: Buffer): string => {
  const teks = b.toString('latin1');
  return AMAN.test(teks) ? `(${teks})` : `<${b.toString('hex')}>`;
};

/** A value as we always write it: the same value, the same bytes. */
export const tulisNilai = (n: Nilai): string => {
  if (n === null) return 'null';
  if (typeof n === 'boolean') return String(n);
  if (adalahLarik(n)) return `[${n.map(tulisNilai).join(' ')}]`;
  if (adalahKamus(n)) return `<< ${[...n].map(([k, v]) => `${tulisNama(k)} ${tulisNilai(v)}`).join(' ')} >>`;
  if (n.jenis === 'angka') return n.teks;
  if (n.jenis === 'nama') return tulisNama(n.nama);
  if (n.jenis === 'rujukan') return `${n.nomor} ${n.generasi} R`;
  return tulisTeks(n.bita);
};

/** Text for people, in a PDF's own two encodings: ASCII, else UTF-16 with its mark. */
export const teksPdf = (teks: string): Nilai => {
  const ascii = /^[ -~]*$/.test(teks);
  const bita = ascii
    ? Buffer.from(teks, 'latin1')
    : Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(teks, 'utf16le')]).swap16();
  return { jenis: 'teks', bita };
};

/** The text back; undefined for what `teksPdf` would not have written so. */
export const bacaTeksPdf = (bita: Buffer): string | undefined => {
  if (bita[0] === 0xfe && bita[1] === 0xff && bita.length % 2 === 0)
    return Buffer.from(bita.subarray(2)).swap16().toString('utf16le');
  const teks = bita.toString('latin1');
  return /^[ -~]*$/.test(teks) ? teks : undefined;
};
export const angka = (n: number | string): Nilai => ({ jenis: 'angka', teks: String(n) });
export const nama = (n: string): Nilai => ({ jenis: 'nama', nama: n });
export const rujukan = (nomor: number): Nilai => ({ jenis: 'rujukan', nomor, generasi: 0 });
