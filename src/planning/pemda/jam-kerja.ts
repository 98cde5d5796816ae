import { JAM_DARI_UTC } from '../../approval/pemegang-kini.js';
import type { Kalender, Zona } from './pemda.decider.js';

const MENIT = 60_000;
const HARI = 86_400_000;

const menitDari = (jam: string): number => Number(jam.slice(0, 2)) * 60 + Number(jam.slice(3));

/** The working minutes of one day that lie between two minutes of it; local midnight is 0. */
const menitSehari = (kalender: Kalender, hari: number, dari: number, sampai: number): number => {
  const tanggal = new Date(hari);
  const seminggu = tanggal.getUTCDay() || 7; // 1 Senin to 7 Minggu
  const libur = kalender.libur.some((l) => l.tanggal === tanggal.toISOString().slice(0, 10));
  if (libur || !kalender.hariKerja.includes(seminggu)) return 0;
  const mulai = Math.max(dari, menitDari(kalender.jamMulai));
  const selesai = Math.min(sampai, menitDari(kalender.jamSelesai));
  return Math.max(selesai - mulai, 0);
};

/**
 * Whole minutes of working time between two instants, by the pemda's calendar of each year; null where a year between
 * them has none, since nobody said what its working days are. 0 when `sampai` does not come after `dari`.
 */
export const menitKerja = (
  kalender: readonly Kalender[],
  zona: Zona,
  dari: Date,
  sampai: Date,
): number | null => {
  const geser = JAM_DARI_UTC[zona] * 60 * MENIT;
  const [awal, akhir] = [dari.getTime() + geser, sampai.getTime() + geser];
  let jumlah = 0;
  for (let hari = Math.floor(awal / HARI) * HARI; hari < akhir; hari += HARI) {
    const tahun = new Date(hari).getUTCFullYear();
    const milik = kalender.find((k) => k.tahun === tahun);
    if (milik === undefined) return null;
    const [mulai, selesai] = [Math.max(awal, hari), Math.min(akhir, hari + HARI)];
    jumlah += menitSehari(milik, hari, (mulai - hari) / MENIT, (selesai - hari) / MENIT);
  }
  return Math.floor(jumlah);
};
