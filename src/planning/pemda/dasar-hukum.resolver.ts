import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { tolak } from '../../kernel/penolakan.js';
import { JalankanOpd } from '../opd/opd.handler.js';
import type { Permintaan } from '../permintaan.js';
import type { DasarHukumCommand } from './dasar-hukum.decider.js';
import {
  CabutDasarHukumMasukan,
  CatatDasarHukumMasukan,
  HasilDasarHukum,
  type MasukanDasarHukum,
} from './dasar-hukum.tipe.js';
import { JalankanPemda } from './pemda.handler.js';

@Resolver()
export class DasarHukumResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilDasarHukum, { description: 'Mencatat dasar hukum seluruh pemda, atau satu OPD.' })
  catatDasarHukum(
    @Args('masukan') m: CatatDasarHukumMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilDasarHukum> {
    const { kode, jenis, nomor, tanggal, tentang } = m;
    const isi = { kode, jenis, nomor, tanggal, tentang, mulaiBerlaku: m.mulaiBerlaku ?? tanggal };
    return this.jalankan('catatDasarHukum', m, { type: 'CatatDasarHukum', ...isi }, pelaku);
  }

  @Mutation(() => HasilDasarHukum, { description: 'Mencatat sejak kapan dasar hukum tidak berlaku lagi.' })
  cabutDasarHukum(
    @Args('masukan') m: CabutDasarHukumMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilDasarHukum> {
    const { kode, tanggal, pengganti = null, alasan } = m;
    const p = { type: 'CabutDasarHukum', kode, tanggal, pengganti, alasan } as const;
    return this.jalankan('cabutDasarHukum', m, p, pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: MasukanDasarHukum,
    p: Permintaan<DasarHukumCommand>,
    pelaku: Pelaku,
  ): Promise<HasilDasarHukum> {
    const { pemda, opd, kode } = m;
    const surat = amplop(mutasi, m, pelaku);
    const { letak, revisi, state } = opd
      ? await this.bus.execute(new JalankanOpd({ pemda, opd }, p, pelaku, surat))
      : await this.bus.execute(new JalankanPemda(pemda, p, pelaku, surat));
    const dasarHukum = state.dasarHukum.find((d) => d.kode === kode) ?? tolak('TIDAK_DITEMUKAN', { kode });
    return { posisi: String(letak), revisi, dasarHukum };
  }
}
