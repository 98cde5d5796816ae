import { JAM_DARI_UTC } from '../../approval/pemegang-kini.js';
import { cetakTanggal } from '../../kernel/tanggal.js';
import type { Zona } from '../../planning/pemda/pemda.decider.js';

export type BagianTeks = readonly [nama: string, arti: string];

export const TIDAK_TERSERTIFIKASI_HALAMAN =
  'Tanda tangan elektronik di dokumen ini tidak tersertifikasi (PP 71/2019 Pasal 59-60): ia dibuat dengan kunci Amanah sendiri, untuk uji coba, bukan dengan sertifikat Penyelenggara Sertifikasi Elektronik Indonesia.';

/** '22 November 2026 14.05.31 WIB' */
export const waktuTampil = (pada: string, zona: Zona): string => {
  const setempat = new Date(Date.parse(pada) + JAM_DARI_UTC[zona] * 3_600_000).toISOString();
  return `${cetakTanggal(setempat.slice(0, 10))} ${setempat.slice(11, 19).replaceAll(':', '.')} ${zona}`;
};

/** In groups of four, as people compare them. */
export const cetakSidik = (sidik: string): string => (sidik.match(/.{1,4}/g) ?? []).join(' ');
