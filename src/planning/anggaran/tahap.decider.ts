import type { Akta } from '../../kernel/akta.js';
import type { Cara } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';

export type JenisTahap = 'murni' | 'pergeseran' | 'perubahan';

/**
 * One stage of the year's chain of pagu. `nomor` is 0 but for a pergeseran, whose numbers count on over the year;
 * `setelahPerubahan` is its side of the APBD-P.
 */
export type Tahap = {
  readonly jenis: JenisTahap;
  readonly nomor: number;
  readonly setelahPerubahan: boolean;
};
export type TahapTercatat = Tahap & { readonly akta: Akta | null }; // null: its document is not ditetapkan

export const MURNI: Tahap = { jenis: 'murni', nomor: 0, setelahPerubahan: false };
export const PERUBAHAN: Tahap = { jenis: 'perubahan', nomor: 0, setelahPerubahan: false };

export const samaTahap = (a: Omit<Tahap, 'setelahPerubahan'>, b: Omit<Tahap, 'setelahPerubahan'>): boolean =>
  a.jenis === b.jenis && a.nomor === b.nomor;

const bagian = ({ jenis, setelahPerubahan }: Tahap): number => {
  if (jenis === 'pergeseran') return setelahPerubahan ? 3 : 1;
  return jenis === 'murni' ? 0 : 2;
};

/** The order of the chain: murni, pergeseran 1 to k, perubahan, pergeseran k+1 and on. */
export const urutTahap = (a: Tahap, b: Tahap): number => bagian(a) - bagian(b) || a.nomor - b.nomor;

/** What the last stage of the chain says; undefined where no stage says anything. */
export const terakhir = <T>(daftar: readonly T[], tahap: (t: T) => Tahap): T | undefined =>
  daftar.reduce<T | undefined>(
    (akhir, t) => (akhir === undefined || urutTahap(tahap(akhir), tahap(t)) < 0 ? t : akhir),
    undefined,
  );

const NOMOR_TERBESAR = 99;

/** Whether the numbers before the perubahan would all be smaller than those after it. */
const berurut = (semua: readonly Tahap[], baru: Tahap): boolean =>
  semua.every(
    (t) =>
      t.jenis !== 'pergeseran' ||
      t.setelahPerubahan === baru.setelahPerubahan ||
      t.nomor < baru.nomor === baru.setelahPerubahan,
  );

type Diminta = { readonly nomor: number; readonly setelahPerubahan: boolean | null };

/**
 * Where nobody says it: before the perubahan as long as nothing tells of one, or where a later number stands before it.
 * A pergeseran that paper put after the perubahan tells of it too.
 */
const sisi = (semua: readonly Tahap[], { nomor, setelahPerubahan }: Diminta): boolean =>
  setelahPerubahan ??
  (semua.some((t) => t.jenis === 'perubahan' || (t.setelahPerubahan && t.nomor < nomor)) &&
    !semua.some((t) => t.jenis === 'pergeseran' && !t.setelahPerubahan && t.nomor > nomor));

/**
 * The pergeseran of this number. The first word about it fixes its side of the perubahan. Decided here, a new one is the
 * next one and comes last; paper may fill in. Refuses with PERGESERAN_TIDAK_URUT.
 */
export const tahapPergeseran = (semua: readonly Tahap[], diminta: Diminta, cara: Cara): Tahap => {
  const { nomor, setelahPerubahan } = diminta;
  const ada = semua.find((t) => samaTahap(t, { jenis: 'pergeseran', nomor }));
  const tahap: Tahap = {
    jenis: 'pergeseran',
    nomor,
    setelahPerubahan: ada?.setelahPerubahan ?? sisi(semua, diminta),
  };
  const terbesar = Math.max(0, ...semua.map((t) => t.nomor));
  const sah =
    Number.isInteger(nomor) &&
    nomor >= 1 &&
    nomor <= NOMOR_TERBESAR &&
    (setelahPerubahan ?? tahap.setelahPerubahan) === tahap.setelahPerubahan &&
    berurut(semua, tahap) &&
    (ada !== undefined || cara === 'dicatat' || (nomor === terbesar + 1 && terakhirkah(semua, tahap)));
  return sah ? tahap : tolak('PERGESERAN_TIDAK_URUT', { nomor, berikut: terbesar + 1 });
};

const terakhirkah = (semua: readonly Tahap[], tahap: Tahap): boolean =>
  semua.every((t) => urutTahap(t, tahap) < 0);

/** The chain with this stage in it, and its act where one is given; the very chain where that says nothing new. */
export const denganTahap = (
  semua: readonly TahapTercatat[],
  baru: Tahap,
  akta?: Akta,
): readonly TahapTercatat[] => {
  const ada = semua.find((t) => samaTahap(t, baru));
  if (ada !== undefined && akta === undefined) return semua;
  const tercatat = { ...baru, akta: akta ?? null };
  return [...semua.filter((t) => t !== ada), tercatat].sort(urutTahap);
};
