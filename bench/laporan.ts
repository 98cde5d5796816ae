import { cpus } from 'node:os';
import { type Hasil, memenuhi } from './tolok.js';

const angka = (nilai: number, desimal: number): string =>
  nilai.toLocaleString('id-ID', { minimumFractionDigits: desimal, maximumFractionDigits: desimal });

const mutlak = ({ tolok, tengah, catatan }: Hasil): string => {
  const satuan = tolok.satuan === 'ms' ? ' ms' : tolok.satuan;
  const kedua = `Amanah ${angka(tengah.kami, 0)}${satuan}; polos ${angka(tengah.polos, 0)}${satuan}`;
  return catatan === null ? kedua : `${kedua}; ${catatan}`;
};

/** The one document of `--json`. `nilai` has three decimals; `bawah` of `mulai` is the most it may be. */
export const dokumen = (hasil: readonly Hasil[]): string =>
  JSON.stringify({
    rasio: hasil.map((h) => ({
      nama: h.tolok.nama,
      nilai: Math.round(h.nilai * 1_000) / 1_000,
      bawah: h.tolok.bawah,
      mutlak: mutlak(h),
    })),
  });

const diminta = ({ satuan, bawah, batasP95 }: Hasil['tolok']): string =>
  `${satuan === 'ms' ? '<=' : '>='} ${angka(bawah, 2)}${batasP95 === undefined ? '' : `, p95 < ${batasP95} ms`}`;

const KEPALA = ['nama', 'rasio', 'diminta', '', 'sebaran', 'angka mutlak', 'polos di sini berarti'];

const baris = (h: Hasil): string[] => [
  h.tolok.nama,
  angka(h.nilai, 2),
  diminta(h.tolok),
  memenuhi(h) ? 'cukup' : 'KURANG',
  `${angka(h.terendah, 2)}-${angka(h.tertinggi, 2)}`,
  mutlak(h),
  h.tolok.dibanding,
];

/** The table for people. A ratio is ours over the bare figure of the same round; `mulai` is a time, so less is better. */
export const tabel = (hasil: readonly Hasil[]): string => {
  const isi = [KEPALA, ...hasil.map(baris)];
  const lebar = KEPALA.map((_, k) => Math.max(...isi.map((b) => (b[k] ?? '').length)));
  const tulis = (b: readonly string[]): string =>
    b
      .map((s, k) => s.padEnd(lebar[k] ?? 0))
      .join('  ')
      .trimEnd();
  const mesin = `Node ${process.versions.node}, ${cpus().length} inti. Rasio = Amanah / polos, median dari beberapa ronde berselang-seling; mulai: makin kecil makin baik.`;
  return [...isi.map(tulis), '', mesin].join('\n');
};
