import { Runner } from '../../src/projections/runtime/runner.js';
import { ListrikPadam, type Rencana, type TempatViews } from '../support/tempat-views.js';
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
/** How many schedules; `pernyataan`: how many statements one of them makes at most. */
type Banyak = { readonly jadwal: number; readonly pernyataan: number; readonly berdua: number };
const TENGGAT = 120_000;

/** Over any view store: rows equal a clean fold, whatever statement fails and however many work at once. */
export const runnerGangguan = (
  namaToko: string,
  tempatViews: () => Promise<TempatViews>,
  { jadwal, pernyataan, berdua }: Banyak,
): void =>
  describe(`runner dan gangguan: ${namaToko}`, () => {
    let tempat: Tempat;
    let toko: TempatViews;
    const ukuranAcak = (r: Acak) => ({
      halaman: 1 + r(9),
      kotor: 1 + r(6),
      peristiwa: 1 + r(12),
      ingatan: r(8),
    });
    const beda = async (): Promise<string[]> => {
      const views = await toko.buka();
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
      const views = await toko.buka();
      for (const { nama, versi } of TAMPILAN) await views.kosongkan(nama, versi);
      await views.close();
    };
    const terurut = ({ posisi, baris }: { posisi: number; baris: object }) => [
      posisi,
      Object.entries(baris).sort(([a], [b]) => (a < b ? -1 : 1)),
    ];

    beforeEach(async () => {
      tempat = tempatBaru();
      toko = await tempatViews();
      await tambahkanAcak(tempat.store, acak(11), 60);
    });
    afterEach(async () => {
      await toko.hapus();
      await tempat.hapus();
    });

    /** Runs until the failure strikes; `mati`: the process dies with its connection, else it goes on with it. */
    const sampaiPadam = async (r: Acak, rencana: Rencana, mati: boolean) => {
      const { views, hitung, tutup } = await toko.rapuh(rencana);
      const runner = new Runner(tempat.store, views, TAMPILAN, { ukuran: ukuranAcak(r) });
      const kerja = () => (r(4) === 0 ? runner.bangunUlang('saldo') : runner.kejar());
      const padam = await kerja().then(
        () => false,
        (e: unknown) => [e, (e as Error).cause].some((g) => g instanceof ListrikPadam),
      );
      rencana.ke = 0;
      if (!mati) await runner.kejar(); // the same runner goes on, with what it believes it knows
      await tutup(); // an open transaction is rolled back, as after a crash
      return { padam, banyak: hitung.n };
    };

    it(
      `menyamai lipatan bersih setelah listrik padam di pernyataan mana pun (${jadwal} jadwal)`,
      async () => {
        let padam = 0;
        const salah: string[] = [];
        for (let benih = 0; benih < jadwal; benih++) {
          const r = acak(benih);
          const mati = r(2) === 0;
          const hasil = await sampaiPadam(r, { ke: 1 + r(pernyataan), sebelum: r(2) === 0 }, mati);
          padam += Number(hasil.padam);
          if (mati) {
            const views = await toko.buka();
            await new Runner(tempat.store, views, TAMPILAN, { ukuran: ukuranAcak(r) }).kejar();
            await views.close();
          }
          for (const nama of await beda()) salah.push(`benih ${benih}: ${nama}`);
          if (r(3) !== 0) await dariAwal();
          if (r(3) === 0) await tambahkanAcak(tempat.store, r, 3);
        }
        process.stdout.write(`listrik padam: ${jadwal} jadwal, ${padam} mengenai, ${salah.length} berbeda\n`);
        expect(salah).toEqual([]);
        expect(padam).toBeGreaterThan(jadwal / 2);
      },
      TENGGAT,
    );

    it(
      'menyamai lipatan bersih bila dua runner bekerja sekaligus, dengan pembangunan di antaranya',
      async () => {
        const salah: string[] = [];
        for (let benih = 0; benih < berdua; benih++) {
          const r = acak(benih + 5_000);
          const kedua = [await toko.buka(), await toko.buka()];
          const runner = kedua.map((v) => new Runner(tempat.store, v, TAMPILAN, { ukuran: ukuranAcak(r) }));
          const menulis = tambahkanAcak(tempat.store, r, r(9));
          const bekerja = runner.flatMap((x) => [
            x.kejar(),
            menulis.then(() => x.kejar()),
            ...(r(3) === 0 ? [x.bangunUlang('catatan')] : []),
          ]);
          await Promise.all(bekerja);
          await Promise.all(runner.map((x) => x.kejar()));
          for (const v of kedua) await v.close();
          for (const nama of await beda()) salah.push(`benih ${benih}: ${nama}`);
        }
        process.stdout.write(`dua runner: ${berdua} jadwal, ${salah.length} berbeda\n`);
        expect(salah).toEqual([]);
      },
      TENGGAT,
    );
  });
