import { Desimal, format as formatDesimal } from './desimal.js';
import { tolak } from './penolakan.js';

const BENTUK = /^\d{1,18}$/;

/** Whole rupiah. A difference may be negative; what is recorded never is. */
export type Rupiah = bigint;

/** Is this the text of whole rupiah as files and events carry it: 1 to 18 digits, no sign, no dot? */
export const rupiahSah = (teks: unknown): teks is string => typeof teks === 'string' && BENTUK.test(teks);

/** From text such as '516543100'. Refuses with RUPIAH_TIDAK_SAH. */
export const rupiah = (teks: string): Rupiah =>
  rupiahSah(teks) ? BigInt(teks) : tolak('RUPIAH_TIDAK_SAH', { nilai: String(teks).slice(0, 60) });

/** From text that Amanah itself printed: a sum may be longer than what may be recorded, a difference negative. */
export const hasilRupiah = (teks: string): Rupiah =>
  /^-?\d+$/.test(teks) ? BigInt(teks) : tolak('RUPIAH_TIDAK_SAH', { nilai: teks.slice(0, 60) });

export const jumlahRupiah = (daftar: readonly Rupiah[]): Rupiah => daftar.reduce((a, b) => a + b, 0n);

/** As it is printed for people in Indonesia: 'Rp1.234.567'; a negative difference is '-Rp1.234.567'. */
export const formatRupiah = (nilai: Rupiah | string): string => {
  const n = typeof nilai === 'string' ? hasilRupiah(nilai) : nilai;
  return n < 0n ? `-${formatRupiah(-n)}` : `Rp${formatDesimal(Desimal.bulat(n))}`;
};
