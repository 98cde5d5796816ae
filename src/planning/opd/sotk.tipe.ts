import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import { AktaMasukan } from '../../infra/graphql/akta.tipe.js';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { SkalarTanggal } from '../../infra/graphql/skalar.js';
import { MasukanOpd } from '../kunci.tipe.js';
import type { Sotk } from './sotk.decider.js';

@InputType()
export class SusunSotkMasukan extends MasukanOpd {
  @Field(() => SkalarTanggal, {
    description: 'Tanggal mulai berlaku; tiap versi mempunyai tanggalnya sendiri.',
  })
  @IsString()
  mulai: string;

  @Field(() => AktaMasukan, { description: 'Peraturan yang menetapkannya.' })
  @ValidateNested()
  @Type(() => AktaMasukan)
  dasar: AktaMasukan;

  @Field(() => String, { description: 'Tugas pokok perangkat daerah.' })
  @IsString()
  tugasPokok: string;

  @Field(() => [String], { description: 'Fungsi, berurutan.' })
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  fungsi: string[];

  @Field(() => String, { nullable: true, description: 'Sejarah singkat.' })
  @IsOptional()
  @IsString()
  sejarah?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Kode perangkat daerah yang pekerjaannya dilanjutkan; kosong: tidak ada.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  pendahulu?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Versi baru dimulai dengan unit dari versi yang berlaku pada tanggal mulainya; bawaan: tidak.',
  })
  @IsOptional()
  @IsBoolean()
  salinUnit?: boolean | null;
}

@InputType({ isAbstract: true })
abstract class MasukanVersiSotk extends MasukanOpd {
  @Field(() => Int, { description: 'Versi SOTK, dari 1.' })
  @IsInt()
  versi: number;
}

@InputType()
export class TetapkanSotkMasukan extends MasukanVersiSotk {}

@InputType()
export class TetapkanUnitSotkMasukan extends MasukanVersiSotk {
  @Field(() => String, { description: 'Kode unit, unik di dalam OPD, misalnya "bidang-penta".' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Nama unit sebagaimana dicetak.' })
  @IsString()
  nama: string;

  @Field(() => String, { nullable: true, description: 'Kode unit induk; kosong: langsung di bawah kepala.' })
  @IsOptional()
  @IsString()
  induk?: string | null;

  @Field(() => String, { nullable: true, description: 'Tugas pokok unit.' })
  @IsOptional()
  @IsString()
  tugasPokok?: string | null;

  @Field(() => [String], { nullable: true, description: 'Fungsi unit, berurutan.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  fungsi?: string[] | null;
}

@InputType()
export class HapusUnitSotkMasukan extends MasukanVersiSotk {
  @Field(() => String, { description: 'Kode unit.' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Mengapa unit itu keluar.' })
  @IsString()
  alasan: string;
}

@ObjectType('SotkKini', { description: 'Satu versi SOTK segera setelah perintah dijalankan.' })
export class SotkKiniTipe {
  @Field(() => Int, { description: 'Versi.' })
  versi: number;

  @Field(() => SkalarTanggal, { description: 'Tanggal mulai berlaku.' })
  mulai: string;

  @Field(() => String, { description: 'disusun, atau ditetapkan.' })
  status: Sotk['status'];

  @Field(() => Int, { description: 'Banyaknya unit.' })
  banyakUnit: number;
}

@ObjectType('HasilSotk')
export class HasilSotk extends HasilPerintah {
  @Field(() => [SotkKiniTipe], { description: 'Semua versi, menurut nomornya.' })
  sotk: SotkKiniTipe[];
}
