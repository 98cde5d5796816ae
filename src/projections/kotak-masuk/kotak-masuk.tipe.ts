import { Field, Int, ObjectType } from '@nestjs/graphql';
import { SkalarWaktu } from '../../infra/graphql/skalar.js';
import { pilihan } from '../pilihan.tipe.js';
import { sambungan } from '../sambungan.tipe.js';

const Dokumen = pilihan('DokumenKotakMasuk', 'Dokumen yang menunggu.', {
  'perjanjian-kinerja': 'Perjanjian Kinerja.',
  pengukuran: 'Pengukuran triwulan.',
  'rencana-aksi': 'Rencana aksi.',
  renstra: 'Renstra.',
  rkt: 'Rencana Kinerja Tahunan.',
  lkjip: 'Laporan kinerja.',
});
const Tugas = pilihan('TugasKotakMasuk', 'Yang harus dikerjakan.', {
  tandatangani: 'Membaca dan menandatangani naskah.',
  perbaiki: 'Memperbaiki dan mengajukan kembali.',
  verifikasi: 'Memverifikasi pengukuran.',
  setujui: 'Menyetujui pengukuran.',
  'kerjakan-langkah': 'Mengerjakan langkah rute yang disebut langkah.',
  'ajukan-perubahan': 'Mengajukan PK Perubahan, atau menutup sebabnya dengan alasan.',
});
const Sebab = pilihan('SebabPerubahanJatuhTempo', 'Mengapa PK Perubahan jatuh tempo.', {
  'pergantian-pejabat': 'Pejabat baru memegang jabatan ini.',
  'perubahan-apbd': 'Anggaran tahun ini diubah.',
  'perubahan-strategi': 'Strategi berubah.',
  'perubahan-prioritas': 'Prioritas atau asumsi berubah.',
});

@ObjectType('SebabJatuhTempo', { description: 'Satu sebab PK Perubahan yang belum dijawab.' })
class TipeSebabJatuhTempo {
  @Field(() => Sebab, { description: 'Sebabnya.' })
  sebab: string;

  @Field(() => SkalarWaktu, { description: 'Jatuh tempo sejak.' })
  sejak: string;

  @Field(() => String, { description: 'Posisi peristiwa yang menimbulkannya.' })
  posisi: string;

  @Field(() => String, { nullable: true, description: 'Alasan, bila dicatat dengan tangan.' })
  catatan: string | null;
}

const Sebagai = pilihan('SebagaiKotakMasuk', 'Mengapa jabatan ini melihat sebuah langkah.', {
  sendiri: 'Langkah ini menunggu jabatan ini.',
  delegasi: 'Didelegasikan kepada jabatan ini hari ini.',
  eskalasi: 'Melewati normanya, dan jabatan ini yang diberi tahu.',
});
const Jenis = pilihan('JenisLangkah', 'Jenis langkah sebuah rute.', {
  registrasi: 'Mencatat surat dengan nomor.',
  disposisi: 'Memberi perintah tertulis.',
  'permintaan-data': 'Menjawab permintaan data.',
  kompilasi: 'Merekap dan menyusun konsep.',
  verifikasi: 'Memeriksa; bukan oleh yang menyusun.',
  paraf: 'Memaraf.',
  'tanda-tangan': 'Menandatangani.',
  kirim: 'Mengirim dengan surat bernomor.',
  arsip: 'Mengarsipkan.',
});

@ObjectType('LangkahKotakMasuk', { description: 'Langkah rute yang menunggu, dengan normanya.' })
class TipeLangkahKotakMasuk {
  @Field(() => String, { description: 'Kode langkah.' })
  kode: string;

  @Field(() => Jenis, { description: 'Jenisnya.' })
  jenis: string;

  @Field(() => String, { description: 'Yang dikerjakan.' })
  uraian: string;

  @Field(() => String, { nullable: true, description: 'Yang diperlukan.' })
  perlu: string | null;

  @Field(() => String, { nullable: true, description: 'Yang dihasilkan.' })
  hasil: string | null;

  @Field(() => Int, { description: 'Norma dalam menit kerja.' })
  norma: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Menit kerja di atas norma, 0 bila belum terlambat; kosong bila kalender pemda belum ada.',
  })
  terlambat: number | null;

  @Field(() => Sebagai, { description: 'Mengapa jabatan ini melihatnya.' })
  sebagai: string;

  @Field(() => String, { description: 'Kunci jabatan yang mempunyai langkah ini.' })
  untuk: string;

  @Field(() => String, { nullable: true, description: 'Kunci jabatan penerima delegasi hari ini.' })
  didelegasikanKepada: string | null;
}

@ObjectType('IsiKotakMasuk', { description: 'Satu dokumen yang menunggu sebuah jabatan.' })
export class TipeIsiKotakMasuk {
  @Field(() => Dokumen, { description: 'Jenis dokumen.' })
  dokumen: string;

  @Field(() => Tugas, { description: 'Yang harus dikerjakan.' })
  tugas: string;

  @Field(() => String, { description: 'Kunci jabatan yang ditunggu.' })
  jabatan: string;

  @Field(() => String, { description: 'Kode pemda.' })
  pemda: string;

  @Field(() => String, { description: 'Kode OPD.' })
  opd: string;

  @Field(() => String, { nullable: true, description: 'Jabatan pemilik Perjanjian Kinerja.' })
  jabatanDokumen: string | null;

  @Field(() => Int, { description: 'Tahun anggaran.' })
  tahun: number;

  @Field(() => Int, { nullable: true, description: 'Triwulan pengukuran.' })
  triwulan: number | null;

  @Field(() => Int, { nullable: true, description: 'Versi Perjanjian Kinerja.' })
  versi: number | null;

  @Field(() => SkalarWaktu, { description: 'Menunggu sejak.' })
  sejak: string;

  @Field(() => String, { description: 'Posisi peristiwa yang membuatnya menunggu.' })
  posisi: string;

  @Field(() => String, {
    nullable: true,
    description: 'Catatan, bila dokumen dikembalikan; alasan, bila sebabnya dicatat dengan tangan.',
  })
  catatan: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Lama menunggu dalam menit kerja menurut kalender pemda; kosong bila kalendernya belum ada.',
  })
  menitMenunggu: number | null;

  @Field(() => TipeLangkahKotakMasuk, {
    nullable: true,
    description:
      'Langkah yang menunggu, bila dokumen ini menempuh sebuah rute; yang pertama bila lebih dari satu.',
  })
  langkah: TipeLangkahKotakMasuk | null;

  @Field(() => [TipeSebabJatuhTempo], {
    description: 'Hanya untuk ajukan_perubahan: semua sebab yang belum dijawab, terlama dahulu.',
  })
  sebab: TipeSebabJatuhTempo[];
}

export const SambunganKotakMasuk = sambungan(TipeIsiKotakMasuk, 'IsiKotakMasuk');
