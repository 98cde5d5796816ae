import type {
  DefinisiIndikator,
  JenisRenstra,
  Strategi,
} from '../../planning/renstra/naskah-renstra.decider.js';
import { versiTahun } from '../../planning/renstra/versi.decider.js';
import type { Renstra } from '../capaian/fakta.js';
import { tanpaMilikLain } from '../capaian/peralihan.js';
import type { Bahan } from './bahan.js';
import type {
  IsuRenstra,
  Keselarasan,
  MisiRenstra,
  Penetapan,
  PermasalahanRenstra,
  PrioritasRenstra,
  RencanaRenstra,
} from './fakta.js';
import type { AlasanKosong, KeadaanTabel } from './tabel.js';

/** A target, or why there is none. */
export type TargetTersusun = Readonly<{ target: string | null; alasan: AlasanKosong | null }>;
export type IndikatorTersusun = Readonly<{
  definisi: DefinisiIndikator;
  target: readonly (TargetTersusun & Readonly<{ tahun: number }>)[];
  akhir: TargetTersusun;
  asal: readonly number[];
}>;
export type SasaranTersusun = Readonly<{
  kode: string;
  uraian: string;
  strategi: readonly Strategi[];
  indikator: readonly IndikatorTersusun[];
}>;
export type TujuanTersusun = Readonly<{
  kode: string;
  uraian: string;
  misi: readonly number[];
  indikator: readonly IndikatorTersusun[];
  sasaran: readonly SasaranTersusun[];
}>;
/** One version of a Renstra, or of the pemda's RPJMD or RPD, whole. */
export type RenstraTersusun = Readonly<{
  keadaan: KeadaanTabel;
  jenis: JenisRenstra;
  versi: number;
  mulaiBerlaku: number;
  alasan: string | null; // of a Perubahan
  mulai: number;
  selesai: number;
  tahun: readonly number[]; // with a column in the table of targets
  visi: string | null;
  alasanTanpaVisi: string | null;
  misi: string | null; // as one text
  daftarMisi: readonly MisiRenstra[];
  tujuan: readonly TujuanTersusun[];
  prioritas: readonly PrioritasRenstra[];
  selaras: readonly Keselarasan[];
  isu: readonly IsuRenstra[];
  permasalahan: readonly PermasalahanRenstra[];
  penetapan: Penetapan | null;
}>;

/** Years of its period, and those that paper recorded beside it. */
const tahunRenstra = ({ mulai, selesai, target }: Renstra): readonly number[] => {
  const tahun = new Set(target.flatMap((t) => t.tahun ?? []));
  for (let t = mulai; t <= selesai; t++) tahun.add(t);
  return [...tahun].sort((a, b) => a - b);
};

type Susunan = Readonly<{
  r: Renstra;
  lebihTua: readonly Renstra[]; // versions before it, oldest first
  tahun: readonly number[];
  target: ReadonlyMap<string, Renstra['target']>;
}>;

/** Whether a Perubahan or another OPD brought the indicator, which then has no target for the years before it. */
const belumAda = ({ r, lebihTua }: Susunan, kode: string, tahun: number): boolean => {
  if (r.diterima?.some((d) => d.indikator === kode && tahun < d.sejak)) return true;
  const pertama = [...lebihTua, r].find((v) => v.indikator.some((i) => i.kode === kode));
  return pertama !== undefined && pertama.versi > 1 && tahun < pertama.mulaiBerlaku;
};

const susunIndikator = (s: Susunan, definisi: DefinisiIndikator): IndikatorTersusun => {
  const { kode } = definisi;
  const milik = s.target.get(kode) ?? [];
  const pada = (tahun: number | null) => milik.find((t) => t.tahun === tahun)?.target ?? null;
  // The end target of the period is its own, else that of the last year.
  const akhir = pada(null) ?? pada(s.r.selesai);
  return {
    definisi,
    target: s.tahun.map((tahun) => {
      const target = pada(tahun);
      const alasan = target === null ? (belumAda(s, kode, tahun) ? 'INDIKATOR_BARU' : 'BELUM_ADA') : null;
      return { tahun, target, alasan };
    }),
    akhir: { target: akhir, alasan: akhir === null ? 'BELUM_ADA' : null },
    asal: milik.flatMap((t) => t.asal),
  };
};

const susunTujuan = (s: Susunan, lain: RencanaRenstra | null): readonly TujuanTersusun[] => {
  const definisi = new Map(s.r.indikator.map((i) => [i.kode, i]));
  const indikator = (tingkat: string, kode: string) =>
    s.r.hubungan
      .filter((h) => h.tingkat === tingkat && h.kode === kode)
      .flatMap((h) => definisi.get(h.indikator) ?? [])
      .map((d) => susunIndikator(s, d));
  return s.r.tujuan.map(({ kode, uraian }) => ({
    kode,
    uraian,
    misi: lain?.tujuan.find((t) => t.kode === kode)?.misi ?? [],
    indikator: indikator('tujuan', kode),
    sasaran: s.r.sasaran
      .filter((x) => x.tujuan === kode)
      .map((x) => ({
        kode: x.kode,
        uraian: x.uraian,
        strategi: x.strategi,
        indikator: indikator('sasaran', x.kode),
      })),
  }));
};

const susunVersi = (
  r: Renstra,
  lebihTua: readonly Renstra[],
  lain: RencanaRenstra | null,
  keadaan: KeadaanTabel,
): RenstraTersusun => {
  const tahun = tahunRenstra(r);
  const s: Susunan = { r, lebihTua, tahun, target: Map.groupBy(r.target, (t) => t.indikator) };
  return {
    keadaan,
    jenis: lain?.pokok?.jenis ?? 'renstra',
    versi: r.versi,
    mulaiBerlaku: r.mulaiBerlaku,
    alasan: lain?.alasan ?? null,
    mulai: r.mulai,
    selesai: r.selesai,
    tahun,
    visi: r.visi,
    alasanTanpaVisi: lain?.pokok?.alasanTanpaVisi ?? null,
    misi: r.misi,
    daftarMisi: (lain?.misi ?? []).toSorted((a, b) => a.nomor - b.nomor),
    tujuan: susunTujuan(s, lain),
    prioritas: lain?.prioritas ?? [],
    selaras: lain?.selaras ?? [],
    isu: lain?.isu ?? [],
    permasalahan: lain?.permasalahan ?? [],
    penetapan: lain?.penetapan ?? null,
  };
};

/** The version that holds in the year, then the Perubahan that is being written; none where no Renstra covers the year. */
export const susunRenstra = ({ rencana, renstra, fakta, tahun }: Bahan): readonly RenstraTersusun[] => {
  const berlaku = rencana.renstra;
  if (berlaku === null) return [];
  const lain = renstra && versiTahun(renstra, tahun);
  const dokumen = fakta.opd.renstra.find((r) => r.mulai === berlaku.mulai) ?? berlaku;
  const lebihTua = dokumen.terdahulu.filter((v) => v.versi < berlaku.versi);
  const keadaan = berlaku.ditetapkan ? 'berlaku' : 'rancangan';
  const { rancangan } = dokumen;
  return [
    susunVersi(berlaku, lebihTua, lain, keadaan),
    ...(rancangan === null
      ? []
      : [
          susunVersi(
            tanpaMilikLain(rancangan, tahun),
            [...dokumen.terdahulu, dokumen],
            renstra?.rancangan ?? null,
            'rancangan',
          ),
        ]),
  ];
};
