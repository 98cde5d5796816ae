import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { MasukanOpdTahun } from '../kunci.tipe.js';
import type { Jenis, Rkt } from './rencana-kinerja.decider.js';

const JENIS: readonly Jenis[] = ['murni', 'perubahan'];

@InputType()
export class CatatTargetRktMasukan extends MasukanOpdTahun {
  @Field(() => String, { description: 'murni, atau perubahan setelah murni ditetapkan.' })
  @IsIn(JENIS)
  jenis: Jenis;

  @Field(() => String, { description: 'Kode indikator di luar Perjanjian Kinerja.' })
  @IsString()
  indikator: string;

  @Field(() => String, {
    description: 'Target: desimal "91.50", rentang "20.00..25.00", atau predikat, menurut polaritas.',
  })
  @IsString()
  target: string;
}

@InputType()
export class TetapkanRktMasukan extends MasukanOpdTahun {
  @Field(() => String, { description: 'murni atau perubahan.' })
  @IsIn(JENIS)
  jenis: Jenis;

  @Field(() => String, { nullable: true, description: 'Nomor keputusan penetapan.' })
  @IsOptional()
  @IsString()
  keputusan?: string | null;
}

@ObjectType('RktKini', { description: 'RKT murni atau perubahan.' })
export class RktKiniTipe {
  @Field(() => String, { description: 'disusun atau ditetapkan; target berlaku sejak ditetapkan.' })
  status: Rkt['status'];

  @Field(() => Int, { description: 'Banyaknya target.' })
  jumlah: number;

  @Field(() => String, {
    nullable: true,
    description: 'Target indikator yang disentuh perintah ini; null bila tidak ada.',
  })
  target: string | null;
}

@ObjectType('RencanaKinerjaKini', {
  description: 'Rencana Kinerja Tahunan segera setelah perintah dijalankan.',
})
export class RencanaKinerjaKiniTipe {
  @Field(() => RktKiniTipe, { description: 'RKT murni.' })
  murni: RktKiniTipe;

  @Field(() => RktKiniTipe, { description: 'RKT perubahan.' })
  perubahan: RktKiniTipe;
}

@ObjectType('HasilRencanaKinerja')
export class HasilRencanaKinerja extends HasilPerintah {
  @Field(() => RencanaKinerjaKiniTipe, { description: 'Dokumen setelah perintah ini.' })
  rencanaKinerja: RencanaKinerjaKiniTipe;
}
