import { Field, Int, ObjectType } from '@nestjs/graphql';
import { SkalarWaktu } from '../../infra/graphql/skalar.js';
import { pilihan } from '../pilihan.tipe.js';
import { sambungan } from '../sambungan.tipe.js';

const Dokumen = pilihan('DokumenKotakMasuk', 'Dokumen yang menunggu.', {
  'perjanjian-kinerja': 'Perjanjian Kinerja.',
  pengukuran: 'Pengukuran triwulan.',
});
const Tugas = pilihan('TugasKotakMasuk', 'Yang harus dikerjakan.', {
  tandatangani: 'Membaca dan menandatangani naskah.',
  perbaiki: 'Memperbaiki dan mengajukan kembali.',
  verifikasi: 'Memverifikasi pengukuran.',
  setujui: 'Menyetujui pengukuran.',
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

  @Field(() => [TipeSebabJatuhTempo], {
    description: 'Hanya untuk ajukan_perubahan: semua sebab yang belum dijawab, terlama dahulu.',
  })
  sebab: TipeSebabJatuhTempo[];
}

export const SambunganKotakMasuk = sambungan(TipeIsiKotakMasuk, 'IsiKotakMasuk');
