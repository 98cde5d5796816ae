import { bukaLog, type Log } from '../infra/event-store/buka-log.js';
import { bukaViews } from '../infra/view-store/buka-views.js';
import { kunci } from '../kernel/kunci.js';
import { Penolakan, tolak } from '../kernel/penolakan.js';
import type { ViewStore } from '../kernel/view-store.js';
import { opd } from '../planning/opd/opd.decider.js';
import { pemda, type Zona } from '../planning/pemda/pemda.decider.js';
import { DAFTAR_TAMPILAN } from '../projections/runtime/daftar-tampilan.js';
import { Runner } from '../projections/runtime/runner.js';
import { tempatData } from './pilihan.js';

export type Terbuka = {
  readonly store: Log;
  readonly views: ViewStore;
  readonly runner: Runner;
};

/**
 * Opens log and views beside whoever writes them, for as long as `kerja` runs. The log is only read; views are brought
 * up to date by compare-and-set. Throws TokoTidakTersedia when there is no log.
 */
export const denganBacaan = async <T>(kerja: (t: Terbuka) => Promise<T>): Promise<T> => {
  const tempat = tempatData();
  const lapor = (pesan: string): void => void process.stderr.write(`${pesan}\n`);
  const store = await bukaLog(tempat, { bacaSaja: true, tersusul: true, lapor });
  try {
    const { views } = await bukaViews(tempat, lapor);
    const runner = new Runner(store, views, DAFTAR_TAMPILAN, { lapor });
    try {
      return await kerja({ store, views, runner });
    } finally {
      await runner.berhenti();
      await views.close();
    }
  } finally {
    await store.close();
  }
};

/** Brings one view to where the log ends. Refuses with TAMPILAN_BERHENTI when it stays behind. */
export const segarkan = async ({ store, runner }: Terbuka, nama: string): Promise<void> => {
  const ujung = await store.posisi();
  const [keadaan] = await runner.kejar(nama);
  if (keadaan !== undefined && keadaan.hidup.posisi >= ujung) return;
  const sebab = keadaan?.sebab?.pesan;
  throw new Penolakan('TAMPILAN_BERHENTI', { tampilan: nama, ...(sebab === undefined ? {} : { sebab }) });
};

/** The zone of a pemda; refuses with TIDAK_DITEMUKAN a pemda or OPD that is not registered. */
export const wajibTerdaftar = async (
  { store }: Terbuka,
  k: { readonly pemda: string; readonly opd: string },
): Promise<Zona> => {
  const { events } = await store.read(`${opd.kategori}-${kunci.opd(k.pemda, k.opd)}`);
  const p = await store.read(`${pemda.kategori}-${k.pemda}`);
  const daftar = p.events.find((e) => e.type === 'PemdaDidaftarkan')?.data as { zona: Zona } | undefined;
  return events.length === 0 || daftar === undefined ? tolak('TIDAK_DITEMUKAN', { ...k }) : daftar.zona;
};
