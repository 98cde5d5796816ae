import type { Dasar } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci, OPD_PEMDA, tahunSah } from '../../kernel/kunci.js';
import type { Melayani } from './naskah-renstra.decider.js';
import { naskahTahun } from './peralihan.decider.js';
import { type DefinisiIndikator, MASA_TERPANJANG, type Renstra, renstra } from './renstra.decider.js';
import { versiTahun } from './versi.decider.js';

const TAHUN_PERTAMA = 2000;

/** The document whose period covers the year, the newest where two overlap; found by its first year, at most MASA_TERPANJANG - 1 years back. */
const dokumenTahun = (
  baca: Baca,
  pemda: string,
  opd: string,
  tahun: number,
): { state: Renstra; dasar: Dasar } | null => {
  const terawal = Math.max(tahunSah(tahun) - MASA_TERPANJANG + 1, TAHUN_PERTAMA);
  for (let mulai = tahun; mulai >= terawal; mulai--) {
    const { state, stream, rev } = baca(renstra, kunci.renstra(pemda, opd, mulai));
    const berlaku = versiTahun(state, tahun);
    if (berlaku.status !== 'kosong' && berlaku.selesai >= tahun) return { state, dasar: { rev, stream } };
  }
  return null;
};

/**
 * The Renstra that covers the year, with where it stood; null when none does. It is the version that holds in the year,
 * without what is another OPD's then: a Perubahan that is being written says nothing yet.
 */
export const renstraTahun = (
  ...[baca, pemda, opd, tahun]: Parameters<typeof dokumenTahun>
): { state: Renstra; dasar: Dasar } | null => {
  const r = dokumenTahun(baca, pemda, opd, tahun);
  return r && { ...r, state: naskahTahun(r.state, tahun) };
};

/** The same with what has left for another OPD since: what was recorded of it here may still be put right. */
export const renstraTercatat = (
  ...[baca, pemda, opd, tahun]: Parameters<typeof dokumenTahun>
): { state: Renstra; dasar: Dasar } | null => {
  const r = dokumenTahun(baca, pemda, opd, tahun);
  return r && { ...r, state: versiTahun(r.state, tahun) };
};

/** The indicator as this Renstra defines it; null when it does not. */
export const definisiIndikator = (state: Renstra, kode: string): DefinisiIndikator | null =>
  state.indikator.get(kode)?.definisi ?? null;

/** The same for what was promised before a Perubahan took the indicator away: it is measured until the promise changes. */
export const definisiTerukur = (state: Renstra, kode: string): DefinisiIndikator | null =>
  [state, ...state.terdahulu.toReversed()].map((r) => definisiIndikator(r, kode)).find((d) => d !== null) ??
  null;

/** Whether the pemda's own plan in force, of the period that begins in that year, has this tujuan or sasaran. */
export const unsurPemda = (
  baca: Baca,
  pemda: string,
  { mulai, tingkat, kode }: Melayani,
): { ada: boolean; dasar: Dasar } => {
  const { state, stream, rev } = baca(renstra, kunci.renstra(pemda, OPD_PEMDA, mulai));
  return { ada: (tingkat === 'tujuan' ? state.tujuan : state.sasaran).has(kode), dasar: { rev, stream } };
};
