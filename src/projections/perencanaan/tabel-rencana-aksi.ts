import type { DefinisiIndikator } from '../../planning/renstra/renstra.decider.js';
import type { Triwulan } from '../../reporting/capaian.js';
import { aktaTeks, type Bahan, namaDiukur, type SusunanTahun } from './bahan.js';
import type { AksiTertanda, AksiTriwulan, VersiRencanaAksi } from './fakta.js';
import { atau, type KeadaanTabel, kolom, kosong, susunTabel, type Tabel } from './tabel.js';

const TRIWULAN: readonly Triwulan[] = [1, 2, 3, 4];
type BarisAksi = Readonly<{
  kode: string;
  definisi: DefinisiIndikator | null;
  triwulan: Triwulan;
  aksi: AksiTriwulan | null;
  tanda: AksiTertanda | null;
}>;

const LABEL_TANDA = { selesai: 'Selesai', dibatalkan: 'Dibatalkan' } as const;

/** What the version says, and the indicators of the PK in force that it says nothing of. */
const barisAksi = (b: Bahan, s: SusunanTahun, v: VersiRencanaAksi): BarisAksi[] => {
  const dijanjikan = [...s.indikator.values()].filter((i) => i.berlaku.pk).map((i) => i.definisi.kode);
  return [...new Set([...dijanjikan, ...v.aksi.map((a) => a.indikator)])].flatMap((kode) =>
    TRIWULAN.map((triwulan): BarisAksi => {
      const aksi = v.aksi.find((a) => a.indikator === kode && a.triwulan === triwulan) ?? null;
      const tanda = b.rencanaAksi?.tanda.find(
        (t) => t.indikator === kode && t.triwulan === triwulan && t.aksi === aksi?.aksi,
      );
      return {
        kode,
        definisi: s.indikator.get(kode)?.definisi ?? null,
        triwulan,
        aksi,
        tanda: tanda ?? null,
      };
    }),
  );
};

const tabelVersi = (b: Bahan, s: SusunanTahun, v: VersiRencanaAksi, keadaan: KeadaanTabel): Tabel =>
  susunTabel<BarisAksi>({
    nomor: null,
    bagian: `rencana-aksi-${v.versi}`,
    judul: `Rencana Aksi ${v.versi > 1 ? 'Perubahan ' : ''}${b.fakta.opd.nama} Tahun ${b.tahun}`,
    keadaan,
    kolom: [
      kolom('sasaran', 'Sasaran', (r) => namaDiukur(s, r.kode)),
      kolom('indikator', 'Indikator', (r) => r.definisi?.nama ?? r.kode),
      kolom('satuan', 'Satuan', (r) => atau(r.definisi?.satuan)),
      kolom('triwulan', 'Triwulan', (r) => r.triwulan.toString(), 'bulat'),
      kolom('target', 'Target', (r) => atau(r.aksi?.target), 'desimal'),
      kolom('aksi', 'Aksi', (r) => atau(r.aksi?.aksi)),
      kolom('penanggungJawab', 'Penanggung jawab', (r) => atau(r.aksi?.penanggungJawab)),
      kolom('keadaan', 'Keadaan aksi', (r) =>
        r.tanda === null
          ? kosong(r.aksi?.aksi ? 'BELUM_SELESAI' : 'BELUM_ADA')
          : LABEL_TANDA[r.tanda.keadaan],
      ),
    ],
    dari: barisAksi(b, s, v),
    asal: (r) => [...(r.aksi?.asal ?? []), ...(r.tanda?.asal ?? []), ...(v.penetapan?.asal ?? [])],
    catatan: aktaTeks(v.penetapan),
  });

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

/** The rencana aksi by quarter, every version of it. */
export const tabelRencanaAksi = (b: Bahan, s: SusunanTahun): Tabel[] => {
  const versi = b.rencanaAksi?.versi ?? [];
  const berlaku = versi.findLast((v) => v.penetapan !== null);
  const keadaan = (v: VersiRencanaAksi): KeadaanTabel => {
    if (v.penetapan === null) return 'rancangan';
    return v === berlaku ? 'berlaku' : 'digantikan';
  };
  return versi.length === 0 ? [belumAda(b)] : versi.map((v) => tabelVersi(b, s, v, keadaan(v)));
};
