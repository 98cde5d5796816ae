import { createHash, type Hash } from 'node:crypto';
import {
  adalahKamus,
  adalahLarik,
  type BerkasPdf,
  jenisNilai,
  type Kamus,
  type Nilai,
  namaDari,
  PdfTidakTerbaca,
} from './pdf.baca.js';

export type Kotak = {
  readonly kiri: number;
  readonly bawah: number;
  readonly kanan: number;
  readonly atas: number;
};
/** Where a field's box stands: page from 0, measured from the page's own lower left corner. */
export type Letak = { readonly halaman: number; readonly kotak: Kotak; readonly tinggiHalaman: number };

export type MedanTte = {
  readonly nama: string;
  readonly kamus: Kamus;
  /** The signature dictionary; null while the field is empty. */
  readonly tanda: Kamus | null;
  /** Of the widget; null when no page shows it. */
  readonly letak: Letak | null;
  /** Of the field with its value and appearance. */
  readonly sidik: string;
};

/**
 * What of a PDF a signature must leave as it is: one fingerprint a page (contents, fonts, images, other annotations), one
 * of all the rest that the catalog reaches, and each signature field by name. Objects are named by the order in which they
 * are met, so that neither numbers nor places in the file count.
 */
export type Gambaran = {
  readonly halaman: readonly string[];
  readonly lain: string;
  readonly medan: ReadonlyMap<string, MedanTte>;
};

const HALAMAN = 5_000;
const MEDAN = 500;
/** Where signatures and what proves them stand (ISO 32000-2 12.8; PAdES DSS). */
const MILIK_TANDA_TANGAN = ['Pages', 'AcroForm', 'DSS', 'Extensions', 'Version'];
const DIWARISI = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];

const rusak = (sebab: string): never => {
  throw new PdfTidakTerbaca(sebab);
};

/** Fingerprint of a value and all that it reaches; objects in `penanda` are named and not entered. */
const sidikNilai = (pdf: BerkasPdf, mulai: Nilai, penanda: ReadonlyMap<number, string>): string => {
  const urut = new Map<number, number>();
  const hash = createHash('sha256');
  const rujukan = (nomor: number): string => {
    const tanda = penanda.get(nomor);
    if (tanda !== undefined) return tanda;
    if (!urut.has(nomor)) urut.set(nomor, urut.size);
    return `R${urut.get(nomor)}`;
  };
  hash.update(teksNilai(mulai, rujukan));
  // A Map gives its new keys to the loop that is still going over it.
  for (const nomor of urut.keys()) objekKe(pdf, nomor, rujukan, hash);
  return hash.digest('hex');
};

