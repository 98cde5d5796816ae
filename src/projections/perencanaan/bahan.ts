import type { TingkatProgram } from '../../planning/program/program.decider.js';
import type { DefinisiIndikator } from '../../planning/renstra/renstra.decider.js';
import type { CapaianIndikator } from '../../reporting/capaian.js';
import type { FaktaTerbaca, RencanaSetahun } from '../capaian/masukan.js';
import type { BarisPk } from '../perjanjian-kinerja/perjanjian-kinerja.projection.js';
import { isiAkta } from '../riwayat/kata.js';
import type { DaftarIku, Penetapan, RencanaAksiTahun, RencanaRenstra, RencanaTahun } from './fakta.js';

/** All that the planning tables of one OPD and year are made of, as of one position of the log. */
export type Bahan = Readonly<{
  pemda: string;
  opd: string;
  tahun: number;
  posisi: number;
  fakta: FaktaTerbaca;
  rencana: RencanaSetahun;
  renstra: RencanaRenstra | null;
  tahunan: RencanaTahun | null;
  rencanaAksi: RencanaAksiTahun | null;
  iku: DaftarIku | null;
  pk: BarisPk | null;
}>;

/** An indicator that the year lists, with the target that holds. */
export type IndikatorTahun = Readonly<{
  definisi: DefinisiIndikator;
  berlaku: CapaianIndikator;
}>;

/** Something that indicators hang on: a tujuan, a sasaran, or a node of the year's program tree. */
export type Unsur = Readonly<{
  tingkat: 'tujuan' | 'sasaran' | TingkatProgram;
  kode: string;
  nama: string;
  induk: string | null;
  indikator: readonly IndikatorTahun[];
}>;

export const LABEL_TINGKAT: Readonly<Record<Unsur['tingkat'], string>> = {
  tujuan: 'Tujuan',
  sasaran: 'Sasaran',
  program: 'Program',
  kegiatan: 'Kegiatan',
  'sub-kegiatan': 'Sub kegiatan',
};

export type SusunanTahun = Readonly<{
  indikator: ReadonlyMap<string, IndikatorTahun>;
  strategis: readonly Unsur[]; // each tujuan, then its sasaran
  program: readonly Unsur[]; // each program, then its kegiatan, each with its sub kegiatan; by code
  lepas: readonly IndikatorTahun[]; // hung on none of them
}>;

const menurutKode = (a: { kode: string }, b: { kode: string }): number =>
  a.kode < b.kode ? -1 : a.kode > b.kode ? 1 : 0;

/** The year's indicators under what they hang on; one that hangs in two places stands in both, as it is printed. */
export const susunTahun = ({ rencana }: Bahan): SusunanTahun => {
  const { renstra, baris } = rencana;
  const angka = new Map(rencana.indikator.map((i) => [i.kode, i]));
  const indikator = new Map(
    rencana.definisi.flatMap((definisi) => {
      const berlaku = angka.get(definisi.kode);
      return berlaku === undefined ? [] : [[definisi.kode, { definisi, berlaku }] as const];
    }),
  );
  const milik = (kode: readonly string[]) => kode.flatMap((k) => indikator.get(k) ?? []);
  const diRenstra = (tingkat: string, kode: string) =>
    milik(
      (renstra?.hubungan ?? [])
        .filter((h) => h.tingkat === tingkat && h.kode === kode)
        .map((h) => h.indikator),
    );
  const strategis = (renstra?.tujuan ?? []).flatMap(({ kode, uraian }): Unsur[] => [
    { tingkat: 'tujuan', kode, nama: uraian, induk: null, indikator: diRenstra('tujuan', kode) },
    ...(renstra?.sasaran ?? [])
      .filter((s) => s.tujuan === kode)
      .map((s): Unsur => {
        const isi = { kode: s.kode, nama: s.uraian, induk: kode };
        return { tingkat: 'sasaran', ...isi, indikator: diRenstra('sasaran', s.kode) };
      }),
  ]);
  const cabang = (induk: string | null): Unsur[] =>
    (baris?.program ?? [])
      .filter((p) => p.induk === induk)
      .toSorted(menurutKode)
      .flatMap(({ kode, nama, tingkat }): Unsur[] => {
        const tergantung = (baris?.hubungan ?? []).filter((h) => h.kode === kode).map((h) => h.indikator);
        return [{ tingkat, kode, nama, induk, indikator: milik(tergantung) }, ...cabang(kode)];
      });
  const program = cabang(null);
  const tergantung = new Set([...strategis, ...program].flatMap((u) => u.indikator));
  const lepas = [...indikator.values()].filter((i) => !tergantung.has(i));
  return { indikator, strategis, program, lepas };
};

/** The sasaran that an indicator measures; where it measures none, the tujuan; null where it hangs on neither. */
export const diukur = ({ strategis }: SusunanTahun, indikator: string): string | null => {
  const pada = strategis.filter((u) => u.indikator.some((i) => i.definisi.kode === indikator));
  const sasaran = pada.filter((u) => u.tingkat === 'sasaran');
  const nama = (sasaran.length > 0 ? sasaran : pada).map((u) => u.nama);
  return nama.length === 0 ? null : nama.join('; ');
};

/** By which act a document was ditetapkan, as a note under its table. */
export const aktaTeks = (p: Penetapan | null): string[] => {
  if (p?.akta) return [`Ditetapkan dengan ${isiAkta(p.akta)}.`];
  return p?.keputusan ? [`Ditetapkan dengan ${p.keputusan}.`] : [];
};
