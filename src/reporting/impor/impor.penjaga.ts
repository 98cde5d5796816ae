import type { Penjaga } from '../../kernel/execute.js';
import { bacaStream, kunci } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { impor } from './impor.decider.js';

/**
 * Refuses IMPOR_BELUM_SELESAI for a document of an OPD's year that is being imported: what somebody enters between two
 * halves of a file would make the rest of it contradict the log, and the year could never be finished.
 */
export const penjagaImpor: Penjaga = (baca, kategori, id) => {
  const { pemda, opd, tahun } = bacaStream(`${kategori}-${id}`);
  if (opd === null || tahun === null) return;
  const { state } = baca(impor, kunci.opdTahun(pemda, opd, tahun));
  if (state.sedang !== null) tolak('IMPOR_BELUM_SELESAI', { pemda, opd, tahun });
};
