import type { Dasar, Decider, DomainEvent } from './decider.js';
import type { EventStore, Head, Stream, Tersimpan } from './event-store.js';
import type { Baca } from './execute.js';

type Dokumen<S> = { readonly head: Head; readonly baru: DomainEvent[]; readonly batas: number[]; state: S };

/** What one stream gains, standing on `head`. */
export type Tambahan = {
  readonly stream: string;
  readonly head: Head;
  readonly events: readonly DomainEvent[];
  /** How many of the events stand before the end of each command: between those, never within, they may be cut. */
  readonly batas: readonly number[];
  /** How many events of the same command the stream holds already. */
  readonly mulaiDari: number;
};

/** No error: a document was asked for whose stream has to be read first. What asked for it left nothing behind. */
export class BelumDibaca {
  constructor(readonly stream: string) {}
}

/**
 * Documents as they would stand if many commands had been carried out: folded in memory over the streams as they were
 * read, nothing stored. A command that its decider refuses leaves its document as it was. Throws BelumDibaca for a
 * stream that is not among those.
 */
export class Lipatan {
  private readonly dokumen = new Map<string, Dokumen<unknown>>();
  private readonly berubah = new Set<string>();

  /** `idPerintah`: the one that all the commands together are. */
  constructor(
    private readonly tersimpan: ReadonlyMap<string, Stream>,
    private readonly idPerintah: string,
  ) {}

  /** How a command's preparation looks up what other documents would say. */
  readonly baca: Baca = (decider, kunci) => {
    const { state, dasar } = this.keadaan(decider, kunci);
    return { state, ...dasar };
  };

  /** The state of a document and where it stands, the new events included. */
  keadaan<S, C, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    kunci: string,
  ): { readonly state: S; readonly dasar: Dasar } {
    const stream = `${decider.kategori}-${kunci}`;
    const d = this.buka(decider, stream);
    return { state: d.state, dasar: { stream, rev: d.head.rev + d.baru.length } };
  }

  /** Carries one command out. Throws the decider's Penolakan. */
  jalankan<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, kunci: string, command: C): void {
    const stream = `${decider.kategori}-${kunci}`;
    const d = this.buka(decider, stream);
    for (const event of decider.decide(command, d.state)) {
      this.berubah.add(stream);
      d.baru.push(event);
      d.state = decider.evolve(d.state, event, d.head.rev + d.baru.length);
    }
    d.batas.push(d.baru.length);
  }

  /** New events by stream, in the order in which the streams got their first one. */
  tambahan(): Tambahan[] {
    return [...this.berubah].flatMap((stream) => {
      const d = this.dokumen.get(stream);
      if (d === undefined) return [];
      return [
        { stream, head: d.head, events: d.baru, batas: d.batas, mulaiDari: this.milikPerintah(stream) },
      ];
    });
  }

  /** Everything that stood in the streams before. */
  lama(): Tersimpan[] {
    return [...this.tersimpan.values()].flatMap(({ events }) => events);
  }

  private milikPerintah(stream: string): number {
    return (this.tersimpan.get(stream)?.events ?? []).filter((e) => e.meta.cmd.id === this.idPerintah).length;
  }

  private buka<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, stream: string): Dokumen<S> {
    const ada = this.dokumen.get(stream);
    if (ada !== undefined) return ada as Dokumen<S>;
    const terbaca = this.tersimpan.get(stream);
    if (terbaca === undefined) throw new BelumDibaca(stream);
    const { head, events } = terbaca;
    const lama = events as unknown as readonly (Tersimpan & E)[]; // a stream holds its own document's events only
    const state = lama.reduce((s, e) => decider.evolve(s, e, e.meta.rev), decider.initial);
    const d: Dokumen<S> = { head, baru: [], batas: [], state };
    this.dokumen.set(stream, d);
    return d;
  }
}

/** Runs what reads documents, and changes nothing, until every stream that it asks for has been read. */
export const denganBacaan = async <T>(
  store: Pick<EventStore, 'read'>,
  kerja: (baca: Baca) => T,
): Promise<T> => {
  const streams = new Map<string, Stream>();
  for (;;) {
    try {
      return kerja(new Lipatan(streams, '').baca);
    } catch (e) {
      if (!(e instanceof BelumDibaca)) throw e;
      streams.set(e.stream, await store.read(e.stream));
    }
  }
};
