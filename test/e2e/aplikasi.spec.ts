import { mulaiAplikasi } from '../../src/aplikasi.js';
import { KonfigurasiAmanah } from '../../src/infra/konfigurasi/konfigurasi.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';

describe('aplikasi', () => {
  let app: AplikasiUji;
  let token: string;
  beforeAll(async () => {
    app = await mulaiUji();
    token = app.token({});
  });
  afterAll(() => app.tutup());

  it('kesehatan menyebut posisi log dan setiap tampilan, tanpa token', async () => {
    const res = await fetch(`${app.alamat}/kesehatan`);
    expect(res.status).toBe(200);
    expect(await res.json()).toMatchObject({ status: 'sehat', log: 'berjalan', posisi: -1 });
    expect(await (await fetch(`${app.alamat}/siap`)).json()).toEqual({ siap: true });
  });

  it('halaman penjelajah tidak menunjuk ke alamat lain, dan kebijakannya melarangnya', async () => {
    const res = await fetch(app.alamat);
    const html = await res.text();
    expect(html).not.toMatch(/(?:src|href)=["'](?!\/jelajah\/|data:)/);
    expect(html).not.toMatch(/https?:\/\//);
    const kebijakan = res.headers.get('content-security-policy') ?? '';
    expect(kebijakan).toContain("default-src 'none'");
    expect(kebijakan).toContain("connect-src 'self'");
    expect(kebijakan).not.toMatch(/https?:|unsafe-eval|\*/);
    const aset = [...html.matchAll(/(?:src|href)="(\/jelajah\/[^"]+)"/g)].map(([, a]) => String(a));
    expect(aset).toHaveLength(6);
    for (const a of [...aset, '/jelajah/graphql-ws/client.js']) {
      const jawab = await fetch(`${app.alamat}${a}`);
      expect([a, jawab.status]).toEqual([a, 200]);
    }
  });

  it('gaya penjelajah tidak memuat apa pun dari luar', async () => {
    const css = await (await fetch(`${app.alamat}/jelajah/graphiql.css`)).text();
    expect([...css.matchAll(/url\((?!["']?(?:data:|#))/g)]).toHaveLength(0);
    expect(css).not.toMatch(/@import/);
  });

  it.each([
    '/jelajah/../package.json',
    '/jelajah/%2e%2e/package.json',
    '/jelajah/tiada.js',
    '/tiada',
    '//graphql',
  ])('yang tidak ada di daftar tidak diberikan: %s', async (jalur) => {
    const res = await fetch(`${app.alamat}${jalur}`);
    expect(res.status).toBe(404);
    expect(await res.json()).toMatchObject({ errors: [{ extensions: { kode: 'TIDAK_DITEMUKAN' } }] });
  });

  it('introspeksi hanya untuk yang bertoken', async () => {
    const query = '{ __schema { queryType { name } } }';
    expect((await app.gql(query)).errors[0]?.extensions.kode).toBe('TANPA_TOKEN');
    expect((await app.gql(query, {}, token)).data.__schema.queryType.name).toBe('Query');
  });

  it('folder data hanya dipegang satu proses', async () => {
    const { data } = app.aplikasi.rakitan.konfigurasi;
    const kedua = mulaiAplikasi(new KonfigurasiAmanah(data, 0, '127.0.0.1', 'error'));
    await expect(kedua).rejects.toThrow(/sedang dipakai/);
  });

  it('berhenti tanpa menunggu sambungan yang diam', async () => {
    const lain = await mulaiUji();
    await fetch(`${lain.alamat}/siap`); // leaves a kept-alive connection behind
    await lain.tutup();
    await expect(fetch(`${lain.alamat}/siap`)).rejects.toThrow();
  });
});
