import { Codec } from '../../src/infra/event-store/codec.js';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import { PostgresViewStore } from '../../src/infra/view-store/postgres.view-store.js';
import { TokoTidakTersedia } from '../../src/kernel/event-store.js';
import { SEWA_BEBAS } from '../../src/kernel/sewa.js';
import { sebagaiTampilan, type TampilanApa } from '../../src/kernel/view.js';
import { Pemantau } from '../../src/projections/runtime/pemantau.js';
import { type Kabar, Runner } from '../../src/projections/runtime/runner.js';
import { denganPostgres, type Gugus, jalankanSql, mulaiPostgres } from '../support/postgres.js';
import {
  acak,
  lipatBersih,
  REGISTRI,
  saldo,
  semuaEvent,
  TAMPILAN,
  type Tempat,
  tambahkan,
  tambahkanAcak,
  tempatBaru,
  terlihat,
} from './runner.contoh.js';

const LAMA = 600; // ms a lease lasts here
const TENGGAT = 20_000;

const sampai = async (syarat: () => boolean | Promise<boolean>): Promise<void> => {
  for (const tenggat = performance.now() + TENGGAT; !(await syarat()); ) {
    if (performance.now() > tenggat) throw new Error('syarat tidak tercapai');
    await new Promise((lanjut) => setTimeout(lanjut, 10));
  }
};

it('tanpa basis data bersama setiap tampilan boleh dikerjakan', async () => {
  expect(await SEWA_BEBAS.pegang('saldo')).toBe(true);
  await SEWA_BEBAS.lepas('saldo');
});

