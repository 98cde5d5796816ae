import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsString } from 'class-validator';
import { SkalarTanggal } from './skalar.js';

@InputType('AktaMasukan', { description: 'Akta yang menetapkan: jenis, nomor, tanggal, dan pejabatnya.' })
export class AktaMasukan {
  @Field(() => String, { description: 'Jenis, misalnya "Keputusan Wali Kota" atau "DPA".' })
  @IsString()
  jenis: string;

  @Field(() => String, { description: 'Nomor sebagaimana tercetak.' })
  @IsString()
  nomor: string;

  @Field(() => SkalarTanggal, { description: 'Tanggal akta.' })
  @IsString()
  tanggal: string;

  @Field(() => String, { description: 'Sebutan jabatan yang menandatanganinya, bukan nama orang.' })
  @IsString()
  pejabat: string;
}

@ObjectType('Akta', { description: 'Akta yang menetapkan sebuah dokumen.' })
export class TipeAkta {
  @Field(() => String, { description: 'Jenis akta.' })
  jenis: string;

  @Field(() => String, { description: 'Nomor sebagaimana tercetak.' })
  nomor: string;

  @Field(() => SkalarTanggal, { description: 'Tanggal akta.' })
  tanggal: string;

  @Field(() => String, { description: 'Sebutan jabatan yang menandatanganinya.' })
  pejabat: string;
}
