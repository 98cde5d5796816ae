import type { DatabaseSync } from 'node:sqlite';
import type { Frontier } from '../integrity/merkle.js';
import { BLOK, bacaFrontier, barisLarik, TINGKAT_BLOK } from './berkas-log.js';
import type { Tersandi } from './codec.js';

/** One row to store. `streamBaru`: the name of its stream, where this is the first event of it. */
export type BarisBaru = {
  readonly sid: number;
  readonly streamBaru: string | null;
  readonly rev: number;
  readonly at: string;
  readonly event: Tersandi;
};

/** What became of a transaction that failed: certainly not stored, or nobody can tell before the file is opened again. */
export type Gagal = { readonly galat: unknown; readonly pasti: boolean };

type Blok = { readonly nomor: number; readonly awal: string };

const siapkan = (db: DatabaseSync) => ({
  mulai: db.prepare('BEGIN IMMEDIATE'),
  sahkan: db.prepare('COMMIT'),
  batalkan: db.prepare('ROLLBACK'),
  stream: db.prepare('INSERT INTO streams VALUES (?, ?)'),
  event: db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?)'),
  akar: db.prepare('UPDATE akar SET ukuran = ?, akar = ?, frontier = ?'),
  blokBaru: db.prepare('INSERT INTO blok VALUES (?, ?, NULL)'),
  blokAwal: db.prepare('UPDATE blok SET awal = ? WHERE nomor = ?'),
  blokSimpul: db.prepare('UPDATE blok SET simpul = ? WHERE nomor = ?'),
});

/** The one writer: gives positions, keeps the tree's frontier, and writes a group as one transaction. */
export class PenulisLog {
  private readonly sql: ReturnType<typeof siapkan>;
  private frontier: Frontier;
  private blok: Blok;

  constructor(private readonly db: DatabaseSync) {
    this.sql = siapkan(db);
    this.frontier = bacaFrontier(db);
    const blok = barisLarik(db, 'SELECT nomor, awal FROM blok ORDER BY nomor DESC LIMIT 1').get();
    const [nomor, awal] = (blok ?? [-1, '']) as unknown as [number, string];
    this.blok = { nomor, awal };
  }

  /** Number of stored events: the position of the next one. */
  get ukuran(): number {
    return this.frontier.ukuran;
  }

  /** Stores the rows durably, at the next positions in their order; undefined when that is done. */
  simpan(baris: readonly BarisBaru[]): Gagal | undefined {
    let mengesahkan = false;
    const frontier = this.frontier.salin();
    try {
      this.sql.mulai.run();
      const blok = baris.reduce((b, r) => this.sisipkan(r, frontier, b), this.blok);
      this.sql.akar.run(frontier.ukuran, frontier.akar(), frontier.toBytes());
      mengesahkan = true;
      this.sql.sahkan.run();
      this.frontier = frontier;
      this.blok = blok;
      return undefined;
    } catch (galat) {
      this.batalkan();
      return { galat, pasti: !mengesahkan };
    }
  }

  private sisipkan({ sid, streamBaru, rev, at, event }: BarisBaru, frontier: Frontier, blok: Blok): Blok {
    const posisi = frontier.ukuran;
    if (streamBaru !== null) this.sql.stream.run(sid, streamBaru);
    this.sql.event.run(posisi, sid, rev, event.bytes, event.leaf);
    const kini = this.catatWaktu(blok, Math.floor(posisi / BLOK), at);
    frontier.tambah(event.leaf, (tingkat, simpul) => {
      if (tingkat === TINGKAT_BLOK) this.sql.blokSimpul.run(simpul, kini.nomor);
    });
    return kini;
  }

  /** The earliest time of a block is touched only when it changes: once a block, unless the clock went back. */
  private catatWaktu(blok: Blok, nomor: number, at: string): Blok {
    if (blok.nomor === nomor && blok.awal <= at) return blok;
    if (blok.nomor === nomor) this.sql.blokAwal.run(at, nomor);
    else this.sql.blokBaru.run(nomor, at);
    return { nomor, awal: at };
  }

  private batalkan(): void {
    try {
      if (this.db.isTransaction) this.sql.batalkan.run();
    } catch {
      // the first error is the one to tell; an open transaction ends with the process
    }
  }
}
