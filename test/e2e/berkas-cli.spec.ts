import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AKAR } from '../../src/akar.js';
import { CetakPk } from '../../src/exchange/cetak/cetak-pk.js';
import { operator } from '../../src/exchange/operator.js';
import { FolderArsip } from '../../src/infra/arsip/folder.arsip.js';
import { LembarKerjaAdaptor } from '../../src/infra/documents/lembar-kerja.adaptor.js';
import { TypstPencetak } from '../../src/infra/documents/pk/typst.pencetak.js';
import { bukaLog } from '../../src/infra/event-store/buka-log.js';
import { bacaKonfigurasi } from '../../src/infra/konfigurasi/konfigurasi.js';
import { verifikasiDari } from '../../src/infra/signing/verifikasi.js';
import type { Sel } from '../../src/kernel/lembar-kerja.js';
import { BerkasPk } from '../../src/planning/perjanjian-kinerja/berkas-pk.js';
import { bangun } from '../support/bangun.js';
import { nyalakan } from '../support/server-paket.js';

type Hasil = {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
};
const KUNCI = ['--pemda', '61.71', '--opd', 'disnaker', '--tahun', '2023'];
const T = (nilai: string): Sel => ({ jenis: 'teks', nilai });
const KOSONG: Sel = { jenis: 'kosong' };

/** A city's tree: 2.500 codes, and a pagu for each: 5.000 rows. */
const pohon = (): Sel[][] => {
  const dua = (n: number): string => String(n).padStart(2, '0');
  const baris = (kode: string, tingkat: string, induk: Sel): Sel[] => [
    T(kode),
    T(`Nama ${kode}`),
    T(tingkat),
    induk,
    KOSONG,
    KOSONG,
  ];
  const semua: Sel[][] = [];
  for (let p = 1; semua.length < 2_500; p++) {
    const program = `9.99.${dua(p)}`;
    semua.push(baris(program, 'program', KOSONG));
    for (let k = 1; k <= 9 && semua.length < 2_500; k++) {
      const kegiatan = `${program}.2.${dua(k)}`;
      semua.push(baris(kegiatan, 'kegiatan', T(program)));
      for (let s = 1; s <= 9 && semua.length < 2_500; s++)
        semua.push(baris(`${kegiatan}.${String(s).padStart(4, '0')}`, 'sub-kegiatan', T(kegiatan)));
    }
  }
  return semua;
};

