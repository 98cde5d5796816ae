import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import type { Pejabat } from '../../kernel/decider.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci, triwulanSah } from '../../kernel/kunci.js';
import { anggaran, paguBerlaku } from '../../planning/anggaran/anggaran.decider.js';
import { periodeTerbuka } from '../pengukuran/periode.fakta.js';
import {
  type RealisasiAnggaran,
  type RealisasiAnggaranCommand,
  realisasiAnggaran,
} from './realisasi-anggaran.decider.js';

export type KunciRealisasiAnggaran = { pemda: string; opd: string; tahun: number };
type Baris = { triwulan: number; kode: string; realisasi: string };
export type PermintaanRealisasiAnggaran =
  | (Baris & { type: 'Catat' })
  | (Baris & { type: 'Koreksi'; alasan: string });

/** Everything that can be asked of one OPD's budget realisation of a year. */
export class JalankanRealisasiAnggaran extends Command<Hasil<RealisasiAnggaran>> {
  constructor(
    readonly kunci: KunciRealisasiAnggaran,
    readonly permintaan: PermintaanRealisasiAnggaran,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

/** A new figure needs a pagu and an open quarter; a correction stands on the figure it corrects. */
const siapkan = (
  baca: Baca,
  k: KunciRealisasiAnggaran,
  p: PermintaanRealisasiAnggaran,
  oleh: Pejabat,
): RealisasiAnggaranCommand => {
  const sah = { triwulan: triwulanSah(p.triwulan), oleh, cara: 'elektronik' } as const;
  if (p.type === 'Koreksi') return { ...p, ...sah, berdasarkan: [] };
  const { state, stream, rev } = baca(anggaran, kunci.opdTahun(k.pemda, k.opd, k.tahun));
  const { buka, dasar } = periodeTerbuka(baca, { ...k, triwulan: sah.triwulan });
  const paguAda = paguBerlaku(state, p.kode) !== null;
  return { ...p, ...sah, paguAda, periodeTerbuka: buka, berdasarkan: [{ rev, stream }, dasar] };
};

@CommandHandler(JalankanRealisasiAnggaran)
export class JalankanRealisasiAnggaranHandler implements ICommandHandler<JalankanRealisasiAnggaran> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanRealisasiAnggaran) {
    wajibBoleh(pelaku, 'realisasi-anggaran.catat', k.pemda, k.opd);
    const id = kunci.opdTahun(k.pemda, k.opd, k.tahun);
    return this.executor.execute(
      realisasiAnggaran,
      id,
      (baca) => siapkan(baca, k, permintaan, pelaku.pejabat),
      amplop,
    );
  }
}
