import * as jalan from '../../src/approval/edaran/edaran.contoh.js';
import type { EdaranEvent } from '../../src/approval/edaran/edaran.decider.js';
import { kalenderDitetapkan, pemdaDidaftarkan } from '../../src/planning/pemda/pemda.contoh.js';
import { type IsiKotakMasuk, KueriKotakMasuk } from '../../src/projections/kotak-masuk/kotak-masuk.query.js';
import { di } from '../support/project.js';
import { TampilanUji } from '../support/tampilan-uji.js';

const LKJIP = 'Edaran-61.71.lkjip.disnaker.kepala.2023';
let t: TampilanUji;
beforeEach(async () => {
  t = new TampilanUji();
  await t.catat(di('Pemda-61.71', pemdaDidaftarkan, kalenderDitetapkan));
});
afterEach(() => t.tutup());

const tanya = async (jabatan: string, saat: string): Promise<IsiKotakMasuk | undefined> => {
  const jam = { now: () => new Date(`${saat}+07:00`) };
  const { edges } = await new KueriKotakMasuk(t.views, t.store, jam).halaman(`61.71.${jabatan}`, {
    first: 5,
  });
  return edges[0]?.node;
};

// The walk began on Sunday 2023-01-01, 07:00 WIB (a holiday besides); working hours are 07:30 to 16:00.
describe('langkah rute dilihat dengan jam', () => {
  const delegasi: EdaranEvent = {
    type: 'LangkahDidelegasikan',
    data: {
      ...{ nomor: 1, langkah: 'registrasi', jabatan: '61.71.disnaker.umum', catatan: null },
      ...{ kepada: '61.71.disnaker.perencana', mulai: '2023-01-03', selesai: '2023-01-04' },
      ...{ oleh: jalan.orang('umum'), cara: 'elektronik' },
    },
  };

  it('keterlambatan dihitung dalam jam kerja ketika ditanya', async () => {
    await t.catat(di(LKJIP, jalan.lkjipDimulai)); // registrasi: 5 minutes
    expect(await tanya('disnaker.umum', '2023-01-02T07:34')).toMatchObject({
      tugas: 'kerjakan-langkah',
      menitMenunggu: 4,
      langkah: { kode: 'registrasi', norma: 5, terlambat: 0, sebagai: 'sendiri' },
    });
    expect((await tanya('disnaker.umum', '2023-01-02T07:45'))?.langkah?.terlambat).toBe(10);
  });
  it('jabatan eskalasi baru melihatnya setelah terlambat', async () => {
    await t.catat(di(LKJIP, jalan.lkjipDimulai)); // registrasi: 5 minutes
    expect(await tanya('disnaker.sekretaris', '2023-01-02T07:35')).toBeUndefined();
    expect((await tanya('disnaker.sekretaris', '2023-01-02T07:36'))?.langkah).toMatchObject({
      sebagai: 'eskalasi',
      untuk: '61.71.disnaker.umum',
      terlambat: 1,
    });
  });
  it('penerima delegasi melihatnya pada hari-harinya saja', async () => {
    await t.catat(di(LKJIP, jalan.lkjipDimulai, delegasi));
    for (const [saat, ada] of [
      ['2023-01-02T23:59', false],
      ['2023-01-03T00:00', true],
      ['2023-01-04T23:59', true],
      ['2023-01-05T00:00', false],
    ] as const) {
      expect((await tanya('disnaker.perencana', saat))?.langkah?.sebagai).toBe(ada ? 'delegasi' : undefined);
      expect((await tanya('disnaker.umum', saat))?.langkah?.didelegasikanKepada).toBe(
        ada ? '61.71.disnaker.perencana' : null,
      );
    }
  });
  it('lamanya tidak diketahui bila kalender tahun itu belum ditetapkan', async () => {
    await t.catat(di(LKJIP, jalan.lkjipDimulai));
    expect(await tanya('disnaker.umum', '2024-01-02T08:00')).toMatchObject({
      menitMenunggu: null,
      langkah: { terlambat: null },
    });
  });
});
