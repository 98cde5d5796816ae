import { Rahasia } from '../../src/kernel/rahasia.js';
import { akunJadi, pelaksana, siapkanKota } from '../support/akun.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { ASAL, PerambanOidc } from '../support/oidc-tiruan/peramban.js';
import { type CaraToken, KLIEN, OidcTiruan, RAHASIA_KLIEN } from '../support/oidc-tiruan/server.js';
import type { Klaim } from '../support/oidc-tiruan/token.js';

const MURAH = 1_024;
const SESI = '__Host-amanah';
const PERMINTAAN = '__Host-amanah-oidc';
const detik = (): number => Math.floor(Date.now() / 1_000);

/** Attack 5 of the list of bad inputs, and its like: whatever comes back from the provider, nobody comes in by it. */
describe('serangan lewat penyedia OpenID Connect', () => {
  let app: AplikasiUji;
  let penyedia: OidcTiruan;
  let lain: OidcTiruan;
  beforeAll(async () => {
    [penyedia, lain] = [await OidcTiruan.mulai(), await OidcTiruan.mulai()];
    const klien = { klien: KLIEN, rahasia: new Rahasia(RAHASIA_KLIEN), nama: 'Masuk <lain>', acr: [] };
    const oidc = { penerbit: penyedia.penerbit, ...klien };
    app = await mulaiUji(undefined, { scryptN: MURAH, asal: ASAL, oidc });
    await siapkanKota(app, { kepala: 'S-kadis' });
    await pelaksana(app).buat('kadis', 'S-kadis');
    await pelaksana(app).tautkanOidc('kadis', { penerbit: penyedia.penerbit, sub: 'S-1' });
  });
  afterAll(async () => {
    await app.tutup();
    penyedia.tutup();
    lain.tutup();
  });
  beforeEach(() => {
    penyedia.biasa();
    lain.biasa();
  });

  const peramban = (): PerambanOidc => new PerambanOidc(app.alamat, penyedia);
  const isi = async (): Promise<unknown> => {
    const { db } = app.aplikasi.rakitan.identitas;
    return [
      await db.selectFrom('akun').selectAll().orderBy('id').execute(),
      await db.selectFrom('akun_oidc').selectAll().execute(),
      (await db.selectFrom('sesi').select('sidik').execute()).length,
    ];
  };
  const catatan = async () => (await app.aplikasi.rakitan.keamanan.semua()).at(-1);

  /** Refused, and nothing is there that was not there before but one note. */
  const tertolak = async (
    p: PerambanOidc,
    alamat: string,
    [kode, sebab]: readonly [kode: string, sebab: string],
  ): Promise<void> => {
    const [semula, sejak] = [await isi(), (await app.aplikasi.rakitan.keamanan.semua()).length];
    const jawab = await p.kembali(alamat);
    expect([jawab.kode, jawab.headers.location]).toEqual([kode, undefined]);
    expect(jawab.status).toBe(kode === 'OIDC_DITOLAK' ? 403 : 503);
    expect(p.kuki.has(SESI)).toBe(false);
    expect(await isi()).toEqual(semula);
    const catatan = (await app.aplikasi.rakitan.keamanan.semua()).slice(sejak);
    expect(catatan.map((c) => [c.jenis, c.rincian.cara, c.rincian.sebab])).toEqual([
      ['MASUK_GAGAL', 'oidc', sebab],
    ]);
  };
  const JAWABAN = ['OIDC_DITOLAK', 'jawaban'] as const;
  const PENYEDIA = ['OIDC_DITOLAK', 'penyedia'] as const;
  const PERMINTAAN_LAIN = ['OIDC_DITOLAK', 'permintaan'] as const;
  const MATI = ['OIDC_TIDAK_TERSEDIA', 'tidak tersedia'] as const;

  it('tanpa serangan: orangnya masuk, di sesi yang baru, dan catatannya menyebut caranya', async () => {
    const p = peramban();
    const jawab = await p.masuk();
    expect([jawab.status, jawab.headers.location]).toEqual([303, '/']);
    expect([p.kuki.has(SESI), p.kuki.has(PERMINTAAN)]).toEqual([true, false]);
    expect((await p.get('/sesi')).badan).toMatchObject({ jabatan: '61.71.disnaker.kepala' });
    expect(await catatan()).toMatchObject({ jenis: 'MASUK', rincian: { cara: 'oidc' } });
  });

  it('tanda tangan ES256 diterima juga', async () => {
    penyedia.alg = 'ES256';
    expect((await peramban().masuk()).status).toBe(303);
  });

  it.each<[string, CaraToken, readonly [string, string]]>([
    ['tanpa tanda tangan (alg none), walaupun penyedia menyebutnya', 'tanpa-tanda-tangan', JAWABAN],
    ['HS256 dengan rahasia klien', 'hs256', JAWABAN],
    ['tanda tangan dari kunci lain bernama sama', 'kunci-lain', JAWABAN],
    ['kunci yang tidak dikenal', 'kid-lain', JAWABAN],
    ['tanda tangan yang satu hurufnya lain', 'dirusak', JAWABAN],
    ['tanpa ID token', 'tanpa-id-token', JAWABAN],
    ['HTML sebagai jawaban', 'html', JAWABAN],
    ['JSON yang terpotong', 'bukan-json', JAWABAN],
    ['jawaban 2 MB', 'besar', JAWABAN],
    ['pengalihan', 'alihkan', MATI],
    ['galat 500', 'galat', MATI],
    ['pintu token yang tidak menjawab', 'gantung', MATI],
  ])('%s: tidak ada yang masuk', async (_, cara, hasil) => {
    penyedia.cara = cara;
    const p = peramban();
    await tertolak(p, await p.pergi(), hasil);
    expect(penyedia.diminta).not.toContain('POST /token-lain');
    expect(penyedia.hitungToken).toBe(1);
  });

  it.each<[string, () => Klaim]>([
    ['nonce lain', () => ({ nonce: 'lain' })],
    ['tanpa nonce', () => ({ nonce: undefined })],
    ['penerbit lain', () => ({ iss: lain.penerbit })],
    ['bagi klien lain', () => ({ aud: 'klien-lain' })],
    ['bagi beberapa klien, tanpa menyebut yang meminta', () => ({ aud: [KLIEN, 'klien-lain'] })],
    ['diminta klien lain', () => ({ azp: 'klien-lain' })],
    ['kedaluwarsa', () => ({ exp: detik() - 120 })],
    ['tanpa akhir', () => ({ exp: undefined })],
    ['dibuat di masa depan', () => ({ iat: detik() + 600 })],
    ['belum berlaku', () => ({ nbf: detik() + 600 })],
    ['tanpa sub', () => ({ sub: undefined })],
    ['sub bukan teks', () => ({ sub: 7 })],
    ['sub 256 huruf', () => ({ sub: 'x'.repeat(256) })],
    ['masuk di masa depan', () => ({ auth_time: detik() + 600 })],
  ])('ID token %s: ditolak', async (_, klaim) => {
    penyedia.klaim = klaim();
    const p = peramban();
    await tertolak(p, await p.pergi(), JAWABAN);
  });

  const diubah = (alamat: string, ubah: (p: URLSearchParams) => void): string => {
    const url = new URL(alamat);
    ubah(url.searchParams);
    return url.href;
  };

  it.each<[string, (p: URLSearchParams) => void, readonly [string, string]]>([
    ['tanpa state', (p) => p.delete('state'), JAWABAN],
    ['state lain', (p) => p.set('state', 'x'.repeat(43)), JAWABAN],
    ['dua state', (p) => p.append('state', 'lain'), JAWABAN],
    ['tanpa iss, padahal penyedia menyebutnya selalu', (p) => p.delete('iss'), JAWABAN],
    ['iss penyedia lain (tertukar)', (p) => p.set('iss', lain.penerbit), JAWABAN],
    ['tanpa kode', (p) => p.delete('code'), JAWABAN],
    ['token langsung di alamat', (p) => p.set('id_token', 'a.b.c'), JAWABAN],
    ['penyedia menolak', (p) => p.set('error', 'access_denied\r\n<script>'), PENYEDIA],
  ])('kembali %s: ditolak sebelum penyedia ditanya', async (_, ubah, hasil) => {
    const p = peramban();
    await tertolak(p, diubah(await p.pergi(), ubah), hasil);
    expect(penyedia.hitungToken).toBe(0);
    expect(JSON.stringify(await catatan())).not.toContain('script');
  });

  it('kode dari penyedia lain, juga dengan iss yang benar: ditolak, dan tidak dikirim ke sana', async () => {
    const p = peramban();
    const kode = lain.terbitkan(`${ASAL}/masuk/oidc/kembali`, 'x', 'y');
    await tertolak(
      p,
      diubah(await p.pergi(), (q) => q.set('code', kode)),
      PENYEDIA,
    );
    expect(lain.diminta).toEqual([]);
  });

  it('kode yang dipakai lagi: alamat yang sama ditolak di sini, kode yang sama di permintaan lain oleh penyedia', async () => {
    const p = peramban();
    const alamat = await p.pergi();
    expect((await p.kembali(alamat)).status).toBe(303);
    p.kuki.delete(SESI);
    await tertolak(p, alamat, PERMINTAAN_LAIN);
    const lagi = await p.pergi();
    const kode = new URL(alamat).searchParams.get('code') ?? '';
    await tertolak(
      p,
      diubah(lagi, (q) => q.set('code', kode)),
      PENYEDIA,
    );
  });

  it('permintaan yang ditolak sekali tidak dapat dilanjutkan dengan jawaban yang benar', async () => {
    const p = peramban();
    const alamat = await p.pergi();
    const kuki = p.kuki.get(PERMINTAAN) ?? '';
    await tertolak(
      p,
      diubah(alamat, (q) => q.set('state', 'lain')),
      JAWABAN,
    );
    p.kuki.set(PERMINTAAN, kuki);
    await tertolak(p, alamat, PERMINTAAN_LAIN);
  });

  it('kode yang diterbitkan untuk alamat kembali yang lain: penyedia menolaknya', async () => {
    const p = peramban();
    const { headers } = await p.get('/masuk/oidc');
    const asing = diubah(String(headers.location), (q) =>
      q.set('redirect_uri', 'https://jahat.example/ambil'),
    );
    const { search } = new URL(penyedia.masuk(asing));
    await tertolak(p, `${ASAL}/masuk/oidc/kembali${search}`, PENYEDIA);
  });

  it.each([{ host: 'jahat.example' }, { 'x-forwarded-host': 'jahat.example', 'x-forwarded-proto': 'http' }])(
    'alamat kembali tidak mengikuti kepala permintaan: %j',
    async (kepala: Record<string, string>) => {
      const { status, headers } = await peramban().get('/masuk/oidc', kepala);
      if (status === 403) return expect(headers.location).toBeUndefined();
      const tujuan = new URL(String(headers.location));
      expect(tujuan.searchParams.get('redirect_uri')).toBe(`${ASAL}/masuk/oidc/kembali`);
    },
  );

  it('di peramban lain, tanpa kuki, atau dengan kuki permintaan orang lain: ditolak', async () => {
    const [korban, penyerang] = [peramban(), peramban()];
    const alamat = await penyerang.pergi();
    await tertolak(korban, alamat, PERMINTAAN_LAIN);
    await korban.pergi();
    await tertolak(korban, alamat, JAWABAN);
  });

  it('sesudah sepuluh menit: ditolak', async () => {
    const p = peramban();
    const alamat = await p.pergi();
    const { db } = app.aplikasi.rakitan.identitas;
    await db.updateTable('oidc_permintaan').set({ sampai: new Date().toISOString() }).execute();
    await tertolak(p, alamat, PERMINTAAN_LAIN);
  });

  it('sub yang tidak tertaut tidak membuat akun, juga bila surelnya milik orang yang dikenal', async () => {
    Object.assign(penyedia, { sub: 'S-9', klaim: { email: 'kadis', email_verified: true, name: 'kadis' } });
    const p = peramban();
    await tertolak(p, await p.pergi(), ['OIDC_DITOLAK', 'belum tertaut']);
    penyedia.biasa();
    penyedia.sub = 's-1'; // compared exactly
    await tertolak(p, await p.pergi(), ['OIDC_DITOLAK', 'belum tertaut']);
  });

  it('id sesi dari sebelum masuk mati, dan tidak menjadi id sesi yang baru (fiksasi)', async () => {
    const p = peramban();
    await p.masuk();
    const lama = p.kuki.get(SESI);
    await p.masuk();
    expect(p.kuki.get(SESI)).not.toBe(lama);
    const bekas = peramban();
    bekas.kuki.set(SESI, lama ?? '');
    expect([(await bekas.get('/sesi')).status, (await p.get('/sesi')).status]).toEqual([401, 200]);
  });

  it('akun yang dinonaktifkan, atau dilepas dari penyedia, tidak masuk; sesinya berakhir seketika', async () => {
    await akunJadi(app, 'staf');
    await pelaksana(app).tautkanOidc('staf', { penerbit: penyedia.penerbit, sub: 'S-2' });
    penyedia.sub = 'S-2';
    const p = peramban();
    expect((await p.masuk()).headers.location).toBe('/masuk#jabatan');
    await pelaksana(app).nonaktifkan('staf');
    expect((await p.get('/sesi')).status).toBe(401);
    p.kuki.clear();
    await tertolak(p, await p.pergi(), ['OIDC_DITOLAK', 'nonaktif']);
    await pelaksana(app).aktifkan('staf');
    expect((await p.masuk()).status).toBe(303);
    await pelaksana(app).lepasOidc('staf');
    expect((await p.get('/sesi')).status).toBe(401);
    p.kuki.clear();
    await tertolak(p, await p.pergi(), ['OIDC_DITOLAK', 'belum tertaut']);
  });

  it('peramban mendapat halaman berkode tanpa naskah, program mendapat JSON', async () => {
    const p = peramban();
    const jalur = '/masuk/oidc/kembali?error=x';
    const { status, badan, headers } = await p.get(jalur, { accept: 'text/html,*/*;q=0.8' });
    expect([status, headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'/);
    expect(badan).toMatch(/Mulai lagi dari halaman masuk[\s\S]*OIDC_DITOLAK · [\w-]{36}/);
    expect(badan).not.toMatch(/<script/);
    expect((await p.get(jalur)).galat?.message).toMatch(/Mulai lagi/);
    expect((await p.get('/masuk')).badan).toContain('href="/masuk/oidc">Masuk &#60;lain&#62;</a>');
  });

  it('rahasia klien, kode, token, dan isi permintaan tidak ada di catatan mana pun', async () => {
    const p = peramban();
    const alamat = new URL(await p.pergi());
    await p.kembali(alamat.href);
    const semua = JSON.stringify([app.catatan, await app.aplikasi.rakitan.keamanan.semua()]);
    const cari = [RAHASIA_KLIEN, 'S-1', ...['code', 'state'].map((n) => alamat.searchParams.get(n) ?? '')];
    expect(cari.filter((c) => c === '' || semua.includes(c))).toEqual([]);
  });
});

describe('penyedia yang belum, atau tidak lagi, terjangkau', () => {
  let app: AplikasiUji;
  let penyedia: OidcTiruan;
  beforeEach(async () => {
    penyedia = await OidcTiruan.mulai();
    const klien = { klien: KLIEN, rahasia: new Rahasia(RAHASIA_KLIEN), nama: 'Masuk lain', acr: [] };
    const oidc = { penerbit: penyedia.penerbit, ...klien };
    app = await mulaiUji(undefined, { scryptN: MURAH, asal: ASAL, oidc });
  });
  afterEach(async () => {
    await app.tutup();
    penyedia.tutup();
  });

  it('server mulai tanpa penyedia; yang mencoba mendapat 503, dan kemudian berhasil', async () => {
    expect(penyedia.diminta).toEqual([]);
    penyedia.mati = true;
    const p = new PerambanOidc(app.alamat, penyedia);
    const gagal = await p.get('/masuk/oidc');
    expect([gagal.status, gagal.kode]).toEqual([503, 'OIDC_TIDAK_TERSEDIA']);
    penyedia.mati = false;
    expect((await p.get('/masuk/oidc')).status).toBe(303);
  });

  it.each<[string, () => object]>([
    ['menyebut dirinya penerbit lain', () => ({ issuer: 'https://lain.example' })],
    ['menyebut dirinya dengan garis miring tambahan', () => ({ issuer: `${penyedia.penerbit}/` })],
    ['mengirim orang ke alamat tanpa TLS', () => ({ authorization_endpoint: 'http://jahat.example/a' })],
    ['mengirim orang ke naskah', () => ({ authorization_endpoint: 'javascript:alert(1)' })],
    ['mengirim rahasia ke alamat tanpa TLS', () => ({ token_endpoint: 'http://jahat.example/t' })],
    ['tanpa kunci', () => ({ jwks_uri: undefined })],
    ['hanya mengenal tanda tangan none', () => ({ id_token_signing_alg_values_supported: ['none'] })],
  ])('penyedia yang %s tidak dipakai', async (_, metadata) => {
    penyedia.metadata = metadata();
    const { status, kode } = await new PerambanOidc(app.alamat, penyedia).get('/masuk/oidc');
    expect([status, kode]).toEqual([503, 'OIDC_TIDAK_TERSEDIA']);
    const pesan = expect.stringMatching(/^penyedia OIDC: penemuan [\w-]+$/); // what the operator reads
    expect(app.catatan).toContainEqual(expect.objectContaining({ tingkat: 'warn', pesan }));
  });
});
