import type { DomainEvent } from '../../kernel/decider.js';
import type { Recorded } from '../../kernel/event-store.js';
import { bacaStream } from '../../kernel/kunci.js';
import type { View } from '../../kernel/view.js';
import type { RencanaAksiEvent } from '../../planning/rencana-aksi/rencana-aksi.decider.js';
import type { RencanaKinerjaEvent } from '../../planning/rencana-kinerja/rencana-kinerja.decider.js';
import type { RenstraEvent } from '../../planning/renstra/renstra.decider.js';
import { catat, padaJenis } from '../capaian/lipat.js';
import { type BarisPerencanaan, kunciRencana, type Penetapan } from './fakta.js';

/** What the planning documents say that no figure rests on: the rest of them are facts of the views capaian and perjanjian-kinerja. */
export type EventPerencanaan =
  | Extract<RenstraEvent, { type: 'RenstraDitetapkan' }>
  | Extract<RencanaKinerjaEvent, { type: 'RktDitetapkan' }>
  | RencanaAksiEvent;

const pada = padaJenis<BarisPerencanaan>();

const penetapan = ({
  data,
  meta,
}: Recorded<DomainEvent & { data: { keputusan: string | null } }>): Penetapan => ({
  keputusan: data.keputusan,
  akta: null,
  pada: meta.at,
  asal: [meta.posisi],
});

const when: View<BarisPerencanaan, EventPerencanaan>['when'] = {
  RenstraDitetapkan: pada('renstra', (row, event) => ({ ...row, penetapan: penetapan(event) })),

  RktDitetapkan: pada('tahun', (row, event) => ({
    ...row,
    rkt: { ...row.rkt, [event.data.jenis]: penetapan(event) },
  })),

  TargetTriwulanDicatat: pada('rencana-aksi', (row, { data, meta }) => {
    const { indikator, triwulan, target, aksi } = data;
    const baru = { indikator, triwulan, target, aksi, asal: [meta.posisi] };
    return {
      ...row,
      aksi: catat(row.aksi, baru, (a) => a.indikator === indikator && a.triwulan === triwulan),
    };
  }),
  RencanaAksiDitetapkan: pada('rencana-aksi', (row, event) => ({ ...row, penetapan: penetapan(event) })),
};

const initial = (kunci: string): BarisPerencanaan => {
  const jenis = kunci.slice(0, kunci.indexOf(':')) as BarisPerencanaan['jenis'];
  switch (jenis) {
    case 'renstra':
      return { jenis, penetapan: null };
    case 'tahun':
      return { jenis, rkt: { murni: null, perubahan: null } };
    case 'rencana-aksi':
      return { jenis, penetapan: null, aksi: [] };
  }
};

const kunci = ({ meta }: Recorded<EventPerencanaan>): readonly string[] => {
  const { kategori, pemda, opd, mulai, tahun } = bacaStream(meta.stream);
  if (opd === null) return [];
  if (mulai !== null) return [kunciRencana.renstra(pemda, opd, mulai)];
  if (tahun === null) return [];
  return [
    kategori === 'RencanaAksi'
      ? kunciRencana.rencanaAksi(pemda, opd, tahun)
      : kunciRencana.tahun(pemda, opd, tahun),
  ];
};

/** Rows are asked for by their keys alone, so nothing is listed. */
export const perencanaanView: View<BarisPerencanaan, EventPerencanaan> = {
  nama: 'perencanaan',
  versi: 1,
  kunci,
  initial,
  when,
  tanda: () => [],
};
