import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { tahunSah } from '../../kernel/kunci.js';
import { anggaranView } from '../anggaran/anggaran.projection.js';
import { ArgumenOpd, ArgumenPemda, ArgumenSetelahPosisi, ArgumenTahun } from '../argumen.tipe.js';
import { Pemantau } from '../runtime/pemantau.js';
import { type Opsional, tungguTerlihat, wajibBolehBaca } from '../saat.js';
import { nomenklaturView } from './nomenklatur.projection.js';
import { KueriNomenklatur, type NomenklaturTerbaca, type PemeriksaanNama } from './nomenklatur.query.js';
import { TipeNomenklatur, TipePemeriksaanNama } from './nomenklatur.tipe.js';

@Resolver()
export class NomenklaturResolver {
  constructor(
    @Inject(KueriNomenklatur) private readonly kueri: KueriNomenklatur,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
  ) {}

  @Query(() => TipeNomenklatur, {
    nullable: true,
    description:
      'Satu versi nomenklatur nasional, dibaca setingkat demi setingkat; kosong bila belum dimuat.',
  })
  async nomenklatur(
    @PelakuKini() pelaku: Pelaku,
    @Args('versi', { type: () => String, description: 'Tahun Keputusannya, misalnya 2023.' }) versi: string,
    @Args('kode', { type: () => String, nullable: true, description: 'Kode di atasnya, misalnya 2.07.' })
    kode: Opsional,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<NomenklaturTerbaca | null> {
    wajibBolehBaca(pelaku, pelaku.pemda, null);
    await tungguTerlihat(this.pemantau, nomenklaturView.nama, setelahPosisi);
    return this.kueri.isi(versi, kode ?? null);
  }

  @Query(() => TipePemeriksaanNama, {
    description: 'Program, kegiatan, dan sub kegiatan yang kode atau namanya berbeda dari nomenklatur.',
  })
  async periksaNamaProgram(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenOpd() opd: string,
    @ArgumenTahun() tahun: number,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<PemeriksaanNama> {
    wajibBolehBaca(pelaku, pemda, opd);
    await tungguTerlihat(this.pemantau, nomenklaturView.nama, setelahPosisi);
    await tungguTerlihat(this.pemantau, anggaranView.nama, setelahPosisi);
    return this.kueri.periksa(pemda, opd, tahunSah(tahun));
  }
}
