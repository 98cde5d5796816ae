import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jalankan as amanahAkun } from '../../src/cli/akun.js';
import { Rahasia } from '../../src/kernel/rahasia.js';
import { akunJadi, kodeTotp, pelaksana, SANDI, siapkanKota } from '../support/akun.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { ASAL, PerambanOidc } from '../support/oidc-tiruan/peramban.js';
import { KLIEN, OidcTiruan, RAHASIA_KLIEN } from '../support/oidc-tiruan/server.js';

const MURAH = 1_024;
const ACR = 'urn:uji:dua-faktor';
const VARIABEL = ['AMANAH_DATA', 'AMANAH_ASAL', 'AMANAH_OIDC_PENERBIT'] as const;

describe('masuk lewat penyedia OpenID Connect', () => {
  let app: AplikasiUji;
  let penyedia: OidcTiruan;
  let folder: string;
  const lingkungan = VARIABEL.map((v) => [v, process.env[v]] as const);
  beforeAll(async () => {
    penyedia = await OidcTiruan.mulai();
    folder = mkdtempSync(join(tmpdir(), 'amanah-oidc-'));
    Object.assign(process.env, {
      AMANAH_DATA: folder,
      AMANAH_ASAL: ASAL,
      AMANAH_OIDC_PENERBIT: penyedia.penerbit,
    });
    const klien = { klien: KLIEN, rahasia: new Rahasia(RAHASIA_KLIEN), nama: 'SSO', acr: [ACR] };
    const oidc = { penerbit: penyedia.penerbit, ...klien };
    app = await mulaiUji(folder, { scryptN: MURAH, asal: ASAL, oidc });
    await siapkanKota(app, { kepala: 'S-kadis' });
  });
  afterAll(async () => {
    await app.tutup();
    penyedia.tutup();
    rmSync(folder, { recursive: true });
    for (const [nama, nilai] of lingkungan)
      if (nilai === undefined) delete process.env[nama];
      else process.env[nama] = nilai;
  });
  beforeEach(() => penyedia.biasa());

  const peramban = (): PerambanOidc => new PerambanOidc(app.alamat, penyedia);
  const masukSandi = async (namaPengguna: string, kode?: string): Promise<PerambanOidc> => {
    const p = peramban();
    const isi = { namaPengguna, sandi: SANDI, ...(kode !== undefined && { kode }) };
    expect((await p.post('/masuk', isi)).status).toBe(200);
    return p;
  };
  const sesiOidc = (p: PerambanOidc, tujuan: string) => p.post('/sesi/oidc', { tujuan });
  const terbukti = async (p: PerambanOidc): Promise<boolean> => (await p.get('/sesi')).badan.terbukti;
  const jenis = async (banyak: number): Promise<string[]> =>
    (await app.aplikasi.rakitan.keamanan.semua()).slice(-banyak).map((c) => c.jenis);
  const permintaan = async (p: PerambanOidc, tujuan: string): Promise<URLSearchParams> =>
    new URL((await sesiOidc(p, tujuan)).badan.ke).searchParams;

  it('pemiliknya menautkan akunnya sendiri: di dalam sesi, setelah bukti ulang; lalu ia masuk tanpa kata sandi', async () => {
    await akunJadi(app, 'kadis', 'S-kadis');
    const p = await masukSandi('kadis');
    expect((await sesiOidc(p, 'tautkan')).kode).toBe('BUKTI_ULANG_DIPERLUKAN');
    await p.post('/sesi/bukti', { sandi: SANDI });
    const minta = await permintaan(p, 'tautkan');
    expect([minta.get('max_age'), minta.get('prompt')]).toEqual(['0', 'login']); // not whoever is logged in there
    penyedia.klaim = { auth_time: Math.floor(Date.now() / 1_000) - 600 };
    const lama = await p.kembali(await p.pergiDariSesi('tautkan'));
    expect(lama.galat?.extensions.rincian).toEqual({ sebab: 'bukti' });
    penyedia.klaim = {};
    const jawab = await p.kembali(await p.pergiDariSesi('tautkan'));
    expect([jawab.status, jawab.headers.location]).toEqual([303, '/']);
    expect(await jenis(1)).toEqual(['AKUN_DIUBAH']);
    const q = peramban();
    expect((await q.masuk()).status).toBe(303);
    expect((await q.get('/sesi')).badan).toMatchObject({
      jabatan: '61.71.disnaker.kepala',
      terbukti: false, // coming in is no proof
    });
    const [dipakai, sejenak] = [await p.pergiDariSesi('tautkan'), await q.get('/sesi')];
    expect([(await p.kembali(dipakai)).status, sejenak.status]).toEqual([303, 200]); // the same again
  });

  it('yang sudah tertaut dengan akun lain, atau akun yang tertaut dengan orang lain, tidak ditautkan lagi', async () => {
    await akunJadi(app, 'staf');
    const p = await masukSandi('staf');
    await p.post('/sesi/bukti', { sandi: SANDI });
    const coba = async () => (await p.kembali(await p.pergiDariSesi('tautkan'))).galat?.extensions.rincian;
    expect(await coba()).toEqual({ sebab: 'tertaut lain' }); // S-1 is kadis
    penyedia.sub = 'S-staf';
    expect(await coba()).toBeUndefined();
    penyedia.sub = 'S-lain';
    expect(await coba()).toEqual({ sebab: 'tertaut lain' });
    expect(await jenis(1)).toEqual(['MASUK_GAGAL']);
  });

  it('menautkan hanya di sesi yang memulainya: sesi yang keluar, atau sesi orang lain, tidak tertaut', async () => {
    await akunJadi(app, 'satu');
    await akunJadi(app, 'dua');
    penyedia.sub = 'S-baru';
    const [satu, dua] = [await masukSandi('satu'), await masukSandi('dua')];
    await satu.post('/sesi/bukti', { sandi: SANDI });
    const alamat = await satu.pergiDariSesi('tautkan');
    dua.kuki.set('__Host-amanah-oidc', satu.kuki.get('__Host-amanah-oidc') ?? '');
    expect((await dua.kembali(alamat)).galat?.extensions.rincian).toEqual({ sebab: 'permintaan' });
    const lagi = await satu.pergiDariSesi('tautkan');
    await satu.post('/keluar');
    expect((await satu.kembali(lagi)).galat?.extensions.rincian).toEqual({ sebab: 'permintaan' });
    const { db } = app.aplikasi.rakitan.identitas;
    expect(await db.selectFrom('akun_oidc').where('sub', '=', 'S-baru').selectAll().execute()).toEqual([]);
  });

  it('halaman asing tidak dapat memulai dari sesi: hanya POST dengan kepala kita; token dan tanpa sesi tidak pernah', async () => {
    const p = await masukSandi('satu');
    expect((await p.get('/sesi/oidc?tujuan=tautkan')).status).toBe(404);
    const { status } = await peramban().post('/sesi/oidc', { tujuan: 'tautkan' });
    expect(status).toBe(401);
    expect((await sesiOidc(p, 'masuk')).kode).toBe('MASUKAN_TIDAK_SAH');
  });

  it('akun tanpa kata sandi membuktikan diri lewat penyedia, yang harus menanyainya lagi', async () => {
    await pelaksana(app).buat('tanpa.sandi', null);
    await amanahAkun(['oidc', 'tanpa.sandi', '--sub', 'S-tanpa']);
    penyedia.sub = 'S-tanpa';
    const p = peramban();
    expect((await p.masuk()).headers.location).toBe('/masuk#jabatan');
    expect((await p.get('/sesi')).badan).toMatchObject({ bersandi: false, terbukti: false });
    const minta = await permintaan(p, 'bukti');
    expect([minta.get('max_age'), minta.get('prompt'), minta.get('acr_values')]).toEqual(['0', 'login', ACR]);
    const coba = async (klaim: object) => {
      penyedia.klaim = klaim as typeof penyedia.klaim;
      const { galat } = await p.kembali(await p.pergiDariSesi('bukti'));
      return [galat?.extensions.rincian.sebab, await terbukti(p)];
    };
    const kini = Math.floor(Date.now() / 1_000);
    expect(await coba({ auth_time: kini - 600 })).toEqual(['bukti', false]);
    expect(await coba({ auth_time: undefined })).toEqual(['bukti', false]);
    expect(await jenis(2)).toEqual(['BUKTI_ULANG_GAGAL', 'BUKTI_ULANG_GAGAL']);
    const lama = p.kuki.get('__Host-amanah');
    expect(await coba({})).toEqual([undefined, true]);
    expect(p.kuki.get('__Host-amanah')).not.toBe(lama);
    penyedia.sub = 'S-1'; // kadis, at the same browser of the provider
    expect(await coba({})).toEqual(['orang lain', true]);
  });

  it('akun bersandi membuktikan diri dengan kata sandinya; kode hanya dipasang pada akun bersandi', async () => {
    expect((await sesiOidc(await masukSandi('kadis'), 'bukti')).galat?.extensions.rincian).toEqual({
      sebab: 'bersandi',
    });
    penyedia.sub = 'S-tanpa';
    const p = peramban();
    await p.masuk();
    await p.kembali(await p.pergiDariSesi('bukti'));
    expect((await p.post('/sesi/totp')).galat?.extensions.rincian).toEqual({ sebab: 'tanpa sandi' });
  });

  it('akun yang memakai kode masuk lewat penyedia hanya bila penyedia menyatakan dua faktor', async () => {
    const p = await masukSandi('kadis');
    await p.post('/sesi/bukti', { sandi: SANDI });
    const { rahasia } = (await p.post('/sesi/totp')).badan;
    expect((await p.post('/sesi/totp/pasti', { kode: kodeTotp(rahasia) })).status).toBe(200);
    const q = peramban();
    expect((await q.masuk()).galat?.extensions.rincian).toEqual({ sebab: 'kode' });
    penyedia.klaim = { acr: 'urn:uji:satu-faktor' };
    expect((await q.masuk()).galat?.extensions.rincian).toEqual({ sebab: 'kode' });
    penyedia.klaim = { acr: ACR };
    expect((await q.masuk()).status).toBe(303);
  });

  it('lima kata sandi salah mengunci kata sandinya, bukan jalan lewat penyedia', async () => {
    penyedia.sub = 'S-staf';
    const salah = { namaPengguna: 'staf', sandi: 'salah sama sekali' };
    for (let i = 0; i < 5; i++) await peramban().post('/masuk', salah);
    expect((await peramban().post('/masuk', { namaPengguna: 'staf', sandi: SANDI })).kode).toBe(
      'MASUK_DITOLAK',
    );
    expect((await peramban().masuk()).status).toBe(303);
  });

  it('CLI: daftar menyebut yang tertaut; melepas mengakhiri sesinya, dan yang tidak tertaut disebut', async () => {
    penyedia.sub = 'S-staf';
    const p = peramban();
    await p.masuk();
    const oidc = async (): Promise<unknown> => {
      const { akun } = (await amanahAkun(['daftar'])).json as { akun: { nama: string; oidc: boolean }[] };
      return akun.find((a) => a.nama === 'staf')?.oidc;
    };
    expect(await oidc()).toBe(true);
    await amanahAkun(['oidc', 'staf', '--cabut']);
    expect([await oidc(), (await p.get('/sesi')).status]).toEqual([false, 401]);
    await expect(amanahAkun(['oidc', 'staf', '--cabut'])).rejects.toThrow(/TIDAK_DITEMUKAN/);
  });

  it.each([
    [['oidc', 'staf'], /--sub wajib diisi/],
    [['oidc', 'staf', '--sub', 'é'], /--sub .* tidak sah/],
    [['oidc', 'staf', '--sub', 'x'.repeat(256)], /tidak sah/],
    [['oidc', 'staf', '--sub', 'S-1'], /OIDC_DITOLAK/],
    [['oidc', 'tidak-ada', '--sub', 'S-7'], /TIDAK_DITEMUKAN/],
    [['oidc', 'staf', '--sub', 'S-7', '--penerbit', 'http://sso.kota.go.id'], /--penerbit/],
    [['oidc', 'staf', '--sub', 'S-7', '--penerbit', 'https://sso.kota.go.id?x'], /--penerbit/],
  ])('CLI menolak %j', async (argumen, kalimat) => {
    await expect(amanahAkun(argumen)).rejects.toThrow(kalimat);
  });

  it('sub yang sama di penyedia lain adalah orang lain', async () => {
    await amanahAkun(['oidc', 'dua', '--sub', 'S-dua', '--penerbit', 'https://sso.lain.go.id']);
    penyedia.sub = 'S-dua';
    expect((await peramban().masuk()).galat?.extensions.rincian).toEqual({ sebab: 'belum tertaut' });
  });

  it('satu alamat tidak dapat memulai tanpa akhir; yang berhasil tidak dihitung', async () => {
    penyedia.sub = 'S-tanpa';
    for (let i = 0; i < 130; i++) expect((await peramban().masuk()).status).toBe(303);
    const status: number[] = [];
    for (let i = 0; i < 121; i++) status.push((await peramban().get('/masuk/oidc')).status);
    expect(status.at(-1)).toBe(429);
  });
});

describe('tanpa penyedia', () => {
  let app: AplikasiUji;
  beforeAll(async () => {
    app = await mulaiUji(undefined, { scryptN: MURAH });
  });
  afterAll(() => app.tutup());

  it('pintunya ada dan berkata begitu; halaman masuk tidak menyebutnya', async () => {
    const res = await fetch(`${app.alamat}/masuk/oidc`, { redirect: 'manual' });
    expect([res.status, await res.text()]).toEqual([503, expect.stringContaining('OIDC_TIDAK_TERSEDIA')]);
    const kembali = await fetch(`${app.alamat}/masuk/oidc/kembali?code=x`, { redirect: 'manual' });
    expect(kembali.status).toBe(403);
    expect(await (await fetch(`${app.alamat}/masuk`)).text()).not.toContain('oidc');
  });
});
