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
