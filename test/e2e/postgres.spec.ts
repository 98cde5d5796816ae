import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AKAR } from '../../src/akar.js';
import { bangun } from '../support/bangun.js';
import { tokenPerencana } from '../support/beban-koreksi.js';
import { denganPostgres, type Gugus, mulaiPostgres, putuskanSambungan } from '../support/postgres.js';
import { jalankanAmanah, nyalakan, type ServerPaket } from '../support/server-paket.js';
import { harapanKota, KOTA } from './impor.ruang.js';

const KOREKSI = `mutation($m: KoreksiRealisasiMasukan!) { koreksiRealisasi(masukan: $m) { posisi } }`;
const CAPAIAN = `query($p: String!) {
  capaianKinerja(pemda: "61.71", opd: "disnaker", tahun: 2023, setelahPosisi: $p) { indikator { kode realisasi } }
}`;

denganPostgres('aplikasi dengan DATABASE_URL', () => {
  let hasilBangun: ReturnType<typeof bangun>;
  let gugus: Gugus;
  let alamat: string;
  let data: string;
  beforeAll(async () => {
    hasilBangun = bangun();
    gugus = await mulaiPostgres();
    alamat = await gugus.kosong();
    data = mkdtempSync(join(tmpdir(), 'amanah-e2e-pg-'));
    for (const kota of KOTA) await amanah(alamat, 'impor', join(AKAR, 'contoh', `${kota}.json`));
  }, 120_000);
  afterAll(async () => {
    await gugus.henti();
    rmSync(data, { recursive: true, force: true });
    hasilBangun.hapus();
  });

  /** What the command printed; throws when it did not end with 0. */
  const amanah = (basisData: string | undefined, ...argumen: string[]): Promise<string> =>
    jalankanAmanah(hasilBangun.folder, { AMANAH_DATA: data, DATABASE_URL: basisData }, ...argumen);

  it.each(KOTA)('setiap angka dan riwayat %s sama dengan yang dari SQLite', async (kota) => {
    const { pemda, opd, tahun } = harapanKota(kota);
    const kunci = ['--pemda', pemda, '--opd', opd, '--tahun', `${tahun}`];
    for (const perintah of ['capaian', 'riwayat']) {
      const dariPostgres = await amanah(alamat, perintah, ...kunci);
      if (perintah === 'capaian') expect(existsSync(join(data, 'tampilan.sqlite'))).toBe(kota !== KOTA[0]);
      expect(dariPostgres).toBe(await amanah(undefined, perintah, ...kunci));
      expect(dariPostgres.length).toBeGreaterThan(1_000);
    }
  });

  it('alamat yang salah disebut tanpa sandinya', async () => {
    const salah = amanah('mysql://a:sandi-saya@b/c', 'verifikasi');
    await expect(salah).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('DATABASE_URL harus'),
    });
    await expect(salah).rejects.not.toMatchObject({ stderr: expect.stringContaining('sandi-saya') });
    const mati = amanah('postgres://a:sandi-saya@127.0.0.1:1/c', 'verifikasi');
    await expect(mati).rejects.toMatchObject({ code: 3, stderr: expect.stringContaining('ECONNREFUSED') });
    await expect(mati).rejects.not.toMatchObject({ stderr: expect.stringContaining('sandi-saya') });
  });

  describe('server', () => {
    let server: ServerPaket;
    beforeEach(async () => {
      server = await nyalakan(hasilBangun.folder, data, { DATABASE_URL: alamat });
    });
    afterEach(async () => {
      server.proses.kill('SIGTERM');
      await once(server.proses, 'exit');
    });
    const gql = async (query: string, variables: object) => {
      const token = tokenPerencana(data);
      const res = await fetch(`${server.alamat}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      return res.json() as Promise<{
        data: Record<string, never> | null;
        errors?: { extensions: { kode: string } }[];
      }>;
    };
    const koreksi = async (realisasi: string): Promise<string> => {
      const m = {
        idPerintah: randomUUID(),
        pemda: '61.71',
        opd: 'disnaker',
        tahun: 2023,
        triwulan: 4,
        indikator: 'IKU-1',
        realisasi,
        alasan: 'pembetulan setelah pemeriksaan berkas',
      };
      const { data, errors } = await gql(KOREKSI, { m });
      expect(errors).toBeUndefined();
      return (data as unknown as { koreksiRealisasi: { posisi: string } }).koreksiRealisasi.posisi;
    };

    it('menjawab dengan yang baru ditulis, juga selagi sambungan ke basis data diputus berulang kali', async () => {
      let cobaLagi = 0;
      for (let i = 0; i < 30; i++) {
        const angka = `1.${10 + i}`; // shown with two decimals
        const posisi = await koreksi(angka);
        if (i % 2 === 0) await putuskanSambungan(alamat);
        for (;;) {
          const { data, errors = [] } = await gql(CAPAIAN, { p: posisi });
          const kode = errors[0]?.extensions.kode;
          if (kode === undefined) {
            expect(JSON.stringify(data)).toContain(`"${angka}"`);
            break;
          }
          expect(kode).toBe('COBA_LAGI');
          cobaLagi++;
        }
      }
      expect(server.proses.exitCode).toBeNull();
      expect(cobaLagi).toBeLessThan(30);
      process.stdout.write(`sambungan diputus 15 kali: ${cobaLagi} kali COBA_LAGI\n`);
      expect(JSON.parse(await amanah(alamat, 'verifikasi'))).toMatchObject({ utuh: true });
    });
  });
});
