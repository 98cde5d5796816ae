import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { tolak } from '../../kernel/penolakan.js';
import { BukuOrang, type IsiOrang, type VersiOrang } from './buku-orang.js';
import { CatatOrang, JalankanOrang } from './orang.handler.js';
import {
  CatatOrangMasukan,
  HapusOrangMasukan,
  HasilHapusOrang,
  KoreksiOrangMasukan,
  TipeOrang,
} from './orang.tipe.js';

const isiDari = (m: CatatOrangMasukan | KoreksiOrangMasukan): IsiOrang => {
  const { mulai, nama, nip = null, nik = null, pangkat = null, surel = null } = m;
  return { mulai, data: { nama, nip, nik, pangkat, surel } };
};

@Resolver()
export class OrangResolver {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(BukuOrang) private readonly buku: BukuOrang,
  ) {}

  @Mutation(() => TipeOrang, {
    description: 'Mencatat seorang pejabat; subjek pada jawabannya dipakai untuk tetapkanPejabat.',
  })
  catatOrang(@Args('masukan') m: CatatOrangMasukan, @PelakuKini() pelaku: Pelaku): Promise<VersiOrang> {
    return this.simpan('catatOrang', m, 'Catat', pelaku);
  }

  @Mutation(() => TipeOrang, {
    description: 'Mengoreksi data seseorang, atau mencatat data yang baru sejak suatu tanggal.',
  })
  koreksiOrang(@Args('masukan') m: KoreksiOrangMasukan, @PelakuKini() pelaku: Pelaku): Promise<VersiOrang> {
    return this.simpan('koreksiOrang', m, 'Koreksi', pelaku);
  }

  @Mutation(() => HasilHapusOrang, {
    description: 'Menghapus untuk selamanya semua data pribadi seseorang. Tidak dapat dibatalkan.',
  })
  async hapusOrang(
    @Args('masukan') m: HapusOrangMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilHapusOrang> {
    const { pemda, subjek, alasan, akta = null } = m;
    const p = { type: 'Hapus', alasan, akta } as const;
    const perintah = new JalankanOrang({ pemda, subjek }, p, pelaku, amplop('hapusOrang', m, pelaku));
    const { letak, revisi } = await this.bus.execute(perintah);
    return { posisi: String(letak), revisi, subjek };
  }

  private async simpan(
    mutasi: string,
    m: CatatOrangMasukan | KoreksiOrangMasukan,
    type: 'Catat' | 'Koreksi',
    pelaku: Pelaku,
  ): Promise<VersiOrang> {
    const { pemda, subjek: diminta = null, mulai } = m;
    const p = { type, isi: isiDari(m) };
    const perintah = new CatatOrang({ pemda, subjek: diminta }, p, pelaku, amplop(mutasi, m, pelaku));
    const subjek = await this.bus.execute(perintah);
    const [versi] = await this.buku.muat([{ pemda, subjek, pada: mulai }]);
    return versi ?? tolak('TIDAK_DITEMUKAN'); // erased meanwhile
  }
}
