import type { Isian, Kolom } from '../../kernel/lembar-kerja.js';
import type { Anggaran } from './anggaran.decider.js';

const JENIS = ['murni', 'perubahan'] as const;

/** The pagu of a year as a sheet: one row for each code of the DPA, and again for each that the APBD-P changes. */
export const KOLOM_PAGU = [
  { kunci: 'jenis', judul: 'Jenis', jenis: 'teks', wajib: true, pengenal: true, pilihan: JENIS },
  { kunci: 'kode', judul: 'Kode', jenis: 'kode', wajib: true, pengenal: true, lebar: 26 },
  {
    kunci: 'nama',
    judul: 'Nama',
    jenis: 'teks',
    pengenal: true,
    lebar: 60,
    petunjuk: 'Sebagaimana tercetak; boleh kosong untuk kode yang ada di pohon program.',
  },
  { kunci: 'sumberDana', judul: 'Sumber dana', jenis: 'teks', pengenal: true, lebar: 24 },
  { kunci: 'pagu', judul: 'Pagu (rupiah)', jenis: 'rupiah', wajib: true, lebar: 22 },
] as const satisfies readonly Kolom[];

export const CONTOH_PAGU: Isian = {
  jenis: 'murni',
  kode: '2.07.03',
  nama: 'Program pelatihan kerja dan produktivitas tenaga kerja',
  sumberDana: 'PAD',
  pagu: '516543100',
};

export const permintaanPagu = ({ jenis, kode, nama, sumberDana, pagu }: Isian) =>
  ({
    type: 'TetapkanPagu',
    jenis: JENIS.find((j) => j === jenis) ?? 'murni',
    kode: kode ?? '',
    nama: nama ?? null,
    sumberDana: sumberDana ?? null,
    pagu: pagu ?? '',
  }) as const;

/** What stands, and an empty murni row for each of these codes that has none. Of the chain, murni and perubahan: a pergeseran is a document of its own. */
export const barisPagu = ({ baris }: Anggaran, kode: readonly string[]): Isian[] => {
  const tercatat = [...baris].flatMap(([kode, { tahap }]) =>
    tahap.flatMap(({ tahap: { jenis }, isi: { nama, sumberDana, pagu } }) =>
      jenis === 'pergeseran' ? [] : { jenis, kode, nama, sumberDana, pagu },
    ),
  );
  const belum = kode
    .filter((k) => !baris.has(k))
    .map((k) => ({ jenis: 'murni', kode: k, nama: null, sumberDana: null, pagu: null }));
  return [...tercatat, ...belum];
};
