import type { Recorded } from '../../kernel/event-store.js';
import { bacaStream } from '../../kernel/kunci.js';
import type { View } from '../../kernel/view.js';
import type { IkuEvent } from '../../planning/iku/iku.decider.js';
import type { RenstraEvent } from '../../planning/renstra/renstra.decider.js';
import { type BarisPerencanaan, kunciRencana } from './fakta.js';
import { iku } from './iku.projection.js';
import { pada, penetapan } from './lipat.js';
import { type EventTahunan, tahunan } from './tahunan.projection.js';

/** What the planning documents say that no figure rests on: the rest of them are facts of the views capaian and perjanjian-kinerja. */
export type EventPerencanaan = Extract<RenstraEvent, { type: 'RenstraDitetapkan' }> | EventTahunan | IkuEvent;

const initial = (kunci: string): BarisPerencanaan => {
  const jenis = kunci.slice(0, kunci.indexOf(':')) as BarisPerencanaan['jenis'];
  switch (jenis) {
    case 'renstra':
      return { jenis, penetapan: null };
    case 'tahun':
      return { jenis, rkt: { murni: null, perubahan: null }, usulan: [] };
    case 'rencana-aksi':
      return { jenis, versi: [], tanda: [] };
    case 'iku':
      return { jenis, versi: [] };
  }
};

const kunci = ({ meta }: Recorded<EventPerencanaan>): readonly string[] => {
  const { kategori, pemda, opd, mulai, tahun } = bacaStream(meta.stream);
  if (opd === null) return [];
  if (mulai !== null) return [kunciRencana.renstra(pemda, opd, mulai)];
  if (tahun === null) return [kunciRencana.iku(pemda, opd)];
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
  when: {
    RenstraDitetapkan: pada('renstra', (row, event) => ({ ...row, penetapan: penetapan(event) })),
    ...tahunan,
    ...iku,
  },
  tanda: () => [],
};
