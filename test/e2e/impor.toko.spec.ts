import { Executor } from '../../src/kernel/execute.js';
import { KueriKotakMasuk } from '../../src/projections/kotak-masuk/kotak-masuk.query.js';
import { KueriPerjanjianKinerja } from '../../src/projections/perjanjian-kinerja/perjanjian-kinerja.query.js';
import type { Paket } from '../../src/reporting/impor/impor.paket.js';
import { PelaksanaImpor } from '../../src/reporting/impor/impor.pelaksana.js';
import { penjagaImpor } from '../../src/reporting/impor/impor.penjaga.js';
import { pengukuran } from '../../src/reporting/pengukuran/pengukuran.decider.js';
import { amplopUji } from '../support/buku.js';
import { TokoTerpisah } from '../support/toko-terpisah.js';
import { bandingkan } from './impor.bandingkan.js';
import { berkasKota, harapanKota, paketKota, Ruang } from './impor.ruang.js';

const BERKAS = berkasKota('pontianak-2023');
const OLEH = {
  subjek: 's-1',
  jabatan: '61.71.disnaker.perencana',
  sebutan: 'Perencana',
  status: 'definitif',
} as const;
const KUNCI = { pemda: '61.71', opd: 'disnaker', tahun: 2023 };

/** The year before, of which only its PK is known. */
const paketTahunLain = (): Paket => {
  const { pengukuran: _1, rkt: _2, anggaran: _3, ...paket } = paketKota('pontianak-2023');
  return { ...paket, tahun: 2022 };
};

describe('toko tanpa transaksi antar-stream', () => {
  it.each([0, 1, 5, 10, 20, 30])(
    'impor yang terputus setelah %i penambahan dilanjutkan dengan mengimpor lagi',
    async (putus) => {
      const ruang = new Ruang();
      try {
        const pertama = new PelaksanaImpor(new TokoTerpisah(ruang.store, putus), ruang.executor, ruang.jam);
        await expect(pertama.impor(BERKAS)).rejects.toThrow('sambungan putus');
        const setengah = (await ruang.store.posisi()) + 1;
        await ruang.kejar();
        if (putus > 0)
          await expect(ruang.capaian.capaian(KUNCI)).rejects.toMatchObject({
            kode: putus > 5 ? 'IMPOR_BELUM_SELESAI' : expect.any(String),
          });
        const kedua = new PelaksanaImpor(new TokoTerpisah(ruang.store, 100), ruang.executor, ruang.jam);
        const { peristiwa, ditolak } = await kedua.impor(BERKAS);
        expect(ditolak).toEqual([]);
        const semua = await ruang.store.readAll(0, 10_000);
        const isi = semua.filter((e) => !e.type.startsWith('Impor')).length;
        expect(semua[0]?.type).toBe('ImporDimulai');
        expect(new Set(semua.map(({ meta }) => meta.id)).size).toBe(semua.length);
        expect(semua.filter((e) => e.type === 'ImporDimulai')).toHaveLength(1);
        expect(semua.at(-1)).toMatchObject({ type: 'ImporSelesai', data: { peristiwa: isi } });
        expect(Math.max(setengah, 1) + peristiwa).toBe(semua.length);
        expect(await kedua.impor(BERKAS)).toEqual({ peristiwa: 0, ditolak: [] });
        await ruang.kejar();
        expect(bandingkan(harapanKota('pontianak-2023'), await ruang.capaian.capaian(KUNCI)).beda).toEqual(
          [],
        );
      } finally {
        await ruang.tutup();
      }
    },
  );
});

