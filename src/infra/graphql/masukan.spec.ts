import 'reflect-metadata';
import { IsIn, IsInt } from 'class-validator';
import { kalimat } from '../kalimat-penolakan.js';
import { pipaMasukan } from './masukan.js';

class Masukan {
  @IsIn(['naik', 'turun-linear'])
  polaritas!: string;

  @IsIn(['murni', 'perubahan'], { each: true })
  jenis!: string[];

  @IsInt()
  tahun!: number;
}
const tolakan = (isi: object) =>
  pipaMasukan()
    .transform(isi, { type: 'body', metatype: Masukan })
    .then(
      () => undefined,
      (e) => e,
    );

it('pilihan yang tidak ada ditolak dengan menyebut semua pilihannya', async () => {
  const penolakan = await tolakan({ polaritas: 'datar', jenis: ['murni'], tahun: 2023 });
  expect(penolakan.rincian.isian).toEqual([
    { jalur: 'polaritas', sebab: 'bukan salah satu pilihan', pilihan: ['naik', 'turun-linear'] },
  ]);
  expect(kalimat(penolakan)).toContain('isian polaritas. Pilihannya: naik, turun-linear.');
});
it('juga di dalam daftar; aturan lain tanpa pilihan', async () => {
  const { rincian } = await tolakan({ polaritas: 'naik', jenis: ['lain'], tahun: 'x' });
  expect(rincian.isian).toEqual([
    { jalur: 'jenis', sebab: 'bukan salah satu pilihan', pilihan: ['murni', 'perubahan'] },
    { jalur: 'tahun', sebab: 'harus bilangan bulat' },
  ]);
});
