import type { DomainEvent } from './decider.js';
import type { Recorded } from './event-store.js';

/** How a row is found in a list: under `tag`, in the order of `urut` (text order). */
export type Tanda = { readonly tag: string; readonly urut: string };

/**
 * A view: a pure fold with one entry per event type; the compiler refuses a missing one. `null` removes the row, the
 * very row that came in means: this event says nothing to it. Rows are JSON and are never changed in place.
 * Raising `versi` builds a new table beside the old one, then swaps.
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

/** Any view, to those who only run it. */
export type TampilanApa = View<unknown, DomainEvent>;

/** Forgets what a view's rows and events are. The only place: a view's own types stay exact where it is written. */
export const sebagaiTampilan = <Row, E extends DomainEvent>(view: View<Row, E>): TampilanApa =>
  view as unknown as TampilanApa;

/** The rows that an event touches; none for a type that the view has no word for. */
export const kunciTersentuh = <Row, E extends DomainEvent>(
  view: View<Row, E>,
  event: Recorded<E>,
): readonly string[] => (Object.hasOwn(view.when, event.type) ? view.kunci(event) : []);
