import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import type { MasukanOpdTahun } from '../kunci.tipe.js';
import type { Rkt } from './rencana-kinerja.decider.js';
import { JalankanRencanaKinerja, type PermintaanRencanaKinerja } from './rencana-kinerja.handler.js';
import {
  CatatTargetRktMasukan,
  HasilRencanaKinerja,
  type RktKiniTipe,
  TetapkanRktMasukan,
} from './rencana-kinerja.tipe.js';

const rktKini = ({ status, target }: Rkt, p: PermintaanRencanaKinerja): RktKiniTipe => ({
  status,
  jumlah: target.size,
  target: p.type === 'CatatTarget' ? (target.get(p.indikator) ?? null) : null,
});

@Resolver()
export class RencanaKinerjaResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilRencanaKinerja, {
    description: 'Mencatat target tahunan indikator di luar Perjanjian Kinerja.',
  })
  catatTargetRkt(
    @Args('masukan') m: CatatTargetRktMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRencanaKinerja> {
    const { jenis, indikator, target } = m;
    return this.jalankan('catatTargetRkt', m, { type: 'CatatTarget', jenis, indikator, target }, pelaku);
  }

  @Mutation(() => HasilRencanaKinerja, { description: 'Menetapkan RKT: sejak itu targetnya berlaku.' })
  tetapkanRkt(
    @Args('masukan') m: TetapkanRktMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRencanaKinerja> {
    const { jenis, keputusan = null } = m;
    return this.jalankan('tetapkanRkt', m, { type: 'Tetapkan', jenis, keputusan }, pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: MasukanOpdTahun,
    p: PermintaanRencanaKinerja,
    pelaku: Pelaku,
  ): Promise<HasilRencanaKinerja> {
    const { pemda, opd, tahun } = m;
    const perintah = new JalankanRencanaKinerja({ pemda, opd, tahun }, p, pelaku, amplop(mutasi, m, pelaku));
    const { letak, revisi, state } = await this.bus.execute(perintah);
    const rencana = { murni: rktKini(state.murni, p), perubahan: rktKini(state.perubahan, p) };
    return { posisi: String(letak), revisi, rencanaKinerja: rencana };
  }
}
