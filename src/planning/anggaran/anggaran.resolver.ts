import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { tolak } from '../../kernel/penolakan.js';
import { type Anggaran, paguBerlaku } from './anggaran.decider.js';
import { JalankanAnggaran } from './anggaran.handler.js';
import { type AnggaranKiniTipe, HasilAnggaran, TetapkanPaguMasukan } from './anggaran.tipe.js';

const anggaranKini = (a: Anggaran, kode: string): AnggaranKiniTipe => {
  const { tingkat, murni, perubahan } = a.baris.get(kode) ?? tolak('ANGGARAN_TIDAK_DIKENAL', { kode });
  return {
    kode,
    tingkat,
    murni: murni?.pagu ?? null,
    perubahan: perubahan?.pagu ?? null,
    berlaku: paguBerlaku(a, kode),
  };
};

@Resolver()
export class AnggaranResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilAnggaran, {
    description:
      'Menetapkan pagu murni atau perubahan satu program, kegiatan, sub kegiatan, atau akun belanja.',
  })
  async tetapkanPagu(
    @Args('masukan') m: TetapkanPaguMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilAnggaran> {
    const { pemda, opd, tahun, jenis, kode, pagu, nama = null, sumberDana = null } = m;
    const perintah = new JalankanAnggaran(
      { pemda, opd, tahun },
      { type: 'TetapkanPagu', jenis, kode, pagu, nama, sumberDana },
      pelaku,
      amplop('tetapkanPagu', m, pelaku),
    );
    const { letak, revisi, state } = await this.bus.execute(perintah);
    return { posisi: String(letak), revisi, anggaran: anggaranKini(state, kode) };
  }
}
