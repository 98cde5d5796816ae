import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { AktaMasukan, TipeAkta } from '../../infra/graphql/akta.tipe.js';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { SkalarRupiah } from '../../infra/graphql/skalar.js';
import { MasukanOpdTahun } from '../kunci.tipe.js';
import type { Jenis } from '../rencana-kinerja/rencana-kinerja.decider.js';
import type { TingkatAnggaran } from './kode.decider.js';
import type { JenisTahap } from './tahap.decider.js';

const JENIS: readonly Jenis[] = ['murni', 'perubahan'];
const JENIS_TAHAP: readonly JenisTahap[] = ['murni', 'pergeseran', 'perubahan'];

@InputType({ isAbstract: true })
abstract class PaguMasukan extends MasukanOpdTahun {
  @Field(() => String, {
    description:
      'Kode program, kegiatan, atau sub kegiatan tahun itu; atau akun belanja, untuk seluruh OPD ("5.1.02") atau satu sub kegiatan ("2.07.03.2.01.0001/5.1.02").',
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

@InputType()
export class TetapkanPaguMasukan extends PaguMasukan {
  @Field(() => String, {
    description: 'murni, atau perubahan setelah kode itu mempunyai pagu murni atau DPA ditetapkan.',
  })
  @IsIn(JENIS)
  jenis: Jenis;
}

@InputType()
export class GeserPaguMasukan extends PaguMasukan {
  @Field(() => Int, {
    description: 'Nomor pergeseran, berlanjut sepanjang tahun: yang terakhir, atau yang berikutnya.',
  })
  @IsInt()
  nomor: number;
}

@InputType()
export class TetapkanDokumenAnggaranMasukan extends MasukanOpdTahun {
  @Field(() => String, { description: 'murni, pergeseran, atau perubahan.' })
  @IsIn(JENIS_TAHAP)
  jenis: JenisTahap;

  @Field(() => Int, { nullable: true, description: 'Nomor pergeseran; kosong untuk murni dan perubahan.' })
  @IsOptional()
  @IsInt()
  nomor?: number;

  @Field(() => AktaMasukan, { description: 'Akta yang menetapkannya, misalnya DPA.' })
  @ValidateNested()
  @Type(() => AktaMasukan)
  akta: AktaMasukan;
}

@ObjectType('PaguTahapKini', { description: 'Pagu satu kode pada satu tahap.' })
class PaguTahapKiniTipe {
  @Field(() => String, { description: 'murni, pergeseran, atau perubahan.' })
  jenis: JenisTahap;

  @Field(() => Int, { description: 'Nomor pergeseran; 0 untuk murni dan perubahan.' })
  nomor: number;

  @Field(() => SkalarRupiah, { description: 'Pagu pada tahap itu.' })
  pagu: string;

  @Field(() => String, { nullable: true, description: 'Sumber dana.' })
  sumberDana: string | null;
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
    description: 'Pagu menurut APBD Perubahan; null bila tidak disebut di sana.',
  })
  perubahan: string | null;

  @Field(() => SkalarRupiah, { nullable: true, description: 'Pagu yang berlaku.' })
  berlaku: string | null;

  @Field(() => [PaguTahapKiniTipe], { description: 'Rantai pagu kode ini, dari murni.' })
  tahap: PaguTahapKiniTipe[];
}

@ObjectType('TahapAnggaranKini', { description: 'Satu tahap anggaran tahun itu.' })
class TahapAnggaranKiniTipe {
  @Field(() => String, { description: 'murni, pergeseran, atau perubahan.' })
  jenis: JenisTahap;

  @Field(() => Int, { description: 'Nomor pergeseran; 0 untuk murni dan perubahan.' })
  nomor: number;

  @Field(() => TipeAkta, { nullable: true, description: 'Aktanya; kosong selama belum ditetapkan.' })
  akta: TipeAkta | null;
}

@ObjectType('HasilAnggaran')
export class HasilAnggaran extends HasilPerintah {
  @Field(() => AnggaranKiniTipe, { description: 'Baris yang disentuh perintah ini.' })
  anggaran: AnggaranKiniTipe;
}

@ObjectType('HasilDokumenAnggaran')
export class HasilDokumenAnggaran extends HasilPerintah {
  @Field(() => [TahapAnggaranKiniTipe], { description: 'Semua tahap anggaran tahun itu, menurut urutannya.' })
  tahap: TahapAnggaranKiniTipe[];
}
