import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import type { Worker } from 'node:worker_threads';
import { berkasLog } from '../../src/infra/event-store/berkas-log.js';
import { bacaPemegang, LogTerkunci } from '../../src/infra/event-store/kunci-log.js';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import { periksaLog } from '../../src/infra/integrity/periksa-log.js';
import { HEAD_KOSONG, type Head, TokoTidakTersedia } from '../../src/kernel/event-store.js';
import { rakit } from '../crash/log.rakit.js';
import { CODEC_UJI, perintahUji } from '../crash/log.uji.js';
import { eventStoreContract } from './event-store.contract.js';

let rakitan: { folder: string; berkas: string };
let pekerja: string;
beforeAll(() => {
  rakitan = rakit('log.kunci');
  pekerja = join(rakitan.folder, 'src/infra/event-store/penulis.worker.js');
});
afterAll(() => rmSync(rakitan.folder, { recursive: true }));

describe.each([
  ['SQLite', () => null],
  ['SQLite, penulis di utas sendiri', () => pekerja],
])('%s', (nama, utas) =>
  eventStoreContract(nama, async (codec) => {
    const folder = mkdtempSync(join(tmpdir(), 'amanah-log-'));
    let store = SqliteEventStore.open(folder, { codec, pekerja: utas() });
    return {
      store,
      tutup: async () => {
        await store.close();
        rmSync(folder, { recursive: true });
      },
      bukaUlang: async (codec) => {
        await store.close();
        store = SqliteEventStore.open(folder, { codec, pekerja: utas() });
        return store;
      },
      akar: async () => store.bacaAkar(),
    };
  }),
);

let folder: string;
let store: SqliteEventStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amanah-log-'));
  store = SqliteEventStore.open(folder, { codec: CODEC_UJI });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

let nomor = 0;
const tambah = (stream: string, head: Head, banyak = 1) =>
  store.append([perintahUji(stream, head, `perintah-${++nomor}`, banyak)]);
/** n commands of one event on three streams. */
const isi = async (n: number): Promise<void> => {
  for (let i = 0; i < n; i++) {
    const { head } = await store.read(`Uji-${i % 3}`);
    await tambah(`Uji-${i % 3}`, head).committed;
  }
};

describe('kelompok', () => {
  it('semua yang menunggu disimpan sekali jalan, dan kabarnya satu', async () => {
    const kabar: number[] = [];
    store.onCommit((posisi) => kabar.push(posisi));
    await Promise.all(Array.from({ length: 64 }, (_, i) => tambah(`Uji-${i}`, HEAD_KOSONG).committed));
    expect(kabar).toEqual([63]);
  });

  it('pendengar boleh menambah lagi dari dalam kabar', async () => {
    let lagi: Promise<unknown> | undefined;
    store.onCommit(() => {
      lagi ??= tambah('Uji-b', HEAD_KOSONG).committed;
    });
    await tambah('Uji-a', HEAD_KOSONG).committed;
    await lagi;
    expect(await store.posisi()).toBe(1);
  });

  it('nomor stream mengikuti urutan pembuatannya, tanpa nomor untuk yang ditolak', async () => {
    const salah = { rev: 3, prev: 'f'.repeat(64) };
    await Promise.allSettled([
      tambah('Uji-a', HEAD_KOSONG).committed,
      tambah('Uji-salah', salah).committed,
      tambah('Uji-b', HEAD_KOSONG).committed,
    ]);
    const db = new DatabaseSync(berkasLog(folder), { readOnly: true });
    expect(
      db
        .prepare('SELECT name FROM streams ORDER BY sid')
        .all()
        .map((r) => r.name),
    ).toEqual(['Uji-a', 'Uji-b']);
    db.close();
  });

  it('posisi pada suatu waktu tetap benar melewati batas blok, juga bila jam mundur', async () => {
    const jam = (menit: number) => new Date(Date.UTC(2024, 0, 1) + menit * 60_000).toISOString();
    let head = HEAD_KOSONG;
    const menit = Array.from({ length: 2_500 }, (_, i) => (i === 1_500 ? 10 : i));
    const janji = menit.map((m, i) => {
      const pending = store.append([{ ...perintahUji('Uji-a', head, `p-${i}`, 1), at: jam(m) }]);
      head = pending.heads[0] ?? head;
      return pending.committed;
    });
    await Promise.all(janji);
    const cari = (m: number) => menit.findLastIndex((x) => x <= m);
    for (const m of [-1, 0, 9, 10, 700, 1_023, 1_024, 1_499, 1_500, 2_048, 2_499, 9_999])
      expect([m, await store.posisiPada(jam(m))]).toEqual([m, cari(m)]);
  });
});

