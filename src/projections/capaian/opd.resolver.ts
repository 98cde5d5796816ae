import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { kunci, tahunSah, triwulanSah } from '../../kernel/kunci.js';
import type { CapaianOpd } from '../../reporting/capaian.js';
import {
  ArgumenAfter,
  ArgumenFirst,
  ArgumenPemda,
  ArgumenSetelahPosisi,
  ArgumenTahun,
  ArgumenTriwulan,
} from '../argumen.tipe.js';
import type { Sambungan } from '../halaman.js';
import { Pemantau } from '../runtime/pemantau.js';
import { type Opsional, tungguTerlihat, wajibBolehBaca } from '../saat.js';
import { capaianView } from './capaian.projection.js';
import { TipeCapaianKinerja } from './capaian.tipe.js';
import type { FaktaPemda } from './fakta.js';
import { KueriOpd, type Opd } from './opd.query.js';
import { SambunganOpd, TipeOpd, TipePemda } from './opd.tipe.js';
import { PemuatCapaian } from './pemuat-capaian.js';

@Resolver(() => TipeOpd)
export class OpdResolver {
  constructor(
    @Inject(KueriOpd) private readonly kueri: KueriOpd,
    @Inject(PemuatCapaian) private readonly pemuat: PemuatCapaian,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
  ) {}

  @Query(() => TipePemda, { nullable: true, description: 'Satu pemda; bawaannya pemda jabatan penanya.' })
  async pemda(
    @PelakuKini() pelaku: Pelaku,
    @Args('kode', { type: () => String, nullable: true, description: 'Kode pemda.' }) kode: Opsional,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<FaktaPemda | null> {
    const dicari = kunci.pemda(kode ?? pelaku.pemda);
    wajibBolehBaca(pelaku, dicari, null);
    await tungguTerlihat(this.pemantau, capaianView.nama, setelahPosisi);
    return this.kueri.pemda(dicari);
  }

  @Query(() => SambunganOpd, { description: 'Perangkat daerah sebuah pemda, menurut kode.' })
  async daftarOpd(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenFirst() first: number,
    @ArgumenAfter() after: Opsional,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<Sambungan<Opd>> {
    wajibBolehBaca(pelaku, pemda, null);
    await tungguTerlihat(this.pemantau, capaianView.nama, setelahPosisi);
    return this.kueri.daftar(pemda, { first, after: after ?? undefined });
  }

  @ResolveField(() => TipeCapaianKinerja, { nullable: true, description: 'Angka OPD ini pada satu tahun.' })
  async capaian(
    @Parent() { pemda, kode }: Opd,
    @Context() konteks: object,
    @ArgumenTahun() tahun: number,
    @ArgumenTriwulan() triwulan: number,
  ): Promise<CapaianOpd | null> {
    const dimuat = { pemda, opd: kode, tahun: tahunSah(tahun), triwulan: triwulanSah(triwulan) };
    return this.pemuat.muat(konteks, dimuat);
  }
}
