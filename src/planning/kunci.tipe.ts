import { Field, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsString } from 'class-validator';
import { MasukanPerintah } from '../infra/graphql/perintah.js';

@InputType({ isAbstract: true })
export abstract class MasukanPemda extends MasukanPerintah {
  @Field(() => String, { description: 'Kode pemerintah daerah menurut Kemendagri, misalnya "61.71".' })
  @IsString()
  pemda: string;
}

@InputType({ isAbstract: true })
export abstract class MasukanOpd extends MasukanPemda {
  @Field(() => String, { description: 'Kode perangkat daerah, misalnya "disnaker".' })
  @IsString()
  opd: string;
}

@InputType({ isAbstract: true })
export abstract class MasukanOpdTahun extends MasukanOpd {
  @Field(() => Int, { description: 'Tahun anggaran.' })
  @IsInt()
  tahun: number;
}
