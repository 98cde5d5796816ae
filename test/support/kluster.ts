import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mulaiTiruan, type Tiruan } from './esdb-tiruan/tiruan.js';
import { mulaiPostgres } from './postgres.js';

/** What the cluster size stands on: a log that is EventStoreDB's or the stand-in's, and a real PostgreSQL. */
export type Kluster = {
  /** The environment of a program of this cluster, with a data folder of its own. */
  readonly lingkungan: (ke: number) => Record<string, string> & { AMANAH_DATA: string };
  /** Undefined where the log is a real server's. */
  readonly tiruan: Tiruan | undefined;
  readonly tutup: () => Promise<void>;
};

/** EVENT_STORE_URL must name an empty database: the example cities are imported into it. */
export const mulaiKluster = async (): Promise<Kluster> => {
  const gugus = await mulaiPostgres();
  const tiruan = process.env.EVENT_STORE_URL === undefined ? await mulaiTiruan({ anggota: 3 }) : undefined;
  const DATABASE_URL = await gugus.kosong();
  const EVENT_STORE_URL = process.env.EVENT_STORE_URL ?? tiruan?.url ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'amanah-kluster-'));
  return {
    tiruan,
    lingkungan: (ke) => ({ DATABASE_URL, EVENT_STORE_URL, AMANAH_DATA: join(folder, String(ke)) }),
    tutup: async () => {
      await tiruan?.tutup();
      await gugus.henti();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
