import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString } from 'class-validator';
import { pilihan } from '../pilihan.tipe.js';

const Kode = pilihan('KodeTargetLemah', 'Mengapa sebuah target layak ditanyakan; tidak ada yang ditolak.', {
  TARGET_NOL: 'Target nol, sehingga capaiannya tidak dapat dihitung.',
  LEBIH_BURUK_DARI_REALISASI_LALU: 'Lebih buruk daripada realisasi terakhir yang diketahui.',
  TURUN_UNTUK_POLARITAS_NAIK:
    'Menjanjikan kurang daripada target tahun lalu menurut polaritasnya (naik, turun, rentang, predikat).',
  SATUAN_BERBEDA: 'Satuan yang ditulis bukan satuan indikatornya.',
});
const Dokumen = pilihan('DokumenTarget', 'Dokumen yang memuat target.', {
  renstra: 'Renstra.',
  rkt: 'Rencana Kinerja Tahunan.',
  pk: 'Perjanjian Kinerja.',
});

@InputType()
export class TargetDiperiksaMasukan {
  @Field(() => String, { description: 'Kode indikator.' })
  @IsString()
  indikator: string;

  @Field(() => String, { description: 'Target yang sedang ditulis.' })
  @IsString()
  target: string;

  @Field(() => String, { nullable: true, description: 'Satuan yang ditulis, bila ada.' })
  @IsOptional()
  @IsString()
  satuan?: string | null;
}

@ObjectType('TemuanTarget', { description: 'Satu hal yang layak ditanyakan tentang sebuah target.' })
class TipeTemuan {
  @Field(() => Kode, { description: 'Kodenya, dari daftar tertutup.' })
  kode: string;

  @Field(() => String, { description: 'Target (atau satuan) yang diberikan.' })
  nilai: string;

  @Field(() => String, { nullable: true, description: 'Nilai pembandingnya.' })
  pembanding: string | null;

  @Field(() => Int, { nullable: true, description: 'Tahun pembanding itu.' })
  tahun: number | null;

  @Field(() => String, { description: 'Kalimatnya, dengan kedua angka.' })
  kalimat: string;
}

@ObjectType('TargetDiperiksa', { description: 'Jawaban atas satu target yang sedang ditulis.' })
export class TipeTargetDiperiksa {
  @Field(() => String, { description: 'Kode indikator.' })
  indikator: string;

  @Field(() => Boolean, { description: 'Indikator ini dikenal pada tahun itu.' })
  dikenal: boolean;

  @Field(() => Boolean, { description: 'Target ini boleh dicatat menurut polaritas indikatornya.' })
  sah: boolean;

  @Field(() => String, { nullable: true, description: 'Mengapa tidak sah; kosong bila sah.' })
  sebab: string | null;

  @Field(() => [TipeTemuan], { description: 'Temuan; kosong: tidak ada yang perlu ditanyakan.' })
  temuan: readonly TipeTemuan[];
}

@ObjectType('TargetLemah', { description: 'Satu target tercatat yang layak ditanyakan.' })
export class TipeTargetLemah {
  @Field(() => String, { description: 'Kode indikator.' })
  indikator: string;

  @Field(() => String, { description: 'Nama indikator.' })
  nama: string;

  @Field(() => Dokumen, { description: 'Dokumen yang memuatnya.' })
  dokumen: string;

  @Field(() => String, { nullable: true, description: 'Kunci jabatan, bagi target Perjanjian Kinerja.' })
  jabatan: string | null;

  @Field(() => Boolean, { description: 'Belum berlaku: masih disusun atau diajukan.' })
  rancangan: boolean;

  @Field(() => String, { description: 'Targetnya.' })
  target: string;

  @Field(() => String, { description: 'Satuan menurut dokumen itu.' })
  satuan: string;

  @Field(() => [TipeTemuan], { description: 'Temuannya, paling sedikit satu.' })
  temuan: readonly TipeTemuan[];
}
