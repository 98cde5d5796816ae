import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cadangkan } from '../../src/infra/cadangan/cadangkan.js';
import { BERKAS_PENGGANTIAN } from '../../src/infra/cadangan/penggantian.js';
import { pulihkan } from '../../src/infra/cadangan/pulihkan.js';
import { berkasLog } from '../../src/infra/event-store/berkas-log.js';
import { LogMundur } from '../../src/infra/event-store/log-mundur.js';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import { periksaLog } from '../../src/infra/integrity/periksa-log.js';
import { berkasKota, Ruang } from '../e2e/impor.ruang.js';
import { bangun } from '../support/bangun.js';

/** Calls after which the disk is another one. Each is hit in turn, until the program gets past the last. */
const PANGGILAN = [
  'rename',
  'fsync',
  'fdatasync',
  'pwrite64',
  'write',
  'unlink',
  'mkdir',
  'ftruncate',
] as const;
const TERBANYAK = 40; // of one kind; pwrite64 comes once a page
const diam = (): void => undefined;

const sampah: string[] = [];
const folderBaru = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-putus-'));
  sampah.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of sampah) rmSync(folder, { recursive: true, force: true });
});

/** Runs a verb that is killed as it makes its n-th call of a kind; false when it made fewer, and so came to its end. */
const dibunuh = (
  dist: string,
  data: string,
  argumen: readonly string[],
  panggilan: string,
  n: number,
): boolean => {
  const inject = `inject=${panggilan}:signal=KILL:when=${n}`;
  const strace = ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${panggilan}`, '-e', inject];
  const program = [process.execPath, join(dist, 'paket/amanah.js'), ...argumen, '--json'];
  const env = { ...process.env, AMANAH_DATA: data, UV_THREADPOOL_SIZE: '1' };
  const { status, signal, error } = spawnSync('strace', [...strace, ...program], { env, stdio: 'ignore' });
  if (error !== undefined) throw error;
  if (status === 0) return false;
  expect([status, signal]).toEqual([null, 'SIGKILL']);
  return true;
};

const setiapTitik = (kerja: (panggilan: string, n: number) => Promise<boolean>): Promise<number> =>
  PANGGILAN.reduce(async (sebelum, panggilan) => {
    let titik = await sebelum;
    for (let n = 1; n <= TERBANYAK && (await kerja(panggilan, n)); n++) titik++;
    return titik;
  }, Promise.resolve(0));

/** Roots of every log that a folder still has, under whatever name. */
const akarYangAda = async (data: string): Promise<string[]> => {
  const akar: string[] = [];
  for (const nama of readdirSync(data).filter((n) => /^log(\.semula-.*)?\.sqlite$/.test(n))) {
    const salinan = folderBaru();
    copyFileSync(join(data, nama), berkasLog(salinan));
    if (existsSync(join(data, `${nama}-wal`)))
      copyFileSync(join(data, `${nama}-wal`), `${berkasLog(salinan)}-wal`);
    akar.push((await periksaLog(salinan)).akar);
  }
  return akar;
};

/** The root that a start would serve; null when it would refuse to. */
const akarSaatMulai = async (data: string): Promise<string | null> => {
  const salinan = folderBaru();
  cpSync(data, salinan, { recursive: true });
  try {
    const store = SqliteEventStore.open(salinan);
    const { akar } = store.bacaAkar();
    await store.close();
    return akar;
  } catch (e) {
    if (e instanceof LogMundur) return null;
    throw e;
  }
};

let dist: ReturnType<typeof bangun>;
let data: string;
let lama: string;
beforeAll(async () => {
  dist = bangun();
  const ruang = new Ruang();
  sampah.push(ruang.folder);
  await ruang.impor(berkasKota('pontianak-2023'));
  lama = join(folderBaru(), 'cadangan');
  await cadangkan({ folder: ruang.folder }, lama, diam);
  await ruang.impor(berkasKota('pasuruan-2022'));
  await ruang.views.close();
  await ruang.store.close();
  data = ruang.folder;
}, 120_000);
afterAll(() => dist.hapus());

it('pulihkan yang dibunuh di panggilan sistem mana pun tidak menghilangkan log, dan dapat diulang', async () => {
  const [semula, cadangan] = [(await periksaLog(data)).akar, (await periksaLog(lama)).akar];
  const argumen = ['pulihkan', lama, '--ganti', 'latihan'];
  let ditolak = 0;
  const titik = await setiapTitik(async (panggilan, n) => {
    const kerja = folderBaru();
    cpSync(data, kerja, { recursive: true });
    const mati = dibunuh(dist.folder, kerja, argumen, panggilan, n);
    expect(await akarYangAda(kerja)).toContain(semula);
    const mulai = await akarSaatMulai(kerja);
    if (mulai === null) ditolak++;
    else expect([semula, cadangan]).toContain(mulai);
    if (mulai === cadangan) expect(existsSync(join(kerja, BERKAS_PENGGANTIAN))).toBe(true);
    await pulihkan(lama, kerja, 'diulang', diam);
    expect(await akarSaatMulai(kerja)).toBe(cadangan);
    expect(await akarYangAda(kerja)).toContain(semula);
    return mati;
  });
  console.log(
    `pulihkan dibunuh di ${titik} titik: 0 log hilang, ${ditolak} di antaranya menolak mulai sampai diulang`,
  );
  expect(titik).toBeGreaterThan(20);
}, 900_000);

it('cadangkan yang dibunuh di panggilan sistem mana pun tidak meninggalkan yang bernama cadangan', async () => {
  const { ukuran, akar } = await periksaLog(data);
  let utuh = 0;
  const titik = await setiapTitik(async (panggilan, n) => {
    const tujuan = join(folderBaru(), 'cadangan');
    const mati = dibunuh(dist.folder, data, ['cadangkan', tujuan], panggilan, n);
    if (existsSync(tujuan)) {
      utuh++;
      const pulih = join(folderBaru(), 'pulih');
      mkdirSync(pulih);
      expect(await pulihkan(tujuan, pulih, null, diam)).toEqual({ ukuran, akar });
    } else expect(mati).toBe(true);
    return mati;
  });
  console.log(
    `cadangkan dibunuh di ${titik} titik: ${utuh} selesai dan utuh, yang lain tidak bernama cadangan`,
  );
  expect(titik).toBeGreaterThan(20);
}, 900_000);
