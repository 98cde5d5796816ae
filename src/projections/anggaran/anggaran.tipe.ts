import { Field, Int, ObjectType } from '@nestjs/graphql';
import { TipeAkta } from '../../infra/graphql/akta.tipe.js';
import { SkalarDesimal, SkalarRupiah } from '../../infra/graphql/skalar.js';
import { pilihan } from '../pilihan.tipe.js';

const Jenis = pilihan('JenisTahapAnggaran', 'Mata rantai pagu satu tahun.', {
  murni: 'APBD murni.',
  pergeseran: 'Pergeseran bernomor.',
  perubahan: 'APBD Perubahan.',
});
const Tingkat = pilihan('TingkatSimpulAnggaran', 'Tingkat sebuah baris anggaran.', {
  urusan: 'Urusan.',
  bidang: 'Bidang urusan.',
  program: 'Program.',
  kegiatan: 'Kegiatan.',
  'sub-kegiatan': 'Sub kegiatan.',
  belanja: 'Akun belanja.',
});
const Alasan = pilihan('AlasanPaguKosong', 'Mengapa sebuah pagu tidak diketahui.', {
  BELUM_ADA_ANGGARAN: 'Tahun itu belum mempunyai anggaran.',
  IMPOR_BELUM_SELESAI: 'Tahun itu sedang diimpor.',
  TIDAK_ADA_TAHUN_ITU: 'Kode itu tidak ada pada tahun itu.',
  BELUM_ADA_PAGU: 'Kode itu belum mempunyai pagu.',
  BAGIAN_BELUM_LENGKAP: 'Salah satu bagiannya belum mempunyai pagu.',
});

/** Down to which level a tree is answered: belanja may be thousands of rows. */
export const SampaiTingkat = pilihan('SampaiTingkatAnggaran', 'Sampai tingkat mana pohon anggaran dijawab.', {
  program: 'Sampai program.',
  kegiatan: 'Sampai kegiatan.',
  'sub-kegiatan': 'Sampai sub kegiatan.',
  belanja: 'Sampai akun belanja.',
});

@ObjectType('TahapAnggaran', { description: 'Satu tahap anggaran dan akta yang menetapkannya.' })
class TipeTahap {
  @Field(() => Jenis, { description: 'Jenis tahap.' })
  jenis: string;

  @Field(() => Int, { description: 'Nomor pergeseran; 0 untuk murni dan perubahan.' })
  nomor: number;

  @Field(() => TipeAkta, { nullable: true, description: 'Aktanya; kosong selama belum ditetapkan.' })
  akta: TipeAkta | null;
}

@ObjectType('PaguTahapAnggaran', { description: 'Pagu satu baris sebagaimana berlaku sejak satu tahap.' })
export class TipePaguTahap {
  @Field(() => Jenis, { description: 'Jenis tahap.' })
  jenis: string;

  @Field(() => Int, { description: 'Nomor pergeseran; 0 untuk murni dan perubahan.' })
  nomor: number;

  @Field(() => SkalarRupiah, {
    nullable: true,
    description: 'Pagu yang disebut tahap itu sendiri; kosong bila tahap itu tidak menyebut kode ini.',
  })
  tercatat: string | null;

  @Field(() => String, { nullable: true, description: 'Sumber dana menurut tahap itu.' })
  sumberDana: string | null;

  @Field(() => SkalarRupiah, {
    nullable: true,
    description: 'Jumlah bagian-bagiannya; kosong bila ada bagian yang belum diketahui.',
  })
  turunan: string | null;

  @Field(() => SkalarRupiah, { nullable: true, description: 'Pagu yang berlaku sejak tahap itu.' })
  pagu: string | null;
}

@ObjectType('JumlahSimpulAnggaran', { description: 'Banyaknya program, kegiatan, dan sub kegiatan.' })
class TipeJumlah {
  @Field(() => Int, { description: 'Program.' })
  program: number;

  @Field(() => Int, { description: 'Kegiatan.' })
  kegiatan: number;

  @Field(() => Int, { description: 'Sub kegiatan.' })
  subKegiatan: number;
}

@ObjectType('TahunAnggaran', { description: 'Ringkasan anggaran satu tahun.' })
export class TipeTahun {
  @Field(() => Int, { description: 'Tahun anggaran.' })
  tahun: number;

  @Field(() => Alasan, { nullable: true, description: 'Mengapa jumlahnya tidak diketahui.' })
  alasan: string | null;

  @Field(() => [TipeTahap], { description: 'Rantai tahapnya, dari murni.' })
  tahap: TipeTahap[];

  @Field(() => SkalarRupiah, { nullable: true, description: 'Jumlah pagu yang berlaku; selalu diturunkan.' })
  pagu: string | null;

  @Field(() => [TipePaguTahap], { description: 'Jumlah itu pada setiap tahap.' })
  rantai: TipePaguTahap[];

  @Field(() => TipeJumlah, {
    nullable: true,
    description: 'Banyaknya; kosong bila tahun itu tanpa anggaran.',
  })
  jumlah: TipeJumlah | null;
}

@ObjectType('SelAnggaran', { description: 'Satu baris anggaran pada satu tahun.' })
export class TipeSel {
  @Field(() => Int, { description: 'Tahun anggaran.' })
  tahun: number;

