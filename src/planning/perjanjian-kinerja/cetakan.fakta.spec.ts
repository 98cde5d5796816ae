import type { EventStore } from '../../kernel/event-store.js';
import { pkUntukDicetak } from './cetakan.fakta.js';
import {
  berlaku,
  digantikan,
  pengajuan,
  pengajuanPerubahan,
  ttdKadis,
  ttdWali,
} from './perjanjian-kinerja.contoh.js';
import type { BuktiTte, PkEvent } from './perjanjian-kinerja.decider.js';

const K = { pemda: '61.71', opd: 'disnaker', jabatan: 'kepala', tahun: 2023 };
const baca = (events: readonly PkEvent[], versi: number | null = null) => {
  const tersimpan = events.map((e, rev) => ({ ...e, meta: { rev } }));
  const store = { read: async () => ({ events: tersimpan }) } as unknown as EventStore;
  return pkUntukDicetak(store, K, versi);
};
const dengan = (e: PkEvent, isi: object): PkEvent => ({ ...e, data: { ...e.data, ...isi } }) as PkEvent;
const basah = { cara: 'dicatat', basah: { berkas: 'b'.repeat(64), tanggal: '2023-01-31' } };
const bukti = { bukti: { berkasHasil: 'c'.repeat(64) } as BuktiTte };

describe('yang dicetak dari naskah yang berlaku tanpa berkas bertanda tangan', () => {
  it.each<[string, PkEvent[], 'basah' | 'tanpa-berkas' | null]>([
    ['menunggu: bukan salinan', [pengajuan, ttdKadis], null],
    ['ditandatangani tanpa berkas', [pengajuan, ttdKadis, ttdWali, berlaku], 'tanpa-berkas'],
    ['ditandatangani basah', [pengajuan, dengan(ttdKadis, basah), dengan(ttdWali, basah), berlaku], 'basah'],
    [
      'satu di berkas, satu basah',
      [pengajuan, dengan(ttdKadis, bukti), dengan(ttdWali, basah), berlaku],
      'basah',
    ],
    ['di berkas', [pengajuan, dengan(ttdKadis, bukti), dengan(ttdWali, bukti), berlaku], null],
    ['diambil alih dari kertas', [pengajuan, dengan(ttdKadis, { cara: 'dicatat' }), ttdWali, berlaku], null],
  ])('%s', async (_, events, salinan) => expect((await baca(events)).salinan).toBe(salinan));

  it('juga sesudah digantikan; perubahannya yang menunggu bukan salinan', async () => {
    const semua = [pengajuan, ttdKadis, ttdWali, berlaku, pengajuanPerubahan, digantikan];
    expect((await baca(semua, 1)).salinan).toBe('tanpa-berkas');
    expect((await baca(semua)).salinan).toBeNull();
  });
});
