import {
  type DefinisiIndikator,
  NAMA_JENIS,
  type Strategi,
} from '../../planning/renstra/naskah-renstra.decider.js';
import { aktaTeks, type Bahan } from './bahan.js';
import {
  type IndikatorTersusun,
  type RenstraTersusun,
  susunRenstra,
  type TargetTersusun,
} from './susunan-renstra.js';
import {
  type AlasanKosong,
  atau,
  type Isi,
  type KolomDari,
  kolom,
  kosong,
  susunTabel,
  type Tabel,
} from './tabel.js';

/** What the tables of one version have in common; without a Renstra they are empty. */
export const kepalaTabel = (b: Bahan, r: RenstraTersusun | null, nama: string, isi: string) => {
  if (r === null)
    return {
      bagian: nama,
      judul: `${isi} ${b.fakta.opd.nama}`,
      keadaan: 'belum-ada' as const,
      catatan: [`Belum ada Renstra yang memuat tahun ${b.tahun}.`],
    };
  const perubahan = r.versi > 1 ? ' Perubahan' : '';
  const mulai = `Versi ${r.versi}, berlaku mulai tahun ${r.mulaiBerlaku}.`;
  return {
    bagian: r.versi > 1 && r.keadaan === 'rancangan' ? `${nama}-rancangan` : nama,
    judul: `${isi} ${NAMA_JENIS[r.jenis]}${perubahan} ${r.mulai}–${r.selesai} ${b.fakta.opd.nama}`,
    keadaan: r.keadaan,
    catatan: [...(r.versi > 1 ? [mulai] : []), ...aktaTeks(r.penetapan)],
  };
};

/** The tables of each version of the Renstra that speaks for the year; of none: one that says so. */
export const setiapVersi = (b: Bahan, tabel: (r: RenstraTersusun | null) => Tabel): readonly Tabel[] => {
  const versi = susunRenstra(b);
  return versi.length === 0 ? [tabel(null)] : versi.map(tabel);
};

type BarisTarget = Readonly<{ tujuan: string; sasaran: string | null; indikator: IndikatorTersusun | null }>;

const barisTarget = ({ tujuan }: RenstraTersusun): BarisTarget[] =>
  tujuan.flatMap((t) =>
    [
      { sasaran: null, indikator: t.indikator },
      ...t.sasaran.map((s) => ({ ...s, sasaran: s.uraian })),
    ].flatMap(({ sasaran, indikator }) =>
      (indikator.length === 0 ? [null] : indikator).map((i) => ({ tujuan: t.uraian, sasaran, indikator: i })),
    ),
  );

const menurutIndikator =
  (isi: (i: IndikatorTersusun) => Isi) =>
  ({ indikator }: BarisTarget): Isi =>
    indikator === null ? kosong('TANPA_INDIKATOR') : isi(indikator);

const definisi = (isi: (d: DefinisiIndikator) => string | null | undefined, alasan?: AlasanKosong) =>
  menurutIndikator((i) => atau(isi(i.definisi), alasan));

const target = (isi: (i: IndikatorTersusun) => TargetTersusun | undefined) =>
  menurutIndikator((i) => {
    const t = isi(i);
    return t?.target ?? kosong(t?.alasan ?? 'BELUM_ADA');
  });

const kolomTarget = (tahun: readonly number[]): KolomDari<BarisTarget>[] => [
  kolom('tujuan', 'Tujuan', (b) => b.tujuan),
  kolom('sasaran', 'Sasaran', (b) => atau(b.sasaran, 'INDIKATOR_TUJUAN')),
  kolom(
    'indikator',
    'Indikator',
    definisi((d) => d.nama),
  ),
  kolom(
    'satuan',
    'Satuan',
    definisi((d) => d.satuan),
  ),
  kolom(
    'kondisiAwal',
    'Kondisi awal',
    definisi((d) => d.kondisiAwal?.nilai, 'TIDAK_ADA_BASELINE'),
    'desimal',
  ),
  kolom(
    'tahunAwal',
    'Tahun kondisi awal',
    definisi((d) => d.kondisiAwal?.tahun?.toString(), 'TIDAK_ADA_BASELINE'),
    'bulat',
  ),
  ...tahun.map((t) =>
    kolom(
      `target${t}`,
      `Target ${t}`,
      target((i) => i.target.find((x) => x.tahun === t)),
      'desimal',
    ),
  ),
  kolom(
    'kondisiAkhir',
    'Kondisi akhir',
    target((i) => i.akhir),
    'desimal',
  ),
];

/** 1. Tujuan, sasaran, indicators and targets by year, with baseline and end condition. */
export const tabelTarget = (b: Bahan): readonly Tabel[] =>
  setiapVersi(b, (r) =>
    susunTabel<BarisTarget>({
      nomor: 1,
      ...kepalaTabel(b, r, 'renstra-target', 'Tujuan, sasaran, indikator, dan target'),
      kolom: kolomTarget(r?.tahun ?? []),
      dari: r === null ? [] : barisTarget(r),
      asal: ({ indikator }) => [...(indikator?.asal ?? []), ...(r?.penetapan?.asal ?? [])],
    }),
  );

type BarisStrategi = Readonly<{
  tujuan: string;
  sasaran: string | null;
  strategi: Strategi | null;
  arah: string | null;
}>;

const barisStrategi = ({ tujuan }: RenstraTersusun): BarisStrategi[] =>
  tujuan.flatMap(({ uraian, sasaran }) => {
    if (sasaran.length === 0) return [{ tujuan: uraian, sasaran: null, strategi: null, arah: null }];
    return sasaran.flatMap((s): BarisStrategi[] => {
      const dasar = { tujuan: uraian, sasaran: s.uraian };
      if (s.strategi.length === 0) return [{ ...dasar, strategi: null, arah: null }];
      return s.strategi.flatMap((strategi): BarisStrategi[] =>
        (strategi.arahKebijakan.length === 0 ? [null] : strategi.arahKebijakan).map((arah) => ({
          ...dasar,
          strategi,
          arah,
        })),
      );
    });
  });

/** 2. Tujuan, sasaran, strategi, arah kebijakan. */
export const tabelStrategi = (b: Bahan): readonly Tabel[] =>
  setiapVersi(b, (r) =>
    susunTabel<BarisStrategi>({
      nomor: 2,
      ...kepalaTabel(b, r, 'renstra-strategi', 'Tujuan, sasaran, strategi, dan arah kebijakan'),
      kolom: [
        kolom('tujuan', 'Tujuan', (x) => x.tujuan),
        kolom('sasaran', 'Sasaran', (x) => atau(x.sasaran)),
        kolom('strategi', 'Strategi', (x) => atau(x.strategi?.uraian)),
        kolom('arahKebijakan', 'Arah kebijakan', (x) => atau(x.arah)),
      ],
      dari: r === null ? [] : barisStrategi(r),
      asal: () => r?.penetapan?.asal ?? [],
    }),
  );