describe('penyimpanan yang gagal', () => {
  it('penuh: ditolak, tidak ada yang tersimpan setengah, dan berjalan lagi setelah ada ruang', async () => {
    await isi(3);
    const { db } = store as unknown as { db: DatabaseSync };
    const halaman = Number(db.prepare('PRAGMA page_count').get()?.page_count);
    db.exec(`PRAGMA max_page_count = ${halaman + 2}`);
    const { head } = await store.read('Uji-0');
    const besar = tambah('Uji-0', head, 200);
    const diAtasnya = tambah('Uji-0', besar.heads[0] ?? HEAD_KOSONG);
    const lain = tambah('Uji-baru', HEAD_KOSONG);
    for (const p of [besar, diAtasnya, lain])
      await expect(p.committed).rejects.toBeInstanceOf(TokoTidakTersedia);
    expect(await store.posisi()).toBe(2);
    expect((await store.read('Uji-0')).head).toEqual(head);

    db.exec('PRAGMA max_page_count = 1000000');
    await tambah('Uji-0', head, 200).committed;
    await tambah('Uji-baru', HEAD_KOSONG).committed;
    expect((await periksaLog(folder, undefined, CODEC_UJI)).masalah).toEqual([]);
  });

  it('penulis kedua yang melewati kunci: toko berhenti, dan mengatakannya', async () => {
    await isi(2);
    const sebab: Error[] = [];
    store.onRusak((e) => sebab.push(e));
    const db = new DatabaseSync(berkasLog(folder));
    db.exec("INSERT INTO events VALUES (2, 1, 77, 'x', x'00')");
    db.close();
    await expect(tambah('Uji-baru', HEAD_KOSONG).committed).rejects.toBeInstanceOf(TokoTidakTersedia);
    await expect(tambah('Uji-baru', HEAD_KOSONG).committed).rejects.toBeInstanceOf(TokoTidakTersedia);
    expect(sebab).toHaveLength(1);
  });
});

