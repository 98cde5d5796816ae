import fc from 'fast-check';
import { terbilang } from './terbilang.js';

it.each([
  [0n, 'nol'],
  [1n, 'satu'],
  [11n, 'sebelas'],
  [15n, 'lima belas'],
  [100n, 'seratus'],
  [111n, 'seratus sebelas'],
  [1_000n, 'seribu'],
  [1_001_000n, 'satu juta seribu'],
  [21_000n, 'dua puluh satu ribu'],
  [516_543_100n, 'lima ratus enam belas juta lima ratus empat puluh tiga ribu seratus'],
  [2_000_000_005n, 'dua miliar lima'],
  [1_000_000_000_000_000n, 'satu kuadriliun'],
])('%s dibaca %s', (n, kata) => expect(terbilang(n)).toBe(kata));

const ANGKA = 'nol satu dua tiga empat lima enam tujuh delapan sembilan'.split(' ');
const SKALA = 'ribu juta miliar triliun kuadriliun kuintiliun sekstiliun'.split(' ');

/** Reads words by what each means, without knowing how they were made. */
const baca = (kata: string): bigint => {
  let [jumlah, kelompok, satu] = [0n, 0n, 0n];
  for (const k of kata.replaceAll(/\bse(puluh|belas|ratus|ribu)\b/g, 'satu $1').split(' ')) {
    const skala = SKALA.indexOf(k);
    if (ANGKA.includes(k)) satu = BigInt(ANGKA.indexOf(k));
    else if (k === 'belas') [kelompok, satu] = [kelompok + 10n + satu, 0n];
    else if (k === 'puluh') [kelompok, satu] = [kelompok + satu * 10n, 0n];
    else if (k === 'ratus') [kelompok, satu] = [kelompok + satu * 100n, 0n];
    else if (skala >= 0)
      [jumlah, kelompok, satu] = [jumlah + (kelompok + satu) * 1000n ** BigInt(skala + 1), 0n, 0n];
    else throw new Error(`kata tak dikenal: ${k}`);
  }
  return jumlah + kelompok + satu;
};

it('setiap jumlah dapat dibaca kembali dari katanya', () =>
  fc.assert(fc.property(fc.bigInt(0n, 10n ** 24n - 1n), (n) => baca(terbilang(n)) === n)));

it('setiap bilangan sampai 9.999 dapat dibaca kembali, tanpa "satu ribu" dan sejenisnya', () => {
  for (let n = 0n; n < 10_000n; n++) {
    const kata = terbilang(n);
    expect(baca(kata)).toBe(n);
    expect(kata).not.toMatch(/\bsatu (puluh|belas|ratus|ribu)\b|\s\s|^\s|\s$/);
  }
});

it('menolak yang negatif dan yang melampaui sekstiliun', () => {
  expect(() => terbilang(-1n)).toThrow(RangeError);
  expect(() => terbilang(10n ** 24n)).toThrow(RangeError);
});
