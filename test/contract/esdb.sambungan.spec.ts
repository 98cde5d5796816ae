import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bukaLog } from '../../src/infra/event-store/buka-log.js';
import { sebabSambungan } from '../../src/infra/event-store/esdb.sambungan.js';
import { mulaiTiruan, type Tiruan } from '../support/esdb-tiruan/tiruan.js';

const SERTIFIKAT = join(__dirname, '../fixtures/tls');
const di = (berkas: string): string => join(SERTIFIKAT, berkas);
const SANDI = 'sandi-rahasia';

let folder: string;
let biasa: Tiruan;
let bertls: Tiruan;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'amanah-sambungan-'));
  biasa = await mulaiTiruan();
  bertls = await mulaiTiruan({ tls: { kunci: di('simpul.key'), sertifikat: di('simpul.crt') } });
});
afterAll(async () => {
  await Promise.all([biasa.tutup(), bertls.tutup()]);
  rmSync(folder, { recursive: true, force: true });
});

const port = (tiruan: Tiruan): string => tiruan.kluster.titik[0]?.split(':')[1] ?? '';
const alamat = (host: string, opsi: string): string => `esdb://admin:${SANDI}@${host}?${opsi}`;
const lewatTls = (berkas: string, host = 'localhost'): string =>
  alamat(`${host}:${port(bertls)}`, `tls=true&tlsCAFile=${di(berkas)}`);
const buka = (eventStore: string) => bukaLog({ folder: join(folder, 'data'), eventStore });

it('log dibuka lewat TLS dengan penerbit sertifikatnya', async () => {
  const log = await buka(lewatTls('penerbit.crt'));
  expect(await log.posisi()).toBe(-1);
  await log.close();
});

describe('sebab sambungan yang salah', () => {
  it.each([
    ['server yang benar', () => lewatTls('penerbit.crt'), undefined],
    [
      'salah satu dari beberapa server yang benar',
      () => lewatTls('penerbit.crt', 'localhost:1,localhost'),
      undefined,
    ],
    ['server tanpa TLS yang benar', () => alamat(`127.0.0.1:${port(biasa)}`, 'tls=false'), undefined],
    ['penerbit lain', () => lewatTls('penerbit-lain.crt'), /tidak diterbitkan oleh penerbit di tlsCAFile/],
    [
      'tanpa tlsCAFile',
      () => alamat(`localhost:${port(bertls)}`, 'tls=true'),
      /tidak diterbitkan oleh penerbit/,
    ],
    ['berkas penerbit yang tidak ada', () => lewatTls('tidak-ada.crt'), /berkas tlsCAFile tidak ada/],
    ['berkas penerbit yang bukan sertifikat', () => lewatTls('simpul.key'), /bukan sertifikat/],
    [
      'nama yang tidak ada di sertifikat',
      () => lewatTls('penerbit.crt', '127.0.0.1'),
      /tidak memuat nama host/,
    ],
    [
      'tls=false kepada server TLS',
      () => alamat(`127.0.0.1:${port(bertls)}`, 'tls=false'),
      /servernya memakai TLS/,
    ],
    [
      'tls=true kepada server tanpa TLS',
      () => alamat(`localhost:${port(biasa)}`, `tls=true&tlsCAFile=${di('penerbit.crt')}`),
      /servernya tidak memakai TLS/,
    ],
    ['tidak ada yang mendengarkan', () => alamat('127.0.0.1:1', 'tls=false'), /tidak ada yang mendengarkan/],
  ])('%s', async (_, url, sebab) => {
    const jawaban = await sebabSambungan(url());
    if (sebab === undefined) expect(jawaban).toBeUndefined();
    else expect(jawaban).toMatch(sebab);
    expect(jawaban ?? '').not.toMatch(/sandi-rahasia|localhost|127\.0\.0|invalid/);
  });
});

describe('pembukaan yang gagal', () => {
  const gagal = async (url: string): Promise<string> => {
    const galat = await buka(url).then(
      () => undefined,
      (e: unknown) => e,
    );
    expect(galat).toMatchObject({ name: 'TokoTidakTersedia' });
    return String((galat as Error).message);
  };

  it('berkas penerbit yang tidak ada dikatakan seketika', async () => {
    const sejak = performance.now();
    expect(await gagal(lewatTls('tidak-ada.crt'))).toBe(
      'EventStoreDB (EVENT_STORE_URL) tidak dapat dibuka: berkas tlsCAFile tidak ada, tidak terbaca, atau bukan sertifikat.',
    );
    expect(performance.now() - sejak).toBeLessThan(1_000);
  });

  it('penerbit lain dikatakan dalam 12 s', async () => {
    const sejak = performance.now();
    expect(await gagal(lewatTls('penerbit-lain.crt'))).toContain(
      'tidak diterbitkan oleh penerbit di tlsCAFile',
    );
    expect(performance.now() - sejak).toBeLessThan(12_000);
  }, 20_000);

  it('sandi yang ditolak dikatakan ditolak, dalam 8 s, dan tidak bila server baru mengenalnya dalam 2 s', async () => {
    bertls.gangguan.jawabKode('UNAUTHENTICATED', { panggilan: 'baca', kali: Number.POSITIVE_INFINITY });
    const sejak = performance.now();
    expect(await gagal(lewatTls('penerbit.crt'))).toBe(
      'EventStoreDB (EVENT_STORE_URL) tidak dapat dibuka: nama atau sandi di EVENT_STORE_URL ditolak, atau akun itu tidak berhak.',
    );
    expect(performance.now() - sejak).toBeLessThan(8_000);
    setTimeout(() => bertls.gangguan.reda(), 2_000);
    await (await buka(lewatTls('penerbit.crt'))).close();
  }, 20_000);
});
