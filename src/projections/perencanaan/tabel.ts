/**
 * What the cells of a column hold, always as text. desimal: with a dot; a target that is a range (`6..8`) or a predikat
 * (`BB`) stays the text that it is.
 */
export type JenisKolom = 'teks' | 'desimal' | 'rupiah' | 'bulat' | 'tanggal';
export type Kolom = Readonly<{ kunci: string; judul: string; jenis: JenisKolom }>;

/** Why a cell has nothing to say. */
export const ALASAN_KOSONG = {
  BELUM_ADA: 'Belum dicatat.',
  TIDAK_ADA_BASELINE: 'Tidak ada kondisi awal.',
  INDIKATOR_BARU: 'Indikator ini belum ada pada tahun itu.',
  TANPA_INDIKATOR: 'Belum ada indikator.',
  INDIKATOR_TUJUAN: 'Indikator tujuan, di atas sasarannya.',
  BELUM_SELESAI: 'Belum selesai.',
  DALAM_PK: 'Targetnya ada di Perjanjian Kinerja.',
  TIDAK_DIUBAH: 'Tidak disebut dalam perubahan; yang murni tetap.',
  TIDAK_DISEBUT: 'Dokumennya tidak menyebutkan.',
  DI_LUAR_RENSTRA: 'Tidak ada di Renstra.',
  MENGIKUTI_PROGRAM: 'Mengikuti programnya.',
  TANPA_VISI: 'Rencana ini tidak memuat visi; lihat catatan.',
  TANPA_NOMOR: 'Tidak bernomor.',
  TANPA_BATAS: 'Tidak berbatas di sisi ini.',
  TIDAK_LENGKAP: 'Belum dapat dijumlahkan, sebab ada yang belum dicatat.',
} as const;
export type AlasanKosong = keyof typeof ALASAN_KOSONG;

/** A cell as it is made: its text, or why there is none. */
export type Isi = string | Readonly<{ kosong: AlasanKosong }>;
export const kosong = (alasan: AlasanKosong): Isi => ({ kosong: alasan });
export const atau = (teks: string | null | undefined, alasan: AlasanKosong = 'BELUM_ADA'): Isi =>
  teks ?? kosong(alasan);

/** In the place of what stands in the row above and belongs to both: a reader prints nothing, and a sum counts it once. */
export const SAMA_DENGAN_ATAS = '';

export type KeadaanTabel = 'belum-ada' | 'rancangan' | 'berlaku' | 'digantikan';
export type SelKosong = Readonly<{ baris: number; kolom: string; alasan: AlasanKosong }>;
export type Tabel = Readonly<{
  nomor: number | null; // in the list of the tables that an OPD hands in; null: beside them
  bagian: string; // names the table among those of one answer
  judul: string;
  keadaan: KeadaanTabel;
  kolom: readonly Kolom[];
  baris: readonly (readonly (string | null)[])[];
  jumlah: readonly (string | null)[] | null;
  kosong: readonly SelKosong[]; // one for each null in `baris`
  catatan: readonly string[];
  asal: readonly (readonly number[])[]; // for each row, the log positions of the events that made it
}>;

/** A column, and how a thing of the table fills it. */
export type KolomDari<T> = Kolom & Readonly<{ isi: (dari: T) => Isi }>;
export const kolom = <T>(
  kunci: string,
  judul: string,
  isi: (dari: T) => Isi,
  jenis: JenisKolom = 'teks',
): KolomDari<T> => ({ kunci, judul, jenis, isi });

type Bahan<T> = Pick<Tabel, 'nomor' | 'bagian' | 'judul' | 'keadaan'> &
  Readonly<{
    kolom: readonly KolomDari<T>[];
    dari: readonly T[];
    asal: (dari: T) => readonly number[];
    jumlah?: Readonly<Record<string, Isi>>; // by column
    catatan?: readonly string[];
  }>;

const urut = (posisi: readonly number[]): readonly number[] => [...new Set(posisi)].sort((a, b) => a - b);

/** A table: one row for each thing. */
export const susunTabel = <T>(b: Bahan<T>): Tabel => {
  const isi = b.dari.map((dari) => b.kolom.map((k) => k.isi(dari)));
  const teks = (i: Isi): string | null => (typeof i === 'string' ? i : null);
  const { jumlah } = b;
  return {
    nomor: b.nomor,
    bagian: b.bagian,
    judul: b.judul,
    keadaan: b.keadaan,
    kolom: b.kolom.map(({ kunci, judul, jenis }) => ({ kunci, judul, jenis })),
    baris: isi.map((baris) => baris.map(teks)),
    jumlah: jumlah === undefined ? null : b.kolom.map(({ kunci }) => teks(jumlah[kunci] ?? SAMA_DENGAN_ATAS)),
    kosong: isi.flatMap((baris, n) =>
      b.kolom.flatMap(({ kunci }, i) => {
        const sel = baris[i] ?? SAMA_DENGAN_ATAS;
        return typeof sel === 'string' ? [] : [{ baris: n, kolom: kunci, alasan: sel.kosong }];
      }),
    ),
    catatan: b.catatan ?? [],
    asal: b.dari.map((dari) => urut(b.asal(dari))),
  };
};
