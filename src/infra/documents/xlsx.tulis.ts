import { type Cell, type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import {
  type JenisKolom,
  type Kolom,
  LEMBAR_DAFTAR,
  type LembarTulis,
  type Sel,
} from '../../kernel/lembar-kerja.js';

const LEBAR = 18;
const LIST_TERPANJANG = 250; // Excel takes 255 letters of a list that stands in the cell's own rule
const DIGIT = 15; // a double holds no more for sure

// '@' is text: a code 1.10 typed there stays 1.10.
const FORMAT: Partial<Record<JenisKolom, string>> = {
  teks: '@',
  kode: '@',
  desimal: '#,##0.00####',
  rupiah: '#,##0',
  bulat: '0',
  tanggal: 'yyyy-mm-dd',
};
const JUDUL: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFD9E1F2' } },
  alignment: { wrapText: true, vertical: 'top' },
};
const JUMLAH: CellStyle = { font: { bold: true }, border: { top: { style: 'thin' } } };
const KEPALA: CellStyle = { font: { bold: true } };
const BERANGKA: readonly JenisKolom[] = ['desimal', 'nilai', 'rupiah', 'bulat'];
const ISIAN = ({ jenis }: Kolom, terkunci: boolean): CellStyle => ({
  ...(FORMAT[jenis] !== undefined && { numFmt: FORMAT[jenis] }),
  alignment: {
    vertical: 'top',
    wrapText: jenis === 'teks',
    ...(terkunci && BERANGKA.includes(jenis) && { horizontal: 'right' }),
  },
  protection: { locked: terkunci },
});

const huruf = (kolom: number): string =>
  (kolom >= 26 ? huruf(Math.floor(kolom / 26) - 1) : '') + String.fromCharCode(65 + (kolom % 26));

const muatDiExcel = (angka: string): boolean => angka.replace(/[-.]/g, '').replace(/^0+/, '').length <= DIGIT;

// The library writes _xHHHH_ for what XML cannot hold, but leaves text that reads so already as it is, and takes '#N/A' for an
// error value unless it comes as a run of text.
const teks = (nilai: string): Partial<Cell> => {
  const lolos = nilai.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return lolos.startsWith('#') ? { value: lolos, richText: [{ text: lolos }] } : { value: lolos };
};

/** A figure that ends in zeros says how exact it is: its cell shows as many decimals, and is read with them. */
const angka = (nilai: string, desimal: number): Partial<Cell> => {
  if (!muatDiExcel(nilai)) return teks(nilai);
  const tampil = Math.max(desimal, /\.(\d*0)$/.exec(nilai)?.[1]?.length ?? 0);
  return {
    value: Number(nilai),
    ...(tampil > 0 && { style: { numFmt: `#,##0.${'0'.repeat(tampil)}` } }),
  };
};

const sel = (s: Sel): Partial<Cell> => {
  switch (s.jenis) {
    case 'teks':
      return teks(s.nilai);
    case 'angka':
      return angka(s.nilai, s.desimal ?? 0);
    case 'tanggal':
      return { value: new Date(`${s.nilai}T00:00:00Z`), style: { numFmt: FORMAT.tanggal ?? '' } };
    case 'logis':
      return teks(s.nilai ? 'ya' : 'tidak');
    default:
      return { value: null };
  }
};

/** The lists that do not fit into a rule of a cell, one column each. */
class DaftarPanjang {
  readonly kolom: (readonly string[])[] = [];

  acuan(isi: readonly string[]): string {
    const ada = this.kolom.findIndex((k) => k.length === isi.length && k.every((v, i) => v === isi[i]));
    const ke = ada >= 0 ? ada : this.kolom.push(isi) - 1;
    return `${LEMBAR_DAFTAR}!$${huruf(ke)}$1:$${huruf(ke)}$${isi.length}`;
  }

