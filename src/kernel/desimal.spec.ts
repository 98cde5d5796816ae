import fc from 'fast-check';
import { bulatkan, Desimal, desimalSah, format } from './desimal.js';
import { Penolakan } from './penolakan.js';

const d = Desimal.dari;
const dari = (nilai: bigint, skala: number): Desimal => {
  const angka = (nilai < 0n ? -nilai : nilai).toString().padStart(skala + 1, '0');
  const teks = skala === 0 ? angka : `${angka.slice(0, -skala)}.${angka.slice(-skala)}`;
  return d(`${nilai < 0n ? '-' : ''}${teks}`);
};

/** Any decimal the contract admits, with what it is made of: nilai / 10^skala. */
const TERBESAR = 10n ** 15n - 1n;
const desimal = fc
  .record({
    nilai: fc.bigInt({ min: -TERBESAR, max: TERBESAR }),
    skala: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ nilai, skala }) => ({ nilai, skala, desimal: dari(nilai, skala) }));

describe('membaca desimal', () => {
  it.each([
    ['91.50', '91.50'],
    ['-3.61', '-3.61'],
    ['0', '0'],
    ['007', '7'],
    ['0.000001', '0.000001'],
    ['-0.5', '-0.5'],
    ['999999999999999.999999', '999999999999999.999999'],
  ])('%s dibaca dan ditulis kembali sebagai %s', (teks, tertulis) =>
    expect(d(teks).toString()).toBe(tertulis),
  );

  it.each(['-0', '-0.00'])('%s tidak pernah tertulis sebagai minus nol', (teks) =>
    expect(d(teks).toString()).not.toContain('-'),
  );

  it.each([
    '',
    ' 1',
    '1 ',
    '1\n',
    '+1',
    '.5',
    '5.',
    '1,5',
    '1.234.567',
    '1e3',
    'NaN',
    '--1',
    '٣',
    '1234567890123456',
    '1.1234567',
  ])('menolak "%s"', (teks) => {
    expect(desimalSah(teks)).toBe(false);
    expect(() => d(teks)).toThrow(new Penolakan('DESIMAL_TIDAK_SAH'));
  });

  it('menolak angka biner, karena sudah kehilangan ketepatannya', () =>
    expect(() => d(91.5 as unknown as string)).toThrow(new Penolakan('DESIMAL_TIDAK_SAH')));
});

describe('membaca hasil hitungan', () => {
  it('menerima hasil yang lebih panjang daripada yang boleh dicatat', () =>
    expect(Desimal.hasil('99999999999999900000000.00').toString()).toBe('99999999999999900000000.00'));

  it.each(['', '1,5', '1e3', ' 1'])('menolak "%s"', (teks) =>
    expect(() => Desimal.hasil(teks)).toThrow(new Penolakan('DESIMAL_TIDAK_SAH')),
  );
});

describe('membulatkan', () => {
  it.each<[bigint, bigint, bigint]>([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [-5n, -2n, 3n],
    [1n, 3n, 0n],
    [-1n, 3n, 0n],
    [2n, 3n, 1n],
    [0n, -7n, 0n],
  ])('%s / %s menjadi %s: setengah menjauhi nol', (atas, bawah, hasil) =>
    expect(bulatkan(atas, bawah)).toBe(hasil),
  );

  it.each([
    ['0.005', 2, '0.01'],
    ['-0.005', 2, '-0.01'],
    ['0.004999', 2, '0.00'],
    ['-0.004', 2, '0.00'],
    ['93.821', 2, '93.82'],
    ['1.5', 0, '2'],
    ['-1.5', 0, '-2'],
    ['100', 2, '100.00'],
  ])('%s dengan %i desimal adalah %s', (teks, desimal, hasil) =>
    expect(d(teks).tetap(desimal).toString()).toBe(hasil),
  );

  it('tidak pernah meleset lebih dari setengah satuan, dan tepat setengah menjauhi nol', () =>
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), (atas, bawah) => {
        fc.pre(bawah !== 0n);
        const mutlak = (n: bigint) => (n < 0n ? -n : n);
        const sisa = atas - bulatkan(atas, bawah) * bawah;
        expect(2n * mutlak(sisa) <= mutlak(bawah)).toBe(true);
        if (2n * mutlak(sisa) === mutlak(bawah))
          expect(mutlak(bulatkan(atas, bawah) * bawah) > mutlak(atas)).toBe(true);
      }),
    ));
});

describe('berhitung', () => {
  it.each([
    ['9', '27', 4, '0.3333'],
    ['33.33', '54.20', 4, '0.6149'],
    ['2', '3', 0, '1'],
    ['-1', '8', 2, '-0.13'],
    ['1', '-8', 2, '-0.13'],
  ])('%s dibagi %s dengan %i desimal adalah %s', (a, b, desimal, hasil) =>
    expect(d(a).bagi(d(b), desimal).toString()).toBe(hasil),
  );

  it('0,1 + 0,2 adalah tepat 0,3', () => expect(d('0.1').plus(d('0.2')).toString()).toBe('0.3'));

  it('1,50 sama dengan 1,5', () => expect(d('1.50').banding(d('1.5'))).toBe(0));

  it('jumlah, selisih, dan perkalian sama dengan pecahan yang dihitung utuh', () =>
    fc.assert(
      fc.property(desimal, desimal, (a, b) => {
        const [x, y] = [a.nilai * 10n ** BigInt(b.skala), b.nilai * 10n ** BigInt(a.skala)];
        const utuh = (hasil: Desimal) => hasil.nilai * 10n ** BigInt(a.skala + b.skala - hasil.skala);
        expect(utuh(a.desimal.plus(b.desimal))).toBe(x + y);
        expect(utuh(a.desimal.minus(b.desimal))).toBe(x - y);
        expect(utuh(a.desimal.times(b.desimal))).toBe(a.nilai * b.nilai);
        expect(a.desimal.banding(b.desimal)).toBe(x < y ? -1 : x > y ? 1 : 0);
      }),
    ));

  it('hasil bagi adalah pembulatan pecahan yang utuh', () =>
    fc.assert(
      fc.property(desimal, desimal, fc.integer({ min: 0, max: 6 }), (a, b, skala) => {
        fc.pre(b.nilai !== 0n);
        const atas = a.nilai * 10n ** BigInt(b.skala + skala);
        const bawah = b.nilai * 10n ** BigInt(a.skala);
        expect(a.desimal.bagi(b.desimal, skala).nilai).toBe(bulatkan(atas, bawah));
      }),
    ));

  it('teks yang ditulis terbaca kembali sebagai nilai yang sama', () =>
    fc.assert(
      fc.property(desimal, ({ nilai, skala, desimal }) => {
        expect([desimal.nilai, desimal.skala]).toEqual([nilai, skala]);
        expect(JSON.stringify(desimal)).toBe(`"${desimal}"`);
      }),
    ));
});

describe('menulis untuk orang', () => {
  it.each([
    ['1234567.89', undefined, '1.234.567,89'],
    ['-1234.5', 2, '-1.234,50'],
    ['123', undefined, '123'],
    ['0.005', 2, '0,01'],
    ['-0.001', 2, '0,00'],
    ['100000', 0, '100.000'],
  ])('%s dengan %s desimal dicetak %s', (teks, desimal, tercetak) =>
    expect(format(teks, desimal)).toBe(tercetak),
  );
});
