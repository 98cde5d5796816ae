import { Ingatan, type Teringat, timbang } from './ingatan.js';
import { Peta } from './peta.js';

const satu = (stream: string): Teringat => ({ stream, berat: 0, belumSelesai: 0 });

describe('ingatan', () => {
  it('tidak melebihi batasnya', () => {
    const ingatan = new Ingatan<Teringat>(100);
    for (let i = 0; i < 50; i++) {
      ingatan.simpan(satu(`s${i}`), 10);
      const tersisa = Array.from({ length: 50 }, (_, n) => n).filter((n) => n <= i && masih(ingatan, n));
      expect(tersisa.length).toBeLessThanOrEqual(10);
      expect(tersisa).toContain(i);
    }
  });

  it('melupakan yang lama tidak dipakai, bukan yang dipakai', () => {
    const ingatan = new Ingatan<Teringat>(100);
    const tetap = satu('tetap');
    ingatan.simpan(tetap, 10);
    for (let i = 0; i < 50; i++) {
      expect(ingatan.cari('tetap')).toBe(tetap);
      ingatan.simpan(satu(`s${i}`), 10);
    }
    expect(ingatan.cari('s0')).toBeUndefined();
  });

  it('menghitung yang bertambah berat', () => {
    const ingatan = new Ingatan<Teringat>(100);
    const a = satu('a');
    ingatan.simpan(a, 10);
    ingatan.beratBaru(a, 45);
    ingatan.simpan(satu('b'), 10); // a is old now
    ingatan.simpan(satu('c'), 45); // and gone
    expect(ingatan.cari('a')).toBeUndefined();
    expect(ingatan.cari('c')).toBeDefined();
  });

  it('yang dibuang tidak ditemukan, dan tidak dihitung lagi', () => {
    const ingatan = new Ingatan<Teringat>(100);
    const a = satu('a');
    ingatan.simpan(a, 40);
    ingatan.buang(a);
    ingatan.beratBaru(a, 1_000);
    expect(ingatan.cari('a')).toBeUndefined();
    const b = satu('b');
    ingatan.simpan(b, 40);
    ingatan.simpan(satu('c'), 10);
    expect(ingatan.cari('b')).toBe(b);
  });

  it('yang sedang disimpan tetap ditemukan', () => {
    const ingatan = new Ingatan<Teringat>(20);
    const sibuk = satu('sibuk');
    sibuk.belumSelesai = 1;
    ingatan.simpan(sibuk, 10);
    for (let i = 0; i < 9; i++) ingatan.simpan(satu(`s${i}`), 10);
    expect(ingatan.cari('sibuk')).toBe(sibuk);
  });
});

const masih = (ingatan: Ingatan<Teringat>, n: number): boolean => {
  const { muda, tua } = ingatan as unknown as Record<'muda' | 'tua', ReadonlyMap<string, Teringat>>;
  return muda.has(`s${n}`) || tua.has(`s${n}`);
};

describe('timbang', () => {
  it('mengikuti isi: teks, daftar, peta, dan benda di dalam benda', () => {
    expect(timbang(null)).toBeLessThan(timbang(''));
    expect(timbang('a'.repeat(100)) - timbang('')).toBe(100);
    const isian = { realisasi: '91.50', catatan: 'a'.repeat(50) };
    expect(timbang([isian, isian])).toBeGreaterThan(2 * timbang(isian));
    expect(timbang(new Map([['IKU-1', isian]]))).toBeGreaterThan(timbang(isian));
    expect(timbang(new Set([isian]))).toBeGreaterThan(timbang(isian));
    expect(timbang(Peta.kosong<typeof isian>().dengan('IKU-1', isian))).toBeGreaterThan(timbang(isian));
    expect(timbang({ lewat: { dalam: isian } })).toBeGreaterThan(timbang(isian));
  });
});
