import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

/** Who may import whom. A new forbidden import fails here with file and line. */
const AKAR = join(__dirname, '..');

type Impor = { berkas: string; baris: number; tujuan: string; tipeSaja: boolean };

const berkasTs = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((e) => {
    const jalur = join(folder, e.name);
    if (e.isDirectory()) return berkasTs(jalur);
    return e.name.endsWith('.ts') ? [jalur] : [];
  });

const POLA =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|require\(\s*['"]([^'"]+)['"]\s*\)/g;

const imporDari = (jalur: string): Impor[] => {
  const isi = readFileSync(jalur, 'utf8');
  const berkas = relative(AKAR, jalur);
  return [...isi.matchAll(POLA)].map((m) => {
    const mentah = m[2] ?? m[3] ?? m[4] ?? '';
    const tujuan = mentah.startsWith('.')
      ? posix.join(dirname(berkas), mentah).replace(/\.js$/, '.ts')
      : mentah;
    const baris = isi.slice(0, m.index + m[0].length).split('\n').length;
    return { berkas, baris, tujuan, tipeSaja: m[1] !== undefined };
  });
};

const SUMBER = berkasTs(join(AKAR, 'src')).filter((b) => !/\.(spec|contoh)\.ts$/.test(b));
const IMPOR = SUMBER.flatMap(imporDari);
const kata = (i: Impor): string => `${i.berkas}:${i.baris} -> ${i.tujuan}`;
const langgar = (milik: (b: string) => boolean, boleh: (i: Impor) => boolean): string[] =>
  IMPOR.filter((i) => milik(i.berkas) && !boleh(i)).map(kata);

const diKernel = (b: string): boolean => b.startsWith('src/kernel/');
const murni = (b: string): boolean =>
  /\.(decider|projection|process|upcasters)\.ts$/.test(b) ||
  b === 'src/reporting/capaian.ts' ||
  b === 'src/reporting/target-lemah.ts' ||
  b === 'src/approval/jalur.ts' ||
  b === 'src/approval/rute-bawaan.ts' ||
  b === 'src/approval/wewenang.ts';
const PURE_BERSAMA = ['src/approval/wewenang.ts', 'src/reporting/capaian.ts', 'src/projections/peristiwa.ts'];

