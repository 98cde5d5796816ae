import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Arsip } from '../../kernel/arsip.js';
import { Clock } from '../../kernel/event-store.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { tolak } from '../../kernel/penolakan.js';
import { secaraElektronik } from '../../planning/permintaan.js';
import { type Pelaku, wajibBoleh } from '../wewenang.js';
import { type Edaran, edaran } from './edaran.decider.js';
import { type KunciEdaran, kunciEdaran, type PermintaanEdaran, siapkanEdaran } from './edaran.fakta.js';

/** Everything that can be asked of a document on its way. */
export class JalankanEdaran extends Command<Hasil<Edaran>> {
  constructor(
    readonly kunci: KunciEdaran,
    readonly permintaan: PermintaanEdaran,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

@CommandHandler(JalankanEdaran)
export class JalankanEdaranHandler implements ICommandHandler<JalankanEdaran> {
  constructor(
    private readonly executor: Executor,
    private readonly clock: Clock,
    private readonly arsip: Arsip,
  ) {}

  async execute({ kunci: k, permintaan: p, pelaku, amplop }: JalankanEdaran): Promise<Hasil<Edaran>> {
    const memulai = p.type === 'Mulai' || p.type === 'Batalkan';
    // A step may wait for an office of another OPD than the document's: which one, the rule of the walk says.
    if (memulai) wajibBoleh(pelaku, 'edaran.mulai', k.pemda, k.opd);
    else wajibBoleh(pelaku, 'edaran.jalankan', k.pemda, pelaku.opd);
    if (p.type === 'KerjakanLangkah') await this.wajibDiarsipkan(p.berkas);
    const sah = secaraElektronik(pelaku);
    const siapkan = (baca: Baca) => siapkanEdaran(baca, k, p, sah, this.clock.now());
    return this.executor.execute(edaran, kunciEdaran(k), siapkan, amplop);
  }

  private async wajibDiarsipkan(berkas: string | null): Promise<void> {
    if (berkas === null) return;
    const ada = /^[0-9a-f]{64}$/.test(berkas) && (await this.arsip.baca(berkas)) !== null;
    if (!ada) tolak('BERKAS_TIDAK_DIARSIPKAN');
  }
}
