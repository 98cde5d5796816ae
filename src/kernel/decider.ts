/** An event as the domain speaks it: the newest version, under the bare name. */
export type DomainEvent = { readonly type: string; readonly data: object };

/**
 * One document: its rules as three pure functions. No clock, random, I/O or config inside.
 * `evolve` gets the revision of the event, so that a shared document can tell when each of its parts last moved.
 */
export type Decider<State, Command, Event extends DomainEvent> = {
  readonly kategori: string;
  readonly initial: State;
  readonly decide: (command: Command, state: State) => Event[];
  readonly evolve: (state: State, event: Event, rev: number) => State;
  /** The revision a stale page is compared with, where it is not that of the whole document. */
  readonly revisi?: (command: Command, state: State) => number | undefined;
};

/** Who acted: a random subject id and the office held, never a name. `sebutan` is the title as printed that day. */
export type Pejabat = {
  readonly subjek: string | null;
  readonly jabatan: string; // the office's key, e.g. 61.71.disnaker.kepala
  readonly sebutan: string;
  readonly status: StatusPejabat | null;
};
export type StatusPejabat = 'definitif' | 'Plt.' | 'Plh.' | 'Pj.' | 'Pjs.';

/** Where a decision stood: the facts of other streams it was taken on. Not an invariant (architecture: facts of other streams). */
export type Dasar = { readonly stream: string; readonly rev: number };

/** `elektronik`: decided here. `dicatat`: decided on paper and recorded here. */
export type Cara = 'elektronik' | 'dicatat';
