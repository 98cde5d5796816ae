import fc from 'fast-check';
import { samaNilai } from './cara.js';
import { bacaSel, daftarKode, selDaftar, selDari } from './isian-lembar.js';
import type { JenisKolom, Kolom, Sel } from './lembar-kerja.js';
import { Penolakan } from './penolakan.js';

const kolom = (jenis: JenisKolom, tambahan: Partial<Kolom> = {}): Kolom => ({
  kunci: 'k',
  judul: 'K',
  jenis,
  ...tambahan,
});
const teks = (nilai: string): Sel => ({ jenis: 'teks', nilai });
const angka = (nilai: string): Sel => ({ jenis: 'angka', nilai });
const kode = (k: Kolom, s: Sel): string => {
  try {
    return `diterima ${bacaSel(k, s)}`;
  } catch (e) {
    if (e instanceof Penolakan) return e.kode;
    throw e;
  }
};

it.each<[JenisKolom, Sel, string]>([
  ['desimal', angka('91.5'), '91.5'],
  ['desimal', teks('91,50'), '91.50'],
  ['desimal', teks('91.50'), '91.50'],
  ['desimal', teks('1.234,5'), '1234.5'],
  ['desimal', teks('1.234.567'), '1234567'],
  ['desimal', teks('0.125'), '0.125'],
  ['desimal', teks(' -3,5 '), '-3.5'],
  ['nilai', teks('20,5..25'), '20.5..25'],
  ['nilai', teks('Sangat Baik'), 'Sangat Baik'],
  ['nilai', teks('A, B'), 'A, B'],
  ['rupiah', teks('Rp 516.543.100'), '516543100'],
  ['rupiah', teks('1.234'), '1234'],
  ['rupiah', teks('516.543.100,00'), '516543100'],
  ['rupiah', angka('516543100'), '516543100'],
  ['tanggal', { jenis: 'tanggal', nilai: '2023-01-31' }, '2023-01-31'],
  ['tanggal', teks('1/2/2023'), '2023-02-01'],
  ['bulat', angka('4'), '4'],
  ['kode', angka('7'), '7'],
  ['kode', teks('2.07.03'), '2.07.03'],
  ['teks', { jenis: 'logis', nilai: true }, 'ya'],
])('kolom %s membaca %j sebagai %s', (jenis, sel, harapan) =>
  expect(bacaSel(kolom(jenis), sel)).toBe(harapan),
);

it.each<[string, Kolom, Sel, string]>([
  ['desimal yang dapat berarti dua', kolom('desimal'), teks('1.234'), 'SEL_TIDAK_SAH'],
  ['desimal dengan dua koma', kolom('desimal'), teks('1,2,3'), 'SEL_TIDAK_SAH'],
  ['desimal dengan tujuh angka pecahan', kolom('desimal'), angka('0.1234567'), 'SEL_TIDAK_SAH'],
  ['rupiah pecahan', kolom('rupiah'), teks('1,5'), 'SEL_TIDAK_SAH'],
  ['rupiah minus', kolom('rupiah'), angka('-1'), 'SEL_TIDAK_SAH'],
  ['kode yang tersimpan sebagai angka', kolom('kode'), angka('1.1'), 'SEL_TIDAK_SAH'],
  ['rumus', kolom('teks'), { jenis: 'rumus' }, 'SEL_RUMUS'],
  ['galat', kolom('teks'), { jenis: 'galat' }, 'SEL_TIDAK_SAH'],
  ['yang wajib tetapi hanya berisi spasi', kolom('teks', { wajib: true }), teks('  '), 'SEL_TIDAK_SAH'],
  ['yang tidak ada di daftar', kolom('teks', { pilihan: ['naik'] }), teks('turun'), 'SEL_TIDAK_SAH'],
  ['pilihan dengan huruf lain', kolom('teks', { pilihan: ['naik'] }), teks('NAIK'), 'diterima naik'],
  ['sel kosong', kolom('desimal'), { jenis: 'kosong' }, 'diterima null'],
])('%s: %#', (_, k, sel, harapan) => expect(kode(k, sel)).toBe(harapan));

