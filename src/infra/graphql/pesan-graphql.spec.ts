import { buildSchema, execute, GraphQLError, parse, validate } from 'graphql';
import { terjemahan } from './pesan-graphql.js';

// The messages are graphql-js's own, so that a new version of it that says them otherwise is noticed here.
const SKEMA = buildSchema(`
  enum Jenis { MURNI PERUBAHAN }
  input Isi { tahun: Int!, nama: String, jenis: Jenis, aktif: Boolean, kunci: ID }
  type Dalam { a: Int }
  type Query { f(isi: Isi!, n: Int): Int, d: Dalam }
`);
const pesanDari = async (kueri: string, variableValues: Record<string, unknown> = {}): Promise<string> => {
  try {
    const dokumen = parse(kueri);
    const [galat] = validate(SKEMA, dokumen);
    if (galat !== undefined) return galat.message;
    const { errors } = await execute({ schema: SKEMA, document: dokumen, variableValues });
    return errors?.[0]?.message ?? '';
  } catch (e) {
    if (e instanceof GraphQLError) return e.message;
    throw e;
  }
};
const M = 'query ($m: Isi!) { f(isi: $m) }';

it.each<[string, Record<string, unknown>, string]>([
  ['{ g }', {}, 'isian "g" tidak ada pada Query'],
  ['{ f(isi: { tahun: 1 }, x: 1) }', {}, 'argumen "x" tidak dikenal pada Query.f'],
  ['{ f }', {}, 'argumen "isi" wajib diisi pada f'],
  ['{ f(isi: { nama: "a" }) }', {}, 'isian "tahun" wajib diisi'],
  ['{ f(isi: { tahun: 1, lain: 2 }) }', {}, 'isian "lain" tidak dikenal pada Isi'],
  ['{ f(isi: { tahun: "2023" }) }', {}, '"2023" harus bilangan bulat'],
  ['{ f(isi: { tahun: 1, nama: 5 }) }', {}, '5 harus berupa teks'],
  ['{ f(isi: { tahun: 1, jenis: LAIN }) }', {}, '"LAIN" bukan pilihan Jenis'],
  ['{ f(isi: { tahun: null }) }', {}, 'Int! tidak boleh kosong'],
  ['{ d }', {}, 'isian "d" harus disertai isian di dalamnya (Dalam)'],
  ['{ d { a { b } } }', {}, 'isian "a" tidak mempunyai isian di dalamnya'],
  [
    'query ($m: String) { f(isi: { tahun: 1 }, n: $m) }',
    {},
    'variabel $m berjenis String, sedangkan yang diminta Int',
  ],
  ['{ f(isi: $m) }', {}, 'variabel $m belum dinyatakan'],
  ['query ($m: Int) { f(isi: { tahun: 1 }) }', {}, 'variabel $m tidak dipakai'],
  ['query ($m: Tiada!) { f(isi: { tahun: 1 }, n: $m) }', {}, 'jenis "Tiada" tidak dikenal'],
  ['{ f(', {}, 'tulisan permintaannya tidak lengkap atau salah tanda baca'],
  [M, {}, 'variabel $m wajib diisi'],
  [M, { m: {} }, 'isian "tahun" wajib diisi'],
  [M, { m: { tahun: 1, lain: 2 } }, 'isian "lain" tidak dikenal pada Isi'],
  [M, { m: { tahun: 'x' } }, '"x" harus bilangan bulat'],
  [M, { m: { tahun: 1, jenis: 'LAIN' } }, '"LAIN" bukan pilihan Jenis'],
  [M, { m: { tahun: 1, jenis: 5 } }, '5 bukan pilihan Jenis'],
  [M, { m: { tahun: 1, aktif: 'ya' } }, '"ya" harus true atau false'],
  [M, { m: { tahun: null } }, 'Int! tidak boleh kosong'],
  [M, { m: 5 }, 'Isi harus berupa objek'],
])('%s %j: disebut namanya', async (kueri, variabel, harapan) =>
  expect(terjemahan(await pesanDari(kueri, variabel))).toBe(harapan),
);

it('yang tidak dikenal tidak diterjemahkan', () => expect(terjemahan('Something else.')).toBeUndefined());
