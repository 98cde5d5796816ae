import { join } from 'node:path';
import type { Arsip } from '../kernel/arsip.js';
import { Clock } from '../kernel/event-store.js';
import { SEWA_BEBAS, type Sewa } from '../kernel/sewa.js';
import type { ViewStore } from '../kernel/view-store.js';
import { DAFTAR_TAMPILAN } from '../projections/runtime/daftar-tampilan.js';
import { Pemantau } from '../projections/runtime/pemantau.js';
import { penjagaImpor } from '../reporting/impor/impor.penjaga.js';
import { BasisArsip } from './arsip/basis.arsip.js';
import { FolderArsip } from './arsip/folder.arsip.js';
import { bukaLog, type Log } from './event-store/buka-log.js';
import { BERKAS_PENULIS } from './event-store/penulis.js';
import { type BasisIdentitas, bukaBasisIdentitas } from './identity/basis-identitas.js';
import { type KunciInduk, siapkanKunciInduk } from './identity/kunci-induk.js';
import { LogKeamanan } from './identity/log-keamanan.js';
import type { KonfigurasiAmanah } from './konfigurasi/konfigurasi.js';
import { ExecutorTerlacak } from './telemetry/executor-terlacak.js';
import { ExecutorTerukur } from './telemetry/executor-terukur.js';
import type { Pelacak } from './telemetry/pelacak.js';
import { bukaViews } from './view-store/buka-views.js';

/** The lease of whoever gives the numbers; no view is called so. */
const SEQUENCER = '#sequencer';
const FOLDER_ARSIP = 'arsip'; // in the data folder
const SELANG_CATATAN = 60_000; // ms; an older log is told from the one that was served to within this

export class JamSistem extends Clock {
  now(): Date {
    return new Date();
  }
}

/** Everything that stands behind the edges, over one data folder (and the view database, where there is one). */
export type Rakitan = {
  readonly konfigurasi: KonfigurasiAmanah;
  readonly store: Log;
  readonly views: ViewStore;
  readonly executor: ExecutorTerukur;
  readonly pemantau: Pemantau;
  readonly clock: Clock;
  readonly identitas: BasisIdentitas;
  readonly keamanan: LogKeamanan;
  readonly kunciInduk: KunciInduk;
  readonly arsip: Arsip;
  /** Why the log takes no more events; undefined while it does. */
  readonly rusak: () => Error | undefined;
  /**
   * The views' work first, since it reads the log; then the log, which stores what still waits; their database last, since
   * the leases are given back there. On a cluster each gives up in time on what does not answer, and reports it.
   */
  readonly tutup: () => Promise<void>;
};

/**
 * Puts them together over an existing folder, with the one writer's lock. Errors: LogTerkunci when another process
 * holds it, TokoTidakTersedia or SQLite's own when a file cannot be used. `lapor` hears of trouble in the views,
 * `pelacak` of commands.
 */
export const rakit = async (
  konfigurasi: KonfigurasiAmanah,
  lapor?: (pesan: string) => void,
  pelacak?: Pelacak,
): Promise<Rakitan> => {
  const { data: folder, basisData, eventStore } = konfigurasi;
  const clock = new JamSistem();
  const tempat = { folder, basisData, eventStore };
  let sewaNomor: Sewa = SEWA_BEBAS;
  const boleh = (): Promise<boolean> => sewaNomor.pegang(SEQUENCER);
  const lepas = (): Promise<void> =>
    sewaNomor
      .lepas(SEQUENCER)
      .catch((e: unknown) => lapor?.(`sewa penomoran tidak dilepas, dan berakhir sendiri: ${String(e)}`));
  const opsiLog = { pekerja: BERKAS_PENULIS, boleh, lepas, ...(lapor && { lapor }) };
  const store = await bukaLog(tempat, opsiLog);
  let rusak: Error | undefined;
  store.onRusak((sebab) => {
    rusak = sebab;
  });
  let identitas: BasisIdentitas | undefined;
  try {
    const milik = await bukaBasisIdentitas(tempat, lapor);
    identitas = milik;
    const kunciInduk = await siapkanKunciInduk(folder, milik, konfigurasi.identitas.kunciInduk);
    const keamanan = new LogKeamanan(milik, clock);
    const arsip = milik.bersama ? new BasisArsip(milik) : new FolderArsip(join(folder, FOLDER_ARSIP));
    const { views, sewa } = await bukaViews(tempat, lapor);
    sewaNomor = sewa;
    const [daftar, opsi] = [DAFTAR_TAMPILAN, { ...tempat, sewa, ...(lapor && { lapor }) }];
    const pemantau = Pemantau.mulai({ store, views, daftar, ...opsi });
    const mencatat = setInterval(() => {
      store
        .catatTerlayani()
        .catch((e: unknown) => lapor?.(`catatan ukuran log tidak tersimpan: ${String(e)}`));
    }, SELANG_CATATAN);
    const tutup = async (): Promise<void> => {
      clearInterval(mencatat);
      await pemantau.berhenti();
      await store.close().finally(() => Promise.all([views.close(), milik.tutup()]));
    };
    pelacak?.amati({ store, pemantau });
    // An import is one transaction at a desk: nobody ever sees it half-way there.
    const bahan = [store, clock, undefined, store.atomik ? undefined : penjagaImpor] as const;
    const executor = pelacak ? new ExecutorTerlacak(pelacak, ...bahan) : new ExecutorTerukur(...bahan);
    const luar = { identitas: milik, keamanan, kunciInduk, arsip };
    return { konfigurasi, store, views, executor, pemantau, clock, ...luar, rusak: () => rusak, tutup };
  } catch (e) {
    await identitas?.tutup();
    await store.close();
    throw e;
  }
};
