import { di, project, rekam } from '../../../test/support/project.js';
import * as pk from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { PkEvent } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import * as ukur from '../../reporting/pengukuran/pengukuran.contoh.js';
import type { PengukuranEvent } from '../../reporting/pengukuran/pengukuran.decider.js';
import { type BarisTugas, kotakMasukView, tandaKotakMasuk } from './kotak-masuk.projection.js';

const isi = (stream: string, events: (PkEvent | PengukuranEvent)[]): BarisTugas | undefined =>
  project(kotakMasukView, rekam(di(stream, ...events))).get(stream) as BarisTugas | undefined;
const perjanjian = (...events: PkEvent[]) => isi('PerjanjianKinerja-61.71.disnaker.kepala.2023', events);
const pengukuran = (...events: PengukuranEvent[]) => isi('Pengukuran-61.71.disnaker.2023.tw4', events);

describe('kotak masuk Perjanjian Kinerja', () => {
  it('menunggu Pihak Pertama, lalu Pihak Kedua, lalu tidak menunggu siapa pun', () => {
    expect(perjanjian(pk.pengajuan)).toMatchObject({
      tugas: 'tandatangani',
      jabatan: pk.kadis.jabatan,
      versi: 1,
    });
    expect(perjanjian(pk.pengajuan, pk.ttdKadis)).toMatchObject({
      tugas: 'tandatangani',
      jabatan: pk.wali.jabatan,
      posisi: 1,
    });
    expect(perjanjian(pk.pengajuan, pk.ttdKadis, pk.ttdWali)).toBeUndefined();
    expect(perjanjian(...pk.murniBerlaku)).toBeUndefined();
  });

  it('kembali ke pengaju dengan catatannya, dan hilang bila dibatalkan', () => {
    expect(perjanjian(pk.pengajuan, pk.ttdKadis, pk.dikembalikan)).toMatchObject({
      tugas: 'perbaiki',
      jabatan: pk.perencana.jabatan,
      catatan: 'Target IKU-2 terlalu rendah.',
    });
    expect(perjanjian(pk.pengajuan, pk.dikembalikan, pk.pengajuan)).toMatchObject({ catatan: null });
    expect(perjanjian(pk.pengajuan, pk.dibatalkan)).toBeUndefined();
  });

  it('PK Perubahan menunggu lagi, dan PK yang digantikan tidak', () => {
    expect(perjanjian(...pk.murniBerlaku, pk.pengajuanPerubahan)).toMatchObject({ versi: 2 });
    expect(perjanjian(...pk.perubahanBerlaku)).toBeUndefined();
  });
});

describe('kotak masuk pengukuran', () => {
  const { entri, diajukan, diverifikasi, disetujui, dikembalikan, terkoreksi } = ukur;

  it('menunggu perencana, lalu kepala, lalu tidak menunggu siapa pun', () => {
    expect(pengukuran(entri)).toBeUndefined();
    expect(pengukuran(entri, diajukan)).toMatchObject({
      dokumen: 'pengukuran',
      triwulan: 4,
      tugas: 'verifikasi',
      jabatan: '61.71.disnaker.perencana',
    });
    expect(pengukuran(entri, diajukan, diverifikasi)).toMatchObject({
      tugas: 'setujui',
      jabatan: '61.71.disnaker.kepala',
    });
    expect(pengukuran(entri, diajukan, diverifikasi, disetujui, terkoreksi)).toBeUndefined();
  });

  it('kembali ke bidang yang mengajukan, dengan catatannya', () =>
    expect(pengukuran(entri, diajukan, dikembalikan)).toMatchObject({
      tugas: 'perbaiki',
      jabatan: ukur.bidang.jabatan,
      catatan: 'Sumber data belum dilampirkan.',
    }));
});

it('daftar sebuah jabatan urut menurut sejak kapan menunggu', () => {
  const tanda = (posisi: number) =>
    kotakMasukView.tanda(
      { ...kotakMasukView.initial('Pengukuran-61.71.a1.2023.tw1'), jabatan: 'x', posisi },
      '',
    );
  expect(tanda(9)[0]?.tag).toBe(tandaKotakMasuk('x'));
  expect([10, 9, 100].map((p) => tanda(p)[0]?.urut).sort()).toEqual(
    [9, 10, 100].map((p) => tanda(p)[0]?.urut),
  );
});
