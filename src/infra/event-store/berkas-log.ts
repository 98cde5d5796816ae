import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { TokoTidakTersedia } from '../../kernel/event-store.js';
import { Frontier, leafHash, subpohon } from '../integrity/merkle.js';

/** Positions in one block: its earliest time answers posisiPada, the root over its leaves tells a fault's neighbourhood. */
export const BLOK = 1_024;
export const TINGKAT_BLOK = Math.log2(BLOK);

const BENTUK = 1;
const TANDA = 0x416d4c67; // 'AmLg', so that no other program's file is taken for a log

// bytes is TEXT: read back as a string at once, where a BLOB costs a Uint8Array and a decoding (measured: 1.3 times a read).
const SKEMA = `
  CREATE TABLE streams (sid INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE events (
    pos INTEGER PRIMARY KEY, sid INTEGER NOT NULL, rev INTEGER NOT NULL,
    bytes TEXT NOT NULL, leaf BLOB NOT NULL, UNIQUE (sid, rev)
  ) STRICT;
  CREATE TABLE akar (
    satu INTEGER PRIMARY KEY CHECK (satu = 1), ukuran INTEGER NOT NULL, akar BLOB NOT NULL, frontier BLOB NOT NULL
  ) STRICT;
  CREATE TABLE blok (nomor INTEGER PRIMARY KEY, awal TEXT NOT NULL, simpul BLOB) STRICT;
  CREATE TRIGGER events_tetap BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'peristiwa tidak pernah diubah'); END;
  CREATE TRIGGER events_kekal BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'peristiwa tidak pernah dihapus'); END;
  PRAGMA application_id = ${TANDA};
  PRAGMA user_version = ${BENTUK};
`;

/** Path of the log inside a data folder. Never open it with anything but SQLite: closing it would drop SQLite's locks. */
export const berkasLog = (folder: string): string => join(folder, 'log.sqlite');

/** Primary result code of SQLite (https://sqlite.org/rescode.html), 0 when the error is not SQLite's. */
export const kodeSqlite = (e: unknown): number =>
  typeof e === 'object' && e !== null && 'errcode' in e && typeof e.errcode === 'number'
    ? e.errcode & 0xff
    : 0;

/** A prepared statement whose rows are arrays: node:sqlite's row objects cost as much as the query. */
export const barisLarik = (db: DatabaseSync, sql: string): StatementSync => {
  const stmt = db.prepare(sql);
  stmt.setReturnArrays(true);
  return stmt;
};

const rusak = (sebab: string, galat?: unknown): never => {
  throw new TokoTidakTersedia(
    `Log peristiwa rusak: ${sebab}. Jalankan verifikasi atau pulihkan cadangan.`,
    galat,
  );
};

/** Refuses an event whose bytes are no longer those that were hashed. */
export const sidikBerbeda = (posisi: number): never =>
  rusak(`peristiwa di posisi ${posisi} tidak cocok dengan sidiknya`);

/** Opens the file of the log, as the one writer (who holds the lock) or to read beside it; TokoTidakTersedia when it cannot be trusted. */
export const bukaBerkas = (folder: string, bacaSaja: boolean): DatabaseSync => {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(berkasLog(folder), { readOnly: bacaSaja, timeout: 1_000 });
    db.exec('PRAGMA cache_size = -32768');
    if (!bacaSaja) siapkanPenulis(db);
    periksaEkor(db);
    return db;
  } catch (e) {
    db?.close();
    if (e instanceof TokoTidakTersedia) throw e;
    if (bacaSaja && [1, 14].includes(kodeSqlite(e)))
      // no table or no file yet
      throw new TokoTidakTersedia(`Belum ada log peristiwa di ${folder}.`, e);
    return rusak(e instanceof Error ? e.message : String(e), e);
  }
};

const siapkanPenulis = (db: DatabaseSync): void => {
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000');
  const [jumlah] = barisLarik(db, 'SELECT count(*) FROM sqlite_schema').get() as unknown as [number];
  if (jumlah > 0) return;
  db.exec(`BEGIN IMMEDIATE; ${SKEMA}`);
  const kosong = Frontier.kosong();
  db.prepare('INSERT INTO akar VALUES (1, 0, ?, ?)').run(kosong.akar(), kosong.toBytes());
  db.exec('COMMIT');
};

const periksaBentuk = (db: DatabaseSync): void => {
  const [tanda] = barisLarik(db, 'PRAGMA application_id').get() as unknown as [number];
  const [bentuk] = barisLarik(db, 'PRAGMA user_version').get() as unknown as [number];
  if (tanda !== TANDA) rusak('berkas ini bukan log Amanah');
  if (bentuk !== BENTUK)
    throw new TokoTidakTersedia(
      `Log berbentuk ${bentuk}, aplikasi ini membaca bentuk ${BENTUK}. Perbarui aplikasi.`,
    );
};

/** Size, root and frontier as stored with the last commit; the root must be the frontier's. */
export const bacaFrontier = (db: DatabaseSync): Frontier => {
  const baris = barisLarik(db, 'SELECT ukuran, akar, frontier FROM akar').get() as unknown as
    | [number, Uint8Array, Uint8Array]
    | undefined;
  const [ukuran, akar, bytes] = baris ?? rusak('catatan akar hilang');
  let frontier: Frontier;
  try {
    frontier = Frontier.dari(ukuran, bytes);
  } catch (e) {
    return rusak('frontier tidak cocok dengan ukuran', e);
  }
  return Buffer.compare(frontier.akar(), akar) === 0 ? frontier : rusak('akar tidak cocok dengan frontier');
};

/** What a start checks: size and frontier against the last rows, whatever the log's length. The full check is periksaLog. */
const periksaEkor = (db: DatabaseSync): void => {
  db.exec('BEGIN'); // one snapshot: beside a reader the writer goes on
  periksaBentuk(db);
  const frontier = bacaFrontier(db);
  const [akhir] = barisLarik(db, 'SELECT coalesce(max(pos), -1) FROM events').get() as unknown as [number];
  if (akhir + 1 !== frontier.ukuran) rusak(`${akhir + 1} peristiwa, tercatat ${frontier.ukuran}`);
  periksaDaunAkhir(db, frontier);
  db.exec('COMMIT');
};

const periksaDaunAkhir = (db: DatabaseSync, frontier: Frontier): void => {
  const pilih = barisLarik(
    db,
    'SELECT pos, CAST(bytes AS BLOB), leaf FROM events WHERE pos >= ? AND pos < ? ORDER BY pos',
  );
  let akhir = frontier.ukuran;
  for (const [i, besar] of [...subpohon(frontier.ukuran).entries()].reverse()) {
    const lengkap = besar <= BLOK;
    const awal = lengkap ? akhir - besar : Math.max(0, akhir - 1);
    const bagian = Frontier.kosong();
    for (const [pos, bytes, leaf] of pilih.all(awal, akhir) as unknown as [
      number,
      Uint8Array,
      Uint8Array,
    ][]) {
      if (pos !== awal + bagian.ukuran) rusak(`posisi ${awal + bagian.ukuran} hilang`);
      if (leafHash(bytes).compare(leaf) !== 0) sidikBerbeda(pos);
      bagian.tambah(leaf);
    }
    if (lengkap && Buffer.compare(bagian.akar(), frontier.simpul[i] ?? Buffer.alloc(0)) !== 0)
      rusak(`peristiwa ${awal} sampai ${akhir - 1} tidak cocok dengan frontier`);
    if (!lengkap) return;
    akhir = awal;
  }
};
