import { isUtf8 } from 'node:buffer';
import {
  BACKWARDS,
  binaryEvent,
  type Credentials,
  DeadlineExceededError,
  END,
  EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  type ReadPosition,
  type ResolvedEvent,
  START,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { uuid5 } from '../../kernel/sidik.js';
import { dalamWaktu } from '../../kernel/tenggat.js';
import type { Tersandi } from './codec.js';
import { Giliran } from './giliran.js';

/** A place in the server's own log. Safe integers: 2^53 bytes of log are never reached. */
export type LetakEsdb = { readonly commit: number; readonly prepare: number };

/** An event as the server keeps it; `bytes` null when it is not the kind that we write, binary and UTF-8. */
export type Rekaman = {
  readonly stream: string;
  readonly rev: number;
  /** What the server compares: see `idRekaman`. */
  readonly id: string;
  readonly type: string;
  readonly bytes: string | null;
  readonly letak: LetakEsdb;
};

/**
 * The server takes an append whose ids stand there already for a repetition, whatever its bytes. Two applications that
 * are given one command write other bytes (their clocks differ), so its ids follow from the bytes: the second is refused.
 */
export const idRekaman = (leaf: string): string => uuid5('', leaf, 0);

/** Another event stands at that revision. What else an append throws, but AksesDitolak, says nothing of whether it was stored. */
export class RevisiLain extends Error {}

/** The server does not let this account do it, and did not: a refusal comes before anything is stored. */
export class AksesDitolak extends Error {
  constructor(override readonly cause: unknown) {
    super('nama atau sandi di EVENT_STORE_URL ditolak, atau akun itu tidak berhak');
  }
}

/** The server gave no answer in time, whatever the client's own deadline says (it ignores some). */
export class TanpaJawaban extends Error {
  constructor(apa: string, ms: number) {
    super(`EventStoreDB tidak menjawab ${apa} dalam ${ms} ms`);
  }
}

/** The connection was given up while an answer came: what had come of it may not be all. */
export class SambunganDiganti extends Error {
  constructor(apa: string) {
    super(`sambungan ke EventStoreDB diganti selama ${apa}`);
  }
}

type Aliran = AsyncIterable<ResolvedEvent> & { destroy(): unknown; cancel(): Promise<void> };
export type Langganan = { readonly berakhir: Promise<Error>; henti(): void };

const HALAMAN = 500; // readAll without a count ran out of memory
const JAWAB_MS = 1_500; // an append
const JAWAB_BACA_MS = 1_200; // a page
/** Hundreds of readings at once each take so long that all of them pass their limit, and the connection is given up. */
const BACA_SEKALIGUS = 16;
/** After so many calls in a row without an answer the connection is given up: a frozen server holds it for 20 s. */
const BISU_TERBANYAK = 2;
const JEDA_SAMBUNG = 25; // ms
const JEDA_SAMBUNG_TERLAMA = 2_000;
const KEEP_ALIVE_MS = 10_000;
/** What the address may say otherwise. A follower's answer may be old, and an append to it takes a way more. */
const OPSI_BAKU = [
  ['nodePreference', 'leader'],
  ['discoveryInterval', '100'],
] as const;
const TIDAK_TERSEDIA = 14; // gRPC's codes: the appends' errors come without a class
const DIBATALKAN = 1;
const DITOLAK: readonly unknown[] = [7, 16]; // permission denied, unauthenticated
const TANPA_NAMA: Credentials = { username: 'amanah', password: 'tidak-diperiksa' };

/**
 * The only place that speaks with the client library, around its faults: credentials on every append (the path without
 * them shares its waiting calls with every client of the process and ignores deadlines), own time limits, pages of 500,
 * appends on a client that does nothing else, and one who looks for a server again while none answers.
 */
export class KlienEsdb {
  private penulis: EventStoreDBClient;
  private pembaca: EventStoreDBClient;
  private bisu = 0;
  private angkatan = 0;
  private penyambungan: Promise<void> | undefined;
  private readonly akhir = Promise.withResolvers<void>();
  private ditutup = false;
  private readonly kredensial: Credentials;
  private readonly bacaan = new Giliran(BACA_SEKALIGUS);

  constructor(private readonly url: string) {
    this.penulis = this.klienBaru();
    this.pembaca = this.klienBaru();
    this.kredensial = kredensialDari(url);
  }

  /** As far as the last calls told; false while a server is looked for. */
  get tersambung(): boolean {
    return this.penyambungan === undefined;
  }

  /** When there is a server to ask, as far as is known; at once but for an outage. */
  async siap(): Promise<void> {
    await this.penyambungan;
  }

  /** Appends onto revision `rev` (-1: a new stream). Gives the place of the last event. Throws RevisiLain or AksesDitolak, or anything else: unknown. */
  async tambah(stream: string, rev: number, events: readonly Tersandi[]): Promise<LetakEsdb> {
    const isi = events.map(({ leaf, bytes, type }) =>
      binaryEvent({ id: idRekaman(leaf), type, data: Buffer.from(bytes) }),
    );
    try {
      const { position } = await this.terjawab('penambahan', JAWAB_MS, () =>
        this.penulis.appendToStream(stream, isi, {
          expectedRevision: rev === -1 ? NO_STREAM : BigInt(rev),
          credentials: this.kredensial,
          deadline: JAWAB_MS,
        }),
      );
      if (position === undefined) throw new Error('jawaban penambahan tanpa letak');
      return letakDari(position.commit, position.prepare);
    } catch (e) {
      if (e instanceof WrongExpectedVersionError) throw new RevisiLain(stream);
      throw e;
    }
  }

  /** The events of a stream from revision `dari` on; empty when there is no such stream. */
  async baca(stream: string, dari = 0): Promise<Rekaman[]> {
    const hasil: Rekaman[] = [];
    for (;;) {
      const halaman = await this.halamanStream(stream, { fromRevision: BigInt(dari + hasil.length) });
      hasil.push(...halaman);
      if (halaman.length < HALAMAN) return hasil;
    }
  }

  /** The last event of a stream. */
  async ujung(stream: string): Promise<Rekaman | undefined> {
    const [akhir] = await this.halamanStream(stream, {
      fromRevision: END,
      direction: BACKWARDS,
      maxCount: 1,
    });
    return akhir;
  }

  /** At most a page of all events, the server's own included, from the one at `dari` on (null: from the first). Only places that an event stood at are known to the server. */
  bacaSemua(dari: LetakEsdb | null): Promise<Rekaman[]> {
    const fromPosition: ReadPosition = dari === null ? START : posisiDari(dari);
    const opsi = { fromPosition, direction: FORWARDS, maxCount: HALAMAN + 1, requiresLeader: true } as const;
    return this.kumpulkan('pembacaan log', () => this.pembaca.readAll(opsi));
  }

  /** The same without the one at `setelah`. */
  async bacaSesudah(setelah: LetakEsdb | null): Promise<Rekaman[]> {
    const events = await this.bacaSemua(setelah);
    return setelah === null ? events : events.filter(({ letak }) => sesudah(letak, setelah));
  }

  /** The newest events, newest first. */
  async bacaUjung(maxCount = HALAMAN): Promise<Rekaman[]> {
    return this.kumpulkan('pembacaan log', () => this.pembaca.readAll(dariUjung(maxCount)));
  }

  /** Calls back for what stands after `setelah`, and what comes, until it ends (it never comes back by itself) or is ended. */
  ikuti(setelah: LetakEsdb | null, terima: (rekaman: Rekaman) => void): Langganan {
    const aliran = this.pembaca.subscribeToAll({
      fromPosition: setelah === null ? START : posisiDari(setelah),
    });
    const { promise, resolve } = Promise.withResolvers<Error>();
    // Each of them may come alone, and an error often without the others.
    aliran.on('error', resolve);
    aliran.on('end', () => resolve(new Error('langganan berakhir')));
    aliran.on('close', () => resolve(new Error('langganan ditutup')));
    aliran.on('data', (satu: ResolvedEvent) => {
      const rekaman = rekamanDari(satu);
      if (rekaman !== null) terima(rekaman);
    });
    const henti = (): void => {
      resolve(new Error('langganan dihentikan'));
      aliran.destroy();
      void aliran.unsubscribe().catch(() => undefined); // of a connection that may be gone
    };
    void promise.then(henti);
    return { berakhir: promise, henti };
  }

  async tutup(): Promise<void> {
    this.ditutup = true;
    this.akhir.resolve();
    await Promise.all([this.penulis.dispose(), this.pembaca.dispose()]); // first, or a search under way waits for its answer
    await this.penyambungan;
  }

  private halamanStream(
    stream: string,
    opsi: Parameters<EventStoreDBClient['readStream']>[1],
  ): Promise<Rekaman[]> {
    return this.kumpulkan(`pembacaan ${stream}`, () =>
      this.pembaca.readStream(stream, { maxCount: HALAMAN, requiresLeader: true, ...opsi }),
    ).catch((e: unknown) => {
      if (e instanceof StreamNotFoundError) return [];
      throw e;
    });
  }

  private kumpulkan(apa: string, buka: () => Aliran): Promise<Rekaman[]> {
    return this.bacaan.dapat(() => this.kumpulkanSegera(apa, buka));
  }

  private kumpulkanSegera(apa: string, buka: () => Aliran): Promise<Rekaman[]> {
    return this.terjawab(apa, JAWAB_BACA_MS, async (lepas) => {
      const { angkatan } = this;
      const aliran = buka();
      lepas(() => {
        aliran.destroy();
        void aliran.cancel().catch(() => undefined);
      });
      const hasil: Rekaman[] = [];
      for await (const satu of aliran) {
        const rekaman = rekamanDari(satu);
        if (rekaman !== null) hasil.push(rekaman);
      }
      // A client that is given up ends its readings as if everything had been read.
      if (angkatan !== this.angkatan || this.ditutup) throw new SambunganDiganti(apa);
      return hasil;
    });
  }

  /** With a time limit of our own; `lepas` takes what is to be let go when it passes. */
  private async terjawab<T>(
    apa: string,
    ms: number,
    kerja: (lepas: (f: () => void) => void) => Promise<T>,
  ): Promise<T> {
    const { angkatan } = this;
    const lepas: (() => void)[] = [];
    try {
      const nilai = await dalamWaktu(
        kerja((f) => lepas.push(f)),
        ms,
        () => {
          throw new TanpaJawaban(apa, ms);
        },
      );
      this.bisu = 0;
      return nilai;
    } catch (e) {
      if (e instanceof TanpaJawaban) for (const f of lepas) f();
      if (angkatan === this.angkatan && this.sambunganPutus(e)) this.sambungLagi();
      throw DITOLAK.includes((e as { code?: unknown }).code) ? new AksesDitolak(e) : e;
    }
  }

  private sambunganPutus(e: unknown): boolean {
    if (e instanceof TanpaJawaban || e instanceof DeadlineExceededError) return ++this.bisu >= BISU_TERBANYAK;
    this.bisu = 0;
    const { code } = e as { code?: unknown };
    return code === TIDAK_TERSEDIA || code === DIBATALKAN;
  }

  /** Gives the connections up, and looks for a server until one answers. One who asks, however many wait. */
  private sambungLagi(): void {
    if (this.ditutup) return;
    this.angkatan++;
    this.bisu = 0;
    this.penyambungan ??= this.carikan().finally(() => {
      this.penyambungan = undefined;
    });
  }

  private async carikan(): Promise<void> {
    for (let percobaan = 0; !this.ditutup; percobaan++) {
      const lama = [this.penulis, this.pembaca];
      this.angkatan++;
      this.penulis = this.klienBaru();
      this.pembaca = this.klienBaru();
      for (const satu of lama) void satu.dispose().catch(() => undefined);
      try {
        // Before all who wait their turn: they wait for this.
        await this.kumpulkanSegera('pembacaan log', () => this.pembaca.readAll(dariUjung(1)));
        return;
      } catch {
        await selama(jedaUlang(percobaan, JEDA_SAMBUNG, JEDA_SAMBUNG_TERLAMA), this.akhir.promise);
      }
    }
  }

  /**
   * gRPC shares its connections, and how long it waits before it tries a dead one again (up to two minutes), among
   * channels of the same options. A keep-alive of some milliseconds more makes it another one, which tries at once.
   */
  private klienBaru(): EventStoreDBClient {
    const [alamat, kueri] = this.url.split('?');
    const opsi = new URLSearchParams(kueri);
    opsi.set('keepAliveTimeout', String(KEEP_ALIVE_MS + (this.angkatan % 10_000)));
    for (const [nama, nilai] of OPSI_BAKU) if (!opsi.has(nama)) opsi.set(nama, nilai);
    return EventStoreDBClient.connectionString(`${alamat}?${opsi}`);
  }
}

const dariUjung = (maxCount: number) =>
  ({ fromPosition: END, direction: BACKWARDS, maxCount, requiresLeader: true }) as const;

const JEDA_AWAL = 10; // ms; then twice as long each time
const JEDA_TERLAMA = 1_000;

/** How long to wait after so many attempts, ms; with jitter, so that those who failed together do not come back together. */
export const jedaUlang = (percobaan: number, awal = JEDA_AWAL, terlama = JEDA_TERLAMA): number =>
  Math.min(awal * 2 ** percobaan, terlama) * (0.5 + Math.random() / 2);

/** Until that has come, at most so many milliseconds. */
export const selama = async (ms: number, janji: Promise<unknown>): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const tenggat = setTimeout(resolve, ms);
  await Promise.race([promise, janji]);
  clearTimeout(tenggat);
};

