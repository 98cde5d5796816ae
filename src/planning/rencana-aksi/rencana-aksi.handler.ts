import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { wajibPeriodeDokumen } from '../pemda/periode-dokumen.fakta.js';
import {
  dasarDari,
  type KunciOpdTahun,
  type Permintaan,
  type Sah,
  secaraElektronik,
  tindakanRencana,
} from '../permintaan.js';
import { definisiIndikator, renstraTahun } from '../renstra/renstra.fakta.js';
import { type RencanaAksi, type RencanaAksiCommand, rencanaAksi } from './rencana-aksi.decider.js';

export type PermintaanRencanaAksi = Permintaan<RencanaAksiCommand, 'definisi'>;

/** Everything that can be asked of the year's rencana aksi. */
export class JalankanRencanaAksi extends Command<Hasil<RencanaAksi>> {
  constructor(
    readonly kunci: KunciOpdTahun,
    readonly permintaan: PermintaanRencanaAksi,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

export const siapkanRencanaAksi = (
  baca: Baca,
  k: KunciOpdTahun,
  p: PermintaanRencanaAksi,
  sah: Sah,
): RencanaAksiCommand => {
  // What was done of a plan is told all year long.
  if (p.type !== 'TandaiAksi') wajibPeriodeDokumen(baca, k, 'rencana-aksi', sah);
  if (p.type !== 'CatatTarget') return { ...p, ...sah };
  const r = renstraTahun(baca, k.pemda, k.opd, k.tahun) ?? tolak('RENSTRA_BELUM_ADA');
  const definisi = definisiIndikator(r.state, p.indikator);
  return { ...p, ...sah, definisi, berdasarkan: dasarDari([r.dasar]) };
};

@CommandHandler(JalankanRencanaAksi)
export class JalankanRencanaAksiHandler implements ICommandHandler<JalankanRencanaAksi> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanRencanaAksi): Promise<Hasil<RencanaAksi>> {
    const langkah = permintaan.type === 'Tetapkan' ? 'tetapkan' : 'susun';
    wajibBoleh(pelaku, tindakanRencana(k.opd, 'rencana-aksi', langkah), k.pemda, k.opd);
    const siapkan = (baca: Baca) => siapkanRencanaAksi(baca, k, permintaan, secaraElektronik(pelaku));
    return this.executor.execute(rencanaAksi, kunci.opdTahun(k.pemda, k.opd, k.tahun), siapkan, amplop);
  }
}
