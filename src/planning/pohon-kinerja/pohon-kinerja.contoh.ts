import { elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { PerintahPohon, PohonKinerjaEvent } from './pohon-kinerja.decider.js';
import type { IsiSimpul } from './simpul.decider.js';

type DataDari<T extends PohonKinerjaEvent['type']> = Extract<PohonKinerjaEvent, { type: T }>['data'];
const berdasarkan = [{ stream: 'Renstra-61.71.disnaker.2022', rev: 3 }];

const isi = (kode: string, ubah: Partial<IsiSimpul>): IsiSimpul => ({
  tingkat: 'final',
  uraian: `Hasil ${kode}`,
  induk: null,
  faktorKunci: null,
  ...ubah,
});

export const tetapkanSimpul = (
  kode: string,
  ubah: Partial<PerintahPohon<'TetapkanSimpul'>> = {},
): PerintahPohon<'TetapkanSimpul'> => ({
  type: 'TetapkanSimpul',
  kode,
  ...isi(kode, {}),
  opdTerdaftar: true,
  ...elektronik,
  berdasarkan,
  ...ubah,
});
export const simpulDitetapkan = (
  kode: string,
  ubah: Partial<DataDari<'SimpulDitetapkan'>> = {},
): PohonKinerjaEvent => ({
  type: 'SimpulDitetapkan',
  data: { kode, ...isi(kode, {}), sebelum: null, ...elektronik, berdasarkan, ...ubah },
});
export const simpulDihapus = (kode: string, sebelum: Partial<IsiSimpul> = {}): PohonKinerjaEvent => ({
  type: 'SimpulDihapus',
  data: { kode, alasan: 'Digabung', sebelum: isi(kode, sebelum), ...elektronik },
});

export const hubungkan: PerintahPohon<'HubungkanIndikator'> = {
  type: 'HubungkanIndikator',
  simpul: 'H1',
  indikator: 'IKU-1',
  indikatorDikenal: true,
  ...elektronik,
  berdasarkan,
};
export const dihubungkan = (simpul = 'H1', indikator = 'IKU-1'): PohonKinerjaEvent => ({
  type: 'IndikatorSimpulDihubungkan',
  data: { simpul, indikator, ...elektronik, berdasarkan },
});
export const dilepas: PohonKinerjaEvent = {
  type: 'IndikatorSimpulDilepas',
  data: { simpul: 'H1', indikator: 'IKU-1', ...elektronik },
};

export const tautkan: PerintahPohon<'TautkanUnsur'> = {
  type: 'TautkanUnsur',
  simpul: 'H1',
  unsur: { tingkat: 'sasaran', kode: 'S1' },
  unsurDikenal: true,
  ...elektronik,
  berdasarkan,
};
export const ditautkan = (ubah: Partial<DataDari<'UnsurDitautkan'>> = {}): PohonKinerjaEvent => ({
  type: 'UnsurDitautkan',
  data: {
    simpul: 'H1',
    unsur: { tingkat: 'sasaran', kode: 'S1' },
    sebelum: null,
    ...elektronik,
    berdasarkan,
    ...ubah,
  },
});

export const tanggungJawab: PerintahPohon<'TetapkanPenanggungJawab'> = {
  type: 'TetapkanPenanggungJawab',
  simpul: 'H1',
  jabatan: '61.71.disnaker.kepala',
  jabatanAda: true,
  ...elektronik,
  berdasarkan,
};
export const ditanggung = (
  ubah: Partial<DataDari<'PenanggungJawabSimpulDitetapkan'>> = {},
): PohonKinerjaEvent => ({
  type: 'PenanggungJawabSimpulDitetapkan',
  data: {
    simpul: 'H1',
    jabatan: '61.71.disnaker.kepala',
    sebelum: null,
    ...elektronik,
    berdasarkan,
    ...ubah,
  },
});

export const crosscutting: PerintahPohon<'CatatCrosscutting'> = {
  type: 'CatatCrosscutting',
  simpul: 'H1',
  opd: 'dikbud',
  simpulLain: null,
  uraian: 'Lulusan siap kerja',
  opdLainTerdaftar: true,
  simpulLainDikenal: false,
  ...elektronik,
  berdasarkan,
};
export const crosscuttingDicatat = (
  ubah: Partial<DataDari<'CrosscuttingDicatat'>> = {},
): PohonKinerjaEvent => ({
  type: 'CrosscuttingDicatat',
  data: {
    simpul: 'H1',
    opd: 'dikbud',
    simpulLain: null,
    uraian: 'Lulusan siap kerja',
    sebelum: null,
    ...elektronik,
    berdasarkan,
    ...ubah,
  },
});
export const crosscuttingDihapus: PohonKinerjaEvent = {
  type: 'CrosscuttingDihapus',
  data: { simpul: 'H1', opd: 'dikbud', simpulLain: null, sebelum: 'Lulusan siap kerja', ...elektronik },
};
