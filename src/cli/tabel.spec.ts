import { angka, tabel } from './tabel.js';

it.each([
  ['1234567.89', '1.234.567,89'],
  ['-3.61', '-3,61'],
  ['20.00..25.00', '20,00 s.d. 25,00'],
  ['Sangat Baik', 'Sangat Baik'],
  [null, '-'],
])('%s dicetak %s', (nilai, tercetak) => expect(angka(nilai)).toBe(tercetak));

it('meratakan kolom dan melipat kata pada kolom yang sempit', () =>
  expect(
    tabel(
      [{ judul: 'Kode' }, { judul: 'Nama', lebar: 9 }, { judul: 'Pagu', kanan: true }],
      [
        ['1', 'satu dua tiga', '10'],
        ['22', 'empat', '1.000'],
      ],
    ),
  ).toBe(
    [
      'Kode  Nama       Pagu',
      '────  ────────  ─────',
      '1     satu dua     10',
      '      tiga',
      '22    empat     1.000',
    ].join('\n'),
  ));
