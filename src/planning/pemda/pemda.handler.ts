import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, type Tindakan, wajibBoleh } from '../../approval/wewenang.js';
import { type Amplop, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { type Permintaan, secaraElektronik } from '../permintaan.js';
import { type Pemda, type PemdaCommand, pemda } from './pemda.decider.js';

export type PermintaanPemda = Permintaan<PemdaCommand>;

const TINDAKAN = {
  Daftarkan: 'pemda.kelola',
  UbahNama: 'pemda.kelola',
  TetapkanSkala: 'pemda.kelola',
  TetapkanKalender: 'pemda.kelola',
  CatatDasarHukum: 'dasar-hukum.catat',
  CabutDasarHukum: 'dasar-hukum.catat',
} as const satisfies Record<PermintaanPemda['type'], Tindakan>;

/** Everything that can be asked of a pemda. */
export class JalankanPemda extends Command<Hasil<Pemda>> {
  constructor(
    readonly pemda: string,
    readonly permintaan: PermintaanPemda,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

@CommandHandler(JalankanPemda)
export class JalankanPemdaHandler implements ICommandHandler<JalankanPemda> {
  constructor(private readonly executor: Executor) {}

  async execute({ pemda: kode, permintaan, pelaku, amplop }: JalankanPemda): Promise<Hasil<Pemda>> {
    wajibBoleh(pelaku, TINDAKAN[permintaan.type], kode, null);
    const perintah = { ...permintaan, ...secaraElektronik(pelaku) };
    return this.executor.execute(pemda, kunci.pemda(kode), perintah, amplop);
  }
}
