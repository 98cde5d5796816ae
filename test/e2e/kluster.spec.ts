import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AKAR } from '../../src/akar.js';
import { bangun } from '../support/bangun.js';
import { tokenPerencana } from '../support/beban-koreksi.js';
import { mulaiTiruan } from '../support/esdb-tiruan/tiruan.js';
import { type Kluster, mulaiKluster } from '../support/kluster.js';
import { denganPostgres, jalankanSql } from '../support/postgres.js';
import { jalankanAmanah, nyalakan, type ServerPaket } from '../support/server-paket.js';
import { harapanKota, KOTA } from './impor.ruang.js';

const KOREKSI = `mutation($m: KoreksiRealisasiMasukan!) { koreksiRealisasi(masukan: $m) { posisi revisi } }`;
const CAPAIAN = `query($p: String!) {
  capaianKinerja(pemda: "61.71", opd: "disnaker", tahun: 2023, setelahPosisi: $p) { indikator { kode realisasi } }
}`;

type Jawaban = {
  data: { koreksiRealisasi?: { posisi: string; revisi: number } | null } | null;
  errors?: { extensions: { kode: string } }[];
};

denganPostgres('ukuran kluster: EventStoreDB dan PostgreSQL', () => {
  let hasilBangun: ReturnType<typeof bangun>;
  let kluster: Kluster;
  let kecil: string;
  beforeAll(async () => {
    hasilBangun = bangun();
    kluster = await mulaiKluster();
    kecil = mkdtempSync(join(tmpdir(), 'amanah-kecil-'));
    const berkas = KOTA.map((kota) => join(AKAR, 'contoh', `${kota}.json`));
    for (const lingkungan of [kluster.lingkungan(1), { AMANAH_DATA: kecil }])
      await amanah(lingkungan, 'impor', ...berkas);
  }, 120_000);
  afterAll(async () => {
    await kluster.tutup();
    rmSync(kecil, { recursive: true, force: true });
    hasilBangun.hapus();
  });

  /** What the command printed; throws when it did not end with 0. */
  const amanah = (lingkungan: Record<string, string>, ...argumen: string[]): Promise<string> =>
    jalankanAmanah(hasilBangun.folder, lingkungan, ...argumen);

  it.each(KOTA)('setiap angka dan riwayat %s sama dengan ukuran satu mesin', async (kota) => {
    const { pemda, opd, tahun } = harapanKota(kota);
    const kunci = ['--pemda', pemda, '--opd', opd, '--tahun', `${tahun}`];
    for (const perintah of ['capaian', 'riwayat']) {
      const dariKluster = await amanah(kluster.lingkungan(1), perintah, ...kunci);
      const dariMeja = await amanah({ AMANAH_DATA: kecil }, perintah, ...kunci);
      expect(tanpaTempat(dariKluster)).toEqual(tanpaTempat(dariMeja));
      expect(dariKluster.length).toBeGreaterThan(1_000);
    }
  });

  it('mengimpor lagi tidak menambah apa pun', async () => {
    const berkas = join(AKAR, 'contoh', `${KOTA[0]}.json`);
    expect(JSON.parse(await amanah(kluster.lingkungan(1), 'impor', berkas))).toMatchObject({ peristiwa: 0 });
  });

  it('verifikasi membaca log terhadap nomornya, dan menemukan nomor yang diubah', async () => {
    const lingkungan = kluster.lingkungan(1);
    const utuh = JSON.parse(await amanah(lingkungan, 'verifikasi')) as { ukuran: number; utuh: boolean };
    expect(utuh).toMatchObject({ utuh: true, masalah: [] });
    const tukar = (posisi: number, leaf: string) =>
      jalankanSql(
        lingkungan.DATABASE_URL ?? '',
        `update amanah_nomor.nomor set leaf = ${leaf} where posisi = ${posisi}`,
      );
    await tukar(7, 'reverse(leaf)');
    await expect(amanah(lingkungan, 'verifikasi')).rejects.toMatchObject({
      code: 3,
      stdout: expect.stringContaining('isinya berbeda dari yang dahulu dinomori'),
    });
    await tukar(7, 'reverse(leaf)');
    expect(JSON.parse(await amanah(lingkungan, 'verifikasi'))).toEqual(utuh);
  });

  it('alamat yang salah disebut tanpa sandinya', async () => {
    const salah = amanah(
      { ...kluster.lingkungan(1), EVENT_STORE_URL: 'http://a:sandi-saya@b' },
      'verifikasi',
    );
    await expect(salah).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('EVENT_STORE_URL'),
    });
    await expect(salah).rejects.not.toMatchObject({ stderr: expect.stringContaining('sandi-saya') });
    const mati = amanah(
      { ...kluster.lingkungan(1), EVENT_STORE_URL: 'esdb://a:sandi-saya@127.0.0.1:1?tls=false' },
      'verifikasi',
    );
    await expect(mati).rejects.toMatchObject({ code: 3, stderr: expect.stringContaining('EVENT_STORE_URL') });
    await expect(mati).rejects.not.toMatchObject({ stderr: expect.stringContaining('sandi-saya') });
  });

  it('cadangan kluster adalah satu log: dipulihkan ke folder dan ke kluster kosong dengan akar yang sama', async () => {
    const { EVENT_STORE_URL: _, ...semula } = kluster.lingkungan(1);
    const [cadangan, folder] = [join(kecil, 'cadangan'), join(kecil, 'pulih')];
    const dibuat = JSON.parse(await amanah(kluster.lingkungan(1), 'cadangkan', cadangan));
    expect(dibuat).toEqual(akarDari(await amanah(kluster.lingkungan(1), 'verifikasi')));
    expect(JSON.parse(await amanah({ AMANAH_DATA: folder }, 'pulihkan', cadangan))).toEqual(dibuat);
    expect(akarDari(await amanah({ AMANAH_DATA: folder }, 'verifikasi'))).toEqual(dibuat);
    await expect(amanah(kluster.lingkungan(1), 'pulihkan', cadangan)).resolves.toBe(
      `${JSON.stringify(dibuat)}\n`,
    );
    await amanah(semula, 'impor', join(AKAR, 'contoh', `${KOTA[0]}.json`)); // another log, in the folder
    await expect(amanah(kluster.lingkungan(1), 'pindahkan', '--ke', 'kluster')).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('CADANGAN_SUDAH_ADA'),
    });
    const lain = await mulaiTiruan();
    try {
      const kosong = { EVENT_STORE_URL: lain.url, AMANAH_DATA: join(kecil, 'lain') };
      expect(JSON.parse(await amanah(kosong, 'pulihkan', cadangan))).toEqual(dibuat);
      expect(akarDari(await amanah(kosong, 'verifikasi'))).toEqual(dibuat);
    } finally {
      await lain.tutup();
    }
  });

  it('pindahkan: pulang pergi dengan akar yang sama, yang terputus dilanjutkan', async () => {
    const lain = await mulaiTiruan();
    try {
      const tempat = { EVENT_STORE_URL: lain.url, AMANAH_DATA: kecil };
      const asal = akarDari(await amanah({ AMANAH_DATA: kecil }, 'verifikasi'));
      lain.gangguan.hilangJawaban({ peluang: 0.1, benih: 3 });
      expect(JSON.parse(await amanah(tempat, 'pindahkan', '--ke', 'kluster'))).toEqual(asal);
      expect(JSON.parse(await amanah(tempat, 'pindahkan', '--ke', 'kluster'))).toEqual(asal);
      expect(lain.isi()).toHaveLength(asal.ukuran);
      const pulang = join(kecil, 'pulang');
      expect(JSON.parse(await amanah(tempat, 'pindahkan', '--ke', pulang))).toEqual(asal);
      expect(akarDari(await amanah({ AMANAH_DATA: pulang }, 'verifikasi'))).toEqual(asal);
      await expect(amanah(tempat, 'pindahkan', '--ke', pulang)).rejects.toMatchObject({ code: 1 });
    } finally {
      await lain.tutup();
    }
  });

  it('dua aplikasi: yang ditulis di satu terlihat di yang lain, juga setelah satu dibunuh', async () => {
    const mulai = async (ke: number): Promise<ServerPaket> => {
      const lingkungan = kluster.lingkungan(ke);
      mkdirSync(lingkungan.AMANAH_DATA, { recursive: true });
      return nyalakan(hasilBangun.folder, lingkungan.AMANAH_DATA, lingkungan);
    };
    const server = [await mulai(1), await mulai(2)];
    const token = [1, 2].map((ke) => tokenPerencana(kluster.lingkungan(ke).AMANAH_DATA));
    const gql = async (di: number, query: string, variables: object): Promise<Jawaban> => {
      const res = await fetch(`${server[di]?.alamat}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token[di]}` },
        body: JSON.stringify({ query, variables }),
      });
      return (await res.json()) as Jawaban;
    };
    const koreksi = async (di: number, realisasi: string) => {
      const isi = { pemda: '61.71', opd: 'disnaker', tahun: 2023, triwulan: 4, indikator: 'IKU-1' };
      const m = { ...isi, idPerintah: randomUUID(), realisasi, alasan: 'pembetulan setelah pemeriksaan' };
      const { data, errors } = await gql(di, KOREKSI, { m });
      expect(errors).toBeUndefined();
      return data?.koreksiRealisasi ?? { posisi: '', revisi: -1 };
    };
    let revisi = -1;
    for (let i = 0; i < 8; i++) {
      const hasil = await koreksi(i % 2, `1.${20 + i}`);
      expect(hasil.revisi).toBeGreaterThan(revisi);
      revisi = hasil.revisi;
      const dilihat = await gql((i + 1) % 2, CAPAIAN, { p: hasil.posisi });
      expect(JSON.stringify(dilihat)).toContain(`"1.${20 + i}"`);
    }
    server[0]?.proses.kill('SIGKILL');
    const hasil = await koreksi(1, '1.99');
    expect(JSON.stringify(await gql(1, CAPAIAN, { p: hasil.posisi }))).toContain('"1.99"');
    server[1]?.proses.kill('SIGTERM');
    const [kode] = await once(server[1]?.proses ?? process, 'exit');
    expect(kode).toBe(0);
    expect(JSON.parse(await amanah(kluster.lingkungan(1), 'verifikasi'))).toMatchObject({ utuh: true });
  }, 60_000);
});

const akarDari = (verifikasi: string): { ukuran: number; akar: string } => {
  const { ukuran, akar, utuh } = JSON.parse(verifikasi) as { ukuran: number; akar: string; utuh: boolean };
  expect(utuh).toBe(true);
  return { ukuran, akar };
};

/** The two sizes were filled at different instants, and the cluster says when an import began: its positions are others. */
const tanpaTempat = (json: string): unknown =>
  JSON.parse(json, (nama, nilai: unknown) => {
    if (['posisi', 'asal', 'pada'].includes(nama)) return undefined;
    return Array.isArray(nilai) ? nilai.filter((n) => !/ImporDimulai/.test(JSON.stringify(n))) : nilai;
  });
