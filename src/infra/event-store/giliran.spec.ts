import { Giliran } from './giliran.js';

describe('giliran', () => {
  it('sebanyak itu sekaligus, yang lain menurut urutan datangnya, dan yang gagal melepas tempatnya', async () => {
    const giliran = new Giliran(2);
    const mulai: number[] = [];
    const janji = Array.from({ length: 5 }, () => Promise.withResolvers<number>());
    const hasil = janji.map(({ promise }, i) =>
      giliran.dapat(() => {
        mulai.push(i);
        return promise;
      }),
    );
    expect(mulai).toEqual([0, 1]);
    janji[1]?.reject(new Error('gagal'));
    await expect(hasil[1]).rejects.toThrow('gagal');
    expect(mulai).toEqual([0, 1, 2]);
    for (const [i, { resolve }] of janji.entries()) resolve(i);
    expect(await Promise.all([hasil[0], hasil[2], hasil[3], hasil[4]])).toEqual([0, 2, 3, 4]);
    expect(mulai).toEqual([0, 1, 2, 3, 4]);
    expect(await giliran.dapat(async () => 'lagi')).toBe('lagi');
  });
});
