import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import type { MasukanOpd } from '../kunci.tipe.js';
import { JalankanOpd, type PermintaanOpd } from './opd.handler.js';
import {
  HapusUnitSotkMasukan,
  HasilSotk,
  SusunSotkMasukan,
  TetapkanSotkMasukan,
  TetapkanUnitSotkMasukan,
} from './sotk.tipe.js';

@Resolver()
export class SotkResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilSotk, { description: 'Menyusun versi baru SOTK, atau mengubah pokok draf yang ada.' })
  susunSotk(@Args('masukan') m: SusunSotkMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilSotk> {
    const { mulai, dasar, tugasPokok, fungsi, sejarah = null } = m;
    const [pendahulu, salinUnit] = [m.pendahulu ?? [], m.salinUnit ?? false];
    const isi = { mulai, dasar, tugasPokok, fungsi, sejarah, pendahulu };
    return this.jalankan('susunSotk', m, { type: 'SusunSotk', ...isi, salinUnit }, pelaku);
  }

  @Mutation(() => HasilSotk, {
    description: 'Menambah atau mengubah satu unit pada SOTK yang sedang disusun.',
  })
  tetapkanUnitSotk(
    @Args('masukan') m: TetapkanUnitSotkMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilSotk> {
    const { versi, kode, nama, induk = null, tugasPokok = null } = m;
    const isi = { versi, kode, nama, induk, tugasPokok, fungsi: m.fungsi ?? [] };
    return this.jalankan('tetapkanUnitSotk', m, { type: 'TetapkanUnitSotk', ...isi }, pelaku);
  }

  @Mutation(() => HasilSotk, { description: 'Mengeluarkan satu unit dari SOTK yang sedang disusun.' })
  hapusUnitSotk(@Args('masukan') m: HapusUnitSotkMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilSotk> {
    const { versi, kode, alasan } = m;
    return this.jalankan('hapusUnitSotk', m, { type: 'HapusUnitSotk', versi, kode, alasan }, pelaku);
  }

  @Mutation(() => HasilSotk, { description: 'Menetapkan SOTK; sejak tanggal mulainya ia berlaku.' })
  tetapkanSotk(@Args('masukan') m: TetapkanSotkMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilSotk> {
    return this.jalankan('tetapkanSotk', m, { type: 'TetapkanSotk', versi: m.versi }, pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: MasukanOpd,
    p: PermintaanOpd,
    pelaku: Pelaku,
  ): Promise<HasilSotk> {
    const { pemda, opd } = m;
    const perintah = new JalankanOpd({ pemda, opd }, p, pelaku, amplop(mutasi, m, pelaku));
    const { letak, revisi, state } = await this.bus.execute(perintah);
    const sotk = state.sotk.map(({ versi, mulai, status, unit }) => ({
      versi,
      mulai,
      status,
      banyakUnit: unit.length,
    }));
    return { posisi: String(letak), revisi, sotk };
  }
}
