import { CommandBus } from '@nestjs/cqrs';
import { Args, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, HasilPerintah, PelakuKini } from '../../infra/graphql/perintah.js';
import { MasukanOpd } from '../../planning/kunci.tipe.js';
import type { TingkatPembanding } from '../capaian.js';
import { barisPembanding } from './pembanding.decider.js';
import { JalankanPembanding } from './pembanding.handler.js';

const TINGKAT: readonly TingkatPembanding[] = ['nasional', 'provinsi', 'kabupaten-kota'];

@ObjectType('PembandingKini', { description: 'Angka pembanding setelah perintah dijalankan.' })
class PembandingKini {
  @Field(() => String, { description: 'Kode indikator.' })
  indikator: string;

  @Field(() => String, { description: 'nasional, provinsi, atau kabupaten-kota.' })
  tingkat: TingkatPembanding;

  @Field(() => String, { nullable: true, description: 'Nama wilayah.' })
  wilayah: string | null;

  @Field(() => Int, { description: 'Tahun angka ini.' })
  tahun: number;

  @Field(() => String, { description: 'Desimal, atau predikat menurut polaritas indikator.' })
  nilai: string;

  @Field(() => String, { nullable: true, description: 'Sumber angka.' })
  sumber: string | null;

  @Field(() => Int, { description: 'Revisi peristiwa terakhir yang menyentuh angka ini.' })
  revisi: number;
}

@ObjectType()
export class HasilPembanding extends HasilPerintah {
  @Field(() => PembandingKini, { description: 'Angka setelah perintah ini.' })
  pembanding: PembandingKini;
}

@InputType()
export class CatatPembandingMasukan extends MasukanOpd {
  @Field(() => Int, {
    description: 'Tahun kinerja yang diperbandingkan: Renstra yang mencakupnya mendefinisikan indikatornya.',
  })
  @IsInt()
  tahunKinerja: number;

  @Field(() => String, { description: 'Kode indikator.' })
  @IsString()
  indikator: string;

  @Field(() => String, { description: 'nasional, provinsi, atau kabupaten-kota.' })
  @IsIn(TINGKAT)
  tingkat: TingkatPembanding;

  @Field(() => String, { nullable: true, description: 'Nama wilayah, misalnya "Kalimantan Barat".' })
  @IsOptional()
  @IsString()
  wilayah?: string | null;

  @Field(() => Int, { description: 'Tahun angka ini.' })
  @IsInt()
  tahun: number;

  @Field(() => String, { description: 'Desimal, atau predikat menurut polaritas indikator.' })
  @IsString()
  nilai: string;

  @Field(() => String, { nullable: true, description: 'Sumber angka, misalnya "BPS 2022".' })
  @IsOptional()
  @IsString()
  sumber?: string | null;
}

@Resolver()
export class PembandingResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilPembanding, {
    description: 'Mencatat angka wilayah lain atau standar untuk diperbandingkan dengan realisasi indikator.',
  })
  async catatPembanding(
    @Args('masukan') m: CatatPembandingMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPembanding> {
    const { pemda, opd, tahunKinerja, indikator, tingkat, wilayah = null, tahun, nilai, sumber = null } = m;
    const banding = { indikator, tingkat, wilayah, tahun, nilai, sumber };
    const perintah = new JalankanPembanding(
      { pemda, opd, tahunKinerja },
      { type: 'Catat', ...banding },
      pelaku,
      amplop('catatPembanding', m, pelaku),
    );
    const { letak, revisi, state } = await this.bus.execute(perintah);
    const baris = barisPembanding(state, banding);
    if (baris === undefined) throw new Error('a command that was carried out leaves a row');
    const { rev, ...tercatat } = baris;
    return { posisi: String(letak), revisi, pembanding: { ...tercatat, revisi: rev } };
  }
}
