import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { tahunSah, triwulanSah } from '../../kernel/kunci.js';
import type { CapaianOpd } from '../../reporting/capaian.js';
import {
  ArgumenAfter,
  ArgumenFirst,
  ArgumenOpd,
  ArgumenPemda,
  ArgumenSetelahPosisi,
  ArgumenTahun,
  ArgumenTriwulan,
} from '../argumen.tipe.js';
import { TipeCapaianKinerja } from '../capaian/capaian.tipe.js';
import { PemuatCapaian } from '../capaian/pemuat-capaian.js';
import type { Sambungan } from '../halaman.js';
import { Pemantau } from '../runtime/pemantau.js';
import { type Opsional, tungguTerlihat, wajibBolehBaca } from '../saat.js';
import { type BarisPk, perjanjianKinerjaView } from './perjanjian-kinerja.projection.js';
import { KueriPerjanjianKinerja } from './perjanjian-kinerja.query.js';
import { SambunganPerjanjianKinerja, TipePerjanjianKinerja } from './perjanjian-kinerja.tipe.js';

@Resolver(() => TipePerjanjianKinerja)
export class PerjanjianKinerjaKueriResolver {
  constructor(
    @Inject(KueriPerjanjianKinerja) private readonly kueri: KueriPerjanjianKinerja,
    @Inject(PemuatCapaian) private readonly pemuat: PemuatCapaian,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
  ) {}

  @Query(() => TipePerjanjianKinerja, {
    nullable: true,
    description: 'Perjanjian Kinerja satu jabatan dan tahun; kosong bila belum ada.',
  })
  async perjanjianKinerja(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenOpd() opd: string,
    @Args('jabatan', {
      type: () => String,
      defaultValue: 'kepala',
      description: 'Kode jabatan di dalam OPD.',
    })
    jabatan: string,
    @ArgumenTahun() tahun: number,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<BarisPk | null> {
    wajibBolehBaca(pelaku, pemda, opd);
    await tungguTerlihat(this.pemantau, perjanjianKinerjaView.nama, setelahPosisi);
    return this.kueri.satu(pemda, opd, jabatan, tahun);
  }

  @Query(() => SambunganPerjanjianKinerja, {
    description: 'Semua Perjanjian Kinerja sebuah pemda dan tahun, menurut OPD dan jabatan.',
  })
  async daftarPerjanjianKinerja(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenTahun() tahun: number,
    @ArgumenFirst() first: number,
    @ArgumenAfter() after: Opsional,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<Sambungan<BarisPk>> {
    wajibBolehBaca(pelaku, pemda, null);
    await tungguTerlihat(this.pemantau, perjanjianKinerjaView.nama, setelahPosisi);
    return this.kueri.daftar(pemda, tahunSah(tahun), { first, after: after ?? undefined });
  }

  @ResolveField(() => TipeCapaianKinerja, {
    nullable: true,
    description: 'Angka OPD pada tahun dokumen ini.',
  })
  async capaian(
    @Parent() { pemda, opd, tahun }: BarisPk,
    @Context() konteks: object,
    @ArgumenTriwulan() triwulan: number,
  ): Promise<CapaianOpd | null> {
    return this.pemuat.muat(konteks, { pemda, opd, tahun, triwulan: triwulanSah(triwulan) });
  }
}
