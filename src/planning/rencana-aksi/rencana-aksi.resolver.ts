import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { triwulanSah } from '../../kernel/kunci.js';
import type { MasukanOpdTahun } from '../kunci.tipe.js';
import { JalankanRencanaAksi, type PermintaanRencanaAksi } from './rencana-aksi.handler.js';
import {
  CatatTargetRencanaAksiMasukan,
  HasilRencanaAksi,
  TetapkanRencanaAksiMasukan,
} from './rencana-aksi.tipe.js';

@Resolver()
export class RencanaAksiResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilRencanaAksi, { description: 'Mencatat target satu indikator untuk satu triwulan.' })
  catatTargetRencanaAksi(
    @Args('masukan') m: CatatTargetRencanaAksiMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRencanaAksi> {
    const { indikator, target, aksi = null } = m;
    const triwulan = triwulanSah(m.triwulan);
    const p = { type: 'CatatTarget', indikator, triwulan, target, aksi } as const;
    return this.jalankan('catatTargetRencanaAksi', m, p, pelaku);
  }

  @Mutation(() => HasilRencanaAksi, { description: 'Menetapkan rencana aksi: sejak itu targetnya tetap.' })
  tetapkanRencanaAksi(
    @Args('masukan') m: TetapkanRencanaAksiMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilRencanaAksi> {
    const p = { type: 'Tetapkan', keputusan: m.keputusan ?? null } as const;
    return this.jalankan('tetapkanRencanaAksi', m, p, pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: MasukanOpdTahun,
    p: PermintaanRencanaAksi,
    pelaku: Pelaku,
  ): Promise<HasilRencanaAksi> {
    const { pemda, opd, tahun } = m;
    const perintah = new JalankanRencanaAksi({ pemda, opd, tahun }, p, pelaku, amplop(mutasi, m, pelaku));
    const { letak, revisi, state } = await this.bus.execute(perintah);
    const disentuh = p.type === 'CatatTarget' ? state.target.get(p.indikator) : undefined;
    const target = [...(disentuh ?? [])].map(([triwulan, isi]) => ({ triwulan, ...isi }));
    const kini = { status: state.status, jumlahIndikator: state.target.size, target };
    return { posisi: String(letak), revisi, rencanaAksi: kini };
  }
}
