import type { Isian, Kolom } from '../../kernel/lembar-kerja.js';
import type { Anggaran } from './anggaran.decider.js';
import type { JenisTahap, Tahap } from './tahap.decider.js';

const JENIS = ['murni', 'pergeseran', 'perubahan'] as const satisfies readonly JenisTahap[];
const SISI = ['sebelum', 'sesudah'] as const;

/** The pagu of a year as a sheet: one row for each code of the DPA, and again for each that a later stage of the chain changes. */
export const KOLOM_PAGU = [
  { kunci: 'jenis', judul: 'Jenis', jenis: 'teks', wajib: true, pengenal: true, pilihan: JENIS },
  {
    kunci: 'nomor',
    judul: 'Nomor pergeseran',
    jenis: 'bulat',
    pengenal: true,
    lebar: 12,
    petunjuk: 'Hanya pergeseran: 1, 2, 3, …',
  },
  {
    kunci: 'sisi',
    judul: 'Terhadap APBD-P',
    jenis: 'teks',
    pengenal: true,
    pilihan: SISI,
    lebar: 12,
    petunjuk: 'Hanya pergeseran: sebelum atau sesudah perubahan. Boleh kosong.',
  },
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

export const permintaanPagu = ({ jenis, nomor, sisi, kode, nama, sumberDana, pagu }: Isian) => {
  const baris = {
    kode: kode ?? '',
    nama: nama ?? null,
    sumberDana: sumberDana ?? null,
    pagu: pagu ?? '',
  };
  if (jenis !== 'pergeseran')
    return { type: 'TetapkanPagu', jenis: jenis === 'perubahan' ? 'perubahan' : 'murni', ...baris } as const;
  const setelahPerubahan = sisi ? sisi === 'sesudah' : null;
  return { type: 'GeserPagu', nomor: Number(nomor ?? 0), setelahPerubahan, ...baris } as const;
};

const barisTahap = ({ jenis, nomor, setelahPerubahan }: Tahap): Isian =>
  jenis === 'pergeseran'
    ? { jenis, nomor: `${nomor}`, sisi: setelahPerubahan ? 'sesudah' : 'sebelum' }
    : { jenis };

/** What stands, stage by stage in the order of the chain, and an empty murni row for each of these codes that has none. */
export const barisPagu = ({ baris, tahap }: Anggaran, kode: readonly string[]): Isian[] => {
  const tercatat = tahap.flatMap(({ jenis, nomor }) =>
    [...baris].flatMap(([kode, b]) =>
      b.tahap
        .filter(({ tahap: t }) => t.jenis === jenis && t.nomor === nomor)
        .map(({ tahap: t, isi: { nama, sumberDana, pagu } }) => ({
          ...barisTahap(t),
          kode,
          nama,
          sumberDana,
          pagu,
        })),
    ),
  );
  const belum = kode
    .filter((k) => !baris.has(k))
    .map((k) => ({ jenis: 'murni', kode: k, nama: null, sumberDana: null, pagu: null }));
  return [...tercatat, ...belum];
};
