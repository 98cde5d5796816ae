import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { AktaMasukan } from '../../infra/graphql/akta.tipe.js';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { MasukanPemda } from '../../planning/kunci.tipe.js';
import {
  DOKUMEN_BERRUTE,
  type DokumenBerrute,
  JENIS_LANGKAH,
  type JenisLangkah,
  type Siapa,
} from '../jalur.js';

const CARA: readonly Siapa['cara'][] = ['pemilik', 'atasan', 'setiap-bidang', 'jabatan'];

@InputType({ isAbstract: true })
export abstract class MasukanRute extends MasukanPemda {
  @Field(() => String, { description: `Jenis dokumen: ${DOKUMEN_BERRUTE.join(', ')}.` })
  @IsIn(DOKUMEN_BERRUTE)
  dokumen: DokumenBerrute;
}

@InputType({ description: 'Siapa yang mengerjakan sebuah langkah, sebagai aturan bagi setiap OPD.' })
export class SiapaMasukan {
  @Field(() => String, {
    description:
      'pemilik (jabatan yang mempunyai dokumen; pada PK Pihak Pertama), atasan (jabatan di atasnya; pada PK Pihak Kedua), setiap-bidang (jabatan yang disebut ketika edaran dimulai), atau jabatan.',
  })
  @IsIn(CARA)
  cara: Siapa['cara'];

  @Field(() => String, {
    nullable: true,
    description:
      'Hanya untuk jabatan: kode OPD-nya; kosong: OPD dokumen itu sendiri; "pemda": sekretariat daerah.',
  })
  @IsOptional()
  @IsString()
  opd?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Hanya untuk jabatan: kodenya, misalnya "sekretaris".',
  })
  @IsOptional()
  @IsString()
  jabatan?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Hanya untuk jabatan: sebutan yang tercetak di lembar SOP.',
  })
  @IsOptional()
  @IsString()
  sebutan?: string | null;
}

@InputType()
export class LangkahMasukan {
  @Field(() => String, { description: 'Kode langkah, unik di dalam rute.' })
  @IsString()
  kode: string;

  @Field(() => Int, {
    description:
      'Urutan mulai 1. Langkah dengan tahap yang sama berjalan bersama; tahap berikutnya menunggu semuanya.',
  })
  @IsInt()
  tahap: number;

  @Field(() => String, { description: `Jenis langkah: ${JENIS_LANGKAH.join(', ')}.` })
  @IsIn(JENIS_LANGKAH)
  jenis: JenisLangkah;

  @Field(() => String, { description: 'Yang dikerjakan.' })
  @IsString()
  uraian: string;

  @Field(() => SiapaMasukan, { description: 'Siapa yang mengerjakan.' })
  @ValidateNested()
  @Type(() => SiapaMasukan)
  oleh: SiapaMasukan;

  @Field(() => String, { nullable: true, description: 'Yang diperlukan.' })
  @IsOptional()
  @IsString()
  perlu?: string | null;

  @Field(() => String, { nullable: true, description: 'Yang dihasilkan.' })
  @IsOptional()
  @IsString()
  hasil?: string | null;

  @Field(() => Int, { description: 'Norma waktu dalam menit kerja menurut kalender pemda.' })
  @IsInt()
  norma: number;

  @Field(() => SiapaMasukan, {
    nullable: true,
    description: 'Siapa yang diberi tahu bila langkah ini terlambat.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => SiapaMasukan)
  eskalasi?: SiapaMasukan | null;
}

@InputType()
export class SusunRuteMasukan extends MasukanRute {
  @Field(() => [LangkahMasukan], { description: 'Seluruh langkah, urut menurut tahapnya.' })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LangkahMasukan)
  langkah: LangkahMasukan[];
}

@InputType()
export class TetapkanRuteMasukan extends MasukanRute {
  @Field(() => AktaMasukan, { description: 'Akta yang menetapkan rute ini.' })
  @ValidateNested()
  @Type(() => AktaMasukan)
  akta: AktaMasukan;
}

@ObjectType('HasilRute')
export class HasilRute extends HasilPerintah {
  @Field(() => Int, { description: 'Versi rute yang berlaku setelah perintah ini; 0: rute bawaan Amanah.' })
  versi: number;
}
