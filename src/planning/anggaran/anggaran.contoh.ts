import { elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { AnggaranCommand, AnggaranEvent } from './anggaran.decider.js';

const berdasarkan = [{ stream: 'Program-61.71.disnaker.2023', rev: 0 }];
const isi = {
  jenis: 'murni',
  kode: '2.07.03',
  tingkat: 'program',
  nama: 'Program Pelatihan Kerja',
  sumberDana: 'APBD',
  pagu: '516543100',
} as const;
export const tetapkanPagu: AnggaranCommand = {
  type: 'TetapkanPagu',
  ...isi,
  kodeDikenal: true,
  ...elektronik,
  berdasarkan,
};
export const paguDitetapkan = (ubah: Partial<AnggaranEvent['data']> = {}): AnggaranEvent => ({
  type: 'PaguDitetapkan',
  data: { ...isi, sebelum: null, ...elektronik, berdasarkan, ...ubah },
});
