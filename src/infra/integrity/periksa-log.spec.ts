import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { HEAD_KOSONG, type Head, TokoTidakTersedia } from '../../kernel/event-store.js';
import { berkasLog } from '../event-store/berkas-log.js';
import { Codec } from '../event-store/codec.js';
import { SqliteEventStore } from '../event-store/sqlite.event-store.js';
import { leafHash } from './merkle.js';
import { type HasilPeriksa, periksaLog } from './periksa-log.js';

const codec = new Codec({ versi: { Dicatat: 1 }, naikkan: {} });
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amanah-periksa-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A log of n events, one after the other on three streams, a minute apart. */
const isi = async (n: number): Promise<{ ukuran: number; akar: string }> => {
  const store = SqliteEventStore.open(folder, { codec });
  const kepala = new Map<string, Head>();
  for (let i = 0; i < n; i++) {
    const stream = `Uji-${i % 3}`;
    const pending = store.append([
      {
        stream,
        head: kepala.get(stream) ?? HEAD_KOSONG,
        events: [{ type: 'Dicatat', data: { teks: `peristiwa ke-${i}`, nilai: '91.08' } }],
        at: new Date(Date.UTC(2024, 0, 1) + i * 60_000).toISOString(),
        actor: 'akun-1',
        cmd: { id: `perintah-${i}`, sidik: 'a'.repeat(64) },
        corr: `perintah-${i}`,
        cause: null,
      },
    ]);
    kepala.set(stream, pending.heads[0] ?? HEAD_KOSONG);
  }
  await new Promise(setImmediate);
  const akar = store.bacaAkar();
  await store.close();
  return akar;
};

/** As somebody would who has the file and SQLite: the triggers do not stop them. */
const usik = (...sql: string[]): void => {
  const db = new DatabaseSync(berkasLog(folder));
  db.function('daun', (bytes) => leafHash(String(bytes)));
  db.exec('DROP TRIGGER events_tetap; DROP TRIGGER events_kekal;');
  for (const s of sql) db.exec(s);
  db.close();
};

const periksa = (): Promise<HasilPeriksa> => periksaLog(folder, undefined, codec);
const posisiBermasalah = async (): Promise<(number | null)[]> =>
  (await periksa()).masalah.map((m) => m.posisi);

it('log yang utuh tidak bermasalah, dan akarnya sama dengan yang tercatat', async () => {
  const akar = await isi(1_300);
  const kabar: number[] = [];
  expect(await periksaLog(folder, (n) => kabar.push(n), codec)).toEqual({ ...akar, masalah: [] });
  expect(kabar).toEqual([500, 1_000, 1_300]);
});

it('log yang kosong tidak bermasalah', async () => {
  const akar = await isi(0);
  expect(await periksa()).toEqual({ ...akar, masalah: [] });
});

it('memeriksa di samping penulis yang sedang bekerja', async () => {
  await isi(10);
  const store = SqliteEventStore.open(folder, { codec });
  expect((await periksa()).masalah).toEqual([]);
  await store.close();
});

it('folder tanpa log ditolak dengan jelas', () =>
  expect(periksa()).rejects.toBeInstanceOf(TokoTidakTersedia));

it.each<[string, string]>([
  ['isi', "UPDATE events SET bytes = replace(bytes, '91.08', '99.08') WHERE pos = 7"],
  ['sidik', 'UPDATE events SET leaf = zeroblob(32) WHERE pos = 7'],
  [
    'satu byte yang bukan UTF-8',
    "UPDATE events SET bytes = CAST(CAST(substr(bytes, 1, 20) AS BLOB) || x'ff' AS TEXT) WHERE pos = 7",
  ],
  ['stream', 'UPDATE events SET sid = 3, rev = 100 WHERE pos = 7'],
])('menyebut posisi peristiwa yang %s-nya diubah', async (_, sql) => {
  await isi(20);
  usik(sql);
  expect((await posisiBermasalah())[0]).toBe(7);
});

it('menemukan setiap bit yang terbalik pada isi, dan menyebut posisinya', async () => {
  await isi(12);
  const db = new DatabaseSync(berkasLog(folder));
  db.exec('DROP TRIGGER events_tetap');
  const baca = db.prepare('SELECT CAST(bytes AS BLOB) AS b FROM events WHERE pos = ?');
  const tulis = db.prepare('UPDATE events SET bytes = CAST(? AS TEXT) WHERE pos = ?');
  for (let i = 0; i < 150; i++) {
    const pos = (i * 7) % 12;
    const utuh = baca.get(pos)?.b as Uint8Array;
    const terbalik = Uint8Array.from(utuh);
    const di = (i * 7_919) % utuh.length;
    terbalik[di] = (terbalik[di] ?? 0) ^ (1 << (i % 8));
    tulis.run(terbalik, pos);
    expect((await posisiBermasalah())[0]).toBe(pos);
    tulis.run(utuh, pos);
  }
  db.close();
  expect(await posisiBermasalah()).toEqual([]);
});

