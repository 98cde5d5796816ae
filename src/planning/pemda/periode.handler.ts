import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { terdaftar } from '../opd/terdaftar.fakta.js';
import { type Permintaan, secaraElektronik } from '../permintaan.js';
import { type Periode, type PeriodeCommand, periode } from './periode.decider.js';

export type KunciPeriode = { pemda: string; tahun: number };
export type PermintaanPeriode = Permintaan<PeriodeCommand, 'terdaftar'>;

/** Opens and closes the quarters of one year. */
export class JalankanPeriode extends Command<Hasil<Periode>> {
  constructor(
    readonly kunci: KunciPeriode,
    readonly permintaan: PermintaanPeriode,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

@CommandHandler(JalankanPeriode)
export class JalankanPeriodeHandler implements ICommandHandler<JalankanPeriode> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanPeriode): Promise<Hasil<Periode>> {
    wajibBoleh(pelaku, 'periode.kelola', k.pemda, permintaan.opd);
    const siapkan = (baca: Baca): PeriodeCommand => ({
      ...permintaan,
      ...secaraElektronik(pelaku),
      terdaftar: terdaftar(baca, k.pemda, permintaan.opd),
    });
    return this.executor.execute(periode, kunci.periode(k.pemda, k.tahun), siapkan, amplop);
  }
}
