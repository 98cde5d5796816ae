import { WebSocket } from 'ws';
import { PengolahSandi } from '../../src/infra/identity/akun/scrypt.js';
import {
  akunJadi,
  JABATAN_KADIS,
  type JawabanHttp,
  type Kepala,
  kirim,
  Peramban,
  pelaksana,
  SANDI,
  siapkanKota,
} from '../support/akun.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';

const MURAH = 1_024; // what a derivation costs is not what these tests are about
const MASUK = JSON.stringify({ namaPengguna: 'kadis', sandi: SANDI });

/** Attacks on accounts and sessions; the number is that of the list of bad inputs. */
describe('serangan terhadap akun dan sesi', () => {
  let app: AplikasiUji;
  let hitungan: jest.SpyInstance;
  const JSON_AMANAH: Kepala = { 'content-type': 'application/json', 'x-amanah': '1' };
  beforeAll(async () => {
    hitungan = jest.spyOn(PengolahSandi.prototype as unknown as { turunkan: () => unknown }, 'turunkan');
    app = await mulaiUji(undefined, { scryptN: MURAH });
    await siapkanKota(app, { kepala: 'S-kadis', perencana: 'S-rencana' });
    await akunJadi(app, 'kadis', 'S-kadis');
    await akunJadi(app, 'perencana.dinas', 'S-rencana');
  });
  afterAll(async () => {
    hitungan.mockRestore();
    await app.tutup();
  });

  const masukJadi = async (nama = 'kadis'): Promise<Peramban> => {
    const p = new Peramban(app.alamat);
    const { status, badan } = await p.masuk(nama);
    expect([status, badan.jabatan]).toEqual([200, expect.any(String)]);
    return p;
  };
  const siapa = async (p: Peramban): Promise<number> => (await p.gql('{ tampilan { tampilan } }')).status;
  const jenisKeamanan = async (): Promise<string[]> =>
    (await app.aplikasi.rakitan.keamanan.semua()).map((b) => b.jenis);
  const bukaKunci = (nama = 'kadis'): Promise<void> => pelaksana(app).bukaKunci(nama);

  it('1: sepuluh sandi salah: kalimat dan kerja yang sama bagi nama yang dikenal dan yang tidak, lalu terkunci', async () => {
    const coba = async (
      nama: string,
      sandi: string,
    ): Promise<[number, string | undefined, string, number]> => {
      const semula = hitungan.mock.calls.length;
      const { status, kode, galat } = await new Peramban(app.alamat).masuk(nama, sandi);
      return [status, kode, galat?.message ?? '', hitungan.mock.calls.length - semula];
    };
    const [dikenal, asing] = [[] as unknown[], [] as unknown[]];
    for (let i = 0; i < 10; i++) {
      dikenal.push(await coba('kadis', `salah sama sekali ${i}`));
      asing.push(await coba('tidak-ada', `salah sama sekali ${i}`));
    }
    expect(dikenal).toEqual(asing);
    expect(new Set(dikenal.map((d) => JSON.stringify(d))).size).toBe(1);
    expect(dikenal[0]).toEqual([401, 'MASUK_DITOLAK', expect.stringContaining('terkunci 15 menit'), 1]);
    expect(await coba('kadis', SANDI)).toEqual(dikenal[0]); // locked: the right one is refused too
    const jenis = await jenisKeamanan();
    expect(jenis.filter((j) => j === 'AKUN_TERKUNCI')).toHaveLength(1);
    expect(jenis.filter((j) => j === 'MASUK_GAGAL')).toHaveLength(21);
    await bukaKunci();
    await masukJadi();
  });

  it('1: lima percobaan serentak mengunci juga, dan yang benar di belakangnya ditolak', async () => {
    const p = (): Peramban => new Peramban(app.alamat);
    const salah = Array.from({ length: 5 }, (_, i) => p().masuk('kadis', `serentak salah ${i}`));
    const semua = await Promise.all([...salah, p().masuk('kadis')]);
    expect(semua.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401]);
    await bukaKunci();
  });

  it.each<[string, unknown, number, string]>([
    ['1 MB', 'x'.repeat(1_000_000), 413, 'KUERI_TERLALU_BERAT'],
    ['1.025 bita', 'é'.repeat(513), 400, 'SANDI_TIDAK_MEMENUHI'],
    ['NUL', `${SANDI}\0`, 400, 'SANDI_TIDAK_MEMENUHI'],
    ['setengah karakter', `${SANDI}\ud800`, 400, 'SANDI_TIDAK_MEMENUHI'],
    ['spasi di akhir', `${SANDI} `, 401, 'MASUK_DITOLAK'],
    ['huruf besar', SANDI.toUpperCase(), 401, 'MASUK_DITOLAK'],
    ['emoji', `${SANDI}🔑`, 401, 'MASUK_DITOLAK'],
    ['kosong', '', 401, 'MASUK_DITOLAK'],
    ['bukan teks', { $ne: null }, 400, 'MASUKAN_TIDAK_SAH'],
    ['daftar', [SANDI], 400, 'MASUKAN_TIDAK_SAH'],
  ])('2: sandi %s', async (_, sandi, status, kode) => {
    const jawab = await new Peramban(app.alamat).post('/masuk', { namaPengguna: 'kadis', sandi });
    expect([jawab.status, jawab.kode]).toEqual([status, kode]);
    expect(jawab.kuki).toBeUndefined();
    await bukaKunci();
  });

  it('2: isian yang tidak dikenal ditolak, bukan diabaikan', async () => {
    const isi = { namaPengguna: 'kadis', sandi: SANDI, peran: 'operator' };
    const jawab = await new Peramban(app.alamat).post('/masuk', isi);
    expect([jawab.status, jawab.kode]).toEqual([400, 'MASUKAN_TIDAK_SAH']);
  });

  it('3: id sesi dari sebelum masuk tidak berlaku sesudahnya, juga yang dipasang orang lain', async () => {
    const p = await masukJadi('perencana.dinas');
    const lama = p.kuki;
    await p.masuk('kadis');
    expect(p.kuki).not.toBe(lama);
    const penyerang = new Peramban(app.alamat);
    penyerang.kuki = lama;
    expect([await siapa(penyerang), await siapa(p)]).toEqual([401, 200]);
    const karangan = new Peramban(app.alamat);
    karangan.kuki = `amanah=${'a'.repeat(43)}`;
    await karangan.masuk('kadis');
    expect(karangan.kuki).not.toContain('aaaa');
  });

  it('3: bukti ulang dan pergantian jabatan memutar id; yang lama tidak berlaku', async () => {
    const p = await masukJadi();
    for (const langkah of [() => p.bukti(), () => p.post('/sesi/jabatan', { jabatan: JABATAN_KADIS })]) {
      const lama = p.kuki;
      expect((await langkah()).status).toBe(200);
      const penyerang = new Peramban(app.alamat);
      penyerang.kuki = lama;
      expect([await siapa(penyerang), await siapa(p)]).toEqual([401, 200]);
    }
  });

  it('4: keluar, akun nonaktif, dan sandi lewat tautan mengakhiri sesi seketika', async () => {
    const keluar = await masukJadi();
    expect((await keluar.post('/keluar')).status).toBe(200);
    const curian = new Peramban(app.alamat);
    const [a, b] = [await masukJadi(), await masukJadi()];
    curian.kuki = a.kuki;
    await pelaksana(app).nonaktifkan('kadis');
    expect(await Promise.all([keluar, a, b, curian].map(siapa))).toEqual([401, 401, 401, 401]);
    expect((await new Peramban(app.alamat).masuk('kadis')).kode).toBe('MASUK_DITOLAK');
    await pelaksana(app).aktifkan('kadis');
    expect(await siapa(a)).toBe(401); // an ended one does not come back
    const c = await masukJadi();
    const rahasia = (await pelaksana(app).buatTautan('kadis')).split('#')[1];
    expect((await new Peramban(app.alamat).post('/tautan', { rahasia, sandi: SANDI })).status).toBe(200);
    expect(await siapa(c)).toBe(401);
  });

  it('4: pejabat yang diganti ditolak pada permintaan berikutnya, dan sesinya berakhir', async () => {
    const p = await masukJadi('perencana.dinas');
    const operator = app.token({ peran: 'operator', subjek: null });
    const milik = {
      pemda: '61.71',
      opd: 'disnaker',
      jabatan: 'perencana',
      subjek: 'S-rencana',
      status: 'definitif',
    };
    const masa = { mulai: '2020-01-01', selesai: '2021-12-31' };
    expect(await siapa(p)).toBe(200);
    const { errors } = await app.jalankan('berhentikanPejabat', { ...milik, ...masa }, operator);
    expect(errors).toEqual([]);
    expect(await siapa(p)).toBe(401);
    const [akhir] = (await app.aplikasi.rakitan.keamanan.semua()).slice(-1);
    expect(akhir).toMatchObject({ jenis: 'SESI_DIAKHIRI', rincian: { sebab: 'jabatan berganti' } });
    const lagi = new Peramban(app.alamat);
    const { badan } = await lagi.masuk('perencana.dinas');
    expect([badan.jabatan, badan.dapatBertindak]).toEqual([null, []]);
    const kosong = await lagi.gql('{ tampilan { tampilan } }'); // there is nothing it could choose first
    expect([kosong.status, kosong.kode]).toEqual([403, 'TANPA_JABATAN']);
  });

  it.each<[string, (k: string) => string]>([
    ['satu huruf lain', (k) => `${k.slice(0, -1)}${k.endsWith('A') ? 'B' : 'A'}`],
    ['terpotong', (k) => k.slice(0, -1)],
    ['kosong', () => 'amanah='],
    ['dua kali', (k) => `${k}; ${k}`],
    ['nama __Host- tanpa TLS', (k) => `__Host-${k}`],
    ['sidiknya sendiri', () => `amanah=${'0'.repeat(64)}`],
    ['JWT alg none', () => 'amanah=eyJhbGciOiJub25lIn0.eyJzdWIiOiJrYWRpcyJ9.'],
    ['kutip SQL', () => `amanah=' or 1=1 --`],
    ['10 KB', () => `amanah=${'A'.repeat(10_000)}`],
  ])('6: kuki %s: 401', async (_, ubah) => {
    const p = await masukJadi();
    p.kuki = ubah(p.kuki ?? '');
    expect(await siapa(p)).toBe(401);
  });

  it.each<[string, string, string, Kepala, number]>([
    ['7: formulir text/plain berisi JSON', 'POST', '/graphql', { 'content-type': 'text/plain' }, 415],
    [
      '7: formulir halaman asing',
      'POST',
      '/graphql',
      { 'content-type': 'text/plain', origin: 'https://jahat.example' },
      403,
    ],
    ['7: formulir biasa', 'POST', '/keluar', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['7: JSON tanpa kepala X-Amanah', 'POST', '/graphql', { 'content-type': 'application/json' }, 403],
    ['7: keluar tanpa kepala X-Amanah', 'POST', '/keluar', { 'content-type': 'application/json' }, 403],
    ['7: masuk tanpa kepala X-Amanah', 'POST', '/masuk', { 'content-type': 'application/json' }, 403],
    ['7: Origin asing', 'POST', '/graphql', { ...JSON_AMANAH, origin: 'https://jahat.example' }, 403],
    ['7: Origin null', 'POST', '/keluar', { ...JSON_AMANAH, origin: 'null' }, 403],
    ['8: mutasi lewat GET', 'GET', '/graphql?query=mutation{x}', JSON_AMANAH, 405],
    ['8: mutasi lewat GET dari tautan', 'GET', '/graphql?query=mutation{x}', {}, 405],
    ['8: keluar lewat GET', 'GET', '/keluar', {}, 404],
    ['10: preflight dari halaman asing', 'OPTIONS', '/sesi', { origin: 'https://jahat.example' }, 403],
    ['10: preflight dari halaman sendiri', 'OPTIONS', '/sesi', {}, 405],
    ['50: TRACE', 'TRACE', '/sesi', {}, 405],
    ['50: pengganti metode', 'GET', '/keluar', { 'x-http-method-override': 'POST' }, 404],
    ['51: Host asing', 'GET', '/sesi', { host: 'jahat.example' }, 403],
    ['51: X-Forwarded-Host dari bukan proksi', 'GET', '/sesi', { 'x-forwarded-host': 'jahat.example' }, 200],
    ['51: X-User dan X-Tenant', 'GET', '/sesi', { 'x-user': 'operator', 'x-tenant': '35.75' }, 200],
  ])('%s', async (_, metode, jalur, headers, status) => {
    const p = await masukJadi();
    const kepala = { ...headers, cookie: p.kuki ?? '' };
    const jawab = await kirim(
      app.alamat,
      metode,
      jalur,
      kepala,
      metode !== 'POST' ? undefined : jalur === '/masuk' ? MASUK : '{"query":"{__typename}"}',
    );
    expect(jawab.status).toBe(status);
    expect(Object.keys(jawab.headers).filter((h) => h.startsWith('access-control'))).toEqual([]);
    expect(await siapa(p)).toBe(200); // still in: nothing was done in the session's name
  });

  it.each([
    '//graphql',
    '/graphql/',
    '/graphql;x',
    '/%67raphql',
    '/graphql%2f',
    '/GraphQL',
    '/x/../graphql',
    '/%2e%2e/graphql',
  ])('50: %s tidak membuka apa pun tanpa sesi', async (jalur) => {
    const isi = '{"query":"{ tampilan { tampilan } }"}';
    const { status, badan } = await kirim(app.alamat, 'POST', jalur, JSON_AMANAH, isi);
    expect([401, 404]).toContain(status);
    expect(badan.data ?? null).toBeNull();
  });

  it('50: HEAD pada pintu sesi tanpa kuki: 401', async () => {
    expect((await kirim(app.alamat, 'HEAD', '/sesi')).status).toBe(401);
  });

  const soket = (headers: Kepala, params: object = {}): Promise<[kode: number, sebab: string]> =>
    new Promise((jawab) => {
      const ws = new WebSocket(`${app.alamat.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        headers,
      });
      ws.on('open', () => ws.send(JSON.stringify({ type: 'connection_init', payload: params })));
      ws.on('message', (m) => jawab([0, String(JSON.parse(String(m)).type)]));
      ws.on('close', (kode, sebab) => jawab([kode, String(sebab)]));
      ws.on('error', (e) => jawab([-1, e.message]));
    });

  it('9: WebSocket tanpa sesi, atau dengan Origin asing, ditutup', async () => {
    const p = await masukJadi();
    const [cookie, origin] = [p.kuki ?? '', app.alamat];
    expect(await soket({ origin })).toEqual([4403, 'TANPA_TOKEN']);
    expect(await soket({ cookie })).toEqual([4403, 'TANPA_TOKEN']); // a browser says Origin
    expect(await soket({ cookie, origin: 'https://jahat.example' })).toEqual([4403, 'ASAL_DITOLAK']);
    expect(await soket({ cookie: 'amanah=palsu', origin })).toEqual([4403, 'TANPA_TOKEN']);
    expect(await soket({ cookie, origin })).toEqual([0, 'connection_ack']);
    await p.post('/keluar');
    expect(await soket({ cookie, origin })).toEqual([4403, 'TANPA_TOKEN']);
  });

  it('34: bukti ulang tidak pernah diberikan kepada token', async () => {
    const token = app.token({});
    for (const jalur of ['/sesi/bukti', '/sesi/sandi', '/sesi/totp', '/keluar']) {
      const kepala = { ...JSON_AMANAH, authorization: `Bearer ${token}` };
      const isi = jalur === '/sesi/sandi' ? { lama: SANDI, baru: SANDI } : { sandi: SANDI };
      const jawab = await kirim(app.alamat, 'POST', jalur, kepala, JSON.stringify(isi));
      expect([jalur, jawab.status, jawab.kode]).toEqual([jalur, 401, 'TANPA_TOKEN']);
    }
  });

  it('55: baris baru, kode ANSI, dan peramban bernama 10 KB tidak menulis baris catatan sendiri', async () => {
    const semula = app.catatan.length;
    const nama = 'kadis\r\n{"tingkat":"error","pesan":"palsu"}\u001b[31m';
    const p = new Peramban(app.alamat, { 'user-agent': `x${'y'.repeat(10_000)}` });
    const { status } = await p.masuk(nama, 'salah');
    expect(status).toBe(401);
    const baru = app.catatan.slice(semula);
    expect(baru.map((b) => b.pesan)).toEqual(['ditolak']);
    expect(JSON.stringify(baru)).not.toMatch(/palsu|yyyy|\\u001b/);
  });
});

describe('batas percobaan di belakang proksi', () => {
  let app: AplikasiUji;
  beforeAll(async () => {
    app = await mulaiUji(undefined, { proksi: ['127.0.0.1'], scryptN: MURAH });
    await akunJadi(app, 'kadis');
  });
  afterAll(() => app.tutup());
  const dari = (alamat: string): Peramban =>
    new Peramban(app.alamat, { 'x-forwarded-for': `1.2.3.4, ${alamat}` });
  const berkali = async (kali: number, coba: (i: number) => Promise<JawabanHttp>): Promise<number[]> => {
    const status: number[] = [];
    for (let i = 0; i < kali; i++) status.push((await coba(i)).status);
    return status;
  };

  it('satu nama dari banyak alamat: 429 sebelum ada sandi yang dihitung, dikenal atau tidak', async () => {
    for (const nama of ['kadis', 'tidak-ada']) {
      const coba = (i: number): Promise<JawabanHttp> =>
        dari(`10.1.0.${i + 1}`).masuk(nama, 'salah sama sekali');
      expect(new Set(await berkali(30, coba))).toEqual(new Set([401]));
      const dihitung = jest.spyOn(PengolahSandi.prototype, 'cocok');
      const { status, kode, badan } = await coba(99);
      expect([status, kode, dihitung.mock.calls.length]).toEqual([429, 'TERLALU_SERING', 0]);
      expect(badan.errors[0].extensions.rincian.detik).toBeGreaterThan(0);
      dihitung.mockRestore();
    }
  });

  it('satu alamat dengan banyak nama: 429; alamat lain tidak terhalang, dan yang ditulis pengirim sendiri tidak dipercaya', async () => {
    const coba = (i: number): Promise<JawabanHttp> =>
      new Peramban(app.alamat, { 'x-forwarded-for': `9.9.9.${i}, 10.2.0.1` }).masuk(
        `nama-${i}`,
        'salah sama sekali',
      );
    const status = await berkali(61, coba);
    expect([status.filter((s) => s === 401).length, status[60]]).toEqual([60, 429]);
    expect((await dari('10.2.0.2').masuk('nama-lain', 'salah sama sekali')).status).toBe(401);
  });

  it('yang berhasil tidak dihitung: satu kantor masuk dari satu alamat', async () => {
    await akunJadi(app, 'banyak');
    expect(new Set(await berkali(70, () => dari('10.3.0.1').masuk('banyak')))).toEqual(new Set([200]));
  });
});
