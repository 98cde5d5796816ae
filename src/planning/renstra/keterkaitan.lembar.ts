import { daftarKode, selDaftar } from '../../kernel/isian-lembar.js';
import type { Isian, Kolom } from '../../kernel/lembar-kerja.js';
import type { Tingkat } from './naskah-renstra.decider.js';
import type { Renstra } from './renstra.decider.js';

const TINGKAT = ['tujuan', 'sasaran'] as const satisfies readonly Tingkat[];
const DAFTAR = 'Beberapa kode dipisahkan titik koma.';

/** What a Renstra says beside its tree, its indicators and their targets. */
export const KOLOM_MISI = [
  { kunci: 'nomor', judul: 'Nomor misi', jenis: 'bulat', wajib: true, lebar: 10 },
  { kunci: 'uraian', judul: 'Uraian', jenis: 'teks', wajib: true, lebar: 80 },
] as const satisfies readonly Kolom[];
export const KOLOM_LAMPAU = [
  { kunci: 'indikator', judul: 'Kode indikator', jenis: 'kode', wajib: true },
  { kunci: 'tahun', judul: 'Tahun', jenis: 'bulat', wajib: true, lebar: 10 },
  {
    kunci: 'realisasi',
    judul: 'Realisasi',
    jenis: 'nilai',
    wajib: true,
    petunjuk: 'Menurut laporan tahun yang tidak tercatat di sini.',
  },
] as const satisfies readonly Kolom[];
export const KOLOM_PRIORITAS = [
  { kunci: 'kode', judul: 'Kode', jenis: 'kode', wajib: true },
  { kunci: 'nama', judul: 'Nama program prioritas', jenis: 'teks', wajib: true, lebar: 60 },
  { kunci: 'sasaran', judul: 'Kode sasaran', jenis: 'teks', petunjuk: DAFTAR },
  { kunci: 'opd', judul: 'Kode perangkat daerah', jenis: 'teks', petunjuk: DAFTAR, lebar: 30 },
] as const satisfies readonly Kolom[];
export const KOLOM_KESELARASAN = [
  { kunci: 'tingkat', judul: 'Tingkat', jenis: 'teks', wajib: true, pilihan: TINGKAT },
  { kunci: 'kode', judul: 'Kode tujuan atau sasaran', jenis: 'kode', wajib: true },
  { kunci: 'mulaiPemda', judul: 'Tahun pertama rencana pemda', jenis: 'bulat', wajib: true },
  { kunci: 'tingkatPemda', judul: 'Tingkat di rencana pemda', jenis: 'teks', wajib: true, pilihan: TINGKAT },
  { kunci: 'kodePemda', judul: 'Kode di rencana pemda', jenis: 'kode', wajib: true },
] as const satisfies readonly Kolom[];
export const KOLOM_ISU = [
  { kunci: 'kode', judul: 'Kode isu', jenis: 'kode', wajib: true },
  { kunci: 'uraian', judul: 'Uraian', jenis: 'teks', wajib: true, lebar: 80 },
  { kunci: 'sasaran', judul: 'Kode sasaran', jenis: 'teks', petunjuk: DAFTAR },
] as const satisfies readonly Kolom[];
export const KOLOM_PERMASALAHAN = [
  { kunci: 'kode', judul: 'Kode', jenis: 'kode', wajib: true },
  { kunci: 'uraian', judul: 'Uraian', jenis: 'teks', wajib: true, lebar: 60 },
  { kunci: 'isu', judul: 'Kode isu', jenis: 'kode' },
  { kunci: 'sasaran', judul: 'Kode sasaran', jenis: 'teks', petunjuk: DAFTAR },
  { kunci: 'solusi', judul: 'Solusi', jenis: 'teks', lebar: 60 },
] as const satisfies readonly Kolom[];

