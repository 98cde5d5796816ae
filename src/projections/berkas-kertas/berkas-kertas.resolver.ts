import { Inject } from '@nestjs/common';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { tahunSah } from '../../kernel/kunci.js';
import {
  ArgumenAfter,
  ArgumenFirst,
  ArgumenOpd,
  ArgumenPemda,
  ArgumenSetelahPosisi,
} from '../argumen.tipe.js';
import type { Sambungan } from '../halaman.js';
import { Pemantau } from '../runtime/pemantau.js';
import { type Opsional, tungguTerlihat, wajibBolehBaca } from '../saat.js';
import { type BarisKertas, berkasKertasView } from './berkas-kertas.projection.js';
import { KueriBerkasKertas } from './berkas-kertas.query.js';
import { SambunganBerkasKertas } from './berkas-kertas.tipe.js';

@Resolver()
export class BerkasKertasTampilanResolver {
  constructor(
    @Inject(KueriBerkasKertas) private readonly kueri: KueriBerkasKertas,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
  ) {}

  @Query(() => SambunganBerkasKertas, {
    description:
      'Berkas kertas satu OPD: pindaian bertanda tangan basah dan PDF yang ditandatangani di luar Amanah. Bitanya diambil dari GET /berkas/kertas.',
  })
  async berkasKertas(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenOpd() opd: string,
    @Args('tahun', {
      type: () => Int,
      nullable: true,
      description: 'Satu tahun saja; tanpa isian semua tahun.',
    })
    tahun: number | null | undefined,
    @ArgumenFirst() first: number,
    @ArgumenAfter() after: Opsional,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<Sambungan<BarisKertas>> {
    wajibBolehBaca(pelaku, pemda, opd);
    await tungguTerlihat(this.pemantau, berkasKertasView.nama, setelahPosisi);
    const milik = tahun == null ? null : tahunSah(tahun);
    return this.kueri.daftar(pemda, opd, milik, { first, after: after ?? undefined });
  }
}
