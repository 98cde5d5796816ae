import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { triwulanSah } from '../../kernel/kunci.js';
import { JalankanPeriode } from './periode.handler.js';
import { HasilPeriode, PeriodeMasukan } from './periode.tipe.js';

@Resolver()
export class PeriodeResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilPeriode, {
    description: 'Membuka pengisian pengukuran satu triwulan bagi semua OPD atau satu OPD.',
  })
  bukaPeriode(@Args('masukan') m: PeriodeMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilPeriode> {
    return this.jalankan('bukaPeriode', m, 'Buka', pelaku);
  }

  @Mutation(() => HasilPeriode, {
    description: 'Menutup pengisian pengukuran satu triwulan bagi semua OPD atau satu OPD.',
  })
  tutupPeriode(@Args('masukan') m: PeriodeMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilPeriode> {
    return this.jalankan('tutupPeriode', m, 'Tutup', pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: PeriodeMasukan,
    type: 'Buka' | 'Tutup',
    pelaku: Pelaku,
  ): Promise<HasilPeriode> {
    const { pemda, tahun, opd = null, alasan = null } = m;
    const jangka = { dokumen: 'pengukuran', triwulan: triwulanSah(m.triwulan), opd } as const;
    const perintah = new JalankanPeriode(
      { pemda, tahun },
      { type, ...jangka, alasan },
      pelaku,
      amplop(mutasi, m, pelaku),
    );
    const { letak, revisi, state } = await this.bus.execute(perintah);
    const triwulan = [...state.triwulan].map(([t, keadaan]) => ({ triwulan: t, ...keadaan }));
    return { posisi: String(letak), revisi, periode: { tahun, triwulan } };
  }
}
