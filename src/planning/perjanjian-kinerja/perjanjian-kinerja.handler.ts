import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, type Tindakan, wajibBoleh } from '../../approval/wewenang.js';
import type { Pejabat } from '../../kernel/decider.js';
import { Clock } from '../../kernel/event-store.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
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

const perintah = (baca: Baca, k: KunciPk, p: PermintaanPk, oleh: Pejabat, kini: Date): PkCommand => {
  if (p.type === 'Ajukan') return siapkanPengajuan(baca, k, p, oleh, kini);
  if (p.type === 'Tandatangani') return siapkanTandaTangan(baca, k.pemda, p.sidik, oleh, kini);
  return { ...p, oleh, cara: 'elektronik' };
};

@CommandHandler(JalankanPk)
export class JalankanPkHandler implements ICommandHandler<JalankanPk> {
  constructor(
    private readonly executor: Executor,
    private readonly clock: Clock,
  ) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanPk): Promise<Hasil<Pk>> {
    wajibBoleh(pelaku, TINDAKAN[permintaan.type], k.pemda, k.opd);
    const id = kunci.pk(k.pemda, k.opd, k.jabatan, k.tahun);
    const siapkan = (baca: Baca) => perintah(baca, k, permintaan, pelaku.pejabat, this.clock.now());
    return this.executor.execute(perjanjianKinerja, id, siapkan, amplop);
  }
}
