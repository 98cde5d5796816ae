import type { DefinisiIndikator } from '../../planning/renstra/renstra.decider.js';
import { type BahanCascading, simpulCascading } from './cascading.js';
import { type BahanHasil, simpulHasil } from './hasil.js';
import { type BahanRencana, simpulPerencanaan } from './rencana.js';
import { berurutan, type SimpulPohon } from './simpul-pohon.js';

export type BahanPohon = BahanRencana &
  BahanHasil &
  Pick<BahanCascading, 'pk' | 'pkLuar' | 'kepala'> &
  Readonly<{ definisi: readonly DefinisiIndikator[] }>;

/** The whole tree of one OPD and year as a flat list: each node after its parent, every id that is named in the list. */
export const susunPohon = (b: BahanPohon): SimpulPohon[] => {
  const rencana = simpulPerencanaan(b);
  const hasil = simpulHasil(b, new Set(rencana.map((s) => s.id)));
  const diRencana = new Map<string, string[]>();
  for (const { jenis, kode, id } of rencana)
    if (jenis === 'indikator') diRencana.set(kode, [...(diRencana.get(kode) ?? []), id]);
  const cascading = simpulCascading({
    pk: b.pk,
    pkLuar: b.pkLuar,
    kepala: b.kepala,
    definisi: new Map(b.definisi.map((d) => [d.kode, d])),
    indikator: new Map(b.indikator.map((i) => [i.kode, i])),
    diRencana,
  });
  return berurutan([...rencana, ...hasil, ...cascading]);
};
