import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { tahunSah, triwulanSah } from '../../kernel/kunci.js';
import type { CapaianOpd } from '../../reporting/capaian.js';
import {
  ArgumenOpd,
  ArgumenPada,
  ArgumenPemda,
  ArgumenSetelahPosisi,
  ArgumenTahun,
  ArgumenTriwulan,
} from '../argumen.tipe.js';
import { Pemantau } from '../runtime/pemantau.js';
import { type Opsional, tungguTerlihat, wajibBolehBaca } from '../saat.js';
import { capaianView } from './capaian.projection.js';
import { KueriCapaian } from './capaian.query.js';
import { TipeCapaianKinerja } from './capaian.tipe.js';

// The answer is the query's own plain object: no field has a resolver, so a large year costs no more than its fields.
@Resolver()
export class CapaianResolver {
  constructor(
    @Inject(KueriCapaian) private readonly kueri: KueriCapaian,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
  ) {}

  @Query(() => TipeCapaianKinerja, {
    description: 'Target, realisasi, capaian, dan serapan satu OPD dan tahun, sampai triwulan yang diminta.',
  })
  async capaianKinerja(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenOpd() opd: string,
    @ArgumenTahun() tahun: number,
    @ArgumenTriwulan() triwulan: number,
    @ArgumenPada() pada: Opsional,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<CapaianOpd> {
    wajibBolehBaca(pelaku, pemda, opd);
    const saat = { triwulan: triwulanSah(triwulan), pada: pada ?? undefined };
    const kunci = { pemda, opd, tahun: tahunSah(tahun) };
    await tungguTerlihat(this.pemantau, capaianView.nama, setelahPosisi);
    return this.kueri.capaian(kunci, saat);
  }
}