it('menemukan isi yang diubah beserta sidiknya, pada rantai streamnya dan pada akar', async () => {
  await isi(20);
  usik(
    "UPDATE events SET bytes = replace(bytes, '91.08', '99.08') WHERE pos = 7",
    'UPDATE events SET leaf = daun(bytes) WHERE pos = 7',
  );
  expect((await periksa()).masalah).toEqual([
    { posisi: 10, uraian: 'tidak menyambung pada peristiwa sebelumnya di Uji-1' },
    { posisi: null, uraian: 'akar log tidak sama dengan yang tercatat' },
    { posisi: 0, uraian: 'isi atau urutan peristiwa 0 sampai 15 berubah' },
  ]);
});

it('menyebut posisi peristiwa yang dihapus', async () => {
  await isi(20);
  usik('DELETE FROM events WHERE pos IN (7, 8)');
  expect((await periksa()).masalah[0]).toEqual({ posisi: 7, uraian: 'hilang, sampai posisi 8' });
});

it('menyebut posisi ekor yang dipotong', async () => {
  await isi(20);
  usik('DELETE FROM events WHERE pos >= 18');
  expect(await posisiBermasalah()).toContain(18);
});

it('menyebut posisi dua isi yang ditukar', async () => {
  await isi(20);
  usik(
    'CREATE TABLE t AS SELECT * FROM events',
    'UPDATE events SET (bytes, leaf) = (SELECT bytes, leaf FROM t WHERE pos = 12) WHERE pos = 7',
    'UPDATE events SET (bytes, leaf) = (SELECT bytes, leaf FROM t WHERE pos = 7) WHERE pos = 12',
  );
  expect(await posisiBermasalah()).toEqual(expect.arrayContaining([7, 12]));
});

it('menyebut blok dari dua baris yang ditukar utuh, yang rantai streamnya tetap menyambung', async () => {
  await isi(2_100);
  usik(
    'UPDATE events SET pos = -1 WHERE pos = 1500',
    'UPDATE events SET pos = 1500 WHERE pos = 1501',
    'UPDATE events SET pos = 1501 WHERE pos = -1',
  );
  expect((await periksa()).masalah).toEqual(
    expect.arrayContaining([{ posisi: 1_024, uraian: 'isi atau urutan peristiwa 1024 sampai 2047 berubah' }]),
  );
});

it('menemukan peristiwa yang disisipkan di ujung log tanpa mencatat akarnya', async () => {
  await isi(5);
  usik('INSERT INTO events SELECT 5, sid, 9, bytes, leaf FROM events WHERE pos = 4');
  expect(await posisiBermasalah()).toContain(5);
});

it('menemukan isi yang bukan JSON kanonik walaupun sidiknya dihitung ulang', async () => {
  await isi(5);
  usik(
    'UPDATE events SET bytes = replace(bytes, \'"at":\', \'"at": \') WHERE pos = 3',
    'UPDATE events SET leaf = daun(bytes)',
  );
  expect((await periksa()).masalah[0]).toEqual({ posisi: 3, uraian: 'isi bukan JSON kanonik' });
});

it('menyebut jenis yang tidak dikenal', async () => {
  await isi(3);
  const { masalah } = await periksaLog(folder, undefined, new Codec({ versi: { Lain: 1 }, naikkan: {} }));
  expect(masalah[0]).toEqual({ posisi: 0, uraian: 'jenis Dicatat tidak dikenal' });
});

it('menemukan catatan waktu blok yang diubah', async () => {
  await isi(5);
  usik("UPDATE blok SET awal = '2023-01-01T00:00:00.000Z'");
  expect(await posisiBermasalah()).toEqual([0]);
});

it('berkas yang rusak di tengah disebut pada posisi yang tidak terbaca', async () => {
  await isi(1_300);
  const { openSync, writeSync, closeSync, statSync } = await import('node:fs');
  const fd = openSync(berkasLog(folder), 'r+');
  writeSync(fd, Buffer.alloc(8_192, 0xff), 0, 8_192, Math.floor(statSync(berkasLog(folder)).size / 2));
  closeSync(fd);
  expect((await periksa()).masalah.length).toBeGreaterThan(0);
});
