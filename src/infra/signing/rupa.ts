import {
  adalahKamus,
  adalahLarik,
  type BerkasPdf,
  bulat,
  jenisNilai,
  type Kamus,
  type Nilai,
  namaDari,
} from './pdf.baca.js';
import { nama, tulisNilai } from './pdf.tulis.js';

/** What the box of a signature says, line by line. */
export type Rupa = { readonly baris: readonly string[]; readonly lebar: number; readonly tinggi: number };

/** A font for the box: one that the document has embedded and offers to its forms, else Helvetica, which PDF/A forbids. */
type Glif = { readonly heksa: string; readonly lebar: number }; // width in thousandths
export type Huruf = {
  readonly acuan: Nilai;
  /** The glyphs of a text; for a letter that it lacks, another one. */
  readonly sandi: (teks: string) => readonly Glif[];
  readonly tertanam: boolean;
};

// Widths of Helvetica from 32 to 126, in thousandths (Adobe's font metrics).
const HELVETICA =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
    .split(' ')
    .map(Number);
const WINANSI: Readonly<Record<string, number>> = {
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
};
const [UKURAN_TERBESAR, UKURAN_TERKECIL, TEPI, SPASI] = [9, 4, 3, 1.25];

const glif = (k: number, lebar = 600): Glif => ({ heksa: k.toString(16).padStart(2, '0'), lebar });

const kode = (teks: string): number[] =>
  Array.from(teks, (c) => {
    const k = WINANSI[c] ?? c.codePointAt(0) ?? 0x3f;
    return k < 32 || k > 255 || (k > 126 && k < 145) ? 0x3f : k;
  });

const helvetica: Huruf = {
  acuan: new Map<string, Nilai>([
    ['Type', nama('Font')],
    ['Subtype', nama('Type1')],
    ['BaseFont', nama('Helvetica')],
    ['Encoding', nama('WinAnsiEncoding')],
  ]),
  sandi: (teks) => kode(teks).map((k) => glif(k, HELVETICA[k - 32])),
  tertanam: false,
};

const dariFormulir = (pdf: BerkasPdf, acuan: Nilai): Huruf | undefined => {
  const f = pdf.nilai(acuan);
  if (!adalahKamus(f) || namaDari(pdf.nilai(f.get('Encoding'))) !== 'WinAnsiEncoding') return undefined;
  const uraian = pdf.nilai(f.get('FontDescriptor'));
  if (!adalahKamus(uraian) || !['FontFile', 'FontFile2', 'FontFile3'].some((k) => uraian.has(k)))
    return undefined;
  const [lebar, awal] = [pdf.nilai(f.get('Widths')), bulat(f.get('FirstChar'))];
  if (!adalahLarik(lebar) || awal === undefined || awal > 32 || awal + lebar.length <= 126) return undefined;
  const semua = lebar.map((l) => Number(jenisNilai(pdf.nilai(l), 'angka')?.teks ?? 600));
  return { acuan, sandi: (teks) => kode(teks).map((k) => glif(k, semua[k - awal])), tertanam: true };
};

const utf16 = (heksa: string): string => Buffer.from(heksa, 'hex').swap16().toString('utf16le');

/** Letter -> glyph, out of a font's ToUnicode table. */
const petaHuruf = (cmap: string): Map<string, number> => {
  const peta = new Map<string, number>();
  const catat = (huruf: string, k: number): void => {
    if (!peta.has(huruf)) peta.set(huruf, k);
  };
  for (const [, isi = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, k = '', u = ''] of isi.matchAll(/<([0-9a-fA-F]{4})>\s*<((?:[0-9a-fA-F]{4})+)>/g))
      catat(utf16(u), Number.parseInt(k, 16));
  for (const [, isi = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, dari = '', sampai = '', u = ''] of isi.matchAll(
      /<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]{4})>/g,
    )) {
      const awal = Number.parseInt(dari, 16);
      for (let k = awal; k <= Number.parseInt(sampai, 16); k++)
        catat(String.fromCharCode(Number.parseInt(u, 16) + k - awal), k);
    }
  return peta;
};

/** /W: `c [w1 w2 …]` or `first last w`. */
const petaLebar = (pdf: BerkasPdf, w: Nilai): Map<number, number> => {
  const peta = new Map<number, number>();
  const nomor = (n: Nilai | undefined): number => Number(jenisNilai(pdf.nilai(n), 'angka')?.teks ?? 0);
  const isi = adalahLarik(w) ? w : [];
  for (let i = 0; i < isi.length; ) {
    const [awal, dua] = [nomor(isi[i]), pdf.nilai(isi[i + 1])];
    if (adalahLarik(dua)) for (const [j, l] of dua.entries()) peta.set(awal + j, nomor(l));
    else for (let k = awal; k <= Math.min(nomor(dua), 0xffff); k++) peta.set(k, nomor(isi[i + 2]));
    i += adalahLarik(dua) ? 2 : 3;
  }
  return peta;
};