denganPostgres('sewa di PostgreSQL', () => {
  let gugus: Gugus;
  let alamat: string;
  let tempat: Tempat;
  const terbuka: (() => Promise<unknown>)[] = [];
  const buka = async (): Promise<PostgresViewStore> => {
    const views = await PostgresViewStore.open(alamat, { banyak: 4 });
    terbuka.unshift(() => views.close());
    return views;
  };
  beforeAll(async () => {
    gugus = await mulaiPostgres();
  });
  beforeEach(async () => {
    alamat = await gugus.kosong();
    tempat = tempatBaru();
    await tambahkanAcak(tempat.store, acak(31), 60);
  });
  afterEach(async () => {
    for (const tutup of terbuka.splice(0)) await tutup();
    await tempat.hapus();
  });
  afterAll(() => gugus.henti());

  describe('satu tampilan', () => {
    it('dipegang oleh satu saja, sampai dilepas', async () => {
      const [a, b] = [(await buka()).sewa('a', LAMA), (await buka()).sewa('b', LAMA)];
      expect([await a.pegang('saldo'), await b.pegang('saldo'), await b.pegang('catatan')]).toEqual([
        true,
        false,
        true,
      ]);
      await b.lepas('saldo'); // not its own to give up
      await a.lepas('saldo');
      await sampai(() => b.pegang('saldo'));
      expect(await a.pegang('saldo')).toBe(false);
    });

    it('diperpanjang selama pemegangnya hidup, dan berakhir sendiri setelah itu', async () => {
      const toko = await buka();
      const [a, b] = [toko.sewa('a', LAMA), (await buka()).sewa('b', LAMA)];
      expect(await a.pegang('saldo')).toBe(true);
      const mulai = performance.now();
      while (performance.now() - mulai < 3 * LAMA) expect(await b.pegang('saldo')).toBe(false);
      await toko.close(); // as one that died: nothing was given up
      await sampai(() => b.pegang('saldo'));
    });

    it('yang direbut setelah pemegangnya tertidur tidak lagi disangka miliknya', async () => {
      const [a, b] = [(await buka()).sewa('a', LAMA), (await buka()).sewa('b', LAMA)];
      expect(await a.pegang('saldo')).toBe(true);
      await jalankanSql(alamat, "update amanah_tampilan.sewa set sampai = now() - interval '1 hour'");
      expect(await b.pegang('saldo')).toBe(true);
      await sampai(async () => !(await a.pegang('saldo')));
    });
  });

  describe('dua proses', () => {
    type Proses = { runner: Runner; views: PostgresViewStore; kabar: Kabar[]; mati: () => Promise<void> };
    const proses = async (nama: string, daftar = TAMPILAN, store = tempat.store): Promise<Proses> => {
      const views = await PostgresViewStore.open(alamat, { banyak: 4 });
      const kabar: Kabar[] = [];
      const sewa = views.sewa(nama, LAMA);
      const runner = new Runner(store, views, daftar, { sewa, jeda: 50, kabar: (k) => kabar.push(k) });
      terbuka.unshift(async () => {
        await runner.berhenti();
        await views.close();
      });
      runner.jalan();
      return { runner, views, kabar, mati: () => views.close() };
    };
    const terakhir = ({ kabar }: Proses) =>
      TAMPILAN.flatMap(
        ({ nama }) => kabar.findLast((k) => k.tampilan === nama) ?? { status: '', posisi: -1 },
      );
    const melihat =
      ({ kabar }: Proses, posisi: number) =>
      () =>
        TAMPILAN.every(({ nama }) => kabar.some((k) => k.tampilan === nama && k.posisi >= posisi));
    const samaDenganLog = async (): Promise<void> => {
      const [views, events] = [await buka(), await semuaEvent(tempat.store)];
      for (const view of TAMPILAN) {
        expect(await views.posisi(view.nama)).toBe(events.length - 1);
        expect(await terlihat(views, view.nama)).toEqual(lipatBersih(view, events));
      }
    };

    it('bekerja bergantian: yang satu melipat, yang lain hanya mengikuti dan mengabarkannya', async () => {
      const a = await proses('a');
      await sampai(melihat(a, 59));
      const b = await proses('b');
      const tulis = jest.spyOn(b.views, 'tulis');
      for (let i = 0; i < 10; i++) {
        await tambahkanAcak(tempat.store, acak(i), 3);
        const posisi = await tempat.store.posisi();
        await sampai(melihat(a, posisi));
        await sampai(melihat(b, posisi));
      }
      expect(tulis).not.toHaveBeenCalled();
      await samaDenganLog();
    });

    it('yang ditutup dengan baik langsung digantikan, yang mati digantikan setelah sewanya berakhir', async () => {
      const a = await proses('a');
      await sampai(melihat(a, 59));
      const b = await proses('b');
      await a.runner.berhenti();
      await tambahkanAcak(tempat.store, acak(1), 20);
      await sampai(melihat(b, 79));
      const c = await proses('c');
      await b.mati();
      await tambahkanAcak(tempat.store, acak(2), 20);
      await sampai(melihat(c, 99));
      await samaDenganLog();
    });

    it('yang tidak dapat membaca log menyerahkan tampilannya kepada yang dapat', async () => {
      let rusak = false;
      const buta = new Proxy(tempat.store, {
        get: (asli, nama) => {
          if (nama === 'posisi' && rusak)
            return () => Promise.reject(new TokoTidakTersedia('log tidak terbaca'));
          const nilai = Reflect.get(asli, nama);
          return typeof nilai === 'function' ? nilai.bind(asli) : nilai;
        },
      });
      const a = await proses('a', TAMPILAN, buta);
      await sampai(melihat(a, 59));
      const b = await proses('b');
      rusak = true;
      await tambahkanAcak(tempat.store, acak(3), 20);
      await sampai(melihat(b, 79));
      await samaDenganLog();
    });

    it('yang menunggu versi baru menyerahkan tampilannya kepada proses yang mengenal jenisnya', async () => {
      await tempat.hapus();
      tempat = tempatBaru({ versi: { ...REGISTRI.versi, Baru: 1 }, naikkan: {} });
      await tambahkanAcak(tempat.store, acak(2), 20);
      await tambahkan(tempat.store, 'Uji-1', [{ type: 'Baru', data: {} } as never]);
      await tambahkanAcak(tempat.store, acak(2), 20);
      const lama = SqliteEventStore.open(tempat.folder, { bacaSaja: true, codec: new Codec(REGISTRI) });
      terbuka.unshift(() => lama.close());
      const a = await proses('a', TAMPILAN, lama);
      await sampai(() => terakhir(a).every((k) => k.status === 'menunggu versi baru' && k.posisi === 19));
      const b = await proses('b');
      await sampai(melihat(b, 40));
      await sampai(melihat(a, 40)); // it follows what it could not fold itself
      await samaDenganLog();
    });

    it('yang berhenti menyerahkan tampilannya kepada proses yang sudah diperbaiki, lalu mengikutinya', async () => {
      const rusak = TAMPILAN.map((view): TampilanApa => {
        const kunci: TampilanApa['kunci'] = (e) => {
          if (e.meta.posisi === 40) throw new Error('rusak');
          return view.kunci(e);
        };
        return { ...view, kunci };
      });
      const a = await proses('a', rusak);
      await sampai(() => terakhir(a).every((k) => k.status === 'berhenti' && k.posisi === 39));
      const b = await proses('b');
      await sampai(melihat(b, 59));
      await sampai(melihat(a, 59));
      expect(terakhir(a).map((k) => k.status)).toEqual(['berjalan', 'berjalan']);
      await samaDenganLog();
    });

    it('dengan versi yang berbeda: yang baru membangun selagi yang lama meneruskan', async () => {
      const a = await proses('a');
      await sampai(melihat(a, 59));
      const saldo2: TampilanApa = { ...sebagaiTampilan(saldo), versi: 2 };
      const b = await proses('b', [saldo2, ...TAMPILAN.slice(1)]);
      await sampai(async () => (await b.views.keadaan('saldo'))?.hidup.versi === 2);
      await tambahkanAcak(tempat.store, acak(4), 20);
      await sampai(melihat(b, 79));
      expect(a.kabar.filter((k) => k.tampilan === 'saldo').at(-1)?.status).toBe('menunggu versi baru');
      await samaDenganLog();
    });

    it('pertanyaan dijawab oleh versi yang barisnya berdiri: tidak selama dibangun, tidak setelah diganti', async () => {
      const mulai = async (daftar: readonly TampilanApa[]): Promise<Pemantau> => {
        const views = await buka();
        const sewa = views.sewa(`pemantau ${daftar[0]?.versi}`, LAMA);
        const opsi = { store: tempat.store, views, daftar, folder: null, sewa, lapor: () => undefined };
        const pemantau = Pemantau.mulai(opsi);
        terbuka.unshift(() => pemantau.berhenti());
        return pemantau;
      };
      const lama = await mulai(TAMPILAN);
      expect(lama.menjawab).toBe(false);
      expect(await lama.tungguSemua(59)).toBe(true);
      expect(lama.menjawab).toBe(true);
      const saldo2: TampilanApa = { ...sebagaiTampilan(saldo), versi: 2 };
      const baru = await mulai([saldo2, ...TAMPILAN.slice(1)]);
      const dijawab: (readonly [boolean, boolean])[] = [];
      for (const p of [lama, baru]) p.onMaju(() => dijawab.push([lama.menjawab, baru.menjawab]));
      await sampai(() => baru.menjawab && !lama.menjawab);
      expect(dijawab[0]).toEqual([true, false]);
    });

    it('tanpa sewa sama sekali pun memberi baris yang sama dengan lipatan bersih', async () => {
      const toko = [await buka(), await buka()];
      const runner = toko.map((v) => new Runner(tempat.store, v, TAMPILAN, { jeda: 20 }));
      for (const r of runner) r.jalan();
      for (let i = 0; i < 30; i++) await tambahkanAcak(tempat.store, acak(i), 4);
      await sampai(
        async () => (await toko[0]?.posisi('saldo')) === 179 && (await toko[1]?.posisi('catatan')) === 179,
      );
      for (const r of runner) await r.berhenti();
      await samaDenganLog();
    });

    it('mati dan mulai lagi bergantian tanpa henti memberi baris yang sama dengan lipatan bersih', async () => {
      let hidup = [await proses('0'), await proses('1')];
      for (let i = 2; i < 12; i++) {
        await tambahkanAcak(tempat.store, acak(i), 15);
        const [pertama, kedua] = hidup;
        if (i % 2 === 0) await pertama?.mati();
        else await pertama?.runner.berhenti();
        hidup = [...(kedua ? [kedua] : []), await proses(`${i}`)];
      }
      const [a, b] = hidup;
      const ujung = await tempat.store.posisi();
      for (const p of [a, b]) if (p) await sampai(melihat(p, ujung));
      await samaDenganLog();
    });

    it('pemantau di proses yang tidak melipat menjawab begitu tampilan melihat peristiwanya', async () => {
      const a = await proses('a');
      await sampai(melihat(a, 59));
      const views = await buka();
      const tulis = jest.spyOn(views, 'tulis');
      const pemantau = Pemantau.mulai({
        store: tempat.store,
        views,
        daftar: TAMPILAN,
        folder: null,
        sewa: views.sewa('penonton', LAMA),
        lapor: () => undefined,
      });
      terbuka.unshift(() => pemantau.berhenti());
      expect(await pemantau.tungguSemua(59)).toBe(true);
      await tambahkanAcak(tempat.store, acak(5), 7);
      expect(await pemantau.tungguSemua(66)).toBe(true);
      expect(tulis).not.toHaveBeenCalled();
    });
  });
});
