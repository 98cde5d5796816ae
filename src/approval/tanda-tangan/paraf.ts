import type { Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';

/** A paraf, as the event of the document (or of its route) holds it: which office initialled which text. No certificate. */
export type Paraf = { readonly oleh: Pejabat; readonly sidik: string };

export type PermintaanParaf = {
  readonly oleh: Pejabat;
  /** Of the text that was read, and of the one that stands. */
  readonly sidik: string;
  readonly sidikKini: string;
  /** Who holds the office today; null: nobody. */
  readonly pemegangKini: string | null;
  /** Subject ids that may not initial it too: who drafted what is verified, or initialled an earlier step. */
  readonly bukan?: readonly string[];
};

/**
 * The rule of every paraf: the holder of the office today, on the text that was read, and no one who may not. Refuses
 * JABATAN_TANPA_PEJABAT, TIDAK_BERWENANG, ORANG_SAMA, and KONFLIK_REVISI for a text that is no longer the one that stands.
 */
export const paraf = (p: PermintaanParaf): Paraf => {
  const { oleh, sidik, sidikKini, pemegangKini, bukan = [] } = p;
  if (pemegangKini === null) return tolak('JABATAN_TANPA_PEJABAT', { jabatan: oleh.jabatan });
  if (oleh.subjek !== pemegangKini) return tolak('TIDAK_BERWENANG', { jabatan: oleh.jabatan });
  if (bukan.includes(pemegangKini)) return tolak('ORANG_SAMA');
  if (sidik !== sidikKini) return tolak('KONFLIK_REVISI', { sebab: 'naskah', sidik: sidikKini });
  return { oleh, sidik };
};
