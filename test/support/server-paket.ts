import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AKAR } from '../../src/akar.js';

export type ServerPaket = {
  readonly proses: ChildProcess;
  readonly alamat: string;
  readonly galat: () => string;
};

/** Of every program of one test, which may share an identity database. */
export const KUNCI_INDUK_UJI = Buffer.alloc(32, 7).toString('base64');

/** Where the identity database is shared the master key has to be; in a data folder it is a file of its own. */
const kunciBersama = ({ DATABASE_URL }: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  AMANAH_KUNCI_INDUK: DATABASE_URL === undefined ? undefined : KUNCI_INDUK_UJI,
});

/** What a verb of the bundled command line prints with --json. Throws, as execFile does, when it does not end with 0. */
export const jalankanAmanah = async (
  dist: string,
  lingkungan: NodeJS.ProcessEnv,
  ...argumen: readonly string[]
): Promise<string> => {
  const tanpaAlamat = { DATABASE_URL: undefined, EVENT_STORE_URL: undefined };
  const env = {
    ...process.env,
    ...tanpaAlamat,
    ...kunciBersama(lingkungan),
    ...lingkungan,
    INIT_CWD: AKAR,
  };
  const program = join(dist, 'paket/amanah.js');
  return (await promisify(execFile)(process.execPath, [program, ...argumen, '--json'], { env })).stdout;
};

/** The bundled server of a build, in a process of its own as `npm start` runs it, over a data folder; on a free port. */
export const nyalakan = async (
  dist: string,
  folder: string,
  lingkungan: NodeJS.ProcessEnv = {},
): Promise<ServerPaket> => {
  const proses = spawn(process.execPath, ['--disable-warning=DEP0169', join(dist, 'paket/main.js')], {
    env: {
      ...process.env,
      AMANAH_DATA: folder,
      DATABASE_URL: undefined,
      EVENT_STORE_URL: undefined,
      OTEL_EXPORTER_OTLP_ENDPOINT: undefined,
      PORT: '0',
      NODE_ENV: 'production',
      AMANAH_LOG: 'error',
      ...kunciBersama(lingkungan),
      ...lingkungan,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let galat = '';
  proses.stderr?.on('data', (potong) => {
    galat += String(potong);
  });
  let keluaran = '';
  for await (const potong of proses.stdout ?? []) {
    keluaran += String(potong);
    const alamat = /(http:\/\/\S+)/.exec(keluaran)?.[1];
    if (alamat !== undefined) return { proses, alamat, galat: () => galat };
  }
  throw new Error(`server tidak menyala: ${keluaran}${galat}`);
};
