import type { DomainEvent } from '../../src/kernel/decider.js';
import type { Recorded } from '../../src/kernel/event-store.js';
import type { ViewStore } from '../../src/kernel/view-store.js';
import { capaianView } from '../../src/projections/capaian/capaian.projection.js';
import { KueriCapaian } from '../../src/projections/capaian/capaian.query.js';
import type { BarisCapaian } from '../../src/projections/capaian/fakta.js';
import { masukanCapaian } from '../../src/projections/capaian/masukan.js';
import { DAFTAR_TAMPILAN } from '../../src/projections/runtime/daftar-tampilan.js';
import { type CapaianOpd, hitungCapaian } from '../../src/reporting/capaian.js';
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
  });
