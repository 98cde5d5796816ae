import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString } from 'class-validator';
import { MasukanBernomor } from '../infra/graphql/perintah.js';

@InputType()
export class BukaTahunMasukan extends MasukanBernomor {
  @Field(() => String, { description: 'Kode pemerintah daerah menurut Kemendagri, misalnya "61.71".' })
  @IsString()
  pemda: string;

  @Field(() => Int, { description: 'Tahun yang dibuka, dari tahun sebelumnya.' })
  @IsInt()
  tahun: number;

  @Field(() => [String], {
    nullable: true,
    description:
      'Kode perangkat daerah; kosong: semua yang terdaftar, bagi perencana perangkat daerahnya sendiri.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  opd?: string[] | null;
}

@ObjectType('PenolakanBukaTahun', {
  description: 'Mengapa tahun sebuah perangkat daerah belum dapat dibuka.',
})
class TipePenolakanBukaTahun {
  @Field(() => String, { description: 'Kode penolakan.' })
  kode: string;

  @Field(() => String, { description: 'Apa yang harus dilakukan.' })
  pesan: string;
}

@ObjectType('Ditinggalkan', {
  description: 'Yang tidak ikut, karena rencana tahun yang baru tidak memuatnya.',
})
class TipeDitinggalkan {
  @Field(() => String, { description: 'Kode program, kegiatan, atau sub kegiatan.' })
  program: string;

  @Field(() => String, { description: 'sasaran, atau indikator.' })
  jenis: string;

  @Field(() => String, { description: 'Kodenya.' })
  kode: string;
}

@ObjectType('TahunDibuka', { description: 'Tahun yang baru bagi satu perangkat daerah.' })
export class TipeTahunDibuka {
  @Field(() => String, { description: 'Kode perangkat daerah.' })
  opd: string;

  @Field(() => Int, { description: 'Program, kegiatan, dan sub kegiatan yang diambil dari tahun lalu.' })
  program: number;

  @Field(() => Int, { description: 'Target RKT yang diusulkan dari Renstra.' })
  target: number;

  @Field(() => Int, { description: 'Aksi dan tindak lanjut tahun lalu yang menjadi usulan.' })
  usulan: number;

  @Field(() => [TipeDitinggalkan], { description: 'Yang tidak ikut.' })
  ditinggalkan: TipeDitinggalkan[];

  @Field(() => [String], { description: 'Kunci jabatan tanpa pejabat pada 1 Januari tahun itu.' })
  jabatanKosong: string[];

  @Field(() => TipePenolakanBukaTahun, { nullable: true, description: 'Kosong bila tahunnya terbuka.' })
  ditolak: TipePenolakanBukaTahun | null;
}

@ObjectType('HasilBukaTahun', {
  description: 'Jawaban pembukaan tahun, perangkat daerah demi perangkat daerah.',
})
export class HasilBukaTahun {
  @Field(() => String, { description: 'Untuk setelahPosisi: kueri berikutnya pasti memuat semuanya.' })
  posisi: string;

  @Field(() => [TipeTahunDibuka], { description: 'Menurut urutan yang diminta.' })
  opd: TipeTahunDibuka[];
}
