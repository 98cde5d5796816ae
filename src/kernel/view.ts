import type { DomainEvent } from './decider.js';
import type { Recorded } from './event-store.js';

/** How a row is found in a list: under `tag`, in the order of `urut` (text order). */
export type Tanda = { readonly tag: string; readonly urut: string };

/**
 * A view: a pure fold with one entry per event type; the compiler refuses a missing one. `null` removes the row.
 * Rows are JSON. Raising `versi` builds a new table beside the old one, then swaps.
 */
export type View<Row, E extends DomainEvent> = {
  readonly nama: string;
  readonly versi: number;
  /** The rows that an event touches; asked only for types that `when` has a word for. */
  readonly kunci: (event: Recorded<E>) => readonly string[];
  readonly initial: (kunci: string) => Row;
  readonly when: {
    readonly [T in E['type']]: (
      row: Row,
      event: Recorded<Extract<E, { type: T }>>,
      kunci: string,
    ) => Row | null;
  };
  readonly tanda: (row: Row, kunci: string) => readonly Tanda[];
};

/** Folds one event into one row; an event that the view has no word for leaves the row as it is. */
export const terapkan = <Row, E extends DomainEvent>(
  view: View<Row, E>,
  row: Row,
  event: Recorded<E>,
  kunci: string,
): Row | null => {
  const when = view.when[event.type as E['type']] as
    | ((row: Row, event: Recorded<E>, kunci: string) => Row | null)
    | undefined;
  return when === undefined ? row : when(row, event, kunci);
};
