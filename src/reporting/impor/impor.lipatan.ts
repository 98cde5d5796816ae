import type { Dasar, Decider, DomainEvent } from '../../kernel/decider.js';
import { HEAD_KOSONG, type Head, type Stream, type Tersimpan } from '../../kernel/event-store.js';

type Dokumen<S> = { readonly head: Head; readonly baru: DomainEvent[]; readonly batas: number[]; state: S };

/** What one stream gains, standing on `head`. */
export type Tambahan = {
  readonly stream: string;
  readonly head: Head;
  readonly events: readonly DomainEvent[];
  /** How many of the events stand before the end of each command: between those, never within, they may be cut. */
  readonly batas: readonly number[];
  /** How many events of this import the stream holds already. */
  readonly mulaiDari: number;
};

/**
 * Documents as they would stand if the commands of an import had been carried out: folded in memory over the streams
 * as they were read, nothing stored. A command that its decider refuses leaves its document as it was.
 */
export class Lipatan {
  private readonly dokumen = new Map<string, Dokumen<unknown>>();
  private readonly berubah = new Set<string>();

  /** `idImpor`: the one command that a whole import is. */
  constructor(
    private readonly tersimpan: ReadonlyMap<string, Stream>,
    private readonly idImpor: string,
  ) {}

  /** The state of a document and where it stands, the events of this import included. */
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
      return [{ stream, head: d.head, events: d.baru, batas: d.batas, mulaiDari: this.milikImpor(stream) }];
    });
  }

  /** Everything that stood in the streams before this import. */
  lama(): Tersimpan[] {
    return [...this.tersimpan.values()].flatMap(({ events }) => events);
  }

  private milikImpor(stream: string): number {
    return (this.tersimpan.get(stream)?.events ?? []).filter((e) => e.meta.cmd.id === this.idImpor).length;
  }

  private buka<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, stream: string): Dokumen<S> {
    const ada = this.dokumen.get(stream);
    if (ada !== undefined) return ada as Dokumen<S>;
    const { head, events } = this.tersimpan.get(stream) ?? { head: HEAD_KOSONG, events: [] };
    const lama = events as unknown as readonly (Tersimpan & E)[]; // a stream holds its own document's events only
    const state = lama.reduce((s, e) => decider.evolve(s, e, e.meta.rev), decider.initial);
    const d: Dokumen<S> = { head, baru: [], batas: [], state };
    this.dokumen.set(stream, d);
    return d;
  }
}
