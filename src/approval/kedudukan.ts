import type { StatusPejabat } from '../kernel/decider.js';
import type { Jabatan } from '../planning/jabatan/jabatan.decider.js';
import { masaPada } from '../planning/jabatan/masa.decider.js';
import type { Kedudukan, Peran } from './wewenang.js';

/** Roles that only an office gives. */
const DARI_JABATAN: readonly Peran[] = ['kepala-daerah', 'kepala', 'sekda'];

type Berdiri = { readonly kedudukan: Kedudukan; readonly status: StatusPejabat | null };

/**
 * How a person stands to an office on that day. Where nobody was ever recorded as its holder, the register says nothing,
 * and the role of the token or account stands as the task that it is.
 */
export const kedudukan = (j: Jabatan, subjek: string, tanggal: string, peran: Peran): Berdiri => {
  const milik = j.masa.filter((m) => m.subjek === subjek);
  const tidak = (k: Kedudukan): Berdiri => ({ kedudukan: k, status: null });
  if (milik.length === 0)
    return tidak(j.masa.length > 0 && DARI_JABATAN.includes(peran) ? 'bukan-pemegang' : 'tugas');
  const kini = masaPada(milik, tanggal);
  if (kini === null) return tidak(milik.some((m) => m.mulai > tanggal) ? 'belum-mulai' : 'berakhir');
  return masaPada(j.masa, tanggal)?.subjek === subjek
    ? { kedudukan: 'menjabat', status: kini.status }
    : { kedudukan: 'digantikan', status: kini.status };
};
