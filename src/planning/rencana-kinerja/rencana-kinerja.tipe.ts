import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { AktaMasukan } from '../../infra/graphql/akta.tipe.js';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { MasukanOpdTahun } from '../kunci.tipe.js';
import type { Jenis, Rkt } from './rencana-kinerja.decider.js';
import type { PutusanUsulan, SumberUsulan } from './usulan.decider.js';

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

  @Field(() => AktaMasukan, { nullable: true, description: 'Akta yang menetapkannya, bila ada.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AktaMasukan)
  akta?: AktaMasukan | null;
}

@InputType()
export class UsulkanRktMasukan extends MasukanOpdTahun {
  @Field(() => String, {
    description:
      'murni: dari target Renstra tahun itu; perubahan: dari RKT murni. Yang sudah bertarget dan yang ada di Perjanjian Kinerja tidak diusulkan.',
  })
  @IsIn(JENIS)
  jenis: Jenis;
}

const SUMBER: readonly SumberUsulan[] = ['tindak-lanjut', 'rencana-aksi', 'saran', 'lain'];
const PUTUSAN: readonly PutusanUsulan['putusan'][] = ['diterima', 'ditolak', 'ditunda'];

@InputType()
export class CatatUsulanRktMasukan extends MasukanOpdTahun {
  @Field(() => String, { description: 'Kode usulan.' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Yang diusulkan.' })
  @IsString()
  uraian: string;

  @Field(() => Int, { description: 'Tahun asal usulan.' })
  @IsInt()
  tahunAsal: number;

  @Field(() => String, { description: 'tindak-lanjut, rencana-aksi, saran, atau lain.' })
  @IsIn(SUMBER)
  sumber: SumberUsulan;

  @Field(() => String, { nullable: true, description: 'Kode indikator yang bersangkutan, bila ada.' })
  @IsOptional()
  @IsString()
  indikator?: string | null;
}

@InputType()
export class PutuskanUsulanRktMasukan extends MasukanOpdTahun {
  @Field(() => String, { description: 'Kode usulan.' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'diterima, ditolak, atau ditunda.' })
  @IsIn(PUTUSAN)
  putusan: PutusanUsulan['putusan'];

  @Field(() => String, { nullable: true, description: 'Alasannya; wajib bila ditolak atau ditunda.' })
  @IsOptional()
  @IsString()
  alasan?: string | null;
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

@ObjectType('UsulanRktKini', { description: 'Usulan bagi RKT segera setelah perintah dijalankan.' })
export class UsulanRktKiniTipe {
  @Field(() => String, { description: 'Kode usulan.' })
  kode: string;

  @Field(() => String, { description: 'Yang diusulkan.' })
  uraian: string;

  @Field(() => Int, { description: 'Tahun asal usulan.' })
  tahunAsal: number;

  @Field(() => String, { description: 'tindak-lanjut, rencana-aksi, saran, atau lain.' })
  sumber: SumberUsulan;

  @Field(() => String, { nullable: true, description: 'Kode indikator yang bersangkutan.' })
  indikator: string | null;

  @Field(() => String, { nullable: true, description: 'diterima, ditolak, atau ditunda; null: belum.' })
  putusan: PutusanUsulan['putusan'] | null;

  @Field(() => String, { nullable: true, description: 'Alasan putusan.' })
  alasan: string | null;
}

@ObjectType('RencanaKinerjaKini', {
  description: 'Rencana Kinerja Tahunan segera setelah perintah dijalankan.',
})
export class RencanaKinerjaKiniTipe {
  @Field(() => RktKiniTipe, { description: 'RKT murni.' })
  murni: RktKiniTipe;

  @Field(() => RktKiniTipe, { description: 'RKT perubahan.' })
  perubahan: RktKiniTipe;

  @Field(() => Int, { description: 'Banyaknya usulan.' })
  jumlahUsulan: number;

  @Field(() => UsulanRktKiniTipe, {
    nullable: true,
    description: 'Usulan yang disentuh perintah ini; null bila tidak satu.',
  })
  usulan: UsulanRktKiniTipe | null;
}

@ObjectType('HasilRencanaKinerja')
export class HasilRencanaKinerja extends HasilPerintah {
  @Field(() => RencanaKinerjaKiniTipe, { description: 'Dokumen setelah perintah ini.' })
  rencanaKinerja: RencanaKinerjaKiniTipe;
}
