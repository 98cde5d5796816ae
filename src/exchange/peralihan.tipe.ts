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
import { MasukanBernomor } from '../infra/graphql/perintah.js';
import { RenstraKiniTipe, TINGKAT } from '../planning/renstra/renstra.tipe.js';

@InputType({ description: 'Satu Renstra: perangkat daerah dan tahun pertamanya.' })
export class LetakRenstraMasukan {
  @Field(() => String, { description: 'Kode perangkat daerah.' })
  @IsString()
  opd: string;

  @Field(() => Int, { description: 'Tahun pertama Renstra.' })
  @IsInt()
  mulai: number;
}

@InputType()
export class IndikatorDialihkanMasukan {
  @Field(() => String, { description: 'Kode indikator di Renstra asal.' })
  @IsString()
  kode: string;

  @Field(() => String, {
    nullable: true,
    description: 'Kodenya di Renstra penerima; tanpa isian ini kodenya tetap.',
  })
  @IsOptional()
  @IsString()
  kodeBaru?: string | null;

  @Field(() => String, { nullable: true, description: 'tujuan atau sasaran; bersama induk.' })
  @IsOptional()
  @IsIn(TINGKAT)
  tingkat?: (typeof TINGKAT)[number] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Kode tujuan atau sasaran penerima yang diukurnya; tanpa isian ini belum digantungkan.',
  })
  @IsOptional()
  @IsString()
  induk?: string | null;

  @Field(() => String, { nullable: true, description: 'Kode jabatan penanggung jawab di OPD penerima.' })
  @IsOptional()
  @IsString()
  penanggungJawab?: string | null;
}

@InputType({ description: 'Tempat satu indikator digantungkan di Renstra penerima.' })
export class GantungIndikatorMasukan {
  @Field(() => String, { description: 'Kode indikator.' })
  @IsString()
  indikator: string;

  @Field(() => String, { description: 'tujuan atau sasaran.' })
  @IsIn(TINGKAT)
  tingkat: (typeof TINGKAT)[number];

  @Field(() => String, { description: 'Kode tujuan atau sasaran penerima.' })
  @IsString()
  kode: string;
}

@InputType()
export class AlihkanIndikatorMasukan extends MasukanBernomor {
  @Field(() => String, { description: 'Kode pemerintah daerah menurut Kemendagri, misalnya "61.71".' })
  @IsString()
  pemda: string;

  @Field(() => LetakRenstraMasukan, { description: 'Renstra asal.' })
  @ValidateNested()
  @Type(() => LetakRenstraMasukan)
  dari: LetakRenstraMasukan;

  @Field(() => LetakRenstraMasukan, { description: 'Renstra penerima.' })
  @ValidateNested()
  @Type(() => LetakRenstraMasukan)
  ke: LetakRenstraMasukan;

  @Field(() => [IndikatorDialihkanMasukan], {
    nullable: true,
    description: 'Yang dialihkan, paling banyak 500; atau semua.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => IndikatorDialihkanMasukan)
  indikator?: IndikatorDialihkanMasukan[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Semua indikator Renstra asal, dengan kode yang sama; yang tidak disebut di gantung belum digantungkan.',
  })
  @IsOptional()
  @IsBoolean()
  semua?: boolean | null;

  @Field(() => [GantungIndikatorMasukan], {
    nullable: true,
    description: 'Bersama semua, paling banyak 500: di mana indikator-indikator ini digantungkan.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => GantungIndikatorMasukan)
  gantung?: GantungIndikatorMasukan[] | null;

  @Field(() => Int, {
    description: 'Tahun pertama indikator menjadi milik penerima; tahun sebelumnya tetap milik asal.',
  })
  @IsInt()
  sejak: number;

  @Field(() => String, { description: 'Mengapa dialihkan, misalnya peraturan tentang SOTK baru.' })
  @IsString()
  alasan: string;
}

@ObjectType('HasilPeralihan', { description: 'Kedua Renstra setelah indikatornya dialihkan.' })
export class HasilPeralihanTipe {
  @Field(() => String, { description: 'Untuk setelahPosisi: kueri berikutnya pasti memuat semuanya.' })
  posisi: string;

  @Field(() => RenstraKiniTipe, { description: 'Renstra asal.' })
  dari: RenstraKiniTipe;

  @Field(() => RenstraKiniTipe, { description: 'Renstra penerima.' })
  ke: RenstraKiniTipe;

  @Field(() => [String], {
    description:
      'Kode indikator tujuan dan sasaran yang dialihkan tetapi tidak mengukur apa pun di penerima.',
  })
  lepas: string[];

  @Field(() => String, { nullable: true, description: 'Kalimat tentang lepas; null bila tidak ada.' })
  peringatan: string | null;
}
