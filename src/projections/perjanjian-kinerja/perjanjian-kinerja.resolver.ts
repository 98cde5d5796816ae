import { Inject } from '@nestjs/common';
import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { tanggalDi } from '../../approval/pemegang-kini.js';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { SkalarTanggal } from '../../infra/graphql/skalar.js';
import { Clock } from '../../kernel/event-store.js';
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
import { perjanjianKinerjaView } from './perjanjian-kinerja.projection.js';
import { KueriPerjanjianKinerja, type PkBertenggat } from './perjanjian-kinerja.query.js';
import { SambunganPerjanjianKinerja, TipePerjanjianKinerja } from './perjanjian-kinerja.tipe.js';
import { berlakuSejak, hariTerlambat } from './tenggat.js';

@Resolver(() => TipePerjanjianKinerja)
export class PerjanjianKinerjaKueriResolver {
  constructor(
    @Inject(KueriPerjanjianKinerja) private readonly kueri: KueriPerjanjianKinerja,
    @Inject(PemuatCapaian) private readonly pemuat: PemuatCapaian,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
    @Inject(Clock) private readonly clock: Clock,
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
      description: 'Kode jabatan di dalam OPD; "kepala-daerah" di OPD "pemda".',
    })
    jabatan: string,
    @ArgumenTahun() tahun: number,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<PkBertenggat | null> {
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
  ): Promise<Sambungan<PkBertenggat>> {
    wajibBolehBaca(pelaku, pemda, null);
    await tungguTerlihat(this.pemantau, perjanjianKinerjaView.nama, setelahPosisi);
    return this.kueri.daftar(pemda, tahunSah(tahun), { first, after: after ?? undefined });
  }

  @ResolveField(() => SkalarTanggal, {
    nullable: true,
    description:
      'Tanggal versi murni mulai berlaku; kosong bila belum berlaku atau tanggalnya tidak tercatat.',
  })
  berlakuSejak(@Parent() pk: PkBertenggat): string | null {
    return berlakuSejak(pk, pk.zona) ?? null;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'Berapa hari versi murni melewati tenggatnya sampai berlaku, atau sampai hari ini; 0: tepat waktu; kosong: tidak dapat dihitung.',
  })
  terlambat(@Parent() pk: PkBertenggat): number | null {
    const hariIni = tanggalDi(pk.zona, this.clock.now());
    return hariTerlambat(pk.tenggat, berlakuSejak(pk, pk.zona), hariIni);
  }

  @ResolveField(() => TipeCapaianKinerja, {
    nullable: true,
    description: 'Angka OPD pada tahun dokumen ini.',
  })
  async capaian(
    @Parent() { pemda, opd, tahun }: PkBertenggat,
    @Context() konteks: object,
    @ArgumenTriwulan() triwulan: number,
  ): Promise<CapaianOpd | null> {
    return this.pemuat.muat(konteks, { pemda, opd, tahun, triwulan: triwulanSah(triwulan) });
  }
}
