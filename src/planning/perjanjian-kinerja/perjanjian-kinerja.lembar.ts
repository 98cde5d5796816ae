import { daftarKode, selDaftar } from '../../kernel/isian-lembar.js';
import type { Isian, Kolom } from '../../kernel/lembar-kerja.js';
import type { Polaritas } from '../../reporting/capaian.js';
import type { Naskah, SebabPerubahan, TargetPk } from './perjanjian-kinerja.decider.js';
import type { TargetDiminta } from './perjanjian-kinerja.fakta.js';

const JENIS = ['murni', 'perubahan'] as const;
const SEBAB = [
  'pergantian-pejabat',
  'perubahan-apbd',
  'perubahan-strategi',
  'perubahan-prioritas',
] as const satisfies readonly SebabPerubahan[];

const POLARITAS = [
  'naik',
  'turun-linear',
  'turun-rasio',
  'rentang',
  'predikat',
] as const satisfies readonly Polaritas[];
const LUAR = 'Hanya indikator yang tidak ada di Renstra.';

/** A Perjanjian Kinerja as three sheets: what it is (one row), its targets, its programs. */
export const KOLOM_NASKAH = [
  { kunci: 'jenis', judul: 'Jenis', jenis: 'teks', wajib: true, pilihan: JENIS },
  { kunci: 'sebab', judul: 'Sebab perubahan', jenis: 'teks', pilihan: SEBAB, lebar: 24 },
  { kunci: 'tanggal', judul: 'Tanggal', jenis: 'tanggal' },
] as const satisfies readonly Kolom[];
export const KOLOM_TARGET_PK = [
  { kunci: 'indikator', judul: 'Kode indikator', jenis: 'kode', wajib: true, pengenal: true },
  {
    kunci: 'nama',
    judul: 'Nama indikator',
    jenis: 'teks',
    pengenal: true,
    lebar: 60,
    petunjuk: 'Dibaca hanya untuk indikator yang tidak ada di Renstra.',
  },
  { kunci: 'satuan', judul: 'Satuan', jenis: 'teks', pengenal: true, lebar: 12 },
  { kunci: 'target', judul: 'Target', jenis: 'nilai', wajib: true },
  {
    kunci: 'melayani',
    judul: 'Melayani indikator atasan',
    jenis: 'kode',
    petunjuk: 'Indikator di Perjanjian Kinerja jabatan di atasnya yang dilayani target ini. Boleh kosong.',
  },
  {
    kunci: 'jabatanAtasan',
    judul: 'Jabatan atasan itu',
    jenis: 'kode',
    lebar: 30,
    petunjuk: 'Kosong: atasan langsung. Selain itu kuncinya, misalnya 61.71.disnaker.kepala.',
  },
  { kunci: 'sasaranLuar', judul: 'Sasaran di luar Renstra', jenis: 'teks', lebar: 40, petunjuk: LUAR },
  { kunci: 'alasanLuar', judul: 'Alasan di luar Renstra', jenis: 'teks', lebar: 40, petunjuk: LUAR },
  { kunci: 'polaritas', judul: 'Polaritas', jenis: 'teks', pilihan: POLARITAS, petunjuk: LUAR },
  {
    kunci: 'urutanPredikat',
    judul: 'Urutan predikat',
    jenis: 'teks',
    petunjuk: 'Hanya polaritas predikat di luar Renstra: dari yang terendah, dipisahkan titik koma.',
  },
] as const satisfies readonly Kolom[];
export const KOLOM_ANGGARAN_PK = [
  { kunci: 'program', judul: 'Kode program', jenis: 'kode', wajib: true, pengenal: true },
  { kunci: 'nama', judul: 'Nama program', jenis: 'teks', keterangan: true, lebar: 60 },
  { kunci: 'pagu', judul: 'Pagu (rupiah)', jenis: 'rupiah', wajib: true, lebar: 22 },
  { kunci: 'keterangan', judul: 'Keterangan', jenis: 'teks', pengenal: true, lebar: 30 },
] as const satisfies readonly Kolom[];

export const CONTOH_PK = {
  naskah: { jenis: 'murni', sebab: null, tanggal: '2023-01-16' },
  target: {
    indikator: 'IKU-1',
    nama: 'Persentase pencari kerja yang ditempatkan',
    satuan: '%',
    target: '91.50',
    melayani: 'IKU-3',
  },
  anggaran: { program: '2.07.03', nama: 'Program pelatihan kerja', pagu: '516543100', keterangan: 'APBD' },
} as const satisfies Record<string, Isian>;

/** A row that names a sasaran of its own, or says why it stands there, is of an indicator outside the Renstra. */
export const targetPkDari = (t: Isian): TargetDiminta => {
  const diLuar = [t.sasaranLuar, t.alasanLuar, t.polaritas].some((isi) => isi != null);
  const urutan = daftarKode(t.urutanPredikat);
  return {
    indikator: t.indikator ?? '',
    target: t.target ?? '',
    ...(t.melayani && { melayani: { jabatan: t.jabatanAtasan ?? null, indikator: t.melayani } }),
    ...(diLuar && {
      luarRenstra: {
        nama: t.nama ?? '',
        satuan: t.satuan ?? '',
        sasaran: t.sasaranLuar ?? '',
        alasan: t.alasanLuar ?? '',
        polaritas: POLARITAS.find((p) => p === t.polaritas) ?? 'naik',
        urutanPredikat: urutan.length === 0 ? null : urutan,
      },
    }),
  };
};

const barisTarget = ({ indikator, nama, satuan, target, melayani, luarRenstra: l }: TargetPk): Isian => ({
  indikator,
  nama,
  satuan,
  target,
  melayani: melayani?.indikator ?? null,
  jabatanAtasan: melayani?.jabatan ?? null,
  sasaranLuar: l?.sasaran ?? null,
  alasanLuar: l?.alasan ?? null,
  polaritas: l?.polaritas ?? null,
  urutanPredikat: selDaftar(l?.urutanPredikat ?? []),
});

/** One request out of all rows: a PK is proposed whole. */
export const permintaanPk = (naskah: Isian, target: readonly Isian[], anggaran: readonly Isian[]) =>
  ({
    type: 'Ajukan',
    jenis: JENIS.find((j) => j === naskah.jenis) ?? 'murni',
    sebab: SEBAB.find((s) => s === naskah.sebab) ?? null,
    tanggal: naskah.tanggal ?? null,
    target: target.map(targetPkDari),
    anggaran: anggaran.map((a) => ({
      program: a.program ?? '',
      pagu: a.pagu ?? '',
      keterangan: a.keterangan ?? null,
    })),
  }) as const;

/** A text, as rows. */
export const barisPk = (n: Naskah): { naskah: Isian; target: Isian[]; anggaran: Isian[] } => ({
  naskah: { jenis: n.jenis, sebab: n.sebab, tanggal: n.tanggal },
  target: n.target.map(barisTarget),
  anggaran: n.anggaran.map(({ program, nama, pagu, keterangan }) => ({ program, nama, pagu, keterangan })),
});
