import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { pdfUji } from '../../../test/support/pdf-uji.js';
import { pdfsig } from '../../../test/support/pdfsig.js';
import { mulaiTsa, type TsaUji, type Ulah } from '../../../test/support/tsa-uji.js';
import type { PermintaanTte } from '../../approval/tanda-tangan/penyedia.js';
import { Clock } from '../../kernel/event-store.js';
import { Rahasia } from '../../kernel/rahasia.js';
import { type BasisIdentitas, bukaBasisIdentitas } from '../identity/basis-identitas.js';
import { BungkusanRusak, KunciInduk } from '../identity/kunci-induk.js';
import { LogKeamanan } from '../identity/log-keamanan.js';
import { CaTertanam } from './ca.js';
import { periksaPdf } from './periksa.js';
import { TertanamPenyedia } from './tertanam.penyedia.js';

class JamUji extends Clock {
  saat = new Date('2026-01-12T07:00:00.250Z');
  now(): Date {
    return this.saat;
  }
}
const pembungkus = new KunciInduk(new Uint8Array(32).fill(1));
const KENARI = 'kenari-kuning-di-sangkar';
const frasa = (teks = KENARI) => new Rahasia(teks);
const budi = { subjek: 'S-budi', nama: 'Budi Santoso', sebutan: 'Kepala Dinas', nik: null, surel: null };
const siti = { subjek: 'S-siti', nama: 'Siti Nurhayati', sebutan: 'Wali Kota', nik: null, surel: null };

let folder: string;
let basis: BasisIdentitas;
let jam: JamUji;
let keamanan: LogKeamanan;
let ca: CaTertanam;
let penyedia: TertanamPenyedia;
const laporan: string[] = [];
const lapor = (pesan: string) => laporan.push(pesan);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'amanah-tte-'));
  basis = await bukaBasisIdentitas({ folder });
  jam = new JamUji();
  keamanan = new LogKeamanan(basis, jam);
  ca = new CaTertanam({ basis, keamanan, clock: jam, pembungkus, scryptN: 2 ** 12 });
  penyedia = new TertanamPenyedia({ ca, lapor });
});
afterEach(async () => {
  await basis.tutup();
  rmSync(folder, { recursive: true });
});

const permintaan = (ubah: Partial<PermintaanTte> = {}): PermintaanTte => ({
  idPermintaan: 'p-1',
  pdf: pdfUji(),
  medan: 'PihakPertama',
  penandatangan: budi,
  frasa: frasa(),
  alasan: 'Perjanjian Kinerja Tahun 2026',
  tempat: 'Jayapura',
  pada: jam.now(),
  zona: 'WIT',
  ...ubah,
});
const buat = (p = budi, f = frasa()) =>
  ca.buatKunci(p.subjek, p.nama, p.sebutan, f, { jabatan: '61.71.disnaker.kepala' });
const pdfDari = (h: Awaited<ReturnType<TertanamPenyedia['tandatangani']>>) => {
  if (!h.ok) throw new Error(`${h.sebab} ${h.kode}`);
  return h;
};
const jenisCatatan = async () => (await keamanan.semua()).map((c) => c.jenis);
const periksa = async (pdf: Uint8Array, akarCap?: readonly Uint8Array[]) =>
  periksaPdf({
    pdf,
    akar: await ca.akar(),
    dicabut: await ca.dicabut(),
    kini: jam.now(),
    ...(akarCap && { akarCap }),
  });

