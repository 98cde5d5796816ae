import { tolak } from './penolakan.js';

/** What each category's key holds after the pemda. The number of parts is fixed, so a stream name reads one way only. */
export const BAGIAN = {
  Pemda: [],
  Periode: ['tahun'],
  Opd: ['opd'],
  Jabatan: ['opd', 'jabatan'],
  Renstra: ['opd', 'mulai'],
  Iku: ['opd'],
  PohonKinerja: ['opd', 'mulai'],
  Nomenklatur: ['versi'],
  Program: ['opd', 'tahun'],
  RencanaKinerja: ['opd', 'tahun'],
  PerjanjianKinerja: ['opd', 'jabatan', 'tahun'],
  RencanaAksi: ['opd', 'tahun'],
  Anggaran: ['opd', 'tahun'],
  Pengukuran: ['opd', 'tahun', 'triwulan'],
  RealisasiAnggaran: ['opd', 'tahun'],
  Pembanding: ['opd'],
  Impor: ['opd', 'tahun'],
  BerkasKertas: ['opd', 'tahun'],
  Orang: ['subjek'],
  Rute: ['dokumen'],
  Edaran: ['dokumen', 'opd', 'jabatan', 'tahun'],
} as const satisfies Record<string, readonly Bagian[]>;

type Bagian = 'dokumen' | 'opd' | 'jabatan' | 'tahun' | 'mulai' | 'triwulan' | 'versi' | 'subjek';
export type Kategori = keyof typeof BAGIAN;

export type Kunci = {
  readonly kategori: Kategori;
  readonly pemda: string;
  readonly opd: string | null;
  readonly jabatan: string | null;
  readonly tahun: number | null;
  readonly mulai: number | null;
  readonly triwulan: 1 | 2 | 3 | 4 | null;
  readonly versi: string | null;
  readonly dokumen: string | null; // which kind of document goes along a route
};

/** The OPD part of a key that belongs to the pemda itself (the kepala daerah's office). No OPD may take this code. */
export const OPD_PEMDA = 'pemda';
/** The code of the office that speaks for an OPD, and for the pemda itself: whose PK its figures rest on. */
export const jabatanKepala = (opd: string): string => (opd === OPD_PEMDA ? 'kepala-daerah' : 'kepala');
/** The pemda part of a key that belongs to the whole country (the nomenclature). No region has this code. */
export const NASIONAL = '00';

const KODE_PEMDA = /^\d{2}(\.\d{2})?$/;
const KODE_BAGIAN = /^[a-z0-9-]{2,40}$/;
const SUBJEK = /^[A-Za-z0-9-]{2,40}$/;

/** Refuses (KODE_TIDAK_SAH) what could make one stream name out of two keys. */
export const kodePemda = (kode: string): string =>
  KODE_PEMDA.test(kode) ? kode : tolak('KODE_TIDAK_SAH', { kode });
export const kodeBagian = (kode: string): string =>
  KODE_BAGIAN.test(kode) ? kode : tolak('KODE_TIDAK_SAH', { kode });
export const subjekSah = (subjek: string): string =>
  SUBJEK.test(subjek) ? subjek : tolak('KODE_TIDAK_SAH', { kode: subjek.slice(0, 60) });
export const tahunSah = (tahun: number): number =>
  Number.isInteger(tahun) && tahun >= 2000 && tahun <= 2100 ? tahun : tolak('TAHUN_TIDAK_SAH', { tahun });
export const triwulanSah = (t: number): 1 | 2 | 3 | 4 =>
  t === 1 || t === 2 || t === 3 || t === 4 ? t : tolak('TRIWULAN_TIDAK_SAH', { triwulan: t });

/** Keys of the documents, made from checked parts; never taken whole from outside. */
export const kunci = {
  pemda: (pemda: string) => kodePemda(pemda),
  periode: (pemda: string, tahun: number) => `${kodePemda(pemda)}.${tahunSah(tahun)}`,
  opd: (pemda: string, opd: string) => `${kodePemda(pemda)}.${kodeBagian(opd)}`,
  jabatan: (pemda: string, opd: string, jabatan: string) => `${kunci.opd(pemda, opd)}.${kodeBagian(jabatan)}`,
  renstra: (pemda: string, opd: string, mulai: number) => `${kunci.opd(pemda, opd)}.${tahunSah(mulai)}`,
  orang: (pemda: string, subjek: string) => `${kodePemda(pemda)}.${subjekSah(subjek)}`,
  nomenklatur: (versi: string) => `${NASIONAL}.${kodeBagian(versi)}`,
  opdTahun: (pemda: string, opd: string, tahun: number) => `${kunci.opd(pemda, opd)}.${tahunSah(tahun)}`,
  pk: (pemda: string, opd: string, jabatan: string, tahun: number) =>
    `${kunci.jabatan(pemda, opd, jabatan)}.${tahunSah(tahun)}`,
  rute: (pemda: string, dokumen: string) => `${kodePemda(pemda)}.${kodeBagian(dokumen)}`,
  edaran: (pemda: string, dokumen: string, opd: string, jabatan: string, tahun: number) =>
    `${kunci.rute(pemda, dokumen)}.${kodeBagian(opd)}.${kodeBagian(jabatan)}.${tahunSah(tahun)}`,
  pengukuran: (pemda: string, opd: string, tahun: number, triwulan: number) =>
    `${kunci.opdTahun(pemda, opd, tahun)}.tw${triwulanSah(triwulan)}`,
} as const;

const angka = (teks: string | undefined): number | null =>
  teks === undefined ? null : Number(teks.replace('tw', ''));

/** Reads a stream's name back into its parts. Only for names that stand in the log. */
export const bacaStream = (stream: string): Kunci => {
  const garis = stream.indexOf('-');
  const kategori = stream.slice(0, garis) as Kategori;
  const nama: readonly Bagian[] = BAGIAN[kategori] ?? tolak('KODE_TIDAK_SAH', { stream });
  const bagian = stream.slice(garis + 1).split('.');
  const mulai = bagian.length - nama.length;
  const ambil = (b: Bagian): string | undefined =>
    nama.includes(b) ? bagian[mulai + nama.indexOf(b)] : undefined;
  return {
    kategori,
    pemda: bagian.slice(0, mulai).join('.'),
    opd: ambil('opd') ?? null,
    jabatan: ambil('jabatan') ?? null,
    tahun: angka(ambil('tahun')),
    mulai: angka(ambil('mulai')),
    triwulan: angka(ambil('triwulan')) as Kunci['triwulan'],
    versi: ambil('versi') ?? null,
    dokumen: ambil('dokumen') ?? null,
  };
};
