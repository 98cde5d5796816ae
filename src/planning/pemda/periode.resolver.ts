import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Pelaku } from '../../approval/wewenang.js';
import { amplop, PelakuKini } from '../../infra/graphql/perintah.js';
import { triwulanSah } from '../../kernel/kunci.js';
import { JalankanPeriode, type PermintaanPeriode } from './periode.handler.js';
import { HasilPeriode, PeriodeDokumenMasukan, PeriodeMasukan } from './periode.tipe.js';

const triwulan = (m: PeriodeMasukan, type: 'Buka' | 'Tutup'): PermintaanPeriode => {
  const { opd = null, alasan = null } = m;
  return { type, dokumen: 'pengukuran', triwulan: triwulanSah(m.triwulan), opd, alasan };
};
const dokumen = (
  { dokumen, opd = null, alasan = null }: PeriodeDokumenMasukan,
  type: 'BukaDokumen' | 'TutupDokumen',
): PermintaanPeriode => ({ type, dokumen, opd, alasan });

@Resolver()
export class PeriodeResolver {
  constructor(private readonly bus: CommandBus) {}

  @Mutation(() => HasilPeriode, {
    description: 'Membuka pengisian pengukuran satu triwulan bagi semua OPD atau satu OPD.',
  })
  bukaPeriode(@Args('masukan') m: PeriodeMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilPeriode> {
    return this.jalankan('bukaPeriode', m, triwulan(m, 'Buka'), pelaku);
  }

  @Mutation(() => HasilPeriode, {
    description: 'Menutup pengisian pengukuran satu triwulan bagi semua OPD atau satu OPD.',
  })
  tutupPeriode(@Args('masukan') m: PeriodeMasukan, @PelakuKini() pelaku: Pelaku): Promise<HasilPeriode> {
    return this.jalankan('tutupPeriode', m, triwulan(m, 'Tutup'), pelaku);
  }

  @Mutation(() => HasilPeriode, {
    description: 'Membuka lagi pengisian sebuah dokumen perencanaan, dengan alasan.',
  })
  bukaPeriodeDokumen(
    @Args('masukan') m: PeriodeDokumenMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPeriode> {
    return this.jalankan('bukaPeriodeDokumen', m, dokumen(m, 'BukaDokumen'), pelaku);
  }

  @Mutation(() => HasilPeriode, {
    description: 'Menutup pengisian sebuah dokumen perencanaan bagi semua OPD atau satu OPD.',
  })
  tutupPeriodeDokumen(
    @Args('masukan') m: PeriodeDokumenMasukan,
    @PelakuKini() pelaku: Pelaku,
  ): Promise<HasilPeriode> {
    return this.jalankan('tutupPeriodeDokumen', m, dokumen(m, 'TutupDokumen'), pelaku);
  }

  private async jalankan(
    mutasi: string,
    m: PeriodeMasukan | PeriodeDokumenMasukan,
    p: PermintaanPeriode,
    pelaku: Pelaku,
  ): Promise<HasilPeriode> {
    const { pemda, tahun } = m;
    const perintah = new JalankanPeriode({ pemda, tahun }, p, pelaku, amplop(mutasi, m, pelaku));
    const { letak, revisi, state } = await this.bus.execute(perintah);
    const triwulan = [...state.triwulan].map(([t, keadaan]) => ({ triwulan: t, ...keadaan }));
    const dokumen = [...state.dokumen].map(([d, { semua, kecuali }]) => ({
      dokumen: d,
      terbuka: semua === null,
      kecuali: [...kecuali].flatMap(([opd, k]) => ((k === null) === (semua === null) ? [] : [opd])),
    }));
    return { posisi: String(letak), revisi, periode: { tahun, triwulan, dokumen } };
  }
}
