import { jabatanKepala, OPD_PEMDA } from '../kernel/kunci.js';
import type { JenisJabatan } from '../planning/jabatan/jabatan.decider.js';
import type { Peran } from './wewenang.js';

/** The OPD of the inspectorate, where a pemda names no other code (confirm). */
export const KODE_INSPEKTORAT = 'inspektorat';

/** The office that verifies an OPD's figures has this code (kotak-masuk.projection.ts sends them there). */
const PERENCANA = 'perencana';

type Kantor = {
  readonly opd: string;
  readonly jabatan: string; // the office's code
  readonly jenis?: JenisJabatan | undefined;
};

const utama = ({ opd, jabatan, jenis }: Kantor): Peran => {
  if (jenis === 'sekretaris-daerah') return 'sekda';
  if (jabatan === PERENCANA && opd !== OPD_PEMDA) return 'perencana';
  if (jabatan === jabatanKepala(opd)) return opd === OPD_PEMDA ? 'kepala-daerah' : 'kepala';
  return 'bidang';
};

/**
 * What an office is for, the first being what it is for above all. Every office signs its own PK and enters figures, so
 * the least is `bidang`. Pengelola and operator are tasks: no office tells them, an account or a token does.
 */
export const peranDari = (kantor: Kantor, inspektorat = KODE_INSPEKTORAT): readonly [Peran, ...Peran[]] => {
  const lain: Peran[] = [];
  if (kantor.opd === inspektorat) lain.push('inspektorat');
  // The Sekretaris Daerah who heads an OPD signs as its head too.
  if (kantor.jenis === 'sekretaris-daerah' && kantor.opd !== OPD_PEMDA) lain.push('kepala');
  return [utama(kantor), ...lain];
};
