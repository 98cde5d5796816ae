import { Field, Int, ObjectType } from '@nestjs/graphql';
import { SkalarTanggal, SkalarWaktu } from '../../infra/graphql/skalar.js';
import { sambungan } from '../sambungan.tipe.js';

@ObjectType('BerkasKertas', {
  description:
    'Dokumen kertas yang dipindai, atau PDF yang ditandatangani di luar Amanah, tersimpan menurut SHA-256-nya.',
})
export class TipeBerkasKertas {
  @Field(() => String, { description: 'SHA-256 bitanya.' })
  berkas: string;

  @Field(() => String, { description: 'pdf, jpeg, atau png.' })
  jenis: string;

  @Field(() => Int, { description: 'Ukurannya dalam bita.' })
  ukuran: number;

  @Field(() => String, {
    description: 'renstra, rkt, perjanjian-kinerja, rencana-aksi, pengukuran, lkjip, atau lain.',
  })
  dokumen: string;

  @Field(() => String, {
    description:
      'pindaian-basah: pindaian kertas bertanda tangan tangan; pdf-tertandatangani: PDF bertanda tangan elektronik.',
  })
  bentuk: string;

  @Field(() => SkalarTanggal, { description: 'Tanggal yang tercetak pada dokumen.' })
  tanggal: string;

  @Field(() => Int, { description: 'Tahun anggaran dokumen.' })
  tahun: number;

  @Field(() => String, {
    nullable: true,
    description: 'Kode jabatan pemilik dokumen, bila milik satu jabatan.',
  })
  jabatan: string | null;

  @Field(() => String, { nullable: true, description: 'Keterangan pengarsip.' })
  keterangan: string | null;

  @Field(() => String, { description: 'Kunci jabatan yang mengarsipkan.' })
  diarsipkanOleh: string;

  @Field(() => SkalarWaktu, { description: 'Saat terekam di log.' })
  pada: string;

  @Field(() => String, { description: 'Posisi peristiwanya.' })
  posisi: string;
}

export const SambunganBerkasKertas = sambungan(TipeBerkasKertas, 'BerkasKertas');
