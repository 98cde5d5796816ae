import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { MasukanOpd } from '../kunci.tipe.js';
import { TINGKAT_HASIL, type TingkatHasil, type TingkatUnsur } from './simpul.decider.js';

const TINGKAT_UNSUR: readonly TingkatUnsur[] = ['tujuan', 'sasaran', 'program', 'kegiatan', 'sub-kegiatan'];

@InputType({ isAbstract: true })
export abstract class MasukanPohon extends MasukanOpd {
  @Field(() => Int, { description: 'Tahun pertama Renstra (atau rencana pemda) yang diikuti pohon ini.' })
  @IsInt()
  mulai: number;
}

@InputType()
export class TetapkanSimpulKinerjaMasukan extends MasukanPohon {
  @Field(() => String, { description: 'Kode hasil, unik di pohon ini.' })
  @IsString()
  kode: string;

  @Field(() => String, {
    description: `Tingkat: ${TINGKAT_HASIL.join(', ')}; tidak di atas tingkat induknya.`,
  })
  @IsIn(TINGKAT_HASIL)
  tingkat: TingkatHasil;

  @Field(() => String, { description: 'Kondisi yang ingin dicapai.' })
  @IsString()
  uraian: string;

  @Field(() => String, { nullable: true, description: 'Kode hasil di atasnya; kosong bagi akar.' })
  @IsOptional()
  @IsString()
  induk?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Faktor kunci keberhasilan (critical success factor) induk yang dijawab hasil ini.',
  })
  @IsOptional()
  @IsString()
  faktorKunci?: string | null;
}

@InputType()
export class HapusSimpulKinerjaMasukan extends MasukanPohon {
  @Field(() => String, { description: 'Kode hasil.' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Alasan penghapusan.' })
  @IsString()
  alasan: string;
}

@InputType({ isAbstract: true })
abstract class MasukanSimpul extends MasukanPohon {
  @Field(() => String, { description: 'Kode hasil.' })
  @IsString()
  simpul: string;
}

@InputType()
export class IndikatorSimpulMasukan extends MasukanSimpul {
  @Field(() => String, { description: 'Kode indikator Renstra.' })
  @IsString()
  indikator: string;
}

@InputType()
export class UnsurMasukan {
  @Field(() => String, { description: `Tingkat: ${TINGKAT_UNSUR.join(', ')}.` })
  @IsIn(TINGKAT_UNSUR)
  tingkat: TingkatUnsur;

  @Field(() => String, { description: 'Kode unsur itu di Renstra atau di pohon program.' })
  @IsString()
  kode: string;
}

@InputType()
export class TautkanUnsurSimpulMasukan extends MasukanSimpul {
  @Field(() => UnsurMasukan, { nullable: true, description: 'Unsur perencanaan; kosong: tidak ada.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => UnsurMasukan)
  unsur?: UnsurMasukan | null;
}

@InputType()
export class JabatanSimpulMasukan {
  @Field(() => String, { description: 'Kode OPD jabatan itu.' })
  @IsString()
  opd: string;

  @Field(() => String, { description: 'Kode jabatan di OPD itu, misalnya "kepala".' })
  @IsString()
  jabatan: string;
}

@InputType()
export class TetapkanPenanggungJawabSimpulMasukan extends MasukanSimpul {
  @Field(() => JabatanSimpulMasukan, { nullable: true, description: 'Jabatan dalam pemda yang sama.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => JabatanSimpulMasukan)
  jabatan?: JabatanSimpulMasukan | null;
}

@InputType()
export class HapusCrosscuttingMasukan extends MasukanSimpul {
  @Field(() => String, { description: 'Kode OPD lain yang terlibat.' })
  @IsString()
  opdLain: string;

  @Field(() => String, { nullable: true, description: 'Kode hasil di pohon OPD itu, bila diketahui.' })
  @IsOptional()
  @IsString()
  simpulLain?: string | null;
}

@InputType()
export class CatatCrosscuttingMasukan extends HapusCrosscuttingMasukan {
  @Field(() => String, { description: 'Apa yang dikerjakan OPD itu bagi hasil ini.' })
  @IsString()
  uraian: string;
}

@ObjectType('UnsurKinerja', { description: 'Unsur perencanaan yang berasal dari sebuah hasil.' })
export class TipeUnsur {
  @Field(() => String, { description: `Tingkat: ${TINGKAT_UNSUR.join(', ')}.` })
  tingkat: string;

  @Field(() => String, { description: 'Kodenya.' })
  kode: string;
}

@ObjectType('Crosscutting', { description: 'Keterlibatan OPD lain dalam sebuah hasil.' })
export class TipeCrosscutting {
  @Field(() => String, { description: 'Kode OPD lain itu.' })
  opd: string;

  @Field(() => String, { nullable: true, description: 'Kode hasil di pohon OPD itu.' })
  simpulLain: string | null;

  @Field(() => String, { description: 'Apa yang dikerjakannya.' })
  uraian: string;
}

@ObjectType('SimpulKinerjaKini', { description: 'Satu hasil segera setelah perintah dijalankan.' })
class SimpulKiniTipe {
  @Field(() => String, { description: 'Kode.' })
  kode: string;

  @Field(() => String, { description: `Tingkat: ${TINGKAT_HASIL.join(', ')}.` })
  tingkat: string;

  @Field(() => String, { description: 'Kondisi yang ingin dicapai.' })
  uraian: string;

  @Field(() => String, { nullable: true, description: 'Kode hasil di atasnya.' })
  induk: string | null;

  @Field(() => String, { nullable: true, description: 'Faktor kunci keberhasilan.' })
  faktorKunci: string | null;

  @Field(() => [String], { description: 'Kode indikatornya.' })
  indikator: readonly string[];

  @Field(() => TipeUnsur, { nullable: true, description: 'Unsur perencanaan yang lahir darinya.' })
  unsur: TipeUnsur | null;

  @Field(() => String, { nullable: true, description: 'Kunci jabatan penanggung jawab.' })
  jabatan: string | null;

  @Field(() => [TipeCrosscutting], { description: 'Keterlibatan OPD lain.' })
  crosscutting: readonly TipeCrosscutting[];
}

@ObjectType('PohonKinerjaKini', { description: 'Pohon kinerja segera setelah perintah dijalankan.' })
class PohonKiniTipe {
  @Field(() => Int, { description: 'Tahun pertama.' })
  mulai: number;

  @Field(() => Int, { description: 'Banyaknya hasil di pohon.' })
  jumlah: number;

  @Field(() => SimpulKiniTipe, {
    nullable: true,
    description: 'Hasil yang disentuh perintah ini; null bila dihapus.',
  })
  simpul: SimpulKiniTipe | null;
}

@ObjectType('HasilPohonKinerja')
export class HasilPohonKinerja extends HasilPerintah {
  @Field(() => PohonKiniTipe, { description: 'Dokumen setelah perintah ini.' })
  pohon: PohonKiniTipe;
}
