import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('SQLite', async (codec) => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-log-'));
  let store = SqliteEventStore.open(folder, { codec });
  return {
    store,
    tutup: async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    },
    bukaUlang: async (codec) => {
      await store.close();
      store = SqliteEventStore.open(folder, { codec });
      return store;
    },
    akar: () => store.bacaAkar(),
  };
});
