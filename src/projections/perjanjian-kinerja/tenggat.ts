import { tanggalDi } from '../../approval/pemegang-kini.js';
import type { Zona } from '../../planning/pemda/pemda.decider.js';
import type { BarisPk } from './perjanjian-kinerja.projection.js';

const HARI_MS = 86_400_000;

/** The same day of the next month, or its last day where it has no such day. */
export const sebulanSetelah = (tanggal: string): string => {
  const [tahun = 0, bulan = 0, hari = 0] = tanggal.split('-').map(Number);
  const hariTerakhir = new Date(Date.UTC(tahun, bulan + 1, 0)).getUTCDate();
  return new Date(Date.UTC(tahun, bulan, Math.min(hari, hariTerakhir))).toISOString().slice(0, 10);
};

/**
 * The day on which the murni took force: that of the second signature, on paper the day written on it. `null`: not in
 * force; `undefined`: in force since a day that nobody recorded.
 */
export const berlakuSejak = ({ versi }: Pick<BarisPk, 'versi'>, zona: Zona): string | null | undefined => {
  const murni = versi.find((v) => v.versi === 1);
  const akhir = murni?.tandaTangan.at(-1);
  if (murni === undefined || akhir === undefined) return null;
  if (murni.status !== 'berlaku' && murni.status !== 'digantikan') return null;
  return akhir.cara === 'dicatat'
    ? (murni.naskah.tanggal ?? undefined)
    : tanggalDi(zona, new Date(akhir.pada));
};

/** Whole days from the deadline to the day the PK took force, or until today; 0 in time, null where it cannot be told. */
export const hariTerlambat = (
  tenggat: string | null,
  berlaku: string | null | undefined,
  hariIni: string,
): number | null => {
  if (tenggat === null || berlaku === undefined) return null;
  return Math.max(0, (Date.parse(berlaku ?? hariIni) - Date.parse(tenggat)) / HARI_MS);
};
