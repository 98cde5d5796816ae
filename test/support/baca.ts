import type { Decider, DomainEvent } from '../../src/kernel/decider.js';
import type { Baca } from '../../src/kernel/execute.js';

/** The documents that stand in these streams, folded as the executor folds them. */
export const bacaDari =
  (isi: Readonly<Record<string, readonly DomainEvent[]>>): Baca =>
  <S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string) => {
    const stream = `${decider.kategori}-${id}`;
    const events = (isi[stream] ?? []) as readonly E[];
    const state = events.reduce((s, e, i) => decider.evolve(s, e, i), decider.initial);
    return { state, stream, rev: events.length - 1 };
  };