  @Field(() => SkalarRupiah, {
    nullable: true,
    description: 'Pagu yang berlaku: yang tercatat, selain itu turunan.',
  })
  pagu: string | null;

  @Field(() => Alasan, { nullable: true, description: 'Mengapa pagu kosong.' })
  alasan: string | null;

  @Field(() => SkalarRupiah, { nullable: true, description: 'Pagu tercatat pada tahap terakhir.' })
  tercatat: string | null;

  @Field(() => SkalarRupiah, { nullable: true, description: 'Jumlah bagian-bagiannya.' })
  turunan: string | null;

  @Field(() => Boolean, { description: 'Yang tercatat berbeda dari jumlah bagian-bagiannya.' })
  beda: boolean;

  @Field(() => SkalarDesimal, { nullable: true, description: 'Bagian dari seluruh anggaran, dalam persen.' })
  bagian: string | null;

  @Field(() => [TipePaguTahap], { description: 'Rantai pagunya.' })
  rantai: TipePaguTahap[];

  @Field(() => [String], { description: 'Posisi peristiwa yang mencatat pagunya.' })
  asal: string[];
}

@ObjectType('BarisAnggaran', { description: 'Satu baris pohon anggaran, beberapa tahun bersanding.' })
export class TipeBaris {
  @Field(() => String, { description: 'Kode.' })
  kode: string;

  @Field(() => String, { nullable: true, description: 'Kode baris di atasnya.' })
  induk: string | null;

  @Field(() => Tingkat, { description: 'Tingkat.' })
  tingkat: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Nama sebagaimana tercetak; urusan dan bidang menurut nomenklatur, kosong bila belum dimuat.',
  })
  nama: string | null;

  @Field(() => [TipeSel], { description: 'Setiap tahun, terlama dahulu.' })
  tahun: TipeSel[];
}

@ObjectType('AnggaranBerjenjang', {
  description: 'Anggaran satu OPD sebagai pohon, dua tahun sebelum sampai satu tahun sesudah tahun itu.',
})
export class TipeAnggaranBerjenjang {
  @Field(() => String, { description: 'Kode pemda.' })
  pemda: string;

  @Field(() => String, { description: 'Kode OPD.' })
  opd: string;

  @Field(() => Int, { description: 'Tahun yang ditanyakan.' })
  tahun: number;

  @Field(() => [TipeTahun], { description: 'Keempat tahun, terlama dahulu.' })
  tahunan: TipeTahun[];

  @Field(() => [TipeBaris], {
    description: 'Urusan, bidang, program, kegiatan, sub kegiatan, belanja; setiap baris sebelum bagiannya.',
  })
  baris: TipeBaris[];
}

@ObjectType('AnggaranOpd', { description: 'Jumlah anggaran satu OPD.' })
class TipeOpd {
  @Field(() => String, { description: 'Kode OPD.' })
  opd: string;

  @Field(() => String, { description: 'Nama OPD.' })
  nama: string;

  @Field(() => SkalarRupiah, { nullable: true, description: 'Jumlah pagu murni.' })
  murni: string | null;

  @Field(() => SkalarRupiah, { nullable: true, description: 'Jumlah pagu yang berlaku.' })
  pagu: string | null;

  @Field(() => Alasan, { nullable: true, description: 'Mengapa jumlahnya tidak diketahui.' })
  alasan: string | null;

  @Field(() => SkalarDesimal, { nullable: true, description: 'Bagian dari seluruh pemda, dalam persen.' })
  bagian: string | null;
}

@ObjectType('AnggaranUrusan', { description: 'Jumlah anggaran satu urusan atau bidang urusan, semua OPD.' })
class TipeUrusan {
  @Field(() => String, { description: 'Kode.' })
  kode: string;

  @Field(() => String, { nullable: true, description: 'Kode urusan sebuah bidang.' })
  induk: string | null;

  @Field(() => Tingkat, { description: 'urusan atau bidang.' })
  tingkat: string;

  @Field(() => String, { nullable: true, description: 'Nama menurut nomenklatur; kosong bila belum dimuat.' })
  nama: string | null;

  @Field(() => SkalarRupiah, { nullable: true, description: 'Jumlah pagu yang berlaku.' })
  pagu: string | null;

  @Field(() => SkalarDesimal, { nullable: true, description: 'Bagian dari seluruh pemda, dalam persen.' })
  bagian: string | null;

  @Field(() => [String], { description: 'OPD yang menganggarkannya.' })
  opd: string[];
}

@ObjectType('AnggaranPemda', { description: 'Anggaran seluruh pemda pada satu tahun.' })
export class TipeAnggaranPemda {
  @Field(() => String, { description: 'Kode pemda.' })
  pemda: string;

  @Field(() => Int, { description: 'Tahun anggaran.' })
  tahun: number;

  @Field(() => SkalarRupiah, {
    nullable: true,
    description: 'Jumlah seluruh OPD yang beranggaran; kosong selama jumlah salah satunya belum diketahui.',
  })
  pagu: string | null;

  @Field(() => SkalarRupiah, { nullable: true, description: 'Jumlah OPD yang jumlahnya diketahui.' })
  diketahui: string | null;

  @Field(() => [TipeOpd], { description: 'Setiap OPD, menurut kode.' })
  opd: TipeOpd[];

  @Field(() => [TipeUrusan], { description: 'Setiap urusan dan bidang urusan, menurut kode.' })
  urusan: TipeUrusan[];
}