  lembar(): WriteSheet[] {
    if (this.kolom.length === 0) return [];
    const tinggi = Math.max(...this.kolom.map((k) => k.length));
    const rows = Array.from({ length: tinggi }, (_, i) => this.kolom.map((k) => k[i] ?? null));
    return [{ name: LEMBAR_DAFTAR, rows, veryHidden: true }];
  }
}

const aturan = (k: Kolom, range: string, panjang: DaftarPanjang): DataValidation[] => {
  const isi = k.pilihan ?? k.saran;
  const pesan =
    k.petunjuk === undefined ? {} : { showInputMessage: true, inputMessage: k.petunjuk.slice(0, 250) };
  if (isi === undefined || isi.length === 0) return [];
  const muat =
    isi.join(',').length <= LIST_TERPANJANG && !isi.some((v) => v.includes(',') || v.includes('"'));
  return [
    {
      type: 'list',
      range,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: k.pilihan === undefined ? 'warning' : 'stop',
      errorTitle: k.judul.slice(0, 30),
      errorMessage: 'Pilih dari daftar.',
      ...(muat ? { values: [...isi] } : { formula1: panjang.acuan(isi) }),
      ...pesan,
    },
  ];
};

const lembar = (l: LembarTulis, panjang: DaftarPanjang): WriteSheet => {
  const { kepala = [], kosong = 0, kaki = [], terkunci = false } = l;
  const cells = new Map<string, Partial<Cell>>();
  const gaya = l.kolom.map((k) => ISIAN(k, terkunci));
  const taruh = (
    baris: number,
    isi: readonly Partial<Cell>[],
    style: (kolom: number) => CellStyle | undefined,
  ) => {
    for (const [kolom, c] of isi.entries()) {
      const s = style(kolom);
      cells.set(`${baris},${kolom}`, s === undefined ? c : { ...c, style: { ...s, ...c.style } });
    }
  };
  for (const [i, isi] of kepala.entries())
    taruh(i, isi.map(teks), () => (terkunci && i === 0 ? KEPALA : undefined));
  const judul = kepala.length;
  taruh(
    judul,
    l.kolom.map((k) => teks(k.judul)),
    () => JUDUL,
  );
  const isian = (kolom: number): CellStyle | undefined => gaya[kolom];
  for (const [i, isi] of l.baris.entries()) taruh(judul + 1 + i, isi.map(sel), isian);
  const hampa = l.kolom.map(() => ({ value: null }));
  for (let i = 0; i < kosong; i++) taruh(judul + 1 + l.baris.length + i, hampa, isian);
  const akhir = judul + 1 + l.baris.length + kosong;
  if (l.jumlah !== undefined) taruh(akhir, l.jumlah.map(sel), (kolom) => ({ ...isian(kolom), ...JUMLAH }));
  const bawah = akhir + (l.jumlah === undefined ? 1 : 2); // one row stays empty between
  for (const [i, baris] of kaki.entries()) taruh(bawah + i, [teks(baris)], () => undefined);
  return {
    name: l.nama,
    columns: l.kolom.map((k) => ({ width: k.lebar ?? LEBAR })),
    rows: [],
    cells,
    freezePane: { rows: judul + 1 },
    // Without a password: it keeps hands off the header, it keeps no secret.
    protection: {
      sheet: true,
      formatColumns: true,
      formatRows: true,
      ...(!terkunci && { insertRows: true, deleteRows: true, sort: true }),
    },
    dataValidations: l.kolom.flatMap((k, i) =>
      aturan(k, `${huruf(i)}${judul + 2}:${huruf(i)}${akhir}`, panjang),
    ),
  };
};

/** Sheets as XLSX. What is text is always a text cell, whatever it begins with. */
export const tulisXlsx = (daftar: readonly LembarTulis[]): Promise<Uint8Array> => {
  const panjang = new DaftarPanjang();
  const sheets = daftar.map((l) => lembar(l, panjang));
  return writeXlsx({ sheets: [...sheets, ...panjang.lembar()] });
};
