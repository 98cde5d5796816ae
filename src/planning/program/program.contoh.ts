import { elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { ProgramCommand, ProgramEvent } from './program.decider.js';

type Perintah<T extends ProgramCommand['type']> = Extract<ProgramCommand, { type: T }>;
export const berdasarkan = [{ stream: 'Renstra-61.71.disnaker.2022', rev: 3 }];

const program = {
  kode: '2.07.03',
  nama: 'Program Pelatihan Kerja dan Produktivitas Tenaga Kerja',
  tingkat: 'program',
  induk: null,
} as const;
export const tambahProgram: Perintah<'Tambah'> = {
  type: 'Tambah',
  ...program,
  renstraAda: true,
  nomenklatur: null,
  ...elektronik,
  berdasarkan,
};
export const programDitambahkan: ProgramEvent = {
  type: 'ProgramDitambahkan',
  data: { ...program, sebelum: null, ...elektronik, berdasarkan },
};

const kegiatan = {
  kode: '2.07.03.2.01',
  nama: 'Pelaksanaan Pelatihan berdasarkan Unit Kompetensi',
  tingkat: 'kegiatan',
  induk: '2.07.03',
} as const;
export const tambahKegiatan: Perintah<'Tambah'> = { ...tambahProgram, ...kegiatan };
export const kegiatanDitambahkan: ProgramEvent = {
  type: 'ProgramDitambahkan',
  data: { ...kegiatan, sebelum: null, ...elektronik, berdasarkan },
};

export const dukungSasaran: Perintah<'DukungSasaran'> = {
  type: 'DukungSasaran',
  program: '2.07.03',
  sasaran: 'S1',
  sasaranDikenal: true,
  ...elektronik,
  berdasarkan,
};
export const sasaranDidukung: ProgramEvent = {
  type: 'SasaranDidukung',
  data: { program: '2.07.03', sasaran: 'S1', ...elektronik, berdasarkan },
};
export const hubungkanIndikator: Perintah<'HubungkanIndikator'> = {
  type: 'HubungkanIndikator',
  kode: '2.07.03',
  indikator: 'I-2.07.03-1',
  indikatorDikenal: true,
  ...elektronik,
  berdasarkan,
};
export const indikatorDihubungkan: ProgramEvent = {
  type: 'IndikatorProgramDihubungkan',
  data: { kode: '2.07.03', indikator: 'I-2.07.03-1', ...elektronik, berdasarkan },
};
