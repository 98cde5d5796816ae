import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { AKAR } from '../src/akar.js';
import { SqliteEventStore } from '../src/infra/event-store/sqlite.event-store.js';
import { SqliteViewStore } from '../src/infra/view-store/sqlite.view-store.js';
import { DAFTAR_TAMPILAN } from '../src/projections/runtime/daftar-tampilan.js';
import { Runner } from '../src/projections/runtime/runner.js';
import { type Dinas, dinas, isiLog } from './kota.js';
import { jawabanAnak } from './proses.js';
import { kabar } from './tolok.js';

/** Each department brings 500 events: its Renstra, four done quarters, and the running one. */
const DINAS = { '10^6': 2_000, '10^5': 200 } as const;
export type Ukuran = keyof typeof DINAS;
export type Log = { readonly folder: string; readonly dinas: readonly Dinas[] };

const TMPFS = 0x01021994; // linux/magic.h: there an fsync costs nothing, and every figure would flatter both sides

/** The generated logs of one run, each made once, when first asked for; all in one folder that goes away at the end. */
export class Logs {
  private readonly akar = mkdtempSync(
    join(statfsSync(tmpdir()).type === TMPFS ? AKAR : tmpdir(), 'amanah-tolok-ukur-'),
  );
  private readonly ada = new Map<Ukuran, Promise<Log>>();
  /** The log of 10^5 stands in EVENT_STORE_URL too. */
  sudahDiKluster = false;

  /** `denganTampilan`: as a folder is on a working day, with views that have read the log. */
  async untuk(ukuran: Ukuran, { denganTampilan = false } = {}): Promise<Log> {
    const pending = this.ada.get(ukuran) ?? this.buat(ukuran);
    this.ada.set(ukuran, pending);
    const log = await pending;
    if (denganTampilan) await kejarTampilan(log);
    return log;
  }

  hapus(): void {
    rmSync(this.akar, { recursive: true, force: true });
  }

  private async buat(ukuran: Ukuran): Promise<Log> {
    const mulai = performance.now();
    const folder = join(this.akar, ukuran.replace('^', '-'));
    mkdirSync(folder);
    const total = await isiDiProsesLain(folder, ukuran);
    const detik = ((performance.now() - mulai) / 1_000).toFixed(1);
    kabar(`log contoh: ${total.toLocaleString('id-ID')} peristiwa dalam ${detik} detik`);
    return { folder, dinas: dinas(DINAS[ukuran]) };
  }
}

/**
 * In a process of its own: a million events of every kind would leave the one that is measured with their garbage, and
 * with code that the compiler made for them.
 */
const isiDiProsesLain = async (folder: string, ukuran: Ukuran): Promise<number> => {
  const anak = fork(__filename, [folder, ukuran]);
  const total = (await jawabanAnak(anak)) as number;
  await once(anak, 'exit');
  return total;
};

const isiDiSini = async (folder: string, ukuran: Ukuran): Promise<void> => {
  const store = SqliteEventStore.open(folder);
  const total = await isiLog(store, dinas(DINAS[ukuran]));
  await store.close();
  process.send?.(total);
  process.disconnect();
};

const kejarTampilan = async ({ folder }: Log): Promise<void> => {
  const store = SqliteEventStore.open(folder, { bacaSaja: true });
  const views = SqliteViewStore.open(folder);
  await new Runner(store, views, DAFTAR_TAMPILAN).kejar();
  await views.close();
  await store.close();
};

const [, utama, folder, ukuran] = process.argv;
if (utama === __filename && folder !== undefined) void isiDiSini(folder, ukuran as Ukuran);
