import { Acak } from './acak.js';
import {
  type Beda,
  type Langkah,
  langkah,
  lipatUlang,
  menurutModel,
  type Pasangan,
  type Tersentuh,
} from './jalan.js';
import { type NamaPangkal, pangkal } from './pangkal.js';
import { NAMA_DOKUMEN, tarik } from './penarik.js';
import type { NamaDokumen, Perintah } from './perintah.js';

/** A sequence can be run again from what stands here alone. */
export type Urutan = { pangkal: NamaPangkal; perintah: readonly Perintah[] };
export type Catat = (c: Perintah, l: Langkah) => void;

const SAMPAI = 25;
const WAJAR = 0.7;
const COBA = 8;
/** Where a sequence about a document mostly begins. */
const AWAL: Record<NamaDokumen, readonly NamaPangkal[]> = {
  pemda: ['kosong', 'terdaftar'],
  opd: ['sotk', 'sotk', 'terdaftar', 'kosong'],
  jabatan: ['terdaftar', 'terdaftar', 'kosong'],
  periode: ['berlaku', 'perubahan', 'terdaftar'],
  nomenklatur: ['kosong', 'berlaku'],
  renstra: ['renstra', 'terdaftar', 'berlaku', 'perubahan', 'perubahan', 'peralihan', 'peralihan'],
  program: ['berlaku', 'berlaku', 'renstra', 'perubahan', 'peralihan'],
  rkt: ['berlaku', 'tahunan', 'perubahan', 'peralihan'],
  aksi: ['berlaku', 'tahunan', 'perubahan'],
  iku: ['berlaku', 'tahunan', 'perubahan', 'peralihan'],
  anggaran: ['berlaku', 'tahunan', 'perubahan'],
  pk: ['berlaku', 'pk', 'pk', 'perubahan', 'rangkap', 'peralihan'],
  pohon: ['terdaftar', 'berlaku', 'perubahan'],
};

/** Mostly what the model takes for possible as the documents stand; else whatever comes. */
const tarikWajar = (a: Acak, dok: NamaDokumen, { dunia }: Pasangan): Perintah => {
  let c = tarik(a, dok);
  if (!a.mungkin(WAJAR)) return c;
  for (let i = 0; i < COBA && menurutModel(dunia, c) !== 'berubah'; i++) c = tarik(a, dok);
  return c;
};

export type Hasil = { urutan: Urutan; beda: Beda | null };

/** A random sequence, run as it is drawn; what differed ends it. */
export const jalankanAcak = (benih: number, catat: Catat): Hasil => {
  const a = new Acak(benih);
  const utama = a.satu(NAMA_DOKUMEN);
  const kedua = a.mungkin(0.5) ? a.satu(NAMA_DOKUMEN) : utama;
  const awal = a.kadang(AWAL[utama], AWAL[kedua], 0.2);
  const panjang = 1 + a.bulat(SAMPAI);
  const pasangan = pangkal(awal);
  const tersentuh: Tersentuh = new Map();
  const perintah: Perintah[] = [];
  const urutan = { pangkal: awal, perintah };
  while (perintah.length < panjang) {
    const dok = a.mungkin(0.12) ? a.satu(NAMA_DOKUMEN) : a.mungkin(0.7) ? utama : kedua;
    const c = tarikWajar(a, dok, pasangan);
    perintah.push(c);
    const l = langkah(pasangan, c, tersentuh);
    if ('beda' in l) return { urutan, beda: l.beda };
    catat(c, l);
  }
  return { urutan, beda: lipatUlang(pasangan.nyata, tersentuh) };
};

/** The same commands again. `pada`: how many were run until the difference. */
export const ulangi = (u: Urutan): { beda: Beda | null; pada: number } => {
  const pasangan = pangkal(u.pangkal);
  const tersentuh: Tersentuh = new Map();
  for (const [i, c] of u.perintah.entries()) {
    const l = langkah(pasangan, c, tersentuh);
    if ('beda' in l) return { beda: l.beda, pada: i + 1 };
  }
  return { beda: lipatUlang(pasangan.nyata, tersentuh), pada: u.perintah.length };
};

/** The shortest sequence that is found to differ: commands are left out one by one as long as that goes. */
export const persingkat = (awal: Hasil): Hasil => {
  let { urutan, beda } = awal;
  for (let i = urutan.perintah.length - 1; i >= 0; i--) {
    const tanpa = { ...urutan, perintah: urutan.perintah.toSpliced(i, 1) };
    const coba = ulangi(tanpa);
    if (coba.beda === null) continue;
    beda = coba.beda;
    urutan = { ...tanpa, perintah: tanpa.perintah.slice(0, coba.pada) };
    i = Math.min(i, urutan.perintah.length);
  }
  return { urutan, beda };
};
