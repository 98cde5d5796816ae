import type { Tindakan } from './wewenang.js';

/** `ikut-induk`: whoever may see the object may see it; its resolver looks no further than the object's own OPD. */
export type AturanBidang = 'ikut-induk' | Tindakan;

/**
 * Fields with a resolver of their own, and fields that not everybody sees who sees the object. What is refused is an error
 * of that one field; the rest is answered. A test finds a resolver that is not here.
 */
export const BIDANG: Readonly<Record<string, AturanBidang>> = {
  'CatatanKeamanan.alamat': 'keamanan.alamat',
  'MenungguTandaTangan.belumGiliran': 'ikut-induk',
  'MenungguTandaTangan.berkas': 'ikut-induk',
  'MenungguTandaTangan.langkahDitunggu': 'ikut-induk',
  'Opd.capaian': 'ikut-induk',
  // Personal data: a resolver of each gives a NIP masked, or nothing, to who may not read it, and notes who reads it
  'Orang.adaNik': 'ikut-induk',
  'Orang.nama': 'ikut-induk',
  'Orang.nip': 'ikut-induk',
  'Orang.pangkat': 'ikut-induk',
  'Orang.surel': 'ikut-induk',
  'PemegangJabatan.nama': 'ikut-induk',
  'PemegangJabatan.nip': 'ikut-induk',
  'PemegangJabatan.pangkat': 'ikut-induk',
  'TandaTanganPerjanjian.nama': 'ikut-induk',
  'TandaTanganPerjanjian.nip': 'ikut-induk',
  'TandaTanganPerjanjian.pangkat': 'ikut-induk',
  'PerjanjianKinerja.berlakuSejak': 'ikut-induk',
  'PerjanjianKinerja.capaian': 'ikut-induk',
  'PerjanjianKinerja.terlambat': 'ikut-induk',
};
