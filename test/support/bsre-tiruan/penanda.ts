import { KeyObject, type webcrypto } from 'node:crypto';
import { buatCms, sha256 } from '../../../src/infra/signing/cms.js';
import {
  adalahLarik,
  BerkasPdf,
  jenisNilai,
  type Kamus,
  type Nilai,
} from '../../../src/infra/signing/pdf.baca.js';
import { angka, nama, rujukan, teksPdf, tulisNilai } from '../../../src/infra/signing/pdf.tulis.js';
import type { Pemilik } from './pki.js';

export type SifatDiminta = {
  readonly tampilan: string;
  readonly page?: number;
  readonly originX?: number;
  readonly originY?: number;
  readonly width?: number;
  readonly height?: number;
  readonly reason?: string;
};
/** What a stand-in adds that it should not. */
export type Sisipan = {
  readonly halaman?: boolean;
  readonly skrip?: boolean;
  readonly medanKedua?: boolean;
  readonly aksi?: boolean;
  /** The field has a second box, over the text. */
  readonly kotakKedua?: boolean;
  readonly geser?: number;
};

export type Cap = (tandaTangan: Uint8Array) => Promise<Uint8Array>;
type Isi = ReadonlyMap<number, string>;
const RUANG = 12_000;
const GANTI = 'BT /F1 12 Tf 72 600 Td (target 10 persen) Tj ET';

const nomorDari = (n: Nilai | undefined): number => jenisNilai(n, 'rujukan')?.nomor ?? 0;

/** The n-th page as a flat tree has it. */
const halamanKe = (pdf: BerkasPdf, katalog: Kamus, ke: number): number => {
  const anak = pdf.nilai(pdf.kamus(katalog.get('Pages')).get('Kids') ?? null);
  return nomorDari(adalahLarik(anak) ? anak[ke] : undefined);
};

/** Counted from the upper left corner, as the library does that BSrE's answers look like. */
const kotak = (s: SifatDiminta, tinggi: number, geser = 0): Nilai => {
  if (s.tampilan !== 'VISIBLE') return [0, 0, 0, 0].map(angka);
  const { originX: x = 0, originY: y = 0, width: l = 0, height: t = 0 } = s;
  return [x + geser, tinggi - y - t, x + l + geser, tinggi - y].map(angka);
};

const skrip = (): Kamus =>
  new Map<string, Nilai>([
    ['S', nama('JavaScript')],
    ['JS', teksPdf('app.alert(1)')],
  ]);

const medanBaru = (s: SifatDiminta, n: Nomor, tinggi: number, x: Sisipan): Map<string, Nilai> =>
  new Map<string, Nilai>([
    ['Type', nama('Annot')],
    ['Subtype', nama('Widget')],
    ['FT', nama('Sig')],
    ['T', teksPdf(`sig_${n.medan}`)],
    ['F', angka(132)],
    ['P', rujukan(n.halaman)],
    ['Rect', kotak(s, tinggi, x.geser)],
    ['V', rujukan(n.ttd)],
    ...(x.aksi ? [['A', skrip()] as const] : []),
  ]);

const tambah = (n: Nilai | undefined, ...nomor: readonly number[]): Nilai => [
  ...(adalahLarik(n) ? n : []),
  ...nomor.map(rujukan),
];

type Nomor = {
  readonly ttd: number;
  readonly medan: number;
  readonly lain: number;
  readonly halaman: number;
};

const kamusTtd = (s: SifatDiminta): string =>
  `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Reason ${tulisNilai(teksPdf(s.reason ?? ''))} /ByteRange [${' '.repeat(40)}] /Contents <${'0'.repeat(2 * RUANG)}> >>`;

/** The field as it should be, and what is slipped in with it. */
const isiMedan = (s: SifatDiminta, n: Nomor, tinggi: number, x: Sisipan): [number, string][] => {
  const medan = medanBaru(s, n, tinggi, x);
  if (x.medanKedua)
    return [
      [n.medan, tulisNilai(medan)],
      [n.lain, tulisNilai(medanBaru(s, { ...n, medan: n.lain }, tinggi, x))],
    ];
  if (!x.kotakKedua) return [[n.medan, tulisNilai(medan)]];
  const kotakKedua = new Map(medan).set('Rect', [60, 700, 400, 740].map(angka));
  const anak = [medan, kotakKedua].map((k) => {
    for (const kunci of ['T', 'V', 'FT']) k = new Map([...k].filter(([nama]) => nama !== kunci));
    return tulisNilai(new Map(k).set('Parent', rujukan(n.medan)));
  });
  const induk = ['FT', 'T', 'V'].map((k) => [k, medan.get(k) ?? null] as const);
  return [
    [n.medan, tulisNilai(new Map<string, Nilai>([...induk, ['Kids', tambah([], n.lain, n.lain + 2)]]))],
    [n.lain, anak[0] ?? ''],
    [n.lain + 2, anak[1] ?? ''],
  ];
};

