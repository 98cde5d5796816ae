import { IngatanJawaban } from './ingatan-jawaban.js';

describe('jawaban yang diingat', () => {
  it('berlaku selama yang menjadi dasarnya tetap', () => {
    const ingatan = new IngatanJawaban<{ n: number }>(100, () => 10);
    const satu = ingatan.simpan('a', 'posisi 1', { n: 1 });
    expect(ingatan.cari('a', 'posisi 1')).toBe(satu);
    expect(ingatan.cari('a', 'posisi 2')).toBeUndefined();
    expect(ingatan.terakhir('a')).toBe(satu);
  });

  it('menempati tempat yang sama bila dijawab lagi', () => {
    const ingatan = new IngatanJawaban<number>(100, () => 20);
    ingatan.simpan('tetap', '', 0);
    for (let i = 1; i <= 20; i++) ingatan.simpan('berubah', `${i}`, i);
    expect(ingatan.cari('tetap', '')).toBe(0);
    expect(ingatan.cari('berubah', '20')).toBe(20);
  });

  it('melupakan yang lama bila beratnya melebihi batas', () => {
    const ingatan = new IngatanJawaban<number>(100, (berat) => berat);
    for (let i = 0; i < 20; i++) ingatan.simpan(`${i}`, '', 25);
    const tersisa = Array.from({ length: 20 }, (_, i) => ingatan.terakhir(`${i}`)).filter(
      (j) => j !== undefined,
    );
    expect(tersisa.length).toBeLessThanOrEqual(4);
    expect(ingatan.terakhir('19')).toBe(25);
  });
});
