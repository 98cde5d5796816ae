import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import { AktaMasukan } from '../../infra/graphql/akta.tipe.js';
import { HasilPerintah } from '../../infra/graphql/perintah.js';
import type { Agregasi, Polaritas } from '../../reporting/capaian.js';
import { MasukanOpd } from '../kunci.tipe.js';
import type { JenisRenstra } from './naskah-renstra.decider.js';
import type { LevelIndikator, Renstra } from './renstra.decider.js';

const LEVEL: readonly LevelIndikator[] = ['tujuan', 'sasaran', 'program', 'kegiatan', 'sub-kegiatan'];
const POLARITAS: readonly Polaritas[] = ['naik', 'turun-linear', 'turun-rasio', 'rentang', 'predikat'];
const AGREGASI: readonly Agregasi[] = ['posisi-akhir', 'jumlah', 'rata-rata', 'rasio'];
const JENIS: readonly JenisRenstra[] = ['renstra', 'rpjmd', 'rpd'];
const NILAI = 'desimal "91.50", rentang "20.00..25.00", atau predikat, menurut polaritas indikator';

@InputType({ isAbstract: true })
export abstract class MasukanRenstra extends MasukanOpd {
  @Field(() => Int, { description: 'Tahun pertama Renstra: kunci dokumennya.' })
  @IsInt()
  mulai: number;
}

@InputType()
export class SusunRenstraMasukan extends MasukanRenstra {
  @Field(() => Int, { description: 'Tahun terakhir; satu masa paling panjang enam tahun.' })
  @IsInt()
  selesai: number;

  @Field(() => String, { nullable: true, description: 'Visi kepala daerah yang didukung.' })
  @IsOptional()
  @IsString()
  visi?: string | null;

  @Field(() => String, { nullable: true, description: 'Misi yang didukung, sebagai satu teks.' })
  @IsOptional()
  @IsString()
  misi?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `Jenis rencana: ${JENIS.join(', ')}. Bawaan: rpjmd untuk OPD "pemda", renstra untuk yang lain.`,
  })
  @IsOptional()
  @IsIn(JENIS)
  jenis?: JenisRenstra | null;

  @Field(() => String, { nullable: true, description: 'Mengapa tanpa visi; wajib untuk RPD.' })
  @IsOptional()
  @IsString()
  alasanTanpaVisi?: string | null;
}

