import type { DefinisiIndikator } from '../../planning/renstra/renstra.decider.js';
import { type Bahan, namaDiukur, type SusunanTahun } from './bahan.js';
import { atau, kolom, susunTabel, type Tabel } from './tabel.js';

type BarisIku = Readonly<{ definisi: DefinisiIndikator; alasan: string | null; asal: readonly number[] }>;

const rumus = ({ pembilang, penyebut, satuan }: DefinisiIndikator): string | null =>
  pembilang === null || penyebut === null
    ? null
    : `(${pembilang} / ${penyebut})${satuan === '%' ? ' × 100' : ''}`;

/** 3. Indikator Kinerja Utama. */
export const tabelIku = (b: Bahan, s: SusunanTahun): Tabel => {
  const dari = [...s.indikator.values()]
    .filter(({ definisi }) => definisi.iku)
    .map(({ definisi }): BarisIku => ({ definisi, alasan: null, asal: [] }));
  return susunTabel<BarisIku>({
    nomor: 3,
    bagian: 'iku',
    judul: `Indikator Kinerja Utama ${b.fakta.opd.nama} Tahun ${b.tahun}`,
    keadaan: dari.length === 0 ? 'belum-ada' : 'rancangan',
    kolom: [
      kolom('sasaran', 'Tujuan / sasaran', ({ definisi }) => namaDiukur(s, definisi.kode)),
      kolom('indikator', 'Indikator', (r) => r.definisi.nama),
      kolom('satuan', 'Satuan', (r) => r.definisi.satuan),
      kolom('alasan', 'Alasan', (r) => atau(r.alasan)),
      kolom('definisi', 'Definisi operasional', (r) => atau(r.definisi.definisi)),
      kolom('formula', 'Formula', (r) => atau(rumus(r.definisi))),
      kolom('sumberData', 'Sumber data', (r) => atau(r.definisi.sumberData)),
      kolom('penanggungJawab', 'Penanggung jawab', (r) => atau(r.definisi.penanggungJawab)),
    ],
    dari,
    asal: (r) => r.asal,
    catatan: ['Belum ada Keputusan tentang IKU; ini indikator yang ditandai IKU di Renstra.'],
  });
};
