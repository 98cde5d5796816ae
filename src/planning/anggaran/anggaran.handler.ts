import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, type Tindakan, wajibBoleh } from '../../approval/wewenang.js';
import type { Cara, Pejabat } from '../../kernel/decider.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { wajibPeriodeDokumen } from '../pemda/periode-dokumen.fakta.js';
import { dasarDari, type KunciOpdTahun, type Permintaan, secaraElektronik } from '../permintaan.js';
import { program } from '../program/program.decider.js';
import { type Anggaran, type AnggaranCommand, anggaran } from './anggaran.decider.js';
import { barisDikenal } from './kode.decider.js';

export type PermintaanAnggaran = Permintaan<AnggaranCommand, 'tingkat' | 'kodeDikenal'>;

/** Everything that can be asked of an OPD's budget of one year. */
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

/** A pagu stands on the year's program tree; a document on the pagu of its own stream. */
export const siapkanAnggaran = (
  baca: Baca,
  k: KunciOpdTahun,
  p: PermintaanAnggaran,
  sah: { oleh: Pejabat; cara: Cara },
): AnggaranCommand => {
  wajibPeriodeDokumen(baca, k, 'anggaran', sah);
  if (p.type === 'TetapkanDokumen') return { ...p, ...sah };
  const pohon = baca(program, kunci.opdTahun(k.pemda, k.opd, k.tahun));
  const dikenal = barisDikenal(pohon.state.simpul, p.kode);
  return { ...p, ...dikenal, ...sah, berdasarkan: dasarDari([pohon]) };
};

const tindakan = ({ type }: PermintaanAnggaran): Tindakan =>
  type === 'TetapkanDokumen' ? 'anggaran.tetapkan-dokumen' : 'anggaran.tetapkan';

@CommandHandler(JalankanAnggaran)
export class JalankanAnggaranHandler implements ICommandHandler<JalankanAnggaran> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanAnggaran): Promise<Hasil<Anggaran>> {
    wajibBoleh(pelaku, tindakan(permintaan), k.pemda, k.opd);
    const siapkan = (baca: Baca) => siapkanAnggaran(baca, k, permintaan, secaraElektronik(pelaku));
    return this.executor.execute(anggaran, kunci.opdTahun(k.pemda, k.opd, k.tahun), siapkan, amplop);
  }
}