const objekBaru = (pdf: BerkasPdf, s: SifatDiminta, x: Sisipan): { isi: Isi; ttd: number } => {
  const akar = nomorDari(pdf.trailer.get('Root'));
  const katalog = new Map(pdf.kamus(rujukan(akar)));
  const halaman = halamanKe(pdf, katalog, (s.page ?? 1) - 1);
  const kertas = new Map(pdf.kamus(rujukan(halaman)));
  const n = { ttd: pdf.ukuran, medan: pdf.ukuran + 1, lain: pdf.ukuran + 2, halaman };
  const media = pdf.nilai(kertas.get('MediaBox') ?? null);
  const tinggi = Number(jenisNilai(adalahLarik(media) ? media[3] : undefined, 'angka')?.teks ?? 842);
  const tampak = x.kotakKedua ? [n.lain, n.lain + 2] : x.medanKedua ? [n.medan, n.lain] : [n.medan];
  kertas.set('Annots', tambah(pdf.nilai(kertas.get('Annots') ?? null), ...tampak));
  if (x.halaman) kertas.set('Contents', rujukan(n.lain + 1));
  const formulir = new Map(pdf.kamus(katalog.get('AcroForm') ?? new Map()));
  const medan = x.medanKedua ? [n.medan, n.lain] : [n.medan];
  formulir.set('Fields', tambah(pdf.nilai(formulir.get('Fields') ?? null), ...medan));
  katalog.set('AcroForm', formulir.set('SigFlags', angka(3)));
  if (x.skrip) katalog.set('OpenAction', skrip());
  const isi = new Map([
    [n.ttd, kamusTtd(s)],
    ...isiMedan(s, n, tinggi, x),
    [halaman, tulisNilai(kertas)],
    [akar, tulisNilai(katalog)],
  ]);
  if (x.halaman) isi.set(n.lain + 1, `<< /Length ${GANTI.length} >>\nstream\n${GANTI}\nendstream`);
  return { isi, ttd: n.ttd };
};

/** One incremental update with these objects; of files with a cross-reference table, which is what the product prints. */
export const perbarui = (pdf: BerkasPdf, isi: Isi): Buffer => {
  let badan = `${pdf.isi.toString('latin1')}\n`;
  const baris: string[] = [];
  for (const [nomor, teks] of isi) {
    baris.push(`${nomor} 1\n${String(badan.length).padStart(10, '0')} 00000 n \n`);
    badan += `${nomor} 0 obj\n${teks}\nendobj\n`;
  }
  const ukuran = Math.max(pdf.ukuran, ...[...isi.keys()].map((n) => n + 1));
  const trailer = `trailer\n<< /Size ${ukuran} /Root ${tulisNilai(pdf.trailer.get('Root') ?? null)} /Prev ${pdf.mulaiXref} >>\n`;
  return Buffer.from(
    `${badan}xref\n${baris.join('')}${trailer}startxref\n${badan.length}\n%%EOF\n`,
    'latin1',
  );
};

/** Signs in a new field of its own, as BSrE does (its fields are called sig_ and a number). */
export const tandai = async (
  asli: Uint8Array,
  s: SifatDiminta,
  p: {
    readonly orang: Pemilik;
    readonly rantai: readonly Pemilik[];
    readonly kunci?: webcrypto.CryptoKey;
    readonly cap?: Cap;
  },
  x: Sisipan = {},
): Promise<Buffer> => {
  const pdf = new BerkasPdf(asli);
  const { isi, ttd } = objekBaru(pdf, s, x);
  const hasil = perbarui(pdf, isi);
  const mulai = hasil.indexOf(`\n${ttd} 0 obj\n`, pdf.isi.length);
  const awal = hasil.indexOf('/Contents <', mulai) + '/Contents '.length;
  const akhir = awal + 2 * RUANG + 2;
  hasil.write(
    `0 ${awal} ${akhir} ${hasil.length - akhir}`.padEnd(40),
    hasil.indexOf('/ByteRange [', mulai) + 12,
  );
  const cms = await buatCms(
    {
      sidik: sha256(hasil.subarray(0, awal), hasil.subarray(akhir)),
      sertifikat: p.orang.der,
      rantai: p.rantai.map((r) => r.der),
      kunci: KeyObject.from(p.kunci ?? p.orang.kunci.privateKey),
    },
    p.cap,
  );
  hasil.write(cms.toString('hex'), awal + 1, 'latin1');
  return hasil;
};
