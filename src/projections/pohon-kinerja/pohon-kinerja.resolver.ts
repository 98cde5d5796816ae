import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { tahunSah } from '../../kernel/kunci.js';
import { ArgumenOpd, ArgumenPemda, ArgumenSetelahPosisi, ArgumenTahun } from '../argumen.tipe.js';
import { Pemantau } from '../runtime/pemantau.js';
import { type Opsional, tungguTerlihat, wajibBolehBaca } from '../saat.js';
import { KueriPohonKinerja, type PohonKinerjaTahun, TAMPILAN_POHON } from './pohon-kinerja.query.js';
import { TipePohonKinerja } from './pohon-kinerja.tipe.js';

// The answer is the query's own plain object: no field has a resolver, so a large tree costs no more than its fields.
@Resolver()
export class PohonKinerjaKueriResolver {
  constructor(
    @Inject(KueriPohonKinerja) private readonly kueri: KueriPohonKinerja,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
  ) {}

  @Query(() => TipePohonKinerja, {
    description:
      'Pohon kinerja satu OPD dan tahun: rencana pemda yang dilayani, Renstra, program, hasil, dan Perjanjian Kinerja setiap jabatan, dengan peringatannya. OPD "pemda" untuk rencana pemda sendiri.',
  })
  async pohonKinerja(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenOpd() opd: string,
    @ArgumenTahun() tahun: number,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<PohonKinerjaTahun> {
    wajibBolehBaca(pelaku, pemda, opd);
    const kunci = { pemda, opd, tahun: tahunSah(tahun) };
    await Promise.all(TAMPILAN_POHON.map((v) => tungguTerlihat(this.pemantau, v, setelahPosisi)));
    return this.kueri.pohon(kunci);
  }
}
