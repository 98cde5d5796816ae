import type { DomainEvent } from './decider.js';

/** What the log knows of an event besides what the event says. */
export type Meta = {
  /**
   * Where the store put it: grows with every commit. SQLite: the position itself; EventStoreDB: its commit position, since
   * positions are given later there. Of an append just stored, that of its last event. Only good for `posisiDari`.
   */
  readonly letak: number;
  readonly stream: string;
  readonly rev: number; // revision inside its stream, from 0
  readonly id: string; // UUIDv5(stream, idPerintah, index)
  readonly at: string; // when it was recorded, ISO 8601 UTC, milliseconds
  readonly actor: string; // the account that sent it
  readonly cmd: { readonly id: string; readonly sidik: string }; // idPerintah, SHA-256 of the client's input
  readonly corr: string;
  readonly cause: string | null;
};

/** An event as read back: the newest version of its type, with what the log knows of it. */
export type Tersimpan<E extends DomainEvent = DomainEvent> = E & { readonly meta: Meta };

/** The same with its place in the one order of all events: dense, from 0. What views are folded from. */
export type Recorded<E extends DomainEvent = DomainEvent> = E & {
  readonly meta: Meta & { readonly posisi: number };
};

/** Where a stream ends: the revision of its last event (-1: empty) and that event's leaf hash in hex (64 zeros: empty). */
export type Head = { readonly rev: number; readonly prev: string };
export const HEAD_KOSONG: Head = { rev: -1, prev: '0'.repeat(64) };

export type Stream = { readonly head: Head; readonly events: readonly Tersimpan[] };

/** What one command adds to one stream, standing on `head`. */
export type Append = {
  readonly stream: string;
  readonly head: Head;
  readonly events: readonly DomainEvent[];
  readonly at: string;
  readonly actor: string;
  readonly cmd: { readonly id: string; readonly sidik: string };
  readonly corr: string;
  readonly cause: string | null;
  /** How many events of the same command the stream holds already: theirs are the ids before. 0 when left out. */
  readonly mulaiDari?: number;
};

/**
 * An append under way. `heads` are known at once, so that the next command on the stream can stand on them;
 * `committed` settles when the events are durable, and gives them as stored, in the order of the appends.
 */
export type Pending = { readonly heads: readonly Head[]; readonly committed: Promise<readonly Tersimpan[]> };

/** Refused: another event already stands at this revision. Nothing of the append was stored. */
export class RevisiBentrok extends Error {
  constructor(readonly stream: string) {
    super(`revisi bentrok: ${stream}`);
    this.name = 'RevisiBentrok';
  }
}

/** Unknown: stored or not, the store cannot tell yet. It goes on finding out; a read of the stream waits for that. */
export class HasilBelumPasti extends Error {
  constructor(
    readonly stream: string,
    override readonly cause?: unknown,
  ) {
    super(`hasil belum pasti: ${stream}`);
    this.name = 'HasilBelumPasti';
  }
}

/** The store takes no appends now (closed, failed, disk full). Nothing of the append was stored. */
export class TokoTidakTersedia extends Error {
  constructor(
    pesan: string,
    override readonly cause?: unknown,
  ) {
    super(pesan);
    this.name = 'TokoTidakTersedia';
  }
}

/**
 * The log. Every append names the head it stands on; its outcome is committed, refused (RevisiBentrok,
 * TokoTidakTersedia) or unknown (HasilBelumPasti). Abstract class, so that Nest can inject it by type.
 */
export abstract class EventStore {
  /** Whether several appends of one call are one transaction (SQLite) or each its own (EventStoreDB). */
  abstract readonly atomik: boolean;
  /** Bytes that one append may have; a longer one is refused with TEKS_TERLALU_PANJANG. Null: any. */
  abstract readonly byteSekali: number | null;
  /** Whether nobody else can append while this store is open, so that what was read or written stays the newest. */
  abstract readonly satuPenulis: boolean;
  /** The whole stream, oldest first, decoded and upcast; an empty one has HEAD_KOSONG. */
  abstract read(stream: string): Promise<Stream>;
  /** The events of a stream up to a position, oldest first. */
  abstract readSampai(stream: string, posisi: number): Promise<readonly Recorded[]>;
  /**
   * Encodes now, stores with the others that wait; a later append of the same tick stands on the earlier one's head.
   * Throws at once what has no head to give: TEKS_TERLALU_PANJANG, TypeError for what is no event of ours.
   */
  abstract append(appends: readonly Append[]): Pending;
  /** At most `limit` events from position `from` on, in order; fewer before one that cannot be decoded, which the page beginning with it throws. */
  abstract readAll(from: number, limit: number): Promise<readonly Recorded[]>;
  /** Position of the last stored event; -1 for an empty log. */
  abstract posisi(): Promise<number>;
  /** The position of the event at `letak`; null while it has none yet. `onCommit` tells when to ask again. */
  abstract posisiDari(letak: number): Promise<number | null>;
  /** Last position whose event was recorded at or before `at`; -1 when there is none. The log's order rules, not the clock. */
  abstract posisiPada(at: string): Promise<number>;
  /** Calls back with the newest position after each commit. Gives the function that ends it. */
  abstract onCommit(listener: (posisi: number) => void): () => void;
  /** Calls back for each event that others may have appended (never where `satuPenulis`). Gives the function that ends it. */
  abstract onPeristiwa(listener: (stream: string, rev: number) => void): () => void;
  abstract close(): Promise<void>;
}

/** Time is data: only edges ask a clock. */
export abstract class Clock {
  abstract now(): Date;
}
