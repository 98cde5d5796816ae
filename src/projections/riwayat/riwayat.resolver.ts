import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { tahunSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import {
  ArgumenAfter,
  ArgumenFirst,
  ArgumenOpd,
  ArgumenPada,
  ArgumenPemda,
  ArgumenSetelahPosisi,
  ArgumenTahun,
} from '../argumen.tipe.js';
import type { Sambungan } from '../halaman.js';
import { Pemantau } from '../runtime/pemantau.js';
import { bacaPosisi, type Opsional, tungguTerlihat, wajibBolehBaca } from '../saat.js';
import { type BarisRiwayat, riwayatView } from './riwayat.projection.js';
import { KueriRiwayat } from './riwayat.query.js';
import { SambunganPeristiwa, TipePeristiwa } from './riwayat.tipe.js';

const POSISI_TERBANYAK = 100;

@Resolver()
export class RiwayatResolver {
  constructor(
    @Inject(KueriRiwayat) private readonly kueri: KueriRiwayat,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
  ) {}

  @Query(() => SambunganPeristiwa, {
    description:
      'Semua yang terjadi atas angka satu OPD dan tahun, atau atas satu indikator, terlama dahulu.',
  })
  async riwayat(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenOpd() opd: string,
    @ArgumenTahun() tahun: number,
    @Args('indikator', { type: () => String, nullable: true, description: 'Kode indikator.' })
    indikator: Opsional,
    @ArgumenFirst() first: number,
    @ArgumenAfter() after: Opsional,
    @ArgumenPada() pada: Opsional,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<Sambungan<BarisRiwayat>> {
    wajibBolehBaca(pelaku, pemda, opd);
    const kunci = { pemda, opd, tahun: tahunSah(tahun), indikator: indikator ?? undefined };
    await tungguTerlihat(this.pemantau, riwayatView.nama, setelahPosisi);
    return this.kueri.halaman({ ...kunci, pada: pada ?? undefined }, { first, after: after ?? undefined });
  }

  @Query(() => [TipePeristiwa], {
    description: 'Peristiwa pada posisi ini: dari mana sebuah angka berasal. Paling banyak 100.',
  })
  async peristiwa(
    @PelakuKini() pelaku: Pelaku,
    @Args('posisi', { type: () => [String], description: 'Posisi, sebagaimana diberi oleh asal.' })
    posisi: string[],
  ): Promise<readonly BarisRiwayat[]> {
    wajibBolehBaca(pelaku, pelaku.pemda, null);
    if (posisi.length > POSISI_TERBANYAK) tolak('TERLALU_BANYAK', { batas: POSISI_TERBANYAK });
    const milik = pelaku.peran === 'operator' ? null : pelaku.pemda;
    return this.kueri.peristiwa(milik, posisi.map(bacaPosisi));
  }
}
