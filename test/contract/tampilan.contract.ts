import type { DomainEvent } from '../../src/kernel/decider.js';
import type { Recorded } from '../../src/kernel/event-store.js';
import type { ViewStore } from '../../src/kernel/view-store.js';
import { capaianView } from '../../src/projections/capaian/capaian.projection.js';
import { KueriCapaian } from '../../src/projections/capaian/capaian.query.js';
import type { BarisCapaian } from '../../src/projections/capaian/fakta.js';
import { masukanCapaian } from '../../src/projections/capaian/masukan.js';
import { perencanaanView } from '../../src/projections/perencanaan/perencanaan.projection.js';
import { KueriPerencanaan } from '../../src/projections/perencanaan/perencanaan.query.js';
import { tabelPerencanaan } from '../../src/projections/perencanaan/tabel-perencanaan.js';
import { DAFTAR_TAMPILAN } from '../../src/projections/runtime/daftar-tampilan.js';
import { type CapaianOpd, hitungCapaian } from '../../src/reporting/capaian.js';
import { bahanDari } from '../support/bahan.js';
import { project } from '../support/project.js';
import { TahunAcak } from '../support/tahun-acak.js';
import { saat, TampilanUji } from '../support/tampilan-uji.js';
import { acak, lipatBersih, semuaEvent, terlihat } from './runner.contoh.js';

export const KUNCI = { pemda: '61.71', opd: 'disnaker', tahun: 2023 };

/** The oracle: the formula over a clean fold of the events, sharing neither store nor memory with the query. */
const dihitungUlang = (events: readonly Recorded<DomainEvent>[]): CapaianOpd | null => {
  const baris = [...project(capaianView, events)]
    .filter(([k]) => !k.includes('/dinkes'))
    .map(([, isi]) => isi);
  const jenis = <J extends BarisCapaian['jenis']>(j: J) =>
    baris.filter((b): b is Extract<BarisCapaian, { jenis: J }> => b.jenis === j);
  const [opd] = jenis('opd');
  if (opd === undefined) return null;
  const [pemda = null] = jenis('pemda');
  const fakta = { opd, pemda, tahun: jenis('tahun'), triwulan: jenis('triwulan') };
  return hitungCapaian(masukanCapaian(fakta, KUNCI.tahun, events.length - 1));
};

/** The same store, of which one view has read no further than `sampai`. */
const tertinggal = (views: ViewStore, view: string, sampai: number): ViewStore =>
  new Proxy(views, {
    get: (asli, nama) => {
      const nilai = Reflect.get(asli, nama);
      if (nama === 'posisi') return async (v: string) => (v === view ? sampai : await asli.posisi(v));
      return typeof nilai === 'function' ? nilai.bind(asli) : nilai;
    },
  });

/** Every view that Amanah keeps, over random lawful years. `buka`: an empty view store; undefined: one beside the log. */
export const setiapTampilan = (nama: string, buka: () => Promise<ViewStore | undefined>): void =>
  describe(`setiap tampilan, atas perintah acak yang sah: ${nama}`, () => {
    let t: TampilanUji;
    beforeEach(async () => {
      t = new TampilanUji(await buka());
    });
    afterEach(() => t.tutup());

    it.each([1, 2, 3])(
      'menyamai lipatan bersih sambil berjalan dan setelah dibangun ulang (benih %i)',
      async (benih) => {
        const log = new TahunAcak(acak(benih)).banyak(400);
        for (let i = 0; i < log.length; i += 57) await t.catat(log.slice(i, i + 57));
        const events = await semuaEvent(t.store);
        const bersih = DAFTAR_TAMPILAN.map((view) => lipatBersih(view, events));
        const nyata = () => Promise.all(DAFTAR_TAMPILAN.map((view) => terlihat(t.views, view.nama)));
        expect(await nyata()).toEqual(bersih);
        for (const { nama } of DAFTAR_TAMPILAN) await t.runner.bangunUlang(nama);
        expect(await nyata()).toEqual(bersih);
      },
    );

    it('capaian menyamai rumus atas lipatan bersih, kini dan pada setiap saat yang lalu', async () => {
      await t.catat(new TahunAcak(acak(11)).banyak(300));
      const events = (await semuaEvent(t.store)) as readonly Recorded<DomainEvent>[];
      const kueri = new KueriCapaian(t.views, t.store);
      expect(await kueri.capaian(KUNCI)).toEqual(dihitungUlang(events));
      for (let p = 1; p < events.length; p += 23) {
        const lalu = await kueri.capaian(KUNCI, { pada: saat(p) });
        expect(lalu).toEqual(dihitungUlang(events.slice(0, p + 1)));
      }
    });

    it('tabel perencanaan menyamai lipatan bersih, kini, pada setiap saat yang lalu, dan ketika satu tampilan tertinggal', async () => {
      await t.catat(new TahunAcak(acak(12)).banyak(300));
      const events = (await semuaEvent(t.store)) as readonly Recorded<DomainEvent>[];
      const bersih = (sampai: number) => {
        const bahan = bahanDari(events.slice(0, sampai + 1), KUNCI);
        return bahan && { posisi: sampai, tabel: tabelPerencanaan(bahan) };
      };
      const kueri = (views: ViewStore) =>
        new KueriPerencanaan(views, t.store, new KueriCapaian(views, t.store));
      expect(await kueri(t.views).tabel(KUNCI)).toEqual(bersih(events.length - 1));
      for (let p = 1; p < events.length; p += 29) {
        expect(await kueri(t.views).tabel(KUNCI, { pada: saat(p) })).toEqual(bersih(p));
        expect(await kueri(tertinggal(t.views, perencanaanView.nama, p)).tabel(KUNCI)).toEqual(bersih(p));
      }
    });
  });
