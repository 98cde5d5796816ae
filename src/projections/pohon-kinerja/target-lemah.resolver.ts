import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { tahunSah } from '../../kernel/kunci.js';
import { ArgumenOpd, ArgumenPemda, ArgumenSetelahPosisi, ArgumenTahun } from '../argumen.tipe.js';
import { Pemantau } from '../runtime/pemantau.js';
import { type Opsional, tungguTerlihat, wajibBolehBaca } from '../saat.js';
import {
  KueriTargetLemah,
  TAMPILAN_TARGET,
  type TargetDijawab,
  type TargetLemahTercatat,
} from './target-lemah.query.js';
import { TargetDiperiksaMasukan, TipeTargetDiperiksa, TipeTargetLemah } from './target-lemah.tipe.js';

@Resolver()
export class TargetLemahResolver {
  constructor(
    @Inject(KueriTargetLemah) private readonly kueri: KueriTargetLemah,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
  ) {}

  @Query(() => [TipeTargetDiperiksa], {
    description: 'Memeriksa target yang sedang ditulis, paling banyak 100; tidak mencatat apa pun.',
  })
  async periksaTarget(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenOpd() opd: string,
    @ArgumenTahun() tahun: number,
    @Args('masukan', { type: () => [TargetDiperiksaMasukan], description: 'Target yang sedang ditulis.' })
    masukan: TargetDiperiksaMasukan[],
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<readonly TargetDijawab[]> {
    wajibBolehBaca(pelaku, pemda, opd);
    const kunci = { pemda, opd, tahun: tahunSah(tahun) };
    await this.tunggu(setelahPosisi);
    return this.kueri.periksa(
      kunci,
      masukan.map(({ indikator, target, satuan = null }) => ({ indikator, target, satuan })),
    );
  }

  @Query(() => [TipeTargetLemah], {
    description: 'Semua target tahun itu, berlaku atau masih disusun, yang layak ditanyakan.',
  })
  async targetLemah(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenOpd() opd: string,
    @ArgumenTahun() tahun: number,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<readonly TargetLemahTercatat[]> {
    wajibBolehBaca(pelaku, pemda, opd);
    const kunci = { pemda, opd, tahun: tahunSah(tahun) };
    await this.tunggu(setelahPosisi);
    return this.kueri.semua(kunci);
  }

  private async tunggu(setelahPosisi: Opsional): Promise<void> {
    await Promise.all(TAMPILAN_TARGET.map((v) => tungguTerlihat(this.pemantau, v, setelahPosisi)));
  }
}
