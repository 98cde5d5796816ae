import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { jalankan as perintahCadangkan } from '../../src/cli/cadangkan.js';
import { cadangkan } from '../../src/infra/cadangan/cadangkan.js';
import { pulihkan } from '../../src/infra/cadangan/pulihkan.js';
import { BERKAS_IDENTITAS } from '../../src/infra/identity/basis-identitas.js';
import { BERKAS_KUNCI_INDUK } from '../../src/infra/identity/kunci-induk.js';
import { PenjagaNamaTempat } from '../../src/infra/identity/penjaga-nama.js';
import { CaTertanam } from '../../src/infra/signing/ca.js';
import { Rahasia } from '../../src/kernel/rahasia.js';
import { orangKarangan } from '../../src/planning/orang/orang.contoh.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';

const diam = (): void => undefined;
const akar = mkdtempSync(join(tmpdir(), 'amanah-cadangan-identitas-'));
afterAll(() => rmSync(akar, { recursive: true }));
let nomor = 0;
const folderBaru = (): string => join(akar, `f${++nomor}`);
const kode = (kode: string) => expect.objectContaining({ kode });
const PEMDA = '61.71';
const INTI = 'Rangga Wirasembada'; // of orangKarangan.nama
const ISI = { mulai: '2020-01-01', data: orangKarangan };

const catat = async (app: AplikasiUji): Promise<string> => {
  const subjek = randomUUID();
  await app.aplikasi.rakitan.orang.catat({ pemda: PEMDA, subjek }, ISI, { id: randomUUID(), sidik: 's' });
  return subjek;
};
const kenal = async (app: AplikasiUji, subjek: string): Promise<string | undefined> =>
  (await app.aplikasi.rakitan.orang.muat([{ pemda: PEMDA, subjek, pada: '2026-01-01' }]))[0]?.data.nama;
const baruDengan = async (kerja: (app: AplikasiUji, folder: string) => Promise<void>): Promise<string> => {
  const folder = mkdtempSync(join(akar, 'data-'));
  await dengan(folder, kerja);
  return folder;
};
const dengan = async (
  folder: string,
  kerja: (app: AplikasiUji, folder: string) => Promise<void>,
): Promise<void> => {
  const app = await mulaiUji(folder);
  await kerja(app, folder).finally(() => app.tutup());
};
const baris = (folder: string, tabel: 'orang' | 'kunci_tte'): unknown[] => {
  const db = new DatabaseSync(join(folder, BERKAS_IDENTITAS), { readOnly: true });
  const semua = db.prepare(`SELECT subjek FROM ${tabel}`).all();
  db.close();
  return semua.map((b) => b.subjek);
};
const daftarkan = async (app: AplikasiUji): Promise<string> => {
  const token = app.token({ peran: 'operator', opd: 'pemda', subjek: null });
  const m = { pemda: PEMDA, nama: 'Kota Contoh', zona: 'WIB' };
  expect((await app.jalankan('daftarkanPemda', m, token)).errors).toEqual([]);
  return token;
};

it('cadangan yang dibuat selagi server berjalan membawa orang dan arsipnya, tanpa kunci induk', async () => {
  const [cadangan, lain] = [folderBaru(), folderBaru()];
  let [subjek, sidik] = ['', ''];
  const data = await baruDengan(async (app, folder) => {
    await daftarkan(app);
    subjek = await catat(app);
    sidik = await app.aplikasi.rakitan.arsip.simpan(Buffer.from('naskah yang ditandatangani'));
    const manifes = await cadangkan({ folder }, cadangan, diam);
    expect(manifes).toMatchObject({ arsip: { berkas: 1, bita: 26 }, kunciInduk: false });
  });
  expect(readdirSync(cadangan).sort()).toEqual(['arsip', 'cadangan.json', 'identitas.sqlite', 'log.sqlite']);
  expect(await pulihkan(cadangan, lain, null, diam)).toMatchObject({
    identitas: { dihapus: 0, semula: null, tidakTerbaca: [], kunci: false },
  });
  await expect(mulaiUji(lain)).rejects.toThrow(/Kunci induk basis data identitas ini tidak ada/);
  await expect(new PenjagaNamaTempat({ folder: lain }).untuk(PEMDA)).rejects.toThrow(/Pasang kembali/);
  expect(existsSync(join(lain, BERKAS_KUNCI_INDUK))).toBe(false);
  copyFileSync(join(data, BERKAS_KUNCI_INDUK), join(lain, BERKAS_KUNCI_INDUK));
  await dengan(lain, async (app) => {
    expect(await kenal(app, subjek)).toBe(orangKarangan.nama);
    expect(Buffer.from((await app.aplikasi.rakitan.arsip.baca(sidik)) ?? '').toString()).toBe(
      'naskah yang ditandatangani',
    );
  });
});

it('dengan kunci induk hanya bila diminta; kunci lain di folder menolak pemulihan', async () => {
  const [cadangan, lain] = [folderBaru(), mkdtempSync(join(akar, 'data-'))];
  let subjek = '';
  await baruDengan(async (app, folder) => {
    subjek = await catat(app);
    expect((await cadangkan({ folder }, cadangan, diam, true)).kunciInduk).toBe(true);
  });
  writeFileSync(join(lain, BERKAS_KUNCI_INDUK), Buffer.alloc(32, 9).toString('base64'));
  await expect(pulihkan(cadangan, lain, null, diam)).rejects.toEqual(kode('CADANGAN_RUSAK'));
  expect(existsSync(join(lain, BERKAS_IDENTITAS))).toBe(false);
  rmSync(join(lain, BERKAS_KUNCI_INDUK));
  expect((await pulihkan(cadangan, lain, null, diam)).identitas?.kunci).toBe(true);
  await dengan(lain, async (app) => expect(await kenal(app, subjek)).toBe(orangKarangan.nama));
});

