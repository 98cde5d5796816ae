import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { kanonik, sha256Hex, sidikDari, uuid5 } from './sidik.js';

/** A second, slow writer of RFC 8785: character by character, keys compared code unit by code unit. */
const LOLOS: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};
const lambatTeks = (teks: string): string => {
  let hasil = '"';
  for (let i = 0; i < teks.length; i++) {
    const c = teks.charAt(i);
    const kode = teks.charCodeAt(i);
    hasil += LOLOS[c] ?? (kode < 32 ? `\\u00${kode < 16 ? '0' : ''}${kode.toString(16)}` : c);
  }
  return `${hasil}"`;
};
const sebelum = (a: string, b: string): boolean => {
  for (let i = 0; i < Math.min(a.length, b.length); i++)
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return a.charCodeAt(i) < b.charCodeAt(i);
  return a.length < b.length;
};
const lambat = (nilai: unknown): string => {
  if (typeof nilai === 'string') return lambatTeks(nilai);
  if (Array.isArray(nilai)) return `[${nilai.map(lambat).join(',')}]`;
  if (typeof nilai === 'object' && nilai !== null) {
    const urut: [string, unknown][] = [];
    for (const pasangan of Object.entries(nilai)) {
      const di = urut.findIndex(([nama]) => sebelum(pasangan[0], nama));
      urut.splice(di < 0 ? urut.length : di, 0, pasangan);
    }
    return `{${urut.map(([nama, isi]) => `${lambatTeks(nama)}:${lambat(isi)}`).join(',')}}`;
  }
  return Object.is(nilai, -0) ? '0' : String(nilai);
};

const teks = fc.string({ unit: 'binary' });
const json = fc.letrec<{ nilai: unknown }>((tie) => ({
  nilai: fc.oneof(
    { maxDepth: 4 },
    teks,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('nilai'), { maxLength: 4 }),
    fc.dictionary(teks, tie('nilai'), { maxKeys: 6 }),
  ),
})).nilai;

