import type { DomainEvent } from '../../kernel/decider.js';
import type { Recorded } from '../../kernel/event-store.js';
import type { BarisCapaian } from './fakta.js';

/** A copy with `baru` in the place of the first that is the `sama`, else at the end: the order of definition stays. */
export const catat = <T>(daftar: readonly T[], baru: T, sama: (lama: T) => boolean): readonly T[] => {
  const letak = daftar.findIndex(sama);
  return letak < 0 ? [...daftar, baru] : daftar.with(letak, baru);
};

export type Lipat<Row, E extends DomainEvent> = (row: Row, event: Recorded<E>) => Row;

/** Folds into rows of one kind; a view's `kunci` gives no others for these events. */
export const padaJenis =
  <Baris extends { readonly jenis: string }>() =>
  <J extends Baris['jenis'], E extends DomainEvent>(
    jenis: J,
    lipat: Lipat<Extract<Baris, { jenis: J }>, E>,
  ): Lipat<Baris, E> =>
  (row, event) =>
    row.jenis === jenis ? (lipat(row as Extract<Baris, { jenis: J }>, event) as unknown as Baris) : row;

type Jenis = BarisCapaian['jenis'];
type Menurut<J extends Jenis> = Extract<BarisCapaian, { jenis: J }>;

const pada =
  <J extends Jenis>(jenis: J) =>
  <E extends DomainEvent>(lipat: Lipat<Menurut<J>, E>): Lipat<BarisCapaian, E> =>
    padaJenis<BarisCapaian>()(jenis, lipat);

export const padaPemda = pada('pemda');
export const padaOpd = pada('opd');
export const padaTahun = pada('tahun');
export const padaTriwulan = pada('triwulan');
