import { Desimal, hasilSah } from '../kernel/desimal.js';
import type { Baca } from '../kernel/execute.js';
import type { DefinisiIndikator } from '../planning/renstra/renstra.decider.js';
import { definisiTerukur, renstraTahun } from '../planning/renstra/renstra.fakta.js';
import {
  type IndikatorDiperiksa,
  type KodeTargetLemah,
  type TahunLalu,
  targetSah,
  temuanTarget,
} from '../reporting/target-lemah.js';
import type { Asal } from './borongan.js';
import { type IsiNaskah, type LetakIndikator, tahunLalu } from './tahun-lalu.js';
import { asalBaris, type BarisTerisi, type KunciTemplat } from './templat.js';

/** What a careful reader would ask about a row; told beside what is refused, and refuses nothing. */
export type Peringatan = Asal & { readonly kode: KodeTargetLemah; readonly kalimat: string };
/** Asked of the documents as the file leaves them. */
export type Tanya = (baca: Baca) => readonly Peringatan[];

/** Of the target of an indicator: how it is defined, and what is known of earlier years. */
export type Dikenal = {
  readonly indikator: IndikatorDiperiksa & Partial<Pick<DefinisiIndikator, 'agregasi'>>;
  readonly lalu: TahunLalu;
};

const NASKAH_KOSONG: IsiNaskah = { target: new Map(), lampau: new Map() };
export const dikenalDari = (
  baca: Baca,
  letak: LetakIndikator,
  definisi: DefinisiIndikator,
  tahun: number,
  naskah: IsiNaskah,
): Dikenal => ({ indikator: definisi, lalu: tahunLalu(baca, letak, definisi, tahun, naskah) });

/** By the Renstra that speaks for the year; null where it does not know the indicator. */
export const dikenalTahun = (baca: Baca, k: KunciTemplat, kode: string): Dikenal | null => {
  const r = renstraTahun(baca, k.pemda, k.opd, k.tahun)?.state;
  const definisi = r === undefined ? null : definisiTerukur(r, kode);
  if (r === undefined || definisi === null) return null;
  const letak = { pemda: k.pemda, opd: k.opd, mulai: r.mulai, kode };
  const { lampau } = r.indikator.get(kode) ?? NASKAH_KOSONG;
  return dikenalDari(baca, letak, definisi, k.tahun, { ...NASKAH_KOSONG, lampau });
};

type Ditulis = { readonly target: string; readonly satuan?: string | null };

const temuan = ({ indikator, lalu }: Dikenal, ditulis: Ditulis) =>
  temuanTarget(indikator, ditulis, lalu, targetSah(indikator, ditulis.target));

/** Of a row with a target for a year. */
export const tanyaTarget =
  (lembar: string, b: BarisTerisi, dikenal: (baca: Baca, kode: string) => Dikenal | null): Tanya =>
  (baca) => {
    const { indikator, target, satuan = null } = b.isian;
    const d = indikator && target ? dikenal(baca, indikator) : null;
    if (d === null || !target) return [];
    return temuan(d, { target, satuan }).map(({ kode, kalimat }) => ({
      ...asalBaris(lembar)(b, kode === 'SATUAN_BERBEDA' ? 'Satuan' : 'Target'),
      kode,
      kalimat,
    }));
  };

/** The year's own amount of an indicator whose quarters are added up; null unless all four are there. */
const jumlahSetahun = (baris: readonly BarisTerisi[]): string | null => {
  const target = baris.flatMap(({ isian }) => (isian.target && hasilSah(isian.target) ? isian.target : []));
  if (target.length !== 4) return null;
  return target.reduce((jumlah, t) => jumlah.plus(Desimal.hasil(t)), Desimal.hasil('0')).toString();
};

/** Of a row with a target up to a quarter: only the last one is held against whole years. */
export const tanyaTriwulan =
  (lembar: string, b: BarisTerisi, semua: readonly BarisTerisi[], k: KunciTemplat): Tanya =>
  (baca) => {
    const { indikator, triwulan, target } = b.isian;
    const d = indikator && target ? dikenalTahun(baca, k, indikator) : null;
    if (d === null || !target) return [];
    const akhir = triwulan === '4';
    const dijumlahkan = d.indikator.agregasi === 'jumlah';
    if (dijumlahkan && !akhir) return [];
    const setahun = dijumlahkan
      ? jumlahSetahun(semua.filter(({ isian }) => isian.indikator === indikator))
      : target;
    return setahun === null
      ? []
      : temuan(d, { target: setahun })
          .filter(({ kode }) => akhir || kode === 'TARGET_NOL')
          .map(({ kode, kalimat }) => ({ ...asalBaris(lembar)(b, 'Target'), kode, kalimat }));
  };
