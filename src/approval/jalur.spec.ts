import { menitKerja } from '../planning/pemda/jam-kerja.js';
import { kalender2023 } from '../planning/pemda/pemda.contoh.js';
import { tempatkan, terlambat } from './jalur.js';
import { PK_DENGAN_PARAF_KOORDINASI, RUTE_BAWAAN } from './rute-bawaan.js';

const tempat = {
  pemda: '61.71',
  opd: 'disnaker',
  pemilik: '61.71.disnaker.kepala',
  atasan: '61.71.pemda.kepala-daerah',
  bidang: ['61.71.disnaker.bidang-1'],
};

describe('tempatkan', () => {
  it('menjadikan aturan jabatan: di OPD dokumen, di sekretariat daerah, dan di atasnya', () => {
    const para = tempatkan(PK_DENGAN_PARAF_KOORDINASI, tempat).map((l) => l.jabatan);
    expect(para).toEqual([
      ['61.71.disnaker.kepala'],
      ['61.71.pemda.bagian-hukum'],
      ['61.71.pemda.asisten'],
      ['61.71.pemda.sekda'],
      ['61.71.pemda.kepala-daerah'],
    ]);
  });
  it('menghilangkan langkah atasan bagi yang tidak mempunyai atasan', () =>
    expect(
      tempatkan(RUTE_BAWAAN['perjanjian-kinerja'], { ...tempat, atasan: null }).map((l) => l.kode),
    ).toEqual(['pihak-pertama']));
  it('menolak rute yang meminta data bila tidak ada Bidang yang disebut', () =>
    expect(() => tempatkan(RUTE_BAWAAN.lkjip, { ...tempat, bidang: [] })).toThrow('EDARAN_BIDANG_WAJIB'));
});

// 2023-08-17 (a Thursday) is a holiday; a working day has 510 minutes.
describe('keterlambatan dalam jam kerja', () => {
  const telat = (dari: string, sampai: string, norma: number): number | null =>
    terlambat(
      menitKerja([kalender2023], 'WIB', new Date(`${dari}+07:00`), new Date(`${sampai}+07:00`)),
      norma,
    );
  it('hari libur dan malam tidak dihitung', () => {
    expect(telat('2023-08-16T15:00', '2023-08-18T07:30', 60)).toBe(0);
    expect(telat('2023-08-16T15:00', '2023-08-18T07:31', 60)).toBe(1);
    expect(telat('2023-08-16T15:00', '2023-08-21T08:30', 60)).toBe(510 + 60);
  });
  it('tidak diketahui bila kalender tahun itu belum ditetapkan', () =>
    expect(telat('2022-12-30T08:00', '2023-01-02T08:00', 60)).toBeNull());
});
