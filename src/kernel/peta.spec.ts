import fc from 'fast-check';
import { Peta } from './peta.js';

describe('Peta', () => {
  it('menyimpan nilai menurut kunci, dalam urutan datangnya', () => {
    const peta = Peta.kosong<number>().dengan('b', 1).dengan('a', 2).dengan('b', 3);
    expect([...peta]).toEqual([
      ['b', 3],
      ['a', 2],
    ]);
    expect(peta.size).toBe(2);
    expect(peta.get('a')).toBe(2);
    expect(peta.get('c')).toBeUndefined();
  });

  it('versi lama tidak berubah ketika versi baru dibuat', () => {
    const lama = Peta.kosong<number>().dengan('a', 1);
    const baru = lama.dengan('a', 2).dengan('b', 3);
    expect([...lama]).toEqual([['a', 1]]);
    expect(lama.get('b')).toBeUndefined();
    expect(baru.get('a')).toBe(2);
  });

  it('setiap versi, dari cabang mana pun, sama dengan Map yang disalin', () => {
    const langkah = fc.array(
      fc.record({
        dari: fc.nat(),
        kunci: fc.constantFrom('a', 'b', 'c', 'd'),
        nilai: fc.nat(),
        hapus: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(langkah, (daftar) => {
        const versi = [{ peta: Peta.kosong<number>(), map: new Map<string, number>() }];
        for (const { dari, kunci, nilai, hapus } of daftar) {
          const { peta, map } = versi[dari % versi.length] as (typeof versi)[number];
          const sisa = new Map([...map].filter(([k]) => k !== kunci));
          versi.push(
            hapus
              ? { peta: peta.tanpa(kunci), map: sisa }
              : { peta: peta.dengan(kunci, nilai), map: new Map(map).set(kunci, nilai) },
          );
        }
        for (const { peta, map } of versi) {
          expect([...peta]).toEqual([...map]);
          expect(peta.size).toBe(map.size);
          expect([...peta.values()]).toEqual([...map.values()]);
          for (const kunci of ['a', 'b', 'c', 'd']) {
            expect(peta.get(kunci)).toBe(map.get(kunci));
            expect(peta.has(kunci)).toBe(map.has(kunci));
          }
        }
      }),
    );
  });
});
