import { constants, getPriority, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { bukaLog } from '../../infra/event-store/buka-log.js';
import { bukaViews } from '../../infra/view-store/buka-views.js';
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

const data = workerData as DataPekerja;
const lapor = (lapor: string): void => kirim({ lapor });

/** Gives the way to end it. What cannot be opened ends the thread. */
const mulai = async (): Promise<{ runner: Runner; berhenti: () => Promise<void> }> => {
  const store = await bukaLog(data, { bacaSaja: true, boleh: async () => false, lapor });
  const { views, sewa } = await bukaViews(data, lapor);
  const runner = new Runner(store, views, DAFTAR_TAMPILAN, {
    kabar: (kabar) => kirim({ kabar }),
    lapor,
    sewa,
  });
  runner.jalan();
  const berhenti = async (): Promise<void> => {
    await runner.berhenti();
    await views.close();
    await store.close();
  };
  return { runner, berhenti };
};

const dimulai = mulai();
parentPort?.on('message', async (pesan: PesanUntukPekerja) => {
  const { runner, berhenti } = await dimulai;
  if (!('berhenti' in pesan)) return runner.bangunkan();
  await berhenti();
  parentPort?.close();
});
