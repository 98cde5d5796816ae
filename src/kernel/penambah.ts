import type { Append, Clock, EventStore, Pending, Tersimpan } from './event-store.js';
import type { Executor } from './execute.js';
import type { Tambahan } from './lipatan.js';
import { potong } from './potongan.js';

/** The one command that everything belongs to, and who sent it. */
export type PerintahTunggal = { readonly id: string; readonly sidik: string; readonly actor: string };
type Amplop = Omit<Append, 'stream' | 'head' | 'events' | 'mulaiDari'>;

/** Stores what many streams gain, past the executor: in one transaction where the store has one, else stream by stream. */
export class Penambah {
  constructor(
    private readonly store: EventStore,
    private readonly executor: Pick<Executor, 'lupakan'>,
    private readonly clock: Clock,
  ) {}

  /** What is stored at once: all of it where that is one transaction, else each stream by itself. */
  kelompok(tambahan: readonly Tambahan[]): (readonly Tambahan[])[] {
    return this.store.atomik ? [tambahan] : tambahan.map((t) => [t]);
  }

  /** Stores one group and gives its events. Throws RevisiBentrok when a stream has moved. */
  async simpan(
    kelompok: readonly Tambahan[],
    { id, sidik, actor }: PerintahTunggal,
  ): Promise<readonly Tersimpan[]> {
    if (kelompok.length === 0) return [];
    const at = this.clock.now().toISOString();
    const amplop: Amplop = { at, actor, cmd: { id, sidik }, corr: id, cause: null };
    try {
      return this.store.atomik
        ? await this.store.append(kelompok.map((t): Append => ({ ...t, ...amplop }))).committed
        : await this.bersambung(kelompok, amplop);
    } finally {
      this.executor.lupakan(kelompok.map(({ stream }) => stream)); // also after an unknown outcome
    }
  }

  /** Each stream in as many pieces as the store asks for, one standing on the other. */
  private async bersambung(kelompok: readonly Tambahan[], amplop: Amplop): Promise<readonly Tersimpan[]> {
    const tersimpan: Pending['committed'][] = [];
    for (const t of kelompok) {
      let { head, mulaiDari } = t;
      for (const events of potong(t, this.store.byteSekali)) {
        const { heads, committed } = this.store.append([{ ...t, ...amplop, events, head, mulaiDari }]);
        tersimpan.push(committed);
        head = heads[0] ?? head;
        mulaiDari += events.length;
      }
    }
    await Promise.allSettled(tersimpan); // whoever goes on after a failure reads what the others left
    return (await Promise.all(tersimpan)).flat();
  }
}
