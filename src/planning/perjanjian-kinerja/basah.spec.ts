import { given } from '../../../test/support/given.js';
import { sidikDari } from '../../kernel/sidik.js';
import type { FaktaGiliran, FaktaKertas, TandaTanganBasah } from './basah.decider.js';
import {
  ajukan,
  berlaku,
  berlakuPerubahan,
  dibatalkan,
  digantikan,
  elektronik,
  kadis,
  murniBerlaku,
  naskahMurni,
  pejabat,
  pengajuan,
  pengajuanPerubahan,
  perencana,
  sidikMurni,
  sidikPerubahan,
  tandatangani,
  ttdKadis,
  wali,
} from './perjanjian-kinerja.contoh.js';
import { type PkEvent, perjanjianKinerja as pk } from './perjanjian-kinerja.decider.js';

const berkas = 'b'.repeat(64);
const kertas: FaktaKertas = {
  bentuk: 'pindaian-basah',
  dokumen: 'perjanjian-kinerja',
  jabatan: naskahMurni.jabatan,
  tanggal: naskahMurni.tanggal ?? '2023-01-30',
  diarsipkanOleh: pejabat('orang-umum', '61.71.disnaker.umum', 'Subbagian Umum'),
};
const giliran: FaktaGiliran = { pihak: [1, 2], ditunggu: null };
const berdasarkan = [{ stream: 'BerkasKertas-61.71.disnaker.2023', rev: 0 }];
const catat = {
  type: 'CatatTandaTanganBasah',
  sidik: sidikMurni,
  berkas,
  kertas,
  giliran,
  berdasarkan,
  ...elektronik,
} as const;
const basah: TandaTanganBasah = { berkas, tanggal: kertas.tanggal, dicatatOleh: perencana };
const tangan = (pihak: 1 | 2, versi: number, sidik: string): PkEvent => ({
  type: 'PerjanjianKinerjaDitandatangani',
  data: { versi, pihak, sidik, oleh: pihak === 1 ? kadis : wali, cara: 'dicatat', berdasarkan, basah },
});

describe('CatatTandaTanganBasah', () => {
  it('mencatat kedua tanda tangan dari pindaian, dan naskah berlaku', () =>
    given(pk, pengajuan)
      .when(catat)
      .then(tangan(1, 1, sidikMurni), tangan(2, 1, sidikMurni), berlaku));
  it('mencatat hanya tanda tangan yang belum ada', () =>
    given(pk, pengajuan, ttdKadis)
      .when({ ...catat, giliran: { pihak: [2], ditunggu: null } })
      .then(tangan(2, 1, sidikMurni), berlaku));
  it('mencatat dahulu yang sudah gilirannya; sesudah paraf yang lain, juga dari pindaian yang sama', () => {
    const menunggu = { ...catat, giliran: { pihak: [], ditunggu: 'paraf-sekda' } } as const;
    given(pk, pengajuan)
      .when({ ...catat, giliran: { pihak: [1], ditunggu: 'paraf-sekda' } })
      .then(tangan(1, 1, sidikMurni));
    given(pk, pengajuan, tangan(1, 1, sidikMurni))
      .when(menunggu)
      .then();
    given(pk, pengajuan, ttdKadis).when(menunggu).ditolak('LANGKAH_BELUM_GILIRAN');
    given(pk, pengajuan, tangan(1, 1, sidikMurni))
      .when({ ...catat, giliran: { pihak: [2], ditunggu: null } })
      .then(tangan(2, 1, sidikMurni), berlaku);
  });
  it('menggantikan versi sebelumnya', () =>
    given(pk, ...murniBerlaku, pengajuanPerubahan)
      .when({ ...catat, sidik: sidikPerubahan, kertas: { ...kertas, tanggal: tanggalPerubahan() } })
      .then(tanganPerubahan(1), tanganPerubahan(2), berlakuPerubahan, digantikan));
  it('tidak berubah bila diulang dengan pindaian yang sama', () =>
    given(pk, pengajuan, tangan(1, 1, sidikMurni), tangan(2, 1, sidikMurni), berlaku)
      .when(catat)
      .then());
  it.each([
    ['pindaian yang tidak ada di arsip', { kertas: null }, 'TIDAK_DITEMUKAN'],
    ['sidik naskah lain', { sidik: 'lain' }, 'PK_NASKAH_BERBEDA'],
    [
      'PDF elektronik',
      { kertas: { ...kertas, bentuk: 'pdf-tertandatangani' } },
      'BERKAS_KERTAS_TIDAK_SESUAI',
    ],
    ['dokumen lain', { kertas: { ...kertas, dokumen: 'lkjip' } }, 'BERKAS_KERTAS_TIDAK_SESUAI'],
    [
      'pindaian bertanggal lain',
      { kertas: { ...kertas, tanggal: '2023-01-30' } },
      'BERKAS_KERTAS_TIDAK_SESUAI',
    ],
    [
      'pindaian yang diarsipkannya sendiri',
      { kertas: { ...kertas, diarsipkanOleh: perencana } },
      'ORANG_SAMA',
    ],
    ['PK jabatan lain', { kertas: { ...kertas, jabatan: 'sekretaris' } }, 'BERKAS_KERTAS_TIDAK_SESUAI'],
  ] as const)('menolak %s', (_, ubahan, kode) =>
    given(pk, pengajuan)
      .when({ ...catat, ...ubahan })
      .ditolak(kode),
  );
  it('menolak bila naskahnya tidak bertanggal: pindaiannya tidak dapat dicocokkan', () => {
    const naskah = { ...naskahMurni, tanggal: null };
    const [data] = pk.decide(ajukan(naskah), pk.initial);
    if (data === undefined) throw new Error('tidak diajukan');
    given(pk, data)
      .when({ ...catat, sidik: sidikDari(naskah) })
      .ditolak('BERKAS_KERTAS_TIDAK_SESUAI');
  });
  it('menolak bila tidak ada naskah yang menunggu', () => {
    given(pk).when(catat).ditolak('PK_BELUM_DIAJUKAN');
    given(pk, pengajuan, dibatalkan).when(catat).ditolak('PK_BELUM_DIAJUKAN');
    given(pk, ...murniBerlaku)
      .when(catat)
      .ditolak('PK_SUDAH_BERLAKU');
  });
  it('setelahnya tidak ada lagi yang dapat ditandatangani', () =>
    given(pk, pengajuan, tangan(1, 1, sidikMurni), tangan(2, 1, sidikMurni), berlaku)
      .when(tandatangani(wali, sidikMurni))
      .then());
});

const tanggalPerubahan = (): string =>
  (pengajuanPerubahan.type === 'PerjanjianKinerjaDiajukan' && pengajuanPerubahan.data.naskah.tanggal) ||
  kertas.tanggal;
const tanganPerubahan = (pihak: 1 | 2): PkEvent => {
  const t = tangan(pihak, 2, sidikPerubahan);
  return t.type === 'PerjanjianKinerjaDitandatangani'
    ? { ...t, data: { ...t.data, basah: { ...basah, tanggal: tanggalPerubahan() } } }
    : t;
};
