import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { amplopUji, catatan, codecCatatan, tulis } from '../../../test/support/buku.js';
import { Executor } from '../../kernel/execute.js';
import { JamSistem } from '../rakitan.js';
import { bukaBerkas } from './berkas-log.js';
import { SqliteEventStore } from './sqlite.event-store.js';
import { memuat, type UkuranAkar, ukuranAkar } from './terlayani.js';

const folder = mkdtempSync(join(tmpdir(), 'amanah-terlayani-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let n = 0;
const tambah = async (di: string, jumlah: number): Promise<UkuranAkar> => {
  const store = SqliteEventStore.open(di, { codec: codecCatatan });
  const executor = new Executor(store, new JamSistem());
  await Promise.all(
    Array.from({ length: jumlah }, () =>
      executor.execute(catatan, `${n % 50}`, tulis(`${n++}`), amplopUji()),
    ),
  );
  await store.close();
  return dengan(di, ukuranAkar);
};
const dengan = <T>(di: string, tanya: (db: ReturnType<typeof bukaBerkas>) => T): T => {
  const db = bukaBerkas(di, true);
  try {
    return tanya(db);
  } finally {
    db.close();
  }
};

// A block has 1,024 events: the sizes lie within an even and an odd block, at its end, and one past it.
describe.each([
  [1, 1_023],
  [500, 524],
  [1_500, 600],
  [1_023, 1_025],
  [1_024, 1_024],
  [1_024, 1_030],
  [2_100, 1_000],
  [3_072, 1],
])('log yang lebih pendek (%i) dan yang lebih panjang (%i lagi)', (pendek, lagi) => {
  it('yang panjang memuat yang pendek, yang pendek tidak memuat yang panjang', async () => {
    const [kecil, besar] = [join(folder, `k${pendek}-${lagi}`), join(folder, `b${pendek}-${lagi}`)];
    const awal = await tambah(kecil, pendek);
    cpSync(kecil, besar, { recursive: true });
    const akhir = await tambah(besar, lagi);
    expect(akhir.ukuran).toBe(pendek + lagi);
    expect(dengan(besar, (db) => memuat(db, awal))).toBe(true);
    expect(dengan(besar, (db) => memuat(db, akhir))).toBe(true);
    expect(dengan(kecil, (db) => memuat(db, akhir))).toBe(false);
    expect(dengan(besar, (db) => memuat(db, { ...awal, akar: akhir.akar }))).toBe(false);
  });
});
