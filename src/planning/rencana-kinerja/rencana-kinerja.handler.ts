import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { wajibPeriodeDokumen } from '../pemda/periode-dokumen.fakta.js';
import { dalamPk } from '../perjanjian-kinerja/perjanjian-kinerja.decider.js';
import {
  dasarDari,
  type KunciOpdTahun,
  type Permintaan,
  type Sah,
  secaraElektronik,
  tindakanRencana,
} from '../permintaan.js';
import { definisiIndikator, renstraTahun } from '../renstra/renstra.fakta.js';
import {
  type Jenis,
  type RencanaKinerja,
  type RencanaKinerjaCommand,
  rencanaKinerja,
} from './rencana-kinerja.decider.js';
import { faktaIndikatorUsulan, pkTahun, siapkanUsulan } from './rencana-kinerja.fakta.js';

type SelainUsulkan = Exclude<RencanaKinerjaCommand, { type: 'Usulkan' }>;
export type PermintaanRencanaKinerja =
  | Permintaan<SelainUsulkan, 'definisi' | 'dalamPk' | 'indikatorDikenal'>
  | { type: 'Usulkan'; jenis: Jenis };
type CatatTarget = Extract<PermintaanRencanaKinerja, { type: 'CatatTarget' }>;

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

const siapkanTarget = (baca: Baca, k: KunciOpdTahun, p: CatatTarget, sah: Sah): RencanaKinerjaCommand => {
  const r = renstraTahun(baca, k.pemda, k.opd, k.tahun) ?? tolak('RENSTRA_BELUM_ADA');
  const pk = pkTahun(baca, k);
  return {
    ...p,
    ...sah,
    definisi: definisiIndikator(r.state, p.indikator),
    dalamPk: dalamPk(pk.state, p.indikator),
    berdasarkan: dasarDari([r.dasar, pk]),
  };
};

export const siapkanRencanaKinerja = (
  baca: Baca,
  k: KunciOpdTahun,
  p: PermintaanRencanaKinerja,
  sah: Sah,
): RencanaKinerjaCommand => {
  wajibPeriodeDokumen(baca, k, 'rkt', sah);
  switch (p.type) {
    case 'CatatTarget':
      return siapkanTarget(baca, k, p, sah);
    case 'Usulkan':
      return siapkanUsulan(baca, k, p.jenis, sah);
    case 'CatatUsulan':
      return { ...p, ...sah, ...faktaIndikatorUsulan(baca, k, p) };
    case 'Tetapkan':
    case 'PutuskanUsulan':
      return { ...p, ...sah };
  }
};

@CommandHandler(JalankanRencanaKinerja)
export class JalankanRencanaKinerjaHandler implements ICommandHandler<JalankanRencanaKinerja> {
  constructor(private readonly executor: Executor) {}

  async execute(c: JalankanRencanaKinerja): Promise<Hasil<RencanaKinerja>> {
    const { kunci: k, permintaan, pelaku, amplop } = c;
    const langkah = permintaan.type === 'Tetapkan' ? 'tetapkan' : 'susun';
    wajibBoleh(pelaku, tindakanRencana(k.opd, 'rkt', langkah), k.pemda, k.opd);
    const siapkan = (baca: Baca) => siapkanRencanaKinerja(baca, k, permintaan, secaraElektronik(pelaku));
    return this.executor.execute(rencanaKinerja, kunci.opdTahun(k.pemda, k.opd, k.tahun), siapkan, amplop);
  }
}