describe('lembar kerja lewat baris perintah', () => {
  let hasil: ReturnType<typeof bangun>;
  let folder: string;
  let data: string;
  beforeAll(async () => {
    hasil = bangun();
    folder = mkdtempSync(join(tmpdir(), 'amanah-lembar-'));
    data = join(folder, 'data');
    expect((await amanah('impor', join(AKAR, 'contoh/pontianak-2023.json'))).status).toBe(0);
  }, 180_000);
  afterAll(() => {
    hasil.hapus();
    rmSync(folder, { recursive: true, force: true });
  });

  const amanah = (...argumen: string[]): Promise<Hasil> =>
    new Promise((jawab) => {
      const mulai = performance.now();
      const env = {
        ...process.env,
        AMANAH_DATA: data,
        DATABASE_URL: undefined,
        EVENT_STORE_URL: undefined,
        INIT_CWD: folder,
      };
      const program = join(hasil.folder, 'paket/amanah.js');
      execFile(process.execPath, [program, ...argumen], { cwd: AKAR, env }, (e, stdout, stderr) =>
        jawab({
          status: typeof e?.code === 'number' ? e.code : 0,
          stdout,
          stderr,
          ms: performance.now() - mulai,
        }),
      );
    });
  const imporAnggaran = (...tambahan: string[]): Promise<Hasil> =>
    amanah('impor-lembar', 'besar.xlsx', '--jenis', 'anggaran', ...KUNCI, ...tambahan);

  it('templat ditulis sekali dan tidak pernah menimpa', async () => {
    const pertama = await amanah('templat', '--jenis', 'anggaran', ...KUNCI);
    expect(pertama).toMatchObject({
      status: 0,
      stdout: `${join(folder, 'anggaran-61.71.disnaker.2023.xlsx')}\n`,
    });
    expect((await amanah('templat', '--jenis', 'anggaran', ...KUNCI)).status).toBe(2);
    const csv = await amanah(
      'templat',
      '--jenis',
      'anggaran',
      ...KUNCI,
      '--format',
      'csv',
      '--lembar',
      'Pagu',
    );
    expect(readFileSync(csv.stdout.trim(), 'utf8')).toMatch(
      /^\ufeffamanah;anggaran;2;61\.71;disnaker;2023;Pagu\r\n/,
    );
    expect((await amanah('templat', '--jenis', 'anggaran', ...KUNCI, '--format', 'csv')).status).toBe(1);
  });

  it('PK dicetak dari program yang dibundel dengan bita yang sama seperti di proses ini, dan tidak menimpa', async () => {
    const satu = await amanah('cetak-pk', ...KUNCI);
    const berkas = join(folder, 'pk-61.71.disnaker.kepala.2023-v1-draf.pdf');
    expect(satu).toMatchObject({ status: 0, stdout: `${berkas}\n` });
    const store = await bukaLog({ folder: data }, { bacaSaja: true, tersusul: true });
    const verifikasi = verifikasiDari(bacaKonfigurasi({}));
    const arsip = new FolderArsip(join(data, 'arsip'));
    const bahan = { store, arsip, pencetak: new TypstPencetak(), direktori: null, verifikasi };
    const k = { pemda: '61.71', opd: 'disnaker', jabatan: 'kepala', tahun: 2023 };
    const { bita } = await new CetakPk(new BerkasPk(bahan))
      .tulis(k, null, operator(k))
      .finally(() => store.close());
    expect(readFileSync(berkas).equals(Buffer.from(bita))).toBe(true);
    expect((await amanah('cetak-pk', ...KUNCI)).stderr).toMatch(/sudah ada dan tidak ditimpa/);
    expect((await amanah('cetak-pk', ...KUNCI, '--versi', '9')).stderr).toMatch(/\[TIDAK_DITEMUKAN\]/);
    expect((await amanah('cetak-pk', ...KUNCI, '--versi', 'dua')).status).toBe(2);
  });

  it('5.000 baris diimpor dalam kurang dari 20 detik, dengan kemajuan; juga lewat server, dan diulang tanpa akibat', async () => {
    const adaptor = new LembarKerjaAdaptor();
    const templat = readFileSync(join(folder, 'anggaran-61.71.disnaker.2023.xlsx'));
    const [petunjuk, ...isi] = await adaptor.baca(new Uint8Array(templat));
    const baru = pohon();
    const tulis = [petunjuk, ...isi.filter((l) => l.nama !== 'Daftar')].map((l) => {
      const [kepala, ...lama] = (l?.baris ?? []).map((b) => b.sel);
      const kolom = (kepala ?? []).map((s, i) => ({
        kunci: `${i}`,
        judul: 'nilai' in s ? String(s.nilai) : '',
        jenis: 'teks' as const,
      }));
      const tambahan =
        l?.nama === 'Program'
          ? baru
          : l?.nama === 'Pagu'
            ? baru.map(([kode = KOSONG], i): Sel[] => [
                T('murni'),
                KOSONG,
                KOSONG,
                kode,
                KOSONG,
                KOSONG,
                { jenis: 'angka', nilai: `${i}` },
              ])
            : [];
      return { nama: l?.nama ?? '', kolom, baris: [...lama, ...tambahan] };
    });
    writeFileSync(join(folder, 'besar.xlsx'), await adaptor.tulis(tulis, 'xlsx'));

    const pratinjau = await imporAnggaran('--pratinjau', '--json');
    expect(pratinjau.status).toBe(0);
    expect(JSON.parse(pratinjau.stdout)).toMatchObject({
      pratinjau: true,
      jumlahPeristiwa: 5_000,
      ditolak: [],
    });

    const server = await nyalakan(hasil.folder, data);
    try {
      const simpan = await imporAnggaran();
      expect(simpan).toMatchObject({
        status: 0,
        stdout: expect.stringContaining(' 5000 peristiwa disimpan.'),
      });
      expect(simpan.ms).toBeLessThan(20_000);
      expect((await imporAnggaran('--json')).stdout).toContain('"jumlahPeristiwa":5000'); // the same answer
    } finally {
      server.proses.kill('SIGTERM');
      await once(server.proses, 'exit');
    }
    const riwayat = await amanah('riwayat', ...KUNCI);
    expect(riwayat.stdout.match(/Operator mencatat pagu murni 9\.99\./g)).toHaveLength(2_500);
    expect((await amanah('verifikasi')).status).toBe(0);
  }, 180_000);

  it('tabel perencanaan dan buku ditulis; buku diambil alih dari kertas di folder lain, dan tabelnya sama', async () => {
    const adaptor = new LembarKerjaAdaptor();
    const tabel = async (ke: string): Promise<unknown> => {
      expect(await amanah('tabel', ...KUNCI, '--ke', ke)).toMatchObject({ status: 0 });
      const lembar = await adaptor.baca(new Uint8Array(readFileSync(join(folder, ke))));
      const sumber = (isi: unknown) => JSON.stringify(isi).includes('Sumber: Amanah'); // names the position
      return lembar.map((l) => l.baris.filter((b) => !sumber(b)));
    };
    const asal = await tabel('tabel-asal.xlsx');
    expect((await amanah('tabel', ...KUNCI, '--format', 'csv')).status).toBe(1);
    expect((await amanah('templat', '--jenis', 'buku', ...KUNCI, '--ke', 'buku.xlsx')).status).toBe(0);
    const semula = data;
    data = join(folder, 'data-lain');
    try {
      const impor = ['impor-lembar', 'buku.xlsx', '--jenis', 'buku', ...KUNCI] as const;
      mkdirSync(data);
      expect(await amanah(...impor, '--dari-kertas')).toMatchObject({ status: 0 });
      expect(await tabel('tabel-lain.xlsx')).toEqual(asal);
      expect((await amanah(...impor, '--jabatan', 'kabid')).status).toBe(1);
      expect((await amanah('verifikasi')).status).toBe(0);
    } finally {
      data = semula;
    }
  }, 120_000);

  it('target lemah dicetak menurut lembar, baris, dan kolomnya, dan tidak menolak', async () => {
    const ra = ['--jenis', 'rencana-aksi', ...KUNCI] as const;
    const ke = ['--format', 'csv', '--lembar', 'Rencana Aksi', '--ke', 'ra.csv'] as const;
    expect((await amanah('templat', ...ra, ...ke)).status).toBe(0);
    const csv = readFileSync(join(folder, 'ra.csv'), 'utf8');
    writeFileSync(join(folder, 'ra.csv'), csv.replace(/^(IKU-1;[^;]*;4;)[^;]*/m, '$10'));
    const { status, stdout } = await amanah('impor-lembar', 'ra.csv', ...ra, '--pratinjau');
    expect([status, stdout]).toEqual([0, expect.stringContaining('Patut ditanyakan, tidak ditolak:\n')]);
    expect(stdout).toMatch(/Rencana Aksi, baris \d+, Target: Target 0 % berarti nol: .* \[TARGET_NOL\]\n/);
  });

  it('salah pakai, berkas yang tidak ada, dan berkas jahat dijawab dengan kode', async () => {
    expect((await amanah('impor-lembar', 'tiada.xlsx', '--jenis', 'anggaran', ...KUNCI)).status).toBe(2);
    expect((await amanah('impor-lembar', 'besar.xlsx', '--jenis', 'lain', ...KUNCI)).status).toBe(2);
    writeFileSync(join(folder, 'jahat.xlsx'), 'MZ');
    const jahat = await amanah('impor-lembar', 'jahat.xlsx', '--jenis', 'pk', ...KUNCI);
    expect([jahat.status, jahat.stderr]).toEqual([1, expect.stringContaining('[BERKAS_BUKAN_LEMBAR_KERJA]')]);
    expect(existsSync(join(folder, 'jahat.xlsx'))).toBe(true);
  });
});
