import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Codec } from '../../src/infra/event-store/codec.js';
import { EsdbEventStore } from '../../src/infra/event-store/esdb.event-store.js';
import { KlienEsdb } from '../../src/infra/event-store/esdb.klien.js';
import type { Penomoran } from '../../src/infra/event-store/penomoran.js';
import { penomoranSqlite } from '../../src/infra/event-store/sqlite.penomoran.js';
import { mulaiTiruan } from '../support/esdb-tiruan/tiruan.js';
import { eventStoreContract, type Uji } from './event-store.contract.js';

/** The log as this test finds it is what it takes for empty: numbers begin after what stands there. */
const lewatiIsi = async (url: string, penomoran: Penomoran): Promise<void> => {
  const klien = new KlienEsdb(url);
  const [ujung] = await klien.bacaUjung();
  await klien.tutup();
  const kosong = await penomoran.keadaan();
  if (ujung !== undefined) await penomoran.tambah(kosong, [], { ...kosong, sampai: ujung.letak });
};

/** A store over a running server, with numbers in a folder of its own. */
const ujiAtas = async (url: string, codec: Codec, akhiran: string): Promise<Uji> => {
  const folder = mkdtempSync(join(tmpdir(), 'amanah-esdb-'));
  const penomoran = await penomoranSqlite(folder);
  await lewatiIsi(url, penomoran);
  const buka = (c: Codec) => EsdbEventStore.open({ url, penomoran, codec: c });
  let store = await buka(codec);
  return {
    store,
    akhiran,
    bernomor: () => store.sequencer.kejar(),
    akar: () => penomoran.akar(),
    bukaUlang: async (c) => {
      await store.close();
      store = await buka(c);
      return store;
    },
    tutup: async () => {
      await store.close();
      await penomoran.tutup();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

eventStoreContract('tiruan EventStoreDB', async (codec) => {
  const tiruan = await mulaiTiruan();
  const uji = await ujiAtas(tiruan.url, codec, '');
  return {
    ...uji,
    tutup: async () => {
      await uji.tutup();
      await tiruan.tutup();
    },
  };
});

const url = process.env.EVENT_STORE_URL;
if (url === undefined)
  describe('toko peristiwa: EventStoreDB', () =>
    it.skip('dilewati: EVENT_STORE_URL tidak disebut, jadi tidak ada EventStoreDB sungguhan', () =>
      undefined));
else
  eventStoreContract('EventStoreDB sungguhan', (codec) =>
    ujiAtas(url, codec, `-${randomUUID().slice(0, 8)}`),
  );