describe('selama impor belum selesai', () => {
  const halaman = { first: 100 };
  const kepala = { ...KUNCI, jabatan: 'kepala' };

  it('berkas lain tidak menutup impor yang terputus, dan tidak seorang pun mengubah tahun itu', async () => {
    const ruang = new Ruang();
    const executor = new Executor(ruang.store, ruang.jam, undefined, penjagaImpor);
    const terputus = new PelaksanaImpor(new TokoTerpisah(ruang.store, 30), executor, ruang.jam);
    const pelaksana = new PelaksanaImpor(new TokoTerpisah(ruang.store, 100), executor, ruang.jam);
    try {
      await expect(terputus.impor(BERKAS)).rejects.toThrow('sambungan putus');
      const sebelum = await ruang.store.posisi();
      const { pengukuran: semua, ...paket } = paketKota('pontianak-2023');
      const lain = Buffer.from(JSON.stringify({ ...paket, pengukuran: semua?.slice(0, 1) }));
      expect(await pelaksana.impor(lain)).toMatchObject({
        peristiwa: 0,
        ditolak: [{ kode: 'IMPOR_BELUM_SELESAI' }],
      });
      const verifikasi = { type: 'Verifikasi', oleh: OLEH, cara: 'dicatat' } as const;
      const id = '61.71.disnaker.2023.tw4';
      await expect(executor.execute(pengukuran, id, verifikasi, amplopUji())).rejects.toMatchObject({
        kode: 'IMPOR_BELUM_SELESAI',
      });
      expect(await ruang.store.posisi()).toBe(sebelum);
      expect((await pelaksana.impor(BERKAS)).ditolak).toEqual([]);
      await ruang.kejar();
      expect(bandingkan(harapanKota('pontianak-2023'), await ruang.capaian.capaian(KUNCI)).beda).toEqual([]);
    } finally {
      await ruang.tutup();
    }
  });

  it('di titik mana pun terputus, tidak satu tampilan pun memperlihatkan sebagian tahun itu', async () => {
    const ruang = new Ruang();
    const pk = new KueriPerjanjianKinerja(ruang.views);
    const kotak = new KueriKotakMasuk(ruang.views, ruang.store, ruang.jam);
    const tahunLain = await ruang.impor(paketTahunLain());
    expect(tahunLain.ditolak).toEqual([]);
    const jabatan = ['kepala', 'perencana']
      .map((j) => `61.71.disnaker.${j}`)
      .concat('61.71.pemda.kepala-daerah');
    try {
      for (let putusLagi = 1; ; putusLagi++) {
        const toko = new TokoTerpisah(ruang.store, putusLagi % 3);
        const putus = await new PelaksanaImpor(toko, ruang.executor, ruang.jam).impor(BERKAS).then(
          () => false,
          () => true,
        );
        await ruang.kejar();
        if (!putus) break;
        const sudahMulai = (await ruang.store.read('Impor-61.71.disnaker.2023')).head.rev >= 0;
        if (!sudahMulai) continue;
        for (const tanya of [
          () => pk.satu(kepala.pemda, kepala.opd, kepala.jabatan, kepala.tahun),
          () => ruang.riwayat.halaman(KUNCI, halaman),
          () => ruang.capaian.capaian(KUNCI),
        ])
          await expect(tanya()).rejects.toMatchObject({ kode: 'IMPOR_BELUM_SELESAI' });
        expect((await pk.daftar('61.71', 2023, halaman)).edges).toEqual([]);
        expect((await pk.daftarOpd('61.71', 'disnaker', halaman)).edges.map((e) => e.node.tahun)).toEqual([
          2022,
        ]);
        for (const j of jabatan) expect((await kotak.halaman(j, halaman)).edges).toEqual([]);
        const [tertolak, utuh] = await ruang.capaian.banyak([
          { ...KUNCI, triwulan: 4 },
          { ...KUNCI, tahun: 2022, triwulan: 4 },
        ]);
        expect(tertolak).toMatchObject({ kode: 'IMPOR_BELUM_SELESAI' });
        expect(utuh).toMatchObject({ tahun: 2022 });
      }
      expect((await pk.daftar('61.71', 2023, halaman)).edges).toHaveLength(1);
      expect(await pk.satu(kepala.pemda, kepala.opd, kepala.jabatan, kepala.tahun)).not.toBeNull();
      expect((await ruang.riwayat.halaman(KUNCI, halaman)).edges).toHaveLength(100);
    } finally {
      await ruang.tutup();
    }
  });
});

describe('di atas SQLite', () => {
  it('berkas yang sama diimpor sepuluh kali bersamaan: satu akibat', async () => {
    const ruang = new Ruang();
    try {
      const hasil = await Promise.all(Array.from({ length: 10 }, () => ruang.pelaksana.impor(BERKAS)));
      expect(hasil.map((h) => h.ditolak)).toEqual(Array(10).fill([]));
      const bertambah = hasil.map((h) => h.peristiwa).filter((n) => n > 0);
      expect(bertambah).toEqual([(await ruang.store.posisi()) + 1]);
    } finally {
      await ruang.tutup();
    }
  });

  it('semua peristiwa satu berkas masuk dalam satu penyimpanan', async () => {
    const ruang = new Ruang();
    try {
      const posisi: number[] = [];
      ruang.store.onCommit((p) => posisi.push(p));
      const { peristiwa } = await ruang.pelaksana.impor(BERKAS);
      expect(posisi).toEqual([peristiwa - 1]);
    } finally {
      await ruang.tutup();
    }
  });
});
