import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AKAR } from '../../src/akar.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { bangun } from '../support/bangun.js';
import { bagianXlsx, type EntriUji, XML, xlsxUji, zipUji } from '../support/zip.js';

const MB = 1024 * 1024;
const nol = (mb: number): Buffer => Buffer.alloc(mb * MB);
const tambahan = (...entri: EntriUji[]): Buffer => xlsxUji({ tambahan: entri });
const DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
const LUAR = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const lembarDengan = (depan: string, isi: string): Buffer =>
  xlsxUji({
    lembar: `${XML}${depan}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${isi}</t></is></c></row></sheetData></worksheet>`,
  });
const KEPALA = 'amanah;rencana-aksi;1;61.71;disnaker;2023;Rencana Aksi\n';
const JUDUL = 'Kode indikator;Nama indikator;Triwulan;Target;Aksi;Penanggung jawab\n';

const BUKAN = 'BERKAS_BUKAN_LEMBAR_KERJA';
const TAK_AMAN = 'BERKAS_TIDAK_AMAN';
const BESAR = 'BERKAS_TERLALU_BESAR';

/** Every hostile file, made here, and what is said of it. Made when asked for: some are large. */
const JAHAT: readonly (readonly [string, string, () => Buffer])[] = [
  ['nol bita', BUKAN, () => Buffer.alloc(0)],
  ['.exe bernama .xlsx', BUKAN, () => Buffer.concat([Buffer.from('MZ\x90\0'), nol(1)])],
  ['HTML yang sekaligus ZIP', BUKAN, () => zipUji(bagianXlsx(), { depan: '<html><script>1</script>' })],
  ['ZIP yang diikuti HTML', BUKAN, () => zipUji(bagianXlsx(), { belakang: '<html></html>' })],
  ['ZIP dengan HTML sebagai komentar', TAK_AMAN, () => zipUji(bagianXlsx(), { komentar: '<html>' })],
  ['SVG', BUKAN, () => Buffer.from('\ufeff\n <svg xmlns="http://www.w3.org/2000/svg" onload="x"/>')],
  ['PDF', BUKAN, () => Buffer.from('%PDF-1.7\n')],
  ['Excel lama atau bersandi', BUKAN, () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), nol(1)])],
  ['UTF-16', BUKAN, () => Buffer.from('\ufeffa;b\n', 'utf16le')],
  ['nama a.pdf dengan NUL di dalam ZIP', TAK_AMAN, () => tambahan({ nama: 'xl/a.pdf\0.exe', isi: 'x' })],
  ['bom ZIP', BESAR, () => tambahan({ nama: 'xl/bom.xml', isi: nol(64) })],
  [
    'bom ZIP dari banyak berkas sedang',
    BESAR,
    () => tambahan(...Array.from({ length: 150 }, (_, i) => ({ nama: `xl/b${i}.xml`, isi: nol(1) }))),
  ],
  [
    'bom yang menyebut dirinya kecil',
    TAK_AMAN,
    () => {
      const [lembar] = bagianXlsx({ baris: ' '.repeat(20 * MB) }).slice(-1);
      return zipUji([
        ...bagianXlsx().slice(0, -1),
        { nama: lembar?.nama ?? '', isi: lembar?.isi ?? '', ukuran: 900 },
      ]);
    },
  ],
  [
    '100.000 entri',
    BESAR,
    () =>
      zipUji(
        Array.from({ length: 100_000 }, (_, i) => ({ nama: `x${i}`, isi: '', simpan: true })).slice(
          0,
          65_000,
        ),
      ),
  ],
  ['entri yang bertumpang tindih', TAK_AMAN, () => tambahan({ nama: 'xl/lain.xml', isi: XML, padaEntri: 3 })],
  [
    'tautan simbolik',
    TAK_AMAN,
    () => tambahan({ nama: 'xl/tautan.xml', isi: '/etc/passwd', mode: 0o120777 }),
  ],
  ['entri ../', TAK_AMAN, () => tambahan({ nama: '../../etc/cron.d/x', isi: 'x' })],
  ['entri berjalur mutlak', TAK_AMAN, () => tambahan({ nama: '/etc/passwd', isi: 'x' })],
  ['nama entri 300 huruf', TAK_AMAN, () => tambahan({ nama: `xl/${'a'.repeat(300)}.xml`, isi: 'x' })],
  ['nama entri yang membalik arah baca', TAK_AMAN, () => tambahan({ nama: 'xl/\u202exslx.exe', isi: 'x' })],
  ['satu nama dua kali', TAK_AMAN, () => tambahan({ nama: 'XL/workbook.xml', isi: XML })],
  ['ZIP di dalam ZIP', TAK_AMAN, () => tambahan({ nama: 'xl/embeddings/isi.zip', isi: xlsxUji() })],
  ['makro', TAK_AMAN, () => tambahan({ nama: 'xl/vbaProject.bin', isi: 'x' })],
  ['ZIP yang bukan lembar kerja', BUKAN, () => zipUji([{ nama: 'a.txt', isi: 'x' }])],
  ['ZIP yang terpotong', BUKAN, () => xlsxUji().subarray(0, 600)],
  ['entitas luar (XXE)', TAK_AMAN, () => lembarDengan(LUAR, '&e;')],
  ['entitas yang beranak', TAK_AMAN, () => lembarDengan(DTD, '&b;')],
  [
    'DTD di tabel teks',
    TAK_AMAN,
    () => zipUji(bagianXlsx().map((e) => (e.nama.includes('shared') ? { ...e, isi: `${DTD}<sst/>` } : e))),
  ],
  ['entitas tanpa DTD', BUKAN, () => lembarDengan('', '&tidak;')],
  [
    'XML UTF-16 untuk menyembunyikan DTD',
    BUKAN,
    () =>
      zipUji(
        bagianXlsx().map((e) =>
          e.nama.includes('sheet1') ? { ...e, isi: Buffer.from(`\ufeff${LUAR}<worksheet/>`, 'utf16le') } : e,
        ),
      ),
  ],
  ['kolom XFD', BESAR, () => xlsxUji({ baris: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' })],
  [
    '50.001 baris',
    BESAR,
    () =>
      xlsxUji({ baris: Array.from({ length: 50_001 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join('') }),
  ],
  ['CSV sejuta kolom', BESAR, () => Buffer.from(`${KEPALA}${';'.repeat(1_000_000)}\n`)],
  ['CSV dengan kutip yang tidak ditutup', BUKAN, () => Buffer.from(`${KEPALA}${JUDUL}"IKU-1;x;1;1;\n`)],
  [
    'CSV dengan kutip yang tidak ditutup sepanjang 19 MB',
    BESAR,
    () => Buffer.from(`${KEPALA}"${'a'.repeat(19 * MB)}`),
  ],
  ['batas + 1 bita', BESAR, () => Buffer.alloc(20 * MB + 1, 'a')],
];

describe('berkas jahat', () => {
  let app: AplikasiUji;
  let token: string;
  beforeAll(async () => {
    app = await mulaiUji();
    token = app.token({ peran: 'operator', akun: 'akun-operator', jabatan: 'operator' });
  });
  afterAll(() => app.tutup());

  type Jawab = { readonly status: number; readonly kode: string; readonly pesan: string };
  const KUERI = 'jenis=rencana-aksi&pemda=61.71&opd=disnaker&tahun=2023&pratinjau=1';
  const kirim = async (
    isi: Buffer,
    kueri = KUERI,
    jenis = 'application/octet-stream',
    lain = {},
  ): Promise<Jawab> => {
    const res = await fetch(`${app.alamat}/berkas/impor?${kueri}`, {
      method: 'POST',
      // Making a bomb takes longer than an idle connection is kept: each file comes by one of its own.
      headers: { authorization: `Bearer ${token}`, 'content-type': jenis, connection: 'close', ...lain },
      body: new Uint8Array(isi),
    });
    // biome-ignore lint/suspicious/noExplicitAny: the answer has no type here
    const jawaban = (await res.json()) as any;
    const galat = jawaban.errors?.[0];
    return { status: res.status, kode: galat?.extensions.kode ?? 'diterima', pesan: galat?.message ?? '' };
  };

  it.each(JAHAT)('%s ditolak dengan kode %s dan kalimat', async (_, kode, buat) => {
    const jawaban = await kirim(buat());
    expect(jawaban).toEqual({
      status: expect.any(Number),
      kode,
      pesan: expect.stringMatching(/^[A-Z][^{}]+\.$/),
    });
    expect(jawaban.status).toBeGreaterThanOrEqual(400);
    expect(jawaban.status).toBeLessThan(500);
    expect(jawaban.pesan).not.toMatch(/node_modules|\.ts|\.js\b|Error|passwd/);
  });

  it.each([
    'text/html',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'image/svg+xml',
  ])('Content-Type %s ditolak', async (jenis) =>
    expect((await kirim(xlsxUji(), KUERI, jenis)).status).toBe(415),
  );
  it('tanpa token ditolak sebelum isinya dibaca', async () =>
    expect((await kirim(nol(1), KUERI, 'application/octet-stream', { authorization: '' })).kode).toBe(
      'TANPA_TOKEN',
    ));
  it('dari halaman asing ditolak', async () =>
    expect((await kirim(xlsxUji(), KUERI, 'text/csv', { origin: 'https://jahat.example' })).kode).toBe(
      'ASAL_DITOLAK',
    ));

  it.each([
    ['../../x', '..%2F..%2Fx'],
    ['CON', 'CON'],
    ['300 huruf', 'a'.repeat(300)],
    ['pembalik arah', 'a%E2%80%AExslx'],
    ['NUL', 'a.pdf%00.exe'],
    ['CRLF', 'a%0D%0ASet-Cookie:%20x=1'],
  ])('nama %s tidak pernah menjadi nama berkas', async (_, nama) => {
    for (const jalur of [
      `templat/${nama}?pemda=61.71&opd=disnaker&tahun=2023`,
      `templat/rencana-aksi?pemda=61.71&opd=${nama}&tahun=2023`,
      `templat/rencana-aksi?pemda=${nama}&opd=disnaker&tahun=2023&format=csv`,
      `templat/rencana-aksi?pemda=61.71&opd=disnaker&tahun=2023&format=csv&lembar=${nama}`,
    ]) {
      const res = await fetch(`${app.alamat}/berkas/${jalur}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect([400, 404]).toContain(res.status);
      expect(res.headers.get('content-disposition')).toBeNull();
      expect(res.headers.get('set-cookie')).toBeNull();
    }
    const kepala = {
      'content-disposition': `attachment; filename="${decodeURIComponent(nama).replace(/[^\x20-\x7e]/g, '_')}"`,
    };
    expect((await kirim(Buffer.from('a;b\n'), KUERI, 'text/csv', kepala)).kode).toBe('TEMPLAT_TIDAK_DIKENAL');
  });

  it.each(['tahun=2023&tahun=2024', 'tahun[]=2023', 'tahun=20231', 'tahun=abcd', ''])(
    'kueri %s ditolak',
    async (tahun) =>
      expect(
        (
          await kirim(
            Buffer.from('a;b\n'),
            `jenis=rencana-aksi&pemda=61.71&opd=disnaker&pratinjau=1&${tahun}`,
          )
        ).status,
      ).toBe(400),
  );
  it.each(['', '&idPerintah=1', "&idPerintah=';--"])(
    'menyimpan tanpa idPerintah yang sah (%s) ditolak',
    async (id) =>
      expect((await kirim(Buffer.from('a;b\n'), `${KUERI.replace('&pratinjau=1', '')}${id}`)).kode).toBe(
        'MASUKAN_TIDAK_SAH',
      ),
  );

  it('yang mengaku 1 KB tetapi mengalir terus hanya dibaca 1 KB', async () => {
    const { port } = new URL(app.alamat);
    const teks = await new Promise<string>((jawab) => {
      let isi = '';
      const soket = connect(Number(port), '127.0.0.1');
      soket.on('data', (d) => {
        isi += d;
      });
      soket.on('error', () => jawab(isi));
      soket.on('close', () => jawab(isi));
      soket.write(
        `POST /berkas/impor?${KUERI} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nContent-Type: text/csv\r\nContent-Length: 1024\r\n\r\n`,
      );
      soket.write('a'.repeat(4 * MB));
    });
    expect(teks).toMatch(/^HTTP\/1\.1 4\d\d/);
  });

  it('yang mengalir tanpa batas diputus satu bita setelah 20 MB', async () => {
    const { port } = new URL(app.alamat);
    const kode = await new Promise<string>((jawab) => {
      const req = request(
        {
          port,
          host: '127.0.0.1',
          method: 'POST',
          path: `/berkas/impor?${KUERI}`,
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'text/csv',
            'transfer-encoding': 'chunked',
          },
        },
        (res) => {
          let isi = '';
          res.on('data', (d) => {
            isi += d;
          });
          res.on('end', () => jawab(JSON.parse(isi).errors[0].extensions.kode));
        },
      );
      req.on('error', () => undefined);
      let dikirim = 0;
      const alirkan = (): void => {
        while (dikirim < 64 && !req.destroyed) {
          dikirim++;
          if (!req.write(Buffer.alloc(MB, 'a'))) {
            req.once('drain', alirkan);
            return;
          }
        }
      };
      alirkan();
    });
    expect(kode).toBe(BESAR);
  });

  it('CSV dengan sel rumus, BOM, dan akhir baris campuran dibaca sebagai teks; baris ganda disebut', async () => {
    const csv = `\ufeff${KEPALA.trim()}\r\n${JUDUL.trim()}\rIKU-1;;1;5;=1+1\nIKU-1;;1;6;+cmd\r\n`;
    const res = await fetch(`${app.alamat}/berkas/impor?${KUERI}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
      body: csv,
    });
    expect(await res.json()).toMatchObject({
      ditolak: [
        { baris: 3, kode: 'RENSTRA_BELUM_ADA' },
        { baris: 4, kode: 'PAKET_GANDA' },
      ],
    });
  });

  it('setelah semua itu server masih menjawab', async () =>
    expect((await fetch(`${app.alamat}/kesehatan`)).status).toBe(200));
});

describe('memori', () => {
  let hasil: ReturnType<typeof bangun>;
  let folder: string;
  beforeAll(() => {
    hasil = bangun();
    folder = mkdtempSync(join(tmpdir(), 'amanah-jahat-'));
  }, 120_000);
  afterAll(() => {
    hasil.hapus();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Reads files in a process of its own as the server does, in the thread, and measures the highest RSS of each. */
  const NASKAH = `
    const { readFileSync } = require('node:fs');
    const { LembarKerjaAdaptor } = require(process.argv[1]);
    const rss = () => process.memoryUsage.rss() / 1048576;
    const jalan = async () => {
      const adaptor = new LembarKerjaAdaptor();
      await adaptor.baca(new Uint8Array(Buffer.from('a;b\\n')));
      const hasil = [];
      for (const berkas of process.argv.slice(2)) {
        let bita = new Uint8Array(readFileSync(berkas));
        global.gc();
        const awal = rss();
        let puncak = awal;
        const ukur = setInterval(() => { puncak = Math.max(puncak, rss()); }, 2);
        const janji = adaptor.baca(bita);
        bita = undefined;
        const kode = await janji.then(() => 'diterima', (e) => e.kode ?? String(e));
        clearInterval(ukur);
        hasil.push([kode, Math.max(puncak, rss()) - awal]);
      }
      console.log(JSON.stringify(hasil));
    };
    jalan();`;

  it('setiap berkas jahat dibaca dengan kurang dari 50 MB di atas yang dipakai sebelumnya', () => {
    const dipakai = JAHAT.filter(([nama]) => nama !== 'batas + 1 bita' && nama !== 'nol bita');
    const berkas = dipakai.map(([, , buat], i) => {
      const jalur = join(folder, `${i}.bin`);
      writeFileSync(jalur, buat());
      return jalur;
    });
    const adaptor = join(hasil.folder, 'infra/documents/lembar-kerja.adaptor.js');
    const keluaran = execFileSync(process.execPath, ['--expose-gc', '-e', NASKAH, adaptor, ...berkas], {
      cwd: AKAR,
      encoding: 'utf8',
      timeout: 120_000,
    });
    const terukur = JSON.parse(keluaran) as [string, number][];
    for (const [i, [nama, kode]] of dipakai.entries())
      expect([nama, terukur[i]?.[0], Number(terukur[i]?.[1]) < 50]).toEqual([nama, kode, true]);
  }, 180_000);
});
