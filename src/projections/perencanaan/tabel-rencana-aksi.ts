import type { DefinisiIndikator } from '../../planning/renstra/renstra.decider.js';
import type { Triwulan } from '../../reporting/capaian.js';
import { type Bahan, namaDiukur, type SusunanTahun } from './bahan.js';
import type { AksiTriwulan } from './fakta.js';
import { atau, kolom, susunTabel, type Tabel } from './tabel.js';

const TRIWULAN: readonly Triwulan[] = [1, 2, 3, 4];
type BarisAksi = Readonly<{
  kode: string;
  definisi: DefinisiIndikator | null;
  triwulan: Triwulan;
  aksi: AksiTriwulan | null;
}>;

/** The rencana aksi by quarter: what it says, and the indicators of the PK in force that it says nothing of. */
export const tabelRencanaAksi = (b: Bahan, s: SusunanTahun): Tabel => {
  const rencana = b.rencanaAksi;
  const dijanjikan = [...s.indikator.values()].filter((i) => i.berlaku.pk).map((i) => i.definisi.kode);
  const kode = [...new Set([...dijanjikan, ...(rencana?.aksi ?? []).map((a) => a.indikator)])];
  const dari = kode.flatMap((k) =>
    TRIWULAN.map((triwulan): BarisAksi => {
      const aksi = rencana?.aksi.find((a) => a.indikator === k && a.triwulan === triwulan) ?? null;
      return { kode: k, definisi: s.indikator.get(k)?.definisi ?? null, triwulan, aksi };
    }),
  );
  const penetapan = rencana?.penetapan ?? null;
  return susunTabel<BarisAksi>({
    nomor: null,
    bagian: 'rencana-aksi',
    judul: `Rencana Aksi ${b.fakta.opd.nama} Tahun ${b.tahun}`,
    keadaan: penetapan !== null ? 'berlaku' : (rencana?.aksi.length ?? 0) > 0 ? 'rancangan' : 'belum-ada',
    kolom: [
      kolom('sasaran', 'Sasaran', (r) => namaDiukur(s, r.kode)),
      kolom('indikator', 'Indikator', (r) => r.definisi?.nama ?? r.kode),
      kolom('satuan', 'Satuan', (r) => atau(r.definisi?.satuan)),
      kolom('triwulan', 'Triwulan', (r) => r.triwulan.toString(), 'bulat'),
      kolom('target', 'Target', (r) => atau(r.aksi?.target), 'desimal'),
      kolom('aksi', 'Aksi', (r) => atau(r.aksi?.aksi)),
    ],
    dari,
    asal: (r) => (r.aksi === null ? [] : [...r.aksi.asal, ...(penetapan?.asal ?? [])]),
    catatan: rencana === null ? [`Belum ada rencana aksi tahun ${b.tahun}.`] : [],
  });
};
