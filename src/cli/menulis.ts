import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { bukaLog, type Log } from '../infra/event-store/buka-log.js';
import { buatFolderData } from '../infra/event-store/folder-data.js';
import { LogTerkunci } from '../infra/event-store/kunci-log.js';
import { tempatData } from './pilihan.js';

const SABAR = 10_000; // ms that a server may take between taking the lock and listening
const SELANG = 100;

/** Where a path given on the command line leads: from where npm was called, else from here (npm goes to the installation). */
export const letak = (berkas: string): string => {
  const [awal, sini] = [resolve(process.env.INIT_CWD ?? '.', berkas), resolve(berkas)];
  return existsSync(awal) ? awal : sini;
};

/** The two ways to write: over the log itself, or through the server that has it (undefined: nobody listens there). */
type Cara<P> = {
  readonly langsung: (store: Log) => P;
  readonly lewatServer: (folder: string, tanpaServer: () => never) => P;
};

/** With the lock of the data folder when it is free, else through the server that has it. */
export const denganPenulis = async <P, T>(cara: Cara<P>, kerja: (pelaksana: P) => Promise<T>): Promise<T> => {
  const tempat = tempatData();
  const { folder } = tempat;
  buatFolderData(folder);
  for (const tenggat = performance.now() + SABAR; ; await setTimeout(SELANG)) {
    try {
      const store = await bukaLog(tempat);
      return await kerja(cara.langsung(store)).finally(() => store.close());
    } catch (e) {
      if (!(e instanceof LogTerkunci)) throw e;
      const lewat = await lewatServer(cara, folder, kerja);
      if (lewat !== undefined) return lewat.hasil;
      if (performance.now() > tenggat) throw e;
    }
  }
};

const lewatServer = async <P, T>(
  { lewatServer: lewat }: Cara<P>,
  folder: string,
  kerja: (pelaksana: P) => Promise<T>,
): Promise<{ readonly hasil: T } | undefined> => {
  try {
    const pelaksana = lewat(folder, () => {
      throw new TanpaServer();
    });
    return { hasil: await kerja(pelaksana) };
  } catch (e) {
    if (e instanceof TanpaServer) return undefined;
    throw e;
  }
};

/** The lock is held, and nobody listens (yet). */
class TanpaServer extends Error {}
