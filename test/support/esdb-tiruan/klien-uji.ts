import { randomUUID } from 'node:crypto';
import {
  type AllStreamResolvedEvent,
  ANY,
  type AppendExpectedRevision,
  type AppendResult,
  binaryEvent,
  EventStoreDBClient,
  type ResolvedEvent,
} from '@eventstore/db-client';

/** Their presence, not their content, chooses the client's unary append path (quality.md 1.2, C1). */
export const credentials = { username: 'admin', password: 'changeit' };

export const peristiwa = (isi: string, id: string = randomUUID()) =>
  binaryEvent({ id, type: 'Dicatat', data: new TextEncoder().encode(isi) });
export type Peristiwa = ReturnType<typeof peristiwa>;

export const teks = (r: ResolvedEvent | AllStreamResolvedEvent): string =>
  r.event?.data instanceof Uint8Array ? new TextDecoder().decode(r.event.data) : '';

export const galatDari = (janji: Promise<unknown>): Promise<unknown> =>
  janji.then(
    () => null,
    (galat: unknown) => galat,
  );

const jeda = (ms: number): Promise<void> => new Promise((lanjut) => setTimeout(lanjut, ms));

/** Tries again until it does not fail: the client needs a moment to find that its line is gone. */
export const sampaiBerhasil = async <T>(kerja: () => Promise<T>, batasMs = 10_000): Promise<T> => {
  const batas = Date.now() + batasMs;
  for (;;) {
    try {
      return await kerja();
    } catch (galat) {
      if (Date.now() > batas) throw galat;
      await jeda(20);
    }
  }
};

type Tambahan = { rev?: AppendExpectedRevision; deadline?: number; requiresLeader?: boolean };

/** The bare client, used as a test of the stand-in uses it. */
export class KlienUji {
  readonly klien: EventStoreDBClient;

  constructor(url: string) {
    this.klien = EventStoreDBClient.connectionString(url);
  }

  tambah(
    stream: string,
    isi: Peristiwa | Peristiwa[],
    { rev = ANY, deadline = 5_000, requiresLeader = false }: Tambahan = {},
  ): Promise<AppendResult> {
    const opsi = { expectedRevision: rev, credentials, deadline, requiresLeader };
    return this.klien.appendToStream(stream, isi, opsi);
  }

  async baca(stream: string, opsi: Parameters<EventStoreDBClient['readStream']>[1] = {}): Promise<string[]> {
    const hasil: string[] = [];
    for await (const r of this.klien.readStream(stream, opsi)) hasil.push(teks(r));
    return hasil;
  }

  async bacaSemua(
    opsi: Parameters<EventStoreDBClient['readAll']>[0] = {},
  ): Promise<AllStreamResolvedEvent[]> {
    const hasil: AllStreamResolvedEvent[] = [];
    for await (const r of this.klien.readAll(opsi)) hasil.push(r);
    return hasil;
  }

  tutup(): Promise<void> {
    return this.klien.dispose();
  }
}
