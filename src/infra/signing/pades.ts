import { createHash } from 'node:crypto';
import { cetakTanggal } from '../../kernel/tanggal.js';
import {
  adalahKamus,
  adalahLarik,
  BerkasPdf,
  bulat,
  jenisNilai,
  type Kamus,
  type Nilai,
  namaDari,
  PdfTidakTerbaca,
} from './pdf.baca.js';
import { angka, bacaTeksPdf, nama, rujukan, teksPdf, tulisNilai } from './pdf.tulis.js';
import { pilihHuruf, tulisRupa } from './rupa.js';

export type Zona = 'WIB' | 'WITA' | 'WIT';
export type IsianTandaTangan = {
  readonly medan: string;
  readonly nama: string;
  readonly sebutan: string;
  readonly alasan: string;
  readonly tempat: string;
  readonly pada: Date;
  readonly zona: Zona;
  /** Who vouches, as the box says it: 'Penyedia: … (tidak tersertifikasi)'. */
  readonly keterangan: string;
};

/** A revision with its signature still empty. `sidik` is the SHA-256 of what is signed. */
export type Siap = {
  readonly pdf: Buffer;
  readonly lubang: readonly [number, number];
  readonly sidik: Buffer;
};

/** Bytes kept for the CMS: without and with a time-stamp. Two sizes, so that verification knows both. */
export const RUANG = { tanpaCap: 6_000, denganCap: 16_000 } as const;
const ANGKA = 10; // digits kept for each number of ByteRange
const JAM: Readonly<Record<Zona, number>> = { WIB: 7, WITA: 8, WIT: 9 };
const [SEBUTAN, KETERANGAN] = ['AMNH_Sebutan', 'AMNH_Keterangan']; // of the box, so that it can be written again

/** The document has no such field, or not as our own printing makes it, or it is signed already. */
export class MedanTidakSesuai extends Error {
  override readonly name = 'MedanTidakSesuai';
}

const setempat = (pada: Date, zona: Zona): string =>
  new Date(pada.getTime() + JAM[zona] * 3_600_000).toISOString();
const waktuPdf = (pada: Date, zona: Zona): string =>
  `D:${setempat(pada, zona).slice(0, 19).replace(/[-T:]/g, '')}+0${JAM[zona]}'00'`;
/** '22 November 2026 14.05 WIB' */
export const waktuTercetak = (pada: Date, zona: Zona): string => {
  const [tanggal = '', jam = ''] = setempat(pada, zona).slice(0, 16).split('T');
  return `${cetakTanggal(tanggal)} ${jam.replace(':', '.')} ${zona}`;
};

const bacaWaktu = (teks: string): { pada: Date; zona: Zona } | undefined => {
  const m = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\+0([789])'00'$/.exec(teks);
  const zona = (Object.keys(JAM) as Zona[]).find((z) => String(JAM[z]) === m?.[7]);
  if (m === null || zona === undefined) return undefined;
  const pada = new Date(`${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6]}+0${m[7]}:00`);
  return Number.isNaN(pada.getTime()) ? undefined : { pada, zona };
};

export type Medan = { readonly nama: string; readonly nomor: number; readonly isi: Kamus };
type Formulir = { readonly isi: Kamus; readonly nomor: number; readonly medan: readonly Medan[] };

/** The signature fields in their order. Only fields that are their own widget, as our printing makes them. */
export const bacaFormulir = (pdf: BerkasPdf): Formulir => {
  const akar = pdf.kamus(pdf.trailer.get('Root'));
  const acuan = jenisNilai(akar.get('AcroForm'), 'rujukan');
  const isi = pdf.kamus(akar.get('AcroForm') ?? new Map());
  const daftar = pdf.nilai(isi.get('Fields') ?? []);
  const medan = (adalahLarik(daftar) ? daftar : []).flatMap((n): Medan[] => {
    const r = jenisNilai(n, 'rujukan');
    const k = pdf.nilai(n);
    if (r === undefined || !adalahKamus(k) || namaDari(k.get('FT')) !== 'Sig') return [];
    const judul = bacaTeksPdf(jenisNilai(pdf.nilai(k.get('T')), 'teks')?.bita ?? Buffer.alloc(0));
    return [{ nama: judul ?? '', nomor: r.nomor, isi: k }];
  });
  return { isi, nomor: acuan?.nomor ?? 0, medan };
};

