import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { type Amplop, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { tingkatAnggaran } from '../../reporting/capaian.js';
import { dasarDari, type KunciOpdTahun, type Permintaan, secaraElektronik } from '../permintaan.js';
import { program } from '../program/program.decider.js';
import { type Anggaran, type AnggaranCommand, anggaran } from './anggaran.decider.js';

export type PermintaanAnggaran = Permintaan<AnggaranCommand, 'tingkat' | 'kodeDikenal'>;

/** Sets the pagu of one code. */
export class JalankanAnggaran extends Command<Hasil<Anggaran>> {
  constructor(
    readonly kunci: KunciOpdTahun,
    readonly permintaan: PermintaanAnggaran,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

@CommandHandler(JalankanAnggaran)
export class JalankanAnggaranHandler implements ICommandHandler<JalankanAnggaran> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanAnggaran): Promise<Hasil<Anggaran>> {
    wajibBoleh(pelaku, 'anggaran.tetapkan', k.pemda, k.opd);
    const siapkan = () => this.perintah(k, permintaan, pelaku);
    return this.executor.execute(anggaran, kunci.opdTahun(k.pemda, k.opd, k.tahun), siapkan, amplop);
  }

  /** What is not in the year's program tree can only be a belanja account; its shape is the decider's to judge. */
  private async perintah(k: KunciOpdTahun, p: PermintaanAnggaran, pelaku: Pelaku): Promise<AnggaranCommand> {
    const pohon = await this.executor.state(program, kunci.opdTahun(k.pemda, k.opd, k.tahun));
    const simpul = pohon.state.simpul.get(p.kode);
    return {
      ...p,
      ...secaraElektronik(pelaku),
      tingkat: simpul?.tingkat ?? 'belanja',
      kodeDikenal: simpul !== undefined || tingkatAnggaran(p.kode) === 'belanja',
      berdasarkan: dasarDari([pohon]),
    };
  }
}
