import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import { SkalarRupiah, SkalarTanggal } from '../../infra/graphql/skalar.js';
import type { Cara, StatusPejabat } from '../../kernel/decider.js';
import type { Polaritas } from '../../reporting/capaian.js';
import { MasukanOpdTahun } from '../kunci.tipe.js';
import type { Jenis } from '../rencana-kinerja/rencana-kinerja.decider.js';
import type { SebabPerubahan, VersiPk } from './perjanjian-kinerja.decider.js';

const JENIS: readonly Jenis[] = ['murni', 'perubahan'];
const POLARITAS: readonly Polaritas[] = ['naik', 'turun-linear', 'turun-rasio', 'rentang', 'predikat'];
const SEBAB: readonly SebabPerubahan[] = [
  'pergantian-pejabat',
  'perubahan-apbd',
  'perubahan-strategi',
  'perubahan-prioritas',
];

@ObjectType('PihakPerjanjianKinerja', { description: 'Satu pihak sebagaimana tercantum dalam naskah.' })
export class PihakPkTipe {
  @Field(() => String, { description: 'Kunci jabatan, misalnya "61.71.disnaker.kepala".' })
  jabatan: string;

  @Field(() => String, { description: 'Sebutan jabatan sebagaimana tercetak.' })
  sebutan: string;

  @Field(() => String, {
    nullable: true,
    description: 'definitif, Plt., Plh., Pj., atau Pjs. saat diajukan; null bila tidak diketahui.',
  })
  status: StatusPejabat | null;
}

@ObjectType('TargetAtasanPerjanjianKinerja', {
  description: 'Target di Perjanjian Kinerja jabatan di atasnya.',
})
export class TargetAtasanPkTipe {
  @Field(() => String, { description: 'Kunci jabatan yang menjanjikannya.' })
  jabatan: string;

  @Field(() => String, { description: 'Kode indikatornya.' })
  indikator: string;
}

@ObjectType('TargetLuarRenstra', { description: 'Mengapa dijanjikan walaupun tidak ada di Renstra.' })
export class LuarRenstraPkTipe {
  @Field(() => String, { description: 'Sasaran yang diukur indikator ini.' })
  sasaran: string;

  @Field(() => String, { description: 'Alasan.' })
  alasan: string;

  @Field(() => String, { description: `Polaritas: ${POLARITAS.join(', ')}.` })
  polaritas: Polaritas;

  @Field(() => [String], { nullable: true, description: 'Predikat dari yang terendah.' })
  urutanPredikat: string[] | null;
}

@ObjectType('TargetPerjanjianKinerja', { description: 'Satu target yang dijanjikan.' })
export class TargetPkTipe {
  @Field(() => String, { description: 'Kode indikator.' })
  indikator: string;

  @Field(() => String, { description: 'Nama indikator sebagaimana tercantum dalam naskah.' })
  nama: string;

  @Field(() => String, { description: 'Satuan indikator.' })
  satuan: string;

  @Field(() => String, {
    description: 'Desimal; rentang seperti "20.00..25.00"; atau predikat, menurut polaritas indikator.',
  })
  target: string;

  @Field(() => TargetAtasanPkTipe, { nullable: true, description: 'Target atasan yang dilayaninya.' })
  melayani?: TargetAtasanPkTipe;

  @Field(() => LuarRenstraPkTipe, { nullable: true, description: 'Hanya untuk target di luar Renstra.' })
  luarRenstra?: LuarRenstraPkTipe;
}

@ObjectType('AnggaranPerjanjianKinerja', { description: 'Satu program dan pagunya dalam naskah.' })
export class AnggaranPkTipe {
  @Field(() => String, { description: 'Kode program.' })
  program: string;

  @Field(() => String, { description: 'Nama program sebagaimana tercantum dalam naskah.' })
  nama: string;

  @Field(() => SkalarRupiah, { description: 'Pagu program.' })
  pagu: string;

  @Field(() => String, { nullable: true, description: 'Keterangan, misalnya sumber dana.' })
  keterangan: string | null;
}

@ObjectType('NaskahPerjanjianKinerja', {
  description: 'Naskah yang disepakati kedua pihak. Sidiknya mencakup setiap isian di sini.',
})
export class NaskahPkTipe {
  @Field(() => String, { description: 'Kode pemerintah daerah.' })
  pemda: string;

  @Field(() => String, { description: 'Kode perangkat daerah.' })
  opd: string;

  @Field(() => String, { description: 'Kode jabatan Pihak Pertama.' })
  jabatan: string;

