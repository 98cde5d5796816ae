import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { SkalarTanggal } from '../../infra/graphql/skalar.js';
import { MasukanPemda } from '../kunci.tipe.js';

@InputType({ isAbstract: true })
export abstract class MasukanDasarHukum extends MasukanPemda {
  @Field(() => String, { nullable: true, description: 'Kode OPD; kosong: berlaku bagi seluruh pemda.' })
  @IsOptional()
  @IsString()
  opd?: string | null;

  @Field(() => String, { description: 'Kode di register ini, misalnya "perwal-60-2021".' })
  @IsString()
  kode: string;
}

@InputType()
export class CatatDasarHukumMasukan extends MasukanDasarHukum {
  @Field(() => String, { description: 'Jenis, misalnya "Peraturan Wali Kota".' })
  @IsString()
  jenis: string;

  @Field(() => String, { description: 'Nomor sebagaimana tercetak, misalnya "60 Tahun 2021".' })
  @IsString()
  nomor: string;

  @Field(() => SkalarTanggal, { description: 'Tanggal ditetapkan.' })
  @IsString()
  tanggal: string;

  @Field(() => String, { description: 'Tentang apa.' })
  @IsString()
  tentang: string;

  @Field(() => SkalarTanggal, { nullable: true, description: 'Mulai berlaku; bawaan: tanggal ditetapkan.' })
  @IsOptional()
  @IsString()
  mulaiBerlaku?: string | null;
}

@InputType()
export class CabutDasarHukumMasukan extends MasukanDasarHukum {
  @Field(() => SkalarTanggal, { description: 'Hari pertama ia tidak berlaku lagi.' })
  @IsString()
  tanggal: string;

  @Field(() => String, { nullable: true, description: 'Kode dasar hukum penggantinya, bila ada.' })
  @IsOptional()
  @IsString()
  pengganti?: string | null;

  @Field(() => String, { description: 'Mengapa tidak berlaku lagi.' })
  @IsString()
  alasan: string;
}

@ObjectType('PencabutanDasarHukum', { description: 'Sejak kapan sebuah dasar hukum tidak berlaku lagi.' })
class PencabutanTipe {
  @Field(() => SkalarTanggal, { description: 'Hari pertama ia tidak berlaku lagi.' })
  tanggal: string;

  @Field(() => String, { nullable: true, description: 'Kode penggantinya.' })
  pengganti: string | null;
}

@ObjectType('DasarHukum', { description: 'Satu peraturan di register, dengan masa berlakunya.' })
export class DasarHukumTipe {
  @Field(() => String, { description: 'Kode di register.' })
  kode: string;

  @Field(() => String, { description: 'Jenis.' })
  jenis: string;

  @Field(() => String, { description: 'Nomor sebagaimana tercetak.' })
  nomor: string;

  @Field(() => SkalarTanggal, { description: 'Tanggal ditetapkan.' })
  tanggal: string;

  @Field(() => String, { description: 'Tentang apa.' })
  tentang: string;

  @Field(() => SkalarTanggal, { description: 'Mulai berlaku.' })
  mulaiBerlaku: string;

  @Field(() => PencabutanTipe, { nullable: true, description: 'Kapan dicabut; kosong: belum.' })
  dicabut: PencabutanTipe | null;
}

@ObjectType('HasilDasarHukum')
export class HasilDasarHukum extends HasilPerintah {
  @Field(() => DasarHukumTipe, { description: 'Dasar hukum itu setelah perintah ini.' })
  dasarHukum: DasarHukumTipe;
}
