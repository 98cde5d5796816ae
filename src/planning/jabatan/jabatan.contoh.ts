import { dicatat, elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { IsiJabatan, JabatanCommand, JabatanEvent } from './jabatan.decider.js';
import type { Masa } from './masa.decider.js';

type Perintah<T extends JabatanCommand['type']> = Extract<JabatanCommand, { type: T }>;

export const isiKepala: IsiJabatan = {
  sebutan: 'Kepala Dinas Tenaga Kerja',
  atasan: '61.71.pemda.kepala-daerah',
};
export const bentukKepala: Perintah<'Bentuk'> = {
  type: 'Bentuk',
  ...isiKepala,
  terdaftar: true,
  atasanDikenal: 'dikenal',
  unitDikenal: true,
  ...elektronik,
};
export const kepalaDibentuk: JabatanEvent = {
  type: 'JabatanDibentuk',
  data: { ...isiKepala, sebelum: null, ...elektronik },
};

export const masaDefinitif: Masa = {
  subjek: 'orang-1',
  status: 'definitif',
  mulai: '2022-01-03',
  selesai: null,
  keputusan: 'SK Wali Kota 821/1/2022',
};
export const tetapkanPejabat: Perintah<'TetapkanPejabat'> = {
  type: 'TetapkanPejabat',
  ...masaDefinitif,
  ...elektronik,
};
export const ditetapkan = (masa: Partial<Masa> = {}): JabatanEvent => ({
  type: 'PejabatDitetapkan',
  data: { ...masaDefinitif, ...masa, ...elektronik },
});
export const berhentikanPejabat: Perintah<'BerhentikanPejabat'> = {
  type: 'BerhentikanPejabat',
  subjek: 'orang-1',
  status: 'definitif',
  mulai: '2022-01-03',
  selesai: '2023-05-31',
  ...elektronik,
};
export const pejabatDiberhentikan: JabatanEvent = {
  type: 'PejabatDiberhentikan',
  data: {
    subjek: 'orang-1',
    status: 'definitif',
    mulai: '2022-01-03',
    selesai: '2023-05-31',
    sebelum: null,
    ...elektronik,
  },
};
export const kertas = dicatat; // what a paket says of an office
