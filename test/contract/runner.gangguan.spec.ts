import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SqliteViewStore } from '../../src/infra/view-store/sqlite.view-store.js';
import { Runner } from '../../src/projections/runtime/runner.js';
import {
  acak,
  lipatBersih,
  semuaEvent,
  TAMPILAN,
  type Tempat,
  tambahkanAcak,
  tempatBaru,
  terlihat,
} from './runner.contoh.js';

type Acak = ReturnType<typeof acak>;
const JADWAL = 300;

class ListrikPadam extends Error {}

/** A connection on which the n-th statement fails, before it is carried out or after. `hitung` counts them all. */
const sambunganRapuh = (
  db: DatabaseSync,
  rencana: { ke: number; sebelum: boolean },
  hitung: { n: number },
) => {
  const jaga = <T>(kerja: () => T): T => {
    const giliran = ++hitung.n === rencana.ke;
    if (giliran && rencana.sebelum) throw new ListrikPadam();
    const hasil = kerja();
    if (giliran) throw new ListrikPadam();
    return hasil;
  };
  const terjaga = new Set(['run', 'get', 'all', 'exec']);
  const bungkus = <T extends object>(asli: T): T =>
    new Proxy(asli, {
      get: (_, nama) => {
        const nilai = Reflect.get(asli, nama);
        if (nama === 'prepare') return (sql: string) => bungkus(db.prepare(sql));
        if (typeof nilai !== 'function') return nilai;
        if (!terjaga.has(String(nama))) return nilai.bind(asli);
        return (...isi: unknown[]) => jaga(() => nilai.apply(asli, isi));
      },
    });
  return bungkus(db);
};

describe('runner dan gangguan', () => {
  let tempat: Tempat;
  const berkas = (): string => join(tempat.folder, 'tampilan.sqlite');
  const ukuranAcak = (r: Acak) => ({
    halaman: 1 + r(9),
    kotor: 1 + r(6),
    peristiwa: 1 + r(12),
    ingatan: r(8),
  });
  const beda = async (): Promise<string[]> => {
    const views = SqliteViewStore.open(tempat.folder);
    const events = await semuaEvent(tempat.store);
    const salah: string[] = [];
    for (const view of TAMPILAN) {
      const nyata = { posisi: await views.posisi(view.nama), baris: await terlihat(views, view.nama) };
      const bersih = { posisi: events.length - 1, baris: lipatBersih(view, events) };
      if (JSON.stringify(terurut(nyata)) !== JSON.stringify(terurut(bersih))) salah.push(view.nama);
    }
    await views.close();
    return salah;
  };
  const dariAwal = async (): Promise<void> => {
    const views = SqliteViewStore.open(tempat.folder);
    for (const { nama, versi } of TAMPILAN) await views.kosongkan(nama, versi);
    await views.close();
  };
  const terurut = ({ posisi, baris }: { posisi: number; baris: object }) => [
    posisi,
    Object.entries(baris).sort(([a], [b]) => (a < b ? -1 : 1)),
  ];

  beforeEach(async () => {
    tempat = tempatBaru();
    await tambahkanAcak(tempat.store, acak(11), 60);
  });
  afterEach(() => tempat.hapus());

  /** Runs until the failure strikes; `mati`: the process dies with its connection, else it goes on with it. */
  const sampaiPadam = async (r: Acak, rencana: { ke: number; sebelum: boolean }, mati: boolean) => {
    const db = new DatabaseSync(berkas(), { timeout: 10_000 });
    const hitung = { n: 0 };
    const views = SqliteViewStore.atas(sambunganRapuh(db, rencana, hitung));
    const runner = new Runner(tempat.store, views, TAMPILAN, { ukuran: ukuranAcak(r) });
    const kerja = () => (r(4) === 0 ? runner.bangunUlang('saldo') : runner.kejar());
    const padam = await kerja().then(
      () => false,
      (e: unknown) => e instanceof ListrikPadam,
    );
    rencana.ke = 0;
    if (!mati) await runner.kejar(); // the same runner goes on, with what it believes it knows
    db.close(); // an open transaction is rolled back, as after a crash
    return { padam, banyak: hitung.n };
  };

  it(`menyamai lipatan bersih setelah listrik padam di pernyataan mana pun (${JADWAL} jadwal)`, async () => {
    let padam = 0;
    const salah: string[] = [];
    for (let benih = 0; benih < JADWAL; benih++) {
      const r = acak(benih);
      const mati = r(2) === 0;
      const hasil = await sampaiPadam(r, { ke: 1 + r(900), sebelum: r(2) === 0 }, mati);
      padam += Number(hasil.padam);
      if (mati) {
        const views = SqliteViewStore.open(tempat.folder);
        await new Runner(tempat.store, views, TAMPILAN, { ukuran: ukuranAcak(r) }).kejar();
        await views.close();
      }
      for (const nama of await beda()) salah.push(`benih ${benih}: ${nama}`);
      if (r(3) !== 0) await dariAwal();
      if (r(3) === 0) await tambahkanAcak(tempat.store, r, 3);
    }
    process.stdout.write(`listrik padam: ${JADWAL} jadwal, ${padam} mengenai, ${salah.length} berbeda\n`);
    expect(salah).toEqual([]);
    expect(padam).toBeGreaterThan(JADWAL / 2);
  });

  it('menyamai lipatan bersih bila dua runner bekerja sekaligus, dengan pembangunan di antaranya', async () => {
    const salah: string[] = [];
    const banyak = 60;
    for (let benih = 0; benih < banyak; benih++) {
      const r = acak(benih + 5_000);
      const toko = [0, 1].map(() => SqliteViewStore.open(tempat.folder));
      const runner = toko.map((v) => new Runner(tempat.store, v, TAMPILAN, { ukuran: ukuranAcak(r) }));
      const menulis = tambahkanAcak(tempat.store, r, r(9));
      const bekerja = runner.flatMap((x) => [
        x.kejar(),
        menulis.then(() => x.kejar()),
        ...(r(3) === 0 ? [x.bangunUlang('catatan')] : []),
      ]);
      await Promise.all(bekerja);
      await Promise.all(runner.map((x) => x.kejar()));
      for (const v of toko) await v.close();
      for (const nama of await beda()) salah.push(`benih ${benih}: ${nama}`);
    }
    process.stdout.write(`dua runner: ${banyak} jadwal, ${salah.length} berbeda\n`);
    expect(salah).toEqual([]);
  });
});
