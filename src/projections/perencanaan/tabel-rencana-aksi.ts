import type { AlasanPerubahan } from '../../planning/rencana-aksi/rencana-aksi.decider.js';
import type { Triwulan } from '../../reporting/capaian.js';
import { aktaTeks, type Bahan, diukur, type SusunanTahun } from './bahan.js';
import type { AksiTertanda, Penetapan, VersiRencanaAksi } from './fakta.js';
import { atau, type KeadaanTabel, kolom, kosong, susunTabel, type Tabel } from './tabel.js';

const TRIWULAN: readonly Triwulan[] = [1, 2, 3, 4];
export type AksiTahun = Readonly<{
  kode: string;
  nama: string;
  satuan: string | null;
  diukur: string | null; // the sasaran or tujuan that the indicator measures
  triwulan: Triwulan;
  target: string | null;
  aksi: string | null;
  penanggungJawab: string | null;
  tanda: AksiTertanda | null; // null: not marked as done or dropped
  asal: readonly number[];
}>;
/** One version of the rencana aksi: four quarters of each indicator that it speaks of, or that the PK in force promises. */
export type RencanaAksiVersi = Readonly<{
  versi: number;
  keadaan: KeadaanTabel;
  perubahan: Readonly<AlasanPerubahan> | null;
  penetapan: Penetapan | null;
  aksi: readonly AksiTahun[];
}>;

const susunVersi = (b: Bahan, s: SusunanTahun, v: VersiRencanaAksi): readonly AksiTahun[] => {
  const dijanjikan = [...s.indikator.values()].filter((i) => i.berlaku.pk).map((i) => i.definisi.kode);
  return [...new Set([...dijanjikan, ...v.aksi.map((a) => a.indikator)])].flatMap((kode) => {
    const definisi = s.indikator.get(kode)?.definisi;
    const ukuran = {
      kode,
      nama: definisi?.nama ?? kode,
      satuan: definisi?.satuan ?? null,
      diukur: diukur(s, kode),
    };
    return TRIWULAN.map((triwulan): AksiTahun => {
      const ada = v.aksi.find((a) => a.indikator === kode && a.triwulan === triwulan);
      const tanda = b.rencanaAksi?.tanda.find(
        (t) => t.indikator === kode && t.triwulan === triwulan && t.aksi === ada?.aksi,
      );
      return {
        ...ukuran,
        triwulan,
        target: ada?.target ?? null,
        aksi: ada?.aksi ?? null,
        penanggungJawab: ada?.penanggungJawab ?? null,
        tanda: tanda ?? null,
        asal: [...(ada?.asal ?? []), ...(tanda?.asal ?? []), ...(v.penetapan?.asal ?? [])],
      };
    });
  });
};

/** Every version, oldest first. */
export const susunRencanaAksi = (b: Bahan, s: SusunanTahun): readonly RencanaAksiVersi[] => {
  const versi = b.rencanaAksi?.versi ?? [];
  const berlaku = versi.findLast((v) => v.penetapan !== null);
  return versi.map((v) => ({
    versi: v.versi,
    keadaan: v.penetapan === null ? 'rancangan' : v === berlaku ? 'berlaku' : 'digantikan',
    perubahan: v.perubahan,
    penetapan: v.penetapan,
    aksi: susunVersi(b, s, v),
  }));
};

const LABEL_TANDA = { selesai: 'Selesai', dibatalkan: 'Dibatalkan' } as const;

const belumAda = (b: Bahan): Tabel =>
  susunTabel<never>({
    nomor: null,
    bagian: 'rencana-aksi',
    judul: `Rencana Aksi ${b.fakta.opd.nama} Tahun ${b.tahun}`,
    keadaan: 'belum-ada',
    kolom: [],
    dari: [],
    asal: () => [],
    catatan: [`Belum ada rencana aksi tahun ${b.tahun}.`],
  });

/** The rencana aksi by quarter. */
export const tabelRencanaAksi = (b: Bahan, s: SusunanTahun): Tabel[] => {
  const tabel = susunRencanaAksi(b, s).map(({ versi, keadaan, penetapan, aksi }) =>
    susunTabel<AksiTahun>({
      nomor: null,
      bagian: `rencana-aksi-${versi}`,
      judul: `Rencana Aksi ${versi > 1 ? 'Perubahan ' : ''}${b.fakta.opd.nama} Tahun ${b.tahun}`,
      keadaan,
      kolom: [
        kolom('sasaran', 'Sasaran', (r) => atau(r.diukur, 'DI_LUAR_RENSTRA')),
        kolom('indikator', 'Indikator', (r) => r.nama),
        kolom('satuan', 'Satuan', (r) => atau(r.satuan)),
        kolom('triwulan', 'Triwulan', (r) => r.triwulan.toString(), 'bulat'),
        kolom('target', 'Target', (r) => atau(r.target), 'desimal'),
        kolom('aksi', 'Aksi', (r) => atau(r.aksi)),
        kolom('penanggungJawab', 'Penanggung jawab', (r) => atau(r.penanggungJawab)),
        kolom('keadaan', 'Keadaan aksi', ({ tanda, aksi }) =>
          tanda === null ? kosong(aksi === null ? 'BELUM_ADA' : 'BELUM_SELESAI') : LABEL_TANDA[tanda.keadaan],
        ),
      ],
      dari: aksi,
      asal: (r) => r.asal,
      catatan: aktaTeks(penetapan),
    }),
  );
  return tabel.length === 0 ? [belumAda(b)] : tabel;
};
