import { elektronik, iku } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { RencanaAksiCommand, RencanaAksiEvent } from './rencana-aksi.decider.js';

type Perintah<T extends RencanaAksiCommand['type']> = Extract<RencanaAksiCommand, { type: T }>;
const berdasarkan = [{ stream: 'Renstra-61.71.disnaker.2022', rev: 3 }];
const isi = { indikator: 'IKU-1', triwulan: 1, target: '90', aksi: 'Pelatihan angkatan I' } as const;

export const catatTargetTriwulan: Perintah<'CatatTarget'> = {
  type: 'CatatTarget',
  ...isi,
  definisi: iku('IKU-1'),
  ...elektronik,
  berdasarkan,
};
export const targetTriwulanDicatat = (
  ubah: Partial<Extract<RencanaAksiEvent, { type: 'TargetTriwulanDicatat' }>['data']> = {},
): RencanaAksiEvent => ({
  type: 'TargetTriwulanDicatat',
  data: { ...isi, sebelum: null, ...elektronik, berdasarkan, ...ubah },
});
export const tetapkanRencanaAksi: Perintah<'Tetapkan'> = { type: 'Tetapkan', keputusan: null, ...elektronik };
export const rencanaAksiDitetapkan: RencanaAksiEvent = {
  type: 'RencanaAksiDitetapkan',
  data: { keputusan: null, ...elektronik },
};

export const mulaiPerubahan: Perintah<'MulaiPerubahan'> = {
  type: 'MulaiPerubahan',
  versi: null,
  sebab: 'perubahan-apbd',
  alasan: 'Mengikuti PK Perubahan',
  ...elektronik,
};
export const perubahanDimulai = (
  ubah: Partial<Extract<RencanaAksiEvent, { type: 'PerubahanRencanaAksiDimulai' }>['data']> = {},
): RencanaAksiEvent => ({
  type: 'PerubahanRencanaAksiDimulai',
  data: {
    versi: 2,
    sebab: 'perubahan-apbd',
    alasan: 'Mengikuti PK Perubahan',
    sebelum: null,
    ...elektronik,
    ...ubah,
  },
});
export const perubahanDitetapkan: RencanaAksiEvent = {
  type: 'RencanaAksiDitetapkan',
  data: { keputusan: null, versi: 2, ...elektronik },
};

export const tandaiAksi: Perintah<'TandaiAksi'> = {
  type: 'TandaiAksi',
  indikator: 'IKU-1',
  triwulan: 1,
  keadaan: 'selesai',
  catatan: null,
  ...elektronik,
};
export const aksiDitandai = (
  ubah: Partial<Extract<RencanaAksiEvent, { type: 'AksiDitandai' }>['data']> = {},
): RencanaAksiEvent => ({
  type: 'AksiDitandai',
  data: {
    indikator: 'IKU-1',
    triwulan: 1,
    aksi: isi.aksi,
    keadaan: 'selesai',
    catatan: null,
    sebelum: null,
    ...elektronik,
    ...ubah,
  },
});
