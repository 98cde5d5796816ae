import { intiNama, KumpulanNama } from './nama-dikenal.js';

it.each([
  ['Drs. Rangga Wirasembada, M.Si.', ['rangga', 'wirasembada']],
  ['Prof. Dr. Ir. H. Rangga Wirasembada', ['rangga', 'wirasembada']],
  ['Rangga Wirasembada S.Sos. M.M', ['rangga', 'wirasembada']],
  ['Rangga Wirasembada SE', ['rangga', 'wirasembada']],
  ['RANGGA ADE', ['rangga', 'ade']],
  ['Nur’aini Hasanah', ['nuraini', 'hasanah']],
  ['Rangga', ['rangga']],
])('inti nama %s', (nama, inti) => expect(intiNama(nama)).toEqual(inti));

describe('nama orang yang dikenal', () => {
  const nama = new KumpulanNama(['Drs. Rangga Wirasembada, M.Si.', "Siti Nur'aini Hasanah, S.E.", 'Slamet']);

  it.each([
    'Dikerjakan oleh Rangga Wirasembada.',
    'dikerjakan oleh RANGGA   WIRASEMBADA bersama timnya',
    'Rangga\nWirasembada',
    'Rangga_Wirasembada',
    'a.n. RanggaWirasembada',
    'R a n g g a W i r a s e m b a d a',
    'Ｒａｎｇｇａ Wirasembada',
    'Ibu Siti Nuraini Hasanah (ketua)',
  ])('ditemukan dalam %j', (teks) => expect(nama.memuat(teks)).toBe(true));

  it.each([
    '',
    'Rangga',
    'Wirasembada Rangga',
    'Rangga dan Wirasembada',
    'Kerangga Wirasembada',
    'Rangga Wirasembadasari',
    'Siti Hasanah',
    'Slamet menyelesaikan laporan',
    'Persentase pencari kerja yang ditempatkan 91,50 persen',
  ])('tidak dalam %j', (teks) => expect(nama.memuat(teks)).toBe(false));

  it('tanpa orang tidak ada yang ditemukan', () =>
    expect(new KumpulanNama([]).memuat('Rangga Wirasembada')).toBe(false));
});
