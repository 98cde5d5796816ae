import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, copyFileSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { berkasLog } from '../src/infra/event-store/berkas-log.js';
import { jawabanAnak } from './proses.js';

type BarisLog = [pos: number, sid: number, rev: number, bytes: string, leaf: Uint8Array];

const KOLOM = 'pos, sid, rev, bytes, leaf';
const SETIAP = 64; // rows a transaction: as many as there are callers

/** The rows that the real log holds from `dari` on, to be written once more by the bare loop. */
const barisSejak = (folder: string, dari: number): BarisLog[] => {
  const db = new DatabaseSync(berkasLog(folder), { readOnly: true });
  const pilih = db.prepare(`SELECT ${KOLOM} FROM events WHERE pos >= ? ORDER BY pos`);
  pilih.setReturnArrays(true);
  const baris = pilih.all(dari) as unknown as BarisLog[];
  db.close();
  return baris;
};

/** A copy that is on the disk when it returns: written back later, a gigabyte would be waited for on the clock of either side. */
const salinSampaiDisk = (dari: string, ke: string): void => {
  copyFileSync(dari, ke);
  const berkas = openSync(ke, 'r+');
  fsyncSync(berkas);
  closeSync(berkas);
};

/** A bare loop over a copy of the same log (so the same tables, indexes and depth), with the same pragmas. */
class PenulisPolos {
  private readonly berkas: string;
  private readonly db: DatabaseSync;
  private readonly sisip: StatementSync;

  constructor(private readonly folder: string) {
    this.berkas = `${berkasLog(folder)}.polos`;
    salinSampaiDisk(berkasLog(folder), this.berkas);
    this.db = new DatabaseSync(this.berkas);
    this.db.exec('PRAGMA cache_size = -32768; PRAGMA journal_mode = WAL');
    this.db.exec('PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000');
    this.sisip = this.db.prepare(`INSERT INTO events (${KOLOM}) VALUES (?, ?, ?, ?, ?)`);
  }

  tulisSejak(dari: number): Ditulis {
    const baris = barisSejak(this.folder, dari);
    const mulai = performance.now();
    for (let i = 0; i < baris.length; i += SETIAP) {
      this.db.exec('BEGIN IMMEDIATE');
      for (const b of baris.slice(i, i + SETIAP)) this.sisip.run(...(b as SQLInputValue[]));
      this.db.exec('COMMIT');
    }
    return { jumlah: baris.length, perDetik: (baris.length * 1_000) / (performance.now() - mulai) };
  }

  tutup(): void {
    this.db.close();
    for (const akhiran of ['', '-wal', '-shm']) rmSync(this.berkas + akhiran, { force: true });
  }
}

type Ditulis = { readonly jumlah: number; readonly perDetik: number };

/**
 * What node:sqlite does at best with the same rows: prepared inserts in transactions of 64 and nothing else. In a process
 * of its own: the rows it holds would be copied by the collector of the process that is measured, and on its clock.
 */
export class PolosSqlite {
  private constructor(private readonly anak: ChildProcess) {}

  /** Over a copy of a log that no one has open. */
  static async salinan(folder: string): Promise<PolosSqlite> {
    const anak = fork(__filename, [folder]);
    await jawabanAnak(anak);
    return new PolosSqlite(anak);
  }

  /** Writes what the log holds from `dari` on; how many rows those were, and rows per second. */
  async tulisSejak(dari: number): Promise<Ditulis> {
    const jawaban = jawabanAnak(this.anak);
    this.anak.send(dari);
    return (await jawaban) as Ditulis;
  }

  async tutup(): Promise<void> {
    const keluar = once(this.anak, 'exit');
    this.anak.disconnect();
    await keluar;
  }
}

const jalan = (folder: string): void => {
  const penulis = new PenulisPolos(folder);
  process.on('message', (dari: number) => process.send?.(penulis.tulisSejak(dari)));
  process.once('disconnect', () => penulis.tutup());
  process.send?.('siap');
};

const [, utama, folder] = process.argv;
if (utama === __filename && folder !== undefined) jalan(folder);
