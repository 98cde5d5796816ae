import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { AktaMasukan, TipeAkta } from '../../infra/graphql/akta.tipe.js';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { MasukanOpd } from '../kunci.tipe.js';
import type { VersiIku } from './iku.decider.js';

@InputType()
export class SusunIkuMasukan extends MasukanOpd {
  @Field(() => Int, { description: 'Tahun mulai berlakunya set ini; harus tercakup Renstra.' })
  @IsInt()
  mulaiBerlaku: number;

  @Field(() => String, { nullable: true, description: 'Alasan menggantinya; wajib sejak set kedua.' })
  @IsOptional()
  @IsString()
  alasan?: string | null;
}

@InputType()
export class PilihIkuMasukan extends MasukanOpd {
  @Field(() => String, { description: 'Kode indikator tujuan atau sasaran dalam Renstra.' })
  @IsString()
  indikator: string;

  @Field(() => String, {
    nullable: true,
    description: 'Alasan pemilihannya; wajib saat dipilih pertama kali, sesudahnya yang tidak disebut tetap.',
  })
  @IsOptional()
  @IsString()
  alasan?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Formula; yang tidak disebut tetap, atau dibentuk dari pembilang dan penyebut Renstra.',
  })
  @IsOptional()
  @IsString()
  formula?: string | null;

  @Field(() => String, { nullable: true, description: 'Sumber data; yang tidak disebut menurut Renstra.' })
  @IsOptional()
  @IsString()
  sumberData?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Penanggung jawab; yang tidak disebut menurut Renstra.',
  })
  @IsOptional()
  @IsString()
  penanggungJawab?: string | null;
}

@InputType()
export class KeluarkanIkuMasukan extends MasukanOpd {
  @Field(() => String, { description: 'Kode indikator.' })
  @IsString()
  indikator: string;

  @Field(() => String, { description: 'Alasannya.' })
  @IsString()
  alasan: string;
}

@InputType()
export class TetapkanIkuMasukan extends MasukanOpd {
  @Field(() => AktaMasukan, { description: 'Keputusan yang menetapkan set ini.' })
  @ValidateNested()
  @Type(() => AktaMasukan)
  akta: AktaMasukan;
}

@ObjectType('IkuTerpilih', { description: 'Satu indikator dalam set IKU.' })
export class IkuTerpilihTipe {
  @Field(() => String, { description: 'Kode indikator.' })
  indikator: string;

  @Field(() => String, { nullable: true, description: 'Alasan pemilihannya.' })
  alasan: string | null;

  @Field(() => String, { nullable: true, description: 'Formula.' })
  formula: string | null;

  @Field(() => String, { nullable: true, description: 'Sumber data.' })
  sumberData: string | null;

  @Field(() => String, { nullable: true, description: 'Penanggung jawab.' })
  penanggungJawab: string | null;
}

@ObjectType('IkuKini', { description: 'Set IKU yang terakhir, segera setelah perintah dijalankan.' })
export class IkuKiniTipe {
  @Field(() => Int, { description: 'Versi set, dari 1.' })
  versi: number;

  @Field(() => Int, { description: 'Tahun mulai berlakunya.' })
  mulaiBerlaku: number;

  @Field(() => String, { description: 'disusun atau ditetapkan.' })
  status: VersiIku['status'];

  @Field(() => TipeAkta, { nullable: true, description: 'Keputusan yang menetapkannya.' })
  akta: TipeAkta | null;

  @Field(() => [IkuTerpilihTipe], { description: 'Isinya, menurut urutan dipilih.' })
  indikator: IkuTerpilihTipe[];
}

@ObjectType('HasilIku')
export class HasilIku extends HasilPerintah {
  @Field(() => IkuKiniTipe, { nullable: true, description: 'Set IKU yang terakhir setelah perintah ini.' })
  iku: IkuKiniTipe | null;
}
