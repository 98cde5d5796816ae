import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { SqliteEventStore } from '../../infra/event-store/sqlite.event-store.js';
import { SqliteViewStore } from '../../infra/view-store/sqlite.view-store.js';
import { DAFTAR_TAMPILAN } from './daftar-tampilan.js';
import type { DataPekerja, PesanDariPekerja, PesanUntukPekerja } from './penggerak.js';
import { Runner } from './runner.js';

/** The views off the main thread. An error that nobody catches ends the thread; the main thread starts another. */
const kirim = (pesan: PesanDariPekerja): void => parentPort?.postMessage(pesan);

// Whoever waits for a commit goes first (docs/adr/0014). On Linux 0 is the thread that asks; elsewhere it would be the process.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);

const { folder } = workerData as DataPekerja;
const store = SqliteEventStore.open(folder, { bacaSaja: true });
const views = SqliteViewStore.open(folder);
const runner = new Runner(store, views, DAFTAR_TAMPILAN, {
  kabar: (kabar) => kirim({ kabar }),
  lapor: (lapor) => kirim({ lapor }),
});

const berhenti = async (): Promise<void> => {
  await runner.berhenti();
  await views.close();
  await store.close();
  parentPort?.close();
};

parentPort?.on('message', (pesan: PesanUntukPekerja) => {
  if ('berhenti' in pesan) void berhenti();
  else runner.bangunkan();
});
runner.jalan();
