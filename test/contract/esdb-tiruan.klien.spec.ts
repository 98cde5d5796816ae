import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EventStoreDBClient } from '@eventstore/db-client';
import {
  credentials,
  galatDari,
  KlienUji,
  peristiwa,
  sampaiBerhasil,
} from '../support/esdb-tiruan/klien-uji.js';
import { mulaiTiruan, type Tiruan } from '../support/esdb-tiruan/tiruan.js';

/**
 * Faults of @eventstore/db-client 6.2.1 (quality.md 1.2), reproduced. Where one of these fails after an upgrade of
 * the client, the adapter's care about it may go.
 */
let tiruan: Tiruan;
let lain: Tiruan;
let k: KlienUji;
let kLain: KlienUji;
beforeEach(async () => {
  tiruan = await mulaiTiruan();
  lain = await mulaiTiruan();
  k = new KlienUji(tiruan.url);
  kLain = new KlienUji(lain.url);
});
afterEach(async () => {
  await k.tutup();
  await kLain.tutup();
  await tiruan.tutup();
  await lain.tutup();
});

/** What a promise has come to by now. */
const pantau = (janji: Promise<unknown>): { nasib: () => string; galat: Promise<unknown> } => {
  let nasib = 'menggantung';
  const galat = galatDari(janji).then((g) => {
    nasib = g === null ? 'berhasil' : 'ditolak';
    return g;
  });
  return { nasib: () => nasib, galat };
};

type SaksiAnak = { tanpaPenangkap: string[]; nasib: string };
const anak = async (...argumen: string[]): Promise<SaksiAnak> => {
  const berkas = join(__dirname, '../support/esdb-tiruan/klien-anak.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [berkas, ...argumen], { timeout: 20_000 });
  return JSON.parse(stdout) as SaksiAnak;
};

it('C1: tenggat hanya berlaku bagi tambahan dengan credentials; tanpa itu, dan pada bacaan, diabaikan', async () => {
  await k.klien.appendToStream('A-1', peristiwa('nol'));
  tiruan.gangguan.diam();
  const tanpa = pantau(k.klien.appendToStream('A-1', peristiwa('satu'), { deadline: 200 }));
  const bacaan = pantau(k.baca('A-1', { deadline: 200 }));
  const dengan = pantau(k.klien.appendToStream('A-1', peristiwa('dua'), { deadline: 1_500, credentials }));
  expect(await dengan.galat).toMatchObject({ type: 'deadline-exceeded' });
  expect([tanpa.nasib(), bacaan.nasib()]).toEqual(['menggantung', 'menggantung']);
  tiruan.kluster.potong();
  expect(await tanpa.galat).toMatchObject({ type: 'unavailable' });
  expect(await bacaan.galat).toMatchObject({ type: 'unavailable' });
});

it('C2: putusnya sambungan satu klien menggagalkan tambahan klien lain yang sehat; tidak dengan credentials', async () => {
  await Promise.all([k, kLain].map((satu) => satu.klien.appendToStream('A-1', peristiwa('nol'))));
  tiruan.gangguan.diam(); // a late answer would end this process: C3
  lain.gangguan.diam();
  const sehat = pantau(k.klien.appendToStream('A-1', peristiwa('satu')));
  const aman = pantau(k.tambah('A-1', peristiwa('dua')));
  const putus = pantau(kLain.klien.appendToStream('A-1', peristiwa('tiga')));
  await sampaiBerhasil(async () => expect([tiruan.statistik.tambah, lain.statistik.tambah]).toEqual([3, 2]));
  lain.kluster.potong();
  expect(await putus.galat).toMatchObject({ type: 'unavailable' });
  expect(await sehat.galat).toMatchObject({ type: 'unavailable' });
  expect(aman.nasib()).toBe('menggantung');
});

it('C3: jawaban yang datang sesudah C2 menjadi galat tanpa penangkap, yang mengakhiri proses', async () => {
  tiruan.gangguan.lambat({ sesudah: 600 });
  lain.gangguan.hilangJawaban({ ke: 1 });
  const saksi = await anak('silang', tiruan.url, lain.url);
  expect(saksi).toEqual({
    tanpaPenangkap: [expect.stringContaining('not iterable')],
    nasib: 'ditolak: unavailable',
  });
  expect(tiruan.isi()).toHaveLength(1);
});

it('C4: bigint di dalam data: galat tanpa penangkap, dan tambahannya menggantung', async () => {
  expect(await anak('bigint', tiruan.url)).toEqual({
    tanpaPenangkap: [expect.stringContaining('BigInt')],
    nasib: 'menggantung',
  });
});

it('C5: dengan throwOnAppendFailure=false revisi yang dilaporkan selalu 1', async () => {
  const diam = EventStoreDBClient.connectionString(`${tiruan.url}&throwOnAppendFailure=false`);
  await diam.appendToStream(
    'A-1',
    ['1', '2', '3', '4', '5'].map((n) => peristiwa(n)),
  );
  const hasil = await diam.appendToStream('A-1', peristiwa('lain'), { expectedRevision: 0n });
  expect(hasil).toMatchObject({ success: false, nextExpectedRevision: 1n });
  await diam.dispose();
});
