import { BungkusanRusak, KunciInduk } from './kunci-induk.js';

const kunci = new KunciInduk(new Uint8Array(32).fill(1));
const isi = new TextEncoder().encode('rahasia');

describe('kunci induk', () => {
  it('membuka apa yang dibungkusnya, dalam konteks yang sama saja', () => {
    const bungkusan = kunci.bungkus(isi, 'totp:akun-1');
    expect(kunci.buka(bungkusan, 'totp:akun-1')).toEqual(isi);
    for (const lain of ['totp:akun-2', 'orang:akun-1', 'totp', ''])
      expect(() => kunci.buka(bungkusan, lain)).toThrow(BungkusanRusak);
    expect(() => new KunciInduk(new Uint8Array(32).fill(2)).buka(bungkusan, 'totp:akun-1')).toThrow(
      BungkusanRusak,
    );
  });

  it('tidak pernah membungkus isi yang sama menjadi bita yang sama', () =>
    expect(kunci.bungkus(isi, 'uji:1')).not.toEqual(kunci.bungkus(isi, 'uji:1')));

  it('menolak bungkusan yang berubah satu bit, terpotong, atau kosong', () => {
    const asli = kunci.bungkus(isi, 'uji:1');
    for (let i = 0; i < asli.length; i++) {
      const ubah = Uint8Array.from(asli, (b, j) => (i === j ? b ^ 1 : b));
      expect(() => kunci.buka(ubah, 'uji:1')).toThrow(BungkusanRusak);
      expect(() => kunci.buka(asli.subarray(0, i), 'uji:1')).toThrow(BungkusanRusak);
    }
  });

  it('memberi sidik yang sama untuk teks yang sama, dan lain untuk keperluan lain', () => {
    expect(kunci.sidik('teks', 'nip')).toEqual(kunci.sidik('teks', 'nip'));
    expect(kunci.sidik('teks', 'nip')).not.toEqual(kunci.sidik('teks', 'surel'));
  });

  it('panjangnya tepat 32 bita', () => expect(() => new KunciInduk(new Uint8Array(31))).toThrow(TypeError));
});
