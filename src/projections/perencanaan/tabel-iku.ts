import { type IsiIku, ikuTahun, rumus } from '../../planning/iku/iku.decider.js';
import type { DefinisiIndikator } from '../../planning/renstra/renstra.decider.js';
import { aktaTeks, type Bahan, namaDiukur, type SusunanTahun } from './bahan.js';
import type { SetIku } from './fakta.js';
import { atau, kolom, susunTabel, type Tabel } from './tabel.js';

type BarisIku = Readonly<
  IsiIku & { kode: string; definisi: DefinisiIndikator | null; asal: readonly number[] }
>;

const tabel = (
  b: Bahan,
  s: SusunanTahun,
  dari: readonly BarisIku[],
  isi: Pick<Tabel, 'bagian' | 'keadaan' | 'catatan'>,
): Tabel =>
  susunTabel<BarisIku>({
    nomor: 3,
    judul: `Indikator Kinerja Utama ${b.fakta.opd.nama} Tahun ${b.tahun}`,
    ...isi,
    kolom: [
      kolom('sasaran', 'Tujuan / sasaran', (r) => namaDiukur(s, r.kode)),
      kolom('indikator', 'Indikator', (r) => r.definisi?.nama ?? r.kode),
      kolom('satuan', 'Satuan', (r) => atau(r.definisi?.satuan)),
      kolom('alasan', 'Alasan', (r) => atau(r.alasan)),
      kolom('definisi', 'Definisi operasional', (r) => atau(r.definisi?.definisi)),
      kolom('formula', 'Formula', (r) => atau(r.formula)),
      kolom('sumberData', 'Sumber data', (r) => atau(r.sumberData)),
      kolom('penanggungJawab', 'Penanggung jawab', (r) => atau(r.penanggungJawab)),
    ],
    dari,
    asal: (r) => r.asal,
  });

const tabelSet = (b: Bahan, s: SusunanTahun, set: SetIku): Tabel => {
  const dari = set.indikator.map((i): BarisIku => {
    const definisi = s.indikator.get(i.indikator)?.definisi ?? null;
    return { ...i, kode: i.indikator, definisi, asal: [...i.asal, ...(set.penetapan?.asal ?? [])] };
  });
  const berlaku = set.status === 'ditetapkan';
  return tabel(b, s, dari, {
    bagian: berlaku ? 'iku' : 'iku-rancangan',
    keadaan: berlaku ? 'berlaku' : 'rancangan',
    catatan: [`Berlaku mulai tahun ${set.mulaiBerlaku}.`, ...aktaTeks(set.penetapan)],
  });
};

const tabelTanpaKeputusan = (b: Bahan, s: SusunanTahun): Tabel => {
  const dari = [...s.indikator.values()]
    .filter(({ definisi }) => definisi.iku)
    .map(({ definisi }): BarisIku => {
      const { kode, sumberData, penanggungJawab } = definisi;
      return {
        kode,
        definisi,
        alasan: null,
        formula: rumus(definisi),
        sumberData,
        penanggungJawab,
        asal: [],
      };
    });
  return tabel(b, s, dari, {
    bagian: 'iku',
    keadaan: dari.length === 0 ? 'belum-ada' : 'rancangan',
    catatan: ['Belum ada Keputusan tentang IKU; ini indikator yang ditandai IKU di Renstra.'],
  });
};

/** 3. Indikator Kinerja Utama: the set in force, and the one that is being drafted for that year. */
export const tabelIku = (b: Bahan, s: SusunanTahun): Tabel[] => {
  const berlaku = b.iku === null ? null : ikuTahun(b.iku, b.tahun);
  const rancangan = b.iku?.versi.find((v) => v.status === 'disusun' && v.mulaiBerlaku <= b.tahun);
  return [
    berlaku === null ? tabelTanpaKeputusan(b, s) : tabelSet(b, s, berlaku),
    ...(rancangan === undefined ? [] : [tabelSet(b, s, rancangan)]),
  ];
};
