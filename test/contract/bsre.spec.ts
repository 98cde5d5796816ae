import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { AKAR } from '../../src/akar.js';
import type { HasilTte, Penandatangan, PermintaanTte } from '../../src/approval/tanda-tangan/penyedia.js';
import type { KonfigurasiBsre } from '../../src/infra/konfigurasi/bsre.js';
import { mintaBsre } from '../../src/infra/signing/bsre.klien.js';
import { BsrePenyedia } from '../../src/infra/signing/bsre.penyedia.js';
import { PemeriksaHasilBsre } from '../../src/infra/signing/bsre.periksa.js';
import { mintaCap } from '../../src/infra/signing/cap-waktu.js';
import { Clock } from '../../src/kernel/event-store.js';
import { Rahasia } from '../../src/kernel/rahasia.js';
import { daftarCabut } from '../support/bsre-tiruan/pki.js';
import { BsreTiruan, buatPki, type Cara } from '../support/bsre-tiruan/server.js';
import { pdfUji } from '../support/pdf-uji.js';
import { pdfsig, periksaQpdf } from '../support/pdfsig.js';
import { mulaiTsa } from '../support/tsa-uji.js';

/**
 * The adapter against a stand-in made after public descriptions: what each answer is taken for, and that no request to
 * sign is ever sent twice. Not run against BSrE itself.
 */
const KENARI = 'k3nari"\\\u00e9\u{1f426}\n-frasa sandi';
const NIK = '3171000000000001';
const BUDI = { nik: NIK, surel: 'budi@uji.go.id', nama: 'BUDI SANTOSO' };

class JamUji extends Clock {
  now(): Date {
    return new Date();
  }
}

const orang = (ubah: Partial<Penandatangan> = {}): Penandatangan => ({
  subjek: 's-1',
  nama: 'Dr. Ir. Budi Santoso, M.T.',
  sebutan: 'Kepala Dinas',
  nik: NIK,
  surel: 'budi@uji.go.id',
  ...ubah,
});

const permintaan = (ubah: Partial<PermintaanTte> = {}): PermintaanTte => ({
  idPermintaan: 'p-1',
  pdf: pdfUji(),
  medan: 'PihakPertama',
  penandatangan: orang(),
  frasa: new Rahasia(KENARI),
  alasan: 'Perjanjian Kinerja 2026',
  tempat: 'Pontianak',
  pada: new Date(),
  ...ubah,
});

let tiruan: BsreTiruan;
let url: string;
let folder: string;
let crl: string;
const luput: unknown[] = [];
const catatLuput = (e: unknown): void => {
  luput.push(e);
};

beforeAll(async () => {
  process.on('unhandledRejection', catatLuput);
  folder = mkdtempSync(join(tmpdir(), 'amanah-bsre-'));
  crl = join(folder, 'a.crl');
  tiruan = new BsreTiruan(await buatPki());
  tiruan.pengguna.set(NIK, { frasa: KENARI, nama: BUDI.nama, surel: BUDI.surel });
  tiruan.pengguna.set('3171000000000002', { frasa: 'frasa kedua', nama: 'Siti Aminah' });
  url = await tiruan.mulai();
});
afterAll(async () => {
  await tiruan.henti();
  rmSync(folder, { recursive: true });
  process.off('unhandledRejection', catatLuput);
  expect(luput).toEqual([]);
});
beforeEach(() => {
  tiruan.cara = 'benar';
  tiruan.vonis = undefined;
  tiruan.tertanda = 0;
  tiruan.diterima.length = 0;
  tiruan.dokumenLain = pdfUji({ halaman: 2 });
});

const konfigurasi = (ubah: Partial<KonfigurasiBsre> = {}): KonfigurasiBsre => ({
  url,
  pengguna: 'amanah',
  sandi: new Rahasia('sandi aplikasi:1'),
  akar: [tiruan.pki.akar.der],
  crl: [],
  cocok: ['nama', 'surel', 'nik'],
  tampilan: 'terlihat',
  asalY: 'atas',
  pendapatKedua: false,
  waktu: 5_000,
  ...ubah,
});
const penyedia = (ubah: Partial<KonfigurasiBsre> = {}): BsrePenyedia => {
  const k = konfigurasi(ubah);
  return new BsrePenyedia(k, new PemeriksaHasilBsre(k), new JamUji());
};
const pasti = (h: HasilTte): Extract<HasilTte, { ok: true }> => {
  if (!h.ok) throw new Error(`tidak ditandatangani: ${h.sebab} ${h.kode}`);
  return h;
};