const teksNilai = (n: Nilai, rujukan: (nomor: number) => string): string => {
  if (n === null) return 'null';
  if (typeof n === 'boolean') return String(n);
  if (adalahLarik(n)) return `[${n.map((x) => teksNilai(x, rujukan)).join(' ')}]`;
  if (adalahKamus(n))
    return `<<${[...n]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${teksNilai(v, rujukan)}`)
      .join(' ')}>>`;
  if (n.jenis === 'angka') return String(Number(n.teks));
  if (n.jenis === 'nama') return `/${JSON.stringify(n.nama)}`;
  return n.jenis === 'teks' ? `<${n.bita.toString('hex')}>` : rujukan(n.nomor);
};

const objekKe = (pdf: BerkasPdf, nomor: number, rujukan: (n: number) => string, hash: Hash): void => {
  const o = pdf.objek(nomor);
  if (o?.aliran === undefined || !adalahKamus(o.nilai)) {
    hash.update(`\nO${teksNilai(o?.nilai ?? null, rujukan)}`);
    return;
  }
  const { isi, tanpa } = isiAliran(pdf, o.nilai, nomor);
  const kamus = new Map([...o.nilai].filter(([k]) => !tanpa.includes(k)));
  hash.update(`\nA${teksNilai(kamus, rujukan)}${isi.length}:`).update(isi);
};

/** Unpacked where that is known how, since who writes a PDF anew may pack it otherwise. */
const isiAliran = (pdf: BerkasPdf, kamus: Kamus, nomor: number): { isi: Buffer; tanpa: string[] } => {
  const o = pdf.objek(nomor) ?? rusak(`object ${nomor} is missing`);
  const saring = pdf.nilai(kamus.get('Filter') ?? null);
  const polos = saring === null || namaDari(saring) === 'FlateDecode';
  if (polos) return { isi: pdf.aliran(o), tanpa: ['Length', 'Filter', 'DecodeParms'] };
  const { awal = 0, akhir = 0 } = o.aliran ?? {};
  return { isi: pdf.isi.subarray(awal, akhir), tanpa: ['Length'] };
};

type Halaman = { readonly nomor: number; readonly kamus: Kamus };

/** The pages in order, each with what it inherits. */
const daftarHalaman = (pdf: BerkasPdf, katalog: Kamus): Halaman[] => {
  const hasil: Halaman[] = [];
  const dilihat = new Set<number>();
  const masuk = (r: Nilai | undefined, warisan: Kamus): void => {
    const nomor = jenisNilai(r, 'rujukan')?.nomor ?? rusak('a page that is no object');
    if (dilihat.has(nomor) || dilihat.size > HALAMAN * 2) rusak('pages in a circle');
    dilihat.add(nomor);
    const milik = pdf.kamus(r);
    const kamus = new Map([...warisan, ...milik]);
    const anak = pdf.nilai(milik.get('Kids') ?? null);
    if (!adalahLarik(anak)) hasil.push({ nomor, kamus });
    else for (const a of anak) masuk(a, new Map([...kamus].filter(([k]) => DIWARISI.includes(k))));
  };
  masuk(katalog.get('Pages'), new Map());
  return hasil;
};

const angka = (pdf: BerkasPdf, n: Nilai | undefined): number => {
  const teks = jenisNilai(pdf.nilai(n ?? null), 'angka')?.teks;
  return teks === undefined ? rusak('expected a number') : Number(teks);
};

const kotakDari = (pdf: BerkasPdf, n: Nilai | undefined): Kotak => {
  const isi = pdf.nilai(n ?? null);
  if (!adalahLarik(isi) || isi.length !== 4) return rusak('a broken rectangle');
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = isi.map((v) => angka(pdf, v));
  return { kiri: Math.min(x1, x2), bawah: Math.min(y1, y2), kanan: Math.max(x1, x2), atas: Math.max(y1, y2) };
};

type MedanMentah = {
  readonly nama: string;
  readonly jenis: string;
  readonly widget: readonly number[];
  readonly kamus: Kamus;
};

const medanMedan = (pdf: BerkasPdf, formulir: Kamus): MedanMentah[] => {
  const hasil: MedanMentah[] = [];
  const dilihat = new Set<number>();
  const masuk = (r: Nilai, awalan: string, jenisInduk: string): void => {
    const nomor = jenisNilai(r, 'rujukan')?.nomor ?? rusak('a field that is no object');
    if (dilihat.has(nomor) || dilihat.size >= MEDAN) rusak('fields in a circle, or too many');
    dilihat.add(nomor);
    const kamus = pdf.kamus(r);
    const teks = jenisNilai(pdf.nilai(kamus.get('T') ?? null), 'teks')?.bita.toString('latin1');
    const nama = [awalan, teks].filter((b) => b !== '' && b !== undefined).join('.');
    const jenis = namaDari(pdf.nilai(kamus.get('FT') ?? null)) ?? jenisInduk;
    const anak = pdf.nilai(kamus.get('Kids') ?? null);
    const anakMedan = adalahLarik(anak) && anak.some((a) => pdf.kamus(a).has('T'));
    if (adalahLarik(anak) && anakMedan) for (const a of anak) masuk(a, nama, jenis);
    else hasil.push({ nama, jenis, kamus, widget: adalahLarik(anak) ? nomorNomor(anak) : [nomor] });
  };
  const daftar = pdf.nilai(formulir.get('Fields') ?? null);
  for (const f of adalahLarik(daftar) ? daftar : []) masuk(f, '', '');
  return hasil;
};

const nomorNomor = (n: readonly Nilai[]): number[] =>
  n.map((a) => jenisNilai(a, 'rujukan')?.nomor ?? rusak('a widget that is no object'));

/** Annotations of a page that are not the widgets of signature fields. */
const anotasiLain = (pdf: BerkasPdf, kamus: Kamus, widget: ReadonlySet<number>): Nilai[] => {
  const isi = pdf.nilai(kamus.get('Annots') ?? null);
  return (adalahLarik(isi) ? isi : []).filter((a) => !widget.has(jenisNilai(a, 'rujukan')?.nomor ?? -1));
};

const anotasi = (pdf: BerkasPdf, kamus: Kamus): number[] => {
  const isi = pdf.nilai(kamus.get('Annots') ?? null);
  return (adalahLarik(isi) ? isi : []).map((a) => jenisNilai(a, 'rujukan')?.nomor ?? -1);
};

const letakMedan = (pdf: BerkasPdf, m: MedanMentah, halaman: readonly Halaman[]): Letak | null => {
  const [nomor] = m.widget;
  if (m.widget.length !== 1 || nomor === undefined) return null;
  const di = halaman.findIndex((h) => anotasi(pdf, h.kamus).includes(nomor));
  const kertas = halaman[di];
  if (kertas === undefined) return null;
  const media = kotakDari(pdf, kertas.kamus.get('MediaBox'));
  const k = kotakDari(pdf, pdf.kamus(pdf.objek(nomor)?.nilai ?? null).get('Rect'));
  const kotak = {
    kiri: k.kiri - media.kiri,
    kanan: k.kanan - media.kiri,
    bawah: k.bawah - media.bawah,
    atas: k.atas - media.bawah,
  };
  return { halaman: di, kotak, tinggiHalaman: media.atas - media.bawah };
};

const tanpa = (kamus: Kamus, kunci: readonly string[]): Kamus =>
  new Map([...kamus].filter(([k]) => !kunci.includes(k)));

/** Throws PdfTidakTerbaca. */
export const gambarkan = (pdf: BerkasPdf): Gambaran => {
  const katalog = pdf.kamus(pdf.trailer.get('Root'));
  const halaman = daftarHalaman(pdf, katalog);
  const formulir = katalog.has('AcroForm') ? pdf.kamus(katalog.get('AcroForm')) : new Map<string, Nilai>();
  const semua = medanMedan(pdf, formulir);
  const tte = semua.filter((m) => m.jenis === 'Sig');
  if (new Set(tte.map((m) => m.nama)).size !== tte.length) rusak('two fields of one name');
  const widget = new Set(tte.flatMap((m) => m.widget));
  const penanda = new Map([
    ...halaman.map(({ nomor }, i) => [nomor, `H${i}`] as const),
    ...tte.flatMap((m) => m.widget.map((w) => [w, `M${m.nama}`] as const)),
  ]);
  const sidik = (n: Nilai): string => sidikNilai(pdf, n, penanda);
  const isiHalaman = ({ kamus }: Halaman): string =>
    sidik([tanpa(kamus, ['Parent', 'Annots', 'Type']), anotasiLain(pdf, kamus, widget)]);
  const lain = semua.filter((m) => m.jenis !== 'Sig').map((m) => tanpa(m.kamus, ['Parent', 'P']));
  const medan = tte.map((m): readonly [string, MedanTte] => {
    const v = pdf.nilai(m.kamus.get('V') ?? null);
    const isi = m.widget.map((w) => tanpa(pdf.kamus(pdf.objek(w)?.nilai ?? null), ['Parent', 'P']));
    const sidikMedan = sidik([tanpa(m.kamus, ['Parent', 'P', 'Kids']), isi]);
    const tanda = adalahKamus(v) ? v : null;
    return [
      m.nama,
      { nama: m.nama, kamus: m.kamus, tanda, letak: letakMedan(pdf, m, halaman), sidik: sidikMedan },
    ];
  });
  return {
    halaman: halaman.map(isiHalaman),
    lain: sidik([tanpa(katalog, MILIK_TANDA_TANGAN), formulir.get('XFA') ?? null, lain]),
    medan: new Map(medan),
  };
};
