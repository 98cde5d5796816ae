import { faktaBaru, isiBaru, sama, samaNilai } from './cara.js';

describe('sama', () => {
  it.each([
    [
      { a: 1, b: [1, { c: null }] },
      { b: [1, { c: null }], a: 1 },
    ],
    [[], []],
    [null, null],
  ])('menyamakan %j dan %j', (a, b) => expect(sama(a, b)).toBe(true));
  it.each([
    [{ a: 1 }, { a: 1, b: 2 }],
    [
      { a: 1, b: 2 },
      { a: 1, c: 2 },
    ],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [null, {}],
    ['1', 1],
  ])('membedakan %j dan %j', (a, b) => {
    expect(sama(a, b)).toBe(false);
    expect(sama(b, a)).toBe(false);
  });
});

describe('samaNilai', () => {
  it.each([
    ['91.5', '91.50'],
    ['20..25', '20.00..25.0'],
    ['BB', 'BB'],
    [null, null],
  ])('menyamakan %j dan %j', (a, b) => expect(samaNilai(a, b)).toBe(true));
  it.each([
    ['91.5', '91.51'],
    ['20..25', '20..26'],
    ['20..25', '20'],
    ['BB', 'B'],
    [null, '0'],
    ['0', null],
  ])('membedakan %j dan %j', (a, b) => expect(samaNilai(a, b)).toBe(false));
});

describe('faktaBaru', () => {
  it('benar bila belum ada apa-apa', () => expect(faktaBaru('dicatat', null, '1')).toBe(true));
  it('salah bila nilainya sama', () => expect(faktaBaru('dicatat', '1.0', '1')).toBe(false));
  it('benar bila diganti secara elektronik', () => expect(faktaBaru('elektronik', '1', '2')).toBe(true));
  it('menolak catatan kertas yang berbeda, dan menyebut keduanya', () => {
    const catat = () => faktaBaru('dicatat', '1', '2', { indikator: 'IKU-1' });
    expect(catat).toThrow(
      expect.objectContaining({
        kode: 'SUDAH_ADA_BERBEDA',
        rincian: { indikator: 'IKU-1', sebelum: '1', sesudah: '2' },
      }),
    );
  });
});

describe('isiBaru', () => {
  const lama = { nama: 'A', definisi: null, langkah: [] as string[] };
  it('mencatat isi pertama apa adanya', () => expect(isiBaru('dicatat', null, lama)).toEqual(lama));
  it('tidak mencatat isi yang sama', () => {
    expect(isiBaru('dicatat', lama, { ...lama })).toBeNull();
    expect(isiBaru('elektronik', lama, { ...lama })).toBeNull();
  });
  it('melengkapi dari kertas yang belum diketahui', () =>
    expect(isiBaru<object>('dicatat', lama, { nama: 'A', definisi: 'x', langkah: ['1'] })).toEqual({
      nama: 'A',
      definisi: 'x',
      langkah: ['1'],
    }));
  it('tidak menghapus yang tidak disebut kertas', () =>
    expect(
      isiBaru<object>('dicatat', { nama: 'A', definisi: 'x' }, { nama: 'A', definisi: null }),
    ).toBeNull());
  it('menolak kertas yang berbeda, dan menyebut bidangnya', () =>
    expect(() => isiBaru('dicatat', lama, { ...lama, nama: 'B' })).toThrow(
      expect.objectContaining({
        kode: 'SUDAH_ADA_BERBEDA',
        rincian: { bidang: 'nama', sebelum: 'A', sesudah: 'B' },
      }),
    ));
  it('mengganti seluruhnya bila diputuskan di sini', () =>
    expect(
      isiBaru<object>('elektronik', { nama: 'A', definisi: 'x' }, { nama: 'B', definisi: null }),
    ).toEqual({
      nama: 'B',
      definisi: null,
    }));
});
