import { Field, InputType, Int } from '@nestjs/graphql';
import { IsIn, IsInt, IsString } from 'class-validator';
import type { Unsur } from './naskah-renstra.decider.js';
import { MasukanRenstra, TINGKAT } from './renstra.tipe.js';

const UNSUR: readonly Unsur[] = [
  'misi',
  'tujuan',
  'sasaran',
  'indikator',
  'program-prioritas',
  'isu-strategis',
  'permasalahan',
];

@InputType()
export class MulaiPerubahanRenstraMasukan extends MasukanRenstra {
  @Field(() => Int, { description: 'Tahun pertama yang diatur perubahan ini; tahun sebelumnya tetap.' })
  @IsInt()
  mulaiBerlaku: number;

  @Field(() => String, { description: 'Mengapa Renstra diubah.' })
  @IsString()
  alasan: string;
}

@InputType()
export class BatalkanPerubahanRenstraMasukan extends MasukanRenstra {
  @Field(() => String, { description: 'Mengapa rancangan perubahan ditinggalkan.' })
  @IsString()
  alasan: string;
}

@InputType()
export class BatalkanRenstraMasukan extends MasukanRenstra {
  @Field(() => String, { description: 'Mengapa rancangan Renstra ditinggalkan.' })
  @IsString()
  alasan: string;
}

@InputType()
export class HapusUnsurRenstraMasukan extends MasukanRenstra {
  @Field(() => String, { description: `Yang dihapus: ${UNSUR.join(', ')}.` })
  @IsIn(UNSUR)
  unsur: Unsur;

  @Field(() => String, { description: 'Kodenya; untuk misi nomornya.' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Mengapa dihapus.' })
  @IsString()
  alasan: string;
}

@InputType()
export class LepasIndikatorRenstraMasukan extends MasukanRenstra {
  @Field(() => String, { description: 'Kode indikator.' })
  @IsString()
  indikator: string;

  @Field(() => String, { description: 'tujuan atau sasaran.' })
  @IsIn(TINGKAT)
  tingkat: (typeof TINGKAT)[number];

  @Field(() => String, { description: 'Kode tujuan atau sasaran yang tidak lagi diukur.' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Mengapa dilepas.' })
  @IsString()
  alasan: string;
}
