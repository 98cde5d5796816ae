import { CommandBus } from '@nestjs/cqrs';
import { Args, Field, InputType, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsInt, IsString } from 'class-validator';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, HasilPerintah, PelakuKini } from '../../infra/graphql/perintah.js';
import { SkalarRupiah } from '../../infra/graphql/skalar.js';
import { MasukanOpdTahun } from '../../planning/kunci.tipe.js';
import { barisRealisasi } from './realisasi-anggaran.decider.js';
import { JalankanRealisasiAnggaran, type PermintaanRealisasiAnggaran } from './realisasi-anggaran.handler.js';

@ObjectType('BarisRealisasiAnggaranKini', {
  description: 'Realisasi satu kode sampai satu triwulan setelah perintah dijalankan.',
})
class BarisKini {
  @Field(() => String, { description: 'Kode program, kegiatan, sub kegiatan, atau akun belanja.' })
  kode: string;

  @Field(() => Int, { description: 'Triwulan 1 sampai 4.' })
  triwulan: number;

  @Field(() => SkalarRupiah, { description: 'Realisasi kumulatif sampai triwulan ini.' })
  realisasi: string;

  @Field(() => Int, { description: 'Revisi peristiwa terakhir yang menyentuh baris ini.' })
  revisi: number;
}

@ObjectType()
export class HasilRealisasiAnggaran extends HasilPerintah {
  @Field(() => BarisKini, { description: 'Baris setelah perintah ini.' })
  realisasiAnggaran: BarisKini;
}

@InputType()
export class CatatRealisasiAnggaranMasukan extends MasukanOpdTahun {
  @Field(() => Int, { description: 'Triwulan 1 sampai 4.' })
  @IsInt()
  triwulan: number;

  @Field(() => String, { description: 'Kode yang sudah mempunyai pagu.' })
  @IsString()
  kode: string;

  @Field(() => SkalarRupiah, { description: 'Realisasi kumulatif sampai triwulan ini.' })
  @IsString()
  realisasi: string;
}

@InputType()
export class KoreksiRealisasiAnggaranMasukan extends CatatRealisasiAnggaranMasukan {
  @Field(() => String, { description: 'Mengapa angka ini diubah.' })
  @IsString()
  alasan: string;
}

@Resolver()
export class RealisasiAnggaranResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilRealisasiAnggaran, {
    description: 'Mencatat realisasi anggaran kumulatif satu kode pada triwulan yang dibuka.',
  })
  catatRealisasiAnggaran(
    @Args('masukan') m: CatatRealisasiAnggaranMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRealisasiAnggaran> {
    const { triwulan, kode, realisasi } = m;
    const p = { type: 'Catat', triwulan, kode, realisasi } as const;
    return this.jalankan('catatRealisasiAnggaran', m, p, pelaku);
  }

  @Mutation(() => HasilRealisasiAnggaran, {
    description: 'Mengoreksi realisasi anggaran yang sudah tercatat, dengan alasan.',
  })
  koreksiRealisasiAnggaran(
    @Args('masukan') m: KoreksiRealisasiAnggaranMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRealisasiAnggaran> {
    const { triwulan, kode, realisasi, alasan } = m;
    const p = { type: 'Koreksi', triwulan, kode, realisasi, alasan } as const;
    return this.jalankan('koreksiRealisasiAnggaran', m, p, pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: CatatRealisasiAnggaranMasukan,
    p: PermintaanRealisasiAnggaran,
    pelaku: Pelaku,
  ): Promise<HasilRealisasiAnggaran> {
    const { pemda, opd, tahun, triwulan, kode } = m;
    const perintah = new JalankanRealisasiAnggaran(
      { pemda, opd, tahun },
      p,
      pelaku,
      amplop(mutasi, m, pelaku),
    );
    const { letak, revisi, state } = await this.bus.execute(perintah);
    const baris = barisRealisasi(state, triwulan, kode);
    if (baris === undefined) throw new Error('a command that was carried out leaves a row');
    const realisasiAnggaran = { kode, triwulan, realisasi: baris.realisasi, revisi: baris.rev };
    return { posisi: String(letak), revisi, realisasiAnggaran };
  }
}
