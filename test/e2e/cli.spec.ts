import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AKAR } from '../../src/akar.js';
import { DAFTAR_TAMPILAN } from '../../src/projections/runtime/daftar-tampilan.js';
import type { CapaianOpd } from '../../src/reporting/capaian.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { bangun } from '../support/bangun.js';
import { nyalakan } from '../support/server-paket.js';
import { bandingkan } from './impor.bandingkan.js';
import { harapanKota, type Isi, KOTA, paketKota } from './impor.ruang.js';

type Hasil = { status: number; stdout: string; stderr: string };

const berkas = (kota: string): string => join(AKAR, 'contoh', `${kota}.json`);
const PONTIANAK = ['--pemda', '61.71', '--opd', 'disnaker', '--tahun', '2023'];

let hasilBangun: ReturnType<typeof bangun>;
beforeAll(() => {
  hasilBangun = bangun();
}, 120_000);
afterAll(() => hasilBangun.hapus());

/** The nice value of every thread of a process: field 19 of proc(5)'s stat, counted from behind the name. */
const niceUtas = (pid: number | undefined): number[] =>
  readdirSync(`/proc/${pid}/task`).map((utas) => {
    const stat = readFileSync(`/proc/${pid}/task/${utas}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  });

const sampah: string[] = [];
const folderBaru = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-cli-'));
  sampah.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of sampah) rmSync(folder, { recursive: true, force: true });
});

const jalankan = (program: string, data: string, argumen: readonly string[]): Promise<Hasil> =>
  new Promise((jawab) => {
    const env = {
      ...process.env,
      AMANAH_DATA: data,
      DATABASE_URL: undefined,
      EVENT_STORE_URL: undefined,
      INIT_CWD: AKAR,
    };
    const berkasProgram = join(hasilBangun.folder, program);
    execFile(process.execPath, [berkasProgram, ...argumen], { cwd: AKAR, env }, (e, stdout, stderr) =>
      jawab({ status: typeof e?.code === 'number' ? e.code : 0, stdout, stderr }),
    );
  });
const amanah = (data: string, ...argumen: string[]): Promise<Hasil> =>
  jalankan('paket/amanah.js', data, argumen);
const json = async <T = Isi>(data: string, ...argumen: string[]): Promise<{ status: number; isi: T }> => {
  const { status, stdout } = await amanah(data, ...argumen, '--json');
  expect(stdout.trimEnd().split('\n')).toHaveLength(1); // one document, and nothing else
  return { status, isi: JSON.parse(stdout) as T };
};
const tulis = (folder: string, nama: string, isi: string): string => {
  const jalur = join(folder, nama);
  writeFileSync(jalur, isi);
  return jalur;
};

describe('setiap perintah di atas dua kota contoh', () => {
  const data = folderBaru();

  it('impor mencetak satu dokumen untuk satu berkas, dan tidak mengubah apa pun bila diulang', async () => {
    const sekali = await json(data, 'impor', berkas('pontianak-2023'));
    expect(Object.keys(sekali.isi)).toEqual(['berkas', 'peristiwa', 'ditolak']);
    expect(sekali).toMatchObject({ status: 0, isi: { berkas: berkas('pontianak-2023'), ditolak: [] } });
    expect(sekali.isi.peristiwa).toBeGreaterThan(200);
    expect(await json(data, 'impor', berkas('pontianak-2023'))).toEqual({
      status: 0,
      isi: { berkas: berkas('pontianak-2023'), peristiwa: 0, ditolak: [] },
    });
  });

  it('impor beberapa berkas: masing-masing sendiri, keluar 1 bila ada yang ditolak', async () => {
    const rusak = tulis(data, 'rusak.json', '{}');
    const hasil = await json<{ hasil: Isi[] }>(
      data,
      'impor',
      rusak,
      'contoh/pasuruan-2022.json',
      'tidak-ada.json',
    );
    expect(hasil.status).toBe(1);
    expect(Object.keys(hasil.isi)).toEqual(['hasil']);
    expect(hasil.isi.hasil.map((h) => h.berkas)).toEqual([
      rusak,
      'contoh/pasuruan-2022.json',
      'tidak-ada.json',
    ]);
    expect(hasil.isi.hasil.map((h) => (h.ditolak as Isi[]).length > 0)).toEqual([true, false, true]);
    expect(hasil.isi.hasil[2]).toMatchObject({
      peristiwa: 0,
      ditolak: [{ jalur: '', kode: 'BERKAS_TIDAK_TERBACA' }],
    });
  });

  it.each(KOTA)('capaian %s sama dengan setiap angka harapan', async (kota) => {
    const h = harapanKota(kota);
    const { status, isi } = await json<CapaianOpd>(
      data,
      'capaian',
      '--pemda',
      h.pemda,
      '--opd',
      h.opd,
      '--tahun',
      String(h.tahun),
    );
    expect(status).toBe(0);
    expect(bandingkan(h, isi).beda).toEqual([]);
  });

  it('capaian memuat isian kontrak, semuanya dan hanya itu, dalam urutannya', async () => {
    const { isi } = await json<CapaianOpd>(data, 'capaian', ...PONTIANAK);
    expect(Object.keys(isi)).toEqual([
      'pemda',
      'opd',
      'tahun',
      'triwulan',
      'posisi',
      'indikator',
      'tujuan',
      'sasaran',
      'anggaran',
      'total',
      'totalPk',
    ]);
    for (const i of isi.indikator)
      expect(Object.keys(i)).toEqual([
        'kode',
        'nama',
        'satuan',
        'level',
        'pk',
        'status',
        'target',
        'sumberTarget',
        'realisasi',
        'capaian',
        'alasan',
        'tanda',
        'predikat',
        'kemajuanRenstra',
        'tahunLalu',
        'tahunSebelumnya',
        'pembanding',
      ]);
    for (const s of [...isi.sasaran, ...isi.tujuan])
      expect(Object.keys(s)).toEqual([
        'kode',
        'capaian',
        'capaianSementara',
        'alasan',
        'predikat',
        'pagu',
        'realisasi',
        'serapan',
        'efisiensi',
        'alasanEfisiensi',
        'selisihSerapan',
        'programBersama',
      ]);
    for (const a of isi.anggaran)
      expect(Object.keys(a)).toEqual(['kode', 'tingkat', 'pagu', 'realisasi', 'serapan']);
    expect(Object.keys(isi.total)).toEqual([
      'dasar',
      'pagu',
      'realisasi',
      'serapan',
      'indikator',
      'mencapaiTarget',
    ]);
    expect(Object.keys(isi.totalPk)).toEqual(['pagu', 'realisasi', 'serapan']);
  });

  it('capaian sampai triwulan 1 belum mempunyai realisasi', async () => {
    const { isi } = await json<CapaianOpd>(data, 'capaian', ...PONTIANAK, '--triwulan', '1');
    expect(isi.triwulan).toBe(1);
    expect(isi.indikator[0]).toMatchObject({ realisasi: null, capaian: null, alasan: 'BELUM_ADA_REALISASI' });
  });

  it('capaian menurut saat sebelum impor belum mengenal perangkat daerah itu', async () => {
    const hasil = await json(data, 'capaian', ...PONTIANAK, '--pada', '2020-01-01');
    expect(hasil).toMatchObject({ status: 1, isi: { ditolak: [{ kode: 'TIDAK_DITEMUKAN' }] } });
  });

  it('capaian menurut hari yang jauh di depan sama dengan sekarang', async () => {
    const kini = await json(data, 'capaian', ...PONTIANAK);
    expect(await json(data, 'capaian', ...PONTIANAK, '--pada', '2099-12-31')).toEqual(kini);
    expect(await json(data, 'capaian', ...PONTIANAK, '--pada', '2099-12-31T23:59:59+07:00')).toEqual(kini);
  });

  it('tanpa --json angka dicetak seperti di laporan, dan yang tidak ada dengan alasannya', async () => {
    const { status, stdout } = await amanah(data, 'capaian', ...PONTIANAK);
    expect(status).toBe(0);
    expect(stdout).toMatch(/IKU-2 .*54,20 .*33,33 .*61,49 {2}Cukup Berhasil/);
    expect(stdout).toContain('4.521.330.526');
    expect(stdout).toMatch(/- +283 +- {2}belum ada target/);
    expect(stdout).not.toMatch(/null|undefined|NaN/);
  });

  it('riwayat memuat peristiwa yang paling lama dahulu', async () => {
    const { isi } = await json<{ peristiwa: Isi[] }>(data, 'riwayat', ...PONTIANAK, '--indikator', 'IKU-2');
    for (const p of isi.peristiwa)
      expect(Object.keys(p)).toEqual(['posisi', 'pada', 'jabatan', 'jenis', 'kalimat', 'sebelum', 'sesudah']);
    const posisi = isi.peristiwa.map((p) => p.posisi as number);
    expect(posisi).toEqual(posisi.toSorted((a, b) => a - b));
    expect(isi.peristiwa.map((p) => p.jenis)).toContain('RealisasiDicatat');
    const semua = await json<{ peristiwa: Isi[] }>(data, 'riwayat', ...PONTIANAK);
    expect(semua.isi.peristiwa.length).toBeGreaterThan(isi.peristiwa.length);
  });

  it('riwayat indikator yang tidak dikenal ditolak, bukan dijawab dengan riwayat yang lain', async () => {
    const { status, isi } = await json<{ ditolak: Isi[] }>(
      data,
      'riwayat',
      ...PONTIANAK,
      '--indikator',
      'ZZZ',
    );
    expect(status).toBe(1);
    expect(isi.ditolak[0]).toMatchObject({ kode: 'INDIKATOR_TIDAK_DIKENAL' });
  });

  it('buka-tahun mengambil pohon program dan target Renstra tahun berikutnya, dan tidak mengubah apa pun bila diulang', async () => {
    const argumen = ['buka-tahun', '--pemda', '35.75', '--tahun', '2023'];
    const { isi, status } = await json<{ opd: Isi[] }>(data, ...argumen);
    expect([status, isi.opd]).toEqual([
      0,
      [expect.objectContaining({ opd: 'disnaker', program: 20, target: 3, ditolak: null })],
    ]);
    const lagi = await json<{ opd: Isi[] }>(data, ...argumen);
    expect(lagi.isi.opd).toEqual([expect.objectContaining({ program: 0, target: 0, usulan: 0 })]);
    const tiada = await json<{ opd: Isi[] }>(data, ...argumen.slice(0, 3), '--tahun', '2031');
    expect([tiada.status, tiada.isi.opd]).toEqual([
      1,
      [expect.objectContaining({ ditolak: expect.objectContaining({ kode: 'RENSTRA_BELUM_ADA' }) })],
    ]);
  });

  it('verifikasi menyatakan log dan tampilan utuh', async () => {
    const { status, isi } = await json(data, 'verifikasi');
    expect(status).toBe(0);
    expect(isi).toEqual({
      ukuran: expect.any(Number),
      akar: expect.stringMatching(/^[0-9a-f]{64}$/),
      utuh: true,
      masalah: [],
    });
  });

  it('bangun-ulang menyebut setiap tampilan, atau yang diminta saja', async () => {
    const { isi } = await json<{ tampilan: Isi[] }>(data, 'bangun-ulang');
    expect(isi.tampilan.map((t) => t.nama)).toEqual(DAFTAR_TAMPILAN.map((v) => v.nama));
    for (const t of isi.tampilan)
      expect(t).toEqual({ nama: t.nama, peristiwa: expect.any(Number), ms: expect.any(Number) });
    const satu = await json<{ tampilan: Isi[] }>(data, 'bangun-ulang', 'riwayat');
    expect(satu.isi.tampilan.map((t) => t.nama)).toEqual(['riwayat']);
  });

  it('bantuan ada untuk setiap perintah', async () => {
    for (const argumen of [['bantuan'], ['--help'], ['capaian', '--help'], ['bantuan', 'impor']]) {
      const { status, stdout } = await amanah(data, ...argumen);
      expect([status, stdout.slice(0, 6)]).toEqual([0, expect.stringMatching(/^amanah/i)]);
    }
  });

  it.each<[string, string[]]>([
    ['tanpa perintah', []],
    ['perintah asing', ['hapus']],
    ['perintah bernama isian objek', ['constructor']],
    ['pilihan asing', ['capaian', ...PONTIANAK, '--warna', 'merah']],
    ['pilihan tanpa nilai', ['capaian', '--pemda']],
    ['kunci tidak lengkap', ['capaian', '--pemda', '61.71', '--opd', 'disnaker']],
    ['pemda tidak sah', ['capaian', '--pemda', '6171', '--opd', 'disnaker', '--tahun', '2023']],
    ['opd tidak sah', ['riwayat', '--pemda', '61.71', '--opd', 'DISNAKER', '--tahun', '2023']],
    ['tahun tidak sah', ['riwayat', '--pemda', '61.71', '--opd', 'disnaker', '--tahun', '20x3']],
    ['triwulan 5', ['capaian', ...PONTIANAK, '--triwulan', '5']],
    ['saat yang tidak ada', ['capaian', ...PONTIANAK, '--pada', '2024-02-30']],
    ['saat yang bukan saat', ['capaian', ...PONTIANAK, '--pada', 'kemarin']],
    ['kata berlebih', ['capaian', ...PONTIANAK, 'lagi']],
    ['impor tanpa berkas', ['impor']],
    ['tampilan asing', ['bangun-ulang', 'tidak-ada']],
    ['token tanpa jabatan', ['token', '--peran', 'kepala', '--pemda', '61.71']],
    [
      'token dengan peran asing',
      ['token', '--peran', 'raja', '--pemda', '61.71', '--jabatan', 'kepala', '--sebutan', 'X'],
    ],
  ])('%s: salah pakai, keluar 2, dan cara memakainya di keluaran galat', async (_, argumen) => {
    const { status, stdout, stderr } = await amanah(data, ...argumen);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('amanah');
    const denganJson = await json(data, ...(argumen.length === 0 ? [''] : argumen));
    expect(denganJson).toMatchObject({
      status: 2,
      isi: { ditolak: [{ jalur: '', kode: 'MASUKAN_TIDAK_SAH' }] },
    });
  });

  it('perangkat daerah yang tidak ada: ditolak, keluar 1', async () => {
    for (const verb of ['capaian', 'riwayat'])
      expect(await json(data, verb, '--pemda', '61.71', '--opd', 'dinkes', '--tahun', '2023')).toMatchObject({
        status: 1,
        isi: { ditolak: [{ kode: 'TIDAK_DITEMUKAN' }] },
      });
  });
});

/** As large as the nomenclature of a city: 9 urusan, 10 bidang, 190 programs, 380 kegiatan, 3,040 sub kegiatan. */
const nomenklatur = (): string => {
  const dua = (n: number): string => String(n).padStart(2, '0');
  const baris = ['kode;nama;satuan', ...Array.from({ length: 9 }, (_, i) => `${i + 1};Urusan ${i + 1};`)];
  for (let b = 1; b <= 10; b++) {
    baris.push(`2.${dua(b)};Bidang ${b};`);
    for (let p = 1; p <= 19; p++) {
      baris.push(`2.${dua(b)}.${dua(p)};Program ${b}.${p};`);
      for (const k of [1, 2]) {
        const kegiatan = `2.${dua(b)}.${dua(p)}.2.${dua(k)}`;
        baris.push(`${kegiatan};Kegiatan ${k};`);
        for (let n = 1; n <= 8; n++)
          baris.push(`${kegiatan}.${dua(n).padStart(4, '0')};Sub kegiatan ${n};Orang`);
      }
    }
  }
  return `${baris.join('\n')}\n`;
};

describe('nomenklatur', () => {
  const data = folderBaru();

  it('memuat satu versi dari CSV, dan tidak mengubah apa pun bila diulang', async () => {
    const csv = tulis(data, 'nomenklatur-2023.csv', nomenklatur());
    const hasil = { berkas: csv, versi: '2023', ditolak: [] };
    expect(await json(data, 'nomenklatur', csv, '--versi', '2023')).toEqual({
      status: 0,
      isi: { ...hasil, peristiwa: 3_631 },
    });
    expect((await json(data, 'nomenklatur', csv, '--versi', '2023')).isi).toEqual({ ...hasil, peristiwa: 0 });
  });

  it('menyebut baris yang salah, dan tidak menyimpan satu pun', async () => {
    const csv = tulis(data, 'salah.csv', 'kode;nama\n2;Urusan\n2.7;Bidang\n3.01;Bidang\n');
    type Hasil = { ditolak: { jalur: string; kode: string }[] };
    const { status, isi } = await json<Hasil>(data, 'nomenklatur', csv, '--versi', '2024');
    expect(status).toBe(1);
    expect(isi.ditolak.map((d) => [d.jalur, d.kode])).toEqual([
      ['/baris/3', 'KODE_NOMENKLATUR_TIDAK_SAH'],
      ['/baris/4', 'INDUK_NOMENKLATUR_TIDAK_DIKENAL'],
    ]);
    const { stdout } = await amanah(data, 'nomenklatur', csv, '--versi', '2024');
    expect(stdout).toMatch(
      /^Nomenklatur 2024: ditolak, tidak ada yang disimpan\.\n {2}\/baris\/3: Kode 2\.7 /,
    );
  });

  it('versi yang tidak dikenal memerlukan Keputusannya', async () => {
    const csv = tulis(data, 'baru.csv', 'kode;nama\n2;Urusan\n');
    expect((await amanah(data, 'nomenklatur', csv, '--versi', '2030')).status).toBe(2);
    const akta = ['--jenis', 'Keputusan', '--nomor', '1', '--tanggal', '2030-05-01', '--pejabat', 'Menteri'];
    const lengkap = ['--versi', '2030', '--nama', 'Kepmendagri 1/2030', ...akta, '--berlaku', '2031-01-01'];
    expect((await json(data, 'nomenklatur', csv, ...lengkap)).isi).toMatchObject({ peristiwa: 3 });
  });
});

describe('log yang tidak ada atau rusak', () => {
  it.each([['capaian', ...PONTIANAK], ['riwayat', ...PONTIANAK], ['verifikasi'], ['bangun-ulang']])(
    '%s tanpa log keluar 3 dan tidak membuat apa pun',
    async (...argumen) => {
      const data = join(folderBaru(), 'belum-ada');
      expect((await json(data, ...argumen)).status).toBe(3);
      expect(existsSync(data)).toBe(false);
    },
  );

  it('log yang bukan log keluar 3, juga untuk impor', async () => {
    const data = folderBaru();
    tulis(
      data,
      'log.sqlite',
      'bukan basis data, dan cukup panjang untuk dibaca sebagai kepala berkas'.repeat(20),
    );
    expect((await json(data, 'verifikasi')).status).toBe(3);
    expect((await json(data, 'capaian', ...PONTIANAK)).status).toBe(3);
    expect((await json(data, 'impor', berkas('pontianak-2023'))).status).toBe(3);
  });

  it('peristiwa yang diubah di luar aplikasi ditemukan verifikasi, dengan posisinya', async () => {
    const data = folderBaru();
    await amanah(data, 'impor', berkas('pontianak-2023'));
    const db = new DatabaseSync(join(data, 'log.sqlite'));
    const jaga = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all();
    for (const { name } of jaga) db.exec(`DROP TRIGGER "${String(name)}"`); // as one who owns the file could
    db.exec(`UPDATE events SET bytes = replace(bytes, '91.08', '95.08') WHERE pos = 169`);
    db.close();
    const { status, isi } = await json(data, 'verifikasi');
    expect(status).toBe(3);
    expect(isi).toMatchObject({ utuh: false });
    expect(isi.masalah).toContainEqual(expect.objectContaining({ bagian: 'log', posisi: 169 }));
    const bangun = await json<{ ditolak: Isi[] }>(data, 'bangun-ulang', 'capaian');
    expect(bangun.status).toBe(3); // no view is made of bytes that nobody signed for
    expect(bangun.isi.ditolak[0]).toMatchObject({ kode: 'PENYIMPANAN_TIDAK_TERSEDIA' });
  });

  it('baris tampilan yang diubah ditemukan verifikasi, dan bangun-ulang memperbaikinya', async () => {
    const data = folderBaru();
    await amanah(data, 'impor', berkas('pontianak-2023'));
    await amanah(data, 'verifikasi');
    const db = new DatabaseSync(join(data, 'tampilan.sqlite'));
    const tabel = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all() as {
      name: string;
    }[];
    let diubah = 0;
    for (const { name } of tabel) {
      const kolom = db.prepare(`SELECT name FROM pragma_table_info(?)`).all(name) as { name: string }[];
      if (kolom.some((k) => k.name === 'isi'))
        diubah += Number(
          db.prepare(`UPDATE "${name}" SET isi = replace(isi, '91.08', '95.08')`).run().changes,
        );
    }
    db.close();
    expect(diubah).toBeGreaterThan(0);
    const rusak = await json(data, 'verifikasi');
    expect(rusak.status).toBe(1);
    expect(rusak.isi.masalah).toContainEqual(
      expect.objectContaining({ bagian: 'tampilan', tampilan: 'capaian' }),
    );
    expect((await json(data, 'bangun-ulang')).status).toBe(0);
    expect((await json(data, 'verifikasi')).status).toBe(0);
  });
});

describe('di samping server yang berjalan', () => {
  const data = folderBaru();
  let uji: AplikasiUji;
  beforeAll(async () => {
    uji = await mulaiUji(data);
  });
  afterAll(() => uji.tutup());

  it('soketnya hanya untuk pemilik folder', () =>
    expect(statSync(join(data, 'amanah.sock')).mode & 0o777).toBe(0o600));

  it('impor dikerjakan server: semua atau tidak sama sekali, dan segera terlihat lewat GraphQL', async () => {
    const rusak = tulis(data, 'rusak.json', JSON.stringify({ ...paketKota('pontianak-2023'), tahun: 1999 }));
    expect(await json(data, 'impor', rusak)).toMatchObject({
      status: 1,
      isi: { peristiwa: 0, ditolak: [{ jalur: '/tahun' }] },
    });
    expect(await uji.posisi()).toBe(-1);
    const { status, isi } = await json(data, 'impor', berkas('pontianak-2023'));
    expect(status).toBe(0);
    expect(isi.peristiwa).toBe((await uji.posisi()) + 1);
    const token = (
      await json(
        data,
        'token',
        '--peran',
        'inspektorat',
        '--pemda',
        '61.71',
        '--jabatan',
        'inspektorat',
        '--sebutan',
        'Inspektur',
      )
    ).isi.token;
    const { data: jawaban } = await uji.gql(
      `{ capaianKinerja(pemda: "61.71", opd: "disnaker", tahun: 2023, setelahPosisi: "${await uji.posisi()}") { indikator { kode capaian } } }`,
      {},
      String(token),
    );
    expect(jawaban.capaianKinerja.indikator).toContainEqual({ kode: 'IKU-2', capaian: '61.49' });
  });

  it('dua impor sekaligus: satu akibat', async () => {
    const hasil = await Promise.all([1, 2, 3].map(() => json(data, 'impor', berkas('pasuruan-2022'))));
    expect(hasil.map((h) => h.status)).toEqual([0, 0, 0]);
    expect(hasil.filter((h) => h.isi.peristiwa !== 0)).toHaveLength(1);
  });

  it('nomenklatur dikerjakan server, dan segera terlihat lewat GraphQL', async () => {
    const csv = tulis(data, 'nomenklatur.csv', 'kode;nama\n2;Urusan\n2.07;Tenaga Kerja\n');
    expect((await json(data, 'nomenklatur', csv, '--versi', '2023')).isi).toMatchObject({ peristiwa: 4 });
    const { data: jawaban } = await uji.gql(
      `{ nomenklatur(versi: "2023", kode: "2", setelahPosisi: "${await uji.posisi()}") { ditetapkan kode { nama } } }`,
      {},
      uji.token({}),
    );
    expect(jawaban.nomenklatur).toEqual({ ditetapkan: true, kode: [{ nama: 'Tenaga Kerja' }] });
  });

  it('perintah baca dan bangun-ulang bekerja bersama server', async () => {
    const [capaian, riwayat, bangunUlang] = await Promise.all([
      json<CapaianOpd>(data, 'capaian', ...PONTIANAK),
      json(data, 'riwayat', ...PONTIANAK),
      json(data, 'bangun-ulang'),
    ]);
    expect(bandingkan(harapanKota('pontianak-2023'), capaian.isi).beda).toEqual([]);
    expect([riwayat.status, bangunUlang.status]).toEqual([0, 0]);
    expect((await json(data, 'verifikasi')).isi).toMatchObject({ utuh: true, masalah: [] });
  });

  it('berkas soket yang tertinggal dari server yang mati tidak menghalangi', async () => {
    const lain = folderBaru();
    tulis(lain, 'amanah.sock', '');
    const hidup = await mulaiUji(lain);
    expect((await json(lain, 'impor', berkas('pasuruan-2022'))).status).toBe(0);
    await hidup.tutup();
    expect(existsSync(join(lain, 'amanah.sock'))).toBe(false);
  });
});

describe('server', () => {
  const tanya = async (alamat: string, token: string, posisi: string): Promise<unknown> => {
    const query = `{ capaianKinerja(pemda: "61.71", opd: "disnaker", tahun: 2023, setelahPosisi: "${posisi}") { indikator { kode } } }`;
    const jawaban = await fetch(`${alamat}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    return jawaban.json();
  };

  it('yang dipaket menjawab, menyajikan penjelajah, dan berhenti dengan baik tanpa satu pun peringatan', async () => {
    const data = folderBaru();
    const impor = await json(data, 'impor', berkas('pontianak-2023'));
    const peran = ['--peran', 'inspektorat', '--pemda', '61.71'];
    const { isi } = await json(data, 'token', ...peran, '--jabatan', 'inspektorat', '--sebutan', 'Inspektur');
    const { proses, alamat, galat } = await nyalakan(hasilBangun.folder, data);
    const selesai = once(proses, 'exit');
    try {
      expect(await tanya(alamat, `${isi.token}`, `${Number(impor.isi.peristiwa) - 1}`)).toEqual({
        data: { capaianKinerja: { indikator: expect.arrayContaining([{ kode: 'IKU-1' }]) } },
      });
      const halaman = await (await fetch(alamat)).text();
      const bagian = [...halaman.matchAll(/(?:src|href)="(\/jelajah\/[^"]+)"/g)].map(([, jalur]) => jalur);
      expect(bagian.length).toBeGreaterThan(3);
      for (const jalur of bagian) expect((await fetch(`${alamat}${jalur}`)).status).toBe(200);
      // docs/adr/0014: the views' thread, and no other, gives way
      if (process.platform === 'linux') expect(niceUtas(proses.pid).filter((n) => n !== 0)).toEqual([10]);
    } finally {
      proses.kill('SIGTERM');
    }
    expect(await selesai).toEqual([0, null]);
    expect(galat()).toBe('');
  });
});

describe('demo', () => {
  it('menolak folder yang bukan folder demo, dan membiarkannya', async () => {
    const data = folderBaru();
    const milik = tulis(data, 'penting.txt', 'jangan dihapus');
    const { status, stderr } = await jalankan('demo.js', data, []);
    expect(status).toBe(2);
    expect(stderr).toContain('bukan folder demo');
    expect(existsSync(milik)).toBe(true);
  });
});
