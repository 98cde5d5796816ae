import type { Isian, Kolom } from '../../kernel/lembar-kerja.js';
import type { VersiIku } from './iku.decider.js';

/** The sets of IKU as a sheet: one row for each indicator of each set. */
export const KOLOM_IKU = [
  { kunci: 'versi', judul: 'Versi', jenis: 'bulat', wajib: true, lebar: 8 },
  { kunci: 'indikator', judul: 'Kode indikator', jenis: 'kode', wajib: true },
  { kunci: 'nama', judul: 'Nama indikator', jenis: 'teks', keterangan: true, lebar: 60 },
  { kunci: 'alasan', judul: 'Alasan', jenis: 'teks', lebar: 40 },
  { kunci: 'formula', judul: 'Formula', jenis: 'teks', lebar: 40 },
  { kunci: 'sumberData', judul: 'Sumber data', jenis: 'teks', lebar: 30 },
  { kunci: 'penanggungJawab', judul: 'Penanggung jawab', jenis: 'teks', lebar: 30 },
] as const satisfies readonly Kolom[];

export const CONTOH_IKU: Isian = {
  versi: '1',
  indikator: 'IKU-1',
  nama: 'Persentase pencari kerja yang ditempatkan',
  alasan: 'Ukuran utama urusan tenaga kerja',
  formula: '(ditempatkan / pencari kerja) × 100',
  sumberData: 'Bidang Penempatan',
  penanggungJawab: 'Bidang Penempatan',
};

export const permintaanPilihIku = ({ indikator, alasan, formula, sumberData, penanggungJawab }: Isian) =>
  ({
    type: 'Pilih',
    indikator: indikator ?? '',
    alasan: alasan ?? null,
    formula: formula ?? null,
    sumberData: sumberData ?? null,
    penanggungJawab: penanggungJawab ?? null,
  }) as const;

export const barisIku = ({ versi, indikator }: VersiIku, nama: (indikator: string) => string): Isian[] =>
  [...indikator].map(([kode, { alasan, formula, sumberData, penanggungJawab }]) => ({
    versi: `${versi}`,
    indikator: kode,
    nama: nama(kode),
    alasan,
    formula,
    sumberData,
    penanggungJawab,
  }));
