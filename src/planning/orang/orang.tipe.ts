import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, IsString, ValidateNested } from 'class-validator';
import { AktaMasukan } from '../../infra/graphql/akta.tipe.js';
import { HasilPerintah, MasukanBernomor, MasukanPerintah } from '../../infra/graphql/perintah.js';
import { SkalarTanggal } from '../../infra/graphql/skalar.js';

@InputType({ isAbstract: true })
abstract class MasukanDataOrang extends MasukanBernomor {
  @Field(() => String, { description: 'Kode pemda, misalnya "61.71".' })
  @IsString()
  pemda: string;

  @Field(() => SkalarTanggal, {
    description: 'Data ini berlaku sejak tanggal ini; data dengan tanggal yang sama diganti.',
  })
  @IsString()
  mulai: string;

  @Field(() => String, { description: 'Nama lengkap dengan gelar, sebagaimana dicetak.' })
  @IsString()
  nama: string;

  @Field(() => String, { nullable: true, description: 'NIP 18 angka; kosong: tidak punya.' })
  @IsOptional()
  @IsString()
  nip?: string;

  @Field(() => String, {
    nullable: true,
    description: 'NIK 16 angka, untuk tanda tangan elektronik; tidak pernah dikeluarkan lagi oleh API ini.',
  })
  @IsOptional()
  @IsString()
  nik?: string;

  @Field(() => String, { nullable: true, description: 'Pangkat, misalnya "Pembina Utama Muda".' })
  @IsOptional()
  @IsString()
  pangkat?: string;

  @Field(() => String, { nullable: true, description: 'Alamat surel pribadi yang bersangkutan.' })
  @IsOptional()
  @IsString()
  surel?: string;
}

@InputType()
export class CatatOrangMasukan extends MasukanDataOrang {
  @Field(() => String, {
    nullable: true,
    description: 'Subjek yang sudah disebut log; hanya untuk operator. Kosong: subjek acak yang baru.',
  })
  @IsOptional()
  @IsString()
  subjek?: string;
}

@InputType()
export class KoreksiOrangMasukan extends MasukanDataOrang {
  @Field(() => String, { description: 'Subjek yang datanya dikoreksi atau diperbarui.' })
  @IsString()
  subjek: string;
}

@InputType()
export class HapusOrangMasukan extends MasukanPerintah {
  @Field(() => String, { description: 'Kode pemda, misalnya "61.71".' })
  @IsString()
  pemda: string;

  @Field(() => String, { description: 'Subjek yang data pribadinya dihapus untuk selamanya.' })
  @IsString()
  subjek: string;

  @Field(() => String, { description: 'Mengapa dihapus; tanpa nama orang.' })
  @IsString()
  alasan: string;

  @Field(() => AktaMasukan, {
    nullable: true,
    description: 'Akta yang memerintahkannya, misalnya berita acara pemusnahan.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => AktaMasukan)
  akta?: AktaMasukan;
}

@ObjectType('Orang', { description: 'Orang di balik sebuah subjek, sebagaimana tercatat pada satu tanggal.' })
export class TipeOrang {
  @Field(() => String, { description: 'Subjek: pengenal acak yang dipakai log.' })
  subjek: string;

  @Field(() => SkalarTanggal, { description: 'Data ini berlaku sejak tanggal ini.' })
  mulai: string;
}

@ObjectType('HasilHapusOrang')
export class HasilHapusOrang extends HasilPerintah {
  @Field(() => String, { description: 'Subjek yang datanya sudah tidak ada.' })
  subjek: string;
}