describe('penulis di utas sendiri', () => {
  let utas: SqliteEventStore;
  beforeEach(async () => {
    await store.close();
    utas = SqliteEventStore.open(folder, { codec: CODEC_UJI, pekerja });
  });
  afterEach(() => utas.close());
  const tambahUtas = (stream: string, head: Head) =>
    utas.append([perintahUji(stream, head, `perintah-${++nomor}`, 1)]);
  const hasil = async (janji: readonly Promise<unknown>[]): Promise<string[]> =>
    (await Promise.allSettled(janji)).map((h) => (h.status === 'rejected' ? h.reason.name : h.status));
  /** Sixteen appends of one stream, each on the head of the one before: sent in several groups, the last ones waiting. */
  const beruntun = (head: Head): Promise<unknown>[] => {
    let kini = head;
    return Array.from({ length: 16 }, () => {
      const { heads, committed } = tambahUtas('Uji-a', kini);
      kini = heads[0] ?? kini;
      return committed;
    });
  };

  it('menyimpan sambil yang berikut diputuskan, berurutan dan utuh', async () => {
    const posisi: number[] = [];
    utas.onCommit((p) => posisi.push(p));
    await Promise.all(
      Array.from({ length: 32 }, async (_, i) => {
        let head = HEAD_KOSONG;
        for (let k = 0; k < 20; k++) {
          const { heads, committed } = tambahUtas(`Uji-${i}`, head);
          head = heads[0] ?? head;
          await committed;
        }
      }),
    );
    expect(posisi).toEqual(posisi.toSorted((a, b) => a - b));
    expect(posisi.at(-1)).toBe(639);
    await utas.close();
    expect(await periksaLog(folder, undefined, CODEC_UJI)).toMatchObject({ ukuran: 640, masalah: [] });
  });

  it('yang menumpang pada kelompok yang gagal ikut ditolak, dan log berjalan lagi', async () => {
    await tambahUtas('Uji-a', HEAD_KOSONG).committed;
    const { head } = await utas.read('Uji-a');
    const lain = new DatabaseSync(berkasLog(folder));
    lain.exec('BEGIN IMMEDIATE'); // longer than the writer waits for it
    expect(new Set(await hasil(beruntun(head)))).toEqual(new Set(['TokoTidakTersedia']));
    lain.exec('ROLLBACK');
    lain.close();
    expect(await utas.posisi()).toBe(0);
    expect(new Set(await hasil(beruntun(head)))).toEqual(new Set(['fulfilled']));
    expect((await utas.read('Uji-a')).events).toHaveLength(17);
  });

  it('yang mati meninggalkan hasil yang belum pasti dan menghentikan toko', async () => {
    await tambahUtas('Uji-a', HEAD_KOSONG).committed;
    const sebab: Error[] = [];
    utas.onRusak((e) => sebab.push(e));
    const { worker } = (utas as unknown as { penulis: { worker: Worker } }).penulis;
    const { head } = await utas.read('Uji-a');
    const janji = beruntun(head);
    await worker.terminate();
    const nama = await hasil(janji);
    expect(nama.filter((n) => n !== 'fulfilled')).toContain('HasilBelumPasti');
    expect(await hasil(beruntun(head))).toEqual(Array(16).fill('TokoTidakTersedia'));
    expect(sebab).toHaveLength(1);
  });

  it('yang tidak dapat dimuat menolak, tidak menggantung', async () => {
    await utas.close();
    utas = SqliteEventStore.open(folder, { codec: CODEC_UJI, pekerja: join(folder, 'tidak-ada.js') });
    expect(await hasil(beruntun(HEAD_KOSONG))).toEqual(
      expect.arrayContaining(['HasilBelumPasti', 'TokoTidakTersedia']),
    );
  });
});

it('membuat folder data yang belum ada', async () => {
  const dalam = join(folder, 'kota', 'data');
  const baru = SqliteEventStore.open(dalam, { codec: CODEC_UJI });
  await baru.append([perintahUji('Uji-a', HEAD_KOSONG, 'p', 1)]).committed;
  await baru.close();
  expect((await periksaLog(dalam, undefined, CODEC_UJI)).ukuran).toBe(1);
});

describe('membaca di samping penulis', () => {
  it('melihat yang baru, mendapat kabarnya, dan tidak dapat menulis', async () => {
    await isi(1);
    const pembaca = SqliteEventStore.open(folder, { codec: CODEC_UJI, bacaSaja: true });
    const kabar: number[] = [];
    pembaca.onCommit((posisi) => kabar.push(posisi));
    expect(await pembaca.periksaPosisi()).toBe(0);
    await isi(3);
    expect(await pembaca.periksaPosisi()).toBe(3);
    expect(kabar).toEqual([3]);
    expect(await pembaca.readAll(0, 10)).toEqual(await store.readAll(0, 10));
    expect(pembaca.bacaAkar()).toEqual(store.bacaAkar());
    const tolakan = pembaca.append([perintahUji('Uji-x', HEAD_KOSONG, 'p', 1)]).committed;
    await expect(tolakan).rejects.toBeInstanceOf(TokoTidakTersedia);
    await pembaca.close();
    await isi(1); // the reader took nothing with it
  });

  it('dapat membuka log yang penulisnya sudah tidak ada', async () => {
    await isi(2);
    await store.close();
    const pembaca = SqliteEventStore.open(folder, { codec: CODEC_UJI, bacaSaja: true });
    expect(await pembaca.posisi()).toBe(1);
    await pembaca.close();
  });

  it('folder tanpa log ditolak dengan kalimat yang jelas, dan tidak dibuat', () => {
    const kosong = join(folder, 'tidak-ada');
    expect(() => SqliteEventStore.open(kosong, { bacaSaja: true })).toThrow('Belum ada log peristiwa');
    expect(existsSync(kosong)).toBe(false);
  });
});

