import type { EventStore } from '../../kernel/event-store.js';
import type { UkuranKelompok } from './pengelompok.js';
import type { BolehMenomori } from './sequencer.js';
import { SqliteEventStore } from './sqlite.event-store.js';
import type { UkuranAkar } from './terlayani.js';

/** Where the log is: in EventStoreDB where there is an address of one, else in the data folder. */
export type TempatLog = {
  readonly folder: string;
  readonly eventStore?: string | undefined;
  readonly basisData?: string | undefined;
};

/** How the numbering of a cluster's log goes. */
export type KabarPenomoran = {
  /** Bytes of the server's log between the last event seen there and the last one numbered. */
  readonly tertinggal: number;
  /** Streams with an append whose outcome is not known yet. */
  readonly belumPasti: number;
  /** Why the numbering does not go on; undefined while it does. */
  readonly sebab: string | undefined;
};

/** A log of either size, with what whoever operates it asks besides its promises. */
export type Log = EventStore & {
  /** Calls of append that are not answered yet. */
  readonly antre: number;
  onKelompok(pengukur: (kelompok: UkuranKelompok) => void): void;
  /** Whether appends have a chance now; where the log is in this process, as long as it is open. */
  readonly menerima: boolean;
  /** Calls back when the log takes no more events for good: the process should end. */
  onRusak(listener: (sebab: Error) => void): () => void;
  /** Size and root (hex) of the tree over everything that has a position. */
  akar(): Promise<UkuranAkar>;
  /** Null where positions are given with the commit. */
  penomoran(): Promise<KabarPenomoran | null>;
  /** Notes how far the log was served, so that an older one in its place is known by it. */
  catatTerlayani(): Promise<void>;
};

export type OpsiLog = {
  readonly bacaSaja?: boolean;
  /** The file of the writer's thread (SQLite). */
  readonly pekerja?: string | null;
  /** Whether this process gives the numbers (EventStoreDB); always, unless told. */
  readonly boleh?: BolehMenomori;
  /** Told when this process gives no more numbers. */
  readonly lepas?: () => Promise<void>;
  /** Comes back only when everything stored has its position. */
  readonly tersusul?: boolean;
  readonly lapor?: (pesan: string) => void;
};

/** Errors: LogTerkunci, LogMundur, TokoTidakTersedia, PeristiwaAsing, NomorTidakCocok; SQLite's own and the clients'. */
export const bukaLog = async (tempat: TempatLog, opsi: OpsiLog = {}): Promise<Log> => {
  const { folder, eventStore } = tempat;
  const { bacaSaja = false, pekerja = null } = opsi;
  if (eventStore === undefined) return SqliteEventStore.open(folder, { bacaSaja, pekerja });
  const { bukaEsdb } = await import('./buka-esdb.js'); // the clients are loaded only where they are used
  return bukaEsdb({ ...tempat, eventStore }, opsi);
};
