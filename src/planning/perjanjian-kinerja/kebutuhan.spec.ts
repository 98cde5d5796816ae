import { given } from '../../../test/support/given.js';
import {
  dicatat,
  kadis,
  kebutuhanDicatat,
  kebutuhanDitutup,
  murniBerlaku,
  pengajuan,
  perubahanBerlaku,
} from './perjanjian-kinerja.contoh.js';
import { type PkCommand, type PkEvent, perjanjianKinerja } from './perjanjian-kinerja.decider.js';

const diberi = (...events: PkEvent[]) => given(perjanjianKinerja, ...events);
const berlaku = (...events: PkEvent[]) => diberi(...murniBerlaku, ...events);

describe('CatatKebutuhan', () => {
  const catat: Extract<PkCommand, { type: 'CatatKebutuhan' }> = {
    type: 'CatatKebutuhan',
    sebab: 'perubahan-strategi',
    alasan: 'Arah kebijakan pasar kerja berubah.',
    oleh: kadis,
    cara: 'elektronik',
  };
  const lain = 'Indikator nasional berganti.';

  it('mencatat bahwa PK yang berlaku perlu diubah', () => berlaku().when(catat).then(kebutuhanDicatat));
  it('tidak berubah bila diulang', () => berlaku(kebutuhanDicatat).when(catat).then());
  it('mengganti alasan dengan menyebut yang lama', () =>
    berlaku(kebutuhanDicatat)
      .when({ ...catat, alasan: lain })
      .then({
        type: 'KebutuhanPkPerubahanDicatat',
        data: {
          versi: 1,
          sebab: catat.sebab,
          alasan: lain,
          sebelum: catat.alasan,
          oleh: kadis,
          cara: 'elektronik',
        },
      }));
  it('dari kertas tidak menimpa alasan yang tercatat', () =>
    berlaku(kebutuhanDicatat)
      .when({ ...catat, alasan: lain, ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA'));
  it('mencatat lagi setelah PK Perubahan berlaku, atas versi yang baru', () =>
    diberi(...murniBerlaku, kebutuhanDicatat, ...perubahanBerlaku.slice(murniBerlaku.length))
      .when(catat)
      .then({ ...kebutuhanDicatat, data: { ...kebutuhanDicatat.data, versi: 2 } } as PkEvent));
  it('menolak tanpa alasan', () =>
    berlaku()
      .when({ ...catat, alasan: ' ' })
      .ditolak('ALASAN_WAJIB'));
  it.each<[string, PkEvent[]]>([
    ['belum ada PK', []],
    ['PK baru diajukan', [pengajuan]],
  ])('menolak bila %s', (_, sebelumnya) =>
    diberi(...sebelumnya)
      .when(catat)
      .ditolak('PK_MURNI_BELUM_BERLAKU'),
  );
});

describe('TutupKebutuhan', () => {
  const dasar =
    kebutuhanDitutup.type === 'KebutuhanPkPerubahanDitutup' ? kebutuhanDitutup.data.berdasarkan : [];
  const tutup: Extract<PkCommand, { type: 'TutupKebutuhan' }> = {
    type: 'TutupKebutuhan',
    sebab: 'pergantian-pejabat',
    alasan: 'Pejabat baru menerima target yang ada.',
    berdasarkan: dasar,
    oleh: kadis,
    cara: 'elektronik',
  };

  it('mencatat mengapa PK tetap seperti adanya', () => berlaku().when(tutup).then(kebutuhanDitutup));
  it('tidak berubah bila diulang', () => berlaku(kebutuhanDitutup).when(tutup).then());
  it('dapat ditutup lagi dengan alasan yang sama setelah pejabat berganti lagi', () => {
    const berdasarkan = dasar.map((d) => ({ ...d, rev: d.rev + 1 }));
    berlaku(kebutuhanDitutup)
      .when({ ...tutup, berdasarkan })
      .then({ ...kebutuhanDitutup, data: { ...kebutuhanDitutup.data, berdasarkan } } as PkEvent);
  });
  it('dapat ditutup lagi setelah sebabnya dicatat lagi', () => {
    const strategi = { ...tutup, sebab: 'perubahan-strategi' } as const;
    const ditutup = {
      ...kebutuhanDitutup,
      data: { ...kebutuhanDitutup.data, sebab: strategi.sebab },
    } as PkEvent;
    berlaku(kebutuhanDicatat, ditutup, kebutuhanDicatat).when(strategi).then(ditutup);
  });
  it('menolak tanpa alasan', () =>
    berlaku()
      .when({ ...tutup, alasan: '' })
      .ditolak('ALASAN_WAJIB'));
  it('menolak bila belum ada PK yang berlaku', () =>
    diberi(pengajuan).when(tutup).ditolak('PK_MURNI_BELUM_BERLAKU'));
});