it('cadangan yang lebih lama tidak menghidupkan orang yang sudah dihapus, walaupun lognya belum tahu', async () => {
  const cadangan = folderBaru();
  let [subjek, tinggal] = ['', ''];
  const data = await baruDengan(async (app, folder) => {
    const token = await daftarkan(app);
    subjek = await catat(app);
    tinggal = randomUUID();
    const { orang } = app.aplikasi.rakitan;
    const lain = { nama: 'Citra Kusumaningtyas', nip: null, nik: null, pangkat: null, surel: null };
    const perintah = { id: randomUUID(), sidik: 's' };
    await orang.catat({ pemda: PEMDA, subjek: tinggal }, { mulai: '2020-01-01', data: lain }, perintah);
    await cadangkan({ folder }, cadangan, diam);
    const hapus = await app.jalankan('hapusOrang', { pemda: PEMDA, subjek, alasan: 'JRA' }, token);
    expect(hapus.errors).toEqual([]);
  });
  const hasil = await pulihkan(cadangan, data, 'latihan', diam);
  expect(hasil.identitas).toMatchObject({ dihapus: 1, semula: expect.stringMatching(/^identitas\.semula-/) });
  expect(baris(data, 'orang')).toEqual([tinggal]);
  expect(readFileSync(join(data, BERKAS_IDENTITAS)).includes(subjek)).toBe(false);
  // Once more: the log that knows of the erasure now lies aside.
  expect((await pulihkan(cadangan, data, 'sekali lagi', diam)).identitas?.dihapus).toBe(1);
  await dengan(data, async (app) => {
    expect(await kenal(app, subjek)).toBeUndefined();
    expect(await kenal(app, tinggal)).toBe('Citra Kusumaningtyas');
  });
});

it('perintah cadangkan menyebut apa yang terbaca tanpa kunci induk: berkas arsip, bukan basis data identitas', async () => {
  const semula = process.env.AMANAH_DATA;
  await baruDengan(async (app, folder) => {
    process.env.AMANAH_DATA = folder;
    const teks = async (): Promise<string> => (await perintahCadangkan([folderBaru()])).teks();
    expect(await teks()).not.toContain('tidak terenkripsi');
    await app.aplikasi.rakitan.arsip.simpan(Buffer.from('naskah yang ditandatangani'));
    expect(await teks()).toMatch(
      /di basis data identitasnya tidak dapat dibuka\.\nBerkas di arsip\/ tidak terenkripsi/,
    );
  }).finally(() => {
    if (semula === undefined) delete process.env.AMANAH_DATA;
    else process.env.AMANAH_DATA = semula;
  });
});

it('kunci tanda tangan orang yang dihapus tidak ikut pulih; cadangannya pun tidak menyebut nama', async () => {
  const cadangan = folderBaru();
  let tinggal = '';
  const data = await baruDengan(async (app, folder) => {
    const token = await daftarkan(app);
    const subjek = await catat(app);
    tinggal = randomUUID();
    const ca = app.aplikasi.app.get(CaTertanam, { strict: false });
    for (const s of [subjek, tinggal])
      await ca.buatKunci(s, orangKarangan.nama, 'Kepala Dinas', new Rahasia('meriam karbit kapuas'));
    await cadangkan({ folder }, cadangan, diam);
    const hapus = await app.jalankan('hapusOrang', { pemda: PEMDA, subjek, alasan: 'JRA' }, token);
    expect(hapus.errors).toEqual([]);
  });
  expect(baris(cadangan, 'kunci_tte')).toHaveLength(2);
  await pulihkan(cadangan, data, 'latihan', diam);
  expect(baris(data, 'kunci_tte')).toEqual([tinggal]);
  for (const folder of [cadangan, data])
    expect(readFileSync(join(folder, BERKAS_IDENTITAS)).includes(INTI)).toBe(false);
});

it.each([
  ['berkas identitas yang diubah', (c: string) => writeFileSync(join(c, BERKAS_IDENTITAS), 'lain')],
  ['berkas identitas yang hilang', (c: string) => rmSync(join(c, BERKAS_IDENTITAS))],
  ['arsip yang hilang', (c: string) => rmSync(join(c, 'arsip'), { recursive: true })],
  [
    'arsip yang diubah',
    (c: string) => {
      const [folder = ''] = readdirSync(join(c, 'arsip'));
      const [nama = ''] = readdirSync(join(c, 'arsip', folder));
      writeFileSync(join(c, 'arsip', folder, nama), 'y');
    },
  ],
])('%s menolak pemulihan, dan folder tetap seperti semula', async (_, rusakkan) => {
  const [cadangan, lain] = [folderBaru(), folderBaru()];
  await baruDengan(async (app, folder) => {
    await app.aplikasi.rakitan.arsip.simpan(Buffer.from('x'));
    await cadangkan({ folder }, cadangan, diam);
  });
  rusakkan(cadangan);
  await expect(pulihkan(cadangan, lain, null, diam)).rejects.toEqual(kode('CADANGAN_RUSAK'));
  expect(readdirSync(lain).filter((n) => /identitas|log\.sqlite|arsip/.test(n))).toEqual([]);
});

it('arsip yang rusak tidak menjadi cadangan', async () => {
  const cadangan = folderBaru();
  await baruDengan(async (app, folder) => {
    const sidik = await app.aplikasi.rakitan.arsip.simpan(Buffer.from('x'));
    writeFileSync(join(folder, 'arsip', sidik.slice(0, 2), sidik), 'y');
    await expect(cadangkan({ folder }, cadangan, diam)).rejects.toThrow(/tidak lagi berisi/);
  });
  expect(existsSync(cadangan)).toBe(false);
});
