import { given } from '../../../test/support/given.js';
import { dicatat } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  catatTargetTriwulan,
  rencanaAksiDitetapkan,
  targetTriwulanDicatat,
  tetapkanRencanaAksi,
} from './rencana-aksi.contoh.js';
import { rencanaAksi } from './rencana-aksi.decider.js';

describe('CatatTarget', () => {
  it('mencatat target satu triwulan', () =>
    given(rencanaAksi).when(catatTargetTriwulan).then(targetTriwulanDicatat()));
  it('tidak berubah bila diulang, juga bila angkanya hanya ditulis lain atau aksi tidak disebut', () => {
    given(rencanaAksi, targetTriwulanDicatat()).when(catatTargetTriwulan).then();
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...catatTargetTriwulan, target: '90.00' })
      .then();
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...catatTargetTriwulan, aksi: null, ...dicatat })
      .then();
  });
  it('mengganti target dengan menyebut yang lama', () =>
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...catatTargetTriwulan, target: '91' })
      .then(targetTriwulanDicatat({ target: '91', sebelum: '90' })));
  it('mengganti aksi tanpa mengubah target', () =>
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...catatTargetTriwulan, aksi: 'Pelatihan angkatan II' })
      .then(targetTriwulanDicatat({ aksi: 'Pelatihan angkatan II', sebelum: '90' })));
  it('membedakan triwulan', () =>
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...catatTargetTriwulan, triwulan: 2, ...dicatat })
      .then(targetTriwulanDicatat({ triwulan: 2, ...dicatat })));
  it.each([
    ['indikator yang tidak dikenal', { definisi: null }, 'INDIKATOR_TIDAK_DIKENAL'],
    ['triwulan 5', { triwulan: 5 as 4 }, 'TRIWULAN_TIDAK_SAH'],
    ['target yang bukan angka', { target: 'banyak' }, 'NILAI_TIDAK_SAH'],
    ['aksi yang memuat NIP', { aksi: 'oleh 197001011995031001' }, 'TEKS_MEMUAT_DATA_PRIBADI'],
    ['kertas dengan target lain', { target: '91', ...dicatat }, 'SUDAH_ADA_BERBEDA'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(rencanaAksi, targetTriwulanDicatat())
      .when({ ...catatTargetTriwulan, ...isi })
      .ditolak(kode),
  );
  it('menolak perubahan setelah ditetapkan, kecuali yang baru dari kertas', () => {
    const baru = { ...catatTargetTriwulan, triwulan: 2 } as const;
    given(rencanaAksi, targetTriwulanDicatat(), rencanaAksiDitetapkan)
      .when(baru)
      .ditolak('KEADAAN_TIDAK_SESUAI');
    given(rencanaAksi, targetTriwulanDicatat(), rencanaAksiDitetapkan)
      .when({ ...baru, ...dicatat })
      .then(targetTriwulanDicatat({ triwulan: 2, ...dicatat }));
  });
});

describe('Tetapkan', () => {
  it('menetapkan rencana aksi', () =>
    given(rencanaAksi, targetTriwulanDicatat()).when(tetapkanRencanaAksi).then(rencanaAksiDitetapkan));
  it('tidak berubah bila diulang', () =>
    given(rencanaAksi, targetTriwulanDicatat(), rencanaAksiDitetapkan).when(tetapkanRencanaAksi).then());
  it('menolak rencana aksi tanpa target', () =>
    given(rencanaAksi).when(tetapkanRencanaAksi).ditolak('KEADAAN_TIDAK_SESUAI'));
});
