import type { Akta } from '../kernel/akta.js';
import type { DokumenBerrute, JenisLangkah, Langkah, Siapa } from './jalur.js';

/** A route as the SOP sheet prints it. */
export type LembarSop = {
  readonly pemda: string;
  readonly dokumen: string;
  readonly versi: number; // 0: the route that Amanah brings along
  readonly akta: Akta | null;
  readonly pelaku: readonly string[]; // a column each, in the order in which they first act
  readonly baris: readonly BarisSop[];
  readonly waktu: string; // of the whole, where steps of one tahap run beside each other
};
export type BarisSop = {
  readonly nomor: string;
  readonly kode: string;
  readonly jenis: JenisLangkah;
  readonly kegiatan: string;
  readonly pelaku: number; // its column
  readonly bentuk: 'ujung' | 'putusan' | 'proses';
  readonly perlu: string;
  readonly waktu: string;
  readonly hasil: string;
  readonly keterangan: string;
};

export const SEHARI = 450; // minutes: 37.5 working hours a week, in five days
export const CATATAN_WAKTU =
  'Waktu dihitung dalam jam kerja menurut kalender pemda; 1 hari kerja = 7 jam 30 menit. Setiap langkah dapat mengembalikan ke langkah sebelumnya dengan catatan.';

const NAMA: Readonly<Record<DokumenBerrute, string>> = {
  'perjanjian-kinerja': 'Perjanjian Kinerja',
  'rencana-aksi': 'Rencana Aksi',
  renstra: 'Rencana Strategis',
  rkt: 'Rencana Kinerja Tahunan',
  lkjip: 'Laporan Kinerja',
};

/** "10 menit", "1 jam 30 menit", "1 hari kerja". */
export const waktuKerja = (menit: number): string => {
  const [hari, sisa] = [Math.floor(menit / SEHARI), menit % SEHARI];
  const bagian: readonly [number, string][] = [
    [hari, 'hari kerja'],
    [Math.floor(sisa / 60), 'jam'],
    [sisa % 60, 'menit'],
  ];
  return bagian.flatMap(([n, kata]) => (n === 0 ? [] : `${n} ${kata}`)).join(' ');
};

const namaSiapa = (dokumen: DokumenBerrute, s: Siapa): string => {
  switch (s.cara) {
    case 'pemilik':
      return dokumen === 'perjanjian-kinerja' ? 'Pihak Pertama' : 'Kepala Perangkat Daerah';
    case 'atasan':
      return dokumen === 'perjanjian-kinerja' ? 'Pihak Kedua' : 'Atasan langsung';
    case 'setiap-bidang':
      return 'Setiap Bidang';
    default:
      return s.sebutan;
  }
};

const huruf = (n: number): string => String.fromCharCode('a'.charCodeAt(0) + n);

/** "4", or "4a" and "4b" where several run beside each other. */
const nomor = (langkah: readonly Langkah[], l: Langkah): string => {
  const setahap = langkah.filter((m) => m.tahap === l.tahap);
  return setahap.length === 1 ? `${l.tahap}` : `${l.tahap}${huruf(setahap.indexOf(l))}`;
};

const PUTUSAN: readonly JenisLangkah[] = ['verifikasi', 'paraf', 'tanda-tangan'];
const bentuk = (langkah: readonly Langkah[], l: Langkah): BarisSop['bentuk'] => {
  if (PUTUSAN.includes(l.jenis)) return 'putusan';
  return l === langkah[0] || l === langkah.at(-1) ? 'ujung' : 'proses';
};

const seluruh = (langkah: readonly Langkah[]): number => {
  const terlama = new Map<number, number>();
  for (const { tahap, norma } of langkah) terlama.set(tahap, Math.max(norma, terlama.get(tahap) ?? 0));
  return [...terlama.values()].reduce((a, b) => a + b, 0);
};

/** The sheet of a route. */
export const lembarSop = (
  pemda: string,
  dokumen: DokumenBerrute,
  langkah: readonly Langkah[],
  { versi, akta }: { versi: number; akta: Akta | null },
): LembarSop => {
  const nama = langkah.map((l) => namaSiapa(dokumen, l.oleh));
  const pelaku = [...new Set(nama)];
  return {
    ...{ pemda, dokumen: NAMA[dokumen], versi, akta, pelaku, waktu: waktuKerja(seluruh(langkah)) },
    baris: langkah.map((l, i) => ({
      nomor: nomor(langkah, l),
      kode: l.kode,
      jenis: l.jenis,
      kegiatan: l.uraian,
      pelaku: pelaku.indexOf(nama[i] ?? ''),
      bentuk: bentuk(langkah, l),
      perlu: l.perlu ?? '-',
      waktu: waktuKerja(l.norma),
      hasil: l.hasil ?? '-',
      keterangan: l.eskalasi === null ? '' : `Bila terlambat: ${namaSiapa(dokumen, l.eskalasi)}`,
    })),
  };
};
