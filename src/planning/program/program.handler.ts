import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import type { Cara, Pejabat } from '../../kernel/decider.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { nomenklaturTahun } from '../nomenklatur/nomenklatur.fakta.js';
import { wajibPeriodeDokumen } from '../pemda/periode-dokumen.fakta.js';
import { dasarDari, type KunciOpdTahun, type Permintaan, secaraElektronik } from '../permintaan.js';
import { renstraTahun } from '../renstra/renstra.fakta.js';
import { type Program, type ProgramCommand, program } from './program.decider.js';

export type PermintaanProgram = Permintaan<
  ProgramCommand,
  'renstraAda' | 'nomenklatur' | 'sasaranDikenal' | 'indikatorDikenal'
>;

/** Everything that can be asked of the year's program tree. */
export class JalankanProgram extends Command<Hasil<Program>> {
  constructor(
    readonly kunci: KunciOpdTahun,
    readonly permintaan: PermintaanProgram,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

/** The tree stands on the year's Renstra, and its names on the nomenclature in force. */
export const siapkanProgram = (
  baca: Baca,
  k: KunciOpdTahun,
  p: PermintaanProgram,
  sah: { oleh: Pejabat; cara: Cara },
): ProgramCommand => {
  wajibPeriodeDokumen(baca, k, 'program', sah);
  const renstra = renstraTahun(baca, k.pemda, k.opd, k.tahun);
  const bersama = { ...sah, berdasarkan: dasarDari([renstra?.dasar ?? null]) };
  switch (p.type) {
    case 'Tambah': {
      // Paper has its names from whatever version it was printed by, and does not say which.
      const resmi = sah.cara === 'elektronik' ? nomenklaturTahun(baca, k.tahun) : null;
      return {
        ...p,
        ...bersama,
        berdasarkan: dasarDari([renstra?.dasar ?? null, resmi?.dasar ?? null]),
        renstraAda: renstra !== null,
        nomenklatur: resmi?.versi ?? null,
      };
    }
    case 'DukungSasaran':
      return { ...p, ...bersama, sasaranDikenal: renstra?.state.sasaran.has(p.sasaran) ?? false };
    case 'HubungkanIndikator':
      return { ...p, ...bersama, indikatorDikenal: renstra?.state.indikator.has(p.indikator) ?? false };
  }
};

@CommandHandler(JalankanProgram)
export class JalankanProgramHandler implements ICommandHandler<JalankanProgram> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanProgram): Promise<Hasil<Program>> {
    wajibBoleh(pelaku, 'program.susun', k.pemda, k.opd);
    const siapkan = (baca: Baca) => siapkanProgram(baca, k, permintaan, secaraElektronik(pelaku));
    return this.executor.execute(program, kunci.opdTahun(k.pemda, k.opd, k.tahun), siapkan, amplop);
  }
}
