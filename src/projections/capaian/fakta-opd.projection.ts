import type { View } from '../../kernel/view.js';
import type { OpdPokokEvent } from '../../planning/opd/opd.decider.js';
import type { DasarHukumEvent } from '../../planning/pemda/dasar-hukum.decider.js';
import type { PemdaEvent } from '../../planning/pemda/pemda.decider.js';
import type { PembandingEvent } from '../../reporting/pembanding/pembanding.decider.js';
import type { BarisCapaian } from './fakta.js';
import { type EventFaktaRenstra, faktaRenstra } from './fakta-renstra.projection.js';
import { catat, padaOpd, padaPemda } from './lipat.js';

export type EventFaktaOpd =
  | Exclude<PemdaEvent, { type: 'KalenderDitetapkan' } | DasarHukumEvent>
  | OpdPokokEvent
  | EventFaktaRenstra
  | PembandingEvent;

export const faktaOpd: View<BarisCapaian, EventFaktaOpd>['when'] = {
  PemdaDidaftarkan: padaPemda((row, { data: { nama, zona } }) => ({ ...row, nama, zona })),
  NamaPemdaDiubah: padaPemda((row, { data: { nama } }) => ({ ...row, nama })),
  SkalaPemdaDitetapkan: padaPemda((row, { data: { skala } }) => ({ ...row, skala })),

  OpdDidaftarkan: padaOpd((row, { data: { nama } }) => ({ ...row, nama })),
  NamaOpdDiubah: padaOpd((row, { data: { nama } }) => ({ ...row, nama })),
  SkalaOpdDitetapkan: padaOpd((row, { data: { tahun, skala } }) => ({
    ...row,
    skala: catat(row.skala, { tahun, skala }, (s) => s.tahun === tahun),
  })),

  ...faktaRenstra,
  PembandingDicatat: padaOpd((row, { data, meta }) => {
    const { indikator, tingkat, wilayah, tahun, nilai, sumber } = data;
    const sama = (p: (typeof row.pembanding)[number]) =>
      p.indikator === indikator && p.tingkat === tingkat && p.wilayah === wilayah && p.tahun === tahun;
    const baru = { indikator, tingkat, wilayah, tahun, nilai, sumber, asal: [meta.posisi] };
    return { ...row, pembanding: catat(row.pembanding, baru, sama) };
  }),
};
