import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLSchemaHost, TypeMetadataStorage } from '@nestjs/graphql';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { AKAR } from '../../src/akar.js';
import { BIDANG } from '../../src/approval/bidang.js';
import { PINTU, pintu } from '../../src/approval/pintu.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { bidangAkar } from '../support/masukan-otomatis.js';

const AKAR_SKEMA = ['Query', 'Mutation', 'Subscription'];
/** Names that hold what belongs to a person or a place; a field so called is never left to chance. */
const PEKA = /^(nip|nik|surel|alamat|telepon|sandi|frasa|totp)/i;

type Lapis = { readonly route?: { readonly path: string; readonly methods: Record<string, boolean> } };

/** Nest gives every field a resolver of its own; those that we wrote it keeps here, without a question for it. */
const PENYIMPAN = TypeMetadataStorage as unknown as {
  readonly fieldResolvers: readonly { readonly schemaName: string; readonly objectTypeFn?: () => unknown }[];
};

describe('setiap pintu ada di tabel', () => {
  let app: AplikasiUji;
  let skema: GraphQLSchema;
  beforeAll(async () => {
    app = await mulaiUji();
    skema = app.aplikasi.app.get(GraphQLSchemaHost).schema;
  });
  afterAll(() => app.tutup());

  const milik = (awalan: RegExp): string[] =>
    Object.keys(PINTU)
      .filter((nama) => awalan.test(nama))
      .sort();

  it('setiap kueri, mutasi, dan langganan, dan tidak ada yang lain', () =>
    expect(milik(/^(Query|Mutation|Subscription)\./)).toEqual(
      bidangAkar(skema)
        .map((b) => b.pintu)
        .sort(),
    ));

  it('setiap jalur HTTP seperti dikenal router, dan tidak ada yang lain', () => {
    const { router } = app.aplikasi.app.getHttpAdapter().getInstance() as unknown as {
      router: { stack: Lapis[] };
    };
    const jalur = router.stack.flatMap(({ route }) =>
      route === undefined
        ? []
        : Object.keys(route.methods).map((metode) => `${metode.toUpperCase()} ${route.path}`),
    );
    expect(milik(/^(GET|POST|PUT|PATCH|DELETE) /)).toEqual([...new Set(jalur)].sort());
  });

  it('setiap perintah baris, dan tidak ada yang lain', () => {
    const isi = readFileSync(join(AKAR, 'src/cli/main.ts'), 'utf8');
    const verba = [...isi.matchAll(/^ {4}'?([\w-]+)'?: \(\) => import\(/gm)].map((m) => `amanah ${m[1]}`);
    expect(verba.length).toBeGreaterThan(10);
    expect(milik(/^amanah /)).toEqual(['amanah bantuan', ...verba].sort());
  });

  it('setiap bidang yang punya penyelesai sendiri atau bernama peka disebut di bidang.ts', () => {
    const penyelesai = PENYIMPAN.fieldResolvers.map(({ objectTypeFn, schemaName }) => {
      const kelas = objectTypeFn?.();
      return `${TypeMetadataStorage.getObjectTypesMetadata().find((t) => t.target === kelas)?.name}.${schemaName}`;
    });
    const bidang = Object.values(skema.getTypeMap()).flatMap((tipe) => {
      if (!isObjectType(tipe) || tipe.name.startsWith('__') || AKAR_SKEMA.includes(tipe.name)) return [];
      return Object.values(tipe.getFields())
        .filter((f) => PEKA.test(f.name))
        .map((f) => `${tipe.name}.${f.name}`);
    });
    expect([...new Set([...bidang, ...penyelesai])].sort()).toEqual(Object.keys(BIDANG).sort());
  });

  it('tidak ada pintu tanpa tindakan, dan nama dari luar tidak menemukan pintu', () => {
    expect(Object.entries(PINTU).filter(([, isi]) => isi.length === 0)).toEqual([]);
    expect(['constructor', '__proto__', 'toString', ''].map(pintu)).toEqual(Array(4).fill(undefined));
  });

  it('yang terbuka hanya halaman penjelajah, kesehatan, metrik, halaman periksa, dan tempat orang masuk', () =>
    expect(Object.keys(PINTU).filter((nama) => PINTU[nama] === 'terbuka')).toEqual([
      'GET /',
      'GET /jelajah/*berkas',
      'GET /kesehatan',
      'GET /siap',
      'GET /metrics',
      'GET /v/:id',
      'GET /periksa/:berkas',
      'GET /masuk',
      'GET /masuk/oidc',
      'GET /masuk/oidc/kembali',
      'GET /awal',
      'GET /sandi',
      'GET /akun/:berkas',
      'POST /masuk',
      'POST /keluar',
      'GET /sesi',
      'POST /sesi/jabatan',
      'POST /sesi/bukti',
      'POST /sesi/oidc',
      'POST /sesi/sandi',
      'POST /sesi/totp',
      'POST /sesi/totp/pasti',
      'POST /tautan',
      'amanah bantuan',
    ]));
});
