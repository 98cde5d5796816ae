import type { Baca } from '../kernel/execute.js';
import { selDari } from '../kernel/isian-lembar.js';
import type { JenisKolom, Kolom, LembarTulis } from '../kernel/lembar-kerja.js';
import { PETUNJUK, tandaTemplat } from './bacaan.js';
import type { KunciTemplat, LembarTemplat, Templat } from './templat.js';

const KOSONG_DI_BAWAH = 500; // rows ready to be filled in

const SEBUTAN: Readonly<Record<JenisKolom, string>> = {
  teks: 'teks',
  kode: 'kode',
  desimal: 'angka, misalnya 91,50',
  nilai: 'angka (91,50), rentang (20..25), atau predikat',
  rupiah: 'rupiah bulat',
  bulat: 'bilangan bulat',
  tanggal: 'tanggal, misalnya 2023-01-31',
};
const PETUNJUK_KOLOM: readonly Kolom[] = [
  { kunci: 'lembar', judul: 'Lembar', jenis: 'teks' },
  { kunci: 'kolom', judul: 'Kolom', jenis: 'teks', lebar: 28 },
  { kunci: 'isi', judul: 'Isi', jenis: 'teks', lebar: 44 },
  { kunci: 'wajib', judul: 'Wajib', jenis: 'teks', lebar: 8 },
  { kunci: 'keterangan', judul: 'Keterangan', jenis: 'teks', lebar: 60 },
  { kunci: 'contoh', judul: 'Contoh', jenis: 'teks', lebar: 44 },
];

const penjelasanKolom = ({ nama, kolom, contoh }: LembarTemplat): Record<string, string>[] =>
  kolom.map((k) => ({
    lembar: nama,
    kolom: k.judul,
    isi: k.keterangan ? 'tidak dibaca' : (k.pilihan?.join(', ') ?? SEBUTAN[k.jenis]),
    wajib: k.wajib ? 'ya' : '',
    keterangan: k.petunjuk ?? '',
    contoh: contoh[k.kunci] ?? '',
  }));

const UMUM = [
  'Isi lembar-lembar berikut tanpa mengubah judul kolomnya, lalu simpan sebagai .xlsx. Rumus tidak diterima: tempel nilainya.',
  'Yang sudah tercatat ikut dicetak. Baris yang tidak diubah tidak berakibat apa-apa; baris yang dihapus tidak menghapus yang tercatat.',
  'Beberapa isi dalam satu sel dipisahkan titik koma; isi yang memuat titik koma atau tanda kutip ditulis "di dalam kutip".',
  'Seluruh berkas diterima, atau tidak sama sekali; kesalahan disebut beserta lembar, baris, dan kolomnya.',
];

const petunjuk = (t: Templat, k: KunciTemplat): LembarTulis => ({
  nama: PETUNJUK,
  kolom: PETUNJUK_KOLOM,
  kepala: [tandaTemplat(t, k), [t.judul], ...[...t.penjelasan, ...UMUM].map((baris) => [baris]), []],
  baris: t.lembar.flatMap(penjelasanKolom).map((b) => PETUNJUK_KOLOM.map((p) => selDari(p, b[p.kunci]))),
});

/** The sheets of a template with what stands in its document, to be written as XLSX; of a CSV the one sheet that is asked for. */
export const lembarTemplat = (
  t: Templat,
  baca: Baca,
  k: KunciTemplat,
  satu?: LembarTemplat,
): LembarTulis[] => {
  const [isi, saran] = [t.isi(baca, k), t.saran(baca, k)];
  const lembar = (l: LembarTemplat): LembarTulis => ({
    nama: l.nama,
    kolom: l.kolom.map((kolom): Kolom => {
      const ditawarkan = kolom.pilihan === undefined ? saran[kolom.kunci] : undefined;
      return ditawarkan === undefined ? kolom : { ...kolom, saran: ditawarkan };
    }),
    baris: (isi[l.nama] ?? []).map((b) => l.kolom.map((kolom) => selDari(kolom, b[kolom.kunci]))),
    ...(satu === undefined
      ? { kosong: t.barisKosong ?? KOSONG_DI_BAWAH }
      : { kepala: [tandaTemplat(t, k, l.nama)] }),
  });
  return satu === undefined ? [petunjuk(t, k), ...t.lembar.map(lembar)] : [lembar(satu)];
};
