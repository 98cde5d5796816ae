import { Field, Int, ObjectType } from '@nestjs/graphql';
import { SkalarDesimal } from '../../infra/graphql/skalar.js';
import { pilihan } from '../pilihan.tipe.js';
import { sambungan } from '../sambungan.tipe.js';

const Zona = pilihan('ZonaWaktu', 'Zona waktu pemda.', {
  WIB: 'Waktu Indonesia Barat.',
  WITA: 'Waktu Indonesia Tengah.',
  WIT: 'Waktu Indonesia Timur.',
});

@ObjectType('KelasSkalaCapaian', { description: 'Satu kelas capaian.' })
class TipeKelasSkala {
  @Field(() => String, { description: 'Sebutan kelas.' })
  predikat: string;

  @Field(() => SkalarDesimal, { nullable: true, description: 'Batas bawah; kosong untuk kelas terakhir.' })
  batasBawah?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Batas bawah termasuk kelas ini (bawaan: ya).' })
  termasukBatas?: boolean;
}

@ObjectType('SkalaCapaian', { description: 'Kelas capaian, dari yang terbaik.' })
export class TipeSkala {
  @Field(() => String, { description: 'Kode skala.' })
  kode: string;

  @Field(() => String, { description: 'Nama skala.' })
  nama: string;

  @Field(() => String, { nullable: true, description: 'Dasar hukum atau sumbernya.' })
  sumber?: string;

  @Field(() => [TipeKelasSkala], { description: 'Kelasnya, dari yang terbaik.' })
  kelas: TipeKelasSkala[];
}

@ObjectType('Pemda', { description: 'Sebuah pemerintah daerah.' })
export class TipePemda {
  @Field(() => String, { name: 'kode', description: 'Kode wilayah, misalnya 61.71.' })
  pemda: string;

  @Field(() => String, { description: 'Nama.' })
  nama: string;

  @Field(() => Zona, { description: 'Zona waktu.' })
  zona: string;

  @Field(() => TipeSkala, {
    nullable: true,
    description: 'Skala capaian pemda; kosong: Permendagri 86/2017.',
  })
  skala: TipeSkala | null;
}

@ObjectType('MasaRenstra', { description: 'Sebuah Renstra dan masanya.' })
class TipeMasaRenstra {
  @Field(() => Int, { description: 'Tahun pertama.' })
  mulai: number;

  @Field(() => Int, { description: 'Tahun terakhir.' })
  selesai: number;

  @Field(() => Boolean, { description: 'Sudah ditetapkan.' })
  ditetapkan: boolean;
}

@ObjectType('Opd', { description: 'Sebuah perangkat daerah.' })
export class TipeOpd {
  @Field(() => String, { description: 'Kode pemda.' })
  pemda: string;

  @Field(() => String, { description: 'Kode OPD, unik di dalam pemda.' })
  kode: string;

  @Field(() => String, { description: 'Nama.' })
  nama: string;

  @Field(() => [TipeMasaRenstra], { description: 'Renstra yang tercatat, terlama dahulu.' })
  renstra: TipeMasaRenstra[];
}

export const SambunganOpd = sambungan(TipeOpd, 'Opd');