/** Where a field's box is: [x0, y0, x1, y1] in points. */
export const kotakMedan = (pdf: BerkasPdf, medan: Kamus): readonly [number, number, number, number] => {
  const r = pdf.nilai(medan.get('Rect'));
  const n = adalahLarik(r) ? r.map((x) => Number(jenisNilai(pdf.nilai(x), 'angka')?.teks ?? Number.NaN)) : [];
  const [a = 0, b = 0, c = 0, d = 0] = n.length === 4 && n.every(Number.isFinite) ? n : [];
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
};

const medanKosong = (pdf: BerkasPdf, { medan }: Formulir, dicari: string): Medan => {
  const [satu, ...lain] = medan.filter((m) => m.nama === dicari);
  if (satu === undefined || lain.length > 0) throw new MedanTidakSesuai(`no single field ${dicari}`);
  if (satu.isi.has('V')) throw new MedanTidakSesuai(`field ${dicari} is signed`);
  if (satu.isi.has('Kids') || namaDari(satu.isi.get('Subtype')) !== 'Widget')
    throw new MedanTidakSesuai(`field ${dicari} is no widget`);
  if (pdf.objek(satu.nomor)?.generasi !== 0) throw new MedanTidakSesuai(`field ${dicari} has an old number`);
  return satu;
};

type Tulisan = { readonly nomor: number; readonly isi: Buffer };

const kamusTandaTangan = (i: IsianTandaTangan, ruang: number): Buffer => {
  const isi: [string, Nilai][] = [
    ['Type', nama('Sig')],
    ['Filter', nama('Adobe.PPKLite')],
    ['SubFilter', nama('ETSI.CAdES.detached')],
    ['Name', teksPdf(i.nama)],
    ['M', teksPdf(waktuPdf(i.pada, i.zona))],
    ['Reason', teksPdf(i.alasan)],
    ['Location', teksPdf(i.tempat)],
    [SEBUTAN, teksPdf(i.sebutan)],
    [KETERANGAN, teksPdf(i.keterangan)],
  ];
  const teks = tulisNilai(new Map(isi)).replace(/ >>$/, '');
  const kosong = `[0 ${' '.repeat(3 * ANGKA + 2)}]`;
  return Buffer.from(`${teks} /ByteRange ${kosong} /Contents <${'0'.repeat(2 * ruang)}> >>`, 'latin1');
};

const rupa = (pdf: BerkasPdf, f: Formulir, medan: Medan, i: IsianTandaTangan): Buffer => {
  const [x0, y0, x1, y1] = kotakMedan(pdf, medan.isi);
  const waktu = waktuTercetak(i.pada, i.zona);
  const baris = ['Ditandatangani secara elektronik', i.nama, i.sebutan, waktu, i.keterangan];
  return tulisRupa(pilihHuruf(pdf, f.isi), { baris, lebar: x1 - x0, tinggi: y1 - y0 });
};

/** A form says that it holds signatures and may only be added to: bits 1 and 2. Written only where it does not say so yet. */
const penandaFormulir = (pdf: BerkasPdf, f: Formulir): Tulisan[] => {
  if (((bulat(f.isi.get('SigFlags')) ?? 0) & 3) === 3) return [];
  const isi = new Map<string, Nilai>([...f.isi, ['SigFlags', angka(3)]]);
  if (f.nomor > 0) return [{ nomor: f.nomor, isi: Buffer.from(tulisNilai(isi), 'latin1') }];
  const akar = jenisNilai(pdf.trailer.get('Root'), 'rujukan');
  if (akar === undefined) throw new PdfTidakTerbaca('no Root');
  const katalog = new Map<string, Nilai>([...pdf.kamus(akar), ['AcroForm', isi]]);
  return [{ nomor: akar.nomor, isi: Buffer.from(tulisNilai(katalog), 'latin1') }];
};

