import { Field, Int, ObjectType } from '@nestjs/graphql';
import { TipeAkta } from '../../infra/graphql/akta.tipe.js';
import { SkalarWaktu } from '../../infra/graphql/skalar.js';

@ObjectType('SiapaLangkah', { description: 'Siapa yang mengerjakan sebuah langkah, sebagai aturan.' })
class TipeSiapa {
  @Field(() => String, { description: 'pemilik, atasan, setiap-bidang, atau jabatan.' })
  cara: string;

  @Field(() => String, { nullable: true, description: 'Kode OPD; kosong: OPD dokumen itu sendiri.' })
  opd?: string | null;

  @Field(() => String, { nullable: true, description: 'Kode jabatan.' })
  jabatan?: string | null;

  @Field(() => String, { nullable: true, description: 'Sebutan yang tercetak.' })
  sebutan?: string | null;
}

@ObjectType({ isAbstract: true })
abstract class TipeDasarLangkah {
  @Field(() => String, { description: 'Kode langkah.' })
  kode: string;

  @Field(() => Int, { description: 'Langkah dengan tahap yang sama berjalan bersama.' })
  tahap: number;

  @Field(() => String, { description: 'Jenis langkah, misalnya "permintaan-data".' })
  jenis: string;

  @Field(() => String, { description: 'Yang dikerjakan.' })
  uraian: string;

  @Field(() => String, { nullable: true, description: 'Yang diperlukan.' })
  perlu: string | null;

  @Field(() => String, { nullable: true, description: 'Yang dihasilkan.' })
  hasil: string | null;

  @Field(() => Int, { description: 'Norma dalam menit kerja.' })
  norma: number;
}

@ObjectType('LangkahRute', { description: 'Satu langkah sebuah rute.' })
class TipeLangkahRute extends TipeDasarLangkah {
  @Field(() => TipeSiapa, { description: 'Siapa yang mengerjakan.' })
  oleh: TipeSiapa;

  @Field(() => TipeSiapa, { nullable: true, description: 'Siapa yang diberi tahu bila terlambat.' })
  eskalasi: TipeSiapa | null;
}

@ObjectType('Rute', { description: 'Jalan yang ditempuh satu jenis dokumen di sebuah pemda.' })
export class TipeRute {
  @Field(() => Int, { description: 'Versi yang berlaku; 0: rute bawaan Amanah.' })
  versi: number;

  @Field(() => TipeAkta, { nullable: true, description: 'Akta yang menetapkannya.' })
  akta: TipeAkta | null;

  @Field(() => [TipeLangkahRute], { description: 'Langkah yang berlaku, urut menurut tahapnya.' })
  langkah: TipeLangkahRute[];

  @Field(() => [TipeLangkahRute], { nullable: true, description: 'Rancangan yang belum ditetapkan.' })
  rancangan: TipeLangkahRute[] | null;

  @Field(() => [TipeLangkahRute], {
    nullable: true,
    description: 'Hanya PK: contoh rute dengan paraf Bagian Hukum, Asisten, dan Sekda sebelum Pihak Kedua.',
  })
  contohParafKoordinasi: TipeLangkahRute[] | null;
}

@ObjectType('PelaksanaLangkah', { description: 'Satu jabatan di sebuah langkah.' })
class TipePelaksana {
  @Field(() => String, { description: 'Kunci jabatan.' })
  jabatan: string;

  @Field(() => String, { description: 'belum, menunggu, atau selesai.' })
  keadaan: string;

  @Field(() => SkalarWaktu, { nullable: true, description: 'Kapan dikerjakan.' })
  pada: string | null;

  @Field(() => String, { nullable: true, description: 'Sebutan jabatan yang mengerjakannya.' })
  oleh: string | null;
}

@ObjectType('LangkahEdaran', { description: 'Satu langkah sebuah edaran dengan keadaannya.' })
class TipeLangkahEdaran extends TipeDasarLangkah {
  @Field(() => String, { nullable: true, description: 'Kunci jabatan yang diberi tahu bila terlambat.' })
  eskalasi: string | null;

  @Field(() => [TipePelaksana], { description: 'Setiap jabatan yang mengerjakannya.' })
  pelaksana: TipePelaksana[];
}

@ObjectType('PengembalianEdaran', { description: 'Satu kali dokumen dikembalikan.' })
class TipePengembalian {
  @Field(() => String, { description: 'Dari langkah.' })
  dari: string;

  @Field(() => String, { description: 'Ke langkah.' })
  ke: string;

  @Field(() => String, { description: 'Catatannya.' })
  catatan: string;

  @Field(() => SkalarWaktu, { description: 'Kapan.' })
  pada: string;
}

@ObjectType('Edaran', { description: 'Perjalanan terakhir sebuah dokumen menempuh rutenya.' })
export class TipeEdaran {
  @Field(() => Int, { description: 'Edaran ke berapa.' })
  nomor: number;

  @Field(() => String, { description: 'berjalan, selesai, atau dibatalkan.' })
  status: string;

  @Field(() => Int, { description: 'Versi rute ketika edaran dimulai; 0: rute bawaan.' })
  versiRute: number;

  @Field(() => String, { nullable: true, description: 'PK: sidik naskah yang diedarkan.' })
  sidik: string | null;

  @Field(() => [TipeLangkahEdaran], { description: 'Setiap langkah, urut menurut tahapnya.' })
  langkah: TipeLangkahEdaran[];

  @Field(() => [TipePengembalian], { description: 'Setiap pengembalian, terlama dahulu.' })
  kembali: TipePengembalian[];
}
