import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { faktaIndikator } from '../pengukuran/pengukuran.fakta.js';
import { type Banding, type Pembanding, type PembandingCommand, pembanding } from './pembanding.decider.js';

/** `tahunKinerja`: the year that is compared; its Renstra defines the indicator. The figure's own year stands in Banding. */
export type KunciPembanding = { pemda: string; opd: string; tahunKinerja: number };
export type PermintaanPembanding = Banding & { type: 'Catat' };

/** Records the figure of another region or of a standard. */
export class JalankanPembanding extends Command<Hasil<Pembanding>> {
  constructor(
    readonly kunci: KunciPembanding,
    readonly permintaan: PermintaanPembanding,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

@CommandHandler(JalankanPembanding)
export class JalankanPembandingHandler implements ICommandHandler<JalankanPembanding> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan: p, pelaku, amplop }: JalankanPembanding) {
    wajibBoleh(pelaku, 'pembanding.catat', k.pemda, k.opd);
    const siapkan = (baca: Baca): PembandingCommand => {
      const { pemda, opd, tahunKinerja: tahun } = k;
      const { definisi, dasar } = faktaIndikator(baca, { pemda, opd, tahun }, p.indikator);
      return { ...p, definisi, berdasarkan: [dasar], oleh: pelaku.pejabat, cara: 'elektronik' };
    };
    return this.executor.execute(pembanding, kunci.opd(k.pemda, k.opd), siapkan, amplop);
  }
}
