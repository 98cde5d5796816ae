import { Metadata, type ServerErrorResponse, type StatusObject, status } from '@grpc/grpc-js';
import type { Gangguan } from './gangguan.js';
import type { LogTiruan } from './log-tiruan.js';
import type { Saluran } from './saluran.js';

/** What a test may count afterwards. */
export class Statistik {
  tambah = 0; // appends asked for
  tersimpan = 0; // appends that put events into the log
  diulang = 0; // appends answered as already stored
  versiSalah = 0;
  jawabanHilang = 0;
  baca = 0;
  langganan = 0;
  putus = 0; // reads and subscriptions cut in mid-stream
  gandaan = 0; // events sent twice
  bukanPemimpin = 0;
  belumSiap = 0;
  padam = 0;
  pergantian = 0; // of the leader
}

/** One member as its handlers see it. */
export type Simpul = {
  readonly log: LogTiruan;
  readonly gangguan: Gangguan;
  readonly saluran: Saluran;
  readonly statistik: Statistik;
  readonly selesai: AbortSignal; // the stand-in is being closed
  readonly langganan: Set<(galat: Galat) => void>; // ends a running subscription
  /** Why this member does not take the call now. */
  menolak(metadata: Metadata, menulis: boolean): Galat | null;
};

export type Galat = Partial<StatusObject>;

const pengenal = (isi: Record<string, string>): Metadata => {
  const metadata = new Metadata();
  for (const [kunci, nilai] of Object.entries(isi)) metadata.set(kunci, nilai);
  return metadata;
};

// Codes, texts and trailers: EventStoreDB's RpcExceptions; the client tells errors apart by `exception`.
export const belumSiap: Galat = { code: status.UNAVAILABLE, details: 'Server Is Not Ready' };

export const bukanPemimpin = (host: string, port: number): Galat => ({
  code: status.NOT_FOUND,
  details: 'Leader info available',
  metadata: pengenal({
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  }),
});

export const MAKS_TAMBAHAN = 1024 * 1024;

export const terlaluBesar: Galat = {
  code: status.INVALID_ARGUMENT,
  details: `Maximum Append Size of ${MAKS_TAMBAHAN} Exceeded.`,
  metadata: pengenal({
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(MAKS_TAMBAHAN),
  }),
};

/** A position at which no record begins: the server does not look for the nearest one. */
export const posisiSalah: Galat = { code: status.UNKNOWN, details: 'Unexpected ReadAllResult: Error' };

/** Fails a streaming call: grpc-js takes the status from the error event. */
export const gagalkan = (
  call: { emit(nama: 'error', galat: ServerErrorResponse): boolean },
  galat: Galat,
): void => {
  const { code = status.UNKNOWN, details = '', metadata = new Metadata() } = galat;
  call.emit('error', Object.assign(new Error(details), { code, details, metadata }));
};
