import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { wajibPeriodeDokumen } from '../pemda/periode-dokumen.fakta.js';
import { dasarDari, type Permintaan, type Sah, secaraElektronik, tindakanRencana } from '../permintaan.js';
import { definisiIndikator, renstraTahun } from '../renstra/renstra.fakta.js';
import { type Iku, type IkuCommand, iku, LEVEL_IKU } from './iku.decider.js';

export type KunciIku = { pemda: string; opd: string };
export type PermintaanIku = Permintaan<IkuCommand, 'renstraAda' | 'definisi' | 'dikenal'>;

/** Everything that can be asked of the IKU sets of one OPD, or of the pemda. */
export class JalankanIku extends Command<Hasil<Iku>> {
  constructor(
    readonly kunci: KunciIku,
    readonly permintaan: PermintaanIku,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

/** The year from which the version holds that the command speaks of; null where there is no such version. */
const mulaiBerlaku = (baca: Baca, { pemda, opd }: KunciIku, p: PermintaanIku): number | null =>
  p.type === 'Susun'
    ? p.mulaiBerlaku
    : (baca(iku, kunci.opd(pemda, opd)).state.versi.at(p.versi === null ? -1 : p.versi - 1)?.mulaiBerlaku ??
      null);

export const siapkanIku = (baca: Baca, k: KunciIku, p: PermintaanIku, sah: Sah): IkuCommand => {
  const tahun = mulaiBerlaku(baca, k, p);
  if (tahun !== null) wajibPeriodeDokumen(baca, { ...k, tahun }, 'iku', sah);
  if (p.type === 'Keluarkan') return { ...p, ...sah };
  const renstra = tahun === null ? null : renstraTahun(baca, k.pemda, k.opd, tahun);
  const bersama = { ...sah, berdasarkan: dasarDari([renstra?.dasar ?? null]) };
  switch (p.type) {
    case 'Susun':
      return { ...p, ...bersama, renstraAda: renstra !== null };
    case 'Pilih':
      return { ...p, ...bersama, definisi: renstra && definisiIndikator(renstra.state, p.indikator) };
    case 'Tetapkan': {
      const indikator = [...(renstra?.state.indikator ?? [])].map(([, i]) => i.definisi);
      const dikenal = indikator.filter((d) => LEVEL_IKU.includes(d.level)).map((d) => d.kode);
      return { ...p, ...bersama, dikenal };
    }
  }
};

@CommandHandler(JalankanIku)
export class JalankanIkuHandler implements ICommandHandler<JalankanIku> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanIku): Promise<Hasil<Iku>> {
    const langkah = permintaan.type === 'Tetapkan' ? 'tetapkan' : 'susun';
    wajibBoleh(pelaku, tindakanRencana(k.opd, 'iku', langkah), k.pemda, k.opd);
    const siapkan = (baca: Baca) => siapkanIku(baca, k, permintaan, secaraElektronik(pelaku));
    return this.executor.execute(iku, kunci.opd(k.pemda, k.opd), siapkan, amplop);
  }
}
