import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export type ServerPaket = {
  readonly proses: ChildProcess;
  readonly alamat: string;
  readonly galat: () => string;
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
      PORT: '0',
      NODE_ENV: 'production',
      AMANAH_LOG: 'error',
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
