import { buildSchema, type OperationDefinitionNode, parse, specifiedRules, validate } from 'graphql';
import { aturanBatas, BATAS, periksaOperasi } from './batas.js';
import { penolakanDari } from './galat.js';

const schema = buildSchema(`
  type Simpul { nama(n: [Int!]): String anak: Simpul teks(isi: String): String }
  type Tepi { node: Simpul }
  type Sambungan { edges: [Tepi!]! }
  type Query { a: Simpul b: Int daftar(first: Int, after: String): Sambungan capaianKinerja: Simpul }
  type Mutation { x(masukan: [String!]): Int y: Int }
`);

/** The code of the first refusal, and the measure that was passed; undefined when the request may be carried out. */
const periksa = (query: string, variables: Record<string, unknown> = {}): unknown => {
  try {
    const document = parse(query, { maxTokens: BATAS.token });
    const [salah] = validate(schema, document, [...specifiedRules, aturanBatas]);
    if (salah !== undefined) throw salah;
    periksaOperasi({
      schema,
      document,
      operation: document.definitions[0] as OperationDefinitionNode,
      variables,
    });
    return undefined;
  } catch (e) {
    const p = penolakanDari(e);
    return p && `${p.kode} ${String(p.rincian.ukuran ?? p.rincian.jalur ?? '')}`.trim();
  }
};
const ulang = (n: number, isi: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => isi(i)).join(' ');
const sarang = (n: number): string => (n === 1 ? 'nama' : `anak { ${sarang(n - 1)} }`);

describe('batas permintaan', () => {
  it.each([
    ['kedalaman 8 boleh', `{ a { ${sarang(7)} } }`, undefined],
    ['kedalaman 9 tidak', `{ a { ${sarang(8)} } }`, 'KUERI_TERLALU_BERAT kedalaman'],
    ['kedalaman 50 tidak', `{ a { ${sarang(50)} } }`, 'KUERI_TERLALU_BERAT kedalaman'],
    [
      'kedalaman dalam fragmen dihitung',
      `{ a { ...f } } fragment f on Simpul { ${sarang(8)} }`,
      'KUERI_TERLALU_BERAT kedalaman',
    ],
    ['15 alias boleh', `{ a { ${ulang(15, (i) => `n${i}: nama`)} } }`, undefined],
    ['16 alias tidak', `{ a { ${ulang(16, (i) => `n${i}: nama`)} } }`, 'KUERI_TERLALU_BERAT alias'],
    ['5 isian akar boleh', `{ ${ulang(5, (i) => `a${i}: b`)} }`, undefined],
    ['6 isian akar tidak', `{ ${ulang(6, (i) => `a${i}: b`)} }`, 'KUERI_TERLALU_BERAT akar'],
    ['satu mutasi boleh', 'mutation { y }', undefined],
    ['dua mutasi tidak', 'mutation { y z: y }', 'KUERI_TERLALU_BERAT akarMutasi'],
    [
      'dua mutasi lewat fragmen tidak',
      'mutation { ...m } fragment m on Mutation { y z: y }',
      'KUERI_TERLALU_BERAT akarMutasi',
    ],
    [
      '10 direktif boleh',
      `{ ${ulang(5, (i) => `b${i}: b @skip(if: false) @include(if: true)`)} }`,
      undefined,
    ],
    [
      'lebih dari 10 direktif tidak',
      `{ a { ${ulang(11, (i) => `x${i}: nama @skip(if: false)`)} } }`,
      'KUERI_TERLALU_BERAT direktif',
    ],
    ['daftar 100 boleh', `{ a { nama(n: [${ulang(100, () => '1')}]) } }`, undefined],
    ['daftar 101 tidak', `{ a { nama(n: [${ulang(101, () => '1')}]) } }`, 'KUERI_TERLALU_BERAT daftar'],
    ['lebih dari 1.000 token tidak', `{ ${ulang(1001, () => 'b')} }`, 'KUERI_TERLALU_BERAT token'],
    ['halaman 100 boleh', '{ daftar(first: 100) { edges { node { nama } } } }', undefined],
    ['halaman 101 tidak', '{ daftar(first: 101) { edges { node { nama } } } }', 'TERLALU_BANYAK first'],
    ['halaman -1 tidak', '{ daftar(first: -1) { edges { node { nama } } } }', 'MASUKAN_TIDAK_SAH first'],
    [
      'lima halaman 100 dengan isi dalam terlalu mahal',
      `{ ${ulang(5, (i) => `d${i}: daftar(first: 100) { edges { node { anak { nama } } } }`)} }`,
      'KUERI_TERLALU_BERAT biaya',
    ],
    ['capaian punya biaya tetap', '{ capaianKinerja { anak { anak { nama } } } }', undefined],
    ['surogat tanpa pasangan dalam teks ditolak', '{ a { teks(isi: "\\uD800") } }', 'MASUKAN_TIDAK_SAH'],
    ['NUL dalam teks ditolak', '{ a { teks(isi: "a\\u0000b") } }', 'TEKS_TIDAK_SAH'],
    [
      'fragmen melingkar ditolak',
      '{ a { ...f } } fragment f on Simpul { anak { ...f } }',
      'MASUKAN_TIDAK_SAH',
    ],
    ['isian tak dikenal ditolak', '{ aa }', 'MASUKAN_TIDAK_SAH'],
    [
      'introspeksi boleh dalam',
      `{ __schema { types { fields { type { ${ulang(7, () => 'ofType {')} name ${ulang(7, () => '}')} } } } } }`,
      undefined,
    ],
  ])('%s', (_, query, kode) => expect(periksa(query)).toBe(kode));

  it('batas yang sama berlaku untuk variabel, juga setelah bentuk yang sama lolos', () => {
    const query = 'query($n: Int) { daftar(first: $n) { edges { node { nama } } } }';
    expect([10, 100, 101, -1, 10].map((n) => periksa(query, { n }))).toEqual([
      undefined,
      undefined,
      'TERLALU_BANYAK first',
      'MASUKAN_TIDAK_SAH first',
      undefined,
    ]);
    const daftar = 'mutation($m: [String!]) { x(masukan: $m) }';
    expect(periksa(daftar, { m: Array(101).fill('a') })).toBe('KUERI_TERLALU_BERAT daftar');
    expect(periksa(daftar, { m: ['\uD800'] })).toBe('TEKS_TIDAK_SAH');
    expect(periksa(daftar, { m: ['a\0'] })).toBe('TEKS_TIDAK_SAH');
    expect(periksa(daftar, { m: JSON.parse(`${'['.repeat(50)}${']'.repeat(50)}`) })).toBe(
      'KUERI_TERLALU_BERAT kedalaman',
    );
  });

  it('bom fragmen tidak dibentangkan', () => {
    const bom = ulang(60, (i) => `fragment f${i} on Simpul { nama ...f${i + 1} ...f${i + 1} }`);
    expect(periksa(`{ a { ...f0 } } ${bom} fragment f60 on Simpul { nama }`)).toMatch(/KUERI_TERLALU_BERAT/);
  });
});
