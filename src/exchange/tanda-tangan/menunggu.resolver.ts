import { Inject } from '@nestjs/common';
import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { Executor } from '../../kernel/execute.js';
import { BerkasPk } from '../../planning/perjanjian-kinerja/berkas-pk.js';
import { ArgumenAfter, ArgumenFirst, ArgumenSetelahPosisi } from '../../projections/argumen.tipe.js';
import type { Sambungan } from '../../projections/halaman.js';
import {
  type BarisPk,
  menungguPihak,
  perjanjianKinerjaView,
} from '../../projections/perjanjian-kinerja/perjanjian-kinerja.projection.js';
import { KueriPerjanjianKinerja } from '../../projections/perjanjian-kinerja/perjanjian-kinerja.query.js';
import { Pemantau } from '../../projections/runtime/pemantau.js';
import { type Opsional, tungguTerlihat, wajibBolehBaca } from '../../projections/saat.js';
import { giliranPk } from './giliran.js';
import { SambunganMenunggu, TipeMenunggu } from './menunggu.tipe.js';

const menunggu = (row: BarisPk): TipeMenunggu => {
  const m = menungguPihak(row);
  if (m === null) throw new Error('only what waits is in the list');
  const { pemda, opd, jabatan, tahun } = row;
  const { versi, naskah, sidik, perubahan, belumPasti, tandaTangan, diajukanPada } = m.versi;
  const alamat = new URLSearchParams({ pemda, opd, jabatan, tahun: `${tahun}`, versi: `${versi}` });
  return {
    ...{ pemda, opd, jabatan, tahun, versi, sidik },
    pihak: m.pihak,
    pihakPertama: naskah.pihakPertama.sebutan,
    pihakKedua: naskah.pihakKedua?.sebutan ?? null,
    sejak: tandaTangan.at(-1)?.pada ?? diajukanPada,
    perubahan: perubahan && { ...perubahan, beda: [...perubahan.beda] },
    belumPasti: belumPasti.some((b) => b.pihak === m.pihak),
    tautan: `/berkas/pk?${alamat}`,
    tanpaBerkas: tandaTangan.some((t) => t.bukti === null),
  };
};

@Resolver(() => TipeMenunggu)
export class MenungguTandaTanganResolver {
  constructor(
    @Inject(KueriPerjanjianKinerja) private readonly kueri: KueriPerjanjianKinerja,
    @Inject(BerkasPk) private readonly berkasPk: BerkasPk,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
    @Inject(Executor) private readonly executor: Executor,
  ) {}

  @Query(() => SambunganMenunggu, {
    description:
      'Perjanjian Kinerja yang menunggu tanda tangan jabatan Anda, dengan apa yang berubah pada masing-masing.',
  })
  async menungguTandaTangan(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenFirst() first: number,
    @ArgumenAfter() after: Opsional,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<Sambungan<TipeMenunggu>> {
    wajibBolehBaca(pelaku, pelaku.pemda, pelaku.opd);
    await tungguTerlihat(this.pemantau, perjanjianKinerjaView.nama, setelahPosisi);
    const permintaan = { first, after: after ?? undefined };
    const { edges, pageInfo } = await this.kueri.menunggu(pelaku.pejabat.jabatan, permintaan);
    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: menunggu(node) })), pageInfo };
  }

  @ResolveField(() => Boolean, {
    description: 'Rute persetujuannya masih menunggu yang lain; sementara itu tanda tangan Anda ditolak.',
  })
  async belumGiliran(@Parent() m: TipeMenunggu, @PelakuKini() { pejabat }: Pelaku): Promise<boolean> {
    return (await giliranPk(this.executor, m, pejabat.jabatan)) !== null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Kode langkah yang ditunggu bila belum giliran; kosong: giliran Anda, atau naskah ini belum diedarkan.',
  })
  async langkahDitunggu(
    @Parent() m: TipeMenunggu,
    @PelakuKini() { pejabat }: Pelaku,
  ): Promise<string | null> {
    return (await giliranPk(this.executor, m, pejabat.jabatan))?.langkah ?? null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'SHA-256 berkas PDF yang akan ditandatangani, sebagaimana dibaca di tautannya; kosong: naskah ini tidak punya berkas, atau Pihak Pertama menandatanganinya tanpa berkas.',
  })
  async berkas(@Parent() m: TipeMenunggu, @PelakuKini() pelaku: Pelaku): Promise<string | null> {
    if (m.tanpaBerkas) return null;
    const { sidik, keadaan } = await this.berkasPk.baca(m, m.versi, pelaku.akun);
    return keadaan === 'draf' || keadaan === 'salinan' ? null : sidik;
  }
}
