import { faktaBaru, isiBaru } from '../../kernel/cara.js';
import { desimalSah } from '../../kernel/desimal.js';
import { tahunSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { kodeBebas, label, labelAtauNull, teksAtauNull } from '../../kernel/teks.js';
import { type Agregasi, nilaiSah } from '../../reporting/capaian.js';
import {
  type DefinisiIndikator,
  type IndikatorRenstra,
  type Oleh,
  type PeristiwaNaskah,
  type Renstra,
  wajibIndikator,
  wajibTerbuka,
} from './naskah-renstra.decider.js';
import { wajibBelumDialihkan, wajibBelumPergi, wajibSudahDatang } from './peralihan.decider.js';
import { wajibSejak } from './versi.decider.js';

/** As asked for: what is not said (null) keeps what stands, else posisi-akhir, 2 decimals, no IKU. */
export type DefinisiDiminta = Omit<DefinisiIndikator, 'iku' | 'agregasi' | 'desimal'> & {
  iku: boolean | null;
  agregasi: Agregasi | null;
  desimal: number | null;
};
export type PerintahIndikator =
  | (Oleh & DefinisiDiminta & { type: 'TetapkanIndikator' })
  | (Oleh & { type: 'TetapkanTarget'; indikator: string; tahun: number | null; target: string })
  | (Oleh & { type: 'CatatRealisasiLampau'; indikator: string; tahun: number; realisasi: string });
type Perintah<T extends PerintahIndikator['type']> = Extract<PerintahIndikator, { type: T }>;

const urutanSah = ({ polaritas, urutanPredikat, kode }: DefinisiDiminta): string[] | null => {
  const urutan = urutanPredikat?.map((u) => label(u, 60)) ?? null;
  const sah =
    polaritas === 'predikat'
      ? urutan !== null && urutan.length > 1 && new Set(urutan).size === urutan.length
      : urutan === null;
  return sah ? urutan : tolak('NILAI_TIDAK_SAH', { indikator: kode, bidang: 'urutanPredikat' });
};

const kondisiAwalSah = (c: DefinisiDiminta): DefinisiIndikator['kondisiAwal'] => {
  if (c.kondisiAwal === null) return null;
  const { tahun, nilai } = c.kondisiAwal;
  // A paket gives a decimal for every polarity.
  const sah =
    nilai === null || desimalSah(nilai) || nilaiSah(c.polaritas, c.urutanPredikat, nilai, 'realisasi');
  if (!sah) return tolak('NILAI_TIDAK_SAH', { indikator: c.kode, bidang: 'kondisiAwal' });
  return { tahun: tahun === null ? null : tahunSah(tahun), nilai };
};

const definisiSah = (c: DefinisiDiminta, lama: DefinisiIndikator | null): DefinisiIndikator => {
  const desimal = c.desimal ?? lama?.desimal ?? 2;
  if (!Number.isInteger(desimal) || desimal < 0 || desimal > 6)
    return tolak('MASUKAN_TIDAK_SAH', { bidang: 'desimal', indikator: c.kode });
  return {
    kode: kodeBebas(c.kode),
    nama: label(c.nama, 1_000),
    satuan: label(c.satuan, 100),
    level: c.level,
    iku: c.iku ?? lama?.iku ?? false,
    polaritas: c.polaritas,
    agregasi: c.agregasi ?? lama?.agregasi ?? 'posisi-akhir',
    desimal,
    urutanPredikat: urutanSah(c),
    definisi: teksAtauNull(c.definisi),
    pembilang: teksAtauNull(c.pembilang),
    penyebut: teksAtauNull(c.penyebut),
    sumberData: teksAtauNull(c.sumberData),
    penanggungJawab: labelAtauNull(c.penanggungJawab),
    kondisiAwal: kondisiAwalSah(c),
  };
};

/**
 * In a Perubahan a definition may change under its figures, as long as each of them still reads under it: the years
 * before stay with the definition they were written for. Another measure altogether is another indicator.
 */
const wajibTetapTerbaca = ({ definisi, target, lampau }: IndikatorRenstra, baru: DefinisiIndikator): void => {
  const { kode: indikator, polaritas, urutanPredikat } = baru;
  if (baru.level !== definisi.level) tolak('SUDAH_ADA_BERBEDA', { indikator, bidang: 'level' });
  const sah = (nilai: string, sebagai: 'target' | 'realisasi'): boolean =>
    nilaiSah(polaritas, urutanPredikat, nilai, sebagai);
  for (const nilai of target.values())
    if (!sah(nilai, 'target')) tolak('NILAI_TIDAK_SAH', { indikator, nilai: nilai.slice(0, 60) });
  for (const nilai of lampau.values())
    if (!sah(nilai, 'realisasi')) tolak('NILAI_TIDAK_SAH', { indikator, nilai: nilai.slice(0, 60) });
};

/** Decided here, a definition changes only while the Renstra is being written and no figure stands on it. */
const wajibBolehBerubah = (r: Renstra, ada: IndikatorRenstra, baru: DefinisiIndikator): void => {
  if (r.status === 'ditetapkan') tolak('RENSTRA_SUDAH_DITETAPKAN');
  if (r.versi > 1) wajibTetapTerbaca(ada, baru);
  else if (ada.target.size + ada.lampau.size > 0) tolak('SUDAH_ADA_BERBEDA', { indikator: baru.kode });
};

export const tetapkanIndikator = (c: Perintah<'TetapkanIndikator'>, r: Renstra): PeristiwaNaskah[] => {
  const { oleh, cara } = c;
  const ada = r.indikator.get(c.kode);
  const sebelum = ada?.definisi ?? null;
  const definisi = isiBaru(cara, sebelum, definisiSah(c, sebelum), { indikator: c.kode });
  if (definisi === null) return [];
  if (cara === 'elektronik') wajibBelumDialihkan(r, c.kode);
  wajibTerbuka(r, cara, definisi.level);
  if (ada !== undefined && cara === 'elektronik') wajibBolehBerubah(r, ada, definisi);
  return [{ type: 'IndikatorDitetapkan', data: { ...definisi, sebelum, oleh, cara } }];
};

export const tetapkanTarget = (c: Perintah<'TetapkanTarget'>, r: Renstra): PeristiwaNaskah[] => {
  const { indikator, target, oleh, cara } = c;
  const { definisi, target: ada } = wajibIndikator(r, indikator);
  if (!nilaiSah(definisi.polaritas, definisi.urutanPredikat, target, 'target'))
    return tolak('NILAI_TIDAK_SAH', { indikator, nilai: target.slice(0, 60) });
  const tahun = c.tahun === null ? null : tahunSah(c.tahun);
  if (cara === 'elektronik' && tahun !== null && (tahun < r.mulai || tahun > r.selesai))
    return tolak('TAHUN_DI_LUAR_RENSTRA', { tahun });
  const sebelum = ada.get(tahun) ?? null;
  if (!faktaBaru(cara, sebelum, target, { indikator, tahun })) return [];
  wajibBelumPergi(r, indikator, tahun);
  if (cara === 'elektronik') wajibSudahDatang(r, indikator, tahun); // paper prints the years before as its own
  wajibTerbuka(r, cara, definisi.level);
  if (r.status === 'disusun' && tahun !== null && cara === 'elektronik') wajibSejak(tahun, r.mulaiBerlaku);
  return [{ type: 'TargetRenstraDitetapkan', data: { indikator, tahun, target, sebelum, oleh, cara } }];
};

export const catatLampau = (c: Perintah<'CatatRealisasiLampau'>, r: Renstra): PeristiwaNaskah[] => {
  const { indikator, realisasi, oleh, cara } = c;
  const { definisi, lampau } = wajibIndikator(r, indikator);
  const tahun = tahunSah(c.tahun);
  if (!nilaiSah(definisi.polaritas, definisi.urutanPredikat, realisasi, 'realisasi'))
    return tolak('NILAI_TIDAK_SAH', { indikator, nilai: realisasi.slice(0, 60) });
  const sebelum = lampau.get(tahun) ?? null;
  if (!faktaBaru(cara, sebelum, realisasi, { indikator, tahun })) return [];
  wajibBelumPergi(r, indikator, tahun);
  return [{ type: 'RealisasiLampauDicatat', data: { indikator, tahun, realisasi, sebelum, oleh, cara } }];
};