describe('penyedia tertanam', () => {
  it('dua pejabat menandatangani satu dokumen: sah menurut kita dan pdfsig, dan menyebut dirinya tidak tersertifikasi', async () => {
    const sidik = await buat();
    await buat(siti);
    const satu = pdfDari(await penyedia.tandatangani(permintaan()));
    const dua = pdfDari(
      await penyedia.tandatangani(permintaan({ pdf: satu.pdf, medan: 'PihakKedua', penandatangan: siti })),
    );
    expect(satu).toMatchObject({ sertifikat: sidik, tingkat: 'B-B', pada: '2026-01-12T07:00:00.000Z' });
    expect(await periksa(dua.pdf)).toMatchObject({
      sah: true,
      tandaTangan: [{ sertifikat: sidik, pada: satu.pada }, {}],
    });
    expect(pdfsig(dua.pdf).map((s) => [s.nama, s.sah, s.seluruhnya])).toEqual([
      ['Budi Santoso', true, false],
      ['Siti Nurhayati', true, true],
    ]);
    const isi = Buffer.from(dua.pdf).toString('latin1');
    expect(isi).toContain(Buffer.from('UJI COBA - TIDAK TERSERTIFIKASI').toString('hex'));
    expect(isi).toContain('AMNH_Keterangan (Penyedia: Amanah - tidak tersertifikasi)');
    expect(penyedia.jaminan).toBe('tidak-tersertifikasi');
  });

  it('satu sesi membuka kunci satu kali untuk banyak dokumen, dan tidak berguna sesudah ditutup', async () => {
    await buat();
    const sesi = await penyedia.buka(budi, frasa());
    if ('ok' in sesi) throw new Error(sesi.sebab);
    for (let i = 0; i < 3; i++) expect((await sesi.tandatangani(permintaan())).ok).toBe(true);
    sesi.tutup();
    expect(await sesi.tandatangani(permintaan())).toEqual({
      ok: false,
      sebab: 'ditolak',
      kode: 'SESI_DITUTUP',
    });
  });

  it.each([
    ['medan yang tidak ada', { medan: 'PihakKetiga' }, 'MEDAN_TIDAK_SESUAI'],
    ['berkas yang bukan PDF', { pdf: Buffer.from('<html>') }, 'PDF_TIDAK_TERBACA'],
    ['PDF terpotong', { pdf: pdfUji().subarray(0, 500) }, 'PDF_TIDAK_TERBACA'],
    [
      'nama yang bukan nama di sertifikat',
      { penandatangan: { ...budi, nama: 'Budi S.' } },
      'NAMA_SERTIFIKAT_BERBEDA',
    ],
  ])('menolak %s', async (_, ubah, kode) => {
    await buat();
    expect(await penyedia.tandatangani(permintaan(ubah))).toEqual({ ok: false, sebab: 'ditolak', kode });
  });

  it('menolak berkas 50 MB tanpa membacanya: memori tidak ikut naik', async () => {
    await buat();
    const pdf = Buffer.alloc(50 * 1024 * 1024, '%PDF-1.7 ');
    const sebelum = process.memoryUsage.rss();
    const hasil = await penyedia.tandatangani(permintaan({ pdf }));
    expect(hasil).toEqual({ ok: false, sebab: 'ditolak', kode: 'BERKAS_TERLALU_BESAR' });
    expect((await periksa(pdf)).temuan).toEqual(['TERLALU_BESAR']);
    expect(process.memoryUsage.rss() - sebelum).toBeLessThan(50 * 1024 * 1024);
  });
});

