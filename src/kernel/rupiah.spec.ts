import { Penolakan } from './penolakan.js';
import { formatRupiah, hasilRupiah, jumlahRupiah, rupiah, rupiahSah } from './rupiah.js';

it.each(['0', '516543100', '999999999999999999'])('menerima %s rupiah', (teks) =>
  expect(rupiah(teks).toString()).toBe(teks),
);

it.each(['', '-1', '1.5', '1.000', '1000,-', 'Rp1000', ' 1', '1\n', '1234567890123456789'])(
  'menolak "%s" sebagai rupiah',
  (teks) => {
    expect(rupiahSah(teks)).toBe(false);
    expect(() => rupiah(teks)).toThrow(new Penolakan('RUPIAH_TIDAK_SAH'));
  },
);

it('menolak angka biner', () =>
  expect(() => rupiah(1000 as unknown as string)).toThrow(new Penolakan('RUPIAH_TIDAK_SAH')));

it('menjumlah sampai rupiah terakhir', () =>
  expect(jumlahRupiah(['999999999999999999', '1'].map(rupiah))).toBe(1_000_000_000_000_000_000n));

it('jumlah tanpa baris adalah nol', () => expect(jumlahRupiah([])).toBe(0n));

it.each([
  ['0', 'Rp0'],
  ['999', 'Rp999'],
  ['1234567', 'Rp1.234.567'],
])('%s dicetak %s', (teks, tercetak) => expect(formatRupiah(teks)).toBe(tercetak));

it('selisih yang kurang dari nol dicetak dengan tanda minus di depan', () =>
  expect(formatRupiah(-80434098n)).toBe('-Rp80.434.098'));

it('jumlah yang lebih panjang daripada yang boleh dicatat tetap terbaca dan tercetak', () => {
  expect(hasilRupiah('1000000000000000000')).toBe(10n ** 18n);
  expect(formatRupiah('1000000000000000000')).toBe('Rp1.000.000.000.000.000.000');
});

it('menolak teks yang bukan rupiah ketika mencetak', () =>
  expect(() => formatRupiah('1.000')).toThrow(new Penolakan('RUPIAH_TIDAK_SAH')));
