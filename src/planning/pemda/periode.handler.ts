import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { tanggalDi } from '../../approval/pemegang-kini.js';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { Clock } from '../../kernel/event-store.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import { terdaftar } from '../opd/terdaftar.fakta.js';
import { type Permintaan, type Sah, secaraElektronik } from '../permintaan.js';
import { pemda } from './pemda.decider.js';
import { type Periode, type PeriodeCommand, periode } from './periode.decider.js';

export type KunciPeriode = { pemda: string; tahun: number };
export type PermintaanPeriode = Permintaan<PeriodeCommand, 'terdaftar' | 'sejak'>;

/** Opens and closes the quarters, and the documents, of one year. */
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

export const siapkanPeriode = (
  baca: Baca,
  k: KunciPeriode,
  p: PermintaanPeriode,
  sah: Sah,
  kini: Date,
): PeriodeCommand => {
  const milik = p.opd === OPD_PEMDA ? null : p.opd;
  const bersama = { ...sah, terdaftar: terdaftar(baca, k.pemda, milik) };
  if (p.dokumen === 'pengukuran') return { ...p, ...bersama };
  const { zona } = baca(pemda, kunci.pemda(k.pemda)).state;
  return { ...p, ...bersama, sejak: tanggalDi(zona ?? 'WIB', kini) };
};

@CommandHandler(JalankanPeriode)
export class JalankanPeriodeHandler implements ICommandHandler<JalankanPeriode> {
  constructor(
    private readonly executor: Executor,
    private readonly clock: Clock,
  ) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanPeriode): Promise<Hasil<Periode>> {
    wajibBoleh(pelaku, 'periode.kelola', k.pemda, permintaan.opd);
    const siapkan = (baca: Baca) =>
      siapkanPeriode(baca, k, permintaan, secaraElektronik(pelaku), this.clock.now());
    return this.executor.execute(periode, kunci.periode(k.pemda, k.tahun), siapkan, amplop);
  }
}
