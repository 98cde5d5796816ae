import type { Dasar } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci, OPD_PEMDA, tahunSah } from '../../kernel/kunci.js';
import type { Melayani } from './naskah-renstra.decider.js';
import { type DefinisiIndikator, MASA_TERPANJANG, type Renstra, renstra } from './renstra.decider.js';
import { versiTahun } from './versi.decider.js';

const TAHUN_PERTAMA = 2000;

/**
 * The Renstra that covers the year, the newest where two overlap, with where it stood; null when none does. It is the
 * version that holds in the year: a Perubahan that is being written says nothing yet. A period is found by its first
 * year, which lies at most MASA_TERPANJANG - 1 years back.
 */
export const renstraTahun = (
  baca: Baca,
  pemda: string,
  opd: string,
  tahun: number,
): { state: Renstra; dasar: Dasar } | null => {
  const terawal = Math.max(tahunSah(tahun) - MASA_TERPANJANG + 1, TAHUN_PERTAMA);
  for (let mulai = tahun; mulai >= terawal; mulai--) {
    const { state: dokumen, stream, rev } = baca(renstra, kunci.renstra(pemda, opd, mulai));
    const state = versiTahun(dokumen, tahun);
    if (state.status !== 'kosong' && state.selesai >= tahun) return { state, dasar: { rev, stream } };
  }
  return null;
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
