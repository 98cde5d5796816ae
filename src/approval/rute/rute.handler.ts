import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { jabatan } from '../../planning/jabatan/jabatan.decider.js';
import { terdaftar } from '../../planning/opd/terdaftar.fakta.js';
import { type Permintaan, type Sah, secaraElektronik } from '../../planning/permintaan.js';
import type { DokumenBerrute, Langkah } from '../jalur.js';
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

/** An office of one place (pemda or a named OPD) must be there; one of the document's own OPD is another in each. */
const wajibJabatanAda = (baca: Baca, kodePemda: string, langkah: readonly Langkah[]): void => {
  for (const s of langkah.flatMap(({ oleh, eskalasi }) => [oleh, ...(eskalasi ? [eskalasi] : [])])) {
    if (s.cara !== 'jabatan' || s.opd === null) continue;
    const k = kunci.jabatan(kodePemda, s.opd, s.jabatan);
    if (baca(jabatan, k).state.status === 'kosong') tolak('JABATAN_BELUM_ADA', { jabatan: k });
  }
};

export const siapkanRute = (baca: Baca, k: KunciRute, p: PermintaanRute, sah: Sah): RuteCommand => {
  if (p.type === 'Susun')
    return { ...p, ...sah, dokumen: k.dokumen, terdaftar: terdaftar(baca, k.pemda, null) };
  wajibJabatanAda(baca, k.pemda, baca(rute, kunci.rute(k.pemda, k.dokumen)).state.draf ?? []);
  return { ...p, ...sah };
};

@CommandHandler(JalankanRute)
export class JalankanRuteHandler implements ICommandHandler<JalankanRute> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan: p, pelaku, amplop }: JalankanRute): Promise<Hasil<Rute>> {
    wajibBoleh(pelaku, p.type === 'Susun' ? 'rute.susun' : 'rute.tetapkan', k.pemda, null);
    const sah = secaraElektronik(pelaku);
    const siapkan = (baca: Baca) => siapkanRute(baca, k, p, sah);
    return this.executor.execute(rute, kunci.rute(k.pemda, k.dokumen), siapkan, amplop);
  }
}
