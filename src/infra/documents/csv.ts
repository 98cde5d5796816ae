import { type CsvError, type Info, Parser } from 'csv-parse';
import { KOSONG, type LembarTulis, type Sel } from '../../kernel/lembar-kerja.js';
import { Penolakan, tolak } from '../../kernel/penolakan.js';
import { netralkan, pulihkanNetral } from './netral.js';
import type { Penghitung } from './penghitung.js';

const TERPANJANG = 64 * 1024; // letters of one row; quotes that nobody closes end here
const POTONG = 64 * 1024;

/** The mark between fields: of `;`, `,` and tab the one that the first line has most of, outside of quotes. */
const pemisah = (awal: string): string => {
  const baris = /^[^\r\n]*/.exec(awal.replace(/"[^"]*"/g, ''))?.[0] ?? '';
  const banyak = (p: string): number => baris.split(p).length;
  return [';', ',', '\t'].reduce((a, b) => (banyak(b) > banyak(a) ? b : a));
};

const teksDari = (bita: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bita); // takes the byte order mark away
  } catch {
    return tolak('BERKAS_BUKAN_LEMBAR_KERJA', { sebab: 'teksnya bukan UTF-8; simpan sebagai "CSV UTF-8"' });
  }
};

/** A line longer than any row may be: a million empty columns cost the parser seconds, and say nothing. */
const wajibBerbaris = (isi: string): void => {
  const akhir = /[\r\n]/g;
  for (let dari = 0, nomor = 1; dari < isi.length; nomor++) {
    akhir.lastIndex = dari;
    const sampai = akhir.exec(isi)?.index ?? isi.length;
    if (sampai - dari > TERPANJANG)
      tolak('BERKAS_TERLALU_BESAR', { sebab: `baris ${nomor} terlalu panjang` });
    dari = sampai + 1;
  }
};

const sebagaiPenolakan = (e: CsvError | Penolakan, baris: number): Penolakan => {
  if (e instanceof Penolakan) return e;
  if (e.code === 'CSV_MAX_RECORD_SIZE')
    return new Penolakan('BERKAS_TERLALU_BESAR', {
      sebab: `baris ${baris} terlalu panjang, atau tanda kutipnya tidak ditutup`,
    });
  const kutip = /QUOTE/.test(e.code);
  const sebab = kutip ? `tanda kutip di baris ${baris} tidak ditutup` : `baris ${baris} tidak dapat dibaca`;
  return new Penolakan('BERKAS_BUKAN_LEMBAR_KERJA', { sebab });
};

const sel = (isi: string): Sel => (isi === '' ? KOSONG : { jenis: 'teks', nilai: pulihkanNetral(isi) });

/** Reads a CSV strictly: every cell is text, a formula too. Rows are counted as a spreadsheet counts them. */
export const bacaCsv = async (bita: Buffer, hitung: Penghitung): Promise<void> => {
  const isi = teksDari(bita);
  wajibBerbaris(isi);
  hitung.lembar('');
  let nomor = 0;
  const urai = new Parser({
    delimiter: pemisah(isi.slice(0, POTONG)),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true, // how many columns there may be is counted by us
    max_record_size: TERPANJANG,
    on_record: (kolom: string[], _: Info) => {
      nomor++;
      hitung.baris(nomor, kolom.map(sel));
      return null; // not kept by the parser
    },
  });
  await new Promise<void>((selesai, gagal) => {
    urai.on('error', (e: CsvError | Penolakan) => gagal(sebagaiPenolakan(e, nomor + 1)));
    urai.on('end', selesai);
    urai.resume();
    for (let i = 0; i < isi.length && !urai.destroyed; i += POTONG) urai.write(isi.slice(i, i + POTONG));
    urai.end();
  });
};

const kutip = (isi: string): string => (/[";,\t\r\n]/.test(isi) ? `"${isi.replaceAll('"', '""')}"` : isi);

const tertulis = (s: Sel): string => {
  switch (s.jenis) {
    case 'teks':
      return kutip(netralkan(s.nilai));
    case 'angka':
      return s.nilai.replace('.', ','); // with `;` between fields: what Excel in Indonesian reads as a decimal
    case 'tanggal':
      return s.nilai;
    case 'logis':
      return s.nilai ? 'ya' : 'tidak';
    default:
      return '';
  }
};

/** One sheet as CSV: UTF-8 with the mark by which Excel knows it, `;` between fields, a comma in decimals. */
export const tulisCsv = ({ kepala = [], kolom, baris, jumlah, kaki = [] }: LembarTulis): Uint8Array => {
  const teks = (isi: string): Sel => ({ jenis: 'teks', nilai: isi });
  const semua = [
    ...kepala.map((k) => k.map(teks)),
    kolom.map((k) => teks(k.judul)),
    ...baris,
    ...(jumlah === undefined ? [] : [jumlah]),
    ...(kaki.length === 0 ? [] : [[], ...kaki.map((k) => [teks(k)])]),
  ];
  return Buffer.from(`\ufeff${semua.map((b) => `${b.map(tertulis).join(';')}\r\n`).join('')}`);
};
