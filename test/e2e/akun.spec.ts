import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { Secret } from 'otpauth';
import { WebSocket } from 'ws';
import { jalankan as amanahAkun } from '../../src/cli/akun.js';
import { wajibTerbukti } from '../../src/infra/identity/akun/bukti.js';
import { Pengenal } from '../../src/infra/identity/akun/pengenal.js';
import {
  akunJadi,
  JABATAN_KADIS,
  kirim,
  kodeTotp,
  Peramban,
  pelaksana,
  SANDI,
  siapkanKota,
} from '../support/akun.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';

const MURAH = 1_024; // what a derivation costs is not what these tests are about
const LANGKAH = 30_000; // ms that a code stands

describe('akun: dari tautan pertama sampai keluar', () => {
  let app: AplikasiUji;
  let folder: string;
  let totp: string;
  let admin: Peramban;
  const lingkungan = process.env.AMANAH_DATA;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'amanah-akun-'));
    process.env.AMANAH_DATA = folder;
    app = await mulaiUji(folder, { scryptN: MURAH });
  });
  afterAll(async () => {
    await app.tutup();
    rmSync(folder, { recursive: true });
    if (lingkungan === undefined) delete process.env.AMANAH_DATA;
    else process.env.AMANAH_DATA = lingkungan;
  });

  const cli = async (...argumen: string[]): Promise<Record<string, string>> =>
    (await amanahAkun(argumen)).json as Record<string, string>;
  const rahasiaDari = (tautan: string | null | undefined): string => tautan?.split('#')[1] ?? '';
  const tautan = (isi: object) => new Peramban(app.alamat).post('/tautan', isi);
  /** A code that was not used yet: the next step is accepted too. */
  const kodeBerikut = (): string => kodeTotp(totp, Date.now() + LANGKAH);
  const bacaAktor = async (): Promise<string[]> => {
    const { store } = app.aplikasi.rakitan;
    return (await store.readAll(0, 500)).map(({ meta }) => meta.actor);
  };

  it('halaman masuk, awal, dan sandi berdiri sendiri: tanpa naskah di dalamnya, dengan kebijakannya', async () => {
    for (const jalur of ['/masuk', '/awal', '/sandi']) {
      const { status, badan, headers } = await kirim(app.alamat, 'GET', jalur);
      expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(badan).not.toMatch(/<script>|<style|style=|\son\w+=|https?:/);
      for (const [, berkas] of String(badan).matchAll(/(?:src|href)="([^"]+)"/g))
        expect([berkas, (await kirim(app.alamat, 'GET', berkas ?? '')).status]).toEqual([berkas, 200]);
    }
    expect((await kirim(app.alamat, 'GET', '/akun/lain.js')).status).toBe(404);
  });

  it('mulai pertama memberi satu tautan; sandi yang lemah ditolak tanpa menghabiskannya; lalu ia habis', async () => {
    const jalur = await pelaksana(app).awal();
    expect(jalur).toMatch(/^\/awal#[\w-]{43}$/);
    const rahasia = rahasiaDari(jalur);
    const lemah = await tautan({ rahasia, namaPengguna: 'admin.kota', sandi: 'Pontianak2026' });
    expect([lemah.status, lemah.kode]).toEqual([400, 'SANDI_TIDAK_MEMENUHI']);
    expect(lemah.galat?.message).toMatch(/dicoba lebih dahulu/);
    expect((await tautan({ rahasia, namaPengguna: 'a b', sandi: SANDI })).kode).toBe(
      'NAMA_PENGGUNA_TIDAK_SAH',
    );
    expect((await tautan({ rahasia, namaPengguna: 'Admin.Kota', sandi: SANDI })).status).toBe(200);
    const lagi = await tautan({ rahasia, namaPengguna: 'penyusup', sandi: SANDI });
    expect([lagi.status, lagi.kode]).toEqual([410, 'TAUTAN_TIDAK_BERLAKU']);
    expect(await pelaksana(app).awal()).toBeNull();
  });

  it('operator masuk, dan bertindak sebagai operator; yang dicatat log hanya id akunnya', async () => {
    admin = new Peramban(app.alamat);
    const { badan, headers } = await admin.masuk('admin.kota');
    expect(badan).toMatchObject({
      jabatan: '00.pemda.operator',
      totp: false,
      terbukti: false,
      dapatBertindak: [{ peran: 'operator', status: null }],
    });
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^amanah=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    await siapkanKota(app, { kepala: 'S-kadis', perencana: 'S-kadis' });
    const mutasi = `mutation { ubahNamaPemda(masukan: { idPerintah: "0b6a1c7e-58d4-4c0f-9a55-2b1f6f0e7d22", pemda: "61.71", nama: "Kota Khatulistiwa", alasan: "uji" }) { revisi } }`;
    const jawab = await admin.gql(mutasi);
    expect([jawab.status, jawab.badan.errors]).toEqual([200, undefined]);
    expect((await bacaAktor()).at(-1)).toBe(badan.akun);
  });

  it('CLI di samping server: akun baru, tautannya, jabatan menurut siapa yang memegangnya hari ini', async () => {
    const jadi = await cli('buat', 'kadis', '--subjek', 'S-kadis');
    expect(jadi.tautan).toMatch(new RegExp(`^${app.alamat}/sandi#`)); // its port was free, and is not 3000
    expect((await new Peramban(app.alamat).masuk('kadis')).kode).toBe('MASUK_DITOLAK'); // no password yet
    await tautan({ rahasia: rahasiaDari(jadi.tautan), sandi: SANDI });
    const p = new Peramban(app.alamat);
    const { badan } = await p.masuk('KADIS');
    expect(badan.jabatan).toBeNull();
    expect(badan.dapatBertindak.map((d: { jabatan: string; peran: string }) => [d.jabatan, d.peran])).toEqual(
      [
        ['61.71.disnaker.kepala', 'kepala'],
        ['61.71.disnaker.perencana', 'perencana'],
      ],
    );
    const belum = await p.gql('{ tampilan { tampilan } }');
    expect([belum.status, belum.kode]).toEqual([403, 'JABATAN_BELUM_DIPILIH']);
    expect((await p.post('/sesi/jabatan', { jabatan: '61.71.dinkes.kepala' })).kode).toBe('TIDAK_BERWENANG');
    expect((await p.post('/sesi/jabatan', { jabatan: JABATAN_KADIS })).badan.jabatan).toBe(JABATAN_KADIS);
    expect((await p.gql('{ tampilan { tampilan } }')).status).toBe(200);
  });

  it('CLI: tugas tanpa memegang jabatan, dicabut lagi; berlaku pada permintaan berikutnya', async () => {
    await akunJadi(app, 'staf');
    const tempat = ['--pemda', '61.71', '--opd', 'disnaker', '--jabatan', 'perencana'];
    await cli('tugas', 'staf', '--peran', 'perencana', '--sebutan', 'Perencana', ...tempat);
    const p = new Peramban(app.alamat);
    expect((await p.masuk('staf')).badan).toMatchObject({
      jabatan: '61.71.disnaker.perencana',
      dapatBertindak: [{ peran: 'perencana', sebutan: 'Perencana', status: null }],
    });
    await cli('tugas', 'staf', '--cabut', ...tempat);
    expect((await p.gql('{ tampilan { tampilan } }')).status).toBe(401);
    const { akun } = (await amanahAkun(['daftar'])).json as { akun: { nama: string; bersandi: boolean }[] };
    expect(akun.map((a) => [a.nama, a.bersandi])).toEqual([
      ['admin.kota', true],
      ['kadis', true],
      ['staf', true],
    ]);
  });

  it.each([
    [['lain'], /Sebutkan salah satu/],
    [['nonaktif'], /nama penggunanya/],
    [['nonaktif', 'kadis', 'staf'], /tidak diharapkan/],
    [['nonaktif', 'tidak-ada'], /TIDAK_DITEMUKAN/],
    [['buat', 'kadis'], /NAMA_PENGGUNA_DIPAKAI/],
    [['buat', 'Nama Orang'], /NAMA_PENGGUNA_TIDAK_SAH/],
    [['tugas', 'staf', '--pemda', 'x', '--jabatan', 'kepala', '--cabut'], /tidak sah/],
  ])('CLI menolak %j', async (argumen, kalimat) => {
    await expect(amanahAkun(argumen)).rejects.toThrow(kalimat);
  });

  it.each([
    ['daftar'],
    ['nonaktif', 'kadis'],
    ['tugas', 'kadis', '--pemda', '61.71', '--jabatan', 'kepala', '--cabut'],
    ['lain'],
    ['buat'],
  ])('CLI di folder tanpa data: akun %s ditolak, dan tidak ada yang dibuat', async (...argumen) => {
    const kosong = join(folder, 'tiada');
    process.env.AMANAH_DATA = kosong;
    await expect(amanahAkun(argumen)).rejects.toThrow(/Belum ada basis data identitas|Sebutkan/);
    process.env.AMANAH_DATA = folder;
    expect(existsSync(kosong)).toBe(false);
  });

  it('CLI tanpa server: tautan tanpa alamat karangan, atau dengan AMANAH_ASAL; asal yang salah tidak membuat akun', async () => {
    const semula = process.env.AMANAH_ASAL;
    process.env.AMANAH_DATA = join(folder, 'tanpa-server');
    process.env.AMANAH_ASAL = 'bukan asal';
    await expect(amanahAkun(['buat', 'baru'])).rejects.toThrow(/AMANAH_ASAL/);
    process.env.AMANAH_ASAL = ''; // as the compose file passes it on
    const baru = await amanahAkun(['buat', 'baru']);
    expect(baru.teks()).toMatch(/di alamat server Anda .*\n\/sandi#/);
    process.env.AMANAH_ASAL = 'https://amanah.contoh.go.id';
    expect((await cli('tautan', 'baru')).tautan).toMatch(/^https:\/\/amanah\.contoh\.go\.id\/sandi#/);
    process.env.AMANAH_DATA = folder;
    if (semula === undefined) delete process.env.AMANAH_ASAL;
    else process.env.AMANAH_ASAL = semula;
  });

  it('kode kedua: dipasang setelah bukti ulang, lalu diminta di setiap pintu, dan setiap kode sekali', async () => {
    expect((await admin.post('/sesi/totp')).kode).toBe('BUKTI_ULANG_DIPERLUKAN');
    expect((await admin.bukti()).badan.terbukti).toBe(true);
    const { badan } = await admin.post('/sesi/totp');
    totp = badan.rahasia;
    expect(badan.uri).toMatch(/^otpauth:\/\/totp\/Amanah:admin\.kota\?.*secret=[A-Z2-7]{32}/);
    expect(badan.svg).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect((await admin.post('/sesi/totp/pasti', { kode: '000000' })).kode).toBe('KODE_TIDAK_COCOK');
    const kode = kodeTotp(totp);
    expect((await admin.post('/sesi/totp/pasti', { kode })).badan).toEqual({ totp: true });
    const p = new Peramban(app.alamat);
    expect((await p.masuk('admin.kota')).kode).toBe('MASUK_DITOLAK');
    expect((await p.masuk('admin.kota', SANDI, kode)).kode).toBe('MASUK_DITOLAK'); // it was used to confirm
    const berikut = kodeBerikut();
    expect((await p.masuk('admin.kota', SANDI, berikut)).status).toBe(200);
    expect((await p.masuk('admin.kota', SANDI, berikut)).kode).toBe('MASUK_DITOLAK');
    admin = new Peramban(app.alamat);
    admin.kuki = p.kuki;
    await cli('buka-kunci', 'admin.kota');
  });

  it('bukti ulang memerlukan kode bila akun memakainya; yang membuktikan hanya sesi, lima menit', async () => {
    const pengenal = app.aplikasi.app.get(Pengenal);
    const siapa = () =>
      pengenal.kenali({ method: 'GET', headers: { cookie: admin.kuki }, socket: {} } as Parameters<
        Pengenal['kenali']
      >[0]);
    expect((await admin.bukti()).kode).toBe('MASUK_DITOLAK');
    expect(() => wajibTerbukti({ sesi: null }, new Date())).toThrow('BUKTI_ULANG_DIPERLUKAN');
    const { sesi } = await siapa();
    expect(() => wajibTerbukti({ sesi }, new Date())).toThrow('BUKTI_ULANG_DIPERLUKAN');
  });

  it('cabut-totp mengakhiri sesi dan menghapus kodenya; sandi diganti mengakhiri sesi yang lain', async () => {
    await cli('cabut-totp', 'admin.kota');
    expect((await admin.get('/sesi')).status).toBe(401);
    const [satu, dua] = [new Peramban(app.alamat), new Peramban(app.alamat)];
    expect((await satu.masuk('admin.kota')).status).toBe(200);
    await dua.masuk('admin.kota');
    const baru = 'payung ungu berlayar senyap';
    const isi = { lama: SANDI, baru };
    expect((await satu.post('/sesi/sandi', { ...isi, lama: baru })).kode).toBe('MASUK_DITOLAK');
    expect((await satu.post('/sesi/sandi', { ...isi, baru: 'admin.kota payung' })).kode).toBe(
      'SANDI_TIDAK_MEMENUHI',
    );
    expect((await satu.post('/sesi/sandi', isi)).status).toBe(200);
    expect([(await satu.get('/sesi')).status, (await dua.get('/sesi')).status]).toEqual([200, 401]);
    expect((await dua.masuk('admin.kota', baru)).status).toBe(200);
  });

  it('langganan yang terbuka berakhir dengan sesinya: kabar berikutnya tidak sampai lagi', async () => {
    const p = new Peramban(app.alamat);
    await p.masuk('kadis');
    await p.post('/sesi/jabatan', { jabatan: JABATAN_KADIS });
    const kepala = { headers: { cookie: p.kuki ?? '', origin: app.alamat } };
    const klien = createClient({
      url: `${app.alamat.replace('http', 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(alamat: string, protokol: string) {
          super(alamat, protokol, kepala);
        }
      },
      retryAttempts: 0,
    });
    const query = 'subscription { tampilanMaju(tampilan: ["riwayat"]) { posisi } }';
    const operator = app.token({ peran: 'operator', subjek: null });
    let nomor = 0;
    const kabari = () =>
      app.jalankan('daftarkanOpd', { pemda: '61.71', opd: `opd-${++nomor}`, nama: 'Dinas Lain' }, operator);
    const aliran = klien.iterate({ query });
    let berdiri = false; // graphql-ws has no sign that a subscription stands but its first news
    const pertama = aliran.next().then(() => {
      berdiri = true;
    });
    while (!berdiri) await kabari();
    await pertama;
    await p.post('/keluar');
    const sampaiPutus = async (): Promise<unknown> => {
      for (;;) if ((await aliran.next()).done) return 'selesai';
    };
    const putus = sampaiPutus().catch((e: unknown) => e);
    await kabari();
    expect(await putus).toMatchObject({ code: 4403 });
    await klien.dispose();
  });

  it('sandi, kode rahasia, id sesi, dan isi tautan tidak ada di catatan, tabel, atau berkas mana pun', async () => {
    const p = new Peramban(app.alamat);
    await p.masuk('kadis');
    const { tautan: baru } = await cli('tautan', 'staf');
    const bitaTotp = Buffer.from(Secret.fromBase32(totp).buffer).toString('latin1');
    const rahasia = [SANDI, 'payung ungu', totp, bitaTotp, (p.kuki ?? '').slice(7), rahasiaDari(baru)];
    expect(rahasia.every((r) => r.length > 9)).toBe(true);
    const berkas = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((b) => b.isFile())
      .map((b) => readFileSync(join(b.parentPath, b.name)).toString('latin1'));
    expect(berkas.length).toBeGreaterThan(4);
    const semua = [
      ...berkas,
      JSON.stringify(app.catatan),
      JSON.stringify(await app.aplikasi.rakitan.keamanan.semua()),
    ];
    expect(semua.some((isi) => isi.includes('admin.kota'))).toBe(true); // the search would find it
    for (const r of rahasia) expect(semua.filter((isi) => isi.includes(r))).toEqual([]);
    const catatan = [
      JSON.stringify(app.catatan),
      JSON.stringify(await app.aplikasi.rakitan.keamanan.semua()),
    ];
    for (const nama of ['admin.kota', 'staf']) expect(catatan.filter((c) => c.includes(nama))).toEqual([]);
  });
});
