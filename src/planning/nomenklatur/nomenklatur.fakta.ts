import type { Dasar } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { nomenklatur } from './nomenklatur.decider.js';

const PERTAMA = 2019;

/** Whether a version that begins on that day is in force for the whole of a budget year. */
export const berlakuUntuk = (mulaiBerlaku: string, tahun: number): boolean =>
  mulaiBerlaku <= `${tahun}-01-01`;

/** The newest ditetapkan version that is in force on 1 January; null where none is loaded. Its year is its key. */
export const nomenklaturTahun = (baca: Baca, tahun: number): { versi: string; dasar: Dasar } | null => {
  for (let t = tahun; t >= PERTAMA; t--) {
    const { state, stream, rev } = baca(nomenklatur, kunci.nomenklatur(String(t)));
    if (state.ditetapkan && state.isi !== null && berlakuUntuk(state.isi.mulaiBerlaku, tahun))
      return { versi: String(t), dasar: { stream, rev } };
  }
  return null;
};