it.each(['20.00..25.00', '1.125..2.250', '-0.5..1.234', 'A..B', 'Sangat Baik'])(
  'nilai %s kembali persis dari selnya',
  (nilai) => expect(bacaSel(kolom('nilai'), selDari(kolom('nilai'), nilai))).toBe(nilai),
);

it.each<JenisKolom>(['desimal', 'nilai', 'rupiah', 'bulat'])('tanggal di kolom %s disebut tanggal', (jenis) =>
  expect(() => bacaSel(kolom(jenis), { jenis: 'tanggal', nilai: '2023-05-20' })).toThrow(
    expect.objectContaining({
      rincian: { sebab: expect.stringContaining('tanggal (2023-05-20), bukan angka') },
    }),
  ),
);

it('desimal apa pun yang ditulis terbaca sama nilainya', () => {
  const desimal = fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 999_999 }));
  fc.assert(
    fc.property(desimal, fc.constantFrom<JenisKolom>('desimal', 'nilai'), ([bulat, pecahan], jenis) => {
      const tertulis = pecahan === 0 ? `${bulat}` : `${bulat}.${String(pecahan).padStart(6, '0')}`;
      const k = kolom(jenis);
      const lewatCsv = teks(tertulis.replace('.', ','));
      expect(samaNilai(bacaSel(k, selDari(k, tertulis)), tertulis)).toBe(true);
      expect(samaNilai(bacaSel(k, lewatCsv), tertulis)).toBe(true);
    }),
  );
});

describe('sel yang memuat daftar', () => {
  it.each([
    ['IKU-1; IKU-2', ['IKU-1', 'IKU-2']],
    ['IKU-1\nIKU-2;\n', ['IKU-1', 'IKU-2']],
    ['a;b', ['a', 'b']],
    ['"a;b"; c', ['a;b', 'c']],
    ['"kata ""baik"""; "x"', ['kata "baik"', 'x']],
    ['"Sangat" Baik; Baik', ['"Sangat" Baik', 'Baik']], // no closing quote at the end of a part: text as it stands
    ['"Sangat Baik; Baik', ['"Sangat Baik', 'Baik']],
    ['; ;', []],
  ])('%j terbaca %j', (sel, bagian) => expect(daftarKode(sel)).toEqual(bagian));
  it.each([
    [['IKU-1', 'IKU-2'], 'IKU-1; IKU-2'],
    [['1;2', '3'], '"1;2"; 3'],
    [['"a"'], '"""a"""'],
    [[2, 3], '2; 3'],
    [[], null],
  ])('%j tertulis %j', (bagian, sel) => expect(selDaftar(bagian)).toBe(sel));

  const huruf = fc.oneof(
    fc.constantFrom(';', '"', '""', '\n', '\r\n', ' ', 'a', '; ', '";"'),
    fc.string({ maxLength: 4, unit: 'grapheme' }),
  );
  const teksApaPun = fc.array(huruf, { maxLength: 5 }).map((b) => b.join(''));
  it('daftar teks apa pun yang ditulis terbaca sama', () =>
    fc.assert(fc.property(fc.array(teksApaPun), (d) => expect(daftarKode(selDaftar(d))).toEqual(d))));
  it('daftar kode apa pun kembali lewat selnya', () => {
    const kode = fc.string({
      minLength: 1,
      maxLength: 8,
      unit: fc.integer({ min: 0x21, max: 0x7e }).map((n) => String.fromCharCode(n)),
    });
    const k = kolom('teks');
    fc.assert(
      fc.property(fc.array(kode), (d) => {
        expect(daftarKode(bacaSel(k, selDari(k, selDaftar(d))))).toEqual(d);
      }),
    );
  });
});
