import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { MasukanRenstra, TINGKAT } from './renstra.tipe.js';

@InputType()
export class TambahMisiMasukan extends MasukanRenstra {
  @Field(() => Int, { description: 'Nomor misi, dari 1.' })
  @IsInt()
  nomor: number;

  @Field(() => String, { description: 'Rumusan misi.' })
  @IsString()
  uraian: string;
}

@InputType()
export class TetapkanProgramPrioritasMasukan extends MasukanRenstra {
  @Field(() => String, { description: 'Kode program prioritas, misalnya "PP-1".' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Nama program prioritas.' })
  @IsString()
  nama: string;

  @Field(() => [String], { description: 'Kode sasaran daerah yang dilayaninya; boleh kosong.' })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  sasaran: string[];

  @Field(() => [String], { description: 'Kode perangkat daerah pelaksananya; boleh kosong.' })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  pelaksana: string[];
}

@InputType()
export class MelayaniMasukan {
  @Field(() => Int, { description: 'Tahun pertama rencana pemda itu.' })
  @IsInt()
  mulai: number;

  @Field(() => String, { description: 'tujuan atau sasaran.' })
  @IsIn(TINGKAT)
  tingkat: (typeof TINGKAT)[number];

  @Field(() => String, { description: 'Kodenya dalam rencana pemda.' })
  @IsString()
  kode: string;
}

@InputType()
export class SelaraskanRenstraMasukan extends MasukanRenstra {
  @Field(() => String, { description: 'tujuan atau sasaran Renstra ini.' })
  @IsIn(TINGKAT)
  tingkat: (typeof TINGKAT)[number];

  @Field(() => String, { description: 'Kodenya dalam Renstra ini.' })
  @IsString()
  kode: string;

  @Field(() => MelayaniMasukan, { description: 'Yang dilayani dalam RPJMD atau RPD.' })
  @ValidateNested()
  @Type(() => MelayaniMasukan)
  melayani: MelayaniMasukan;
}

@InputType()
export class LepasKeselarasanMasukan extends MasukanRenstra {
  @Field(() => String, { description: 'tujuan atau sasaran Renstra ini.' })
  @IsIn(TINGKAT)
  tingkat: (typeof TINGKAT)[number];

  @Field(() => String, { description: 'Kodenya dalam Renstra ini.' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Mengapa dilepas.' })
  @IsString()
  alasan: string;
}

@InputType()
export class CatatIsuStrategisMasukan extends MasukanRenstra {
  @Field(() => String, { description: 'Kode isu strategis.' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Rumusan isu strategis.' })
  @IsString()
  uraian: string;

  @Field(() => [String], { description: 'Kode sasaran yang menjawabnya; boleh kosong.' })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  sasaran: string[];
}

@InputType()
export class CatatPermasalahanMasukan extends MasukanRenstra {
  @Field(() => String, { description: 'Kode permasalahan.' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Rumusan permasalahan.' })
  @IsString()
  uraian: string;

  @Field(() => String, { nullable: true, description: 'Kode isu strategis yang menaunginya.' })
  @IsOptional()
  @IsString()
  isu?: string | null;

  @Field(() => [String], { description: 'Kode sasaran yang menjawabnya; boleh kosong.' })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  sasaran: string[];

  @Field(() => String, { nullable: true, description: 'Solusi yang direncanakan.' })
  @IsOptional()
  @IsString()
  solusi?: string | null;
}
