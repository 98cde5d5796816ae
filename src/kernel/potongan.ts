import type { DomainEvent } from './decider.js';
import type { Tambahan } from './lipatan.js';

/** More than what the log puts around an event. */
const BYTE_AMPLOP = 1_000;

const utf8 = new TextEncoder();
const byteDari = (events: readonly DomainEvent[]): number =>
  events.reduce((n, { data }) => n + BYTE_AMPLOP + utf8.encode(JSON.stringify(data)).length, 0);

/**
 * What one stream gains, in pieces of at most so many bytes, cut between commands: after each the document stands as a
 * rule left it, and a run that was broken off there can go on. A single command that is longer stays whole.
 */
export const potong = (
  { events, batas }: Tambahan,
  byteSekali: number | null,
): (readonly DomainEvent[])[] => {
  if (byteSekali === null) return [events];
  const potongan: DomainEvent[][] = [];
  let [dari, byte] = [0, 0];
  for (const sampai of batas) {
    const milikPerintah = events.slice(dari, sampai);
    const berat = byteDari(milikPerintah);
    const akhir = potongan.at(-1);
    if (akhir === undefined || byte + berat > byteSekali)
      [byte, potongan[potongan.length]] = [0, milikPerintah];
    else akhir.push(...milikPerintah);
    [dari, byte] = [sampai, byte + berat];
  }
  return potongan;
};
