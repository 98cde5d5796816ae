import { IsiTerurai } from './isi-terurai.js';

const teks = (nilai: number): string => JSON.stringify({ nilai, isi: 'x'.repeat(80) });

describe('isi baris yang sudah diurai', () => {
  it('diberikan lagi selama baris itu di tabel itu tidak bergerak', () => {
    const terurai = new IsiTerurai();
    const satu = terurai.isi(1, 'a', 5, teks(1));
    expect(satu).toEqual({ nilai: 1, isi: 'x'.repeat(80) });
    expect(terurai.isi(1, 'a', 5, 'tidak dibaca lagi')).toBe(satu);
  });

  it.each([
    ['berada di posisi lain', 1, 'a', 6],
    ['berada di tabel lain', 2, 'a', 5],
    ['berkunci lain', 1, 'b', 5],
  ] as const)('diurai lagi bila %s', (_, nomor, kunci, posisi) => {
    const terurai = new IsiTerurai();
    terurai.isi(1, 'a', 5, teks(1));
    expect(terurai.isi(nomor, kunci, posisi, teks(2))).toMatchObject({ nilai: 2 });
  });

  it('tidak disimpan melebihi batasnya, berapa pun barisnya', () => {
    const terurai = new IsiTerurai(10 * 3 * teks(10).length);
    const semua = Array.from({ length: 50 }, (_, i) => terurai.isi(1, `${i}`, 1, teks(i + 10)));
    const tersisa = semua.filter((isi, i) => terurai.isi(1, `${i}`, 1, teks(i + 10)) === isi);
    expect(tersisa.length).toBeLessThanOrEqual(10);
    const [akhir] = [terurai.isi(1, 'akhir', 1, teks(99))];
    expect(terurai.isi(1, 'akhir', 1, teks(99))).toBe(akhir);
  });
});
