import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { MasukanOpdTahun } from '../kunci.tipe.js';
import type { TingkatProgram } from './program.decider.js';

const TINGKAT: readonly TingkatProgram[] = ['program', 'kegiatan', 'sub-kegiatan'];

@InputType()
export class TambahProgramMasukan extends MasukanOpdTahun {
  @Field(() => String, { description: 'Kode nomenklatur, misalnya "2.07.03" atau "2.07.03.2.01.0001".' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Nama sebagaimana tercetak tahun itu.' })
  @IsString()
  nama: string;

  @Field(() => String, { description: `Tingkat: ${TINGKAT.join(', ')}.` })
  @IsIn(TINGKAT)
  tingkat: TingkatProgram;

  @Field(() => String, {
    nullable: true,
    description: 'Kode program bagi kegiatan, kode kegiatan bagi sub kegiatan; kosong bagi program.',
  })
  @IsOptional()
  @IsString()
  induk?: string | null;
}

@InputType()
export class DukungSasaranMasukan extends MasukanOpdTahun {
  @Field(() => String, { description: 'Kode program.' })
  @IsString()
  program: string;

  @Field(() => String, { description: 'Kode sasaran Renstra yang didukung.' })
  @IsString()
  sasaran: string;
}

@InputType()
export class HubungkanIndikatorProgramMasukan extends MasukanOpdTahun {
  @Field(() => String, { description: 'Kode program, kegiatan, atau sub kegiatan.' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Kode indikator yang mengukurnya.' })
  @IsString()
  indikator: string;
}

@ObjectType('SimpulProgram', {
  description: 'Program, kegiatan, atau sub kegiatan yang disentuh perintah ini.',
})
export class SimpulProgramTipe {
  @Field(() => String, { description: 'Kode.' })
  kode: string;

  @Field(() => String, { description: 'Nama sebagaimana tercetak tahun itu.' })
  nama: string;

  @Field(() => String, { description: 'program, kegiatan, atau sub-kegiatan.' })
  tingkat: TingkatProgram;

  @Field(() => String, { nullable: true, description: 'Kode induknya.' })
  induk: string | null;

  @Field(() => [String], { description: 'Sasaran yang didukung.' })
  sasaran: readonly string[];

  @Field(() => [String], { description: 'Indikator yang mengukurnya.' })
  indikator: readonly string[];
}

@ObjectType('ProgramKini', { description: 'Pohon program satu tahun segera setelah perintah dijalankan.' })
export class ProgramKiniTipe {
  @Field(() => Int, { description: 'Banyaknya program, kegiatan, dan sub kegiatan.' })
  jumlah: number;

  @Field(() => SimpulProgramTipe, { description: 'Yang disentuh perintah ini.' })
  simpul: SimpulProgramTipe;
}

@ObjectType('HasilProgram')
export class HasilProgram extends HasilPerintah {
  @Field(() => ProgramKiniTipe, { description: 'Dokumen setelah perintah ini.' })
  program: ProgramKiniTipe;
}
