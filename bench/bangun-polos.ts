import { performance } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { bukaBerkas } from '../src/infra/event-store/berkas-log.js';
import { tabelBaru } from '../src/infra/view-store/kueri.js';
import { penulis, RAGAM } from '../src/infra/view-store/sqlite.pernyataan.js';
import { SqliteViewStore } from '../src/infra/view-store/sqlite.view-store.js';
import type { BarisBertanda } from '../src/kernel/view-store.js';

const SETIAP = 20_000;
const HALAMAN = 1_000;

const [folder = '', view = '', tujuan = ''] = process.argv.slice(2);

/** The rows as the view holds them at the end, tags included. */
const barisAkhir = async (): Promise<BarisBertanda[]> => {
  const views = SqliteViewStore.open(folder, { bacaSaja: true });
  const semua: BarisBertanda[] = [];
  for (let setelah = ''; ; ) {
    const { baris } = await views.potret(view, setelah, HALAMAN);
    semua.push(...baris);
    if (baris.length < HALAMAN) break;
    setelah = baris.at(-1)?.kunci ?? '';
  }
  await views.close();
  return semua;
};

const bukaTujuan = (): DatabaseSync => {
  const db = new DatabaseSync(tujuan);
  db.exec('pragma journal_mode=wal; pragma synchronous=normal; pragma wal_autocheckpoint=4000');
  db.exec('pragma cache_size=-32000; pragma temp_store=memory');
  for (const q of tabelBaru(penulis, 1, RAGAM)) db.exec(q.compile().sql);
  return db;
};

const bacaDanUrai = (): number => {
  const log = bukaBerkas(folder, true);
  const pilih = log.prepare('SELECT bytes FROM events ORDER BY pos');
  pilih.setReturnArrays(true);
  let peristiwa = 0;
  for (const baris of pilih.iterate()) {
    const [bytes] = baris as unknown as [string];
    JSON.parse(bytes);
    peristiwa++;
  }
  log.close();
  return peristiwa;
};

const tulisSemua = (db: DatabaseSync, semua: readonly BarisBertanda[]): void => {
  const baris = db.prepare('INSERT INTO baris_1 (kunci, posisi, streams, isi) VALUES (?, ?, ?, ?)');
  const tanda = db.prepare('INSERT INTO tanda_1 (tag, urut, kunci) VALUES (?, ?, ?)');
  for (let i = 0; i < semua.length; i += SETIAP) {
    db.exec('BEGIN IMMEDIATE');
    for (const { kunci, posisi, streams, isi, tanda: daftar } of semua.slice(i, i + SETIAP)) {
      baris.run(kunci, posisi, JSON.stringify(streams), isi);
      for (const { tag, urut } of daftar) tanda.run(tag, urut, kunci);
    }
    db.exec('COMMIT');
  }
};

/** The least that a rebuild could cost: read and parse every event, insert every final row once. Prints one JSON document. */
const utama = async (): Promise<void> => {
  const semua = await barisAkhir();
  const db = bukaTujuan();
  const mulai = performance.now();
  const peristiwa = bacaDanUrai();
  tulisSemua(db, semua);
  const ms = performance.now() - mulai;
  db.close();
  process.stdout.write(JSON.stringify({ peristiwa, ms }));
};

void utama();
