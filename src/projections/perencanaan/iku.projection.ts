import type { DomainEvent } from '../../kernel/decider.js';
import type { View } from '../../kernel/view.js';
import { type IkuEvent, ikuTahun } from '../../planning/iku/iku.decider.js';
import { catat, type Lipat } from '../capaian/lipat.js';
import type { BarisPerencanaan, SetIku } from './fakta.js';
import { pada, penetapan } from './lipat.js';

/** Folds into the set that the event names. */
const padaSet = <E extends DomainEvent & { data: { versi: number } }>(
  lipat: Lipat<SetIku, E>,
): Lipat<BarisPerencanaan, E> =>
  pada('iku', (row, event) => ({
    ...row,
    versi: row.versi.map((v) => (v.versi === event.data.versi ? lipat(v, event) : v)),
  }));

export const iku: View<BarisPerencanaan, IkuEvent>['when'] = {
  IkuDisusun: pada('iku', (row, { data: { versi, mulaiBerlaku, alasan } }) => {
    if (versi <= row.versi.length)
      return {
        ...row,
        versi: row.versi.map((v) => (v.versi === versi ? { ...v, mulaiBerlaku, alasan } : v)),
      };
    const indikator = ikuTahun(row, mulaiBerlaku)?.indikator ?? [];
    const baru = { versi, mulaiBerlaku, alasan, status: 'disusun', penetapan: null, indikator } as const;
    return { ...row, versi: [...row.versi, baru] };
  }),
  IkuDipilih: padaSet((v, { data, meta }) => {
    const { indikator, alasan, formula, sumberData, penanggungJawab } = data;
    const baru = { indikator, alasan, formula, sumberData, penanggungJawab, asal: [meta.posisi] };
    return { ...v, indikator: catat(v.indikator, baru, (i) => i.indikator === indikator) };
  }),
  IkuDikeluarkan: padaSet((v, { data }) => ({
    ...v,
    indikator: v.indikator.filter((i) => i.indikator !== data.indikator),
  })),
  IkuDitetapkan: padaSet((v, event) => ({ ...v, status: 'ditetapkan', penetapan: penetapan(event) })),
};
