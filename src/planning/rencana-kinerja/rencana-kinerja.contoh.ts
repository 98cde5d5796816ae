import { elektronik, iku } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { Jenis, RencanaKinerjaCommand, RencanaKinerjaEvent } from './rencana-kinerja.decider.js';

type Perintah<T extends RencanaKinerjaCommand['type']> = Extract<RencanaKinerjaCommand, { type: T }>;
const berdasarkan = [{ stream: 'Renstra-61.71.disnaker.2022', rev: 3 }];
const isi = { jenis: 'murni', indikator: 'I-2.07.03-1', target: '52.00' } as const;

export const catatTargetRkt: Perintah<'CatatTarget'> = {
  type: 'CatatTarget',
  ...isi,
  definisi: iku('I-2.07.03-1', { level: 'program', iku: false }),
  dalamPk: false,
  ...elektronik,
  berdasarkan,
};
export const targetRktDicatat = (
  ubah: Partial<Extract<RencanaKinerjaEvent, { type: 'TargetRktDicatat' }>['data']> = {},
): RencanaKinerjaEvent => ({
  type: 'TargetRktDicatat',
  data: { ...isi, sebelum: null, ...elektronik, berdasarkan, ...ubah },
});
export const tetapkanRkt: Perintah<'Tetapkan'> = {
  type: 'Tetapkan',
  jenis: 'murni',
  keputusan: null,
  ...elektronik,
};
export const rktDitetapkan = (jenis: Jenis): RencanaKinerjaEvent => ({
  type: 'RktDitetapkan',
  data: { jenis, keputusan: null, ...elektronik },
});

const usulan = {
  kode: 'TL-2022-IKU-1',
  uraian: 'Bursa kerja di setiap kecamatan',
  tahunAsal: 2022,
  sumber: 'tindak-lanjut',
  indikator: 'IKU-1',
} as const;
export const usulkanRkt: Perintah<'Usulkan'> = {
  type: 'Usulkan',
  jenis: 'murni',
  target: [
    { indikator: 'IKU-1', target: '91.50' },
    { indikator: 'I-2.07.03-1', target: '52.00' },
  ],
  dikenal: ['IKU-1', 'I-2.07.03-1'],
  dalamPk: [],
  berdasarkan,
  usulan: [usulan],
  berdasarkanUsulan: [{ stream: 'Pengukuran-61.71.disnaker.2022.tw4', rev: 5 }],
  ...elektronik,
};
export const catatUsulan: Perintah<'CatatUsulan'> = {
  type: 'CatatUsulan',
  ...usulan,
  indikatorDikenal: true,
  berdasarkan,
  ...elektronik,
};
export const putuskanUsulan: Perintah<'PutuskanUsulan'> = {
  type: 'PutuskanUsulan',
  kode: usulan.kode,
  putusan: 'ditolak',
  alasan: 'Tanpa anggaran',
  ...elektronik,
};
export const usulanDicatat = (
  ubah: Partial<Extract<RencanaKinerjaEvent, { type: 'UsulanDicatat' }>['data']> = {},
): RencanaKinerjaEvent => ({
  type: 'UsulanDicatat',
  data: { ...usulan, sebelum: null, berdasarkan, ...elektronik, ...ubah },
});
export const usulanDiputuskan = (
  ubah: Partial<Extract<RencanaKinerjaEvent, { type: 'UsulanDiputuskan' }>['data']> = {},
): RencanaKinerjaEvent => ({
  type: 'UsulanDiputuskan',
  data: {
    kode: usulan.kode,
    putusan: 'ditolak',
    alasan: 'Tanpa anggaran',
    sebelum: null,
    ...elektronik,
    ...ubah,
  },
});