export const CONTOH_KETERKAITAN = {
  misi: { nomor: '1', uraian: 'Mewujudkan kualitas sumber daya manusia' },
  lampau: { indikator: 'IKU-1', tahun: '2021', realisasi: '80.25' },
  prioritas: { kode: 'PP-1', nama: 'Perluasan kesempatan kerja', sasaran: 'S1', opd: 'disnaker' },
  keselarasan: {
    tingkat: 'tujuan',
    kode: 'T1',
    mulaiPemda: '2020',
    tingkatPemda: 'sasaran',
    kodePemda: 'SD-2',
  },
  isu: { kode: 'ISU-1', uraian: 'Pengangguran terbuka', sasaran: 'S1' },
  permasalahan: {
    kode: 'M-1',
    uraian: 'Keterampilan pencari kerja belum sesuai',
    isu: 'ISU-1',
    sasaran: 'S1',
    solusi: 'Pelatihan berbasis kompetensi',
  },
} as const satisfies Record<string, Isian>;

const tingkatDari = (isi: string | null | undefined): Tingkat => TINGKAT.find((t) => t === isi) ?? 'sasaran';

export const permintaanMisi = ({ nomor, uraian }: Isian) =>
  ({ type: 'TambahMisi', nomor: Number(nomor), uraian: uraian ?? '' }) as const;

export const permintaanLampau = ({ indikator, tahun, realisasi }: Isian) =>
  ({
    type: 'CatatRealisasiLampau',
    indikator: indikator ?? '',
    tahun: Number(tahun),
    realisasi: realisasi ?? '',
  }) as const;

export const permintaanPrioritas = ({ kode, nama, sasaran, opd }: Isian) =>
  ({
    type: 'TetapkanPrioritas',
    kode: kode ?? '',
    nama: nama ?? '',
    sasaran: daftarKode(sasaran),
    opd: daftarKode(opd),
  }) as const;

export const permintaanKeselarasan = ({ tingkat, kode, mulaiPemda, tingkatPemda, kodePemda }: Isian) =>
  ({
    type: 'Selaraskan',
    tingkat: tingkatDari(tingkat),
    kode: kode ?? '',
    melayani: { mulai: Number(mulaiPemda), tingkat: tingkatDari(tingkatPemda), kode: kodePemda ?? '' },
  }) as const;

export const permintaanIsu = ({ kode, uraian, sasaran }: Isian) =>
  ({ type: 'CatatIsu', kode: kode ?? '', uraian: uraian ?? '', sasaran: daftarKode(sasaran) }) as const;

export const permintaanPermasalahan = ({ kode, uraian, isu, sasaran, solusi }: Isian) =>
  ({
    type: 'CatatPermasalahan',
    kode: kode ?? '',
    uraian: uraian ?? '',
    isu: isu ?? null,
    sasaran: daftarKode(sasaran),
    solusi: solusi ?? null,
  }) as const;

export const barisKeterkaitan = (r: Renstra): Readonly<Record<keyof typeof CONTOH_KETERKAITAN, Isian[]>> => ({
  misi: [...r.daftarMisi].map(([nomor, uraian]) => ({ nomor, uraian })),
  lampau: [...r.indikator].flatMap(([indikator, { lampau }]) =>
    [...lampau].map(([tahun, realisasi]) => ({ indikator, tahun: `${tahun}`, realisasi })),
  ),
  prioritas: [...r.prioritas].map(([kode, { nama, sasaran, opd }]) => ({
    kode,
    nama,
    sasaran: selDaftar(sasaran),
    opd: selDaftar(opd),
  })),
  keselarasan: [...r.keselarasan].map(([ujung, { mulai, tingkat, kode }]) => {
    const [milik = '', kodeMilik = ''] = ujung.split(' ');
    const pemda = { mulaiPemda: `${mulai}`, tingkatPemda: tingkat, kodePemda: kode };
    return { tingkat: milik, kode: kodeMilik, ...pemda };
  }),
  isu: [...r.isu].map(([kode, { uraian, sasaran }]) => ({ kode, uraian, sasaran: selDaftar(sasaran) })),
  permasalahan: [...r.permasalahan].map(([kode, { uraian, isu, sasaran, solusi }]) => ({
    kode,
    uraian,
    isu,
    sasaran: selDaftar(sasaran),
    solusi,
  })),
});
