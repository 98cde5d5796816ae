import type { Kode } from '../../kernel/penolakan.js';
import type { TingkatProgram } from '../../planning/program/program.decider.js';
import type { Triwulan } from '../capaian.js';
import { ditolak } from './impor.berkas.js';
import type { Ditolak, Paket, PaketAnggaran, PaketPk } from './impor.paket.js';

type Bernama = readonly (readonly [jalur: string, kunci: string])[];

const baris = <T>(
  daftar: readonly T[] | undefined,
  jalur: string,
  kunci: (t: T) => string,
  isian: string,
): Bernama => (daftar ?? []).map((t, i) => [`${jalur}/${i}${isian}`, kunci(t)]);

const kode = (jalur: string, daftar: readonly { readonly kode: string }[] | undefined): Bernama =>
  baris(daftar, jalur, (d) => d.kode, '/kode');
const rujukan = (jalur: string, daftar: readonly string[] | undefined): Bernama =>
  baris(daftar, jalur, (k) => k, '');

const kunciBaris = (...bagian: (string | number | null)[]): string => JSON.stringify(bagian);

/** The quarter that a row's realisasi stands for: the whole year where the file names none; null where there is no realisasi. */
export const triwulanRealisasi = ({ triwulan, realisasi }: PaketAnggaran): Triwulan | null =>
  realisasi === undefined || realisasi === null ? null : (triwulan ?? 4);

/** Each group: names that may stand once each among themselves, with the place of each. */
const kelompokRenstra = (p: Paket): Bernama[] => [
  kode('/indikator', p.indikator),
  kode('/renstra/tujuan', p.renstra.tujuan),
  p.renstra.tujuan.flatMap((t, i) => kode(`/renstra/tujuan/${i}/sasaran`, t.sasaran)),
  ...p.renstra.tujuan.flatMap((t, i) => [
    rujukan(`/renstra/tujuan/${i}/indikator`, t.indikator),
    ...t.sasaran.map((s, j) => rujukan(`/renstra/tujuan/${i}/sasaran/${j}/indikator`, s.indikator)),
  ]),
];

export type Cabang = Readonly<{
  jalur: string;
  tingkat: TingkatProgram;
  induk: string | null;
  kode: string;
  nama: string;
  indikator: readonly string[];
}>;
type Bercabang = Readonly<{ kode: string; nama: string; indikator?: readonly string[] }>;

const cabang = (jalur: string, tingkat: TingkatProgram, induk: string | null, c: Bercabang): Cabang => ({
  jalur,
  tingkat,
  induk,
  kode: c.kode,
  nama: c.nama,
  indikator: c.indikator ?? [],
});

/** Programs, kegiatan and sub kegiatan of the file in one list, each after the one it belongs to. */
export const cabangProgram = (p: Paket): Cabang[] =>
  (p.program ?? []).flatMap((program, i) => [
    cabang(`/program/${i}`, 'program', null, program),
    ...(program.kegiatan ?? []).flatMap((kegiatan, j) => {
      const jalur = `/program/${i}/kegiatan/${j}`;
      return [
        cabang(jalur, 'kegiatan', program.kode, kegiatan),
        ...(kegiatan.subKegiatan ?? []).map((sub, k) =>
          cabang(`${jalur}/subKegiatan/${k}`, 'sub-kegiatan', kegiatan.kode, sub),
        ),
      ];
    }),
  ]);

const kelompokProgram = (p: Paket): Bernama[] => {
  const semua = cabangProgram(p);
  return [
    semua.map((c) => [`${c.jalur}/kode`, c.kode] as const),
    ...semua.map((c) => rujukan(`${c.jalur}/indikator`, c.indikator)),
    ...(p.program ?? []).map((program, i) => rujukan(`/program/${i}/sasaran`, program.sasaran)),
  ];
};

const kelompokPk = (p: Paket): Bernama[] =>
  p.perjanjianKinerja.flatMap((pk, i) => [
    baris(pk.target, `/perjanjianKinerja/${i}/target`, (t) => t.indikator, '/indikator'),
    baris(pk.anggaran, `/perjanjianKinerja/${i}/anggaran`, (a) => a.program, '/program'),
  ]);

