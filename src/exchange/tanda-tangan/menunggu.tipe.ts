import { Field, Int, ObjectType } from '@nestjs/graphql';
import { SkalarWaktu } from '../../infra/graphql/skalar.js';
import { pilihan } from '../../projections/pilihan.tipe.js';
import { sambungan } from '../../projections/sambungan.tipe.js';

const Terhadap = pilihan('PembandingNaskah', 'Naskah yang dibandingkan dengannya.', {
  'pengajuan-sebelumnya': 'Naskah yang diajukan sebelumnya untuk versi ini, lalu dikembalikan atau ditarik.',
  'versi-berlaku': 'Versi yang berlaku.',
});

@ObjectType('BedaNaskah', { description: 'Satu hal yang berbunyi lain di kedua naskah.' })
class TipeBeda {
  @Field(() => String, {
    description: 'Bagiannya: target, pagu, pihakPertama, pihakKedua, tanggal, keterangan, dan seterusnya.',
  })
  bagian: string;

  @Field(() => String, { nullable: true, description: 'Kode indikator atau program; kosong bila bukan itu.' })
  kode: string | null;

  @Field(() => String, { nullable: true, description: 'Bunyi semula; kosong: semula tidak ada.' })
  sebelum: string | null;

  @Field(() => String, { nullable: true, description: 'Bunyi sekarang; kosong: sekarang tidak ada.' })
  sesudah: string | null;
}

@ObjectType('PerubahanNaskah', { description: 'Apa yang berubah pada naskah ini.' })
class TipePerubahan {
  @Field(() => Terhadap, { description: 'Dibandingkan dengan apa.' })
  terhadap: string;

  @Field(() => Int, { description: 'Nomor versi pembandingnya.' })
  versi: number;

  @Field(() => [TipeBeda], { description: 'Setiap perbedaannya; kosong: bunyinya sama.' })
  beda: TipeBeda[];
}

@ObjectType('MenungguTandaTangan', {
  description: 'Satu Perjanjian Kinerja yang menunggu tanda tangan sebuah jabatan.',
})
export class TipeMenunggu {
  @Field(() => String, { description: 'Kode pemda.' })
  pemda: string;

  @Field(() => String, { description: 'Kode OPD.' })
  opd: string;

  @Field(() => String, { description: 'Kode jabatan pemilik Perjanjian Kinerja.' })
  jabatan: string;

  @Field(() => Int, { description: 'Tahun anggaran.' })
  tahun: number;

  @Field(() => Int, { description: 'Versi yang menunggu.' })
  versi: number;

  @Field(() => Int, { description: 'Sebagai pihak ke berapa: 1 atau 2.' })
  pihak: number;

  @Field(() => String, { description: 'Sebutan Pihak Pertama pada naskah.' })
  pihakPertama: string;

  @Field(() => String, { nullable: true, description: 'Sebutan Pihak Kedua pada naskah.' })
  pihakKedua: string | null;

  @Field(() => SkalarWaktu, { description: 'Menunggu sejak.' })
  sejak: string;

  @Field(() => String, { description: 'SHA-256 naskah; kirimkan saat menandatangani.' })
  sidik: string;

  @Field(() => TipePerubahan, { nullable: true, description: 'Yang berubah; kosong: naskah yang pertama.' })
  perubahan: TipePerubahan | null;

  @Field(() => Boolean, {
    description: 'Ada permintaan tanda tangan jabatan ini yang tidak dijawab penyedianya; boleh diulang.',
  })
  belumPasti: boolean;

  @Field(() => String, { description: 'Tempat membaca berkasnya di server ini.' })
  tautan: string;

  tanpaBerkas: boolean; // told by an empty `berkas`
}
export const SambunganMenunggu = sambungan(TipeMenunggu, 'MenungguTandaTangan');
