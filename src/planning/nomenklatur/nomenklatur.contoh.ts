import { dicatat } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { NomenklaturCommand, NomenklaturEvent } from './nomenklatur.decider.js';

type Perintah<T extends NomenklaturCommand['type']> = Extract<NomenklaturCommand, { type: T }>;
type Data<T extends NomenklaturEvent['type']> = Extract<NomenklaturEvent, { type: T }>['data'];

const isi = {
  nama: 'Kepmendagri 900.1.15.5-1317 Tahun 2023',
  dasar: {
    jenis: 'Keputusan Menteri Dalam Negeri',
    nomor: '900.1.15.5-1317 Tahun 2023',
    tanggal: '2023-06-23',
    pejabat: 'Menteri Dalam Negeri',
  },
  mulaiBerlaku: '2023-06-23',
};
const sah = { oleh: dicatat.oleh, cara: 'dicatat' } as const;

export const susunNomenklatur: Perintah<'Susun'> = { type: 'Susun', versi: '2023', ...isi, ...sah };
export const nomenklaturDisusun = (ubah: Partial<Data<'NomenklaturDisusun'>> = {}): NomenklaturEvent => ({
  type: 'NomenklaturDisusun',
  data: { ...isi, sebelum: null, ...sah, ...ubah },
});

export const catatKode = (kode: string, nama = 'Tenaga Kerja'): Perintah<'CatatKode'> => ({
  type: 'CatatKode',
  versi: '2023',
  kode,
  nama,
  satuan: null,
  ...sah,
});
export const kodeDicatat = (
  kode: string,
  tingkat: Data<'KodeNomenklaturDicatat'>['tingkat'],
  ubah: Partial<Data<'KodeNomenklaturDicatat'>> = {},
): NomenklaturEvent => ({
  type: 'KodeNomenklaturDicatat',
  data: { kode, nama: 'Tenaga Kerja', tingkat, sebelum: null, ...sah, ...ubah },
});

export const tetapkanNomenklatur: Perintah<'Tetapkan'> = { type: 'Tetapkan', ...sah };
export const nomenklaturDitetapkan = (jumlah: number): NomenklaturEvent => ({
  type: 'NomenklaturDitetapkan',
  data: { jumlah, ...sah },
});