const kelompokTahun = (p: Paket): Bernama[] => [
  baris(p.rkt, '/rkt', (r) => kunciBaris(r.jenis ?? 'murni', r.indikator), '/indikator'),
  baris(p.rencanaAksi, '/rencanaAksi', (r) => kunciBaris(r.indikator, r.triwulan), '/indikator'),
  baris(p.pengukuran, '/pengukuran', (r) => kunciBaris(r.indikator, r.triwulan), '/indikator'),
  // One row per code and quarter: its pagu is said again with each.
  baris(p.anggaran, '/anggaran', (r) => kunciBaris(r.kode, triwulanRealisasi(r)), '/kode'),
  baris(
    p.pembanding,
    '/pembanding',
    (r) => kunciBaris(r.indikator, r.tingkat, r.wilayah ?? '', r.tahun),
    '/indikator',
  ),
];

const ganda = (kelompok: Bernama): Ditolak[] => {
  const pertama = new Map<string, string>();
  return kelompok.flatMap(([jalur, nama]) => {
    const lebihDulu = pertama.get(nama);
    if (lebihDulu === undefined) {
      pertama.set(nama, jalur);
      return [];
    }
    return [ditolak(jalur, 'PAKET_GANDA', `Kode ini sudah tercantum di ${lebihDulu}.`)];
  });
};

const wajib = (jalur: string, nilai: string | null, nama: string): Ditolak[] =>
  nilai === null
    ? [
        ditolak(
          jalur,
          'MASUKAN_TIDAK_SAH',
          `${nama} baris ini belum diisi. Hapus barisnya bila memang belum diketahui.`,
        ),
      ]
    : [];

/** A null is "not known"; where it is what the row is there to say, the row says nothing. */
const kosong = (p: Paket): Ditolak[] => [
  ...p.perjanjianKinerja.flatMap((pk, i) => [
    ...pk.target.flatMap((t, j) => wajib(`/perjanjianKinerja/${i}/target/${j}/target`, t.target, 'Target')),
    ...(pk.anggaran ?? []).flatMap((a, j) =>
      wajib(`/perjanjianKinerja/${i}/anggaran/${j}/pagu`, a.pagu, 'Pagu'),
    ),
  ]),
  ...(p.rkt ?? []).flatMap((r, i) => wajib(`/rkt/${i}/target`, r.target, 'Target')),
  ...(p.rencanaAksi ?? []).flatMap((r, i) => wajib(`/rencanaAksi/${i}/target`, r.target, 'Target')),
  ...(p.anggaran ?? []).flatMap((r, i) => wajib(`/anggaran/${i}/pagu`, r.pagu, 'Pagu')),
  ...(p.pembanding ?? []).flatMap((r, i) => wajib(`/pembanding/${i}/nilai`, r.nilai, 'Nilai')),
];

/** One PK murni; a perubahan after it, in the file's own order. Whether one is recorded already is the decider's to say. */
const urutanPk = (daftar: readonly PaketPk[]): Ditolak[] => {
  const murni = daftar.findIndex((pk) => pk.jenis === 'murni');
  return daftar.flatMap(({ jenis }, i) => {
    const salah: Kode | null =
      jenis === 'murni' && i > murni
        ? 'PK_SUDAH_ADA'
        : jenis === 'perubahan' && i < murni
          ? 'PK_MURNI_BELUM_BERLAKU'
          : null;
    return salah === null ? [] : [ditolak(`/perjanjianKinerja/${i}/jenis`, salah)];
  });
};

const tahun = ({ tahun, renstra: { mulai, selesai } }: Paket): Ditolak[] =>
  mulai <= tahun && tahun <= selesai ? [] : [ditolak('/tahun', 'TAHUN_DI_LUAR_RENSTRA')];

const urutanRkt = (rkt: NonNullable<Paket['rkt']>): Ditolak[] =>
  rkt.flatMap((r, i) => {
    const murni = rkt.findIndex((m) => m.indikator === r.indikator && (m.jenis ?? 'murni') === 'murni');
    return r.jenis === 'perubahan' && murni > i ? [ditolak(`/rkt/${i}/jenis`, 'MURNI_BELUM_DITETAPKAN')] : [];
  });

/** What is wrong with the file by itself, beyond its shape: names twice, rows that say nothing, documents out of order. */
export const masalahSusunan = (p: Paket): Ditolak[] => [
  ...[...kelompokRenstra(p), ...kelompokProgram(p), ...kelompokPk(p), ...kelompokTahun(p)].flatMap(ganda),
  ...kosong(p),
  ...urutanPk(p.perjanjianKinerja),
  ...urutanRkt(p.rkt ?? []),
  ...tahun(p),
];
