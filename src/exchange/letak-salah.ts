import { kalimat } from '../infra/kalimat-penolakan.js';
import { daftarKode } from '../kernel/isian-lembar.js';
import type { Isian, Kolom } from '../kernel/lembar-kerja.js';
import { type Kode, Penolakan } from '../kernel/penolakan.js';
import { teks } from '../kernel/teks.js';

type Nilai = string | null | undefined;

const memuat = (isi: Nilai, dicari: unknown): boolean =>
  isi != null && (isi.slice(0, 60) === `${dicari}` || daftarKode(isi).includes(`${dicari}`));

const kodeTeks = (isi: Nilai, batas: unknown): Kode | null => {
  try {
    teks(isi ?? '', typeof batas === 'number' ? batas : undefined);
    return null;
  } catch (e) {
    if (e instanceof Penolakan) return e.kode;
    throw e;
  }
};

/** What a refusal calls the value that is wrong; of one that a thing is not known, every name that it gives. */
const NAMA_NILAI = new Set(['nilai', 'kode', 'tanggal', 'tahun', 'triwulan', 'sesudah']);
const BIDANG: Readonly<Record<string, string>> = { kondisiAwal: 'nilaiAwal' };

const menurutNilai = (kolom: readonly Kolom[], isian: Isian, { kode, rincian }: Penolakan) => {
  const semua = /_TIDAK_DIKENAL$/.test(kode);
  if (!semua && !/_TIDAK_SAH$|^SUDAH_ADA_BERBEDA$/.test(kode)) return undefined;
  const disebut = Object.entries(rincian).filter(([nama]) => semua || NAMA_NILAI.has(nama));
  const bernama = disebut.map(([nama, isi]) =>
    kolom.find((k) => k.kunci === nama && memuat(isian[k.kunci], isi)),
  );
  const berisi = disebut.map(([, isi]) => kolom.find((k) => memuat(isian[k.kunci], isi)));
  return [...bernama, ...berisi].find((k) => k !== undefined);
};

/** The heading of the column that a row was refused for; `bawaan` where the refusal does not tell. */
export const kolomPenyebab = (
  semua: readonly Kolom[],
  isian: Isian,
  p: Penolakan,
  bawaan: string | null,
): string | null => {
  const kolom = semua.filter((k) => !k.keterangan);
  if (p.kode.startsWith('TEKS_')) {
    const salah = kolom.find((k) => kodeTeks(isian[k.kunci], p.rincian.batas) === p.kode);
    const sebaris = kolom.find((k) => /[\n\t]/.test(isian[k.kunci] ?? '')); // what has to be one line
    return (salah ?? (p.kode === 'TEKS_TIDAK_SAH' ? sebaris : undefined))?.judul ?? bawaan;
  }
  const { bidang } = p.rincian;
  const disebut = kolom.find((k) => k.kunci === (BIDANG[`${bidang}`] ?? bidang));
  return (disebut ?? menurutNilai(kolom, isian, p))?.judul ?? bawaan;
};

/** Where a sheet takes more than the API does, or in another form, its reader is told of that form. */
const DI_LEMBAR: Partial<Record<Kode, string>> = {
  NILAI_TIDAK_SAH:
    'Nilai tidak sah untuk indikator ini. Tulis angka (91,50), rentang dengan dua titik (20,00..25,00), atau predikat persis seperti daftarnya.',
  DESIMAL_TIDAK_SAH: 'Tulis angka, misalnya 91,50, paling banyak 15 digit dan 6 desimal.',
  RUPIAH_TIDAK_SAH: 'Tulis rupiah bulat tanpa tanda, misalnya 516543100 atau 516.543.100.',
  TANGGAL_TIDAK_SAH: 'Tulis tanggal yang benar-benar ada, misalnya 2023-01-31 atau 31/01/2023.',
};
export const kalimatLembar = (p: Penolakan): string => DI_LEMBAR[p.kode] ?? kalimat(p);
