import { AMANAH } from '../../src/infra/event-store/registri.js';
import { SqliteViewStore } from '../../src/infra/view-store/sqlite.view-store.js';
import { type EventStore, HEAD_KOSONG, type Head } from '../../src/kernel/event-store.js';
import type { ViewStore } from '../../src/kernel/view-store.js';
import { DAFTAR_TAMPILAN } from '../../src/projections/runtime/daftar-tampilan.js';
import { Runner } from '../../src/projections/runtime/runner.js';
import { tempatBaru } from '../contract/runner.contoh.js';
import type { Berstream } from './project.js';

const AWAL = Date.UTC(2023, 0, 1);

/** When the event at this position was recorded. */
export const saat = (posisi: number): string => new Date(AWAL + posisi * 60_000).toISOString();

/** Writes events as they are, past all rules. One event a minute from 2023-01-01 on, as in `rekam`. */
export class PenulisUji {
  private readonly head = new Map<string, Head>();

  constructor(private readonly store: EventStore) {}

  /** Appends each event by itself, all in one group; gives the position of the last. */
  async catat(...bagian: readonly (readonly Berstream[])[]): Promise<number> {
    let posisi = await this.store.posisi();
    const tersimpan = bagian.flat().map(({ stream, event }) => {
      const id = `00000000-0000-4000-8000-${`${++posisi}`.padStart(12, '0')}`;
      const [at, cmd] = [saat(posisi), { id, sidik: 'a'.repeat(64) }];
      const head = this.head.get(stream) ?? HEAD_KOSONG;
      const append = { stream, head, events: [event], at, actor: 'uji', cmd, corr: id, cause: null };
      const { heads, committed } = this.store.append([append]);
      this.head.set(stream, heads[0] ?? head);
      return committed;
    });
    await Promise.all(tersimpan);
    return posisi;
  }
}

/** All views over a log of their own, in a folder that goes away; the views there too, unless another store is given. */
export class TampilanUji {
  private readonly tempat = tempatBaru(AMANAH);
  readonly store: EventStore = this.tempat.store;
  readonly views: ViewStore;
  readonly runner: Runner;
  private readonly penulis = new PenulisUji(this.store);

  constructor(views?: ViewStore) {
    this.views = views ?? SqliteViewStore.open(this.tempat.folder);
    this.runner = new Runner(this.store, this.views, DAFTAR_TAMPILAN);
  }

  /** Writes the events, unseen by any view. */
  async catatSaja(...bagian: readonly (readonly Berstream[])[]): Promise<void> {
    await this.penulis.catat(...bagian);
  }

  /** Writes the events, then brings every view to the end. */
  async catat(...bagian: readonly (readonly Berstream[])[]): Promise<void> {
    await this.catatSaja(...bagian);
    await this.runner.kejar();
  }

  async tutup(): Promise<void> {
    await this.views.close();
    await this.tempat.hapus();
  }
}
