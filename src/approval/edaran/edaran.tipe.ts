import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsArray, IsInt, IsOptional, IsString } from 'class-validator';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { SkalarTanggal } from '../../infra/graphql/skalar.js';
import { MasukanRute } from '../rute/rute.tipe.js';

@InputType({ isAbstract: true })
export abstract class MasukanEdaran extends MasukanRute {
  @Field(() => String, { description: 'Kode OPD dokumen itu.' })
  @IsString()
  opd: string;

  @Field(() => String, {
    nullable: true,
    description: 'Kode jabatan pemilik dokumen; kosong: kepala OPD itu, atau kepala daerah di OPD "pemda".',
  })
  @IsOptional()
  @IsString()
  jabatan?: string | null;

  @Field(() => Int, { description: 'Tahun anggaran dokumen itu; pada Renstra tahun pertamanya.' })
  @IsInt()
  tahun: number;
}

@InputType()
export class MulaiEdaranMasukan extends MasukanEdaran {
  @Field(() => [String], {
    nullable: true,
    description: 'Kode jabatan setiap Bidang yang dimintai data, bila rutenya meminta.',
  })
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  bidang?: string[] | null;
}

@InputType({ isAbstract: true })
abstract class MasukanLangkah extends MasukanEdaran {
  @Field(() => String, { description: 'Kode langkah.' })
  @IsString()
  langkah: string;
}

@InputType()
export class KerjakanLangkahMasukan extends MasukanLangkah {
  @Field(() => String, {
    nullable: true,
    description:
      'Nomor agenda, surat, atau arsip. Wajib pada registrasi dan kirim; pada arsip ini atau berkas.',
  })
  @IsOptional()
  @IsString()
  nomorSurat?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Isi disposisi, atau keterangan. Pada permintaan-data dan kompilasi ini atau berkas.',
  })
  @IsOptional()
  @IsString()
  catatan?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 berkas yang sudah diarsipkan. Wajib pada tanda-tangan.',
  })
  @IsOptional()
  @IsString()
  berkas?: string | null;
}

@InputType()
export class KembalikanEdaranMasukan extends MasukanEdaran {
  @Field(() => String, { description: 'Kode langkah sebelumnya yang harus dikerjakan lagi.' })
  @IsString()
  ke: string;

  @Field(() => String, {
    nullable: true,
    description: 'Kunci jabatan yang harus mengerjakannya lagi; kosong: semua jabatan di langkah itu.',
  })
  @IsOptional()
  @IsString()
  kepadaJabatan?: string | null;

  @Field(() => String, { description: 'Mengapa dikembalikan.' })
  @IsString()
  catatan: string;
}

@InputType()
export class DelegasikanLangkahMasukan extends MasukanLangkah {
  @Field(() => String, { description: 'Kunci jabatan penerima, misalnya 61.71.disnaker.sekretaris.' })
  @IsString()
  kepada: string;

  @Field(() => SkalarTanggal, { description: 'Hari pertama.' })
  @IsString()
  mulai: string;

  @Field(() => SkalarTanggal, { description: 'Hari terakhir.' })
  @IsString()
  selesai: string;

  @Field(() => String, { nullable: true, description: 'Keterangan.' })
  @IsOptional()
  @IsString()
  catatan?: string | null;
}

@InputType()
export class BatalkanEdaranMasukan extends MasukanEdaran {
  @Field(() => String, { description: 'Mengapa dibatalkan.' })
  @IsString()
  alasan: string;
}

@ObjectType('HasilEdaran')
export class HasilEdaran extends HasilPerintah {
  @Field(() => Int, { description: 'Edaran ke berapa dokumen ini.' })
  nomor: number;
}
