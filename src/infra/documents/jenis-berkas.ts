import type { BentukBerkas } from '../../kernel/lembar-kerja.js';
import { tolak } from '../../kernel/penolakan.js';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/** What people send by mistake or to try us, by its first bytes; the sentence names it back. */
const DIKENAL: readonly (readonly [Buffer, string])[] = [
  [Buffer.from('MZ'), 'program Windows'],
  [Buffer.from('\x7fELF', 'latin1'), 'program Linux'],
  [Buffer.from('%PDF'), 'PDF'],
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'Excel lama (.xls) atau Excel yang bersandi'],
  [Buffer.from([0xff, 0xfe]), 'teks UTF-16'],
  [Buffer.from([0xfe, 0xff]), 'teks UTF-16'],
  [Buffer.from('\x89PNG', 'latin1'), 'gambar'],
  [Buffer.from([0xff, 0xd8, 0xff]), 'gambar'],
];
const MARKAH = /^\ufeff?\s*</;

/**
 * What a file is, by its bytes: neither its name nor its Content-Type is asked. CSV is text that is no markup. Refuses
 * BERKAS_BUKAN_LEMBAR_KERJA.
 */
export const jenisBerkas = (bita: Buffer): BentukBerkas => {
  if (bita.length === 0) return tolak('BERKAS_BUKAN_LEMBAR_KERJA', { sebab: 'kosong' });
  if (bita.subarray(0, ZIP.length).equals(ZIP)) return 'xlsx';
  const dikenal = DIKENAL.find(([tanda]) => bita.subarray(0, tanda.length).equals(tanda));
  if (dikenal !== undefined) return tolak('BERKAS_BUKAN_LEMBAR_KERJA', { sebab: dikenal[1] });
  if (bita.includes(0)) return tolak('BERKAS_BUKAN_LEMBAR_KERJA', { sebab: 'bukan teks' });
  return MARKAH.test(bita.toString('utf8', 0, 200))
    ? tolak('BERKAS_BUKAN_LEMBAR_KERJA', { sebab: 'HTML, SVG, atau XML' })
    : 'csv';
};
