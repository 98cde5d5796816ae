import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import type { Cara, Pejabat } from '../../kernel/decider.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { opd } from '../opd/opd.decider.js';
import { wajibPeriodeDokumen } from '../pemda/periode-dokumen.fakta.js';
import { dasarDari, type Permintaan, secaraElektronik } from '../permintaan.js';
import { type Renstra, type RenstraCommand, renstra } from './renstra.decider.js';

export type KunciRenstra = { pemda: string; opd: string; mulai: number };
export type PermintaanRenstra = Permintaan<RenstraCommand, 'mulai' | 'opdTerdaftar'>;

/** Everything that can be asked of a Renstra. */
export class JalankanRenstra extends Command<Hasil<Renstra>> {
  constructor(
    readonly kunci: KunciRenstra,
    readonly permintaan: PermintaanRenstra,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

/** A Renstra begins with an OPD that is registered; what follows asks nothing of other documents. */
export const siapkanRenstra = (
  baca: Baca,
  k: KunciRenstra,
  p: PermintaanRenstra,
  sah: { oleh: Pejabat; cara: Cara },
): RenstraCommand => {
  wajibPeriodeDokumen(baca, { ...k, tahun: k.mulai }, 'renstra', sah);
  if (p.type !== 'Susun') return { ...p, ...sah };
  const fakta = baca(opd, kunci.opd(k.pemda, k.opd));
  const opdTerdaftar = fakta.state.status === 'terdaftar';
  const berdasarkan = dasarDari([fakta]);
  return { ...p, ...sah, mulai: k.mulai, opdTerdaftar, berdasarkan };
};

@CommandHandler(JalankanRenstra)
export class JalankanRenstraHandler implements ICommandHandler<JalankanRenstra> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanRenstra): Promise<Hasil<Renstra>> {
    const tindakan = permintaan.type === 'Tetapkan' ? 'renstra.tetapkan' : 'renstra.susun';
    wajibBoleh(pelaku, tindakan, k.pemda, k.opd);
    const siapkan = (baca: Baca) => siapkanRenstra(baca, k, permintaan, secaraElektronik(pelaku));
    return this.executor.execute(renstra, kunci.renstra(k.pemda, k.opd, k.mulai), siapkan, amplop);
  }
}
