import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
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

/** What is not in the year's program tree can only be a belanja account; its shape is the decider's to judge. */
const perintah = (baca: Baca, k: KunciOpdTahun, p: PermintaanAnggaran, pelaku: Pelaku): AnggaranCommand => {
  const pohon = baca(program, kunci.opdTahun(k.pemda, k.opd, k.tahun));
  const simpul = pohon.state.simpul.get(p.kode);
  return {
    ...p,
    ...secaraElektronik(pelaku),
    tingkat: simpul?.tingkat ?? 'belanja',
    kodeDikenal: simpul !== undefined || tingkatAnggaran(p.kode) === 'belanja',
    berdasarkan: dasarDari([pohon]),
  };
};

@CommandHandler(JalankanAnggaran)
export class JalankanAnggaranHandler implements ICommandHandler<JalankanAnggaran> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanAnggaran): Promise<Hasil<Anggaran>> {
    wajibBoleh(pelaku, 'anggaran.tetapkan', k.pemda, k.opd);
    const siapkan = (baca: Baca) => perintah(baca, k, permintaan, pelaku);
    return this.executor.execute(anggaran, kunci.opdTahun(k.pemda, k.opd, k.tahun), siapkan, amplop);
  }
}
