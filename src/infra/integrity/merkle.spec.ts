import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { Frontier, leafHash, nodeHash, subpohon } from './merkle.js';

const hex = (b: Uint8Array): string => Buffer.from(b).toString('hex');

// The published vectors of Certificate Transparency: eight inputs, the root after each.
const MASUKAN = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const AKAR = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** RFC 6962, 2.1, as it is written there: split at the largest power of two below n. */
const akarMenurutRfc = (daun: readonly Uint8Array[]): Uint8Array => {
  if (daun.length === 0) return createHash('sha256').digest();
  const [satu] = daun;
  if (satu !== undefined && daun.length === 1) return satu;
  let k = 1;
  while (k * 2 < daun.length) k *= 2;
  return createHash('sha256')
    .update(Uint8Array.of(1))
    .update(akarMenurutRfc(daun.slice(0, k)))
    .update(akarMenurutRfc(daun.slice(k)))
    .digest();
};

it('memberi akar yang diterbitkan Certificate Transparency setelah tiap daun', () => {
  const frontier = Frontier.kosong();
  const akar = MASUKAN.map((m) => {
    frontier.tambah(leafHash(Buffer.from(m, 'hex')));
    return hex(frontier.akar());
  });
  expect(akar).toEqual(AKAR);
});

it('akar pohon kosong adalah SHA-256 dari ketiadaan', () =>
  expect(hex(Frontier.kosong().akar())).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ));

it('daun dari teks sama dengan daun dari byte UTF-8-nya', () =>
  expect(leafHash('naskah — 1')).toEqual(leafHash(Buffer.from('naskah — 1'))));

it('sama dengan rumus RFC 6962 untuk setiap ukuran, juga setelah disimpan dan dibaca kembali', () => {
  const daun = Array.from({ length: 70 }, (_, i) => leafHash(String(i)));
  let frontier = Frontier.kosong();
  for (const [i, d] of daun.entries()) {
    frontier.tambah(d);
    frontier = Frontier.dari(frontier.ukuran, frontier.toBytes());
    expect(hex(frontier.akar())).toBe(hex(akarMenurutRfc(daun.slice(0, i + 1))));
  }
});

it('memberi tahu setiap simpul yang menjadi lengkap', () => {
  const frontier = Frontier.kosong();
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((t) => leafHash(t)) as [Buffer, Buffer, Buffer, Buffer];
  const lengkap: string[] = [];
  for (const leaf of [a, b, c, d])
    frontier.tambah(leaf, (tingkat, simpul) => lengkap.push(`${tingkat} ${hex(simpul)}`));
  const [ab, cd] = [nodeHash(a, b), nodeHash(c, d)];
  expect(lengkap).toEqual([`1 ${hex(ab)}`, `1 ${hex(cd)}`, `2 ${hex(nodeHash(ab, cd))}`]);
});

it('salinan tidak ikut berubah', () => {
  const frontier = Frontier.kosong();
  frontier.tambah(leafHash('a'));
  const akar = hex(frontier.akar());
  frontier.salin().tambah(leafHash('b'));
  expect(hex(frontier.akar())).toBe(akar);
});

it('ukuran terbagi menjadi pangkat dua yang menurun', () =>
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 40 }), (n) => {
      const bagian = subpohon(n);
      expect(bagian.reduce((a, b) => a + b, 0)).toBe(n);
      for (const [i, b] of bagian.entries()) {
        expect(Math.log2(b) % 1).toBe(0);
        if (i > 0) expect(b).toBeLessThan(bagian[i - 1] ?? 0);
      }
    }),
  ));

it('menolak frontier yang tidak cocok dengan ukurannya', () =>
  expect(() => Frontier.dari(3, Buffer.alloc(32))).toThrow(RangeError));
