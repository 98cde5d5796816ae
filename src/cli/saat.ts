import { tanggalSah } from '../kernel/teks.js';
import type { Zona } from '../planning/pemda/pemda.decider.js';
import { SalahPakai } from './salah-pakai.js';

const SELISIH: Readonly<Record<Zona, string>> = { WIB: '+07:00', WITA: '+08:00', WIT: '+09:00' };
const BENTUK = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * The instant that `--pada` names, ISO 8601 in UTC. A date alone is the end of that day, a time without an offset is
 * local, both in the pemda's zone. Throws SalahPakai.
 */
export const bacaSaat = (teks: string, zona: Zona): string => {
  const tidakSah = (): never => {
    throw new SalahPakai(
      `--pada ${JSON.stringify(teks)} tidak sah. Contoh: 2024-01-31T16:59:59Z, atau 2024-01-31.`,
    );
  };
  const [, tanggal, jam = '23:59:59.999', selisih = SELISIH[zona]] = BENTUK.exec(teks) ?? tidakSah();
  try {
    tanggalSah(tanggal ?? '');
  } catch {
    tidakSah();
  }
  const saat = new Date(`${tanggal}T${jam.replace(',', '.')}${selisih}`);
  return Number.isNaN(saat.getTime()) ? tidakSah() : saat.toISOString();
};
