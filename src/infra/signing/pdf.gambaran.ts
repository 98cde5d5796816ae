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
  /** The signature dictionary; null while the field is empty. */
  readonly tanda: Kamus | null;
  /** Every place where a page shows it. */
  readonly letak: readonly Letak[];
  /** Whether it carries actions. */
  readonly beraksi: boolean;
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
const BERAKSI = ['A', 'AA'];
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

/** Each place where a page shows a widget of the field. */
const tampakDi = (pdf: BerkasPdf, m: MedanMentah, halaman: readonly Halaman[]): [number, number][] =>
  halaman.flatMap((h, i) =>
    anotasi(pdf, h.kamus)
      .filter((n) => m.widget.includes(n))
      .map((n): [number, number] => [i, n]),
  );

const letakDari = (pdf: BerkasPdf, halaman: readonly Halaman[], [di, nomor]: [number, number]): Letak => {
  const media = kotakDari(pdf, halaman[di]?.kamus.get('MediaBox'));
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

type Sidik = (n: Nilai) => string;

const medanDari = (
  pdf: BerkasPdf,
  m: MedanMentah,
  halaman: readonly Halaman[],
  sidik: Sidik,
): readonly [string, MedanTte] => {
  const widget = m.widget.map((w) => pdf.kamus(pdf.objek(w)?.nilai ?? null));
  const v = pdf.nilai(m.kamus.get('V') ?? null);
  const isi = [tanpa(m.kamus, ['Parent', 'P', 'Kids']), widget.map((w) => tanpa(w, ['Parent', 'P']))];
  const medan = {
    nama: m.nama,
    tanda: adalahKamus(v) ? v : null,
    letak: tampakDi(pdf, m, halaman).map((di) => letakDari(pdf, halaman, di)),
    beraksi: [m.kamus, ...widget].some((k) => BERAKSI.some((aksi) => k.has(aksi))),
    sidik: sidik(isi),
  };
  return [m.nama, medan];
};

/** Throws PdfTidakTerbaca. */
export const gambarkan = (pdf: BerkasPdf): Gambaran => {
  const katalog = pdf.kamus(pdf.trailer.get('Root'));
  const halaman = daftarHalaman(pdf, katalog);
  const formulir = katalog.has('AcroForm') ? pdf.kamus(katalog.get('AcroForm')) : new Map<string, Nilai>();
  const { tte = [], lain = [] } = Object.groupBy(medanMedan(pdf, formulir), (m) =>
    m.jenis === 'Sig' ? 'tte' : 'lain',
  );
  if (new Set(tte.map((m) => m.nama)).size !== tte.length) rusak('two fields of one name');
  const widget = new Set(tte.flatMap((m) => m.widget));
  const penanda = new Map([
    ...halaman.map(({ nomor }, i) => [nomor, `H${i}`] as const),
    ...tte.flatMap((m) => m.widget.map((w) => [w, `M${m.nama}`] as const)),
  ]);
  const sidik: Sidik = (n) => sidikNilai(pdf, n, penanda);
  const isiLain = lain.map((m) => tanpa(m.kamus, ['Parent', 'P']));
  return {
    halaman: halaman.map(({ kamus }) =>
      sidik([tanpa(kamus, ['Parent', 'Annots', 'Type']), anotasiLain(pdf, kamus, widget)]),
    ),
    lain: sidik([tanpa(katalog, MILIK_TANDA_TANGAN), formulir.get('XFA') ?? null, isiLain]),
    medan: new Map(tte.map((m) => medanDari(pdf, m, halaman, sidik))),
  };
};
