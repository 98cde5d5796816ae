import { type IsiIku, ikuTahun, rumus } from '../../planning/iku/iku.decider.js';
import { aktaTeks, type Bahan, diukur, type SusunanTahun } from './bahan.js';
import type { Penetapan, SetIku } from './fakta.js';
import { atau, type KeadaanTabel, kolom, susunTabel, type Tabel } from './tabel.js';

export type IndikatorUtama = Readonly<
  IsiIku & {
    kode: string;
    nama: string;
    satuan: string | null;
    diukur: string | null; // the sasaran or tujuan that it measures
    definisi: string | null;
    asal: readonly number[];
  }
>;
/** A set of IKU as it holds, or would hold, in the year. Without a Keputusan: what the Renstra marks as IKU. */
export type IkuTahun = Readonly<{
  keadaan: KeadaanTabel;
  versi: number | null;
  mulaiBerlaku: number | null;
  alasan: string | null;
  penetapan: Penetapan | null;
  indikator: readonly IndikatorUtama[];
}>;

const dikenal = (s: SusunanTahun, kode: string) => {
  const definisi = s.indikator.get(kode)?.definisi;
  return {
    kode,
    nama: definisi?.nama ?? kode,
    satuan: definisi?.satuan ?? null,
    diukur: diukur(s, kode),
    definisi: definisi?.definisi ?? null,
  };
};

const dariSet = (s: SusunanTahun, set: SetIku): IkuTahun => ({
  keadaan: set.status === 'ditetapkan' ? 'berlaku' : 'rancangan',
  versi: set.versi,
  mulaiBerlaku: set.mulaiBerlaku,
  alasan: set.alasan,
  penetapan: set.penetapan,
  indikator: set.indikator.map(({ indikator, asal, ...isi }) => ({
    ...dikenal(s, indikator),
    ...isi,
    asal: [...asal, ...(set.penetapan?.asal ?? [])],
  })),
});

const tanpaKeputusan = (s: SusunanTahun): IkuTahun => {
  const indikator = [...s.indikator.values()]
    .filter(({ definisi }) => definisi.iku)
    .map(({ definisi }): IndikatorUtama => {
      const { kode, sumberData, penanggungJawab } = definisi;
      const isi = { alasan: null, formula: rumus(definisi), sumberData, penanggungJawab };
      return { ...dikenal(s, kode), ...isi, asal: [] };
    });
  const keadaan = indikator.length === 0 ? 'belum-ada' : 'rancangan';
  return { keadaan, versi: null, mulaiBerlaku: null, alasan: null, penetapan: null, indikator };
};

/** The set in force, then the one that is being drafted for that year. */
export const susunIku = (b: Bahan, s: SusunanTahun): readonly IkuTahun[] => {
  const berlaku = b.iku === null ? null : ikuTahun(b.iku, b.tahun);
  const rancangan = b.iku?.versi.find((v) => v.status === 'disusun' && v.mulaiBerlaku <= b.tahun);
  return [
    berlaku === null ? tanpaKeputusan(s) : dariSet(s, berlaku),
    ...(rancangan === undefined ? [] : [dariSet(s, rancangan)]),
  ];
};

/** 3. Indikator Kinerja Utama. */
export const tabelIku = (b: Bahan, s: SusunanTahun): Tabel[] =>
  susunIku(b, s).map((iku, i) =>
    susunTabel<IndikatorUtama>({
      nomor: 3,
      bagian: i === 0 ? 'iku' : 'iku-rancangan',
      judul: `Indikator Kinerja Utama ${b.fakta.opd.nama} Tahun ${b.tahun}`,
      keadaan: iku.keadaan,
      kolom: [
        kolom('sasaran', 'Tujuan / sasaran', (r) => atau(r.diukur, 'DI_LUAR_RENSTRA')),
        kolom('indikator', 'Indikator', (r) => r.nama),
        kolom('satuan', 'Satuan', (r) => atau(r.satuan)),
        kolom('alasan', 'Alasan', (r) => atau(r.alasan)),
        kolom('definisi', 'Definisi operasional', (r) => atau(r.definisi)),
        kolom('formula', 'Formula', (r) => atau(r.formula)),
        kolom('sumberData', 'Sumber data', (r) => atau(r.sumberData)),
        kolom('penanggungJawab', 'Penanggung jawab', (r) => atau(r.penanggungJawab)),
      ],
      dari: iku.indikator,
      asal: (r) => r.asal,
      catatan:
        iku.mulaiBerlaku === null
          ? ['Belum ada Keputusan tentang IKU; ini indikator yang ditandai IKU di Renstra.']
          : [`Berlaku mulai tahun ${iku.mulaiBerlaku}.`, ...aktaTeks(iku.penetapan)],
    }),
  );
