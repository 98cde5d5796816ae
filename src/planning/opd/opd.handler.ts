import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { pemda } from '../pemda/pemda.decider.js';
import { dasarDari, type Permintaan, secaraElektronik } from '../permintaan.js';
import { type Opd, type OpdCommand, opd } from './opd.decider.js';

export type KunciOpd = { pemda: string; opd: string };
export type PermintaanOpd = Permintaan<OpdCommand, 'kode' | 'pemdaTerdaftar'>;

/** Everything that can be asked of an OPD. */
export class JalankanOpd extends Command<Hasil<Opd>> {
  constructor(
    readonly kunci: KunciOpd,
    readonly permintaan: PermintaanOpd,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

const perintah = (baca: Baca, k: KunciOpd, p: PermintaanOpd, pelaku: Pelaku): OpdCommand => {
  if (p.type !== 'Daftarkan') return { ...p, ...secaraElektronik(pelaku) };
  const fakta = baca(pemda, kunci.pemda(k.pemda));
  const pemdaTerdaftar = fakta.state.status === 'terdaftar';
  const berdasarkan = dasarDari([fakta]);
  return { ...p, ...secaraElektronik(pelaku), kode: k.opd, pemdaTerdaftar, berdasarkan };
};

@CommandHandler(JalankanOpd)
export class JalankanOpdHandler implements ICommandHandler<JalankanOpd> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanOpd): Promise<Hasil<Opd>> {
    wajibBoleh(pelaku, 'opd.kelola', k.pemda, k.opd);
    const siapkan = (baca: Baca) => perintah(baca, k, permintaan, pelaku);
    return this.executor.execute(opd, kunci.opd(k.pemda, k.opd), siapkan, amplop);
  }
}
