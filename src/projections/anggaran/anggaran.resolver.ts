import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { PelakuKini } from '../../infra/graphql/perintah.js';
import { tahunSah } from '../../kernel/kunci.js';
import { ArgumenOpd, ArgumenPemda, ArgumenSetelahPosisi, ArgumenTahun } from '../argumen.tipe.js';
import { Pemantau } from '../runtime/pemantau.js';
import { type Opsional, tungguTerlihat, wajibBolehBaca } from '../saat.js';
import { anggaranView } from './anggaran.projection.js';
import { type AnggaranPemda, KueriAnggaran } from './anggaran.query.js';
import {
  SampaiTingkat,
  TipeAnggaranBerjenjang,
  TipeAnggaranPemda,
  type TipeBaris,
  type TipePaguTahap,
  type TipeSel,
  type TipeTahun,
} from './anggaran.tipe.js';
import type { BarisSanding, TahunAnggaran } from './sanding.js';
import type { MataRantai, TingkatSimpul } from './susun.js';

const TINGKAT: readonly TingkatSimpul[] = [
  'urusan',
  'bidang',
  'program',
  'kegiatan',
  'sub-kegiatan',
  'belanja',
];

const mataRantai = ({ tahap, ...pagu }: MataRantai): TipePaguTahap => ({
  jenis: tahap.jenis,
  nomor: tahap.nomor,
  ...pagu,
});

const ringkasan = ({ tahun, alasan, susunan }: TahunAnggaran): TipeTahun => ({
  tahun,
  alasan: alasan ?? susunan?.total.alasan ?? null,
  tahap: [...(susunan?.tahap ?? [])],
  pagu: susunan?.total.pagu ?? null,
  rantai: (susunan?.total.rantai ?? []).map(mataRantai),
  jumlah: susunan?.jumlah ?? null,
});

const sel = ({ tahun, pagu, alasan, simpul }: BarisSanding['tahun'][number]): TipeSel => ({
  tahun,
  pagu,
  alasan,
  tercatat: simpul?.tercatat ?? null,
  turunan: simpul?.turunan ?? null,
  beda: simpul?.beda ?? false,
  bagian: simpul?.bagian ?? null,
  rantai: (simpul?.rantai ?? []).map(mataRantai),
  asal: (simpul?.asal ?? []).map(String),
});

const baris = ({ kode, induk, tingkat, nama, tahun }: BarisSanding): TipeBaris => ({
  ...{ kode, induk, tingkat, nama },
  tahun: tahun.map(sel),
});

@Resolver()
export class AnggaranKueriResolver {
  constructor(
    @Inject(KueriAnggaran) private readonly kueri: KueriAnggaran,
    @Inject(Pemantau) private readonly pemantau: Pemantau,
  ) {}

  @Query(() => TipeAnggaranBerjenjang, {
    description: 'Anggaran satu OPD menurut urusan sampai belanja, N-2 sampai N+1 bersanding.',
  })
  async anggaranBerjenjang(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenOpd() opd: string,
    @ArgumenTahun() tahun: number,
    @Args('sampai', {
      type: () => SampaiTingkat,
      defaultValue: 'sub-kegiatan',
      description: 'Tingkat terendah yang dijawab.',
    })
    sampai: TingkatSimpul,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<TipeAnggaranBerjenjang> {
    wajibBolehBaca(pelaku, pemda, opd);
    await tungguTerlihat(this.pemantau, anggaranView.nama, setelahPosisi);
    const a = await this.kueri.berjenjang(pemda, opd, tahunSah(tahun));
    const terbawah = TINGKAT.indexOf(sampai);
    return {
      ...{ pemda, opd, tahun },
      tahunan: a.tahunan.map(ringkasan),
      baris: a.baris.filter((b) => TINGKAT.indexOf(b.tingkat) <= terbawah).map(baris),
    };
  }

  @Query(() => TipeAnggaranPemda, {
    description: 'Anggaran seluruh pemda pada satu tahun, menurut OPD dan menurut urusan.',
  })
  async anggaranPemda(
    @PelakuKini() pelaku: Pelaku,
    @ArgumenPemda() pemda: string,
    @ArgumenTahun() tahun: number,
    @ArgumenSetelahPosisi() setelahPosisi: Opsional,
  ): Promise<AnggaranPemda> {
    wajibBolehBaca(pelaku, pemda, null);
    await tungguTerlihat(this.pemantau, anggaranView.nama, setelahPosisi);
    return this.kueri.pemda(pemda, tahunSah(tahun));
  }
}
