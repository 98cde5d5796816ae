import { skalaKota } from '../pemda/pemda.contoh.js';
import { dicatat, elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { IsiPembubaran, OpdCommand, OpdEvent } from './opd.decider.js';
import type { IsiSotk, IsiUnit, SotkEvent } from './sotk.decider.js';

const berdasarkan = [{ stream: 'Pemda-61.71', rev: 0 }];
const nama = 'Dinas Tenaga Kerja Kota Pontianak';
export const daftarkanOpd: Extract<OpdCommand, { type: 'Daftarkan' }> = {
  type: 'Daftarkan',
  kode: 'disnaker',
  nama,
  pemdaTerdaftar: true,
  ...elektronik,
  berdasarkan,
};
export const opdDidaftarkan: OpdEvent = {
  type: 'OpdDidaftarkan',
  data: { nama, ...elektronik, berdasarkan },
};
export const skalaOpdDitetapkan: OpdEvent = {
  type: 'SkalaOpdDitetapkan',
  data: { tahun: 2023, skala: skalaKota, sebelum: null, ...dicatat },
};

const dasar = {
  jenis: 'Peraturan Wali Kota',
  nomor: '60 Tahun 2021',
  tanggal: '2021-11-01',
  pejabat: 'Wali Kota Pontianak',
};
export const isiSotk: IsiSotk = {
  mulai: '2022-01-01',
  dasar,
  tugasPokok: 'Melaksanakan urusan bidang tenaga kerja',
  fungsi: ['Perumusan kebijakan', 'Pelaksanaan kebijakan'],
  sejarah: null,
  pendahulu: ['dpmptsp'],
};
export const susunSotk: Extract<OpdCommand, { type: 'SusunSotk' }> = {
  type: 'SusunSotk',
  ...isiSotk,
  kode: 'disnaker',
  takDikenal: [],
  salinUnit: false,
  ...elektronik,
};
export const sotkDisusun = (
  ganti: Partial<Extract<SotkEvent, { type: 'SotkDisusun' }>['data']> = {},
): OpdEvent => ({
  type: 'SotkDisusun',
  data: { versi: 1, ...isiSotk, sebelum: null, ...elektronik, ...ganti },
});
export const isiBidang: IsiUnit = {
  nama: 'Bidang Penempatan',
  induk: null,
  tugasPokok: 'Menempatkan pencari kerja',
  fungsi: [],
};
export const tetapkanBidang: Extract<OpdCommand, { type: 'TetapkanUnitSotk' }> = {
  type: 'TetapkanUnitSotk',
  versi: 1,
  kode: 'bidang-penta',
  ...isiBidang,
  ...elektronik,
};
export const unitDitetapkan = (
  ganti: Partial<Extract<SotkEvent, { type: 'UnitSotkDitetapkan' }>['data']> = {},
): OpdEvent => ({
  type: 'UnitSotkDitetapkan',
  data: { versi: 1, kode: 'bidang-penta', ...isiBidang, sebelum: null, ...elektronik, ...ganti },
});
export const sotkDitetapkan = (versi = 1): OpdEvent => ({
  type: 'SotkDitetapkan',
  data: { versi, ...elektronik },
});

export const pembubaran: IsiPembubaran = {
  tanggal: '2025-01-01',
  pengganti: ['diskopnaker'],
  akta: dasar,
  alasan: 'Penataan perangkat daerah',
};
export const opdDibubarkan: OpdEvent = {
  type: 'OpdDibubarkan',
  data: { ...pembubaran, sebelum: null, ...elektronik },
};
