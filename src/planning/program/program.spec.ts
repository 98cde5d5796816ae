import { given } from '../../../test/support/given.js';
import { dicatat, elektronik } from '../perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import {
  berdasarkan,
  dukungSasaran,
  hubungkanIndikator,
  indikatorDihubungkan,
  kegiatanDitambahkan,
  programDitambahkan,
  sasaranDidukung,
  tambahKegiatan,
  tambahProgram,
} from './program.contoh.js';
import { type ProgramEvent, program } from './program.decider.js';

describe('Tambah', () => {
  it('menambah program', () => given(program).when(tambahProgram).then(programDitambahkan));
  it('menyebut versi nomenklatur yang berlaku, bila ada yang dimuat', () =>
    given(program)
      .when({ ...tambahProgram, nomenklatur: '2023' })
      .then({
        ...programDitambahkan,
        data: { ...programDitambahkan.data, nomenklatur: '2023' },
      } as ProgramEvent));
  it('menambah kegiatan di bawah program', () =>
    given(program, programDitambahkan).when(tambahKegiatan).then(kegiatanDitambahkan));
  it('menambah sub kegiatan di bawah kegiatan', () => {
    const sub = {
      kode: '2.07.03.2.01.0001',
      nama: 'Pelatihan',
      tingkat: 'sub-kegiatan',
      induk: '2.07.03.2.01',
    } as const;
    given(program, programDitambahkan, kegiatanDitambahkan)
      .when({ ...tambahKegiatan, ...sub })
      .then({ type: 'ProgramDitambahkan', data: { ...sub, sebelum: null, ...elektronik, berdasarkan } });
  });
  it('tidak berubah bila diulang', () => given(program, programDitambahkan).when(tambahProgram).then());
  it('mengganti nama dengan menyebut yang lama, tanpa melepas yang didukungnya', () => {
    const diganti: ProgramEvent = {
      type: 'ProgramDitambahkan',
      data: {
        kode: '2.07.03',
        nama: 'Nama baru',
        tingkat: 'program',
        induk: null,
        sebelum: tambahProgram.nama,
        ...elektronik,
        berdasarkan,
      },
    };
    given(program, programDitambahkan)
      .when({ ...tambahProgram, nama: 'Nama baru' })
      .then(diganti);
    given(program, programDitambahkan, sasaranDidukung, diganti).when(dukungSasaran).then();
  });
  it.each([
    ['Renstra yang belum ada', { renstraAda: false }, 'RENSTRA_BELUM_ADA'],
    ['kegiatan di bawah program yang tidak dikenal', { induk: '2.07.99' }, 'PROGRAM_TIDAK_DIKENAL'],
    ['kegiatan tanpa induk', { induk: null }, 'PROGRAM_TIDAK_DIKENAL'],
    ['sub kegiatan langsung di bawah program', { tingkat: 'sub-kegiatan' }, 'PROGRAM_TIDAK_DIKENAL'],
    ['program di bawah program', { tingkat: 'program' }, 'PROGRAM_TIDAK_DIKENAL'],
    ['kode yang berspasi', { kode: '2.07 03' }, 'KODE_TIDAK_SAH'],
    ['kode yang sama pada tingkat lain', { kode: '2.07.03' }, 'SUDAH_ADA_BERBEDA'],
  ] as const)('menolak %s', (_, isi, kode) =>
    given(program, programDitambahkan)
      .when({ ...tambahKegiatan, ...isi })
      .ditolak(kode),
  );
  it('menolak kertas dengan nama lain', () =>
    given(program, programDitambahkan)
      .when({ ...tambahProgram, nama: 'Nama lain', ...dicatat })
      .ditolak('SUDAH_ADA_BERBEDA'));
});

describe('DukungSasaran', () => {
  it('mencatat sasaran yang didukung program', () =>
    given(program, programDitambahkan).when(dukungSasaran).then(sasaranDidukung));
  it('tidak berubah bila diulang', () =>
    given(program, programDitambahkan, sasaranDidukung).when(dukungSasaran).then());
  it('menolak program dan sasaran yang tidak dikenal', () => {
    given(program).when(dukungSasaran).ditolak('PROGRAM_TIDAK_DIKENAL');
    given(program, programDitambahkan)
      .when({ ...dukungSasaran, sasaranDikenal: false })
      .ditolak('SASARAN_TIDAK_DIKENAL');
  });
});

describe('HubungkanIndikator', () => {
  it('menghubungkan indikator dengan program', () =>
    given(program, programDitambahkan).when(hubungkanIndikator).then(indikatorDihubungkan));
  it('tidak berubah bila diulang', () =>
    given(program, programDitambahkan, indikatorDihubungkan).when(hubungkanIndikator).then());
  it('menolak program dan indikator yang tidak dikenal', () => {
    given(program).when(hubungkanIndikator).ditolak('PROGRAM_TIDAK_DIKENAL');
    given(program, programDitambahkan)
      .when({ ...hubungkanIndikator, indikatorDikenal: false })
      .ditolak('INDIKATOR_TIDAK_DIKENAL');
  });
});
