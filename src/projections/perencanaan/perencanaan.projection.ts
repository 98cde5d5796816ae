import type { Recorded } from '../../kernel/event-store.js';
import { bacaStream } from '../../kernel/kunci.js';
import type { View } from '../../kernel/view.js';
import type { IkuEvent } from '../../planning/iku/iku.decider.js';
import { type BarisPerencanaan, kunciRencana, type RencanaRenstra } from './fakta.js';
import { iku } from './iku.projection.js';
import { type EventRencanaRenstra, rencanaRenstra } from './renstra.projection.js';
import { type EventTahunan, tahunan } from './tahunan.projection.js';

/** What the planning documents say that no figure rests on: the rest of them are facts of the views capaian and perjanjian-kinerja. */
export type EventPerencanaan = EventRencanaRenstra | EventTahunan | IkuEvent;

const renstraKosong = (mulai: number): RencanaRenstra => ({
  jenis: 'renstra',
  versi: 1,
  mulaiBerlaku: mulai,
  terdahulu: [],
  rancangan: null,
  pokok: null,
  alasan: null,
  penetapan: null,
  misi: [],
  tujuan: [],
  sasaran: [],
  prioritas: [],
  selaras: [],
  isu: [],
  permasalahan: [],
});

const initial = (kunci: string): BarisPerencanaan => {
  const jenis = kunci.slice(0, kunci.indexOf(':')) as BarisPerencanaan['jenis'];
  switch (jenis) {
    case 'renstra':
      return renstraKosong(Number(kunci.slice(kunci.lastIndexOf('/') + 1)));
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
  versi: 3,
  kunci,
  initial,
  when: {
    ...rencanaRenstra,
    ...tahunan,
    ...iku,
  },
  tanda: () => [],
};
