import type { Strategi } from '../../planning/renstra/renstra.decider.js';
import type { Renstra } from '../capaian/fakta.js';
import type { Bahan, IndikatorTahun, SusunanTahun, Unsur } from './bahan.js';
import { atau, type KolomDari, kolom, kosong, susunTabel, type Tabel } from './tabel.js';

type BarisTarget = Readonly<{ tujuan: string; sasaran: string | null; indikator: IndikatorTahun | null }>;

const keadaan = ({ rencana }: Bahan): Tabel['keadaan'] =>
  rencana.renstra === null ? 'belum-ada' : rencana.renstra.ditetapkan ? 'berlaku' : 'rancangan';

const judul = (b: Bahan, isi: string): string => {
  const { renstra } = b.rencana;
  const masa = renstra === null ? `tahun ${b.tahun}` : `${renstra.mulai}–${renstra.selesai}`;
  return `${isi} Renstra ${masa} ${b.fakta.opd.nama}`;
};

const catatan = ({ rencana, tahun }: Bahan): string[] =>
  rencana.renstra === null ? [`Belum ada Renstra yang memuat tahun ${tahun}.`] : [];

/** Years that the Renstra has a column for: its period, and what paper recorded beside it. */
export const tahunRenstra = ({ mulai, selesai, target }: Renstra): readonly number[] => {
  const tahun = new Set(target.flatMap((t) => t.tahun ?? []));
  for (let t = mulai; t <= selesai; t++) tahun.add(t);
  return [...tahun].sort((a, b) => a - b);
};

/** The end target of the period: its own, else that of the last year. */
export const targetAkhir = ({ target, selesai }: Renstra, indikator: string) => {
  const milik = target.filter((t) => t.indikator === indikator);
  return milik.find((t) => t.tahun === null) ?? milik.find((t) => t.tahun === selesai) ?? null;
};

export const targetPada = ({ target }: Renstra, indikator: string, tahun: number) =>
  target.find((t) => t.indikator === indikator && t.tahun === tahun) ?? null;

const barisTarget = (u: Unsur, strategis: readonly Unsur[]): BarisTarget[] => {
  const tujuan = u.tingkat === 'tujuan' ? u : strategis.find((t) => t.kode === u.induk);
  const sasaran = u.tingkat === 'sasaran' ? u.nama : null;
  const indikator = u.indikator.length === 0 ? [null] : u.indikator;
  return indikator.map((i) => ({ tujuan: tujuan?.nama ?? '', sasaran, indikator: i }));
};

const milikIndikator =
  (
    isi: (i: IndikatorTahun) => string | null | undefined,
    alasan: Parameters<typeof kosong>[0] = 'BELUM_ADA',
  ) =>
  ({ indikator }: BarisTarget) =>
    indikator === null ? kosong('TANPA_INDIKATOR') : atau(isi(indikator), alasan);

const kolomTarget = (r: Renstra | null): KolomDari<BarisTarget>[] => [
  kolom('tujuan', 'Tujuan', (b) => b.tujuan),
  kolom('sasaran', 'Sasaran', (b) => atau(b.sasaran, 'INDIKATOR_TUJUAN')),
  kolom(
    'indikator',
    'Indikator',
    milikIndikator((i) => i.definisi.nama),
  ),
  kolom(
    'satuan',
    'Satuan',
    milikIndikator((i) => i.definisi.satuan),
  ),
  kolom(
    'kondisiAwal',
    'Kondisi awal',
    milikIndikator((i) => i.definisi.kondisiAwal?.nilai, 'TIDAK_ADA_BASELINE'),
    'desimal',
  ),
  kolom(
    'tahunAwal',
    'Tahun kondisi awal',
    milikIndikator((i) => i.definisi.kondisiAwal?.tahun?.toString(), 'TIDAK_ADA_BASELINE'),
    'bulat',
  ),
  ...(r === null ? [] : tahunRenstra(r)).map((tahun) =>
    kolom(
      `target${tahun}`,
      `Target ${tahun}`,
      milikIndikator((i) => r && targetPada(r, i.definisi.kode, tahun)?.target),
      'desimal',
    ),
  ),
  kolom(
    'kondisiAkhir',
    'Kondisi akhir',
    milikIndikator((i) => r && targetAkhir(r, i.definisi.kode)?.target),
    'desimal',
  ),
];

/** 1. Tujuan, sasaran, indicators and targets by year, with baseline and end condition. */
export const tabelTarget = (b: Bahan, { strategis }: SusunanTahun): Tabel => {
  const { renstra } = b.rencana;
  return susunTabel({
    nomor: 1,
    bagian: 'renstra-target',
    judul: judul(b, 'Tujuan, sasaran, indikator, dan target'),
    keadaan: keadaan(b),
    kolom: kolomTarget(renstra),
    dari: strategis.flatMap((u) => barisTarget(u, strategis)),
    asal: ({ indikator }) =>
      (renstra?.target ?? []).filter((t) => t.indikator === indikator?.definisi.kode).flatMap((t) => t.asal),
    catatan: catatan(b),
  });
};

type BarisStrategi = Readonly<{
  tujuan: string;
  sasaran: string | null;
  strategi: Strategi | null;
  arah: string | null;
}>;

const barisStrategi = ({ tujuan, sasaran }: Renstra): BarisStrategi[] =>
  tujuan.flatMap((t) => {
    const milik = sasaran.filter((s) => s.tujuan === t.kode);
    if (milik.length === 0) return [{ tujuan: t.uraian, sasaran: null, strategi: null, arah: null }];
    return milik.flatMap((s): BarisStrategi[] => {
      const dasar = { tujuan: t.uraian, sasaran: s.uraian };
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
export const tabelStrategi = (b: Bahan): Tabel =>
  susunTabel<BarisStrategi>({
    nomor: 2,
    bagian: 'renstra-strategi',
    judul: judul(b, 'Tujuan, sasaran, strategi, dan arah kebijakan'),
    keadaan: keadaan(b),
    kolom: [
      kolom('tujuan', 'Tujuan', (r) => r.tujuan),
      kolom('sasaran', 'Sasaran', (r) => atau(r.sasaran)),
      kolom('strategi', 'Strategi', (r) => atau(r.strategi?.uraian)),
      kolom('arahKebijakan', 'Arah kebijakan', (r) => atau(r.arah)),
    ],
    dari: b.rencana.renstra === null ? [] : barisStrategi(b.rencana.renstra),
    asal: () => [],
    catatan: catatan(b),
  });
