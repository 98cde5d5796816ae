import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { dalamPk, perjanjianKinerja } from '../perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { dasarDari, type KunciOpdTahun, type Permintaan, secaraElektronik } from '../permintaan.js';
import { definisiIndikator, renstraTahun } from '../renstra/renstra.fakta.js';
import {
  type RencanaKinerja,
  type RencanaKinerjaCommand,
  rencanaKinerja,
} from './rencana-kinerja.decider.js';

export type PermintaanRencanaKinerja = Permintaan<RencanaKinerjaCommand, 'definisi' | 'dalamPk'>;

/** Everything that can be asked of the year's Rencana Kinerja Tahunan. */
export class JalankanRencanaKinerja extends Command<Hasil<RencanaKinerja>> {
  constructor(
    readonly kunci: KunciOpdTahun,
    readonly permintaan: PermintaanRencanaKinerja,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

const perintah = (
  baca: Baca,
  k: KunciOpdTahun,
  p: PermintaanRencanaKinerja,
  pelaku: Pelaku,
): RencanaKinerjaCommand => {
  if (p.type === 'Tetapkan') return { ...p, ...secaraElektronik(pelaku) };
  const r = renstraTahun(baca, k.pemda, k.opd, k.tahun) ?? tolak('RENSTRA_BELUM_ADA');
  const pk = baca(perjanjianKinerja, kunci.pk(k.pemda, k.opd, 'kepala', k.tahun));
  return {
    ...p,
    ...secaraElektronik(pelaku),
    definisi: definisiIndikator(r.state, p.indikator),
    dalamPk: dalamPk(pk.state, p.indikator),
    berdasarkan: dasarDari([r.dasar, pk]),
  };
};

@CommandHandler(JalankanRencanaKinerja)
export class JalankanRencanaKinerjaHandler implements ICommandHandler<JalankanRencanaKinerja> {
  constructor(private readonly executor: Executor) {}

  async execute(c: JalankanRencanaKinerja): Promise<Hasil<RencanaKinerja>> {
    const { kunci: k, permintaan, pelaku, amplop } = c;
    const tindakan = permintaan.type === 'Tetapkan' ? 'rkt.tetapkan' : 'rkt.susun';
    wajibBoleh(pelaku, tindakan, k.pemda, k.opd);
    const siapkan = (baca: Baca) => perintah(baca, k, permintaan, pelaku);
    return this.executor.execute(rencanaKinerja, kunci.opdTahun(k.pemda, k.opd, k.tahun), siapkan, amplop);
  }
}
