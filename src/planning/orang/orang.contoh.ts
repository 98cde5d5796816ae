import type { DataOrang } from '../../approval/direktori-orang.js';
import { elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { OrangCommand, OrangEvent } from './orang.decider.js';

/** Nobody: invented, with numbers that no office gives out (region 99, a sequence of nines). */
export const orangKarangan: DataOrang = {
  nama: 'Drs. Rangga Wirasembada, M.Si.',
  nip: '197001011995031999',
  nik: '9901010101709999',
  pangkat: 'Pembina Utama Muda',
  surel: 'rangga.wirasembada@contoh.go.id',
};

export const hapusOrang: OrangCommand = {
  type: 'Hapus',
  alasan: 'Masa simpan berakhir',
  akta: null,
  dikenal: true,
  ...elektronik,
};
export const dataPribadiDihapus: OrangEvent = {
  type: 'DataPribadiDihapus',
  data: { alasan: 'Masa simpan berakhir', akta: null, ...elektronik },
};
