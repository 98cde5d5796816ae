import { posix } from 'node:path';
import { type BatasBaca, KOSONG, type Sel } from '../../kernel/lembar-kerja.js';
import { tolak } from '../../kernel/penolakan.js';
import type { Penghitung } from './penghitung.js';
import {
  angkaExcel,
  desimalFormat,
  formatTanggal,
  geserDesimal,
  pangkatPersen,
  tanggalExcel,
} from './xlsx.angka.js';
import { bacaXml, tanpaLolos } from './xlsx.xml.js';
import { BagianZip } from './xlsx.zip.js';

type Rel = { readonly jenis: string; readonly tujuan: string };
/** What the cell format of this number shows: a day, a per cent of what is stored, or at least so many decimals. */
type FormatSel = { readonly tanggal: boolean; readonly persen: number; readonly desimal: number };
type Buku = {
  readonly lembar: readonly { readonly nama: string; readonly bagian: string }[];
  readonly teks: readonly string[];
  readonly format: readonly FormatSel[];
  readonly sejak1904: boolean;
};

const BUKU = 'xl/workbook.xml';

/** What a part refers to, by id; names are given from the root of the package. */
const relasi = async (zip: BagianZip, bagian: string): Promise<ReadonlyMap<string, Rel>> => {
  const [folder, nama] = [posix.dirname(bagian), posix.basename(bagian)];
  const rel = posix.join(folder, '_rels', `${nama}.rels`);
  const daftar = new Map<string, Rel>();
  if (!zip.ada(rel)) return daftar;
  await bacaXml(zip.isi(rel), {
    buka: (nama, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (nama !== 'Relationship' || TargetMode === 'External') return;
      const tujuan = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      daftar.set(Id, { jenis: posix.basename(Type), tujuan });
    },
  });
  return daftar;
};

/** The table of texts: each is one or more runs; how a run is to be pronounced (rPh) is not part of it. */
const teksBersama = async (isi: AsyncIterable<Buffer>, hitung: Penghitung): Promise<string[]> => {
  const daftar: string[] = [];
  let [kini, dalamT, lafal] = ['', false, 0];
  await bacaXml(isi, {
    buka: (nama) => {
      if (nama === 'si') kini = '';
      else if (nama === 'rPh') lafal++;
      else if (nama === 't') dalamT = lafal === 0;
    },
    teks: (t) => {
      if (dalamT) kini += t;
    },
    tutup: (nama) => {
      if (nama === 'rPh') lafal--;
      else if (nama === 't') dalamT = false;
      else if (nama === 'si') {
        hitung.huruf(kini.length + 1); // an empty one takes its place too
        daftar.push(tanpaLolos(kini));
      }
    },
  });
  return daftar;
};

const formatSel = async (isi: AsyncIterable<Buffer>): Promise<FormatSel[]> => {
  const kode = new Map<number, string>();
  const format: FormatSel[] = [];
  let dalamXfs = false;
  await bacaXml(isi, {
    buka: (nama, { numFmtId, formatCode }) => {
      if (nama === 'cellXfs') dalamXfs = true;
      const id = Number(numFmtId ?? 0);
      if (nama === 'numFmt' && formatCode !== undefined) kode.set(id, formatCode);
      if (nama !== 'xf' || !dalamXfs) return;
      const bentuk = kode.get(id);
      format.push({
        tanggal: formatTanggal(id, bentuk),
        persen: pangkatPersen(id, bentuk),
        desimal: desimalFormat(id, bentuk),
      });
    },
    tutup: (nama) => {
      if (nama === 'cellXfs') dalamXfs = false;
    },
  });
  return format;
};

const bacaBuku = async (zip: BagianZip, hitung: Penghitung): Promise<Buku> => {
  const akar = [...(await relasi(zip, 'x')).values()].find((r) => r.jenis === 'officeDocument');
  const buku = akar?.tujuan ?? BUKU;
  if (!zip.ada(buku)) return tolak('BERKAS_BUKAN_LEMBAR_KERJA', { sebab: 'ZIP tanpa lembar kerja' });
  const rel = await relasi(zip, buku);
  const lembar: { nama: string; bagian: string }[] = [];
  let sejak1904 = false;
  await bacaXml(zip.isi(buku), {
    buka: (elemen, atribut) => {
      if (elemen === 'workbookPr') sejak1904 = ['1', 'true'].includes(atribut.date1904 ?? '');
      if (elemen !== 'sheet') return;
      const bagian = rel.get(atribut['r:id'] ?? atribut.id ?? '');
      if (bagian?.jenis === 'worksheet') lembar.push({ nama: atribut.name ?? '', bagian: bagian.tujuan });
    },
  });
  const satu = (jenis: string): string | undefined =>
    [...rel.values()].find((r) => r.jenis === jenis && zip.ada(r.tujuan))?.tujuan;
  const [bersama, gaya] = [satu('sharedStrings'), satu('styles')];
  return {
    lembar,
    sejak1904,
    teks: bersama === undefined ? [] : await teksBersama(zip.isi(bersama), hitung),
    format: gaya === undefined ? [] : await formatSel(zip.isi(gaya)),
  };
};

