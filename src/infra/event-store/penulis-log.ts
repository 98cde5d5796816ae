import type { DatabaseSync } from 'node:sqlite';
import type { Frontier } from '../integrity/merkle.js';
import { BLOK, bacaFrontier, barisLarik, kodeSqlite, TINGKAT_BLOK } from './berkas-log.js';

/**
 * One row to store. `streamBaru`: the name of its stream, where this is the first event of it; `leaf` in hex. A tuple of
 * plain values, since it may go to another thread: names of fields would be copied with every row.
 */
export type BarisBaru = readonly [
  sid: number,
  streamBaru: string | null,
  rev: number,
  at: string,
  bytes: string,
  leaf: string,
];

/** Position of a stored group's first row. */
export type Tersimpan = { readonly posisi: number };
/** What became of a transaction that failed: certainly not stored, or nobody can tell before the file is opened again. */
export type Gagal = { readonly galat: unknown; readonly kode: number; readonly pasti: boolean };

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

  /** Stores the rows durably, at the next positions in their order. */
  simpan(baris: readonly BarisBaru[]): Tersimpan | Gagal {
    const posisi = this.frontier.ukuran;
    if (baris.length === 0) return { posisi };
    let mengesahkan = false;
    const frontier = this.frontier.salin();
    try {
      this.sql.mulai.run();
      let { blok } = this;
      for (const satu of baris) blok = this.sisipkan(satu, frontier, blok);
      this.sql.akar.run(frontier.ukuran, frontier.akar(), frontier.toBytes());
      mengesahkan = true;
      this.sql.sahkan.run();
      this.frontier = frontier;
      this.blok = blok;
      return { posisi };
    } catch (galat) {
      this.batalkan();
      return { galat, kode: kodeSqlite(galat), pasti: !mengesahkan };
    }
  }

  private sisipkan([sid, streamBaru, rev, at, bytes, hex]: BarisBaru, frontier: Frontier, blok: Blok): Blok {
    const posisi = frontier.ukuran;
    const leaf = Buffer.from(hex, 'hex');
    if (streamBaru !== null) this.sql.stream.run(sid, streamBaru);
    this.sql.event.run(posisi, sid, rev, bytes, leaf);
    const kini = this.catatWaktu(blok, Math.floor(posisi / BLOK), at);
    frontier.tambah(leaf, (tingkat, simpul) => {
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
