import { copyFileSync, rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { berkasLog } from '../src/infra/event-store/berkas-log.js';

export type BarisLog = [pos: number, sid: number, rev: number, bytes: string, leaf: Uint8Array];

const KOLOM = 'pos, sid, rev, bytes, leaf';
const SETIAP = 64; // rows a transaction: as many as there are callers

/** The rows that the real log holds from `dari` on, to be written once more by the bare loop. */
export const barisSejak = (folder: string, dari: number): BarisLog[] => {
  const db = new DatabaseSync(berkasLog(folder), { readOnly: true });
  const pilih = db.prepare(`SELECT ${KOLOM} FROM events WHERE pos >= ? ORDER BY pos`);
  pilih.setReturnArrays(true);
  const baris = pilih.all(dari) as unknown as BarisLog[];
  db.close();
  return baris;
};

/**
 * What node:sqlite does at best with the same rows: a copy of the same log (so the same tables, indexes and depth), the
 * same pragmas, nothing but prepared inserts in transactions of 64.
 */
export class PolosSqlite {
  private readonly db: DatabaseSync;
  private readonly sisip: StatementSync;

  private constructor(private readonly berkas: string) {
    this.db = new DatabaseSync(berkas);
    this.db.exec('PRAGMA cache_size = -32768; PRAGMA journal_mode = WAL');
    this.db.exec('PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000');
    this.sisip = this.db.prepare(`INSERT INTO events (${KOLOM}) VALUES (?, ?, ?, ?, ?)`);
  }

  /** Over a copy of a log that no one has open. */
  static salinan(folder: string): PolosSqlite {
    const berkas = `${berkasLog(folder)}.polos`;
    copyFileSync(berkasLog(folder), berkas);
    return new PolosSqlite(berkas);
  }

  /** Rows per second. */
  tulis(baris: readonly BarisLog[]): number {
    const mulai = performance.now();
    for (let i = 0; i < baris.length; i += SETIAP) {
      this.db.exec('BEGIN IMMEDIATE');
      for (const b of baris.slice(i, i + SETIAP)) this.sisip.run(...(b as SQLInputValue[]));
      this.db.exec('COMMIT');
    }
    return (baris.length * 1_000) / (performance.now() - mulai);
  }

  tutup(): void {
    this.db.close();
    for (const akhiran of ['', '-wal', '-shm']) rmSync(this.berkas + akhiran, { force: true });
  }
}