describe('tanda tangan lewat BSrE (tiruan)', () => {
  it('dua pihak berturut-turut: keduanya sah menurut pemeriksaan sendiri dan menurut pdfsig', async () => {
    const asli = pdfUji();
    const satu = pasti(await penyedia().tandatangani(permintaan({ pdf: asli })));
    const siti = orang({ nama: 'Siti Aminah', nik: '3171000000000002', surel: null });
    const dua = pasti(
      await penyedia({ cocok: ['nama', 'nik'] }).tandatangani(
        permintaan({
          pdf: satu.pdf,
          medan: 'PihakKedua',
          penandatangan: siti,
          frasa: new Rahasia('frasa kedua'),
        }),
      ),
    );
    expect(satu).toMatchObject({ tingkat: 'B-B', sertifikat: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(Buffer.from(satu.pdf.subarray(0, asli.length)).equals(asli)).toBe(true);
    periksaQpdf(dua.pdf);
    // The fields that were meant for them stay empty: BSrE signs in fields of its own.
    const terisi = pdfsig(dua.pdf).filter(({ nama }) => nama !== '');
    expect(terisi.map(({ nama, sah, seluruhnya }) => ({ nama, sah, seluruhnya }))).toEqual([
      { nama: 'BUDI SANTOSO', sah: true, seluruhnya: false },
      { nama: 'Siti Aminah', sah: true, seluruhnya: true },
    ]);
    expect(tiruan.permintaanTte).toBe(2);
  });

  it('mengirim kotak medan yang diminta, dihitung dari tepi atas halaman, dan NIK hanya di badan', async () => {
    pasti(await penyedia().tandatangani(permintaan({ medan: 'PihakKedua' })));
    const { jalur, badan } = tiruan.diterima[0] ?? {};
    expect(jalur).toBe('/api/v2/sign/pdf');
    expect(badan).toMatchObject({
      nik: NIK,
      passphrase: KENARI,
      signatureProperties: [
        {
          tampilan: 'VISIBLE',
          page: 1,
          originX: 310,
          originY: 672,
          width: 200,
          height: 70,
          reason: 'Perjanjian Kinerja 2026',
        },
      ],
    });
  });

  it('dari tepi bawah bila diatur begitu; letak yang berbeda dari yang diminta lalu ditolak', async () => {
    const h = await penyedia({ asalY: 'bawah' }).tandatangani(permintaan());
    expect(tiruan.diterima[0]?.badan).toMatchObject({ signatureProperties: [{ originY: 100 }] });
    expect(h).toEqual({ ok: false, sebab: 'hasil-tidak-sah', kode: 'LETAK_BERBEDA' });
  });

  it('tanda tangan tidak terlihat bila diatur begitu', async () => {
    pasti(await penyedia({ tampilan: 'tersembunyi' }).tandatangani(permintaan()));
    expect(tiruan.diterima[0]?.badan).toMatchObject({ signatureProperties: [{ tampilan: 'INVISIBLE' }] });
  });

  it('berkas yang ditulis ulang diterima bila isinya sama, tetapi tidak bila tanda tangan terdahulu rusak karenanya', async () => {
    tiruan.cara = 'tulis-ulang';
    const satu = pasti(await penyedia().tandatangani(permintaan()));
    const dua = await penyedia().tandatangani(permintaan({ pdf: satu.pdf, medan: 'PihakKedua' }));
    expect(dua).toEqual({ ok: false, sebab: 'hasil-tidak-sah', kode: 'TANDA_TANGAN_LAMA_BERUBAH' });
  });

  it('bukti keabsahan (DSS) sesudah tanda tangan diterima', async () => {
    tiruan.cara = 'ekor-dss';
    pasti(await penyedia().tandatangani(permintaan()));
  });

  it('tingkat B-T hanya bila penanda waktunya dipercaya akar yang diatur', async () => {
    const tsa = await mulaiTsa();
    try {
      const setelan = { alamat: tsa.alamat, akar: [], wajib: true };
      tiruan.cap = (tandaTangan) => mintaCap(setelan, tandaTangan);
      const dipercaya = penyedia({ akar: [tiruan.pki.akar.der, tsa.akar.der] });
      const [ya, tidak] = [
        pasti(await dipercaya.tandatangani(permintaan())),
        pasti(await penyedia().tandatangani(permintaan())),
      ];
      expect([ya.tingkat, tidak.tingkat]).toEqual(['B-T', 'B-B']);
      expect(Math.abs(Date.parse(ya.pada) - Date.now())).toBeLessThan(60_000);
    } finally {
      tiruan.cap = undefined;
      await tsa.tutup();
    }
  });

  it('dikenal dengan surel bila NIK tidak diketahui', async () => {
    pasti(
      await penyedia({ cocok: ['surel'] }).tandatangani(permintaan({ penandatangan: orang({ nik: null }) })),
    );
    expect(tiruan.diterima[0]?.badan).toMatchObject({ email: 'budi@uji.go.id' });
    expect(tiruan.diterima[0]?.badan).not.toHaveProperty('nik');
  });
});

const S = (status: number, kode?: number): Cara => ({ status, ...(kode !== undefined && { kode }) });
const TIDAK_SAH = 'hasil-tidak-sah';
/** How it answers; what that is taken for; the code; whether the stand-in really signed. */
const JAWABAN: readonly (readonly [string, Cara, string, string, boolean])[] = [
  ['kode 2031', S(400, 2031), 'frasa-salah', '2031', false],
  ['kode 2011', S(400, 2011), 'belum-terdaftar', '2011', false],
  ['kode lain', S(400, 2029), 'ditolak', '2029', false],
  ['400 tanpa kode', S(400), 'ditolak', 'HTTP_400', false],
  ['400 berupa HTML', { status: 400, html: true }, 'ditolak', 'HTTP_400', false],
  ['404', S(404), 'ditolak', 'HTTP_404', false],
  ['413', S(413), 'ditolak', 'HTTP_413', false],
  ['422', S(422, 1001), 'ditolak', '1001', false],
  ['401 akun aplikasi', S(401), 'tidak-tersedia', 'HTTP_401', false],
  ['403 akun aplikasi', S(403), 'tidak-tersedia', 'HTTP_403', false],
  ['429', S(429), 'tidak-tersedia', 'HTTP_429', false],
  ['503', S(503), 'tidak-tersedia', 'HTTP_503', false],
  ['302 ke alamat lain', { status: 302, ke: '/api/v2/sign/pdf' }, 'tidak-tersedia', 'HTTP_302', false],
  ['307 ke alamat lain', { status: 307, ke: '/api/v2/sign/pdf' }, 'tidak-tersedia', 'HTTP_307', false],
  ['500', S(500), 'belum-pasti', 'HTTP_500', false],
  ['500 dengan kode 2031', S(500, 2031), 'belum-pasti', 'HTTP_500', false],
  ['502 berupa HTML', { status: 502, html: true }, 'belum-pasti', 'HTTP_502', false],
  ['504', S(504), 'belum-pasti', 'HTTP_504', false],
  ['408', S(408), 'belum-pasti', 'HTTP_408', false],
  ['200 dengan kode 2031', S(200, 2031), 'frasa-salah', '2031', false],
  ['200 dengan kode lain', S(200, 9999), TIDAK_SAH, 'JAWABAN_BUKAN_DOKUMEN', false],
  ['200 berupa HTML', { status: 200, html: true }, TIDAK_SAH, 'JAWABAN_BUKAN_DOKUMEN', false],
  ['200 berupa larik', { status: 200, isi: '[]' }, TIDAK_SAH, 'JAWABAN_BUKAN_DOKUMEN', false],
  ['204 kosong', { status: 204, isi: '' }, TIDAK_SAH, 'JAWABAN_BUKAN_DOKUMEN', false],
  ['menggantung', 'gantung', 'belum-pasti', 'WAKTU_HABIS', false],
  ['menetes tanpa akhir', 'menetes', 'belum-pasti', 'WAKTU_HABIS', true],
  ['diputus sebelum dikerjakan', 'putus-sebelum', 'belum-pasti', 'ECONNRESET', false],
  ['diputus sesudah ditandatangani', 'putus-sesudah', 'belum-pasti', 'ECONNRESET', true],
  ['diputus di tengah jawaban', 'putus-tengah', 'belum-pasti', 'ECONNRESET', true],
  ['50 MB yang disebut', 'besar', TIDAK_SAH, 'JAWABAN_TERLALU_BESAR', true],
  ['50 MB yang tidak disebut', 'besar-menetes', TIDAK_SAH, 'JAWABAN_TERLALU_BESAR', true],
  ['JSON terpotong', 'json-salah', TIDAK_SAH, 'JAWABAN_BUKAN_DOKUMEN', true],
  ['base64 yang salah', 'base64-salah', TIDAK_SAH, 'JAWABAN_BUKAN_DOKUMEN', true],
  ['dua berkas', 'dua-berkas', TIDAK_SAH, 'JAWABAN_BUKAN_DOKUMEN', true],
  ['tanpa berkas', 'kosong', TIDAK_SAH, 'JAWABAN_BUKAN_DOKUMEN', true],
  ['berkas yang bukan PDF', 'bukan-pdf', TIDAK_SAH, 'JAWABAN_BUKAN_DOKUMEN', true],
  ['PDF tanpa tanda tangan', 'tanpa-tanda-tangan', TIDAK_SAH, 'TANPA_TANDA_TANGAN', true],
  ['dokumen lain', 'dokumen-lain', TIDAK_SAH, 'HALAMAN_BERBEDA', true],
  ['penanda tangan lain', 'orang-lain', TIDAK_SAH, 'BUKAN_PENANDATANGAN', true],
  ['nama sama, orang lain', 'nama-sama-kunci-lain', TIDAK_SAH, 'BUKAN_PENANDATANGAN', true],
  [
    'kunci yang bukan milik sertifikatnya',
    'kunci-bukan-sertifikat',
    TIDAK_SAH,
    'TANDA_TANGAN_TIDAK_SAH',
    true,
  ],
  ['sertifikat kedaluwarsa', 'kedaluwarsa', TIDAK_SAH, 'SERTIFIKAT_TIDAK_BERLAKU', true],
  ['sertifikat belum berlaku', 'belum-berlaku', TIDAK_SAH, 'SERTIFIKAT_TIDAK_BERLAKU', true],
  ['CA lain yang bernama sama', 'ca-lain', TIDAK_SAH, 'SERTIFIKAT_TIDAK_DIPERCAYA', true],
  ['sertifikat yang bukan untuk tanda tangan', 'bukan-ttd', TIDAK_SAH, 'SERTIFIKAT_BUKAN_TTE', true],
  ['satu bita diubah', 'satu-bita', TIDAK_SAH, 'HALAMAN_BERBEDA', true],
  ['isi halaman diganti', { sisip: { halaman: true } }, TIDAK_SAH, 'HALAMAN_BERBEDA', true],
  ['skrip disisipkan', { sisip: { skrip: true } }, TIDAK_SAH, 'ISI_LAIN_BERBEDA', true],
  [
    'tanda tangan kedua disisipkan',
    { sisip: { medanKedua: true } },
    TIDAK_SAH,
    'TANDA_TANGAN_BERLEBIH',
    true,
  ],
  ['kotak kedua di atas teks', { sisip: { kotakKedua: true } }, TIDAK_SAH, 'LETAK_BERBEDA', true],
  ['aksi pada tanda tangan', { sisip: { aksi: true } }, TIDAK_SAH, 'AKSI_TERSISIP', true],
  ['tanda tangan menutupi teks lain', { sisip: { geser: 90 } }, TIDAK_SAH, 'LETAK_BERBEDA', true],
  ['tanda tangan lain sesudahnya', 'ekor-medan', TIDAK_SAH, 'TANDA_TANGAN_BERLEBIH', true],
];

describe('setiap jawaban dipahami sekali, dan permintaan tanda tangan tidak pernah dikirim ulang', () => {
  it.each(JAWABAN)('%s', async (_, cara, sebab, kode, tertanda) => {
    tiruan.cara = cara;
    const lambat = cara === 'gantung' || cara === 'menetes';
    const h = await penyedia({ waktu: lambat ? 400 : 5_000 }).tandatangani(permintaan());
    expect(h).toEqual({ ok: false, sebab, kode });
    expect(tiruan.permintaanTte).toBe(1);
    expect(tiruan.tertanda > 0).toBe(tertanda);
    expect(inspect(h, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toContain('nari');
  });

  it('frasa sandi yang salah ditolak BSrE, walau kalimat galatnya mengulang frasa itu', async () => {
    const h = await penyedia().tandatangani(permintaan({ frasa: new Rahasia('keliru') }));
    expect(h).toEqual({ ok: false, sebab: 'frasa-salah', kode: '2031' });
  });

  it('sertifikat yang dicabut menurut daftar pencabutan', async () => {
    tiruan.cara = 'dicabut';
    writeFileSync(crl, await daftarCabut(tiruan.pki.penerbit, []));
    pasti(await penyedia({ crl: [crl] }).tandatangani(permintaan()));
    writeFileSync(crl, await daftarCabut(tiruan.pki.penerbit, tiruan.dicabut));
    const h = await penyedia({ crl: [crl] }).tandatangani(permintaan());
    expect(h).toEqual({ ok: false, sebab: TIDAK_SAH, kode: 'SERTIFIKAT_DICABUT' });
  });

  it('daftar pencabutan yang ditandatangani CA lain tidak dipercaya', async () => {
    tiruan.cara = 'dicabut';
    pasti(await penyedia().tandatangani(permintaan()));
    writeFileSync(crl, await daftarCabut(tiruan.pki.penerbitLain, tiruan.dicabut));
    pasti(await penyedia({ crl: [crl] }).tandatangani(permintaan()));
  });

  it('naskah versi lama yang ditandatangani bukan naskah ini', async () => {
    tiruan.cara = 'versi-lama';
    tiruan.dokumenLain = Buffer.from(pdfUji().toString('latin1').replace('halaman 1', 'halaman 7'), 'latin1');
    const h = await penyedia().tandatangani(permintaan());
    expect(h).toEqual({ ok: false, sebab: TIDAK_SAH, kode: 'HALAMAN_BERBEDA' });
  });

  it('pendapat kedua: yang dinyatakan tidak sah oleh layanannya sendiri ditolak; layanan yang tidak menjawab tidak menentukan', async () => {
    tiruan.vonis = 'INVALID';
    const p = penyedia({ pendapatKedua: true });
    expect(await p.tandatangani(permintaan())).toEqual({
      ok: false,
      sebab: TIDAK_SAH,
      kode: 'DITOLAK_LAYANAN',
    });
    tiruan.vonis = 'VALID';
    pasti(await p.tandatangani(permintaan()));
  });
});

describe('yang tidak pernah sampai ke BSrE', () => {
  const tutup = async (): Promise<string> => {
    const s = createServer();
    await new Promise<void>((siap) => s.listen(0, '127.0.0.1', siap));
    const alamat = s.address();
    await new Promise((selesai) => s.close(selesai));
    return `http://127.0.0.1:${typeof alamat === 'object' ? alamat?.port : 0}`;
  };

  it('server yang mati: tidak tersedia, sebab tidak ada yang terkirim', async () => {
    const p = penyedia({ url: await tutup() });
    expect(await p.tandatangani(permintaan())).toEqual({
      ok: false,
      sebab: 'tidak-tersedia',
      kode: 'ECONNREFUSED',
    });
    expect(await p.keadaan(orang())).toBe('tidak-tersedia');
  });

  it.each([
    [
      'tanpa NIK dan surel',
      { penandatangan: orang({ nik: null, surel: null }) },
      'belum-terdaftar',
      'TANPA_NIK_DAN_SUREL',
    ],
    ['medan yang tidak ada', { medan: 'PihakKetiga' }, 'ditolak', 'MEDAN_TIDAK_ADA'],
    ['bukan PDF', { pdf: Buffer.from('<html>') }, 'ditolak', 'MEDAN_TIDAK_ADA'],
    ['17 MB', { pdf: Buffer.alloc(17 * 1024 * 1024) }, 'ditolak', 'BERKAS_TERLALU_BESAR'],
  ] as const)('%s', async (_, ubah, sebab, kode) => {
    expect(await penyedia().tandatangani(permintaan(ubah))).toEqual({ ok: false, sebab, kode });
    expect(tiruan.diterima).toEqual([]);
  });

  const tls = join(AKAR, 'test/fixtures/tls');
  const isi = (nama: string): string => readFileSync(join(tls, nama), 'utf8');

  it('TLS: sertifikat yang tidak dipercaya ditolak sebelum apa pun terkirim, juga bila lingkungan mematikan pemeriksaan', async () => {
    const aman = new BsreTiruan(tiruan.pki);
    aman.pengguna.set(NIK, { frasa: KENARI, nama: BUDI.nama, surel: BUDI.surel });
    const alamat = await aman.mulai({ key: isi('simpul.key'), cert: isi('simpul.crt') });
    const semula = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    try {
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
      const ke = alamat.replace('127.0.0.1', 'localhost');
      for (const ca of [undefined, isi('penerbit-lain.crt')]) {
        const h = await penyedia({ url: ke, ...(ca && { ca }) }).tandatangani(permintaan());
        expect(h).toMatchObject({ ok: false, sebab: 'tidak-tersedia' });
      }
      // The certificate is of localhost: another name is refused too.
      expect(await penyedia({ url: alamat, ca: isi('penerbit.crt') }).tandatangani(permintaan())).toEqual({
        ok: false,
        sebab: 'tidak-tersedia',
        kode: 'ERR_TLS_CERT_ALTNAME_INVALID',
      });
      expect(aman.diterima).toEqual([]);
      pasti(await penyedia({ url: ke, ca: isi('penerbit.crt') }).tandatangani(permintaan()));
    } finally {
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = semula;
      if (semula === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      await aman.henti();
    }
  });
});

describe('keadaan penanda tangan', () => {
  it.each([
    ['ISSUE', 'siap'],
    ['issue', 'siap'],
    ['EXPIRED', 'kedaluwarsa'],
    ['REVOKED', 'kedaluwarsa'],
    ['REGISTERED', 'belum-terdaftar'],
    ['', 'belum-terdaftar'],
  ])('status %s: %s', async (status, keadaan) => {
    tiruan.pengguna.set('3171000000000005', { frasa: 'x', nama: 'X', status });
    expect(await penyedia().keadaan(orang({ nik: '3171000000000005' }))).toBe(keadaan);
  });

  it.each([
    [S(400, 2011), 'belum-terdaftar'],
    [S(401), 'tidak-tersedia'],
    [S(500), 'tidak-tersedia'],
    [{ status: 200, html: true }, 'tidak-tersedia'],
    [{ status: 200, isi: '{"status":1}' }, 'tidak-tersedia'],
  ] as const)('jawaban %j: %s', async (cara, keadaan) => {
    tiruan.cara = cara;
    expect(await penyedia().keadaan(orang())).toBe(keadaan);
  });

  it('yang tanpa NIK dan surel tidak ditanyakan', async () => {
    expect(await penyedia().keadaan(orang({ nik: null, surel: null }))).toBe('belum-terdaftar');
    expect(tiruan.diterima).toEqual([]);
  });
});

describe('frasa sandi', () => {
  it('tidak tertulis ke keluaran program, dan badan permintaan menjadi nol sesudahnya', async () => {
    const tertulis: string[] = [];
    const semula = [process.stdout.write, process.stderr.write] as const;
    const tangkap = ((b: string | Uint8Array) => tertulis.push(String(b)) > 0) as typeof process.stdout.write;
    [process.stdout.write, process.stderr.write] = [tangkap, tangkap];
    const badan = Buffer.from(JSON.stringify({ passphrase: KENARI }));
    try {
      for (const cara of ['benar', 'putus-sesudah', S(400, 2031), { status: 502, html: true }] as Cara[]) {
        tiruan.cara = cara;
        await penyedia().tandatangani(permintaan());
      }
      await mintaBsre(konfigurasi({ url: 'http://127.0.0.1:1' }), '/api/v2/sign/pdf', badan);
    } finally {
      [process.stdout.write, process.stderr.write] = semula;
    }
    expect(tertulis.join('')).not.toContain('nari');
    expect(badan.every((b) => b === 0)).toBe(true);
  });

  it('konfigurasi tidak memperlihatkan sandi aplikasi', () =>
    expect(inspect(konfigurasi(), { depth: 9 }) + JSON.stringify(konfigurasi())).not.toContain(
      'sandi aplikasi',
    ));
});

it('jawaban 50 MB berulang-ulang tidak menumpuk di memori', async () => {
  tiruan.cara = 'besar-menetes';
  const p = penyedia();
  await p.tandatangani(permintaan());
  const awal = process.memoryUsage.rss();
  for (let i = 0; i < 8; i++) await p.tandatangani(permintaan());
  expect(process.memoryUsage.rss() - awal).toBeLessThan(250 * 1024 * 1024);
});
