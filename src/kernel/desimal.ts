import { tolak } from './penolakan.js';

const BENTUK = /^-?\d{1,15}(\.\d{1,6})?$/;
const BENTUK_HASIL = /^-?\d+(\.\d+)?$/;
const PANGKAT = Array.from({ length: 64 }, (_, n) => 10n ** BigInt(n));
const pangkat = (n: number): bigint => PANGKAT[n] ?? 10n ** BigInt(n);

/**
 * THE ONE ROUNDING of Amanah: pembilang / penyebut to the nearest whole, half away from zero.
 * A zero penyebut is the caller's mistake (RangeError of BigInt), never a reason given to people.
 */
export const bulatkan = (pembilang: bigint, penyebut: bigint): bigint => {
  const atas = pembilang < 0n ? -pembilang : pembilang;
  const bawah = penyebut < 0n ? -penyebut : penyebut;
  const hasil = (2n * atas + bawah) / (2n * bawah);
  return pembilang < 0n === penyebut < 0n ? hasil : -hasil;
};

const ribuan = (angka: string): string => angka.replace(/\B(?=(\d{3})+$)/g, '.');

/** Is this the text of a decimal as files and events carry it: at most 15 digits and 6 decimals, with a dot? */
export const desimalSah = (teks: unknown): teks is string => typeof teks === 'string' && BENTUK.test(teks);

/** As `desimalSah`, of any length: what Amanah computed may be longer than what may be recorded. */
export const hasilSah = (teks: unknown): teks is string =>
  typeof teks === 'string' && BENTUK_HASIL.test(teks);

/** An exact decimal: `nilai` / 10^`skala`. Immutable; bigint has no minus zero, so `-0` never appears. */
export class Desimal {
  private constructor(
    readonly nilai: bigint,
    readonly skala: number,
  ) {}

  /** From text such as '91.50'; keeps the decimals as written. Refuses with DESIMAL_TIDAK_SAH. */
  static dari(teks: string): Desimal {
    return desimalSah(teks)
      ? Desimal.baca(teks)
      : tolak('DESIMAL_TIDAK_SAH', { nilai: String(teks).slice(0, 60) });
  }

  /** From text that Amanah itself printed, of any length. Refuses anything else with DESIMAL_TIDAK_SAH. */
  static hasil(teks: string): Desimal {
    return hasilSah(teks)
      ? Desimal.baca(teks)
      : tolak('DESIMAL_TIDAK_SAH', { nilai: String(teks).slice(0, 60) });
  }

  private static baca(teks: string): Desimal {
    const titik = teks.indexOf('.');
    if (titik < 0) return new Desimal(BigInt(teks), 0);
    return new Desimal(BigInt(teks.slice(0, titik) + teks.slice(titik + 1)), teks.length - titik - 1);
  }

  /** A whole number, for instance rupiah. */
  static bulat(nilai: bigint): Desimal {
    return new Desimal(nilai, 0);
  }

  plus(lain: Desimal): Desimal {
    const skala = Math.max(this.skala, lain.skala);
    return new Desimal(this.pada(skala) + lain.pada(skala), skala);
  }

  minus(lain: Desimal): Desimal {
    const skala = Math.max(this.skala, lain.skala);
    return new Desimal(this.pada(skala) - lain.pada(skala), skala);
  }

  /** Exact: the decimals of both add up. */
  times(lain: Desimal): Desimal {
    return new Desimal(this.nilai * lain.nilai, this.skala + lain.skala);
  }

  /** The quotient with `desimal` decimals, by `bulatkan`. The caller rules out a zero pembagi. */
  bagi(pembagi: Desimal, desimal: number): Desimal {
    const atas = this.nilai * pangkat(desimal + pembagi.skala);
    return new Desimal(bulatkan(atas, pembagi.nilai * pangkat(this.skala)), desimal);
  }

  /** The same value with exactly `desimal` decimals, by `bulatkan` where some are lost. */
  tetap(desimal: number): Desimal {
    if (desimal >= this.skala) return new Desimal(this.pada(desimal), desimal);
    return new Desimal(bulatkan(this.nilai, pangkat(this.skala - desimal)), desimal);
  }

  /** -1, 0 or 1; by value, so 1.50 equals 1.5. */
  banding(lain: Desimal): -1 | 0 | 1 {
    const skala = Math.max(this.skala, lain.skala);
    const selisih = this.pada(skala) - lain.pada(skala);
    if (selisih === 0n) return 0;
    return selisih < 0n ? -1 : 1;
  }

  /** The sign: -1, 0 or 1. */
  tanda(): -1 | 0 | 1 {
    if (this.nilai === 0n) return 0;
    return this.nilai < 0n ? -1 : 1;
  }

  /** With a dot and all its decimals, as events and files carry it: '91.50'. */
  toString(): string {
    const [bulat, pecahan] = this.bagian();
    return `${this.nilai < 0n ? '-' : ''}${bulat}${pecahan && `.${pecahan}`}`;
  }

  toJSON(): string {
    return this.toString();
  }

  /** As it is printed for people in Indonesia: '1.234.567,89'. */
  format(): string {
    const [bulat, pecahan] = this.bagian();
    return `${this.nilai < 0n ? '-' : ''}${ribuan(bulat)}${pecahan && `,${pecahan}`}`;
  }

  private bagian(): [bulat: string, pecahan: string] {
    const angka = (this.nilai < 0n ? -this.nilai : this.nilai).toString().padStart(this.skala + 1, '0');
    const batas = angka.length - this.skala;
    return [angka.slice(0, batas), angka.slice(batas)];
  }

  private pada(skala: number): bigint {
    return skala === this.skala ? this.nilai : this.nilai * pangkat(skala - this.skala);
  }
}

/** Indonesian text of a decimal or of its text, with `desimal` decimals when given: '1.234.567,89'. */
export const format = (nilai: Desimal | string, desimal?: number): string => {
  const d = typeof nilai === 'string' ? Desimal.hasil(nilai) : nilai;
  return (desimal === undefined ? d : d.tetap(desimal)).format();
};
