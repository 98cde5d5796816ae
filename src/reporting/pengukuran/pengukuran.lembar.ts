import type { Isian, Kolom } from '../../kernel/lembar-kerja.js';
import type { Isian as IsianTercatat, Penjelasan, Ukuran } from './pengukuran.decider.js';

/** A year's realisasi as a sheet: one row for each indicator and quarter. */
export const KOLOM_PENGUKURAN = [
  { kunci: 'indikator', judul: 'Kode indikator', jenis: 'kode', wajib: true, pengenal: true },
  { kunci: 'nama', judul: 'Nama indikator', jenis: 'teks', keterangan: true, lebar: 50 },
  {
    kunci: 'triwulan',
    judul: 'Triwulan',
    jenis: 'bulat',
    wajib: true,
    pengenal: true,
    pilihan: ['1', '2', '3', '4'],
    lebar: 10,
  },
  { kunci: 'realisasi', judul: 'Realisasi', jenis: 'nilai', petunjuk: 'Atau isi pembilang dan penyebut.' },
  { kunci: 'pembilang', judul: 'Pembilang', jenis: 'desimal' },
  { kunci: 'penyebut', judul: 'Penyebut', jenis: 'desimal' },
  { kunci: 'faktorPendukung', judul: 'Faktor pendukung', jenis: 'teks', lebar: 40 },
  { kunci: 'faktorPenghambat', judul: 'Faktor penghambat', jenis: 'teks', lebar: 40 },
  { kunci: 'tindakLanjut', judul: 'Tindak lanjut', jenis: 'teks', lebar: 40 },
] as const satisfies readonly Kolom[];

export const CONTOH_PENGUKURAN: Isian = {
  indikator: 'IKU-1',
  nama: 'Persentase pencari kerja yang ditempatkan',
  triwulan: '1',
  realisasi: '22.50',
  faktorPendukung: 'Bursa kerja diikuti 40 perusahaan',
};

const ISI = [
  'realisasi',
  'pembilang',
  'penyebut',
  'faktorPendukung',
  'faktorPenghambat',
  'tindakLanjut',
] as const satisfies readonly (keyof (Ukuran & Penjelasan))[];

const isiDari = (b: Isian): Ukuran & Penjelasan => ({
  realisasi: b.realisasi ?? null,
  pembilang: b.pembilang ?? null,
  penyebut: b.penyebut ?? null,
  faktorPendukung: b.faktorPendukung ?? null,
  faktorPenghambat: b.faktorPenghambat ?? null,
  tindakLanjut: b.tindakLanjut ?? null,
});

export const permintaanRealisasi = (b: Isian) =>
  ({ type: 'CatatRealisasi', indikator: b.indikator ?? '', ...isiDari(b) }) as const;

/** Whether the row says what stands already: then nobody has to answer for it, whoever sends the sheet back. */
export const sudahTercatat = (
  b: Isian,
  ada: IsianTercatat | undefined,
  sama: (a: string | null, b: string | null) => boolean,
): boolean => ada !== undefined && ISI.every((h) => sama(ada[h], isiDari(b)[h]));

export const barisPengukuran = (
  triwulan: number,
  { kode, nama }: { readonly kode: string; readonly nama: string },
  ada: IsianTercatat | undefined,
): Isian => ({
  indikator: kode,
  nama,
  triwulan: `${triwulan}`,
  ...Object.fromEntries(ISI.map((h) => [h, ada?.[h] ?? null])),
});
