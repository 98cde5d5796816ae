import { selDari } from '../../kernel/isian-lembar.js';
import type { Kolom, LembarTulis, Sel } from '../../kernel/lembar-kerja.js';
import {
  ALASAN_KOSONG,
  type KeadaanTabel,
  type SelKosong,
  type Tabel,
} from '../../projections/perencanaan/tabel.js';

/** Printed where a cell has nothing to say; why, stands below the table. */
export const STRIP = '-';
const NAMA_TERPANJANG = 31; // letters of a sheet's name in Excel

const TANDA: Readonly<Record<KeadaanTabel, string>> = {
  'belum-ada': 'BELUM ADA',
  rancangan: 'RANCANGAN: belum ditetapkan atau belum ditandatangani',
  berlaku: '',
  digantikan: 'SUDAH DIGANTIKAN oleh versi berikutnya',
};
const LEBAR = { teks: 40, desimal: 14, rupiah: 22, bulat: 10, tanggal: 14 } as const;
const LEBAR_NAMA: Readonly<Record<string, number>> = { kode: 24, satuan: 14, tingkat: 16 };

const namaLembar = ({ nomor, bagian }: Tabel): string =>
  `${nomor === null ? 'L' : nomor} ${bagian}`.slice(0, NAMA_TERPANJANG);

const tercetak = (kolom: Kolom, isi: string | null): Sel =>
  isi === null ? { jenis: 'teks', nilai: STRIP } : selDari(kolom, isi);

/** 1, 2, 3, 7 as '1-3, 7'. */
const ringkas = (nomor: readonly number[]): string => {
  const rentang: [number, number][] = [];
  for (const n of nomor) {
    const akhir = rentang.at(-1);
    if (akhir !== undefined && n === akhir[1] + 1) akhir[1] = n;
    else rentang.push([n, n]);
  }
  return rentang.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(', ');
};

/** Why cells hold a dash: a line for each column and reason. */
const sebabStrip = ({ kosong, kolom }: Tabel): string[] => {
  const kelompok = Map.groupBy(kosong, (k: SelKosong) => `${k.kolom} ${k.alasan}`);
  return [...kelompok.values()].flatMap((sel) => {
    const [pertama] = sel;
    const judul = kolom.find((k) => k.kunci === pertama?.kolom)?.judul;
    if (pertama === undefined || judul === undefined) return [];
    const baris = ringkas(sel.map((s) => s.baris + 1));
    return [`"${STRIP}" pada ${judul}, baris ${baris}: ${ALASAN_KOSONG[pertama.alasan]}`];
  });
};

/** A planning table as a sheet that nobody writes in: the very cells of the table, `posisi` names where they come from. */
const lembarTabel = (t: Tabel, posisi: number): LembarTulis => {
  const kolom = t.kolom.map((k): Kolom => ({ ...k, lebar: LEBAR_NAMA[k.kunci] ?? LEBAR[k.jenis] }));
  const tanda = TANDA[t.keadaan];
  const nomor = t.nomor === null ? 'Lampiran' : `Tabel ${t.nomor}`;
  return {
    nama: namaLembar(t),
    kolom,
    kepala: [[`${nomor}. ${t.judul}`], ...(tanda === '' ? [] : [[tanda]]), []],
    baris: t.baris.map((b) => kolom.map((k, i) => tercetak(k, b[i] ?? null))),
    ...(t.jumlah !== null && { jumlah: kolom.map((k, i) => tercetak(k, t.jumlah?.[i] ?? null)) }),
    kaki: [`Sumber: Amanah, catatan sampai posisi ${posisi}.`, ...t.catatan, ...sebabStrip(t)],
    terkunci: true,
  };
};

/** One sheet a table, each under a name of its own. */
export const lembarTabelPerencanaan = (tabel: readonly Tabel[], posisi: number): LembarTulis[] => {
  const terpakai = new Set<string>();
  return tabel.map((t) => {
    const lembar = lembarTabel(t, posisi);
    let { nama } = lembar;
    for (let ke = 2; terpakai.has(nama); ke++) nama = `${lembar.nama.slice(0, NAMA_TERPANJANG - 3)}~${ke}`;
    terpakai.add(nama);
    return { ...lembar, nama };
  });
};
