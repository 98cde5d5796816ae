/**
 * What stands in one cell. Figures are exact text with a dot ('91.5'), never floats; dates are 'YYYY-MM-DD'. A formula
 * is neither evaluated nor is its cached result believed; `galat` is an error value such as #REF!. `desimal`: how many
 * decimals the cell shows at least; a decimal of 91.5 that shows two is '91.50', as somebody wrote it.
 */
export type Sel =
  | { readonly jenis: 'teks' | 'tanggal'; readonly nilai: string }
  | { readonly jenis: 'angka'; readonly nilai: string; readonly desimal?: number }
  | { readonly jenis: 'logis'; readonly nilai: boolean }
  | { readonly jenis: 'kosong' | 'rumus' | 'galat' };
export const KOSONG: Sel = { jenis: 'kosong' };

/** A row that says something, with the number that a person sees beside it (from 1). */
export type BarisLembar = { readonly nomor: number; readonly sel: readonly Sel[] };
/** A CSV is one sheet without a name. */
export type LembarTerbaca = { readonly nama: string; readonly baris: readonly BarisLembar[] };

/** What a column holds. `nilai`: a target or realisasi, which may be a decimal, a range (20..25) or a label. */
export type JenisKolom = 'teks' | 'kode' | 'desimal' | 'nilai' | 'rupiah' | 'bulat' | 'tanggal';

export type Kolom<K extends string = string> = {
  readonly kunci: K;
  readonly judul: string;
  readonly jenis: JenisKolom;
  readonly wajib?: boolean;
  /** Names what the row is about: a row that fills in nothing else says nothing. */
  readonly pengenal?: boolean;
  /** Printed for the reader; what stands there is not read. */
  readonly keterangan?: boolean;
  /** The only values that may stand here. */
  readonly pilihan?: readonly string[];
  /** What is offered; another value may stand here, and is judged by the document's rules. */
  readonly saran?: readonly string[];
  readonly lebar?: number;
  readonly petunjuk?: string;
};

/** What the columns of a row say, by `kunci`, as the documents take it; null: nothing. */
export type Isian = Readonly<Record<string, string | null>>;

/** A sheet to write: a header row, locked and frozen, and the rows below it. */
export type LembarTulis = {
  readonly nama: string;
  readonly kolom: readonly Kolom[];
  readonly baris: readonly (readonly Sel[])[];
  /** Rows that stand above the header, as text; they are locked too. */
  readonly kepala?: readonly (readonly string[])[];
  /** The last row of a table that is summed. */
  readonly jumlah?: readonly Sel[];
  /** Lines of text below everything. */
  readonly kaki?: readonly string[];
  /** Empty rows below, ready to be filled in; none: nothing is added here. */
  readonly kosong?: number;
  /** Nobody is to write here at all. */
  readonly terkunci?: boolean;
};

/** The hidden sheet that an XLSX of ours keeps its long lists in. */
export const LEMBAR_DAFTAR = 'Daftar';

export type BentukBerkas = 'xlsx' | 'csv';

/** How much of a file is read before it is refused. */
export type BatasBaca = {
  readonly bita: number;
  readonly lembar: number;
  readonly baris: number; // over all sheets
  readonly kolom: number;
  readonly sel: number; // over all sheets
  readonly huruf: number; // over all sheets, in UTF-16 units
  readonly entri: number; // of the ZIP
  readonly bitaTerurai: number; // of all entries of the ZIP together
  readonly rasio: number; // unpacked to packed, of one entry and of all
  readonly ms: number;
};

export const BATAS_BACA: BatasBaca = {
  bita: 20 * 1024 * 1024,
  lembar: 40,
  baris: 50_000,
  kolom: 60,
  sel: 600_000,
  huruf: 16_000_000,
  entri: 200,
  bitaTerurai: 128 * 1024 * 1024,
  rasio: 200,
  ms: 20_000,
};

/** Spreadsheets, in and out. Abstract class, so that Nest can inject it by type. */
export abstract class LembarKerja {
  /**
   * The sheets of a file; what kind it is, its bytes decide. The bytes are taken over: the caller reads them no more.
   * Refuses BERKAS_BUKAN_LEMBAR_KERJA, BERKAS_TIDAK_AMAN, BERKAS_TERLALU_BESAR and BERKAS_TIDAK_TERBACA.
   */
  abstract baca(bita: Uint8Array<ArrayBuffer>, batas?: BatasBaca): Promise<readonly LembarTerbaca[]>;
  /** A file with these sheets; CSV takes one. */
  abstract tulis(lembar: readonly LembarTulis[], bentuk: BentukBerkas): Promise<Uint8Array>;
}
