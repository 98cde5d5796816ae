import type { DomainEvent } from '../../src/kernel/decider.js';
import type { Recorded } from '../../src/kernel/event-store.js';
import { kunciTersentuh, terapkan, type View } from '../../src/kernel/view.js';

/** An event and the stream that it belongs to. */
export type Berstream<E extends DomainEvent = DomainEvent> = { readonly stream: string; readonly event: E };

/** The events of one stream, as yet without a place in the log. */
export const di = <E extends DomainEvent>(stream: string, ...events: E[]): Berstream<E>[] =>
  events.map((event) => ({ stream, event }));

/** A log out of them, in this order: positions from 0, revisions per stream, one event a minute from 2023-01-01 on. */
export const rekam = <E extends DomainEvent>(
  ...bagian: readonly (readonly Berstream<E>[])[]
): Recorded<E>[] => {
  const rev = new Map<string, number>();
  return bagian.flat().map(({ stream, event }, posisi) => {
    const r = (rev.get(stream) ?? -1) + 1;
    rev.set(stream, r);
    const at = new Date(Date.UTC(2023, 0, 1, 0, posisi)).toISOString();
    const cmd = { id: `perintah-${posisi}`, sidik: '' };
    const meta = {
      posisi,
      letak: posisi,
      stream,
      rev: r,
      id: `peristiwa-${posisi}`,
      at,
      actor: 'contoh',
      cmd,
    };
    return { ...event, meta: { ...meta, corr: cmd.id, cause: null } };
  });
};

/** The rows of a view after these events, by key; events that it has no word for are passed over. */
export const project = <Row, E extends DomainEvent>(
  view: View<Row, E>,
  events: readonly Recorded<DomainEvent>[],
): Map<string, Row> => {
  const baris = new Map<string, Row>();
  for (const event of events as readonly Recorded<E>[])
    for (const kunci of kunciTersentuh(view, event)) {
      const baru = terapkan(view, baris.get(kunci) ?? view.initial(kunci), event, kunci);
      if (baru === null) baris.delete(kunci);
      else baris.set(kunci, baru);
    }
  return baris;
};
