import type { Dasar, StatusPejabat } from '../kernel/decider.js';
import type { Baca } from '../kernel/execute.js';
import { kunci } from '../kernel/kunci.js';
import { type Jabatan, jabatan, pemegang } from '../planning/jabatan/jabatan.decider.js';
import { pemda, type Zona } from '../planning/pemda/pemda.decider.js';

export const JAM_DARI_UTC: Readonly<Record<Zona, number>> = { WIB: 7, WITA: 8, WIT: 9 };

/** The calendar day 'YYYY-MM-DD' at that instant in the zone: offices change hands at local midnight. */
export const tanggalDi = (zona: Zona, saat: Date): string =>
  new Date(saat.getTime() + JAM_DARI_UTC[zona] * 3_600_000).toISOString().slice(0, 10);

export type PemegangKini = {
  readonly jabatan: Jabatan;
  readonly pejabat: { readonly subjek: string; readonly status: StatusPejabat } | null;
  readonly dasar: Dasar;
};

/** The office with this key, who acts in it at that instant by the pemda's own calendar (null: nobody), and where it stood. */
export const pemegangKini = (
  baca: Baca,
  kodePemda: string,
  kunciJabatan: string,
  saat: Date,
): PemegangKini => {
  const { state: p } = baca(pemda, kunci.pemda(kodePemda));
  const { state, stream, rev } = baca(jabatan, kunciJabatan);
  const pejabat = pemegang(state, tanggalDi(p.zona ?? 'WIB', saat));
  return { jabatan: state, pejabat, dasar: { rev, stream } };
};
