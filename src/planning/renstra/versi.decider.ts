import { tolak } from '../../kernel/penolakan.js';

/**
 * A document whose versions each hold from a year on. It is itself the version in force (or the first, while that is
 * being written); a Perubahan is written beside it and holds for nobody until it is ditetapkan.
 */
export type Berversi<R> = {
  readonly versi: number;
  readonly mulaiBerlaku: number;
  readonly terdahulu: readonly R[]; // oldest first
  readonly rancangan: R | null;
};
type Perubahan = { readonly versi: number; readonly mulaiBerlaku: number };

/** The version that holds in the year: the newest of those that hold from it or an earlier one on, else the first. */
export const versiTahun = <R extends Berversi<R>>(r: R, tahun: number): R =>
  r.mulaiBerlaku <= tahun ? r : (r.terdahulu.findLast((v) => v.mulaiBerlaku <= tahun) ?? r.terdahulu[0] ?? r);

/** A document as it stands in a year. */
export type Bermasa = { readonly mulai: number; readonly selesai: number; readonly ditetapkan: boolean };

/**
 * The document that speaks for the year, of those that an OPD has (`terbaru`: newest first): the newest ditetapkan one
 * that covers it. Who begins to write the next one changes nothing yet; only while none is ditetapkan, the newest draft
 * speaks.
 */
export const dokumenTahun = <D extends Bermasa>(terbaru: Iterable<D>, tahun: number): D | null => {
  let rancangan: D | null = null;
  for (const d of terbaru) {
    if (tahun < d.mulai || tahun > d.selesai) continue;
    if (d.ditetapkan) return d;
    rancangan ??= d;
  }
  return rancangan;
};

/** Begins a Perubahan from what is in force. */
export const denganRancangan = <R extends Berversi<R>>(r: R, { versi, mulaiBerlaku }: Perubahan): R => ({
  ...r,
  rancangan: { ...r, versi, mulaiBerlaku, terdahulu: [], rancangan: null },
});

/** The Perubahan comes into force; what it replaces goes on to hold for the years before. */
export const rancanganBerlaku = <R extends Berversi<R>>(r: R): R =>
  r.rancangan === null
    ? r
    : { ...r.rancangan, terdahulu: [...r.terdahulu, { ...r, terdahulu: [], rancangan: null }] };

/** Folds into the open Perubahan alone. */
export const padaRancangan = <R extends Berversi<R>>(r: R, lipat: (v: R) => R): R =>
  r.rancangan === null ? r : { ...r, rancangan: lipat(r.rancangan) };

/** Folds into what is in force, and into every other version in which stands what is replaced. */
export const padaSemua = <R extends Berversi<R>>(
  r: R,
  lipat: (v: R) => R,
  menggantikan: (v: R) => boolean,
): R => {
  const kini = lipat(r);
  if (r.terdahulu.length === 0 && r.rancangan === null) return kini;
  const susul = (v: R): R => (menggantikan(v) ? lipat(v) : v);
  return { ...kini, terdahulu: r.terdahulu.map(susul), rancangan: r.rancangan && susul(r.rancangan) };
};

/** Refuses (TAHUN_SEBELUM_PERUBAHAN) to touch a year that an earlier version holds. */
export const wajibSejak = (tahun: number, mulaiBerlaku: number): void => {
  if (tahun < mulaiBerlaku) tolak('TAHUN_SEBELUM_PERUBAHAN', { tahun, mulaiBerlaku });
};
