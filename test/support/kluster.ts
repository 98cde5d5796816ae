import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bukaLog } from '../../src/infra/event-store/buka-log.js';
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

/** How many events each correction left in the log. */
export const perintahKluster = async (l: Record<string, string>): Promise<ReadonlyMap<string, number>> => {
  const tempat = { folder: l.AMANAH_DATA ?? '', eventStore: l.EVENT_STORE_URL, basisData: l.DATABASE_URL };
  const log = await bukaLog(tempat, { bacaSaja: true, tersusul: true });
  const kali = new Map<string, number>();
  for (let dari = 0; ; ) {
    const events = await log.readAll(dari, 500);
    for (const { type, meta } of events)
      if (type === 'RealisasiDikoreksi') kali.set(meta.cmd.id, (kali.get(meta.cmd.id) ?? 0) + 1);
    if (events.length === 0) break;
    dari += events.length;
  }
  await log.close();
  return kali;
};
