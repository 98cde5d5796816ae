import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { SKEMA_POSTGRES } from '../../src/infra/identity/basis-identitas.js';
import { SKEMA } from '../../src/infra/view-store/postgres.pernyataan.js';

const DEBIAN = '/usr/lib/postgresql';
const TENGGAT_MULAI = 60_000;

/** Where PostgreSQL's programs are: on the path, or where Debian keeps them. */
const folderProgram = (): string | undefined => {
  const versi = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folder = [...(process.env.PATH ?? '').split(delimiter), ...versi.map((v) => join(DEBIAN, v, 'bin'))];
  return folder.find((f) => ['initdb', 'postgres'].every((p) => existsSync(join(f, p))));
};

/** PostgreSQL refuses root: there it runs as its own user, or as nobody. */
const pengguna = (): { uid?: number; gid?: number } | undefined => {
  if (process.getuid?.() !== 0) return {};
  const akun = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((b) => b.split(':'));
  const [, , uid, gid] = akun.find(([n]) => n === 'postgres') ?? akun.find(([n]) => n === 'nobody') ?? [];
  return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
};

const program = folderProgram();
const sebagai = pengguna();

/** Whether a real PostgreSQL is at hand: DATABASE_URL, or programs to start one with. */
export const ADA_POSTGRES =
  process.env.DATABASE_URL !== undefined || (program !== undefined && sebagai !== undefined);

/** `describe`, or where there is no PostgreSQL a skipped one, which says so. */
export const denganPostgres = (nama: string, isi: () => void): void => {
  if (!ADA_POSTGRES)
    process.stderr.write(`dilewati: ${nama}: tidak ada DATABASE_URL, dan initdb tidak ditemukan\n`);
  (ADA_POSTGRES ? describe : describe.skip)(nama, isi);
};

/** A PostgreSQL for one spec file: the one of DATABASE_URL, or a cluster of its own in a folder that goes away. */
export type Gugus = {
  /** Its address, with no view and no number in it; of whoever asked last. */
  readonly kosong: () => Promise<string>;
  readonly henti: () => Promise<void>;
};

export const mulaiPostgres = async (): Promise<Gugus> => {
  const { DATABASE_URL } = process.env;
  const { alamat, henti } =
    DATABASE_URL === undefined
      ? await mulaiSendiri()
      : { alamat: DATABASE_URL, henti: async () => undefined };
  const nama = `amanah_uji_${randomBytes(6).toString('hex')}`;
  await jalankanSql(alamat, `create database ${nama}`);
  const url = new URL(alamat);
  url.pathname = `/${nama}`;
  return {
    kosong: async () => {
      await jalankanSql(url.href, `drop schema if exists ${SKEMA}, amanah_nomor, ${SKEMA_POSTGRES} cascade`);
      return url.href;
    },
    henti: async () => {
      await jalankanSql(alamat, `drop database ${nama} with (force)`);
      await henti();
    },
  };
};

/** One statement on a connection of its own; gives its rows. */
export const barisSql = async (alamat: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: alamat });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

export const jalankanSql = async (alamat: string, sql: string): Promise<void> => {
  await barisSql(alamat, sql);
};

/** Cuts every connection of the view stores, as a restart of the server would. */
export const putuskanSambungan = (alamat: string): Promise<void> =>
  jalankanSql(
    alamat,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'amanah tampilan' and datname = current_database()`,
  );

const siapkanData = (bin: string, data: string): void => {
  const opsi = ['-D', data, '-U', 'amanah', '--auth=trust', '--encoding=UTF8', '--no-sync'];
  // A locale whose order is not that of the bytes, where there is one: nothing may depend on it.
  for (const locale of ['--locale=en_US.UTF-8', '--locale=C.UTF-8', '--no-locale']) {
    const { status } = spawnSync(join(bin, 'initdb'), [...opsi, locale], { ...sebagai, cwd: '/' });
    if (status === 0) return;
    rmSync(data, { recursive: true, force: true });
  }
  throw new Error('initdb gagal');
};

/** Listens on a socket in its own folder, so that no port can be in use. Durability is not what these tests are about. */
const mulaiSendiri = async (): Promise<{ alamat: string; henti: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-pg-'));
  const { uid, gid } = sebagai ?? {};
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  const bin = program ?? '';
  const data = join(folder, 'data');
  siapkanData(bin, data);
  const setelan = {
    listen_addresses: '',
    unix_socket_directories: folder,
    fsync: 'off',
    full_page_writes: 'off',
  };
  const argumen = Object.entries(setelan).flatMap(([nama, nilai]) => ['-c', `${nama}=${nilai}`]);
  const proses = spawn(join(bin, 'postgres'), ['-D', data, ...argumen], {
    ...sebagai,
    cwd: '/',
    stdio: 'ignore',
  });
  const keluar = new Promise<void>((lanjut) => proses.once('exit', () => lanjut()));
  const bunuh = (): void => void proses.kill('SIGQUIT');
  process.once('exit', bunuh);
  const alamat = `postgres://amanah@localhost/postgres?host=${encodeURIComponent(folder)}`;
  await sampaiMenjawab(alamat, proses);
  return {
    alamat,
    henti: async () => {
      process.off('exit', bunuh);
      proses.kill('SIGINT');
      await keluar;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const sampaiMenjawab = async (alamat: string, proses: ReturnType<typeof spawn>): Promise<void> => {
  for (const tenggat = performance.now() + TENGGAT_MULAI; ; ) {
    const galat = await jalankanSql(alamat, 'select 1').then(
      () => undefined,
      (e: unknown) => e,
    );
    if (galat === undefined) return;
    if (proses.exitCode !== null || performance.now() > tenggat) throw galat;
    await new Promise((lanjut) => setTimeout(lanjut, 20));
  }
};
