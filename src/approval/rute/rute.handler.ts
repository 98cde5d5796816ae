import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { terdaftar } from '../../planning/opd/terdaftar.fakta.js';
import { type Permintaan, secaraElektronik } from '../../planning/permintaan.js';
import type { DokumenBerrute } from '../jalur.js';
import { type Pelaku, wajibBoleh } from '../wewenang.js';
import { type Rute, type RuteCommand, rute } from './rute.decider.js';

export type KunciRute = { pemda: string; dokumen: DokumenBerrute };
export type PermintaanRute = Permintaan<RuteCommand, 'dokumen' | 'terdaftar'>;

/** Everything that can be asked of a route. */
export class JalankanRute extends Command<Hasil<Rute>> {
  constructor(
    readonly kunci: KunciRute,
    readonly permintaan: PermintaanRute,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

@CommandHandler(JalankanRute)
export class JalankanRuteHandler implements ICommandHandler<JalankanRute> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan: p, pelaku, amplop }: JalankanRute): Promise<Hasil<Rute>> {
    wajibBoleh(pelaku, p.type === 'Susun' ? 'rute.susun' : 'rute.tetapkan', k.pemda, null);
    const sah = secaraElektronik(pelaku);
    const siapkan = (baca: Baca): RuteCommand =>
      p.type === 'Susun'
        ? { ...p, ...sah, dokumen: k.dokumen, terdaftar: terdaftar(baca, k.pemda, null) }
        : { ...p, ...sah };
    return this.executor.execute(rute, kunci.rute(k.pemda, k.dokumen), siapkan, amplop);
  }
}