describe('pemeriksaan saat dibuka', () => {
  const usik = async (sql: string): Promise<void> => {
    await store.close();
    const db = new DatabaseSync(berkasLog(folder));
    db.exec(`DROP TRIGGER events_tetap; DROP TRIGGER events_kekal; ${sql}`);
    db.close();
  };
  const buka = () => SqliteEventStore.open(folder, { codec: CODEC_UJI });

  it.each<[string, string]>([
    ['peristiwa terakhir dihapus', 'DELETE FROM events WHERE pos = 9'],
    ['peristiwa di ekor hilang', 'DELETE FROM events WHERE pos = 4'],
    [
      'isi di ekor berubah',
      'UPDATE events SET bytes = replace(bytes, \'"urut":0\', \'"urut":1\') WHERE pos = 5',
    ],
    ['sidik di ekor berubah', 'UPDATE events SET leaf = zeroblob(32) WHERE pos = 5'],
    ['akar diganti', 'UPDATE akar SET akar = zeroblob(32)'],
    ['frontier diganti', 'UPDATE akar SET frontier = zeroblob(64)'],
    ['frontier tidak cocok dengan ukuran', 'UPDATE akar SET ukuran = 11'],
    ['catatan akar hilang', 'DELETE FROM akar'],
    ['log milik program lain', 'PRAGMA application_id = 7'],
    ['log dari versi yang lebih baru', 'PRAGMA user_version = 99'],
  ])('menolak membuka: %s', async (_, sql) => {
    await isi(10);
    await usik(sql);
    expect(buka).toThrow(TokoTidakTersedia);
    expect(() => SqliteEventStore.open(folder, { bacaSaja: true })).toThrow(TokoTidakTersedia);
    expect(bacaPemegang(folder)).toBeNull(); // the lock is free again
  });

  it('menolak berkas yang bukan basis data', async () => {
    await store.close();
    writeFileSync(berkasLog(folder), 'bukan log\n'.repeat(1_000));
    expect(buka).toThrow(TokoTidakTersedia);
  });

  it('tidak dapat diubah atau dihapus lewat SQL biasa', async () => {
    await isi(1);
    const db = new DatabaseSync(berkasLog(folder));
    expect(() => db.exec("UPDATE events SET bytes = '{}'")).toThrow('tidak pernah diubah');
    expect(() => db.exec('DELETE FROM events')).toThrow('tidak pernah dihapus');
    db.close();
  });

  it('membuka salinan berkas yang diambil setelah ditutup', async () => {
    await isi(5);
    await store.close();
    const salinan = mkdtempSync(join(tmpdir(), 'amanah-salinan-'));
    copyFileSync(berkasLog(folder), berkasLog(salinan));
    const lain = SqliteEventStore.open(salinan, { codec: CODEC_UJI });
    expect(await lain.posisi()).toBe(4);
    await lain.close();
    rmSync(salinan, { recursive: true });
  });
});

