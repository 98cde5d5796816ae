import { skalaKota } from '../pemda/pemda.contoh.js';
import { dicatat, elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { OpdCommand, OpdEvent } from './opd.decider.js';

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
