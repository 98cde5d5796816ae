import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLArgument, isObjectType } from 'graphql';
import { skema } from '../src/infra/graphql/write-schema.js';

const tertulis = readFileSync(join(__dirname, '../schema.gql'), 'utf8');

it('schema.gql sama dengan yang dihasilkan kelas-kelas (npm run schema)', async () => {
  expect(tertulis).toBe(await skema());
});

it('setiap isian dan argumen punya keterangan, karena itulah dokumentasi API', () => {
  const tanpa = Object.values(buildSchema(tertulis).getTypeMap()).flatMap((tipe) => {
    if (tipe.name.startsWith('__') || !('getFields' in tipe)) return [];
    return Object.values(tipe.getFields()).flatMap((f) => [
      ...(f.description ? [] : [`${tipe.name}.${f.name}`]),
      ...('args' in f ? (f.args as readonly GraphQLArgument[]) : [])
        .filter((a) => !a.description && a.name !== 'masukan')
        .map((a) => `${tipe.name}.${f.name}(${a.name})`),
    ]);
  });
  expect(tanpa).toEqual([]);
});

/** What is done to many documents at once has no revision of its own. */
const BANYAK_DOKUMEN = ['bukaTahun', 'alihkanIndikator'];

/** Kept outside the log, so there is no position to wait for. */
const DI_LUAR_LOG = ['catatOrang', 'koreksiOrang'];

it('setiap mutasi menerima satu masukan dan menjawab posisi, dan revisi bila dokumennya satu', () => {
  const mutasi = buildSchema(tertulis).getMutationType()?.getFields() ?? {};
  expect(Object.keys(mutasi).length).toBeGreaterThan(20);
  for (const f of Object.values(mutasi)) {
    const hasil = 'ofType' in f.type ? f.type.ofType : f.type;
    expect([f.name, f.args.map((a) => a.name)]).toEqual([f.name, ['masukan']]);
    if (DI_LUAR_LOG.includes(f.name)) continue;
    expect(isObjectType(hasil) && Object.keys(hasil.getFields())).toEqual(
      expect.arrayContaining(BANYAK_DOKUMEN.includes(f.name) ? ['posisi'] : ['posisi', 'revisi']),
    );
  }
});
