import { SKALA_PERMENDAGRI_86_2017, type Skala } from '../../reporting/capaian.js';
import { dicatat, elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { type Kalender, type PemdaCommand, type PemdaEvent, skalaSah } from './pemda.decider.js';
import type { PeriodeEvent, PeriodePengukuranCommand } from './periode.decider.js';

export const daftarkanPemda: Extract<PemdaCommand, { type: 'Daftarkan' }> = {
  type: 'Daftarkan',
  nama: 'Kota Pontianak',
  zona: 'WIB',
  ...elektronik,
};
export const pemdaDidaftarkan: PemdaEvent = {
  type: 'PemdaDidaftarkan',
  data: { nama: 'Kota Pontianak', zona: 'WIB', ...elektronik },
};

/** A city's own scale, as its report prints it: strict bounds. */
export const skalaKota: Skala = {
  kode: 'ptk-2023',
  nama: 'Skala pengukuran ordinal',
  sumber: 'LKjIP 2023',
  kelas: [
    { predikat: 'Sangat Berhasil', batasBawah: '85', termasukBatas: false },
    { predikat: 'Berhasil', batasBawah: '70', termasukBatas: false },
    { predikat: 'Cukup Berhasil', batasBawah: '55', termasukBatas: false },
    { predikat: 'Tidak Berhasil', batasBawah: null, termasukBatas: true },
  ],
};
export const skalaNasional: Skala = skalaSah(SKALA_PERMENDAGRI_86_2017, 'elektronik');
export const skalaDitetapkan: PemdaEvent = {
  type: 'SkalaPemdaDitetapkan',
  data: { skala: skalaKota, sebelum: null, ...dicatat },
};

export const kalender2023: Kalender = {
  tahun: 2023,
  hariKerja: [1, 2, 3, 4, 5],
  jamMulai: '07:30',
  jamSelesai: '16:00',
  libur: [
    { tanggal: '2023-01-01', uraian: 'Tahun Baru 2023 Masehi' },
    { tanggal: '2023-08-17', uraian: 'Hari Kemerdekaan Republik Indonesia' },
  ],
};
export const kalenderDitetapkan: PemdaEvent = {
  type: 'KalenderDitetapkan',
  data: { kalender: kalender2023, sebelum: null, ...elektronik },
};

const triwulanSatu = { dokumen: 'pengukuran', triwulan: 1, alasan: null } as const;
export const bukaSemua: PeriodePengukuranCommand = {
  type: 'Buka',
  ...triwulanSatu,
  opd: null,
  terdaftar: true,
  ...elektronik,
};
export const semuaDibuka: PeriodeEvent = {
  type: 'PeriodeDibuka',
  data: { ...triwulanSatu, opd: null, ...elektronik },
};
export const disnakerDibuka: PeriodeEvent = {
  type: 'PeriodeDibuka',
  data: { ...triwulanSatu, opd: 'disnaker', ...elektronik },
};
export const disnakerDitutup: PeriodeEvent = {
  type: 'PeriodeDitutup',
  data: { ...triwulanSatu, opd: 'disnaker', ...elektronik },
};
export const semuaDitutup: PeriodeEvent = {
  type: 'PeriodeDitutup',
  data: { ...triwulanSatu, opd: null, ...elektronik },
};
