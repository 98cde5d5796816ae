import { Field, Int, ObjectType } from '@nestjs/graphql';
import { SkalarWaktu } from '../../infra/graphql/skalar.js';
import { CaraKeputusan } from '../cara.tipe.js';
import { sambungan } from '../sambungan.tipe.js';

@ObjectType('Peristiwa', { description: 'Satu peristiwa, sebagaimana dibaca orang.' })
export class TipePeristiwa {
  @Field(() => String, { description: 'Letak di seluruh log.' })
  posisi: string;

  @Field(() => Int, { description: 'Letak di dalam dokumennya.' })
  revisi: number;

  @Field(() => SkalarWaktu, { description: 'Saat terekam di log.' })
  pada: string;

  @Field(() => String, {
    nullable: true,
    description: 'Jabatan yang bertindak; kosong bila terjadi akibat peristiwa sebelumnya.',
  })
  jabatan: string | null;

  @Field(() => String, { description: 'Jenis peristiwa, misalnya RealisasiDikoreksi.' })
  jenis: string;

  @Field(() => String, { description: 'Apa yang terjadi, satu kalimat.' })
  kalimat: string;

  @Field(() => String, { nullable: true, description: 'Yang berlaku sebelumnya, sebagaimana direkam.' })
  sebelum: string | null;

  @Field(() => String, { nullable: true, description: 'Yang berlaku sesudahnya, sebagaimana direkam.' })
  sesudah: string | null;

  @Field(() => CaraKeputusan, {
    nullable: true,
    description: 'Diputuskan di Amanah, atau dicatat dari kertas.',
  })
  cara: string | null;

  @Field(() => String, { description: 'Kode pemda.' })
  pemda: string;

  @Field(() => String, { nullable: true, description: 'Kode OPD; kosong bila milik pemda.' })
  opd: string | null;

  @Field(() => Int, { nullable: true, description: 'Tahun; kosong bila tidak milik satu tahun.' })
  tahun: number | null;

  @Field(() => [String], { description: 'Indikator yang dibicarakan.' })
  indikator: string[];
}

export const SambunganPeristiwa = sambungan(TipePeristiwa, 'Peristiwa');
