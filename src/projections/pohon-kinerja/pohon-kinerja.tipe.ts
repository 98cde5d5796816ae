import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SkalarDesimal } from '../../infra/graphql/skalar.js';
import { TipeCrosscutting } from '../../planning/pohon-kinerja/pohon-kinerja.tipe.js';
import { pilihan } from '../pilihan.tipe.js';
import { BATAS_SIMPUL } from './pohon-kinerja.query.js';

const Jenis = pilihan('JenisSimpul', 'Apa yang ditunjukkan satu simpul pohon kinerja.', {
  'tujuan-pemda': 'Tujuan rencana pemda yang dilayani.',
  'sasaran-pemda': 'Sasaran rencana pemda yang dilayani.',
  tujuan: 'Tujuan Renstra.',
  sasaran: 'Sasaran Renstra.',
  program: 'Program tahun itu.',
  kegiatan: 'Kegiatan tahun itu.',
  'sub-kegiatan': 'Sub kegiatan tahun itu.',
  indikator: 'Indikator di tempat ia digantungkan; satu simpul untuk setiap tempat.',
  hasil: 'Hasil (kondisi) di pohon hasil.',
  pk: 'Perjanjian Kinerja satu jabatan.',
  'target-pk': 'Satu target Perjanjian Kinerja.',
});
const Tingkat = pilihan('TingkatHasil', 'Tingkat sebuah hasil di pohon hasil.', {
  final: 'Final outcome.',
  intermediate: 'Intermediate outcome.',
  immediate: 'Immediate outcome.',
  output: 'Output.',
});
const Kode = pilihan('KodePeringatanPohon', 'Apa yang diperingatkan; tidak ada yang dilarang karenanya.', {
  SASARAN_TANPA_INDIKATOR: 'Sasaran tanpa indikator.',
  SASARAN_TANPA_PROGRAM: 'Sasaran OPD yang tidak didukung program tahun itu.',
  SASARAN_TANPA_OPD: 'Sasaran pemda yang tidak dilayani OPD mana pun.',
  SASARAN_TIDAK_MELAYANI: 'Sasaran OPD yang tidak melayani rencana pemda.',
  INDIKATOR_LEPAS: 'Indikator yang tidak digantungkan di mana pun.',
  TARGET_PK_LEPAS: 'Target PK di bawah kepala yang tidak menyebut target atasan.',
  TARGET_PK_PUTUS: 'Target atasan yang disebut tidak ada di PK-nya.',
  SASARAN_DI_LUAR_RENSTRA: 'Target PK atas sasaran di luar Renstra, dengan alasannya.',
  HASIL_TANPA_INDIKATOR: 'Hasil tanpa indikator.',
  HASIL_TANPA_UNSUR: 'Hasil yang belum menjadi unsur perencanaan.',
  HASIL_UNSUR_TIDAK_ADA: 'Hasil yang unsurnya tidak ada pada tahun itu.',
  JABATAN_TIDAK_ADA: 'Jabatan penanggung jawab sudah ditutup.',
});

@ObjectType('PeringatanPohon', { description: 'Satu peringatan: diberitahukan, tidak melarang.' })
class TipePeringatan {
  @Field(() => Kode, { description: 'Kodenya, dari daftar tertutup.' })
  kode: string;

  @Field(() => String, { description: 'Kalimatnya.' })
  kalimat: string;
}

@ObjectType('SimpulPohon', { description: 'Satu simpul pohon kinerja.' })
class TipeSimpulPohon {
  @Field(() => ID, { description: 'Pengenal di dalam jawaban ini, misalnya "sasaran:S1".' })
  id: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Simpul di atasnya; kosong: akar. Induk selalu mendahului.',
  })
  induk: string | null;

  @Field(() => Jenis, { description: 'Apa yang ditunjukkannya.' })
  jenis: string;

  @Field(() => String, { description: 'Kode sebagaimana tercetak di dokumennya.' })
  kode: string;

  @Field(() => String, { description: 'Uraian, nama, atau sebutan jabatan.' })
  uraian: string;

  @Field(() => Tingkat, { nullable: true, description: 'Tingkat hasil.' })
  tingkat: string | null;

  @Field(() => String, { nullable: true, description: 'Faktor kunci keberhasilan yang dijawab hasil ini.' })
  faktorKunci: string | null;

  @Field(() => String, { nullable: true, description: 'Kunci jabatan penanggung jawab.' })
  jabatan: string | null;

  @Field(() => String, { nullable: true, description: 'Keadaan Perjanjian Kinerja: berlaku, atau diajukan.' })
  status: string | null;

  @Field(() => [String], { description: 'Kode indikatornya.' })
  indikator: readonly string[];

  @Field(() => String, { nullable: true, description: 'Satuan.' })
  satuan: string | null;

  @Field(() => String, { nullable: true, description: 'Target tahun itu.' })
  target: string | null;

  @Field(() => String, { nullable: true, description: 'Sumber target: pk, rkt, atau renstra.' })
  sumberTarget: string | null;

  @Field(() => String, { nullable: true, description: 'Realisasi tahun itu; kosong: belum ada.' })
  realisasi: string | null;

  @Field(() => SkalarDesimal, {
    nullable: true,
    description: 'Capaian, persen; bagi target PK terhadap target jabatan itu sendiri.',
  })
  capaian: string | null;

  @Field(() => [ID], { description: 'Semua simpul yang dilayaninya.' })
  melayani: readonly string[];

  @Field(() => ID, { nullable: true, description: 'Simpul perencanaan yang lahir dari hasil ini.' })
  menjadi: string | null;

  @Field(() => [TipeCrosscutting], { description: 'Keterlibatan OPD lain.' })
  crosscutting: readonly TipeCrosscutting[];

  @Field(() => [TipePeringatan], { description: 'Peringatan tentang simpul ini.' })
  peringatan: readonly TipePeringatan[];
}

@ObjectType('PohonKinerja', {
  description: 'Seluruh pohon kinerja satu OPD dan tahun, sebagai daftar datar.',
})
export class TipePohonKinerja {
  @Field(() => String, { description: 'Posisi log terendah di antara tampilan yang dibaca.' })
  posisi: string;

  @Field(() => Int, { description: 'Banyaknya simpul di seluruh pohon.' })
  jumlah: number;

  @Field(() => Boolean, {
    description: `Benar bila simpulnya lebih dari ${BATAS_SIMPUL}: hanya sebanyak itu yang pertama ada di simpul.`,
  })
  terpotong: boolean;

  @Field(() => Int, { description: 'Banyaknya peringatan di seluruh pohon.' })
  jumlahPeringatan: number;

  @Field(() => [TipeSimpulPohon], { description: 'Semua simpul, induk sebelum anaknya.' })
  simpul: readonly TipeSimpulPohon[];
}
