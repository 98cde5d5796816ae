import { jabatanKepala, OPD_PEMDA } from '../kernel/kunci.js';
import type { JenisJabatan } from '../planning/jabatan/jabatan.decider.js';
import type { Peran } from './wewenang.js';

/** The OPD of the inspectorate, where a pemda names no other code (confirm). */
export const KODE_INSPEKTORAT = 'inspektorat';

type Kantor = {
  readonly opd: string;
  readonly jabatan: string; // the office's code
  readonly jenis?: JenisJabatan | undefined;
};

/** Offices that are called after what they are for. */
const MENURUT_KODE: ReadonlyMap<string, Peran> = new Map([
  ['perencana', 'perencana'],
  [`${OPD_PEMDA}.pengelola`, 'pengelola'],
  [`${OPD_PEMDA}.inspektorat`, 'inspektorat'],
]);

const utama = ({ opd, jabatan, jenis }: Kantor): Peran => {
  if (jenis === 'sekretaris-daerah') return 'sekda';
  const kepala = opd === OPD_PEMDA ? 'kepala-daerah' : 'kepala';
  if (jabatan === jabatanKepala(opd) || jenis === kepala) return kepala;
  return MENURUT_KODE.get(`${opd}.${jabatan}`) ?? MENURUT_KODE.get(jabatan) ?? 'bidang';
};

/**
 * What an office is for, the first being what it is for above all. Every office signs its own PK and enters figures, so
 * the least is `bidang`. Who plans or manages under another name has that as a task, from the account or the token; the
 * operator is never an office.
 */
export const peranDari = (kantor: Kantor, inspektorat = KODE_INSPEKTORAT): readonly [Peran, ...Peran[]] => {
  const lain: Peran[] = [];
  if (kantor.opd === inspektorat) lain.push('inspektorat');
  // The Sekretaris Daerah who heads an OPD signs as its head too.
  if (kantor.jenis === 'sekretaris-daerah' && kantor.opd !== OPD_PEMDA) lain.push('kepala');
  return [utama(kantor), ...lain];
};
