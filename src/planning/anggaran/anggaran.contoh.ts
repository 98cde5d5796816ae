import { elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { AnggaranCommand, AnggaranEvent } from './anggaran.decider.js';

type Perintah<T extends AnggaranCommand['type']> = Extract<AnggaranCommand, { type: T }>;
type Data<T extends AnggaranEvent['type']> = Extract<AnggaranEvent, { type: T }>['data'];

const berdasarkan = [{ stream: 'Program-61.71.disnaker.2023', rev: 0 }];
const baris = {
  kode: '2.07.03',
  tingkat: 'program',
  nama: 'Program Pelatihan Kerja',
  sumberDana: 'APBD',
  pagu: '516543100',
} as const;
export const tetapkanPagu: Perintah<'TetapkanPagu'> = {
  type: 'TetapkanPagu',
  jenis: 'murni',
  ...baris,
  kodeDikenal: true,
  ...elektronik,
  berdasarkan,
};
export const paguDitetapkan = (ubah: Partial<Data<'PaguDitetapkan'>> = {}): AnggaranEvent => ({
  type: 'PaguDitetapkan',
  data: { jenis: 'murni', ...baris, sebelum: null, ...elektronik, berdasarkan, ...ubah },
});

export const geserPagu: Perintah<'GeserPagu'> = {
  type: 'GeserPagu',
  nomor: 1,
  setelahPerubahan: null,
  ...baris,
  pagu: '520000000',
  kodeDikenal: true,
  ...elektronik,
  berdasarkan,
};
export const paguDigeser = (ubah: Partial<Data<'PaguDigeser'>> = {}): AnggaranEvent => ({
  type: 'PaguDigeser',
  data: {
    nomor: 1,
    setelahPerubahan: false,
    ...baris,
    pagu: '520000000',
    sebelum: '516543100',
    ...elektronik,
    berdasarkan,
    ...ubah,
  },
});

export const dpa = {
  jenis: 'DPA',
  nomor: '900/12/BKD/2023',
  tanggal: '2023-01-02',
  pejabat: 'Sekretaris Daerah',
};
export const tetapkanDokumen: Perintah<'TetapkanDokumen'> = {
  type: 'TetapkanDokumen',
  jenis: 'murni',
  nomor: 0,
  setelahPerubahan: null,
  akta: dpa,
  ...elektronik,
};
export const dokumenDitetapkan = (ubah: Partial<Data<'DokumenAnggaranDitetapkan'>> = {}): AnggaranEvent => ({
  type: 'DokumenAnggaranDitetapkan',
  data: {
    jenis: 'murni',
    nomor: 0,
    setelahPerubahan: false,
    akta: dpa,
    sebelum: null,
    ...elektronik,
    ...ubah,
  },
});
