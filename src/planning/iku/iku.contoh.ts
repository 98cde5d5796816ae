import { iku as definisi, elektronik, kadis } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { IkuCommand, IkuEvent } from './iku.decider.js';

type Perintah<T extends IkuCommand['type']> = Extract<IkuCommand, { type: T }>;
type Data<T extends IkuEvent['type']> = Extract<IkuEvent, { type: T }>['data'];

const berdasarkan = [{ stream: 'Renstra-61.71.disnaker.2022', rev: 3 }];
const olehKadis = { oleh: kadis, cara: 'elektronik' } as const;

export const keputusanIku = {
  jenis: 'Keputusan Kepala Dinas',
  nomor: '050/12/2022',
  tanggal: '2022-01-17',
  pejabat: kadis.sebutan,
};
export const IKU_1 = definisi('IKU-1', {
  pembilang: 'yang ditempatkan',
  penyebut: 'yang terdaftar',
  sumberData: 'Laporan AK/II',
  penanggungJawab: 'Bidang Penempatan',
});
export const isiIku1 = {
  alasan: 'Menggambarkan tugas utama dinas',
  formula: '(yang ditempatkan / yang terdaftar) × 100',
  sumberData: 'Laporan AK/II',
  penanggungJawab: 'Bidang Penempatan',
};

export const susunIku: Perintah<'Susun'> = {
  type: 'Susun',
  versi: null,
  mulaiBerlaku: 2022,
  alasan: null,
  renstraAda: true,
  berdasarkan,
  ...elektronik,
};
export const pilihIku: Perintah<'Pilih'> = {
  type: 'Pilih',
  versi: null,
  indikator: 'IKU-1',
  alasan: isiIku1.alasan,
  formula: null,
  sumberData: null,
  penanggungJawab: null,
  definisi: IKU_1,
  berdasarkan,
  ...elektronik,
};
export const keluarkanIku: Perintah<'Keluarkan'> = {
  type: 'Keluarkan',
  versi: null,
  indikator: 'IKU-1',
  alasan: 'Bukan lagi kewenangan kota',
  ...elektronik,
};
export const tetapkanIku: Perintah<'Tetapkan'> = {
  type: 'Tetapkan',
  versi: null,
  akta: keputusanIku,
  dikenal: ['IKU-1', 'IKU-2'],
  berdasarkan,
  ...olehKadis,
};

export const ikuDisusun = (ubah: Partial<Data<'IkuDisusun'>> = {}): IkuEvent => ({
  type: 'IkuDisusun',
  data: { versi: 1, mulaiBerlaku: 2022, alasan: null, sebelum: null, berdasarkan, ...elektronik, ...ubah },
});
export const ikuDipilih = (ubah: Partial<Data<'IkuDipilih'>> = {}): IkuEvent => ({
  type: 'IkuDipilih',
  data: { versi: 1, indikator: 'IKU-1', ...isiIku1, sebelum: null, berdasarkan, ...elektronik, ...ubah },
});
export const ikuDikeluarkan = (ubah: Partial<Data<'IkuDikeluarkan'>> = {}): IkuEvent => ({
  type: 'IkuDikeluarkan',
  data: { versi: 1, indikator: 'IKU-1', alasan: keluarkanIku.alasan, ...elektronik, ...ubah },
});
export const ikuDitetapkan = (ubah: Partial<Data<'IkuDitetapkan'>> = {}): IkuEvent => ({
  type: 'IkuDitetapkan',
  data: { versi: 1, akta: keputusanIku, berdasarkan, ...olehKadis, ...ubah },
});

/** The first set, with one indicator, in force from 2022 on. */
export const setPertama = [ikuDisusun(), ikuDipilih(), ikuDitetapkan()];
/** A second one opened for 2024. */
export const setKeduaDisusun = ikuDisusun({ versi: 2, mulaiBerlaku: 2024, alasan: 'Renstra Perubahan' });