  @Field(() => Int, { description: 'Tahun anggaran.' })
  tahun: number;

  @Field(() => Int, { description: '1 untuk murni; 2, 3, … untuk perubahan.' })
  versi: number;

  @Field(() => String, { description: 'murni atau perubahan.' })
  jenis: Jenis;

  @Field(() => String, { nullable: true, description: `Sebab perubahan: ${SEBAB.join(', ')}.` })
  sebab: SebabPerubahan | null;

  @Field(() => SkalarTanggal, { nullable: true, description: 'Tanggal yang tertulis pada naskah.' })
  tanggal: string | null;

  @Field(() => PihakPkTipe, { description: 'Yang berjanji mewujudkan target.' })
  pihakPertama: PihakPkTipe;

  @Field(() => PihakPkTipe, {
    nullable: true,
    description: 'Atasan Pihak Pertama; kosong hanya pada Perjanjian Kinerja kepala daerah.',
  })
  pihakKedua: PihakPkTipe | null;

  @Field(() => [TargetPkTipe], { description: 'Target tahun ini.' })
  target: TargetPkTipe[];

  @Field(() => [AnggaranPkTipe], { description: 'Program dan pagu yang menyertainya.' })
  anggaran: AnggaranPkTipe[];
}

@ObjectType('PenandatanganPerjanjianKinerja', { description: 'Satu tanda tangan.' })
export class PenandatanganPkTipe {
  @Field(() => Int, { description: '1: Pihak Pertama; 2: Pihak Kedua.' })
  pihak: 1 | 2;

  @Field(() => String, { description: 'Kunci jabatan yang menandatangani.' })
  jabatan: string;

  @Field(() => String, { description: 'Sebutan jabatan saat menandatangani.' })
  sebutan: string;

  @Field(() => String, { nullable: true, description: 'definitif, Plt., Plh., Pj., atau Pjs.' })
  status: StatusPejabat | null;

  @Field(() => String, {
    description: 'elektronik: ditandatangani di sini; dicatat: disalin dari naskah kertas.',
  })
  cara: Cara;
}

@ObjectType('PerjanjianKinerjaKini', {
  description: 'Versi terbaru Perjanjian Kinerja segera setelah perintah dijalankan.',
})
export class PkKiniTipe {
  @Field(() => String, { description: 'diajukan, dikembalikan, dibatalkan, berlaku, atau digantikan.' })
  status: VersiPk['status'];

  @Field(() => Int, { description: 'Nomor versi.' })
  versi: number;

  @Field(() => String, { description: 'Sidik SHA-256 naskah: kirimkan kembali saat menandatangani.' })
  sidik: string;

  @Field(() => [PenandatanganPkTipe], { description: 'Yang sudah menandatangani versi ini, berurutan.' })
  penandatangan: PenandatanganPkTipe[];

  @Field(() => NaskahPkTipe, { description: 'Naskah versi ini.' })
  naskah: NaskahPkTipe;
}

@ObjectType('HasilPerjanjianKinerja')
export class HasilPk extends HasilPerintah {
  @Field(() => PkKiniTipe, { description: 'Dokumen setelah perintah ini.' })
  perjanjianKinerja: PkKiniTipe;
}

@InputType({ isAbstract: true })
abstract class MasukanPk extends MasukanOpdTahun {
  @Field(() => String, {
    description: 'Kode jabatan Pihak Pertama, misalnya "kepala" untuk kepala perangkat daerah.',
  })
  @IsString()
  jabatan: string;
}

@InputType()
export class TargetAtasanPkMasukan {
  @Field(() => String, {
    nullable: true,
    description:
      'Jabatan di atasnya: kuncinya, misalnya "61.71.disnaker.kepala", atau kodenya saja, misalnya "kepala"; bawaan: atasan langsung.',
  })
  @IsOptional()
  @IsString()
  jabatan?: string | null;

  @Field(() => String, { description: 'Kode indikator di Perjanjian Kinerja jabatan itu.' })
  @IsString()
  indikator: string;
}

@InputType()
export class LuarRenstraPkMasukan {
  @Field(() => String, { description: 'Nama indikator.' })
  @IsString()
  nama: string;

  @Field(() => String, { description: 'Satuan indikator.' })
  @IsString()
  satuan: string;

  @Field(() => String, { description: `Polaritas: ${POLARITAS.join(', ')}.` })
  @IsIn(POLARITAS)
  polaritas: Polaritas;

