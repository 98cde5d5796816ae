import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, ValidateNested } from 'class-validator';
import { AktaMasukan } from '../../infra/graphql/akta.tipe.js';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { SkalarTanggal } from '../../infra/graphql/skalar.js';
import { MasukanOpd } from '../kunci.tipe.js';
import { SkalaMasukan, SkalaTipe } from '../pemda/pemda.tipe.js';
import { DIMENSI_KEPEGAWAIAN, type Dimensi } from './kepegawaian.decider.js';

@InputType()
export class DaftarkanOpdMasukan extends MasukanOpd {
  @Field(() => String, { description: 'Nama resmi perangkat daerah.' })
  @IsString()
  nama: string;
}

@InputType()
export class UbahNamaOpdMasukan extends MasukanOpd {
  @Field(() => String, { description: 'Nama baru.' })
  @IsString()
  nama: string;

  @Field(() => String, { description: 'Mengapa nama berubah.' })
  @IsString()
  alasan: string;
}

@InputType()
export class TetapkanSkalaOpdMasukan extends MasukanOpd {
  @Field(() => Int, { description: 'Tahun yang memakai skala ini.' })
  @IsInt()
  tahun: number;

  @Field(() => SkalaMasukan, { description: 'Skala OPD untuk tahun itu.' })
  @ValidateNested()
  @Type(() => SkalaMasukan)
  skala: SkalaMasukan;
}

@InputType()
export class BubarkanOpdMasukan extends MasukanOpd {
  @Field(() => SkalarTanggal, { description: 'Hari pertama perangkat daerah ini tidak ada lagi.' })
  @IsString()
  tanggal: string;

  @Field(() => [String], {
    description: 'Kode perangkat daerah yang melanjutkan pekerjaannya; boleh kosong.',
  })
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  pengganti: string[];

  @Field(() => AktaMasukan, { description: 'Peraturan yang membubarkannya.' })
  @ValidateNested()
  @Type(() => AktaMasukan)
  akta: AktaMasukan;

  @Field(() => String, { description: 'Mengapa dibubarkan.' })
  @IsString()
  alasan: string;
}

@InputType()
export class KelompokPegawaiMasukan {
  @Field(() => String, { description: 'Kelompok, misalnya "IV" atau "S-1".' })
  @IsString()
  kelompok: string;

  @Field(() => Int, { description: 'Banyaknya pegawai.' })
  @IsInt()
  jumlah: number;
}

@InputType()
export class CatatKepegawaianMasukan extends MasukanOpd {
  @Field(() => SkalarTanggal, { description: 'Keadaan per tanggal ini.' })
  @IsString()
  tanggal: string;

  @Field(() => String, { description: `Pembagian: ${DIMENSI_KEPEGAWAIAN.join(', ')}.` })
  @IsIn(DIMENSI_KEPEGAWAIAN)
  dimensi: Dimensi;

  @Field(() => [KelompokPegawaiMasukan], { description: 'Jumlah tiap kelompok.' })
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => KelompokPegawaiMasukan)
  rincian: KelompokPegawaiMasukan[];
}

@ObjectType('SkalaOpd', { description: 'Skala satu tahun.' })
export class SkalaOpdTipe {
  @Field(() => Int, { description: 'Tahun.' })
  tahun: number;

  @Field(() => SkalaTipe, { description: 'Skala tahun itu.' })
  skala: SkalaTipe;
}

@ObjectType('OpdKini', { description: 'Perangkat daerah segera setelah perintah dijalankan.' })
export class OpdKiniTipe {
  @Field(() => String, { description: 'Kode perangkat daerah.' })
  kode: string;

  @Field(() => String, { description: 'Nama.' })
  nama: string;

  @Field(() => SkalarTanggal, {
    nullable: true,
    description: 'Hari pertama ia tidak ada lagi; kosong: tidak dibubarkan.',
  })
  dibubarkan: string | null;

  @Field(() => [SkalaOpdTipe], { description: 'Skala milik OPD sendiri, menurut tahun.' })
  skala: SkalaOpdTipe[];
}

@ObjectType('HasilOpd')
export class HasilOpd extends HasilPerintah {
  @Field(() => OpdKiniTipe, { description: 'Dokumen setelah perintah ini.' })
  opd: OpdKiniTipe;
}
