import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { AktaMasukan } from '../../infra/graphql/akta.tipe.js';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { MasukanOpdTahun } from '../kunci.tipe.js';
import type { TandaAksi } from './aksi.decider.js';
import type { RencanaAksi, SebabPerubahanRencanaAksi } from './rencana-aksi.decider.js';

@InputType()
export class CatatTargetRencanaAksiMasukan extends MasukanOpdTahun {
  @Field(() => String, { description: 'Kode indikator.' })
  @IsString()
  indikator: string;

  @Field(() => Int, { description: 'Triwulan 1 sampai 4.' })
  @IsInt()
  triwulan: number;

  @Field(() => String, {
    description: 'Target sampai triwulan itu; target triwulan itu saja bila agregasinya jumlah.',
  })
  @IsString()
  target: string;

  @Field(() => String, { nullable: true, description: 'Aksi yang dilakukan untuk mencapainya.' })
  @IsOptional()
  @IsString()
  aksi?: string | null;

  @Field(() => String, { nullable: true, description: 'Jabatan atau Bidang yang melaksanakan aksinya.' })
  @IsOptional()
  @IsString()
  penanggungJawab?: string | null;
}

@InputType()
export class TetapkanRencanaAksiMasukan extends MasukanOpdTahun {
  @Field(() => String, { nullable: true, description: 'Nomor keputusan penetapan.' })
  @IsOptional()
  @IsString()
  keputusan?: string | null;

  @Field(() => AktaMasukan, { nullable: true, description: 'Akta yang menetapkannya, bila ada.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AktaMasukan)
  akta?: AktaMasukan | null;
}

const SEBAB: readonly SebabPerubahanRencanaAksi[] = [
  'pergantian-pejabat',
  'perubahan-apbd',
  'perubahan-strategi',
  'perubahan-prioritas',
  'lain',
];
const KEADAAN: readonly TandaAksi['keadaan'][] = ['selesai', 'dibatalkan'];

@InputType()
export class MulaiPerubahanRencanaAksiMasukan extends MasukanOpdTahun {
  @Field(() => String, {
    description: 'pergantian-pejabat, perubahan-apbd, perubahan-strategi, perubahan-prioritas, atau lain.',
  })
  @IsIn(SEBAB)
  sebab: SebabPerubahanRencanaAksi;

  @Field(() => String, { description: 'Alasannya.' })
  @IsString()
  alasan: string;
}

@InputType()
export class TandaiAksiMasukan extends MasukanOpdTahun {
  @Field(() => String, { description: 'Kode indikator.' })
  @IsString()
  indikator: string;

  @Field(() => Int, { description: 'Triwulan 1 sampai 4.' })
  @IsInt()
  triwulan: number;

  @Field(() => String, { description: 'selesai atau dibatalkan.' })
  @IsIn(KEADAAN)
  keadaan: TandaAksi['keadaan'];

  @Field(() => String, { nullable: true, description: 'Catatan; wajib bila dibatalkan.' })
  @IsOptional()
  @IsString()
  catatan?: string | null;
}

@ObjectType('TargetTriwulan', { description: 'Target satu triwulan.' })
export class TargetTriwulanTipe {
  @Field(() => Int, { description: 'Triwulan.' })
  triwulan: number;

  @Field(() => String, { description: 'Target.' })
  target: string;

  @Field(() => String, { nullable: true, description: 'Aksi.' })
  aksi: string | null;

  @Field(() => String, { nullable: true, description: 'Jabatan atau Bidang yang melaksanakan aksinya.' })
  penanggungJawab: string | null;
}

@ObjectType('RencanaAksiKini', { description: 'Rencana aksi segera setelah perintah dijalankan.' })
export class RencanaAksiKiniTipe {
  @Field(() => Int, { description: 'Versi yang terakhir: 1 murni, 2 dan seterusnya perubahan.' })
  versi: number;

  @Field(() => String, { description: 'Keadaan versi itu: disusun atau ditetapkan.' })
  status: RencanaAksi['status'];

  @Field(() => Int, { description: 'Banyaknya indikator yang bertarget triwulan.' })
  jumlahIndikator: number;

  @Field(() => Int, { description: 'Banyaknya aksi yang berlaku dan belum selesai atau dibatalkan.' })
  aksiTerbuka: number;

  @Field(() => [TargetTriwulanTipe], {
    description: 'Target triwulan indikator yang disentuh perintah ini; kosong bila tidak ada.',
  })
  target: TargetTriwulanTipe[];
}

@ObjectType('HasilRencanaAksi')
export class HasilRencanaAksi extends HasilPerintah {
  @Field(() => RencanaAksiKiniTipe, { description: 'Dokumen setelah perintah ini.' })
  rencanaAksi: RencanaAksiKiniTipe;
}
