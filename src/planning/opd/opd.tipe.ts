import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsInt, IsString, ValidateNested } from 'class-validator';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { MasukanOpd } from '../kunci.tipe.js';
import { SkalaMasukan, SkalaTipe } from '../pemda/pemda.tipe.js';

@InputType()
export class DaftarkanOpdMasukan extends MasukanOpd {
  @Field(() => String, { description: 'Nama resmi perangkat daerah.' })
  @IsString()
  nama: string;
}

@InputType()
export class UbahNamaOpdMasukan extends MasukanOpd {
  @Field(() => String, { description: 'Nama baru.' })
  @IsString()
  nama: string;

  @Field(() => String, { description: 'Mengapa nama berubah.' })
  @IsString()
  alasan: string;
}

@InputType()
export class TetapkanSkalaOpdMasukan extends MasukanOpd {
  @Field(() => Int, { description: 'Tahun yang memakai skala ini.' })
  @IsInt()
  tahun: number;

  @Field(() => SkalaMasukan, { description: 'Skala OPD untuk tahun itu.' })
  @ValidateNested()
  @Type(() => SkalaMasukan)
  skala: SkalaMasukan;
}

@ObjectType('SkalaOpd', { description: 'Skala satu tahun.' })
export class SkalaOpdTipe {
  @Field(() => Int, { description: 'Tahun.' })
  tahun: number;

  @Field(() => SkalaTipe, { description: 'Skala tahun itu.' })
  skala: SkalaTipe;
}

@ObjectType('OpdKini', { description: 'Perangkat daerah segera setelah perintah dijalankan.' })
export class OpdKiniTipe {
  @Field(() => String, { description: 'Kode perangkat daerah.' })
  kode: string;

  @Field(() => String, { description: 'Nama.' })
  nama: string;

  @Field(() => [SkalaOpdTipe], { description: 'Skala milik OPD sendiri, menurut tahun.' })
  skala: SkalaOpdTipe[];
}

@ObjectType('HasilOpd')
export class HasilOpd extends HasilPerintah {
  @Field(() => OpdKiniTipe, { description: 'Dokumen setelah perintah ini.' })
  opd: OpdKiniTipe;
}
