import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as tidur } from 'node:timers/promises';
import { AKAR } from '../../src/akar.js';
import { bacaKonfigurasi } from '../../src/infra/konfigurasi/konfigurasi.js';
import { rakit } from '../../src/infra/rakitan.js';
import { DAFTAR_TAMPILAN } from '../../src/projections/runtime/daftar-tampilan.js';
import { bangun } from '../support/bangun.js';
import { koreksiTerus, tokenPerencana } from '../support/beban-koreksi.js';
import { mulaiTiruan, type Tiruan } from '../support/esdb-tiruan/tiruan.js';
import { mulaiPerantara, type Perantara } from '../support/perantara.js';
import { barisSql, denganPostgres, type Gugus, mulaiPostgres } from '../support/postgres.js';
import { jalankanAmanah, KUNCI_INDUK_UJI, nyalakan, type ServerPaket } from '../support/server-paket.js';

const SEWA = 'select nama from amanah_tampilan.sewa where sampai > clock_timestamp()';

denganPostgres('penghentian di kluster', () => {
  let hasilBangun: ReturnType<typeof bangun>;
  let gugus: Gugus;
  let tiruan: Tiruan;
  let perantara: Perantara;
  let basisData: string;
  let lingkungan: Record<string, string> & { AMANAH_DATA: string };
  beforeAll(async () => {
    hasilBangun = bangun();
    gugus = await mulaiPostgres();
  }, 120_000);
  beforeEach(async () => {
    basisData = await gugus.kosong();
    tiruan = await mulaiTiruan({ anggota: 3 });
    perantara = await mulaiPerantara(basisData);
    const AMANAH_DATA = join(hasilBangun.folder, `data-${performance.now()}`);
    mkdirSync(AMANAH_DATA);
    lingkungan = { AMANAH_DATA, DATABASE_URL: perantara.alamat, EVENT_STORE_URL: tiruan.url };
  });
  afterEach(async () => {
    tiruan.gangguan.reda();
    perantara.tutup();
    await tiruan.tutup();
  });
  afterAll(async () => {
    await gugus.henti();
    hasilBangun.hapus();
  });

  /** A server under load, its log from warnings on. */
  const dibebani = async (tambahan = {}): Promise<{ server: ServerPaket; beban: Promise<unknown> }> => {
    await jalankanAmanah(hasilBangun.folder, lingkungan, 'impor', join(AKAR, 'contoh/pontianak-2023.json'));
    const env = { ...lingkungan, AMANAH_LOG: 'warn', ...tambahan };
    const server = await nyalakan(hasilBangun.folder, lingkungan.AMANAH_DATA, env);
    const token = tokenPerencana(lingkungan.AMANAH_DATA);
    const beban = koreksiTerus({ alamat: server.alamat, token, pemanggil: 4 });
    await tidur(1_000);
    return { server, beban };
  };
  /** Its exit status; 1 is what it gives itself when 10 s were not enough. */
  const dihentikan = async ({ proses }: ServerPaket, apa: string): Promise<unknown> => {
    const selesai = once(proses, 'exit');
    const mulai = performance.now();
    proses.kill('SIGTERM');
    const [status] = await selesai;
    process.stdout.write(`${apa}: berhenti dalam ${(performance.now() - mulai).toFixed(0)} ms\n`);
    return status;
  };

  it('melepas setiap sewanya, juga yang memberi nomor', async () => {
    const { AMANAH_DATA: folder, EVENT_STORE_URL } = lingkungan;
    const [AMANAH_DATA, AMANAH_KUNCI_INDUK] = [folder, KUNCI_INDUK_UJI];
    const env = { AMANAH_DATA, AMANAH_KUNCI_INDUK, AMANAH_LOG: 'error', DATABASE_URL: basisData };
    const rakitan = await rakit(bacaKonfigurasi({ ...env, EVENT_STORE_URL }));
    const dipegang = async (): Promise<unknown[]> =>
      (await barisSql(basisData, SEWA)).map(({ nama }) => nama);
    const batas = performance.now() + 10_000;
    while ((await dipegang()).length <= DAFTAR_TAMPILAN.length && performance.now() < batas) await tidur(50);
    expect(await dipegang()).toContain('#sequencer');
    await rakitan.tutup();
    expect(await dipegang()).toEqual([]);
  });

  it('menyebut dirinya tidak siap, tetap melayani selama jeda, lalu berhenti tanpa keluhan', async () => {
    const { server, beban } = await dibebani({ AMANAH_JEDA_HENTI: '3000' });
    const { proses, alamat, galat } = server;
    const selesai = once(proses, 'exit');
    const sebelumnya = galat().length; // what it said when it started is no complaint about its stop
    proses.kill('SIGTERM');
    const siap = async (): Promise<Response> => fetch(`${alamat}/siap`);
    while ((await siap()).status === 200) await tidur(10);
    expect(await (await siap()).json()).toEqual({ siap: false });
    const dilayani = await fetch(`${alamat}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${tokenPerencana(lingkungan.AMANAH_DATA)}`,
      },
      body: '{"query":"{ __typename }"}',
    });
    expect(await dilayani.json()).toEqual({ data: { __typename: 'Query' } });
    expect(dilayani.headers.get('connection')).toBe('close');
    expect(await selesai).toEqual([0, null]);
    // A view that reads again says so; on a busy machine one may, and loses nothing by it.
    expect(
      galat()
        .slice(sebelumnya)
        .split('\n')
        .filter((baris) => baris !== '' && !baris.includes('dicoba lagi')),
    ).toEqual([]);
    await beban;
  }, 60_000);

  it('EventStoreDB yang membeku tidak menahannya, dan yang ditinggalkan disebut', async () => {
    const { server, beban } = await dibebani();
    tiruan.gangguan.diam();
    await tidur(300);
    expect(await dihentikan(server, 'EventStoreDB membeku')).toBe(0);
    expect(server.galat()).toContain('tanpa kepastian');
    await beban;
  }, 60_000);

  it('PostgreSQL yang tidak menjawab tidak menahannya, dan yang ditinggalkan disebut', async () => {
    const { server, beban } = await dibebani();
    perantara.bekukan();
    await tidur(300);
    expect(await dihentikan(server, 'PostgreSQL tidak menjawab')).toBe(0);
    expect(server.galat()).toContain('tidak tertutup');
    await beban;
  }, 60_000);

  it('keduanya tidak menjawab: tetap berhenti sendiri', async () => {
    const { server, beban } = await dibebani();
    perantara.bekukan();
    tiruan.gangguan.diam();
    await tidur(300);
    expect(await dihentikan(server, 'keduanya tidak menjawab')).toBe(0);
    await beban;
  }, 60_000);
});
