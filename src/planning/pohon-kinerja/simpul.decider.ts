import { isiBaru } from '../../kernel/cara.js';
import { tolak } from '../../kernel/penolakan.js';
import type { Peta } from '../../kernel/peta.js';
import { alasan, kodeBebas, teksAtauNull, uraian } from '../../kernel/teks.js';
import type { PerintahPohon, PohonKinerjaEvent } from './pohon-kinerja.decider.js';

// Parts of STORED SHAPES: pohon-kinerja.decider.ts.
/** From the condition that is wanted in the end down to what an office itself delivers (PermenPANRB 89/2021). */
export const TINGKAT_HASIL = ['final', 'intermediate', 'immediate', 'output'] as const;
export type TingkatHasil = (typeof TINGKAT_HASIL)[number];
/** `faktorKunci`: the critical success factor of the result above that this one answers. */
export type IsiSimpul = {
  tingkat: TingkatHasil;
  uraian: string;
  induk: string | null;
  faktorKunci: string | null;
};
export type TingkatUnsur = 'tujuan' | 'sasaran' | 'program' | 'kegiatan' | 'sub-kegiatan';
/** The planning component that a result became. */
export type Unsur = { tingkat: TingkatUnsur; kode: string };
/** A result that another OPD has a part in; `simpulLain`: the result of its own tree, where it is known. */
export type KunciCrosscutting = { opd: string; simpulLain: string | null };

export type Simpul = IsiSimpul & {
  readonly indikator: readonly string[];
  readonly unsur: Unsur | null;
  readonly jabatan: string | null;
  readonly crosscutting: readonly (KunciCrosscutting & { uraian: string })[];
};
/** By kode; null: it was removed. */
export type PohonKinerja = { readonly simpul: Peta<Simpul | null> };

/** The result as it stands; null when there is none. */
export const simpulDari = (p: PohonKinerja, kode: string): Simpul | null => p.simpul.get(kode) ?? null;

export const wajibSimpul = (p: PohonKinerja, kode: string): Simpul =>
  simpulDari(p, kode) ?? tolak('SIMPUL_TIDAK_DIKENAL', { simpul: kode });

const cabang = (p: PohonKinerja, induk: string): (readonly [string, Simpul])[] =>
  [...p.simpul].flatMap(([kode, s]) => (s !== null && s.induk === induk ? [[kode, s] as const] : []));

const diAtas = (a: TingkatHasil, b: TingkatHasil): boolean =>
  TINGKAT_HASIL.indexOf(a) < TINGKAT_HASIL.indexOf(b);

/** Walks up from the new parent: who meets the node itself would hang it under its own branch. */
const wajibTidakMelingkar = (p: PohonKinerja, kode: string, induk: string): void => {
  for (let k: string | null = induk; k !== null; k = simpulDari(p, k)?.induk ?? null)
    if (k === kode) tolak('POHON_MELINGKAR', { simpul: kode, induk });
};

const wajibBerurut = (p: PohonKinerja, kode: string, { tingkat, induk }: IsiSimpul): void => {
  if (induk !== null) {
    wajibSimpul(p, induk);
    wajibTidakMelingkar(p, kode, induk);
    if (diAtas(tingkat, wajibSimpul(p, induk).tingkat))
      tolak('TINGKAT_DI_ATAS_INDUK', { simpul: kode, induk });
  }
  const terlaluTinggi = cabang(p, kode).find(([, s]) => diAtas(s.tingkat, tingkat));
  if (terlaluTinggi !== undefined) tolak('TINGKAT_DI_ATAS_INDUK', { simpul: terlaluTinggi[0], induk: kode });
};

export const tetapkanSimpul = (c: PerintahPohon<'TetapkanSimpul'>, p: PohonKinerja): PohonKinerjaEvent[] => {
  const { tingkat, induk, oleh, cara, berdasarkan } = c;
  if (!c.opdTerdaftar) return tolak('OPD_BELUM_TERDAFTAR');
  const kode = kodeBebas(c.kode);
  const ada = simpulDari(p, kode);
  const sebelum: IsiSimpul | null = ada && {
    tingkat: ada.tingkat,
    uraian: ada.uraian,
    induk: ada.induk,
    faktorKunci: ada.faktorKunci,
  };
  const diminta = { tingkat, uraian: uraian(c.uraian), induk, faktorKunci: teksAtauNull(c.faktorKunci) };
  const isi = isiBaru<IsiSimpul>(cara, sebelum, diminta, { simpul: kode });
  if (isi === null) return [];
  wajibBerurut(p, kode, isi);
  return [{ type: 'SimpulDitetapkan', data: { kode, ...isi, sebelum, oleh, cara, berdasarkan } }];
};

export const hapusSimpul = (c: PerintahPohon<'HapusSimpul'>, p: PohonKinerja): PohonKinerjaEvent[] => {
  const { kode, oleh, cara } = c;
  const { tingkat, uraian, induk, faktorKunci } = wajibSimpul(p, kode);
  const [bawah] = cabang(p, kode);
  if (bawah !== undefined) return tolak('SIMPUL_BERCABANG', { simpul: kode, cabang: bawah[0] });
  const sebelum = { tingkat, uraian, induk, faktorKunci };
  return [{ type: 'SimpulDihapus', data: { kode, alasan: alasan(c.alasan), sebelum, oleh, cara } }];
};
