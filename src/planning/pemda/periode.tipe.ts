import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { MasukanPemda } from '../kunci.tipe.js';
import { type DokumenBerperiode, SEBUTAN_DOKUMEN } from './periode-dokumen.decider.js';

const DOKUMEN = Object.keys(SEBUTAN_DOKUMEN) as DokumenBerperiode[];

@InputType()
export class PeriodeDokumenMasukan extends MasukanPemda {
  @Field(() => Int, { description: 'Tahun anggaran; bagi Renstra tahun pertamanya.' })
  @IsInt()
  tahun: number;

  @Field(() => String, { description: `Dokumen: ${DOKUMEN.join(', ')}.` })
  @IsIn(DOKUMEN)
  dokumen: DokumenBerperiode;

  @Field(() => String, { nullable: true, description: 'Kode OPD; kosong: semua OPD.' })
  @IsOptional()
  @IsString()
  opd?: string | null;

  @Field(() => String, { nullable: true, description: 'Alasan; wajib untuk membuka lagi.' })
  @IsOptional()
  @IsString()
  alasan?: string | null;
}

@InputType()
export class PeriodeMasukan extends MasukanPemda {
  @Field(() => Int, { description: 'Tahun anggaran.' })
  @IsInt()
  tahun: number;

  @Field(() => Int, { description: 'Triwulan 1 sampai 4.' })
  @IsInt()
  triwulan: number;

  @Field(() => String, { nullable: true, description: 'Kode OPD; kosong: semua OPD.' })
  @IsOptional()
  @IsString()
  opd?: string | null;

  @Field(() => String, { nullable: true, description: 'Alasan, misalnya perpanjangan waktu.' })
  @IsOptional()
  @IsString()
  alasan?: string | null;
}

@ObjectType('TriwulanPeriode', { description: 'Keadaan satu triwulan.' })
export class TriwulanPeriodeTipe {
  @Field(() => Int, { description: 'Triwulan.' })
  triwulan: number;

  @Field(() => Boolean, { description: 'Terbuka bagi OPD pada umumnya.' })
  terbuka: boolean;

  @Field(() => [String], { description: 'OPD yang keadaannya sebaliknya.' })
  kecuali: readonly string[];
}

@ObjectType('DokumenPeriode', { description: 'Keadaan satu dokumen perencanaan.' })
export class DokumenPeriodeTipe {
  @Field(() => String, { description: 'Dokumen.' })
  dokumen: string;

  @Field(() => Boolean, { description: 'Terbuka bagi OPD pada umumnya.' })
  terbuka: boolean;

  @Field(() => [String], { description: 'OPD yang keadaannya sebaliknya.' })
  kecuali: readonly string[];
}

@ObjectType('PeriodeKini', {
  description: 'Periode pengisian satu tahun segera setelah perintah dijalankan.',
})
export class PeriodeKiniTipe {
  @Field(() => Int, { description: 'Tahun anggaran.' })
  tahun: number;

  @Field(() => [TriwulanPeriodeTipe], { description: 'Triwulan yang pernah dibuka.' })
  triwulan: TriwulanPeriodeTipe[];

  @Field(() => [DokumenPeriodeTipe], {
    description: 'Dokumen perencanaan yang pernah ditutup; yang lain terbuka.',
  })
  dokumen: DokumenPeriodeTipe[];
}

@ObjectType('HasilPeriode')
export class HasilPeriode extends HasilPerintah {
  @Field(() => PeriodeKiniTipe, { description: 'Dokumen setelah perintah ini.' })
  periode: PeriodeKiniTipe;
}
