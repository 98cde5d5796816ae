import { inspect } from 'node:util';
import { Rahasia } from './rahasia.js';

describe('Rahasia', () => {
  it('tidak terlihat sebagai teks, JSON, atau di pemeriksa', () => {
    const r = new Rahasia('kata sandi kenari');
    const galat = Object.assign(new Error('gagal'), { r });
    for (const teks of [`${r}`, JSON.stringify({ r }), inspect({ r }), inspect(galat), String([r])])
      expect(teks).not.toMatch(/kenari/);
    expect(JSON.stringify(r)).toBe('"[rahasia]"');
  });

  it('memberi bitanya sampai dihapus, lalu tidak lagi', () => {
    const r = new Rahasia('é');
    const dipegang = r.pakai((isi) => isi);
    expect([...dipegang]).toEqual([0xc3, 0xa9]);
    r.hapus();
    expect([...dipegang]).toEqual([0, 0]);
    expect(() => r.pakai(() => 0)).toThrow();
  });
});
