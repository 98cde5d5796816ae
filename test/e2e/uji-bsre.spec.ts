import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AKAR } from '../../src/akar.js';
import { bangun } from '../support/bangun.js';
import { pem } from '../support/bsre-tiruan/pki.js';
import { BsreTiruan, buatPki } from '../support/bsre-tiruan/server.js';

/** `amanah uji-bsre` as the customer runs it, against the stand-in. */
const NIK = '3171000000000001';
const FRASA = 'kenari-frasa-sandi';
const SANDI = 'kenari-sandi-aplikasi';

let hasilBangun: ReturnType<typeof bangun>;
let tiruan: BsreTiruan;
let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  hasilBangun = bangun();
  tiruan = new BsreTiruan(await buatPki(), { pengguna: 'amanah', sandi: SANDI });
  tiruan.pengguna.set(NIK, { frasa: FRASA, nama: 'BUDI SANTOSO', surel: 'budi@uji.go.id' });
  folder = mkdtempSync(join(tmpdir(), 'amanah-bsre-'));
  const [akar, sandi] = [join(folder, 'akar.crt'), join(folder, 'sandi')];
  writeFileSync(akar, pem(tiruan.pki.akar));
  writeFileSync(sandi, `${SANDI}\n`);
  env = {
    PATH: process.env.PATH ?? '',
    AMANAH_DATA: join(folder, 'data'),
    AMANAH_BSRE_URL: await tiruan.mulai(),
    AMANAH_BSRE_PENGGUNA: 'amanah',
    AMANAH_BSRE_SANDI_FILE: sandi,
    AMANAH_BSRE_AKAR: akar,
  };
}, 120_000);
afterAll(async () => {
  await tiruan.henti();
  hasilBangun.hapus();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  tiruan.cara = 'benar';
  tiruan.diterima.length = 0;
});

type Hasil = { readonly status: number; readonly stdout: string; readonly stderr: string };

const jalankan = (masukan: string, argumen: readonly string[] = [], ubah: Record<string, string> = {}) =>
  new Promise<Hasil>((jawab) => {
    const anak = spawn(
      process.execPath,
      [join(hasilBangun.folder, 'paket/amanah.js'), 'uji-bsre', ...argumen],
      { cwd: AKAR, env: { ...env, ...ubah } },
    );
    const [stdout, stderr]: [string[], string[]] = [[], []];
    anak.stdout.on('data', (b) => stdout.push(String(b)));
    anak.stderr.on('data', (b) => stderr.push(String(b)));
    anak.on('close', (status) =>
      jawab({ status: status ?? -1, stdout: stdout.join(''), stderr: stderr.join('') }),
    );
    anak.stdin.end(masukan);
  });

describe('amanah uji-bsre', () => {
  it('mencoba semuanya, mencetak tabel, dan tidak menyimpan apa pun', async () => {
    const h = await jalankan(`${NIK}\nDr. Budi Santoso\n${FRASA}\n`);
    expect(h).toMatchObject({ status: 0, stderr: '' });
    expect(h.stdout.match(/ sesuai /g)).toHaveLength(7);
    expect(h.stdout).toMatch(/tanda tangan kedua +ditandatangani +ditandatangani B-B/);
    expect(h.stdout).toContain('belum dijalankan terhadap BSrE');
    expect(tiruan.permintaanTte).toBe(3);
    expect(existsSync(join(folder, 'data'))).toBe(false);
    expect(h.stdout + h.stderr).not.toMatch(new RegExp(`kenari|${NIK}`));
  });

  it('menyebut yang tidak sesuai, dengan petunjuknya, dan berhenti di situ', async () => {
    const h = await jalankan(`budi@uji.go.id\nOrang Lain\n${FRASA}\n`, ['--json']);
    const { sesuai, baris } = JSON.parse(h.stdout);
    expect(h.status).toBe(1);
    expect(sesuai).toBe(false);
    expect(baris.at(-1)).toMatchObject({ jawaban: 'hasil-tidak-sah BUKAN_PENANDATANGAN', sesuai: false });
    expect((await jalankan(`${NIK}\nOrang Lain\n${FRASA}\n`)).stdout).toContain('AMANAH_BSRE_COCOK');
  });

  it('layanan yang tidak menjawab tidak dimintai tanda tangan', async () => {
    tiruan.cara = { status: 503 };
    const h = await jalankan(`${NIK}\nBudi Santoso\n${FRASA}\n`);
    expect(h.status).toBe(1);
    expect(h.stdout).toMatch(/keadaan akun uji +siap +tidak-tersedia +TIDAK SESUAI/);
    expect(tiruan.permintaanTte).toBe(0);
  });

  it.each([
    ['jawaban yang kosong', `${NIK}\n\n${FRASA}\n`, {}, /Nama pada sertifikatnya belum diisi/],
    ['tanpa alamat', '', { AMANAH_BSRE_URL: '' }, /AMANAH_BSRE_URL harus https/],
    ['http ke luar', '', { AMANAH_BSRE_URL: 'http://esign.uji.go.id' }, /AMANAH_BSRE_URL harus https/],
  ])('salah pakai: %s', async (_, masukan, ubah, pesan) => {
    const h = await jalankan(masukan, [], ubah);
    expect(h.status).toBe(2);
    expect(h.stderr).toMatch(pesan);
    expect(h.stdout + h.stderr).not.toContain('kenari');
    expect(tiruan.diterima).toEqual([]);
  });
});
