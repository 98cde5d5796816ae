import type { Pejabat } from '../../kernel/decider.js';
import type { RealisasiAnggaranCommand, RealisasiAnggaranEvent } from './realisasi-anggaran.decider.js';

export const perencana: Pejabat = {
  subjek: 'orang-perencana',
  jabatan: '61.71.disnaker.perencana',
  sebutan: 'Kasubbag Perencanaan',
  status: 'definitif',
};
const elektronik = { oleh: perencana, cara: 'elektronik' } as const;
const baris = { triwulan: 1, kode: '2.07.03', realisasi: '4700000' } as const;
const berdasarkan = [{ stream: 'Anggaran-61.71.disnaker.2023', rev: 4 }];

export const catat: Extract<RealisasiAnggaranCommand, { type: 'Catat' }> = {
  type: 'Catat',
  ...baris,
  paguAda: true,
  periodeTerbuka: true,
  berdasarkan,
  ...elektronik,
};
export const koreksi: Extract<RealisasiAnggaranCommand, { type: 'Koreksi' }> = {
  type: 'Koreksi',
  ...baris,
  realisasi: '4800000',
  alasan: 'SP2D tanggal 30 Maret terlewat.',
  berdasarkan,
  ...elektronik,
};
export const tercatat: Extract<RealisasiAnggaranEvent, { type: 'RealisasiAnggaranDicatat' }> = {
  type: 'RealisasiAnggaranDicatat',
  data: { ...baris, sebelum: null, berdasarkan, ...elektronik },
};
export const terkoreksi: RealisasiAnggaranEvent = {
  type: 'RealisasiAnggaranDikoreksi',
  data: {
    ...baris,
    realisasi: '4800000',
    sebelum: '4700000',
    alasan: 'SP2D tanggal 30 Maret terlewat.',
    berdasarkan,
    ...elektronik,
  },
};