  @Field(() => [String], {
    nullable: true,
    description: 'Hanya untuk polaritas predikat: predikat dari yang terendah.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  urutanPredikat?: string[] | null;

  @Field(() => String, { description: 'Sasaran yang diukur indikator ini.' })
  @IsString()
  sasaran: string;

  @Field(() => String, { description: 'Mengapa dijanjikan walaupun tidak ada di Renstra.' })
  @IsString()
  alasan: string;
}

@InputType()
export class TargetPkMasukan {
  @Field(() => String, { description: 'Kode indikator Renstra yang mencakup tahun ini, tingkat apa pun.' })
  @IsString()
  indikator: string;

  @Field(() => String, {
    description:
      'Target: desimal "91.50", rentang "20.00..25.00", atau predikat, menurut polaritas indikator.',
  })
  @IsString()
  target: string;

  @Field(() => TargetAtasanPkMasukan, {
    nullable: true,
    description: 'Target atasan yang dilayaninya; tanpa ini targetnya berdiri sendiri.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => TargetAtasanPkMasukan)
  melayani?: TargetAtasanPkMasukan | null;

  @Field(() => LuarRenstraPkMasukan, {
    nullable: true,
    description: 'Wajib untuk indikator yang tidak ada di Renstra, dan hanya untuk itu.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => LuarRenstraPkMasukan)
  luarRenstra?: LuarRenstraPkMasukan | null;
}

@InputType()
export class AnggaranPkMasukan {
  @Field(() => String, { description: 'Kode program, kegiatan, atau sub kegiatan tahun ini.' })
  @IsString()
  program: string;

  @Field(() => SkalarRupiah, { description: 'Pagu program.' })
  @IsString()
  pagu: string;

  @Field(() => String, { nullable: true, description: 'Keterangan, misalnya sumber dana.' })
  @IsOptional()
  @IsString()
  keterangan?: string | null;
}

@InputType()
export class AjukanPkMasukan extends MasukanPk {
  @Field(() => String, { description: 'murni, atau perubahan setelah murni berlaku.' })
  @IsIn(JENIS)
  jenis: Jenis;

  @Field(() => String, {
    nullable: true,
    description: `Sebab perubahan; wajib bila jenis perubahan: ${SEBAB.join(', ')}.`,
  })
  @IsOptional()
  @IsIn(SEBAB)
  sebab?: SebabPerubahan | null;

  @Field(() => SkalarTanggal, { nullable: true, description: 'Tanggal yang tertulis pada naskah.' })
  @IsOptional()
  @IsString()
  tanggal?: string | null;

  @Field(() => [TargetPkMasukan], { description: 'Target yang dijanjikan, paling banyak 100.' })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => TargetPkMasukan)
  target: TargetPkMasukan[];

  @Field(() => [AnggaranPkMasukan], { description: 'Program dan pagu, paling banyak 100; boleh kosong.' })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AnggaranPkMasukan)
  anggaran: AnggaranPkMasukan[];
}

@InputType()
export class KembalikanPkMasukan extends MasukanPk {
  @Field(() => String, { description: 'Apa yang harus diperbaiki.' })
  @IsString()
  catatan: string;
}

@InputType()
export class BatalkanPkMasukan extends MasukanPk {
  @Field(() => String, { description: 'Mengapa naskah ditarik.' })
  @IsString()
  alasan: string;
}

@InputType()
export class TandatanganiPkMasukan extends MasukanPk {
  @Field(() => String, { description: 'Sidik naskah yang dibaca penandatangan.' })
  @IsString()
  sidik: string;
}

@InputType()
export class CatatTandaTanganBasahPkMasukan extends MasukanPk {
  @Field(() => String, { description: 'Sidik naskah yang dicetak dan ditandatangani.' })
  @IsString()
  sidik: string;

  @Field(() => String, { description: 'SHA-256 pindaiannya, seperti dijawab POST /berkas/kertas.' })
  @Matches(/^[0-9a-f]{64}$/)
  berkas: string;
}

@InputType({ isAbstract: true })
abstract class MasukanKebutuhanPk extends MasukanPk {
  @Field(() => String, { description: `Sebab: ${SEBAB.join(', ')}.` })
  @IsIn(SEBAB)
  sebab: SebabPerubahan;
}

@InputType()
export class CatatKebutuhanPkMasukan extends MasukanKebutuhanPk {
  @Field(() => String, { description: 'Apa yang berubah.' })
  @IsString()
  alasan: string;
}

@InputType()
export class TutupKebutuhanPkMasukan extends MasukanKebutuhanPk {
  @Field(() => String, { description: 'Mengapa Perjanjian Kinerja tetap seperti adanya.' })
  @IsString()
  alasan: string;
}
