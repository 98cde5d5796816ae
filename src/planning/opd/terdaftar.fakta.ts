import type { Baca } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { pemda } from '../pemda/pemda.decider.js';
import { opd } from './opd.decider.js';

/** Whether the OPD, or (null) the pemda itself, is registered. */
export const terdaftar = (baca: Baca, kodePemda: string, kodeOpd: string | null): boolean => {
  const { state } =
    kodeOpd === null ? baca(pemda, kunci.pemda(kodePemda)) : baca(opd, kunci.opd(kodePemda, kodeOpd));
  return state.status === 'terdaftar';
};