/** A composite font with glyph numbers of two bytes, as Typst embeds them; it must have the digits and letters. */
const berkomposit = (pdf: BerkasPdf, acuan: Nilai): Huruf | undefined => {
  const f = pdf.nilai(acuan);
  if (!adalahKamus(f) || namaDari(f.get('Subtype')) !== 'Type0') return undefined;
  const [turunan, r] = [pdf.nilai(f.get('DescendantFonts')), jenisNilai(f.get('ToUnicode'), 'rujukan')];
  const cid = adalahLarik(turunan) ? pdf.nilai(turunan[0]) : null;
  const cmap = r && pdf.objek(r.nomor);
  if (namaDari(f.get('Encoding')) !== 'Identity-H' || !adalahKamus(cid) || cmap === undefined)
    return undefined;
  const peta = petaHuruf(pdf.aliran(cmap).toString('latin1'));
  const cukup = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,-:()';
  const ganti = peta.get('?');
  if (ganti === undefined || Array.from(cukup).some((c) => !peta.has(c))) return undefined;
  const [lebar, bawaan] = [petaLebar(pdf, pdf.nilai(cid.get('W') ?? null)), bulat(cid.get('DW')) ?? 1_000];
  const sandi = (teks: string): Glif[] =>
    Array.from(teks.normalize('NFC'), (c) => {
      const k = peta.get(c) ?? ganti;
      return { heksa: k.toString(16).padStart(4, '0'), lebar: lebar.get(k) ?? bawaan };
    });
  return { acuan, sandi, tertanam: true };
};

/** The first embedded font in the form's own resources. */
export const pilihHuruf = (pdf: BerkasPdf, formulir: Kamus): Huruf => {
  const sumber = pdf.nilai(formulir.get('DR') ?? null);
  const huruf = adalahKamus(sumber) ? pdf.nilai(sumber.get('Font') ?? null) : null;
  if (adalahKamus(huruf))
    for (const acuan of huruf.values()) {
      const h = jenisNilai(acuan, 'rujukan') && (dariFormulir(pdf, acuan) ?? berkomposit(pdf, acuan));
      if (h) return h;
    }
  return helvetica;
};

const panjang = (h: Huruf, teks: string): number => h.sandi(teks).reduce((n, g) => n + g.lebar, 0) / 1_000;

const lipat = (h: Huruf, teks: string, lebar: number): string[] => {
  const hasil: string[] = [];
  for (const kata of teks.split(/\s+/).filter((k) => k !== '')) {
    const sambung = `${hasil.at(-1) ?? ''} ${kata}`;
    if (hasil.length > 0 && panjang(h, sambung.trim()) <= lebar) hasil[hasil.length - 1] = sambung;
    else hasil.push(kata);
  }
  return hasil;
};

/** The largest size at which all of it fits; at the smallest, what does not fit is left out. */
const atur = (h: Huruf, { baris, lebar, tinggi }: Rupa): { ukuran: number; baris: readonly string[] } => {
  for (let ukuran = UKURAN_TERBESAR; ; ukuran -= 0.5) {
    const isi = baris.flatMap((b) => lipat(h, b, (lebar - 2 * TEPI) / ukuran));
    const muat = Math.max(0, Math.floor((tinggi - 2 * TEPI) / (ukuran * SPASI)));
    const terpanjang = Math.max(0, ...isi.map((b) => panjang(h, b))) * ukuran;
    if (isi.length <= muat && terpanjang <= lebar - 2 * TEPI) return { ukuran, baris: isi };
    if (ukuran <= UKURAN_TERKECIL) return { ukuran, baris: isi.slice(0, muat) };
  }
};

const angka = (n: number): string => n.toFixed(2).replace(/\.?0+$/, '');

/** The appearance's form XObject, whole: dictionary and stream. */
export const tulisRupa = (h: Huruf, rupa: Rupa): Buffer => {
  const { ukuran, baris } = atur(h, rupa);
  const teks = baris.map(
    (b, i) =>
      `1 0 0 1 ${TEPI} ${angka(rupa.tinggi - TEPI - ukuran * (1 + i * SPASI))} Tm <${h
        .sandi(b)
        .map((g) => g.heksa)
        .join('')}> Tj`,
  );
  const isi = Buffer.from(
    [
      `q 0.5 w 0.4 G 0.25 0.25 ${angka(Math.max(0, rupa.lebar - 0.5))} ${angka(Math.max(0, rupa.tinggi - 0.5))} re S Q`,
      `BT /F ${angka(ukuran)} Tf 0 g`,
      ...teks,
      'ET\n',
    ].join('\n'),
    'latin1',
  );
  const kepala = `<< /Type /XObject /Subtype /Form /BBox [0 0 ${angka(rupa.lebar)} ${angka(rupa.tinggi)}] /Resources << /Font << /F ${tulisNilai(h.acuan)} >> >> /Length ${isi.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(kepala, 'latin1'), isi, Buffer.from('endstream')]);
};