describe('JSON kanonik', () => {
  it('mengikuti contoh teks RFC 8785 bagian 3.2.2', () =>
    expect(
      kanonik({ string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\u002f', literals: [null, true, false] }),
    ).toBe('{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'));

  it('mengurutkan nama menurut contoh RFC 8785 bagian 3.2.3', () => {
    const naskah = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(kanonik(naskah)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
        '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  it('menulis yang sudah berurut sama dengan yang belum', () =>
    fc.assert(
      fc.property(json, (nilai) => expect(kanonik(JSON.parse(kanonik(nilai)))).toBe(kanonik(nilai))),
    ));

  it('menulis bilangan bulat aman sampai kedua ujungnya, dan minus nol sebagai 0', () =>
    expect(kanonik([2 ** 53 - 1, -(2 ** 53) + 1, 0, -0])).toBe('[9007199254740991,-9007199254740991,0,0]'));

  it('tidak bergantung pada urutan penulisan nama', () =>
    expect(kanonik({ b: { d: 1, c: 2 }, a: [] })).toBe(kanonik({ a: [], b: { c: 2, d: 1 } })));

  it('menerima objek polos dari JSON.parse, dari Object.create(null), dan nama __proto__', () => {
    const tanpaInduk: Record<string, unknown> = Object.create(null);
    tanpaInduk.a = JSON.parse('{"__proto__":1}');
    expect(kanonik(tanpaInduk)).toBe('{"a":{"__proto__":1}}');
  });

  it('mengurutkan nama berupa angka sebagai teks', () =>
    expect(kanonik([{ '9': 1, '10': 2, a: { '2': 0, '11': 0 } }])).toBe(
      '[{"10":2,"9":1,"a":{"11":0,"2":0}}]',
    ));

  it('sama dengan penulis kedua yang lambat, dan membaca kembali nilai yang sama', () =>
    fc.assert(
      fc.property(json, (nilai) => {
        const naskah = kanonik(nilai);
        expect(naskah).toBe(lambat(nilai));
        expect(kanonik(JSON.parse(naskah))).toBe(naskah);
      }),
      { numRuns: 2_000 },
    ));

  class Bukan {
    a = 1;
  }
  const berlubang: number[] = [1];
  berlubang[2] = 3;
  it.each<[string, unknown, string]>([
    ['undefined', { a: undefined }, '/a'],
    ['pecahan', { a: [0, 1.5] }, '/a/1'],
    ['2^53', 2 ** 53, '/'],
    ['NaN', [Number.NaN], '/0'],
    ['tak hingga', { a: { b: Number.POSITIVE_INFINITY } }, '/a/b'],
    ['bigint', { a: 1n }, '/a'],
    ['fungsi', { a: () => 1 }, '/a'],
    ['simbol', [Symbol('a')], '/0'],
    ['surogat tanpa pasangan', { a: 'x\ud800' }, '/a'],
    ['surogat tanpa pasangan pada nama', { a: { '\udc00': 1 } }, '/a'],
    ['Date', { a: new Date(0) }, '/a'],
    ['Map', new Map(), '/'],
    ['objek kelas', [new Bukan()], '/0'],
    ['larik berlubang', berlubang, '/1'],
  ])('menolak %s dan menyebut tempatnya', (_, nilai, jalur) => {
    expect(() => kanonik(nilai)).toThrow(TypeError);
    expect(() => kanonik(nilai)).toThrow(`kanonik: ${jalur} `);
  });
});

describe('sidik', () => {
  it('adalah SHA-256 yang diterbitkan (FIPS 180-2: "abc")', () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(sha256Hex('abc')).toBe(abc);
    expect(sha256Hex(Buffer.from('abc'))).toBe(abc);
  });

  it('dihitung atas JSON kanonik dalam UTF-8', () =>
    expect(sidikDari({ b: 'é', a: 1 })).toBe(
      createHash('sha256').update('{"a":1,"b":"é"}', 'utf8').digest('hex'),
    ));
});

describe('nomor peristiwa', () => {
  const perintah = '0b6e3f1e-7c52-4a53-9a2f-0c3a5a1f7e11';

  it('adalah UUIDv5 yang tetap: berubah berarti setiap perintah tersimpan mendapat identitas kedua', () =>
    expect([uuid5('Pemda-61.71', perintah, 0), uuid5('Pemda-61.71', perintah, 1)]).toEqual([
      '10f510eb-3812-59b1-b9f4-e8f82e05807a',
      '4da088cd-508b-5af3-a6f1-4521bde007a5',
    ]));

  it('menghitung nama yang panjang seutuhnya', () =>
    expect(uuid5('Uji-'.padEnd(2_000, 'a'), perintah, 0)).not.toBe(
      uuid5('Uji-'.padEnd(2_000, 'a'), perintah, 1),
    ));

  it('berbentuk UUID versi 5 dan berbeda untuk stream, perintah, atau urutan yang berbeda', () => {
    const semua = [
      uuid5('Pemda-61.71', perintah, 0),
      uuid5('Pemda-61.71', perintah, 1),
      uuid5('Pemda-61.7', perintah, 0),
      uuid5('Pemda-61.71', perintah.replace('0b', '0c'), 0),
    ];
    for (const id of semua)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(semua).size).toBe(4);
  });

  it('memakai seluruh nama, sepanjang apa pun dan dengan huruf apa pun', () => {
    const panjang = Array.from({ length: 400 }, (_, n) => 'x'.repeat(700 + n));
    for (const huruf of ['é', '€', '😀'])
      for (const awal of panjang) {
        const stream = `${awal}${huruf}`;
        expect(new Set([uuid5(stream, 'id', 0), uuid5(stream, 'id', 1), uuid5(stream, 'lain', 0)]).size).toBe(
          3,
        );
      }
  });
});
