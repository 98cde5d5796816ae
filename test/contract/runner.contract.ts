import { Codec } from '../../src/infra/event-store/codec.js';
import { SqliteEventStore } from '../../src/infra/event-store/sqlite.event-store.js';
import { SqliteViewStore } from '../../src/infra/view-store/sqlite.view-store.js';
import type { EventStore, Recorded } from '../../src/kernel/event-store.js';
import { sebagaiTampilan, type TampilanApa } from '../../src/kernel/view.js';
import type { ViewStore } from '../../src/kernel/view-store.js';
import { KOSONG, lipat } from '../../src/projections/runtime/lipat.js';
import { barisPada } from '../../src/projections/runtime/pada.js';
import { Runner } from '../../src/projections/runtime/runner.js';
import type { TempatViews } from '../support/tempat-views.js';
import {
  acak,
  catatan,
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

const KECIL = { halaman: 5, kotor: 4, peristiwa: 11, ingatan: 3 };

/** A log with some of its answers replaced. */
const logLain = (store: EventStore, ganti: Partial<EventStore>): EventStore =>
  new Proxy(store, {
    get: (asli, nama) => {
      const nilai = Reflect.get(nama in ganti ? ganti : asli, nama);
      return typeof nilai === 'function' ? nilai.bind(nama in ganti ? ganti : asli) : nilai;
    },
  });
/** The log as it stood at a position. */
const sampaiPosisi = (store: EventStore, p: number): EventStore =>
  logLain(store, {
    posisi: async () => p,
    readAll: async (dari, batas) => (await store.readAll(dari, batas)).filter((e) => e.meta.posisi <= p),
  });

const gagal = (pesan: string): never => {
  throw new Error(pesan);
};

/** What a runner must do over any view store. */
export const runnerContract = (nama: string, tempatViews: () => Promise<TempatViews>): void =>
  describe(`runner tampilan: ${nama}`, () => {
    let tempat: Tempat;
    let toko: TempatViews;
    let views: ViewStore;
    /** What no runner does: puts every checkpoint back, with the rows left as they are. */
    const mundurkan = (posisi: number, peristiwa: string | undefined): Promise<void> =>
      toko.sql(`update tabel set posisi = ${posisi}, peristiwa = ${peristiwa ? `'${peristiwa}'` : null}`);
    const [saldoApa, catatanApa] = [sebagaiTampilan(saldo), sebagaiTampilan(catatan)];
    const samaDenganLog = async (v = views, store: EventStore = tempat.store): Promise<void> => {
      const events = await semuaEvent(store);
      for (const view of TAMPILAN) {
        expect(await v.posisi(view.nama)).toBe(events.length - 1);
        expect(await terlihat(v, view.nama)).toEqual(lipatBersih(view, events));
      }
    };

    beforeEach(async () => {
      tempat = tempatBaru();
      toko = await tempatViews();
      views = await toko.buka();
      await tambahkanAcak(tempat.store, acak(7), 120);
    });
    afterEach(async () => {
      await views.close();
      await toko.hapus();
      await tempat.hapus();
    });

    it('menyamai lipatan bersih dari log, sedikit demi sedikit maupun sekaligus', async () => {
      const runner = new Runner(tempat.store, views, TAMPILAN, { ukuran: KECIL });
      const r = acak(8);
      for (let putaran = 0; putaran < 25; putaran++) {
        await runner.kejar();
        await samaDenganLog();
        await tambahkanAcak(tempat.store, r, r(12));
      }
      const sekaligus = SqliteViewStore.open(':memory:');
      await new Runner(tempat.store, sekaligus, TAMPILAN).kejar();
      await samaDenganLog(sekaligus);
    });

    it('mengejar satu tampilan saja bila diminta', async () => {
      const keadaan = await new Runner(tempat.store, views, TAMPILAN).kejar('saldo');
      expect(keadaan).toMatchObject([{ nama: 'saldo', status: 'berjalan', hidup: { posisi: 119 } }]);
      expect(await views.posisi('catatan')).toBe(-1);
      await expect(new Runner(tempat.store, views, TAMPILAN).kejar('lain')).rejects.toThrow('tidak dikenal');
    });

    it('tidak berubah bila peristiwa mana pun disampaikan dua kali', async () => {
      const events = await semuaEvent(tempat.store);
      const baris = new Map<string, typeof KOSONG>();
      for (const [i, event] of events.entries())
        for (const kunci of event.type in saldo.when ? saldoApa.kunci(event) : []) {
          const sekali = lipat(saldoApa, baris.get(kunci) ?? KOSONG, event, kunci);
          for (const lama of events
            .slice(0, i + 1)
            .filter((e) => saldoApa.when[e.type] && saldoApa.kunci(e).includes(kunci)))
            if (sekali.posisi >= lama.meta.posisi) expect(lipat(saldoApa, sekali, lama, kunci)).toBe(sekali);
          baris.set(kunci, sekali);
        }
    });

    it('tidak berubah bila posisinya mundur dan sebagian log disampaikan lagi', async () => {
      const runner = new Runner(tempat.store, views, TAMPILAN, { ukuran: KECIL });
      await runner.kejar();
      const events = await semuaEvent(tempat.store);
      for (let mundur = 0; mundur < 120; mundur += 7) {
        await mundurkan(mundur - 1, events[mundur - 1]?.meta.id);
        await runner.kejar();
        await samaDenganLog();
      }
    });

    describe('bangunUlang', () => {
      it('menyamai baris yang hidup, dan menukarnya tanpa terlihat setengah jadi', async () => {
        const runner = new Runner(tempat.store, views, TAMPILAN, { ukuran: KECIL });
        await runner.kejar();
        const sebelum = await views.potret('saldo', '', 1_000);
        const nomor = (await views.keadaan('saldo'))?.hidup.nomor;
        const maju: number[] = [];
        expect(await runner.bangunUlang('saldo', (posisi) => maju.push(posisi))).toEqual({ peristiwa: 120 });
        expect(await views.potret('saldo', '', 1_000)).toEqual(sebelum);
        expect((await views.keadaan('saldo'))?.hidup.nomor).not.toBe(nomor);
        expect(maju.length).toBeGreaterThan(10);
        expect(maju).toEqual(maju.toSorted((a, b) => a - b));
      });

      it('berlangsung selagi peristiwa terus bertambah dan tampilan lama terus maju', async () => {
        const runner = new Runner(tempat.store, views, TAMPILAN, { ukuran: KECIL });
        runner.jalan();
        const r = acak(9);
        const menulis = (async () => {
          for (let i = 0; i < 30; i++) await tambahkanAcak(tempat.store, r, 5);
        })();
        for (let i = 0; i < 5; i++) await runner.bangunUlang('saldo');
        await menulis;
        await runner.kejar();
        await runner.berhenti();
        await samaDenganLog();
      });

      it('yang dihentikan di tengah jalan tidak merusak yang hidup dan dapat diulang', async () => {
        const runner = new Runner(tempat.store, views, TAMPILAN, { ukuran: KECIL });
        await runner.kejar();
        const macet = runner.bangunUlang('saldo', () => void runner.berhenti());
        await expect(macet).rejects.toThrow('dihentikan');
        expect(await views.keadaan('saldo')).toMatchObject({ status: 'berjalan', bangun: null });
        await samaDenganLog();
        await views.mulaiBangun('saldo', 1); // as a process leaves it that was killed
        const lagi = new Runner(tempat.store, views, TAMPILAN, { ukuran: KECIL });
        await lagi.kejar();
        await lagi.bangunUlang('saldo');
        expect(await views.keadaan('saldo')).toMatchObject({ status: 'berjalan', bangun: null });
        await samaDenganLog();
      });

      it('oleh dua proses sekaligus berakhir pada satu tabel yang benar', async () => {
        const lain = await toko.buka();
        const satu = new Runner(tempat.store, views, TAMPILAN, { ukuran: KECIL });
        const dua = new Runner(tempat.store, lain, TAMPILAN, { ukuran: { ...KECIL, halaman: 3 } });
        await Promise.all([satu.bangunUlang('saldo'), dua.bangunUlang('saldo'), dua.kejar()]);
        expect(await views.keadaan('saldo')).toMatchObject({ status: 'berjalan', bangun: null });
        await samaDenganLog();
        await lain.close();
      });
    });

    describe('versi', () => {
      const saldo2 = (versi: number): TampilanApa => ({
        ...saldoApa,
        versi,
        tanda: () => [{ tag: `v${versi}`, urut: '' }],
      });

      it('yang dinaikkan dibangun di samping yang lama, lalu ditukar', async () => {
        await new Runner(tempat.store, views, [saldoApa]).kejar();
        await new Runner(tempat.store, views, [saldo2(2)], { ukuran: KECIL }).kejar();
        expect(await views.keadaan('saldo')).toMatchObject({
          bangun: null,
          hidup: { versi: 2, posisi: 119 },
        });
        expect(await terlihat(views, 'saldo')).toEqual(
          lipatBersih(saldo2(2), await semuaEvent(tempat.store)),
        );
      });

      it('yang dinaikkan oleh dua proses sekaligus dibangun bersama, tanpa saling menghapus', async () => {
        await new Runner(tempat.store, views, [saldoApa]).kejar();
        const lain = await toko.buka();
        const runner = [views, lain].map((v) => new Runner(tempat.store, v, [saldo2(2)], { ukuran: KECIL }));
        await Promise.all(runner.map((r) => r.kejar()));
        expect((await views.keadaan('saldo'))?.hidup).toMatchObject({ versi: 2, posisi: 119 });
        expect(await terlihat(lain, 'saldo')).toEqual(lipatBersih(saldo2(2), await semuaEvent(tempat.store)));
        await lain.close();
      });

      it('yang lama terus maju selagi versi baru dibangun di sampingnya, lalu dibiarkan', async () => {
        const kabar: string[] = [];
        const lama = new Runner(tempat.store, views, [saldoApa], { kabar: (k) => kabar.push(k.status) });
        await lama.kejar();
        const lain = await toko.buka();
        const nomor = await lain.mulaiBangun('saldo', 2);
        await tambahkanAcak(tempat.store, acak(6), 9);
        await lama.kejar();
        expect(await views.keadaan('saldo')).toMatchObject({
          hidup: { versi: 1, posisi: 128 },
          bangun: { nomor },
        });
        expect(await terlihat(views, 'saldo')).toEqual(lipatBersih(saldoApa, await semuaEvent(tempat.store)));
        await new Runner(tempat.store, lain, [saldo2(2)], { ukuran: KECIL }).kejar();
        await lama.kejar();
        expect(kabar).toEqual(['berjalan', 'berjalan', 'menunggu versi baru']);
        expect(await views.keadaan('saldo')).toMatchObject({
          hidup: { nomor, versi: 2, posisi: 128 },
          bangun: null,
        });
        await lain.close();
      });

      it('yang ditinggalkan setengah dibangun tidak diteruskan oleh versi lain', async () => {
        await new Runner(tempat.store, views, [saldoApa]).kejar();
        const nomor = await views.mulaiBangun('saldo', 2);
        await new Runner(tempat.store, views, [saldo2(3)], { ukuran: KECIL }).kejar();
        expect((await views.keadaan('saldo'))?.hidup).toMatchObject({ versi: 3, posisi: 119 });
        expect((await views.keadaan('saldo'))?.hidup.nomor).not.toBe(nomor);
        expect(await terlihat(views, 'saldo')).toEqual(
          lipatBersih(saldo2(3), await semuaEvent(tempat.store)),
        );
      });

      it('yang lebih baru di toko dibiarkan bagi Amanah yang lebih baru', async () => {
        await new Runner(tempat.store, views, [saldo2(2)]).kejar();
        await tambahkanAcak(tempat.store, acak(3), 5);
        const kabar: string[] = [];
        const lama = new Runner(tempat.store, views, [saldoApa], { kabar: (k) => kabar.push(k.status) });
        await lama.kejar();
        expect(kabar).toEqual(['menunggu versi baru']);
        expect((await views.keadaan('saldo'))?.hidup).toMatchObject({ versi: 2, posisi: 119 });
      });
    });

    describe('peristiwa yang tidak dapat dilipat', () => {
      /** `tanda` and `json`: the row is spoilt from that event on, and it shows only when it is stored. */
      const rusak = (posisi: number, di: 'kunci' | 'when' | 'tanda' | 'json'): TampilanApa => {
        const kena = ({ meta }: Recorded, bagian: string): boolean => meta.posisi === posisi && di === bagian;
        const when = Object.entries(saldoApa.when).map(
          ([jenis, kata]): [string, TampilanApa['when'][string]] => [
            jenis,
            (row, e, k) => {
              if (kena(e, 'when')) throw new Error('lipatan rusak');
              const { racun } = row as { racun?: unknown };
              const spoilt = racun ?? (kena(e, 'tanda') ? 'tanda' : kena(e, 'json') ? 1n : undefined);
              return spoilt === undefined
                ? kata(row, e, k)
                : { ...(kata(row, e, k) as object), racun: spoilt };
            },
          ],
        );
        return {
          ...saldoApa,
          kunci: (e) => (kena(e, 'kunci') ? gagal('kunci rusak') : saldoApa.kunci(e)),
          when: Object.fromEntries(when),
          tanda: (row, k) =>
            (row as { racun?: unknown }).racun ? gagal('tanda rusak') : saldoApa.tanda(row, k),
        };
      };
      let racun: { posisi: number; id: string };
      beforeEach(async () => {
        const event = (await semuaEvent(tempat.store)).find(
          (e) => e.meta.posisi > 60 && e.type === 'Ditambah' && (e.data as { n: number }).n > 0,
        );
        racun = { posisi: event?.meta.posisi ?? -1, id: event?.meta.id ?? '' };
      });

      it.each(['kunci', 'when', 'tanda', 'json'] as const)(
        'menghentikan tampilan itu saja, tepat sebelum peristiwanya, dengan sebabnya (%s)',
        async (di) => {
          const runner = new Runner(tempat.store, views, [rusak(racun.posisi, di), catatanApa], {
            ukuran: KECIL,
          });
          await runner.kejar();
          expect(await views.keadaan('saldo')).toMatchObject({
            status: 'berhenti',
            sebab: { idPeristiwa: racun.id, posisi: racun.posisi },
            hidup: { posisi: racun.posisi - 1 },
          });
          const sebelum = (await semuaEvent(tempat.store)).slice(0, racun.posisi);
          expect(await terlihat(views, 'saldo')).toEqual(lipatBersih(saldoApa, sebelum));
          expect(await views.keadaan('catatan')).toMatchObject({
            status: 'berjalan',
            hidup: { posisi: 119 },
          });
          await tambahkanAcak(tempat.store, acak(4), 5);
          await runner.kejar();
          expect(await views.posisi('saldo')).toBe(racun.posisi - 1);
          expect(await views.posisi('catatan')).toBe(124);
        },
      );

      it('tidak dilewati oleh bangunUlang, dan sembuh olehnya setelah diperbaiki', async () => {
        const sakit = new Runner(tempat.store, views, [rusak(racun.posisi, 'when'), catatanApa]);
        await sakit.kejar();
        await expect(sakit.bangunUlang('saldo')).rejects.toMatchObject({
          posisi: racun.posisi,
          idPeristiwa: racun.id,
        });
        expect(await views.keadaan('saldo')).toMatchObject({
          status: 'berhenti',
          sebab: { posisi: racun.posisi },
          bangun: null,
          hidup: { posisi: racun.posisi - 1 },
        });
        const sembuh = new Runner(tempat.store, views, TAMPILAN);
        await sembuh.bangunUlang('saldo');
        expect(await views.keadaan('saldo')).toMatchObject({ status: 'berjalan', sebab: null });
        await samaDenganLog();
      });

      it('dilanjutkan oleh proses yang sudah diperbaiki, tanpa membangun ulang', async () => {
        await new Runner(tempat.store, views, [rusak(racun.posisi, 'when'), catatanApa]).kejar();
        await new Runner(tempat.store, views, TAMPILAN).kejar();
        expect(await views.keadaan('saldo')).toMatchObject({ status: 'berjalan', sebab: null });
        await samaDenganLog();
      });

      it('berlanjut sendiri di proses yang berjalan setelah proses lain membangun ulang', async () => {
        const sakit = new Runner(tempat.store, views, [rusak(racun.posisi, 'when'), catatanApa]);
        await sakit.kejar();
        const lain = await toko.buka();
        await new Runner(tempat.store, lain, TAMPILAN).bangunUlang('saldo');
        await tambahkanAcak(tempat.store, acak(5), 9);
        await sakit.kejar();
        await samaDenganLog();
        await lain.close();
      });
    });

    describe('log', () => {
      it('dengan jenis yang belum dikenal menahan tampilan, lalu diteruskan oleh versi yang mengenalnya', async () => {
        const baru = { versi: { ...REGISTRI.versi, Baru: 1 }, naikkan: {} };
        await tempat.hapus();
        tempat = tempatBaru(baru);
        await tambahkanAcak(tempat.store, acak(2), 20);
        await tambahkan(tempat.store, 'Uji-1', [{ type: 'Baru', data: {} } as never]);
        await tambahkanAcak(tempat.store, acak(2), 20);
        const lama = SqliteEventStore.open(tempat.folder, { bacaSaja: true, codec: new Codec(REGISTRI) });
        const runner = new Runner(lama, views, TAMPILAN, { ukuran: { ...KECIL, halaman: 7 } });
        await runner.kejar();
        await runner.kejar();
        for (const { nama } of TAMPILAN)
          expect(await views.keadaan(nama)).toMatchObject({
            status: 'menunggu versi baru',
            sebab: { posisi: 20, pesan: expect.stringContaining('Baru') },
            hidup: { posisi: 19 },
          });
        await new Runner(tempat.store, views, TAMPILAN).kejar();
        await samaDenganLog();
        expect(await views.keadaan('saldo')).toMatchObject({ status: 'berjalan', sebab: null });
        await lama.close();
      });

      it('yang bercelah ditolak, tidak dilewati', async () => {
        const { store } = tempat;
        const bercelah = logLain(store, {
          readAll: async (d, n) => (await store.readAll(d, n)).filter((e) => e.meta.posisi !== 50),
        });
        await new Runner(bercelah, views, TAMPILAN, { ukuran: KECIL }).kejar();
        for (const { nama } of TAMPILAN)
          expect(await views.keadaan(nama)).toMatchObject({
            status: 'berhenti',
            hidup: { posisi: 49 },
            sebab: { posisi: 50, pesan: expect.stringContaining('celah') },
          });
      });

      it('yang lebih pendek daripada tampilannya, atau lain isinya, membuat tampilan dibangun dari awal', async () => {
        await new Runner(tempat.store, views, TAMPILAN).kejar();
        const lapor: string[] = [];
        const pendek = sampaiPosisi(tempat.store, 40);
        await new Runner(pendek, views, TAMPILAN, { lapor: (p) => lapor.push(p) }).kejar();
        expect(lapor).toHaveLength(2);
        expect(await views.posisi('saldo')).toBe(40);
        const lain = tempatBaru();
        await tambahkanAcak(lain.store, acak(99), 80);
        await new Runner(lain.store, views, TAMPILAN, { lapor: (p) => lapor.push(p) }).kejar();
        expect(lapor).toHaveLength(4);
        await samaDenganLog(views, lain.store);
        await lain.hapus();
      });
    });

    it('barisPada menyamai tampilan yang dibangun sampai posisi itu saja', async () => {
      await new Runner(tempat.store, views, TAMPILAN, { ukuran: KECIL }).kejar();
      let banyak = 0;
      for (let p = -1; p < 120; p += 3) {
        const dahulu = SqliteViewStore.open(':memory:');
        await new Runner(sampaiPosisi(tempat.store, p), dahulu, TAMPILAN).kejar();
        for (const view of TAMPILAN) {
          const kunci = (await views.potret(view.nama, '', 1_000)).baris.map((b) => b.kunci);
          const pada = await barisPada(tempat.store, views, view, [...kunci, 'tidak ada'], p);
          expect(pada).toEqual(await dahulu.baca(view.nama, [...kunci, 'tidak ada']));
          banyak += kunci.length;
        }
        await dahulu.close();
      }
      process.stdout.write(`pada: ${banyak} baris dibandingkan\n`);
      await expect(barisPada(tempat.store, views, saldo, ['r1'], 120)).rejects.toMatchObject({
        kode: 'BELUM_TERLIHAT',
      });
    });
  });