const tubuh = (mulai: number, tulisan: readonly Tulisan[]): { bita: Buffer; letak: Map<number, number> } => {
  const letak = new Map<number, number>();
  const bagian: Buffer[] = [];
  let pos = mulai;
  for (const { nomor, isi } of tulisan) {
    letak.set(nomor, pos);
    const b = Buffer.concat([Buffer.from(`${nomor} 0 obj\n`), isi, Buffer.from('\nendobj\n')]);
    bagian.push(b);
    pos += b.length;
  }
  return { bita: Buffer.concat(bagian), letak };
};

const rumpun = (nomor: readonly number[]): [number, number[]][] => {
  const hasil: [number, number[]][] = [];
  for (const n of [...nomor].sort((a, b) => a - b)) {
    const akhir = hasil.at(-1);
    if (akhir !== undefined && n === akhir[0] + akhir[1].length) akhir[1].push(n);
    else hasil.push([n, [n]]);
  }
  return hasil;
};

const trailerBaru = (pdf: BerkasPdf, ukuran: number): [string, Nilai][] => {
  const lama = pdf.nilai(pdf.trailer.get('ID') ?? null);
  const id = createHash('sha256').update(pdf.isi).digest().subarray(0, 16);
  const baru: Nilai = { jenis: 'teks', bita: id };
  return [
    ['Size', angka(ukuran)],
    ...(['Root', 'Info'] as const).flatMap((k): [string, Nilai][] => {
      const n = pdf.trailer.get(k);
      return n === undefined ? [] : [[k, n]];
    }),
    ['ID', [adalahLarik(lama) ? (lama[0] ?? baru) : baru, baru]],
    ['Prev', angka(pdf.mulaiXref)],
  ];
};

const tabelXref = (pdf: BerkasPdf, letak: ReadonlyMap<number, number>, ukuran: number): string => {
  const bagian = rumpun([...letak.keys()]).map(
    ([awal, semua]) =>
      `${awal} ${semua.length}\n${semua.map((n) => `${String(letak.get(n)).padStart(10, '0')} 00000 n \n`).join('')}`,
  );
  const trailer = tulisNilai(new Map(trailerBaru(pdf, ukuran)));
  return `xref\n0 1\n0000000000 65535 f \n${bagian.join('')}trailer\n${trailer}\n`;
};

const aliranXref = (pdf: BerkasPdf, letak: ReadonlyMap<number, number>, nomor: number): Buffer => {
  const semua = rumpun([...letak.keys()]);
  const isi = Buffer.alloc(letak.size * 7);
  semua
    .flatMap(([, n]) => n)
    .forEach((n, i) => {
      isi[i * 7] = 1;
      isi.writeUInt32BE(letak.get(n) ?? 0, i * 7 + 1);
    });
  const kamus = new Map<string, Nilai>([
    ['Type', nama('XRef')],
    ...trailerBaru(pdf, nomor + 1),
    ['W', [1, 4, 2].map(angka)],
    ['Index', semua.flatMap(([awal, n]) => [angka(awal), angka(n.length)])],
    ['Length', angka(isi.length)],
  ]);
  const kepala = `${nomor} 0 obj\n${tulisNilai(kamus)}\nstream\n`;
  return Buffer.concat([Buffer.from(kepala, 'latin1'), isi, Buffer.from('\nendstream\nendobj\n')]);
};

const susunan = (pdf: BerkasPdf, i: IsianTandaTangan, ruang: number): Tulisan[] => {
  const f = bacaFormulir(pdf);
  const medan = medanKosong(pdf, f, i.medan);
  const [ttd, gambar] = [pdf.ukuran, pdf.ukuran + 1];
  const isi = new Map<string, Nilai>(medan.isi);
  isi.set('V', rujukan(ttd));
  isi.set('AP', new Map([['N', rujukan(gambar)]]));
  return [
    { nomor: ttd, isi: kamusTandaTangan(i, ruang) },
    { nomor: gambar, isi: rupa(pdf, f, medan, i) },
    { nomor: medan.nomor, isi: Buffer.from(tulisNilai(isi), 'latin1') },
    ...penandaFormulir(pdf, f),
  ];
};