/** The column of 'AB12', from 0. */
const nomorKolom = (ref: string): number => {
  let n = 0;
  for (const huruf of /^[A-Z]{1,3}/.exec(ref)?.[0] ?? '') n = n * 26 + huruf.charCodeAt(0) - 64;
  return n - 1;
};

type SelMentah = { jenis: string; gaya: number; nilai: string; teks: string; rumus: boolean };

const sebagaiSel = (s: SelMentah, buku: Buku): Sel => {
  if (s.rumus) return { jenis: 'rumus' };
  switch (s.jenis) {
    case 's':
      return teksAtauKosong(buku.teks[Number(s.nilai)] ?? '');
    case 'inlineStr':
      return teksAtauKosong(tanpaLolos(s.teks));
    case 'str':
      return teksAtauKosong(tanpaLolos(s.nilai));
    case 'b':
      return { jenis: 'logis', nilai: s.nilai === '1' };
    case 'd':
      return { jenis: 'tanggal', nilai: s.nilai.slice(0, 10) };
    case 'e':
      return { jenis: 'galat' };
    default:
      return sebagaiAngka(s, buku);
  }
};

const teksAtauKosong = (nilai: string): Sel => (nilai === '' ? KOSONG : { jenis: 'teks', nilai });

const sebagaiAngka = ({ nilai, gaya }: SelMentah, { format, sejak1904 }: Buku): Sel => {
  if (nilai === '') return KOSONG;
  const angka = angkaExcel(nilai);
  if (angka === null) return { jenis: 'galat' };
  const { tanggal = false, persen = 0, desimal = 0 } = format[gaya] ?? {};
  if (tanggal) return tanggalExcel(angka, sejak1904);
  return { jenis: 'angka', nilai: geserDesimal(angka, persen), ...(desimal > 0 && { desimal }) };
};

/** One sheet, row by row. Where a row or cell does not say where it stands, it follows the one before it. */
const bacaLembar = async (isi: AsyncIterable<Buffer>, buku: Buku, hitung: Penghitung): Promise<void> => {
  let [nomor, kolom, lafal] = [0, -1, 0];
  let sel: Sel[] = [];
  let s: SelMentah | undefined;
  let ke: 'nilai' | 'teks' | undefined;
  await bacaXml(isi, {
    buka: (nama, { r, t = 'n', s: gaya }) => {
      if (nama === 'row') [nomor, kolom, sel] = [Number(r ?? nomor + 1), -1, []];
      else if (nama === 'c') {
        kolom = r === undefined ? kolom + 1 : nomorKolom(r);
        s = { jenis: t, gaya: Number(gaya ?? 0), nilai: '', teks: '', rumus: false };
      } else if (s !== undefined) {
        if (nama === 'f') s.rumus = true;
        if (nama === 'rPh') lafal++;
        if (nama === 'v') ke = 'nilai';
        if (nama === 't' && lafal === 0) ke = 'teks';
      }
    },
    teks: (isi) => {
      if (s !== undefined && ke !== undefined) s[ke] += isi;
    },
    tutup: (nama) => {
      if (nama === 'v' || nama === 't') ke = undefined;
      else if (nama === 'rPh') lafal--;
      else if (nama === 'c' && s !== undefined) {
        const jadi = sebagaiSel(s, buku);
        s = undefined;
        if (jadi.jenis === 'kosong') return; // styled, and empty: its place is taken by the next one that is not
        hitung.kolom(kolom + 1, nomor); // before the row is made as long as that
        while (sel.length < kolom) sel.push(KOSONG);
        sel[kolom] = jadi;
      } else if (nama === 'row') hitung.baris(nomor, sel);
    },
  });
};

/** Reads an XLSX as far as the limits go; what its dimension says, and everything that is no cell, is not asked. */
export const bacaXlsx = async (bita: Buffer, batas: BatasBaca, hitung: Penghitung): Promise<void> => {
  const zip = await BagianZip.buka(bita, batas);
  const buku = await bacaBuku(zip, hitung);
  for (const { nama, bagian } of buku.lembar) {
    hitung.lembar(nama);
    if (zip.ada(bagian)) await bacaLembar(zip.isi(bagian), buku, hitung);
  }
};
