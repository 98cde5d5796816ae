import fc from 'fast-check';
import { namaGanda, semuaTeks } from './impor.json.js';

describe('nama yang tercantum dua kali dalam satu objek', () => {
  it.each<[string, string[]]>([
    ['{"a":1,"a":2}', ['/a']],
    ['{"a":{"b":1,"c":[{"d":1},{"d":1,"d":2}],"b":3}}', ['/a/c/1/d', '/a/b']],
    [String.raw`{"a/b":{"~":1,"\u007e":2}}`, ['/a~1b/~0']],
    [String.raw`{"teks":"{\"a\":1,\"a\":2}","x":["a","a"]}`, []],
    ['[{"a":1},{"a":1}]', []],
    ['"a"', []],
  ])('%s: %j', (teks, ganda) => expect(namaGanda(teks)).toEqual(ganda));

  it('tidak pernah menuduh JSON yang ditulis dari satu nilai', () =>
    fc.assert(fc.property(fc.jsonValue(), (nilai) => expect(namaGanda(JSON.stringify(nilai))).toEqual([]))));

  it('kedalaman tidak menghabiskan tumpukan panggilan', () =>
    expect(namaGanda(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toEqual([]));
});

it('setiap teks disebut dengan tempatnya, menurut urutan berkas', () =>
  expect([...semuaTeks({ a: 'x', b: [1, 'y', { 'c/d': 'z' }], e: null })]).toEqual([
    ['/a', 'x'],
    ['/b/1', 'y'],
    ['/b/2/c~1d', 'z'],
  ]));
