import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { kunci } from '../../kernel/kunci.js';
import { JalankanJabatan, type PermintaanJabatan } from './jabatan.handler.js';
import {
  BentukJabatanMasukan,
  BerhentikanPejabatMasukan,
  HasilJabatan,
  type MasukanJabatan,
  TetapkanPejabatMasukan,
  TutupJabatanMasukan,
} from './jabatan.tipe.js';

@Resolver()
export class JabatanResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilJabatan, { description: 'Membentuk jabatan, atau mengubah sebutan dan atasannya.' })
  bentukJabatan(
    @Args('masukan') m: BentukJabatanMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilJabatan> {
    const { sebutan, atasan: a } = m;
    const atasan = a ? kunci.jabatan(m.pemda, a.opd, a.jabatan) : null;
    const letak = {
      ...(m.jenis ? { jenis: m.jenis } : {}),
      ...(m.unit ? { unit: m.unit } : {}),
      ...(m.eselon ? { eselon: m.eselon } : {}),
    };
    return this.jalankan('bentukJabatan', m, { type: 'Bentuk', sebutan, atasan, ...letak }, pelaku);
  }

  @Mutation(() => HasilJabatan, { description: 'Menutup jabatan yang tidak ada lagi, dengan alasan.' })
  tutupJabatan(@Args('masukan') m: TutupJabatanMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilJabatan> {
    const { tanggal, alasan } = m;
    return this.jalankan('tutupJabatan', m, { type: 'Tutup', tanggal, alasan }, pelaku);
  }

  @Mutation(() => HasilJabatan, { description: 'Mencatat siapa memegang jabatan sejak suatu tanggal.' })
  tetapkanPejabat(
    @Args('masukan') m: TetapkanPejabatMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilJabatan> {
    const { subjek, status, mulai, selesai = null, keputusan = null } = m;
    const p = { type: 'TetapkanPejabat', subjek, status, mulai, selesai, keputusan } as const;
    return this.jalankan('tetapkanPejabat', m, p, pelaku);
  }

  @Mutation(() => HasilJabatan, { description: 'Mencatat hari terakhir seorang pejabat.' })
  berhentikanPejabat(
    @Args('masukan') m: BerhentikanPejabatMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilJabatan> {
    const { subjek, status, mulai, selesai } = m;
    const p = { type: 'BerhentikanPejabat', subjek, status, mulai, selesai } as const;
    return this.jalankan('berhentikanPejabat', m, p, pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: MasukanJabatan,
    p: PermintaanJabatan,
    pelaku: Pelaku,
  ): Promise<HasilJabatan> {
    const { pemda, opd, jabatan: kode } = m;
    const perintah = new JalankanJabatan({ pemda, opd, jabatan: kode }, p, pelaku, amplop(mutasi, m, pelaku));
    const { letak, revisi, state } = await this.bus.execute(perintah);
    const { status: _status, ...isi } = state;
    return { posisi: String(letak), revisi, jabatan: { kode, ...isi } };
  }
}