describe('siapa boleh mengimpor siapa', () => {
  it('memeriksa impor yang benar-benar ada', () => {
    expect(SUMBER.length).toBeGreaterThan(20);
    expect(IMPOR.length).toBeGreaterThan(60);
  });

  it('kernel hanya mengimpor kernel; hanya sidik.ts memakai node:crypto', () => {
    expect(
      langgar(
        diKernel,
        (i) => diKernel(i.tujuan) || (i.berkas === 'src/kernel/sidik.ts' && i.tujuan === 'node:crypto'),
      ),
    ).toEqual([]);
  });

  it('aturan dan tampilan tidak mengenal Nest, infra, atau Node', () => {
    expect(
      langgar(
        murni,
        (i) =>
          diKernel(i.tujuan) ||
          murni(i.tujuan) ||
          PURE_BERSAMA.includes(i.tujuan) ||
          /^src\/projections\/(?!.*\.(resolver|query|module|tipe)\.ts$)(?!runtime\/).*\.ts$/.test(i.tujuan),
      ),
    ).toEqual([]);
  });

  it('capaian.ts dan kernel tanpa sidik dapat berjalan di peramban', () => {
    const peramban = (b: string): boolean =>
      b === 'src/reporting/capaian.ts' || (diKernel(b) && b !== 'src/kernel/sidik.ts');
    expect(langgar(peramban, (i) => i.tipeSaja || peramban(i.tujuan))).toEqual([]);
  });

  it('planning, reporting, dan oversight tidak memanggil handler satu sama lain', () => {
    const ruang = (b: string): string | undefined => /^src\/(planning|reporting|oversight)\//.exec(b)?.[1];
    expect(
      IMPOR.filter((i) => {
        const dari = ruang(i.berkas);
        const ke = ruang(i.tujuan);
        return (
          dari !== undefined &&
          ke !== undefined &&
          dari !== ke &&
          /\.(handler|resolver|module)\.ts$/.test(i.tujuan)
        );
      }).map(kata),
    ).toEqual([]);
  });

  it('penulisan tidak bergantung pada tampilan, dan tampilan tidak mengirim perintah', () => {
    expect(
      langgar(
        (b) => /^src\/(planning|reporting|approval)\//.test(b),
        (i) => !i.tujuan.startsWith('src/projections/'),
      ),
    ).toEqual([]);
    expect(
      langgar(
        (b) => b.startsWith('src/projections/'),
        (i) => !/\.handler\.ts$|^@nestjs\/cqrs$/.test(i.tujuan),
      ),
    ).toEqual([]);
  });

  it('hanya adaptornya mengimpor klien EventStoreDB dan PostgreSQL, dan hanya infra membuka SQLite', () => {
    expect(
      langgar(
        () => true,
        (i) => i.tujuan !== '@eventstore/db-client' || i.berkas.startsWith('src/infra/event-store/esdb.'),
      ),
    ).toEqual([]);
    expect(
      langgar(
        () => true,
        (i) => i.tujuan !== 'node:sqlite' || i.berkas.startsWith('src/infra/'),
      ),
    ).toEqual([]);
    expect(
      langgar(
        () => true,
        (i) =>
          i.tujuan !== 'pg' ||
          /^src\/infra\/(view-store|event-store)\/postgres\./.test(i.berkas) ||
          i.berkas === 'src/infra/identity/basis-identitas.ts', // one base, two dialects
      ),
    ).toEqual([]);
  });

  it('klien PostgreSQL dimuat hanya bila dipakai: bagian lain menyebut tokonya sebagai tipe saja', () => {
    const postgres = (b: string): boolean => b.startsWith('src/infra/view-store/postgres.');
    expect(
      IMPOR.filter((i) => postgres(i.tujuan) && !postgres(i.berkas) && !i.tipeSaja).map((i) => i.berkas),
    ).toEqual(['src/infra/view-store/buka-views.ts']);
  });

  it('sumber tidak mengenal protokol EventStoreDB: gRPC dan stub klien hanya dipakai tiruan di bawah test', () => {
    expect(
      langgar(
        () => true,
        (i) => !/^@grpc\/|^google-protobuf|^@eventstore\/db-client\/|^test\//.test(i.tujuan),
      ),
    ).toEqual([]);
  });

  it('hanya telemetry yang mengenal Prometheus, dan cadangan tidak mengenal Nest', () => {
    expect(
      langgar(
        () => true,
        (i) => i.tujuan !== 'prom-client' || i.berkas.startsWith('src/infra/telemetry/'),
      ),
    ).toEqual([]);
    expect(
      langgar(
        (b) => b.startsWith('src/infra/cadangan/'),
        (i) => i.tujuan.startsWith('node:') || /^src\/(akar|versi|kernel|infra)\b/.test(i.tujuan),
      ),
    ).toEqual([]);
  });

  it('hanya telemetry/otel* mengenal OpenTelemetry, dan bagian lain memuatnya hanya bila dipakai', () => {
    const otel = (b: string): boolean => /^src\/infra\/telemetry\/otel[^/]*\.ts$/.test(b);
    expect(
      langgar(
        () => true,
        (i) => !i.tujuan.startsWith('@opentelemetry/') || otel(i.berkas),
      ),
    ).toEqual([]);
    expect(IMPOR.filter((i) => otel(i.tujuan) && !otel(i.berkas)).map((i) => i.berkas)).toEqual([
      'src/aplikasi.ts',
    ]);
    expect(readFileSync(join(AKAR, 'src/aplikasi.ts'), 'utf8')).toMatch(
      /await import\('\.\/infra\/telemetry\/otel\.js'\)/,
    );
  });

  it('hanya adaptor dokumen mengenal pembaca dan penulis lembar kerja serta penyusun PDF, dan dimuat hanya bila ada berkas', () => {
    const dokumen = (b: string): boolean => b.startsWith('src/infra/documents/');
    const pustaka = /^(hucre|saxes|yauzl|uqr|@myriaddreamin\/typst-ts-node-compiler)(\/|$)/;
    expect(
      langgar(
        () => true,
        (i) =>
          !pustaka.test(i.tujuan) ||
          dokumen(i.berkas) ||
          (i.tujuan === 'uqr' && i.berkas === 'src/infra/identity/akun/totp.ts'),
      ),
    ).toEqual([]);
    expect(
      IMPOR.filter((i) => dokumen(i.tujuan) && !dokumen(i.berkas) && !i.tipeSaja).map((i) => i.tujuan),
    ).toEqual(
      expect.not.arrayContaining([
        expect.stringMatching(/documents\/(?!lembar-kerja\.adaptor|pk\/typst\.pencetak)/),
      ]),
    );
    expect(
      langgar(
        (b) => /\.lembar\.ts$/.test(b),
        (i) => diKernel(i.tujuan) || i.tipeSaja,
      ),
    ).toEqual([]);
  });

  it('hanya satu berkas mengenal pustaka OpenID Connect, dan memuatnya hanya bila dipakai', () => {
    const tempat = 'src/infra/identity/oidc/penyedia-oidc.ts';
    expect(
      langgar(
        () => true,
        (i) => i.tujuan !== 'openid-client' || i.berkas === tempat,
      ),
    ).toEqual([]);
    expect(readFileSync(join(AKAR, tempat), 'utf8')).not.toMatch(/^import (?!type )[^;]*'openid-client'/m);
  });

  it('tidak ada yang bergantung pada pertukaran berkas selain tepi', () =>
    expect(
      langgar(
        (b) => !b.startsWith('src/exchange/'),
        (i) =>
          !i.tujuan.startsWith('src/exchange/') ||
          i.tipeSaja ||
          /^src\/(app\.module|aplikasi|cli\/[\w-]+)\.ts$/.test(i.berkas),
      ),
    ).toEqual([]));

  it('tidak memakai EventBus atau saga Nest: log adalah satu-satunya bus peristiwa', () => {
    const pelanggar = SUMBER.filter((b) =>
      /\b(EventBus|EventPublisher|@?Saga|EventsHandler)\b/.test(readFileSync(b, 'utf8')),
    );
    expect(pelanggar.map((b) => relative(AKAR, b))).toEqual([]);
  });

  it('tidak ada barrel, utils, any, atau TODO tanpa nomor', () => {
    const nama = SUMBER.map((b) => relative(AKAR, b)).filter((b) =>
      /\/(index|utils|helpers?|common)(\.ts|\/)/.test(b),
    );
    expect(nama).toEqual([]);
    const isi = SUMBER.filter((b) => {
      const kode = readFileSync(b, 'utf8');
      const tanpaKomentar = kode.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      return /:\s*any\b|<any>|as any\b/.test(tanpaKomentar) || /\bTODO\b(?! #\d)/.test(kode);
    });
    expect(isi.map((b) => relative(AKAR, b))).toEqual([]);
  });

  it('tidak ada jam, acak, atau lingkungan di dalam aturan', () => {
    const pelanggar = SUMBER.filter((b) => {
      const r = relative(AKAR, b);
      return (
        (murni(r) || (diKernel(r) && r !== 'src/kernel/sidik.ts')) &&
        /new Date\(\)|Date\.now|Math\.random|randomUUID|process\.env/.test(readFileSync(b, 'utf8'))
      );
    });
    expect(pelanggar.map((b) => relative(AKAR, b))).toEqual([]);
  });
});