describe('kunci pejabat', () => {
  it.each([
    ['kosong', ''],
    ['sebelas huruf', 'élevenchars'.slice(0, 11)],
    ['sebelas huruf beraksen', 'é'.repeat(11)],
    ['sepuluh ribu bita', 'a'.repeat(10_000)],
    ['seribu dua puluh lima bita', 'a'.repeat(1_025)],
  ])('tidak dibuat dengan frasa %s', async (_, teks) => {
    await expect(buat(budi, frasa(teks))).rejects.toMatchObject({ kode: 'FRASA_TIDAK_SAH' });
    expect(await ca.status('S-budi')).toMatchObject({ keadaan: 'tidak-ada' });
  });

  it('tidak dibuat dua kali, juga bila diminta bersamaan; yang lama tetap berlaku', async () => {
    const hasil = await Promise.allSettled([buat(), buat(budi, frasa('frasa-yang-lain-sekali'))]);
    expect(hasil.map((h) => h.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(buat()).rejects.toMatchObject({ kode: 'KUNCI_TTE_SUDAH_ADA' });
    expect(await ca.milik('S-budi')).toHaveLength(1);
  });

  it('enam frasa salah: lima kali ditolak, lalu terkunci lima belas menit, juga bagi frasa yang benar', async () => {
    await buat();
    const coba = async (f: string) => {
      const h = await penyedia.tandatangani(permintaan({ frasa: frasa(f) }));
      return h.ok ? 'ok' : h.sebab;
    };
    const hasil: string[] = [];
    for (let i = 0; i < 6; i++) hasil.push(await coba(`frasa-yang-salah-${i}`));
    expect(hasil).toEqual([...Array.from({ length: 5 }, () => 'frasa-salah'), 'terkunci']);
    expect(await coba(KENARI)).toBe('terkunci');
    expect(await penyedia.keadaan(budi)).toBe('tidak-tersedia');
    jam.saat = new Date(jam.saat.getTime() + 15 * 60_000 - 1);
    expect(await coba(KENARI)).toBe('terkunci');
    jam.saat = new Date(jam.saat.getTime() + 1);
    expect(await penyedia.keadaan(budi)).toBe('siap');
    expect(await coba(KENARI)).toBe('ok');
    expect(await jenisCatatan()).toEqual([
      'KUNCI_TTE_DIUBAH',
      ...Array.from({ length: 5 }, () => 'FRASA_SANDI_SALAH'),
      'KUNCI_TTE_TERKUNCI',
    ]);
  });

  it('proses mati di tengah percobaan kelima: kunci terbuka lagi sesudah lima belas menit', async () => {
    await buat();
    for (let i = 0; i < 4; i++) await ca.buka('S-budi', frasa(`frasa-yang-salah-${i}`));
    const mati = frasa();
    mati.hapus();
    await expect(ca.buka('S-budi', mati)).rejects.toThrow('wiped'); // counted, and nothing after it
    expect(await ca.buka('S-budi', frasa())).toBe('terkunci');
    expect(await ca.status('S-budi')).toMatchObject({ keadaan: 'terkunci' });
    jam.saat = new Date(jam.saat.getTime() + 15 * 60_000);
    expect(await ca.status('S-budi')).toMatchObject({ keadaan: 'siap' });
    expect(typeof (await ca.buka('S-budi', frasa()))).toBe('object');
  });

  it('dua puluh frasa salah bersamaan tidak lebih dari lima yang dicoba', async () => {
    await buat();
    const semua = Array.from({ length: 20 }, (_, i) => ca.buka('S-budi', frasa(`frasa-yang-salah-${i}`)));
    const hasil = await Promise.all(semua);
    expect(hasil.filter((h) => h === 'frasa-salah')).toHaveLength(5);
    expect(hasil.filter((h) => h === 'terkunci')).toHaveLength(15);
  });

  it('frasa diganti: hanya yang baru membuka, dan tanda tangan lama tetap sah', async () => {
    await buat();
    const { pdf } = pdfDari(await penyedia.tandatangani(permintaan()));
    await expect(
      ca.gantiFrasa('S-budi', frasa('bukan-yang-itu'), frasa('frasa-baru-sekali')),
    ).rejects.toMatchObject({
      kode: 'FRASA_SALAH',
    });
    await ca.gantiFrasa('S-budi', frasa(), frasa('frasa-baru-sekali'));
    expect(await ca.buka('S-budi', frasa())).toBe('frasa-salah');
    expect(typeof (await ca.buka('S-budi', frasa('frasa-baru-sekali')))).toBe('object');
    expect((await periksa(pdf)).sah).toBe(true);
  });

  it('yang dicabut tidak menandatangani lagi, bungkusannya hilang, dan dikenal sebagai dicabut; yang baru dapat dibuat', async () => {
    const lama = await buat();
    const { pdf } = pdfDari(await penyedia.tandatangani(permintaan()));
    await ca.cabut('S-budi');
    expect(await penyedia.tandatangani(permintaan())).toEqual({ ok: false, sebab: 'belum-terdaftar' });
    expect((await periksa(pdf)).tandaTangan[0]?.temuan).toEqual(['SERTIFIKAT_DICABUT']);
    const bungkusan = await basis.db.selectFrom('kunci_tte').select('bungkusan').execute();
    expect(bungkusan.map((b) => b.bungkusan.length)).toEqual([0]);
    expect(await buat()).not.toBe(lama);
    expect(await ca.milik('S-budi')).toHaveLength(2);
  });

  it('yang kedaluwarsa tidak menandatangani, dan diganti dengan membuat yang baru', async () => {
    await buat();
    jam.saat = new Date('2029-02-01T00:00:00Z');
    expect(await penyedia.keadaan(budi)).toBe('kedaluwarsa');
    expect(await penyedia.tandatangani(permintaan())).toEqual({ ok: false, sebab: 'kedaluwarsa' });
    await buat();
    expect(await penyedia.keadaan(budi)).toBe('siap');
  });

  it('sertifikat di basis data tidak menyebut nama, dan sertifikat orang lain di barisnya tidak terbuka', async () => {
    await buat();
    await buat(siti);
    const berkas = readdirSync(folder).map((n) => readFileSync(join(folder, n)));
    for (const isi of berkas) for (const { nama } of [budi, siti]) expect(isi.includes(nama)).toBe(false);
    const [a, b] = await basis.db.selectFrom('kunci_tte').selectAll().orderBy('subjek').execute();
    await basis.db
      .updateTable('kunci_tte')
      .set({ sertifikat: b?.sertifikat ?? new Uint8Array() })
      .where('id', '=', a?.id ?? '')
      .execute();
    await expect(ca.buka('S-budi', frasa())).rejects.toThrow(BungkusanRusak);
  });

  it('baris kunci dua pejabat yang ditukar tidak terbuka, walau frasanya sama', async () => {
    await buat();
    await buat(siti);
    const [a, b] = await basis.db.selectFrom('kunci_tte').selectAll().orderBy('subjek').execute();
    await basis.db
      .updateTable('kunci_tte')
      .set({ bungkusan: b?.bungkusan ?? new Uint8Array() })
      .where('id', '=', a?.id ?? '')
      .execute();
    expect(await ca.buka('S-budi', frasa())).toBe('frasa-salah');
  });

  it('frasa kenari tidak pernah ada di log, tabel, berkas, PDF, atau galat', async () => {
    await buat();
    const { pdf } = pdfDari(await penyedia.tandatangani(permintaan()));
    await penyedia.tandatangani(permintaan({ frasa: frasa(`${KENARI}x`) }));
    const f = frasa();
    const galat = await penyedia.buka(budi, f).then((s) => inspect(s, { depth: 9, showHidden: true }));
    const catatan = JSON.stringify(await keamanan.semua());
    await basis.tutup();
    const berkas = readdirSync(folder).map((n) => readFileSync(join(folder, n)));
    basis = await bukaBasisIdentitas({ folder });
    for (const isi of [...berkas, Buffer.from(pdf), Buffer.from(galat + catatan + laporan.join())])
      for (const sandi of ['utf8', 'utf16le', 'base64', 'hex'] as const) {
        const dicari =
          sandi === 'utf16le'
            ? Buffer.from(KENARI, sandi)
            : Buffer.from(sandi === 'utf8' ? KENARI : Buffer.from(KENARI).toString(sandi));
        expect(isi.includes(dicari)).toBe(false);
      }
  });
});

describe('cap waktu', () => {
  let tsa: TsaUji;
  beforeAll(async () => {
    tsa = await mulaiTsa();
  });
  afterAll(() => tsa.tutup());
  const dengan = (ulah: Ulah, wajib: boolean) => {
    tsa.ulah = ulah;
    tsa.diminta = 0;
    return new TertanamPenyedia({ ca, lapor, tsa: { alamat: tsa.alamat, akar: [tsa.akar.der], wajib } });
  };
  beforeEach(() => {
    jam.saat = new Date(); // a real authority stamps the real time
  });

  it('tanda tangan bercap: tingkat B-T, sah menurut kita dan pdfsig, waktunya dari cap', async () => {
    await buat();
    const { pdf, tingkat } = pdfDari(await dengan('jujur', true).tandatangani(permintaan()));
    expect([tingkat, tsa.diminta]).toEqual(['B-T', 1]);
    const l = await periksa(pdf, [tsa.akar.der]);
    expect(l).toMatchObject({ sah: true, tandaTangan: [{ tingkat: 'B-T' }] });
    expect(pdfsig(pdf)[0]).toMatchObject({ medan: 'PihakPertama', sah: true, seluruhnya: true });
    expect((await periksa(pdf, [(await ca.akar())[0] ?? Buffer.alloc(0)])).tandaTangan[0]?.temuan).toEqual([
      'CAP_WAKTU_TIDAK_DIPERCAYA',
    ]);
  });

  it.each<[Ulah, string]>([
    ['galat', 'TSA_TIDAK_MENJAWAB'],
    ['alih', 'TSA_TIDAK_MENJAWAB'],
    ['html', 'TSA_JAWABAN_TIDAK_SAH'],
    ['besar', 'TSA_JAWABAN_TIDAK_SAH'],
    ['tolak', 'TSA_MENOLAK'],
    ['nonce-lain', 'TSA_JAWABAN_TIDAK_SAH'],
    ['isi-lain', 'TSA_JAWABAN_TIDAK_SAH'],
  ])(
    'TSA yang %s: bila wajib ditolak, bila tidak B-B dengan catatan; ditanya satu kali',
    async (ulah, kode) => {
      await buat();
      expect(await dengan(ulah, true).tandatangani(permintaan())).toEqual({
        ok: false,
        sebab: 'tidak-tersedia',
        kode,
      });
      expect(tsa.diminta).toBe(1);
      laporan.length = 0;
      expect(pdfDari(await dengan(ulah, false).tandatangani(permintaan())).tingkat).toBe('B-B');
      expect(laporan).toEqual([`tanda tangan tanpa cap waktu (B-B): ${kode}`]);
    },
  );
});
