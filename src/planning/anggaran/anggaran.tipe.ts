import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { SkalarRupiah } from '../../infra/graphql/skalar.js';
import { MasukanOpdTahun } from '../kunci.tipe.js';
import type { Jenis } from '../rencana-kinerja/rencana-kinerja.decider.js';
import type { TingkatAnggaran } from './anggaran.decider.js';

const JENIS: readonly Jenis[] = ['murni', 'perubahan'];

@InputType()
export class TetapkanPaguMasukan extends MasukanOpdTahun {
  @Field(() => String, { description: 'murni, atau perubahan setelah kode itu mempunyai pagu murni.' })
  @IsIn(JENIS)
  jenis: Jenis;

  @Field(() => String, {
    description: 'Kode program, kegiatan, atau sub kegiatan tahun itu, atau akun belanja seperti "5.1.02".',
  })
  @IsString()
  kode: string;

  @Field(() => SkalarRupiah, { description: 'Pagu.' })
  @IsString()
  pagu: string;

  @Field(() => String, { nullable: true, description: 'Nama sebagaimana tercetak.' })
  @IsOptional()
  @IsString()
  nama?: string | null;

  @Field(() => String, { nullable: true, description: 'Sumber dana.' })
  @IsOptional()
  @IsString()
  sumberDana?: string | null;
}

@ObjectType('AnggaranKini', { description: 'Baris anggaran segera setelah perintah dijalankan.' })
export class AnggaranKiniTipe {
  @Field(() => String, { description: 'Kode.' })
  kode: string;

  @Field(() => String, { description: 'program, kegiatan, sub-kegiatan, atau belanja.' })
  tingkat: TingkatAnggaran;

  @Field(() => SkalarRupiah, { nullable: true, description: 'Pagu murni.' })
  murni: string | null;

  @Field(() => SkalarRupiah, {
    nullable: true,
    description: 'Pagu setelah perubahan; null bila tidak berubah.',
  })
  perubahan: string | null;

  @Field(() => SkalarRupiah, { nullable: true, description: 'Pagu yang berlaku.' })
  berlaku: string | null;
}

@ObjectType('HasilAnggaran')
export class HasilAnggaran extends HasilPerintah {
  @Field(() => AnggaranKiniTipe, { description: 'Baris yang disentuh perintah ini.' })
  anggaran: AnggaranKiniTipe;
}
