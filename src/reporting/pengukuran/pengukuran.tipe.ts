import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString } from 'class-validator';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { SkalarDesimal } from '../../infra/graphql/skalar.js';
import { MasukanOpdTahun } from '../../planning/kunci.tipe.js';
import type { StatusPengukuran } from '../capaian.js';

const REALISASI =
  'Realisasi sebagaimana tercatat: desimal, atau predikat menurut polaritas indikator. Bila kosong, dihitung dari pembilang dan penyebut.';

@ObjectType('IsianPengukuranKini', { description: 'Isian satu indikator setelah perintah dijalankan.' })
export class IsianKiniTipe {
  @Field(() => String, { description: 'Kode indikator.' })
  indikator: string;

  @Field(() => String, { nullable: true, description: REALISASI })
  realisasi: string | null;

  @Field(() => SkalarDesimal, { nullable: true, description: 'Pembilang.' })
  pembilang: string | null;

  @Field(() => SkalarDesimal, { nullable: true, description: 'Penyebut.' })
  penyebut: string | null;

  @Field(() => String, { nullable: true, description: 'Faktor yang mendukung capaian.' })
  faktorPendukung: string | null;

  @Field(() => String, { nullable: true, description: 'Faktor yang menghambat capaian.' })
  faktorPenghambat: string | null;

  @Field(() => String, { nullable: true, description: 'Tindak lanjut.' })
  tindakLanjut: string | null;

  @Field(() => Int, { description: 'Revisi peristiwa terakhir yang menyentuh indikator ini.' })
  revisi: number;
}

@ObjectType('PengukuranKini', {
  description: 'Pengukuran satu perangkat daerah pada satu triwulan, segera setelah perintah dijalankan.',
})
export class PengukuranKiniTipe {
  @Field(() => String, { description: 'draf, diajukan, diverifikasi, atau disetujui (terkunci).' })
  status: StatusPengukuran;

  @Field(() => Int, { description: 'Banyaknya indikator yang sudah berisi.' })
  terisi: number;

  @Field(() => IsianKiniTipe, {
    nullable: true,
    description: 'Isian yang disentuh; null untuk perintah atas seluruh triwulan.',
  })
  isian: IsianKiniTipe | null;
}

@ObjectType()
export class HasilPengukuran extends HasilPerintah {
  @Field(() => PengukuranKiniTipe, { description: 'Dokumen setelah perintah ini.' })
  pengukuran: PengukuranKiniTipe;
}

@InputType({ description: 'Menunjuk pengukuran satu perangkat daerah pada satu triwulan.' })
export class PengukuranMasukan extends MasukanOpdTahun {
  @Field(() => Int, { description: 'Triwulan 1 sampai 4.' })
  @IsInt()
  triwulan: number;
}

@InputType({ isAbstract: true })
abstract class UkuranMasukan extends PengukuranMasukan {
  @Field(() => String, { description: 'Kode indikator Renstra yang mencakup tahun ini.' })
  @IsString()
  indikator: string;

  @Field(() => String, { nullable: true, description: REALISASI })
  @IsOptional()
  @IsString()
  realisasi?: string | null;

  @Field(() => SkalarDesimal, { nullable: true, description: 'Pembilang, bersama penyebut.' })
  @IsOptional()
  @IsString()
  pembilang?: string | null;

  @Field(() => SkalarDesimal, { nullable: true, description: 'Penyebut, bersama pembilang.' })
  @IsOptional()
  @IsString()
  penyebut?: string | null;
}

@InputType()
export class CatatRealisasiMasukan extends UkuranMasukan {
  @Field(() => String, { nullable: true, description: 'Faktor yang mendukung capaian.' })
  @IsOptional()
  @IsString()
  faktorPendukung?: string | null;

  @Field(() => String, { nullable: true, description: 'Faktor yang menghambat capaian.' })
  @IsOptional()
  @IsString()
  faktorPenghambat?: string | null;

  @Field(() => String, { nullable: true, description: 'Tindak lanjut.' })
  @IsOptional()
  @IsString()
  tindakLanjut?: string | null;
}

@InputType()
export class KoreksiRealisasiMasukan extends UkuranMasukan {
  @Field(() => String, { description: 'Mengapa angka yang sudah disetujui diubah.' })
  @IsString()
  alasan: string;
}

@InputType()
export class KembalikanPengukuranMasukan extends PengukuranMasukan {
  @Field(() => String, { description: 'Apa yang harus diperbaiki.' })
  @IsString()
  catatan: string;
}
