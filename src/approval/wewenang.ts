import type { Pejabat } from '../kernel/decider.js';
import { tolak } from '../kernel/penolakan.js';

/** What an office is for. Until accounts exist (a later issue) it stands in the token; then it follows from the jabatan. */
export type Peran =
  | 'kepala-daerah'
  | 'kepala'
  | 'perencana'
  | 'bidang'
  | 'pengelola'
  | 'inspektorat'
  | 'operator';

/** Who asks: an account acting in one office of one OPD of one pemda (`opd` is OPD_PEMDA of kunci.ts for the pemda's own offices). */
export type Pelaku = {
  readonly akun: string;
  readonly peran: Peran;
  readonly pemda: string;
  readonly opd: string;
  readonly pejabat: Pejabat;
};

/** Which roles may do what; what is not listed is refused. Of the roles in SE_OPD the same OPD is asked too. */
const BOLEH = {
  'pemda.kelola': ['pengelola', 'operator'],
  'periode.kelola': ['pengelola', 'operator'],
  'opd.kelola': ['pengelola', 'operator'],
  'jabatan.kelola': ['pengelola', 'operator'],
  'orang.kelola': ['pengelola', 'operator'],
  'orang.baca-nomor': ['pengelola', 'inspektorat', 'operator'], // a whole NIP, an e-mail address
  'sotk.susun': ['pengelola', 'operator'],
  'sotk.tetapkan': ['pengelola', 'operator'],
  'kepegawaian.catat': ['perencana', 'pengelola', 'operator'],
  'dasar-hukum.catat': ['pengelola', 'operator'],
  'rpjmd.susun': ['pengelola', 'operator'],
  'rpjmd.tetapkan': ['kepala-daerah', 'operator'],
  'tahun.buka': ['perencana', 'pengelola', 'operator'],
  'renstra.susun': ['perencana', 'operator'],
  'renstra.tetapkan': ['kepala', 'operator'],
  'indikator.alihkan': ['pengelola', 'operator'], // touches two OPD
  'pohon.susun': ['perencana', 'operator'],
  'pohon-pemda.susun': ['pengelola', 'operator'], // of the pemda itself
  'iku.susun': ['perencana', 'operator'],
  'iku.tetapkan': ['kepala', 'operator'],
  'program.susun': ['perencana', 'operator'],
  'rkt.susun': ['perencana', 'operator'],
  'rkt.tetapkan': ['kepala', 'operator'],
  // IKU, RKT and rencana aksi of the pemda itself (OPD_PEMDA)
  'rencana-pemda.susun': ['perencana', 'pengelola', 'operator'],
  'rencana-pemda.tetapkan': ['kepala-daerah', 'operator'],
  'anggaran.tetapkan': ['perencana', 'operator'],
  // The DPA is approved for every OPD by the pemda's own treasurer, not by the OPD.
  'anggaran.tetapkan-dokumen': ['pengelola', 'operator'],
  'rencana-aksi.susun': ['perencana', 'operator'],
  'rencana-aksi.tetapkan': ['kepala', 'operator'],
  'pk.ajukan': ['kepala', 'perencana', 'bidang', 'operator'],
  // Every level signs a PK: the rule of the document asks that the office is a party to this one.
  'pk.kembalikan': ['kepala-daerah', 'kepala', 'perencana', 'bidang'],
  'pk.batalkan': ['kepala', 'bidang', 'operator'],
  'pk.kebutuhan': ['kepala', 'operator'],
  // PK of the pemda itself (OPD_PEMDA)
  'pk-pemda.ajukan': ['kepala-daerah', 'perencana', 'pengelola', 'operator'],
  'pk-pemda.batalkan': ['kepala-daerah', 'operator'],
  'pk-pemda.kebutuhan': ['kepala-daerah', 'operator'],
  'pk.tandatangani': ['kepala-daerah', 'kepala', 'perencana', 'bidang'],
  'tte.pastikan': ['pengelola', 'operator'], // what became of a signature whose provider did not answer
  'pengukuran.catat': ['bidang', 'operator'],
  'pengukuran.ajukan': ['bidang', 'operator'],
  'pengukuran.verifikasi': ['perencana'],
  'pengukuran.setujui': ['kepala'],
  'pengukuran.kembalikan': ['perencana', 'kepala'],
  'pengukuran.koreksi': ['perencana', 'operator'],
  'realisasi-anggaran.catat': ['perencana', 'operator'],
  'pembanding.catat': ['perencana', 'operator'],
  // a spreadsheet of documents that were decided on paper, as the import of a paket
  'kertas.ambil-alih': ['operator'],
  'kinerja.baca': ['kepala-daerah', 'kepala', 'perencana', 'bidang', 'pengelola', 'inspektorat', 'operator'],
} as const satisfies Record<string, readonly Peran[]>;

export type Tindakan = keyof typeof BOLEH;
export const TINDAKAN = Object.keys(BOLEH) as readonly Tindakan[];

/** Roles that act inside their own OPD only; the others act in the whole pemda. */
const SE_OPD: readonly Peran[] = ['kepala', 'perencana', 'bidang'];

/** Whether this office may do this to that OPD (null: to the pemda itself). Reading is open to the whole pemda. */
export const boleh = (p: Pelaku, tindakan: Tindakan, pemda: string, opd: string | null): boolean => {
  if (p.peran === 'operator') return (BOLEH[tindakan] as readonly Peran[]).includes('operator');
  if (p.pemda !== pemda || !(BOLEH[tindakan] as readonly Peran[]).includes(p.peran)) return false;
  return tindakan === 'kinerja.baca' || !SE_OPD.includes(p.peran) || p.opd === opd;
};

/** Refuses with TIDAK_DITEMUKAN what lies outside the asker's pemda (its existence is not told), else with TIDAK_BERWENANG. */
export const wajibBoleh = (p: Pelaku, tindakan: Tindakan, pemda: string, opd: string | null): void => {
  if (boleh(p, tindakan, pemda, opd)) return;
  if (p.pemda !== pemda && p.peran !== 'operator') tolak('TIDAK_DITEMUKAN', { pemda });
  tolak('TIDAK_BERWENANG', { tindakan, jabatan: p.pejabat.jabatan });
};