/** Later in the server's order. */
export const sesudah = (a: LetakEsdb, b: LetakEsdb): boolean =>
  a.commit > b.commit || (a.commit === b.commit && a.prepare > b.prepare);

const posisiDari = ({ commit, prepare }: LetakEsdb): { commit: bigint; prepare: bigint } => ({
  commit: BigInt(commit),
  prepare: BigInt(prepare),
});

const letakDari = (commit: bigint, prepare: bigint): LetakEsdb => {
  const letak = { commit: Number(commit), prepare: Number(prepare) };
  if (!Number.isSafeInteger(letak.commit) || !Number.isSafeInteger(letak.prepare))
    throw new RangeError(`letak ${commit}/${prepare} terlalu besar`);
  return letak;
};

/** Null for a place without an event (a link whose event is gone). */
const rekamanDari = ({ event }: ResolvedEvent): Rekaman | null => {
  if (event === undefined) return null;
  const { streamId, revision, id, type, data, position } = event;
  if (position === undefined) throw new Error(`peristiwa ${id} tanpa letak`);
  // Decoding would put other characters in the place of what is no UTF-8, and hide it.
  const biner = !event.isJson && data instanceof Uint8Array && isUtf8(data);
  const bytes = biner ? Buffer.from(data).toString('utf8') : null;
  const letak = letakDari(position.commit, position.prepare);
  return { stream: streamId, rev: Number(revision), id, type, bytes, letak };
};

/** Those of the address; a server without TLS asks for none, but the call must carry some. */
const kredensialDari = (url: string): Credentials => {
  const [, nama, sandi] = /^[^:]+:\/\/([^:@/]+):([^@/]*)@/.exec(url) ?? [];
  if (nama === undefined || sandi === undefined) return TANPA_NAMA;
  return { username: decodeURIComponent(nama), password: decodeURIComponent(sandi) };
};