describe('proses lain', () => {
  const anak: ChildProcess[] = [];
  afterEach(() => {
    for (const a of anak.splice(0)) a.kill('SIGKILL');
  });

  /** Starts a process that opens the log to write; gives it with its first word. */
  const mulai = (): Promise<{ proses: ChildProcess; kata: string }> =>
    new Promise((selesai) => {
      const proses = spawn(process.execPath, [rakitan.berkas, folder], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      anak.push(proses);
      createInterface({ input: proses.stdout }).once('line', (kata) => selesai({ proses, kata }));
    });
  const berakhir = (proses: ChildProcess) => new Promise((selesai) => proses.once('exit', selesai));

  it('tidak dapat membuka log yang sedang dipegang, dan diberi tahu siapa pemegangnya', async () => {
    expect(await mulai()).toMatchObject({ kata: `terkunci ${process.pid}` });
    expect(() => SqliteEventStore.open(folder)).toThrow(LogTerkunci); // nor can this process, twice
    await isi(1);
  });

  it('pemegangnya disebut dengan pid dan waktu mulainya', async () => {
    await store.close();
    expect(bacaPemegang(folder)).toBeNull();
    const { proses, kata } = await mulai();
    expect(kata).toBe('pegang');
    expect(bacaPemegang(folder)?.pid).toBe(proses.pid);
    expect(() => SqliteEventStore.open(folder)).toThrow(`sedang dipakai proses ${proses.pid}`);
  });

  it('yang mati tanpa menutup tidak meninggalkan kunci', async () => {
    await store.close();
    const { proses } = await mulai();
    const mati = berakhir(proses);
    proses.kill('SIGKILL');
    await mati;
    store = SqliteEventStore.open(folder, { codec: CODEC_UJI });
    expect(bacaPemegang(folder)?.pid).toBe(process.pid);
  });

  it('yang berhenti dengan tertib melepas kuncinya', async () => {
    await store.close();
    const { proses } = await mulai();
    const mati = berakhir(proses);
    proses.stdin?.end();
    await mati;
    expect(bacaPemegang(folder)).toBeNull();
    expect((await mulai()).kata).toBe('pegang');
  });

  it('dari delapan yang mulai bersamaan tepat satu memegangnya', async () => {
    await store.close();
    const semua = await Promise.all(Array.from({ length: 8 }, mulai));
    const pemegang = semua.filter((s) => s.kata === 'pegang');
    expect(pemegang).toHaveLength(1);
    expect(bacaPemegang(folder)?.pid).toBe(pemegang[0]?.proses.pid);
  });

  // A limit on the size of files makes write(2) fail with EFBIG: an I/O error that needs neither root nor a faulty disk.
  const bila = process.platform === 'linux' ? it : it.skip;
  bila(
    'yang gagal menulis saat mengesahkan berhenti dengan hasil belum pasti, dan yang diakui tetap ada',
    async () => {
      await store.close();
      const penulis = rakitan.berkas.replace('log.kunci', 'log.penulis');
      const proses = spawn(
        'sh',
        ['-c', 'ulimit -f 1024; exec "$0" "$@"', process.execPath, penulis, folder, 'p'],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      anak.push(proses);
      const baris: string[] = [];
      createInterface({ input: proses.stdout }).on('line', (b) => baris.push(b));
      expect(await berakhir(proses)).toBe(1);
      const akhir = JSON.parse(baris.pop()?.replace('berhenti ', '') ?? '');
      expect(akhir.rusak).toContain('penyimpanan gagal');
      expect(new Set(akhir.nama)).toEqual(new Set(['HasilBelumPasti']));

      store = SqliteEventStore.open(folder, { codec: CODEC_UJI });
      const diakui = baris.slice(1).map((b) => b.split(' ')[0]);
      const tersimpan = new Set((await store.readAll(0, 1_000_000)).map((e) => e.meta.cmd.id));
      expect(diakui.length).toBeGreaterThan(0);
      expect(diakui.filter((p) => !tersimpan.has(p ?? ''))).toEqual([]);
      expect((await periksaLog(folder, undefined, CODEC_UJI)).masalah).toEqual([]);
    },
  );
});
