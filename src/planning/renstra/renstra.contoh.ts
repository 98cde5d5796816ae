import { elektronik, iku } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { DefinisiIndikator, RenstraCommand, RenstraEvent } from './renstra.decider.js';

type Perintah<T extends RenstraCommand['type']> = Extract<RenstraCommand, { type: T }>;
const berdasarkan = [{ stream: 'Opd-61.71.disnaker', rev: 0 }];
const masa = { mulai: 2022, selesai: 2024, visi: 'Pontianak bermartabat', misi: null };

export const susun: Perintah<'Susun'> = {
  type: 'Susun',
  ...masa,
  opdTerdaftar: true,
  ...elektronik,
  berdasarkan,
};
export const disusun: RenstraEvent = {
  type: 'RenstraDisusun',
  data: { ...masa, sebelum: null, ...elektronik, berdasarkan },
};

const tujuan = { kode: 'T1', uraian: 'Meningkatnya kesempatan kerja' };
export const tambahTujuan: Perintah<'TambahTujuan'> = { type: 'TambahTujuan', ...tujuan, ...elektronik };
export const tujuanDitambahkan: RenstraEvent = {
  type: 'TujuanDitambahkan',
  data: { ...tujuan, sebelum: null, ...elektronik },
};

const sasaran = {
  kode: 'S1',
  tujuan: 'T1',
  uraian: 'Meningkatnya penduduk yang bekerja',
  strategi: [{ uraian: 'Pelatihan berbasis kompetensi', arahKebijakan: ['Pelatihan bersama dunia usaha'] }],
};
export const tambahSasaran: Perintah<'TambahSasaran'> = { type: 'TambahSasaran', ...sasaran, ...elektronik };
export const sasaranDitambahkan: RenstraEvent = {
  type: 'SasaranDitambahkan',
  data: { ...sasaran, sebelum: null, ...elektronik },
};

export const tetapkanIndikator = (d: DefinisiIndikator): Perintah<'TetapkanIndikator'> => ({
  type: 'TetapkanIndikator',
  ...d,
  ...elektronik,
});
export const indikatorDitetapkan = (
  d: DefinisiIndikator,
  sebelum: DefinisiIndikator | null = null,
): RenstraEvent => ({ type: 'IndikatorDitetapkan', data: { ...d, sebelum, ...elektronik } });

export const iku1 = iku('IKU-1');
export const ikuProgram = iku('I-2.07.03-1', { level: 'program', iku: false });
export const iku1Ditetapkan = indikatorDitetapkan(iku1);

export const tetapkanTarget: Perintah<'TetapkanTarget'> = {
  type: 'TetapkanTarget',
  indikator: 'IKU-1',
  tahun: 2023,
  target: '91.50',
  ...elektronik,
};
export const target2023: RenstraEvent = {
  type: 'TargetRenstraDitetapkan',
  data: { indikator: 'IKU-1', tahun: 2023, target: '91.50', sebelum: null, ...elektronik },
};
export const renstraDitetapkan: RenstraEvent = {
  type: 'RenstraDitetapkan',
  data: { keputusan: 'Perwa 12/2022', ...elektronik },
};
/** A Renstra that is being written: one of everything. */
export const naskah = [disusun, tujuanDitambahkan, sasaranDitambahkan, iku1Ditetapkan];
