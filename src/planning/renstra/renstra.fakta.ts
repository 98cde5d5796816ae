import type { Dasar } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci, tahunSah } from '../../kernel/kunci.js';
import { type DefinisiIndikator, MASA_TERPANJANG, type Renstra, renstra } from './renstra.decider.js';

const TAHUN_PERTAMA = 2000;

/**
 * The Renstra that covers the year, the newest where two overlap, with where it stood; null when none does. A period is
 * found by its first year, which lies at most MASA_TERPANJANG - 1 years back.
 */
export const renstraTahun = (
  baca: Baca,
  pemda: string,
  opd: string,
  tahun: number,
): { state: Renstra; dasar: Dasar } | null => {
  const terawal = Math.max(tahunSah(tahun) - MASA_TERPANJANG + 1, TAHUN_PERTAMA);
  for (let mulai = tahun; mulai >= terawal; mulai--) {
    const { state, stream, rev } = baca(renstra, kunci.renstra(pemda, opd, mulai));
    if (state.status !== 'kosong' && state.selesai >= tahun) return { state, dasar: { rev, stream } };
  }
  return null;
};

/** The indicator as this Renstra defines it; null when it does not. */
export const definisiIndikator = (state: Renstra, kode: string): DefinisiIndikator | null =>
  state.indikator.get(kode)?.definisi ?? null;
