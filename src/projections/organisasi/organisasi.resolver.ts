import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { boleh, type Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { SkalarTanggal } from '../../infra/graphql/skalar.js';
import { tahunSah } from '../../kernel/kunci.js';
import { ArgumenOpd, ArgumenPemda, ArgumenSetelahPosisi, ArgumenTahun } from '../argumen.tipe.js';
import { Pemantau } from '../runtime/pemantau.js';
import { type Opsional, tungguTerlihat, wajibBolehBaca } from '../saat.js';
import { type KalenderTampak, organisasiView } from './organisasi.projection.js';
import {
  type DasarHukumTampak,
  type KeadaanPeriode,
  KueriOrganisasi,
  type Organisasi,
} from './organisasi.query.js';
import {
  TipeDasarHukumBerlaku,
  TipeKalender,
  TipeOrganisasi,
  TipePeriodeDokumen,
} from './organisasi.tipe.js';

const ArgumenTanggal = () =>
  Args('pada', { type: () => SkalarTanggal, description: 'Susunan pada tanggal ini.' });

@Resolver()
export class OrganisasiResolver {
  constructor(
    @Inject(KueriOrganisasi) private readonly kueri: KueriOrganisasi,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
  ) {}

  @Query(() => TipeOrganisasi, {
    nullable: true,
    description: 'Susunan sebuah perangkat daerah pada satu tanggal; kosong bila belum terdaftar.',
  })
  async organisasi(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenOpd() opd: string,
    @ArgumenTanggal() pada: string,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<Organisasi | null> {
    await this.siap(pelaku, pemda, opd, setelahPosisi);
    return this.kueri.organisasi(pemda, opd, pada, boleh(pelaku, 'sotk.susun', pemda, opd));
  }

  @Query(() => [TipeDasarHukumBerlaku], {
    description: 'Dasar hukum yang berlaku pada satu tanggal: milik pemda, lalu milik OPD bila disebut.',
  })
  async dasarHukum(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @Args('opd', { type: () => String, nullable: true, description: 'Kode OPD.' }) opd: Opsional,
    @ArgumenTanggal() pada: string,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<DasarHukumTampak[]> {
    await this.siap(pelaku, pemda, opd ?? null, setelahPosisi);
    return this.kueri.dasarHukum(pemda, opd ?? null, pada);
  }

  @Query(() => TipeKalender, {
    nullable: true,
    description: 'Kalender kerja sebuah pemda dan tahun; kosong bila belum ditetapkan.',
  })
  async kalender(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenTahun() tahun: number,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<KalenderTampak | null> {
    await this.siap(pelaku, pemda, null, setelahPosisi);
    return this.kueri.kalender(pemda, tahunSah(tahun));
  }

  @Query(() => [TipePeriodeDokumen], {
    description: 'Dokumen mana yang terbuka untuk diisi pada satu tahun, dan siapa membuka atau menutupnya.',
  })
  async periodeDokumen(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenTahun() tahun: number,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<KeadaanPeriode[]> {
    await this.siap(pelaku, pemda, null, setelahPosisi);
    return this.kueri.periode(pemda, tahunSah(tahun));
  }

  private async siap(
    pelaku: Pelaku,
    pemda: string,
    opd: string | null,
    setelahPosisi: Opsional,
  ): Promise<void> {
    wajibBolehBaca(pelaku, pemda, opd);
    await tungguTerlihat(this.pemantau, organisasiView.nama, setelahPosisi);
  }
}
