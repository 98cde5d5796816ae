import type { Isian, Kolom } from '../../kernel/lembar-kerja.js';
import type { Naskah, SebabPerubahan } from './perjanjian-kinerja.decider.js';

const JENIS = ['murni', 'perubahan'] as const;
const SEBAB = [
  'pergantian-pejabat',
  'perubahan-apbd',
  'perubahan-strategi',
  'perubahan-prioritas',
] as const satisfies readonly SebabPerubahan[];

/** A Perjanjian Kinerja as three sheets: what it is (one row), its targets, its programs. */
export const KOLOM_NASKAH = [
  { kunci: 'jenis', judul: 'Jenis', jenis: 'teks', wajib: true, pilihan: JENIS },
  { kunci: 'sebab', judul: 'Sebab perubahan', jenis: 'teks', pilihan: SEBAB, lebar: 24 },
  { kunci: 'tanggal', judul: 'Tanggal', jenis: 'tanggal' },
] as const satisfies readonly Kolom[];
export const KOLOM_TARGET_PK = [
  { kunci: 'indikator', judul: 'Kode indikator', jenis: 'kode', wajib: true, pengenal: true },
  { kunci: 'nama', judul: 'Nama indikator', jenis: 'teks', keterangan: true, lebar: 60 },
  { kunci: 'target', judul: 'Target', jenis: 'nilai', wajib: true },
] as const satisfies readonly Kolom[];
export const KOLOM_ANGGARAN_PK = [
  { kunci: 'program', judul: 'Kode program', jenis: 'kode', wajib: true, pengenal: true },
  { kunci: 'nama', judul: 'Nama program', jenis: 'teks', keterangan: true, lebar: 60 },
  { kunci: 'pagu', judul: 'Pagu (rupiah)', jenis: 'rupiah', wajib: true, lebar: 22 },
  { kunci: 'keterangan', judul: 'Keterangan', jenis: 'teks', pengenal: true, lebar: 30 },
] as const satisfies readonly Kolom[];

export const CONTOH_PK = {
  naskah: { jenis: 'murni', sebab: null, tanggal: '2023-01-16' },
  target: { indikator: 'IKU-1', nama: 'Persentase pencari kerja yang ditempatkan', target: '91.50' },
  anggaran: { program: '2.07.03', nama: 'Program pelatihan kerja', pagu: '516543100', keterangan: 'APBD' },
} as const satisfies Record<string, Isian>;

/** One request out of all rows: a PK is proposed whole. */
export const permintaanPk = (naskah: Isian, target: readonly Isian[], anggaran: readonly Isian[]) =>
  ({
    type: 'Ajukan',
    jenis: JENIS.find((j) => j === naskah.jenis) ?? 'murni',
    sebab: SEBAB.find((s) => s === naskah.sebab) ?? null,
    tanggal: naskah.tanggal ?? null,
    target: target.map((t) => ({ indikator: t.indikator ?? '', target: t.target ?? '' })),
    anggaran: anggaran.map((a) => ({
      program: a.program ?? '',
      pagu: a.pagu ?? '',
      keterangan: a.keterangan ?? null,
    })),
  }) as const;

/** The newest text, as rows. */
export const barisPk = (n: Naskah): { naskah: Isian; target: Isian[]; anggaran: Isian[] } => ({
  naskah: { jenis: n.jenis, sebab: n.sebab, tanggal: n.tanggal },
  target: n.target.map(({ indikator, nama, target }) => ({ indikator, nama, target })),
  anggaran: n.anggaran.map(({ program, nama, pagu, keterangan }) => ({ program, nama, pagu, keterangan })),
});
