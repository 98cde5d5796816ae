import { type GraphQLScalarType, parseValue } from 'graphql';
import { Penolakan } from '../../kernel/penolakan.js';
import { SkalarDesimal, SkalarRupiah, SkalarTanggal, SkalarWaktu } from './skalar.js';

type Skalar = GraphQLScalarType<string, string>;

const kode = (kerja: () => unknown): string => {
  try {
    return String(kerja());
  } catch (e) {
    if (e instanceof Penolakan) return e.kode;
    throw e;
  }
};
const variabel = (s: Skalar, nilai: unknown): string => kode(() => s.parseValue(nilai));
const literal = (s: Skalar, teks: string): string => kode(() => s.parseLiteral(parseValue(teks), {}));

describe('skalar menerima teks saja', () => {
  it.each([
    [SkalarDesimal, '91.50', '91.50'],
    [SkalarDesimal, '-3.2', '-3.2'],
    [SkalarDesimal, '007.10', '7.10'],
    [SkalarDesimal, '91,50', 'DESIMAL_TIDAK_SAH'],
    [SkalarDesimal, '1e3', 'DESIMAL_TIDAK_SAH'],
    [SkalarDesimal, '', 'DESIMAL_TIDAK_SAH'],
    [SkalarDesimal, '1234567890123456', 'DESIMAL_TIDAK_SAH'],
    [SkalarRupiah, '516543100', '516543100'],
    [SkalarRupiah, '-1', 'RUPIAH_TIDAK_SAH'],
    [SkalarRupiah, '1.000', 'RUPIAH_TIDAK_SAH'],
    [SkalarTanggal, '2024-02-29', '2024-02-29'],
    [SkalarTanggal, '2023-02-29', 'TANGGAL_TIDAK_SAH'],
    [SkalarTanggal, '2023-1-1', 'TANGGAL_TIDAK_SAH'],
    [SkalarWaktu, '2023-04-05T09:30:00+07:00', '2023-04-05T02:30:00.000Z'],
    [SkalarWaktu, '2023-04-05T02:30Z', '2023-04-05T02:30:00.000Z'],
    [SkalarWaktu, '2023-04-05T02:30:00', 'WAKTU_TIDAK_SAH'],
    [SkalarWaktu, '2023-02-30T00:00:00Z', 'TANGGAL_TIDAK_SAH'],
    [SkalarWaktu, 'kemarin', 'WAKTU_TIDAK_SAH'],
  ])('%s: %j menjadi %j', (skalar, masuk, keluar) => {
    expect(variabel(skalar, masuk)).toBe(keluar);
    expect(literal(skalar, JSON.stringify(masuk))).toBe(keluar);
  });

  it.each([91.5, 2 ** 53, Number.POSITIVE_INFINITY, Number.NaN, -0, true, null, [], {}, Object.create(null)])(
    'bukan teks ditolak: %p',
    (nilai) => {
      expect(variabel(SkalarDesimal, nilai)).toBe('DESIMAL_TIDAK_SAH');
      expect(variabel(SkalarRupiah, nilai)).toBe('RUPIAH_TIDAK_SAH');
    },
  );

  it.each(['91.5', '9007199254740993', '1e400', 'true', 'null', '["1"]', '{a: "1"}', 'NAMA'])(
    'literal tanpa tanda kutip ditolak: %s',
    (teks) => expect(literal(SkalarDesimal, teks)).toBe('DESIMAL_TIDAK_SAH'),
  );

  it('keluar sebagai teks, dan tidak pernah diam-diam dari angka', () => {
    expect(SkalarDesimal.serialize('123456789012345678901234.5')).toBe('123456789012345678901234.5');
    expect(() => SkalarDesimal.serialize(1.5)).toThrow(TypeError);
  });
});
