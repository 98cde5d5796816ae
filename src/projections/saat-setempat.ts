import type { Zona } from '../planning/pemda/pemda.decider.js';

const KOTA: Readonly<Record<Zona, string>> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
};

/** The hour on the wall of that zone, for people: '31 Jan 2024 23.59 WIB'. */
export const saatSetempat = (iso: string, zona: Zona): string => {
  const bagian = new Intl.DateTimeFormat('id-ID', {
    timeZone: KOTA[zona],
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return `${bagian.format(new Date(iso)).replace(',', '')} ${zona}`;
};