/** SHA-256 of all but the hole. */
export const sidikTanpaLubang = (b: Buffer, [awal, akhir]: readonly [number, number]): Buffer =>
  createHash('sha256').update(b.subarray(0, awal)).update(b.subarray(akhir)).digest();

/**
 * The next revision of the document, with one field filled and the signature itself still to come. The document stays as
 * it is and only grows: the same document and words give the same bytes, which is what verification compares with.
 * Throws PdfTidakTerbaca or MedanTidakSesuai.
 */
export const siapkanTandaTangan = (
  dokumen: Uint8Array,
  isian: IsianTandaTangan,
  ruang: number = RUANG.tanpaCap,
): Siap => {
  const pdf = new BerkasPdf(dokumen);
  const awalan = pdf.isi.at(-1) === 10 ? '' : '\n';
  const mulai = pdf.isi.length + awalan.length;
  const tulisan = susunan(pdf, isian, ruang);
  const { bita, letak } = tubuh(mulai, tulisan);
  const xref = mulai + bita.length;
  const berikut = pdf.ukuran + 2;
  if (pdf.xrefAliran) letak.set(berikut, xref);
  const tabel = pdf.xrefAliran
    ? aliranXref(pdf, letak, berikut)
    : Buffer.from(tabelXref(pdf, letak, berikut), 'latin1');
  const ekor = Buffer.from(`startxref\n${xref}\n%%EOF\n`);
  const hasil = Buffer.concat([pdf.isi, Buffer.from(awalan), bita, tabel, ekor]);
  // The empty one ends the first object that we wrote: nothing in the document can be taken for it.
  const awal = hasil.indexOf('/Contents <', mulai) + '/Contents '.length;
  const akhir = awal + 2 * ruang + 2;
  const rentang = [awal, akhir, hasil.length - akhir].map((n) => String(n).padEnd(ANGKA)).join(' ');
  hasil.write(rentang, hasil.indexOf('/ByteRange [0 ', mulai) + '/ByteRange [0 '.length, 'latin1');
  return { pdf: hasil, lubang: [awal, akhir], sidik: sidikTanpaLubang(hasil, [awal, akhir]) };
};

/** Puts the CMS into its place. The document before it stays, byte for byte. */
export const bubuhkan = ({ pdf, lubang: [awal, akhir] }: Siap, cms: Uint8Array): Uint8Array => {
  const heksa = Buffer.from(cms).toString('hex');
  if (heksa.length > akhir - awal - 2) throw new RangeError(`a CMS of ${cms.length} bytes has no room`);
  const hasil = Buffer.from(pdf);
  hasil.write(heksa, awal + 1, 'latin1');
  return hasil;
};

/** What a signature in a document says of itself, as `siapkanTandaTangan` takes it; undefined when it is not of ours. */
export const bacaIsian = (pdf: BerkasPdf, medan: Medan): IsianTandaTangan | undefined => {
  const ttd = pdf.nilai(medan.isi.get('V') ?? null);
  if (!adalahKamus(ttd)) return undefined;
  const teks = (k: string): string | undefined => {
    const t = jenisNilai(ttd.get(k), 'teks');
    return t && bacaTeksPdf(t.bita);
  };
  const [n, alasan, tempat] = [teks('Name'), teks('Reason'), teks('Location')];
  const [sebutan, keterangan, waktu] = [teks(SEBUTAN), teks(KETERANGAN), bacaWaktu(teks('M') ?? '')];
  if (n === undefined || alasan === undefined || tempat === undefined) return undefined;
  if (sebutan === undefined || keterangan === undefined || waktu === undefined) return undefined;
  return { medan: medan.nama, nama: n, sebutan, alasan, tempat, keterangan, ...waktu };
};
