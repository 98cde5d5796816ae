import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, type Tindakan, wajibBoleh } from '../../approval/wewenang.js';
import { Clock } from '../../kernel/event-store.js';
import { type Amplop, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { type Pk, type PkCommand, perjanjianKinerja } from './perjanjian-kinerja.decider.js';
import {
  type KunciPk,
  type PermintaanPk,
  siapkanPengajuan,
  siapkanTandaTangan,
} from './perjanjian-kinerja.fakta.js';

const TINDAKAN = {
  Ajukan: 'pk.ajukan',
  Kembalikan: 'pk.kembalikan',
  Batalkan: 'pk.batalkan',
  Tandatangani: 'pk.tandatangani',
} as const satisfies Record<PermintaanPk['type'], Tindakan>;

/** Everything that can be asked of a Perjanjian Kinerja. */
export class JalankanPk extends Command<Hasil<Pk>> {
  constructor(
    readonly kunci: KunciPk,
    readonly permintaan: PermintaanPk,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

@CommandHandler(JalankanPk)
export class JalankanPkHandler implements ICommandHandler<JalankanPk> {
  constructor(
    private readonly executor: Executor,
    private readonly clock: Clock,
  ) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanPk): Promise<Hasil<Pk>> {
    wajibBoleh(pelaku, TINDAKAN[permintaan.type], k.pemda, k.opd);
    const id = kunci.pk(k.pemda, k.opd, k.jabatan, k.tahun);
    return this.executor.execute(
      perjanjianKinerja,
      id,
      () => this.perintah(k, permintaan, pelaku.pejabat),
      amplop,
    );
  }

  private async perintah(k: KunciPk, p: PermintaanPk, oleh: Pelaku['pejabat']): Promise<PkCommand> {
    if (p.type === 'Ajukan') return siapkanPengajuan(this.executor, k, p, oleh, this.clock.now());
    if (p.type === 'Tandatangani')
      return siapkanTandaTangan(this.executor, k.pemda, p.sidik, oleh, this.clock.now());
    return { ...p, oleh, cara: 'elektronik' };
  }
}
