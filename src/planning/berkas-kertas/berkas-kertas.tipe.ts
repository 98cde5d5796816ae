import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsString, Matches } from 'class-validator';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { MasukanOpdTahun } from '../kunci.tipe.js';

@InputType()
export class TarikBerkasKertasMasukan extends MasukanOpdTahun {
  @Field(() => String, { description: 'SHA-256 berkas.' })
  @Matches(/^[0-9a-f]{64}$/)
  berkas: string;

  @Field(() => String, { description: 'Mengapa ditarik, misalnya salah unggah.' })
  @IsString()
  alasan: string;
}

@ObjectType('HasilBerkasKertas')
export class HasilBerkasKertas extends HasilPerintah {
  @Field(() => Int, { description: 'Banyaknya berkas kertas OPD dan tahun itu setelah perintah ini.' })
  jumlah: number;
}
