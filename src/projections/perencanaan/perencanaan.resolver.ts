import { Inject } from '@nestjs/common';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { tahunSah } from '../../kernel/kunci.js';
import {
  ArgumenOpd,
  ArgumenPada,
  ArgumenPemda,
  ArgumenSetelahPosisi,
  ArgumenTahun,
} from '../argumen.tipe.js';
import { Pemantau } from '../runtime/pemantau.js';
import { type Opsional, tungguTerlihat, wajibBolehBaca } from '../saat.js';
import { KueriPerencanaan, TAMPILAN_PERENCANAAN, type TabelTerjawab } from './perencanaan.query.js';
import { TipeTabelPerencanaan } from './perencanaan.tipe.js';
import { TipePerencanaan } from './rencana.tipe.js';
import type { Perencanaan } from './susunan.js';

@Resolver()
export class PerencanaanResolver {
  constructor(
    @Inject(KueriPerencanaan) private readonly kueri: KueriPerencanaan,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
  ) {}

  @Query(() => TipeTabelPerencanaan, {
    description:
      'Tabel perencanaan satu OPD dan tahun: 1 target Renstra, 2 strategi, 3 IKU, 4 RKT, 5 PK, 6 program dan anggaran, 7 skala.',
  })
  async tabelPerencanaan(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenOpd() opd: string,
    @ArgumenTahun() tahun: number,
    @Args('nomor', {
      type: () => [Int],
      nullable: true,
      description: 'Hanya tabel bernomor ini, 1 sampai 7; tanpa isian, semuanya beserta lampirannya.',
    })
    nomor: readonly number[] | null | undefined,
    @Args('jabatan', {
      type: () => String,
      nullable: true,
      description: 'Perjanjian Kinerja jabatan ini di tabel 5; bawaannya kepala OPD, atau kepala daerah.',
    })
    jabatan: Opsional,
    @ArgumenPada() pada: Opsional,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<TabelTerjawab> {
    wajibBolehBaca(pelaku, pemda, opd);
    const kunci = { pemda, opd, tahun: tahunSah(tahun) };
    for (const tampilan of TAMPILAN_PERENCANAAN) await tungguTerlihat(this.pemantau, tampilan, setelahPosisi);
    return this.kueri.tabel(kunci, {
      nomor: nomor ?? null,
      jabatan: jabatan ?? undefined,
      pada: pada ?? undefined,
    });
  }

  @Query(() => TipePerencanaan, {
    description: 'Dokumen perencanaan satu OPD dan tahun menurut bagiannya: isi yang sama dengan tabelnya.',
  })
  async perencanaan(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenOpd() opd: string,
    @ArgumenTahun() tahun: number,
    @ArgumenPada() pada: Opsional,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<Perencanaan> {
    wajibBolehBaca(pelaku, pemda, opd);
    const kunci = { pemda, opd, tahun: tahunSah(tahun) };
    await this.tunggu(setelahPosisi);
    return this.kueri.perencanaan(kunci, pada ?? undefined);
  }

  private async tunggu(setelahPosisi: Opsional): Promise<void> {
    for (const tampilan of TAMPILAN_PERENCANAAN) await tungguTerlihat(this.pemantau, tampilan, setelahPosisi);
  }
}
