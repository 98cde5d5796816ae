import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString } from 'class-validator';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { MasukanOpdTahun } from '../kunci.tipe.js';
import type { RencanaAksi } from './rencana-aksi.decider.js';

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
}

@InputType()
export class TetapkanRencanaAksiMasukan extends MasukanOpdTahun {
  @Field(() => String, { nullable: true, description: 'Nomor keputusan penetapan.' })
  @IsOptional()
  @IsString()
  keputusan?: string | null;
}

@ObjectType('TargetTriwulan', { description: 'Target satu triwulan.' })
export class TargetTriwulanTipe {
  @Field(() => Int, { description: 'Triwulan.' })
  triwulan: number;

  @Field(() => String, { description: 'Target.' })
  target: string;

  @Field(() => String, { nullable: true, description: 'Aksi.' })
  aksi: string | null;
}

@ObjectType('RencanaAksiKini', { description: 'Rencana aksi segera setelah perintah dijalankan.' })
export class RencanaAksiKiniTipe {
  @Field(() => String, { description: 'disusun atau ditetapkan.' })
  status: RencanaAksi['status'];

  @Field(() => Int, { description: 'Banyaknya indikator yang bertarget triwulan.' })
  jumlahIndikator: number;

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
