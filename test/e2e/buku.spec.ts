import { LembarKerjaAdaptor } from '../../src/infra/documents/lembar-kerja.adaptor.js';
import type { LembarTerbaca } from '../../src/kernel/lembar-kerja.js';
import { PelaksanaImpor } from '../../src/reporting/impor/impor.pelaksana.js';
import { type AplikasiUji, mulaiUji } from '../support/aplikasi.js';
import { bandingkanRencana, type KunciRencana, rencanaTerlihat } from '../support/beda-rencana.js';
import { kirimBuku, unduhBuku } from '../support/buku-perencanaan.js';
import { berkasKota, harapanKota, KOTA, type Kota } from './impor.ruang.js';

const adaptor = new LembarKerjaAdaptor();
const kunciKota = (kota: Kota): KunciRencana => {
  const { pemda, opd, tahun } = harapanKota(kota);
  return { pemda, opd, tahun };
};
const sel = async (bita: Uint8Array): Promise<readonly LembarTerbaca[]> => adaptor.baca(new Uint8Array(bita));

describe('buku perencanaan dua kota nyata, dipindahkan ke instalasi kosong', () => {
  let asal: AplikasiUji;
  let tujuan: AplikasiUji;
  const jumlah = { sel: 0, baris: 0, beda: 0, daun: 0 };
  beforeAll(async () => {
    [asal, tujuan] = [await mulaiUji(), await mulaiUji()];
    const { store, executor, clock } = asal.aplikasi.rakitan;
    const pelaksana = new PelaksanaImpor(store, executor, clock);
    for (const kota of KOTA) expect((await pelaksana.impor(berkasKota(kota))).ditolak).toEqual([]);
  });
  afterAll(async () => {
    await asal.tutup();
    await tujuan.tutup();
  });

  it.each(KOTA)(
    '%s: diambil alih dari kertas, setiap tampilan sama, dan bukunya lagi sel demi sel',
    async (kota) => {
      const k = kunciKota(kota);
      const buku = await unduhBuku(asal, k);
      const { status, isi } = await kirimBuku(tujuan, k, buku);
      expect([status, isi.ditolak]).toEqual([200, []]);
      const { beda, daun } = bandingkanRencana(
        await rencanaTerlihat(asal, k),
        await rencanaTerlihat(tujuan, k),
      );
      expect(beda).toEqual([]);
      const [awal, lagi] = [await sel(buku), await sel(await unduhBuku(tujuan, k))];
      expect(lagi).toEqual(awal);
      jumlah.daun += daun;
      jumlah.baris += isi.jumlahBaris;
      jumlah.beda += beda.length;
      jumlah.sel += awal.flatMap((l) => l.baris).reduce((n, b) => n + b.sel.length, 0);
    },
  );

  it('jumlahnya dicetak', () => {
    expect(jumlah.daun).toBeGreaterThan(2_000);
    process.stdout.write(
      `buku: ${KOTA.length} kota, ${jumlah.sel} sel, ${jumlah.baris} baris, ${jumlah.beda} beda\n`,
    );
  });

  it.each(KOTA)('%s: berkas yang sama sekali lagi tidak mengubah apa pun', async (kota) => {
    const k = kunciKota(kota);
    const ujung = await tujuan.posisi();
    const ulang = await kirimBuku(tujuan, k, await unduhBuku(asal, k));
    expect(ulang.isi).toMatchObject({ ditolak: [], jumlahPeristiwa: 0 });
    expect(await tujuan.posisi()).toBe(ujung);
  });
});
