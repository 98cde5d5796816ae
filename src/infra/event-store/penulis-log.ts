import type { DatabaseSync } from 'node:sqlite';
import type { Frontier } from '../integrity/merkle.js';
import { BLOK, bacaFrontier, barisLarik, kodeSqlite, TINGKAT_BLOK } from './berkas-log.js';

/** One row to store. `streamBaru`: the name of its stream, where this is the first event of it; `leaf` in hex. */
export type BarisBaru = {
  readonly sid: number;
  readonly streamBaru: string | null;
  readonly rev: number;
  readonly at: string;
  readonly bytes: string;
  readonly leaf: string;
};
/** The rows of a group, column by column: to another thread a row of its own would cost as much as what is in it. */
export type Lajur = { readonly [K in keyof BarisBaru]: BarisBaru[K][] };

export const lajurKosong = (): Lajur => ({ sid: [], streamBaru: [], rev: [], at: [], bytes: [], leaf: [] });

export const tambahBaris = (lajur: Lajur, baris: BarisBaru): void => {
  lajur.sid.push(baris.sid);
  lajur.streamBaru.push(baris.streamBaru);
  lajur.rev.push(baris.rev);
  lajur.at.push(baris.at);
  lajur.bytes.push(baris.bytes);
  lajur.leaf.push(baris.leaf);
};

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
  simpan(lajur: Lajur): Tersimpan | Gagal {
    const posisi = this.frontier.ukuran;
    if (lajur.sid.length === 0) return { posisi };
    let mengesahkan = false;
    const frontier = this.frontier.salin();
    try {
      this.sql.mulai.run();
      const blok = this.sisipkan(lajur, frontier);
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

  private sisipkan({ sid, streamBaru, rev, at, bytes, leaf }: Lajur, frontier: Frontier): Blok {
    let { blok } = this;
    for (const [i, satuSid] of sid.entries()) {
      const posisi = frontier.ukuran;
      const daun = Buffer.from(leaf[i] as string, 'hex');
      const nama = streamBaru[i] as string | null;
      if (nama !== null) this.sql.stream.run(satuSid, nama);
      this.sql.event.run(posisi, satuSid, rev[i] as number, bytes[i] as string, daun);
      blok = this.catatWaktu(blok, Math.floor(posisi / BLOK), at[i] as string);
      frontier.tambah(daun, (tingkat, simpul) => {
        if (tingkat === TINGKAT_BLOK) this.sql.blokSimpul.run(simpul, blok.nomor);
      });
    }
    return blok;
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
