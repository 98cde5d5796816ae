import { constants, getPriority, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { SqliteEventStore } from '../../infra/event-store/sqlite.event-store.js';
import { SqliteViewStore } from '../../infra/view-store/sqlite.view-store.js';
import { DAFTAR_TAMPILAN } from './daftar-tampilan.js';
import type { DataPekerja, PesanDariPekerja, PesanUntukPekerja } from './penggerak.js';
import { Runner } from './runner.js';

/** The views off the main thread. An error that nobody catches ends the thread; the main thread starts another. */
const kirim = (pesan: PesanDariPekerja): void => parentPort?.postMessage(pesan);

/**
 * Whoever waits for a commit goes first (docs/adr/0014). On Linux 0 is the thread that asks; elsewhere it would be the
 * process. Counted from where the program stands, since nobody may go back up; and only a wish, so refusal ends nothing.
 */
const beriJalan = (): void => {
  if (process.platform !== 'linux') return;
  const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;
  try {
    setPriority(0, Math.min(getPriority(0) + PRIORITY_BELOW_NORMAL, PRIORITY_LOW));
  } catch (e) {
    kirim({ lapor: `tampilan berjalan tanpa memberi jalan: ${String(e)}` });
  }
};
beriJalan();

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
