import type { Pejabat } from '../../kernel/decider.js';
import { definisi } from '../pengukuran/pengukuran.contoh.js';
import type { PembandingCommand, PembandingEvent } from './pembanding.decider.js';

const perencana: Pejabat = {
  subjek: 'orang-perencana',
  jabatan: '61.71.disnaker.perencana',
  sebutan: 'Kasubbag Perencanaan',
  status: 'definitif',
};
const isi = {
  indikator: 'IKU-1',
  tingkat: 'nasional',
  wilayah: 'Indonesia',
  tahun: 2022,
  nilai: '94.14',
  sumber: 'BPS 2022',
  berdasarkan: [{ stream: 'Renstra-61.71.disnaker.2020', rev: 12 }],
  oleh: perencana,
  cara: 'elektronik',
} as const;

export const catat: PembandingCommand = {
  type: 'Catat',
  ...isi,
  berdasarkan: [...isi.berdasarkan],
  definisi: definisi('IKU-1'),
};
export const tercatat: PembandingEvent = {
  type: 'PembandingDicatat',
  data: { ...isi, berdasarkan: [...isi.berdasarkan], sebelum: null },
};
