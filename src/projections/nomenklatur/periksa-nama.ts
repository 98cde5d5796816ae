import {
  digitSubKegiatan,
  indukNomenklatur,
  tingkatNomenklatur,
} from '../../planning/nomenklatur/kode.decider.js';
import type { TingkatProgram } from '../../planning/program/program.decider.js';
import type { KodeResmi } from './nomenklatur.projection.js';

/**
 * NAMA_BERBEDA: the official name is another. KODE_TIDAK_DIKENAL: that version has no such code. DIGIT_LAMA: a sub
 * kegiatan of 2 digits beside a version of 4, or the other way round.
 */
export type JenisTemuanNama = 'NAMA_BERBEDA' | 'KODE_TIDAK_DIKENAL' | 'DIGIT_LAMA';
export type TemuanNama = Readonly<{
  kode: string;
  tingkat: TingkatProgram;
  jenis: JenisTemuanNama;
  nama: string;
  namaResmi: string | null;
}>;
type Simpul = Readonly<{ kode: string; nama: string; tingkat: TingkatProgram }>;
type Resmi = ReadonlyMap<string, KodeResmi>;

/** Blanks and capitals are the printer's; only other words are another name. */
const disamakan = (nama: string): string =>
  nama.normalize('NFKC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('id');
export const samaNama = (a: string, b: string): boolean => disamakan(a) === disamakan(b);

const digitLain = (versi: string, { kode, tingkat }: Simpul): boolean => {
  const lain = digitSubKegiatan(versi) === 4 ? '2021' : '2023';
  return tingkat === 'sub-kegiatan' && tingkatNomenklatur(lain, kode) === 'sub-kegiatan';
};

/** `X.XX.01` of every OPD and codes of no nomenclature at all are told as unknown codes: nobody guesses what they stand for. */
const periksaSatu = (versi: string, resmi: Resmi, s: Simpul): TemuanNama[] => {
  const { kode, nama, tingkat } = s;
  const ada = resmi.get(kode);
  const temuan = (jenis: JenisTemuanNama, namaResmi: string | null = null): TemuanNama[] => [
    { kode, tingkat, jenis, nama, namaResmi },
  ];
  if (ada !== undefined) return samaNama(ada.nama, nama) ? [] : temuan('NAMA_BERBEDA', ada.nama);
  if (digitLain(versi, s) && resmi.has(indukNomenklatur(kode) ?? '')) return temuan('DIGIT_LAMA');
  return temuan('KODE_TIDAK_DIKENAL');
};

/** What of a year's program tree is not as the official nomenclature has it, in the order of the tree. */
export const periksaNama = (versi: string, resmi: Resmi, simpul: readonly Simpul[]): TemuanNama[] =>
  simpul.flatMap((s) => periksaSatu(versi, resmi, s));
