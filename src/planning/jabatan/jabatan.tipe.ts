import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, ValidateNested } from 'class-validator';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { SkalarTanggal } from '../../infra/graphql/skalar.js';
import type { StatusPejabat } from '../../kernel/decider.js';
import { MasukanOpd } from '../kunci.tipe.js';
import { JENIS_JABATAN, type JenisJabatan } from './jabatan.decider.js';

const STATUS: readonly StatusPejabat[] = ['definitif', 'Plt.', 'Plh.', 'Pj.', 'Pjs.'];

@InputType({ isAbstract: true })
export abstract class MasukanJabatan extends MasukanOpd {
  @Field(() => String, {
    description: 'Kode jabatan di OPD itu, misalnya "kepala". Jabatan kepala daerah ada di OPD "pemda".',
  })
  @IsString()
  jabatan: string;
}

@InputType()
export class AtasanMasukan {
  @Field(() => String, { description: 'Kode OPD jabatan atasan; "pemda" untuk kepala daerah.' })
  @IsString()
  opd: string;

  @Field(() => String, { description: 'Kode jabatan atasan, misalnya "kepala-daerah".' })
  @IsString()
  jabatan: string;
}

@InputType()
export class BentukJabatanMasukan extends MasukanJabatan {
  @Field(() => String, { description: 'Sebutan sebagaimana dicetak, misalnya "Kepala Dinas Tenaga Kerja".' })
  @IsString()
  sebutan: string;

  @Field(() => AtasanMasukan, { nullable: true, description: 'Jabatan atasan dalam pemda yang sama.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AtasanMasukan)
  atasan?: AtasanMasukan | null;

  @Field(() => String, { nullable: true, description: `Jenis jabatan: ${JENIS_JABATAN.join(', ')}.` })
  @IsOptional()
  @IsIn(JENIS_JABATAN)
  jenis?: JenisJabatan | null;

  @Field(() => String, { nullable: true, description: 'Kode unit pada SOTK perangkat daerah itu.' })
  @IsOptional()
  @IsString()
  unit?: string | null;

  @Field(() => String, { nullable: true, description: 'Eselon, misalnya "II.b".' })
  @IsOptional()
  @IsString()
  eselon?: string | null;
}

@InputType()
export class TutupJabatanMasukan extends MasukanJabatan {
  @Field(() => SkalarTanggal, { description: 'Hari pertama jabatan ini tidak ada lagi.' })
  @IsString()
  tanggal: string;

  @Field(() => String, { description: 'Mengapa ditutup.' })
  @IsString()
  alasan: string;
}

@InputType({ isAbstract: true })
abstract class MasukanPejabat extends MasukanJabatan {
  @Field(() => ID, { description: 'Pengenal acak orangnya di Amanah; bukan NIP, bukan nama.' })
  @IsString()
  subjek: string;

  @Field(() => String, { description: `Cara memegang jabatan: ${STATUS.join(', ')}.` })
  @IsIn(STATUS)
  status: StatusPejabat;

  @Field(() => SkalarTanggal, { description: 'Hari pertama memegang jabatan.' })
  @IsString()
  mulai: string;
}

@InputType()
export class TetapkanPejabatMasukan extends MasukanPejabat {
  @Field(() => SkalarTanggal, { nullable: true, description: 'Hari terakhir, bila sudah diketahui.' })
  @IsOptional()
  @IsString()
  selesai?: string | null;

  @Field(() => String, { nullable: true, description: 'Nomor surat keputusan.' })
  @IsOptional()
  @IsString()
  keputusan?: string | null;
}

@InputType()
export class BerhentikanPejabatMasukan extends MasukanPejabat {
  @Field(() => SkalarTanggal, { description: 'Hari terakhir memegang jabatan.' })
  @IsString()
  selesai: string;
}

@ObjectType('MasaJabatan', { description: 'Satu orang memegang jabatan ini dari tanggal sampai tanggal.' })
export class MasaJabatanTipe {
  @Field(() => ID, { description: 'Pengenal acak orangnya.' })
  subjek: string;

  @Field(() => String, { description: 'definitif, Plt., Plh., Pj., atau Pjs.' })
  status: StatusPejabat;

  @Field(() => SkalarTanggal, { description: 'Hari pertama.' })
  mulai: string;

  @Field(() => SkalarTanggal, { nullable: true, description: 'Hari terakhir; null: masih memegang.' })
  selesai: string | null;

  @Field(() => String, { nullable: true, description: 'Nomor surat keputusan.' })
  keputusan: string | null;
}

@ObjectType('JabatanKini', { description: 'Jabatan segera setelah perintah dijalankan.' })
export class JabatanKiniTipe {
  @Field(() => String, { description: 'Kode jabatan.' })
  kode: string;

  @Field(() => String, { description: 'Sebutan sebagaimana dicetak.' })
  sebutan: string;

  @Field(() => String, { nullable: true, description: 'Kunci jabatan atasan.' })
  atasan: string | null;

  @Field(() => String, { nullable: true, description: 'Jenis jabatan.' })
  jenis?: JenisJabatan;

  @Field(() => String, { nullable: true, description: 'Kode unit pada SOTK.' })
  unit?: string;

  @Field(() => String, { nullable: true, description: 'Eselon.' })
  eselon?: string;

  @Field(() => SkalarTanggal, { nullable: true, description: 'Hari pertama ia tidak ada lagi; kosong: ada.' })
  ditutup: string | null;

  @Field(() => [MasaJabatanTipe], { description: 'Semua yang pernah memegangnya.' })
  masa: readonly MasaJabatanTipe[];
}

@ObjectType('HasilJabatan')
export class HasilJabatan extends HasilPerintah {
  @Field(() => JabatanKiniTipe, { description: 'Dokumen setelah perintah ini.' })
  jabatan: JabatanKiniTipe;
}
