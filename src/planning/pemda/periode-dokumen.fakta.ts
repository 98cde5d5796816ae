import type { Baca } from '../../kernel/execute.js';
import { kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { aktifPada, opd } from '../opd/opd.decider.js';
import type { KunciOpdTahun, Sah } from '../permintaan.js';
import { periode } from './periode.decider.js';
import { type DokumenBerperiode, penutupan, SEBUTAN_DOKUMEN } from './periode-dokumen.decider.js';

/**
 * Refuses what is decided here of a document that was closed for the OPD and year (a Renstra: its first year), or of a
 * year that an OPD which was dissolved did not live to see. What paper decided is not asked: it is done already.
 */
export const wajibPeriodeDokumen = (
  baca: Baca,
  k: KunciOpdTahun,
  dokumen: DokumenBerperiode,
  { cara }: Sah,
): void => {
  if (cara === 'dicatat') return;
  const ditutup = penutupan(baca(periode, kunci.periode(k.pemda, k.tahun)).state.dokumen, dokumen, k.opd);
  if (ditutup !== null)
    tolak('PERIODE_DITUTUP', { dokumen: SEBUTAN_DOKUMEN[dokumen], tahun: k.tahun, ...ditutup });
  if (k.opd === OPD_PEMDA) return;
  const { state } = baca(opd, kunci.opd(k.pemda, k.opd));
  if (state.bubar !== null && !aktifPada(state, `${k.tahun}-01-01`))
    tolak('OPD_SUDAH_DIBUBARKAN', { tanggal: state.bubar.tanggal, tahun: k.tahun });
};
