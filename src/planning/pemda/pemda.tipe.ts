import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { SkalarDesimal, SkalarTanggal } from '../../infra/graphql/skalar.js';
import type { Skala } from '../../reporting/capaian.js';
import { MasukanPemda } from '../kunci.tipe.js';
import type { Pemda, Zona } from './pemda.decider.js';

const ZONA: readonly Zona[] = ['WIB', 'WITA', 'WIT'];

@ObjectType('KelasSkala', { description: 'Satu kelas skala capaian.' })
export class KelasSkalaTipe {
  @Field(() => String, { description: 'Sebutan kelas, misalnya "Sangat Tinggi".' })
  predikat: string;

  @Field(() => SkalarDesimal, { nullable: true, description: 'Batas bawah; null pada kelas terakhir.' })
  batasBawah?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Apakah nilai tepat pada batas termasuk kelas ini.' })
  termasukBatas?: boolean;
}

@ObjectType('Skala', { description: 'Skala capaian, dari kelas terbaik.' })
export class SkalaTipe {
  @Field(() => String, { description: 'Kode skala.' })
  kode: string;

  @Field(() => String, { description: 'Nama skala.' })
  nama: string;

  @Field(() => String, { nullable: true, description: 'Peraturan atau laporan asalnya.' })
  sumber?: string;

  @Field(() => [KelasSkalaTipe], { description: 'Kelas dari yang terbaik.' })
  kelas: readonly KelasSkalaTipe[];
}

@InputType()
export class KelasSkalaMasukan {
  @Field(() => String, { description: 'Sebutan kelas.' })
  @IsString()
  predikat: string;

  @Field(() => SkalarDesimal, { nullable: true, description: 'Batas bawah; kosong pada kelas terakhir.' })
  @IsOptional()
  @IsString()
  batasBawah?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Apakah nilai tepat pada batas termasuk kelas ini; bawaan: ya.',
  })
  @IsOptional()
  @IsBoolean()
  termasukBatas?: boolean | null;
}

@InputType()
export class SkalaMasukan {
  @Field(() => String, { description: 'Kode skala, misalnya "permendagri-86-2017".' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Nama skala.' })
  @IsString()
  nama: string;

  @Field(() => String, { nullable: true, description: 'Peraturan atau laporan asalnya.' })
  @IsOptional()
  @IsString()
  sumber?: string | null;

  @Field(() => [KelasSkalaMasukan], {
    description: 'Dari kelas terbaik, batas bawah menurun, kelas terakhir tanpa batas. Paling banyak 20.',
  })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => KelasSkalaMasukan)
  kelas: KelasSkalaMasukan[];
}

export const skalaDari = ({ kode, nama, sumber, kelas }: SkalaMasukan): Skala => ({
  kode,
  nama,
  ...(sumber === null || sumber === undefined ? {} : { sumber }),
  kelas: kelas.map(({ predikat, batasBawah, termasukBatas }) => ({
    predikat,
    batasBawah: batasBawah ?? null,
    termasukBatas: termasukBatas ?? true,
  })),
});

@InputType()
export class DaftarkanPemdaMasukan extends MasukanPemda {
  @Field(() => String, { description: 'Nama resmi, misalnya "Kota Pontianak".' })
  @IsString()
  nama: string;

  @Field(() => String, { description: `Zona waktu: ${ZONA.join(', ')}.` })
  @IsIn(ZONA)
  zona: Zona;
}

@InputType()
export class UbahNamaPemdaMasukan extends MasukanPemda {
  @Field(() => String, { description: 'Nama baru.' })
  @IsString()
  nama: string;

  @Field(() => String, { description: 'Mengapa nama berubah.' })
  @IsString()
  alasan: string;
}

@InputType()
export class TetapkanSkalaPemdaMasukan extends MasukanPemda {
  @Field(() => SkalaMasukan, {
    description: 'Skala yang berlaku bila OPD dan tahun tidak menetapkan sendiri.',
  })
  @ValidateNested()
  @Type(() => SkalaMasukan)
  skala: SkalaMasukan;
}

@InputType()
export class HariLiburMasukan {
  @Field(() => SkalarTanggal, { description: 'Tanggal libur.' })
  @IsString()
  tanggal: string;

  @Field(() => String, { description: 'Nama hari libur.' })
  @IsString()
  uraian: string;
}

@InputType()
export class TetapkanKalenderMasukan extends MasukanPemda {
  @Field(() => Int, { description: 'Tahun kalender.' })
  @IsInt()
  tahun: number;

  @Field(() => [Int], { description: 'Hari kerja: 1 Senin sampai 7 Minggu.' })
  @IsArray()
  @ArrayMaxSize(7)
  @IsInt({ each: true })
  hariKerja: number[];

  @Field(() => String, { description: 'Jam kerja mulai, "JJ:MM".' })
  @IsString()
  jamMulai: string;

  @Field(() => String, { description: 'Jam kerja selesai, "JJ:MM".' })
  @IsString()
  jamSelesai: string;

  @Field(() => [HariLiburMasukan], { description: 'Hari libur dan cuti bersama tahun itu.' })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => HariLiburMasukan)
  libur: HariLiburMasukan[];
}

@ObjectType('PemdaKini', { description: 'Pemerintah daerah segera setelah perintah dijalankan.' })
export class PemdaKiniTipe {
  @Field(() => String, { description: 'Kode pemerintah daerah.' })
  kode: string;

  @Field(() => String, { description: 'Nama.' })
  nama: string;

  @Field(() => String, { nullable: true, description: 'Zona waktu.' })
  zona: Pemda['zona'];

  @Field(() => SkalaTipe, { nullable: true, description: 'Skala pemda; null: Permendagri 86/2017.' })
  skala: SkalaTipe | null;

  @Field(() => [Int], { description: 'Tahun yang kalendernya sudah ditetapkan.' })
  tahunKalender: number[];
}

@ObjectType('HasilPemda')
export class HasilPemda extends HasilPerintah {
  @Field(() => PemdaKiniTipe, { description: 'Dokumen setelah perintah ini.' })
  pemda: PemdaKiniTipe;
}
