import type { Isian, Kolom } from '../../kernel/lembar-kerja.js';
import type { Program, TingkatProgram } from './program.decider.js';

const TINGKAT = ['program', 'kegiatan', 'sub-kegiatan'] as const satisfies readonly TingkatProgram[];

/** The year's program tree as a sheet: one row for each node, each below the one it belongs to. */
export const KOLOM_PROGRAM = [
  { kunci: 'kode', judul: 'Kode', jenis: 'kode', wajib: true },
  { kunci: 'nama', judul: 'Nama', jenis: 'teks', wajib: true, lebar: 60 },
  { kunci: 'tingkat', judul: 'Tingkat', jenis: 'teks', wajib: true, pilihan: TINGKAT },
  { kunci: 'induk', judul: 'Kode induk', jenis: 'kode', petunjuk: 'Kosong untuk program.' },
  {
    kunci: 'sasaran',
    judul: 'Sasaran yang didukung',
    jenis: 'teks',
    lebar: 30,
    petunjuk: 'Hanya program. Beberapa kode dipisahkan titik koma.',
  },
  {
    kunci: 'indikator',
    judul: 'Indikator',
    jenis: 'teks',
    lebar: 30,
    petunjuk: 'Beberapa kode dipisahkan titik koma.',
  },
] as const satisfies readonly Kolom[];

export const CONTOH_PROGRAM: Isian = {
  kode: '2.07.03.2.01',
  nama: 'Pelatihan berdasarkan unit kompetensi',
  tingkat: 'kegiatan',
  induk: '2.07.03',
  indikator: 'IK-2.07.03-1',
};

export const permintaanTambahProgram = ({ kode, nama, tingkat, induk }: Isian) =>
  ({
    type: 'Tambah',
    kode: kode ?? '',
    nama: nama ?? '',
    tingkat: TINGKAT.find((t) => t === tingkat) ?? 'program',
    induk: induk ?? null,
  }) as const;

export const barisProgram = ({ simpul }: Program): Isian[] =>
  [...simpul].map(([kode, s]) => ({
    kode,
    nama: s.nama,
    tingkat: s.tingkat,
    induk: s.induk,
    sasaran: s.sasaran.join('; '),
    indikator: s.indikator.join('; '),
  }));
