import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { bacaStream, kunci } from '../../kernel/kunci.js';
import { ArgumenAfter, ArgumenFirst, ArgumenSetelahPosisi } from '../argumen.tipe.js';
import type { Sambungan } from '../halaman.js';
import { Pemantau } from '../runtime/pemantau.js';
import { type Opsional, tungguTerlihat, wajibBolehBaca } from '../saat.js';
import { kotakMasukView } from './kotak-masuk.projection.js';
import { type IsiKotakMasuk, KueriKotakMasuk } from './kotak-masuk.query.js';
import { SambunganKotakMasuk } from './kotak-masuk.tipe.js';

@Resolver()
export class KotakMasukResolver {
  constructor(
    @Inject(KueriKotakMasuk) private readonly kueri: KueriKotakMasuk,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
  ) {}

  @Query(() => SambunganKotakMasuk, {
    description: 'Yang menunggu sebuah jabatan, terlama dahulu; bawaannya jabatan penanya.',
  })
  async kotakMasuk(
    @PelakuKini() pelaku: Pelaku,
    @Args('jabatan', {
      type: () => String,
      nullable: true,
      description: 'Kunci jabatan, misalnya 61.71.disnaker.kepala.',
    })
    jabatan: Opsional,
    @ArgumenFirst() first: number,
    @ArgumenAfter() after: Opsional,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<Sambungan<IsiKotakMasuk>> {
    const ditanya = jabatan ?? pelaku.pejabat.jabatan;
    const { pemda, opd, jabatan: kode } = bacaStream(`Jabatan-${ditanya}`);
    wajibBolehBaca(pelaku, pemda, opd);
    kunci.jabatan(pemda, opd ?? '', kode ?? '');
    await tungguTerlihat(this.pemantau, kotakMasukView.nama, setelahPosisi);
    return this.kueri.halaman(ditanya, { first, after: after ?? undefined });
  }
}
