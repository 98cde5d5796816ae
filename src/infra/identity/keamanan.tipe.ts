import { Field, ObjectType } from '@nestjs/graphql';
import { sambungan } from '../../projections/sambungan.tipe.js';
import { SkalarWaktu } from '../graphql/skalar.js';

@ObjectType('CatatanKeamanan', {
  description:
    'Satu percobaan atau pembacaan atas nama sebuah jabatan, di luar log peristiwa. Tidak memuat nama, NIP, atau sandi.',
})
export class TipeCatatanKeamanan {
  @Field(() => SkalarWaktu, { description: 'Kapan.' })
  saat: string;

  @Field(() => String, { description: 'Jenisnya, misalnya AKSES_DITOLAK.' })
  jenis: string;

  @Field(() => String, { nullable: true, description: 'Akun yang mencoba.' })
  akun: string | null;

  @Field(() => String, { nullable: true, description: 'Id acak orangnya.' })
  subjek: string | null;

  @Field(() => String, { nullable: true, description: 'Tindakan yang dicoba, misalnya pk.tandatangani.' })
  tindakan: string | null;

  @Field(() => String, { nullable: true, description: 'Kode penolakannya.' })
  kode: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Alamat jaringan. Hanya untuk inspektorat dan operator; bagi yang lain bidang ini ditolak.',
  })
  alamat: string | null;
}

export const SambunganCatatanKeamanan = sambungan(TipeCatatanKeamanan, 'CatatanKeamanan');
