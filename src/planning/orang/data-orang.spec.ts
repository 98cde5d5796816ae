import { Penolakan } from '../../kernel/penolakan.js';
import { dataOrangSah, nikSah, nipSah, nipTersamar, surelSah } from './data-orang.js';
import { orangKarangan } from './orang.contoh.js';

const HARI_INI = '2026-11-22';
const tolakan = (kerja: () => unknown): unknown => {
  try {
    return kerja();
  } catch (e) {
    if (!(e instanceof Penolakan)) throw e;
    return [e.kode, e.rincian.sebab].filter((x) => x !== undefined).join(': ');
  }
};

it('data yang sah disimpan apa adanya, dengan surel huruf kecil dan nomor tanpa sela', () =>
  expect(
    dataOrangSah(
      {
        ...orangKarangan,
        nama: '  Drs. Rangga   Wirasembada, M.Si. ',
        nip: '19700101 199503 1 999',
        surel: ' Rangga.Wirasembada@CONTOH.go.id ',
      },
      HARI_INI,
    ),
  ).toEqual(orangKarangan));

it('yang tidak diketahui tetap kosong', () =>
  expect(
    dataOrangSah({ nama: 'Wali Kota Contoh', nip: null, nik: null, pangkat: null, surel: null }, HARI_INI),
  ).toEqual({ nama: 'Wali Kota Contoh', nip: null, nik: null, pangkat: null, surel: null }));

it.each([
  ['197001011995031999', '197001011995031999'],
  ['19700101.199503.1.999', '197001011995031999'],
  ['199002282021212001', '199002282021212001'], // PPPK
  ['200005012018051001', '200005012018051001'], // appointed in the month of the eighteenth birthday
  ['19700101199503199', 'NIP_TIDAK_SAH: harus 18 angka'],
  ['1970010119950319999', 'NIP_TIDAK_SAH: harus 18 angka'],
  ['19700101199503199x', 'NIP_TIDAK_SAH: harus 18 angka'],
  ['197001011995033999', 'NIP_TIDAK_SAH: harus 18 angka'], // sex 3
  ['197002301995031999', 'NIP_TIDAK_SAH: tanggal lahir atau nomor urutnya tidak mungkin'],
  ['202701012045031999', 'NIP_TIDAK_SAH: tanggal lahir atau nomor urutnya tidak mungkin'],
  ['197001011995031000', 'NIP_TIDAK_SAH: tanggal lahir atau nomor urutnya tidak mungkin'],
  ['197001011995131999', 'NIP_TIDAK_SAH: bulan pengangkatannya tidak mungkin'],
  ['197001012027011999', 'NIP_TIDAK_SAH: bulan pengangkatannya tidak mungkin'],
  ['200005012018041001', 'NIP_TIDAK_SAH: diangkat sebelum berusia 18 tahun'],
])('NIP %s: %s', (nip, hasil) => expect(tolakan(() => nipSah(nip, HARI_INI))).toBe(hasil));

it.each([
  ['6171014107900001', '6171014107900001'], // a woman born on the first of July
  ['6171010107900001', '6171010107900001'],
  ['6171012902000001', '6171012902000001'],
  ['0071010107900001', 'NIK_TIDAK_SAH'],
  ['6171010007900001', 'NIK_TIDAK_SAH'],
  ['6171013213900001', 'NIK_TIDAK_SAH'],
  ['6171017207900001', 'NIK_TIDAK_SAH'],
  ['6171010107900000', 'NIK_TIDAK_SAH'],
  ['617101010790000', 'NIK_TIDAK_SAH'],
])('NIK %s: %s', (nik, hasil) => expect(tolakan(() => nikSah(nik))).toBe(hasil));

it.each([
  '',
  '@contoh.go.id',
  'a b@contoh.go.id',
  'a@contoh',
  'a@@contoh.id',
  `${'a'.repeat(250)}@b.id`,
  'a@b.id\n@',
])('surel %j ditolak', (surel) => expect(tolakan(() => surelSah(surel))).toBe('SUREL_TIDAK_SAH'));

it.each(['', '   ', '---', 'Rangga\u202eWira', 'a'.repeat(151), 'Rangga rangga@contoh.go.id'])(
  'nama %j ditolak',
  (nama) => expect(() => dataOrangSah({ ...orangKarangan, nama }, HARI_INI)).toThrow(Penolakan),
);

it('penolakan tidak pernah menyebut nilainya', () => {
  for (const d of [{ nip: '123456789012345678' }, { nik: '1234567890123456' }, { surel: 'rahasia' }])
    try {
      dataOrangSah({ ...orangKarangan, ...d }, HARI_INI);
      throw new Error('diterima');
    } catch (e) {
      expect(JSON.stringify(e)).not.toContain(Object.values(d)[0]);
      expect(e).toBeInstanceOf(Penolakan);
    }
});

it('NIP yang disamarkan tidak menyebut tanggal lahir', () =>
  expect(nipTersamar('197001011995031999')).toBe('••••••••••••••1999'));
