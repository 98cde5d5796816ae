import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import {
  CatatIsuStrategisMasukan,
  CatatPermasalahanMasukan,
  LepasKeselarasanMasukan,
  SelaraskanRenstraMasukan,
  TambahMisiMasukan,
  TetapkanProgramPrioritasMasukan,
} from './keterkaitan-renstra.tipe.js';
import { kirimRenstra } from './renstra.resolver.js';
import { HasilRenstra } from './renstra.tipe.js';

@Resolver()
export class KeterkaitanRenstraResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilRenstra, {
    description: 'Menambah misi bernomor, atau mengubah rumusannya.',
  })
  tambahMisi(@Args('masukan') m: TambahMisiMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilRenstra> {
    const p = { type: 'TambahMisi', nomor: m.nomor, uraian: m.uraian } as const;
    return kirimRenstra(this.bus, 'tambahMisi', m, p, pelaku);
  }

  @Mutation(() => HasilRenstra, {
    description: 'Menetapkan program prioritas RPJMD atau RPD; hanya untuk OPD "pemda".',
  })
  tetapkanProgramPrioritas(
    @Args('masukan') m: TetapkanProgramPrioritasMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    const { kode, nama, sasaran, pelaksana } = m;
    const p = { type: 'TetapkanPrioritas', kode, nama, sasaran, opd: pelaksana } as const;
    return kirimRenstra(this.bus, 'tetapkanProgramPrioritas', m, p, pelaku);
  }

  @Mutation(() => HasilRenstra, {
    description:
      'Menyatakan apa dalam RPJMD atau RPD yang dilayani sebuah tujuan atau sasaran; dapat setelah Renstra ditetapkan.',
  })
  selaraskanRenstra(
    @Args('masukan') m: SelaraskanRenstraMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    const { tingkat, kode, melayani } = m;
    const dilayani = { mulai: melayani.mulai, tingkat: melayani.tingkat, kode: melayani.kode };
    const p = { type: 'Selaraskan', tingkat, kode, melayani: dilayani } as const;
    return kirimRenstra(this.bus, 'selaraskanRenstra', m, p, pelaku);
  }

  @Mutation(() => HasilRenstra, {
    description: 'Mencabut pernyataan itu, dengan alasan.',
  })
  lepasKeselarasanRenstra(
    @Args('masukan') m: LepasKeselarasanMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    const { tingkat, kode, alasan } = m;
    const p = { type: 'LepasKeselarasan', tingkat, kode, alasan } as const;
    return kirimRenstra(this.bus, 'lepasKeselarasanRenstra', m, p, pelaku);
  }

  @Mutation(() => HasilRenstra, {
    description: 'Mencatat isu strategis, atau mengubahnya; dapat setelah Renstra ditetapkan.',
  })
  catatIsuStrategis(
    @Args('masukan') m: CatatIsuStrategisMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    const { kode, uraian, sasaran } = m;
    const p = { type: 'CatatIsu', kode, uraian, sasaran } as const;
    return kirimRenstra(this.bus, 'catatIsuStrategis', m, p, pelaku);
  }

  @Mutation(() => HasilRenstra, {
    description: 'Mencatat permasalahan dan solusinya, atau mengubahnya; dapat setelah Renstra ditetapkan.',
  })
  catatPermasalahan(
    @Args('masukan') m: CatatPermasalahanMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRenstra> {
    const { kode, uraian, isu = null, sasaran, solusi = null } = m;
    const p = { type: 'CatatPermasalahan', kode, uraian, isu, sasaran, solusi } as const;
    return kirimRenstra(this.bus, 'catatPermasalahan', m, p, pelaku);
  }
}