@InputType()
export class TambahTujuanMasukan extends MasukanRenstra {
  @Field(() => String, { description: 'Kode tujuan, misalnya "T1".' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Rumusan tujuan.' })
  @IsString()
  uraian: string;

  @Field(() => [Int], {
    nullable: true,
    description: 'Nomor misi yang dilayani; tanpa isian ini misinya tetap.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsInt({ each: true })
  misi?: number[] | null;
}

@InputType()
export class StrategiMasukan {
  @Field(() => String, { description: 'Rumusan strategi.' })
  @IsString()
  uraian: string;

  @Field(() => [String], { description: 'Arah kebijakan strategi ini; boleh kosong.' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  arahKebijakan: string[];
}

@InputType()
export class TambahSasaranMasukan extends MasukanRenstra {
  @Field(() => String, { description: 'Kode tujuan yang dilayani.' })
  @IsString()
  tujuan: string;

  @Field(() => String, { description: 'Kode sasaran, misalnya "S1".' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Rumusan sasaran.' })
  @IsString()
  uraian: string;

  @Field(() => [StrategiMasukan], { description: 'Strategi sasaran ini, paling banyak 20; boleh kosong.' })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => StrategiMasukan)
  strategi: StrategiMasukan[];
}

@InputType()
export class KondisiAwalMasukan {
  @Field(() => Int, { nullable: true, description: 'Tahun kondisi awal.' })
  @IsOptional()
  @IsInt()
  tahun?: number | null;

  @Field(() => String, { nullable: true, description: 'Nilai kondisi awal.' })
  @IsOptional()
  @IsString()
  nilai?: string | null;
}

@InputType()
export class TetapkanIndikatorMasukan extends MasukanRenstra {
  @Field(() => String, { description: 'Kode indikator, misalnya "IKU-1".' })
  @IsString()
  kode: string;

  @Field(() => String, { description: 'Nama indikator.' })
  @IsString()
  nama: string;

  @Field(() => String, { description: 'Satuan: "%", "orang", "nilai", …' })
  @IsString()
  satuan: string;

  @Field(() => String, { description: `Tingkat: ${LEVEL.join(', ')}.` })
  @IsIn(LEVEL)
  level: LevelIndikator;

  @Field(() => String, { description: `Polaritas: ${POLARITAS.join(', ')}.` })
  @IsIn(POLARITAS)
  polaritas: Polaritas;

  @Field(() => Boolean, { nullable: true, description: 'Apakah indikator kinerja utama; bawaan: tidak.' })
  @IsOptional()
  @IsBoolean()
  iku?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: `Bagaimana triwulan menjadi tahun: ${AGREGASI.join(', ')}; bawaan: posisi-akhir.`,
  })
  @IsOptional()
  @IsIn(AGREGASI)
  agregasi?: Agregasi | null;

  @Field(() => Int, { nullable: true, description: 'Banyaknya desimal realisasi, 0 sampai 6; bawaan: 2.' })
  @IsOptional()
  @IsInt()
  desimal?: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Hanya untuk polaritas predikat: predikat dari yang terendah.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  urutanPredikat?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Definisi operasional.' })
  @IsOptional()
  @IsString()
  definisi?: string | null;

  @Field(() => String, { nullable: true, description: 'Apa yang dihitung pembilang.' })
  @IsOptional()
  @IsString()
  pembilang?: string | null;

  @Field(() => String, { nullable: true, description: 'Apa yang dihitung penyebut.' })
  @IsOptional()
  @IsString()
  penyebut?: string | null;

  @Field(() => String, { nullable: true, description: 'Sumber data.' })
  @IsOptional()
  @IsString()
  sumberData?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Kode jabatan bidang penanggung jawab di OPD ini; kosong: bidang mana pun boleh mengisi.',
  })
  @IsOptional()
  @IsString()
  penanggungJawab?: string | null;

  @Field(() => KondisiAwalMasukan, { nullable: true, description: 'Kondisi sebelum Renstra dimulai.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => KondisiAwalMasukan)
  kondisiAwal?: KondisiAwalMasukan | null;
}

export const TINGKAT = ['tujuan', 'sasaran'] as const;

@InputType()
export class HubungkanIndikatorMasukan extends MasukanRenstra {
  @Field(() => String, { description: 'Kode indikator.' })
  @IsString()
  indikator: string;

  @Field(() => String, { description: 'tujuan atau sasaran.' })
  @IsIn(TINGKAT)
  tingkat: (typeof TINGKAT)[number];

  @Field(() => String, { description: 'Kode tujuan atau sasaran yang diukur.' })
  @IsString()
  kode: string;
}

@InputType()
export class TetapkanTargetRenstraMasukan extends MasukanRenstra {
  @Field(() => String, { description: 'Kode indikator.' })
  @IsString()
  indikator: string;

  @Field(() => Int, { nullable: true, description: 'Tahun target; kosong: target akhir Renstra.' })
  @IsOptional()
  @IsInt()
  tahun?: number | null;

  @Field(() => String, { description: `Target: ${NILAI}.` })
  @IsString()
  target: string;
}

@InputType()
export class CatatRealisasiLampauMasukan extends MasukanRenstra {
  @Field(() => String, { description: 'Kode indikator.' })
  @IsString()
  indikator: string;

  @Field(() => Int, { description: 'Tahun sebelum OPD memakai Amanah.' })
  @IsInt()
  tahun: number;

  @Field(() => String, { description: 'Realisasi tahun itu: desimal, atau predikat.' })
  @IsString()
  realisasi: string;
}

@InputType()
export class TetapkanRenstraMasukan extends MasukanRenstra {
  @Field(() => String, { nullable: true, description: 'Nomor peraturan atau keputusan penetapan.' })
  @IsOptional()
  @IsString()
  keputusan?: string | null;

  @Field(() => AktaMasukan, { nullable: true, description: 'Akta penetapannya.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AktaMasukan)
  akta?: AktaMasukan | null;
}

@ObjectType('TahunNilaiRenstra', { description: 'Nilai satu tahun.' })
export class TahunNilaiRenstraTipe {
  @Field(() => Int, { description: 'Tahun.' })
  tahun: number;

  @Field(() => String, { description: `Nilai: ${NILAI}.` })
  nilai: string;
}

@ObjectType('IndikatorRenstraKini', { description: 'Indikator yang disentuh perintah ini.' })
export class IndikatorRenstraKiniTipe {
  @Field(() => String, { description: 'Kode indikator.' })
  kode: string;

  @Field(() => String, { description: 'Nama indikator.' })
  nama: string;

  @Field(() => String, { description: 'Satuan.' })
  satuan: string;

  @Field(() => String, { description: 'Tingkat indikator.' })
  level: LevelIndikator;

  @Field(() => String, { description: 'Polaritas.' })
  polaritas: Polaritas;

  @Field(() => String, { description: 'Agregasi triwulan.' })
  agregasi: Agregasi;

  @Field(() => [TahunNilaiRenstraTipe], { description: 'Target menurut tahun.' })
  target: TahunNilaiRenstraTipe[];

  @Field(() => String, { nullable: true, description: 'Target akhir Renstra.' })
  targetAkhir: string | null;

  @Field(() => [TahunNilaiRenstraTipe], { description: 'Realisasi tahun-tahun sebelum Amanah.' })
  realisasiLampau: TahunNilaiRenstraTipe[];
}

@ObjectType('PerubahanRenstraKini', { description: 'Perubahan Renstra yang sedang disusun.' })
export class PerubahanRenstraKiniTipe {
  @Field(() => Int, { description: 'Versi yang akan ditetapkan.' })
  versi: number;

  @Field(() => Int, { description: 'Tahun pertama yang akan diaturnya.' })
  mulaiBerlaku: number;
}

@ObjectType('RenstraKini', { description: 'Renstra segera setelah perintah dijalankan.' })
export class RenstraKiniTipe {
  @Field(() => Int, { description: 'Tahun pertama.' })
  mulai: number;

  @Field(() => Int, { description: 'Tahun terakhir.' })
  selesai: number;

  @Field(() => String, { description: 'disusun, ditetapkan, atau kosong (setelah dibatalkan).' })
  status: Renstra['status'];

  @Field(() => String, { description: `Jenis rencana: ${JENIS.join(', ')}.` })
  jenis: JenisRenstra;

  @Field(() => Int, { description: 'Versi yang berlaku; 1 sebelum ada perubahan.' })
  versi: number;

  @Field(() => Int, { description: 'Tahun pertama yang diatur versi yang berlaku.' })
  mulaiBerlaku: number;

  @Field(() => PerubahanRenstraKiniTipe, {
    nullable: true,
    description: 'Perubahan yang sedang disusun; jumlah dan indikator di bawah ini menurut perubahan itu.',
  })
  perubahan: PerubahanRenstraKiniTipe | null;

  @Field(() => Int, { description: 'Banyaknya tujuan.' })
  jumlahTujuan: number;

  @Field(() => Int, { description: 'Banyaknya sasaran.' })
  jumlahSasaran: number;

  @Field(() => Int, { description: 'Banyaknya indikator.' })
  jumlahIndikator: number;

  @Field(() => IndikatorRenstraKiniTipe, {
    nullable: true,
    description: 'Indikator yang disentuh; null bila perintah ini tidak menyentuh indikator.',
  })
  indikator: IndikatorRenstraKiniTipe | null;
}

@ObjectType('HasilRenstra')
export class HasilRenstra extends HasilPerintah {
  @Field(() => RenstraKiniTipe, { description: 'Dokumen setelah perintah ini.' })
  renstra: RenstraKiniTipe;

  @Field(() => [String], { description: 'Yang perlu diketahui, walaupun perintahnya dijalankan.' })
  peringatan: string[];
}

const perTahun = (nilai: ReadonlyMap<number | null, string>): TahunNilaiRenstraTipe[] =>
  [...nilai].flatMap(([tahun, n]) => (tahun === null ? [] : [{ tahun, nilai: n }]));

const indikatorKini = (r: Renstra, kode: string | null): IndikatorRenstraKiniTipe | null => {
  const ada = kode === null ? undefined : r.indikator.get(kode);
  if (ada === undefined) return null;
  const { definisi: d, target, lampau } = ada;
  return {
    kode: d.kode,
    nama: d.nama,
    satuan: d.satuan,
    level: d.level,
    polaritas: d.polaritas,
    agregasi: d.agregasi,
    target: perTahun(target),
    targetAkhir: target.get(null) ?? null,
    realisasiLampau: perTahun(lampau),
  };
};

export const renstraKini = (r: Renstra, indikator: string | null): RenstraKiniTipe => {
  const naskah = r.rancangan ?? r;
  return {
    mulai: r.mulai,
    selesai: naskah.selesai,
    status: r.status,
    jenis: r.jenis,
    versi: r.versi,
    mulaiBerlaku: r.mulaiBerlaku,
    perubahan: r.rancangan && { versi: r.rancangan.versi, mulaiBerlaku: r.rancangan.mulaiBerlaku },
    jumlahTujuan: naskah.tujuan.size,
    jumlahSasaran: naskah.sasaran.size,
    jumlahIndikator: naskah.indikator.size,
    indikator: indikatorKini(naskah, indikator),
  };
};
