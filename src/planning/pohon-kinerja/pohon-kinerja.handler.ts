import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import type { Cara, Pejabat } from '../../kernel/decider.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import { dasarDari, type Permintaan, secaraElektronik } from '../permintaan.js';
import { type PohonKinerjaCommand, pohonKinerja } from './pohon-kinerja.decider.js';
import {
  indikatorDikenal,
  jabatanAda,
  type KunciPohon,
  milikTerdaftar,
  opdLain,
  unsurDikenal,
} from './pohon-kinerja.fakta.js';
import type { PohonKinerja } from './simpul.decider.js';

type Dicari =
  | 'opdTerdaftar'
  | 'indikatorDikenal'
  | 'unsurDikenal'
  | 'jabatanAda'
  | 'opdLainTerdaftar'
  | 'simpulLainDikenal';
export type PermintaanPohon = Permintaan<PohonKinerjaCommand, Dicari>;

/** Everything that can be asked of a results tree. */
export class JalankanPohonKinerja extends Command<Hasil<PohonKinerja>> {
  constructor(
    readonly kunci: KunciPohon,
    readonly permintaan: PermintaanPohon,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

/** The command with the facts that it asks for, decided here (elektronik) or taken over from paper (dicatat). */
export const siapkanPohonKinerja = (
  baca: Baca,
  k: KunciPohon,
  p: PermintaanPohon,
  sah: { oleh: Pejabat; cara: Cara },
): PohonKinerjaCommand => {
  switch (p.type) {
    case 'TetapkanSimpul': {
      const { ada, dasar } = milikTerdaftar(baca, k);
      return { ...p, ...sah, opdTerdaftar: ada, berdasarkan: dasarDari(dasar) };
    }
    case 'HubungkanIndikator': {
      const { ada, dasar } = indikatorDikenal(baca, k, p.indikator);
      return { ...p, ...sah, indikatorDikenal: ada, berdasarkan: dasarDari(dasar) };
    }
    case 'TautkanUnsur': {
      const { ada, dasar } = p.unsur === null ? TANPA_FAKTA : unsurDikenal(baca, k, p.unsur);
      return { ...p, ...sah, unsurDikenal: ada, berdasarkan: dasarDari(dasar) };
    }
    case 'TetapkanPenanggungJawab': {
      const { ada, dasar } = p.jabatan === null ? TANPA_FAKTA : jabatanAda(baca, p.jabatan);
      return { ...p, ...sah, jabatanAda: ada, berdasarkan: dasarDari(dasar) };
    }
    case 'CatatCrosscutting': {
      const { dasar, ...fakta } = opdLain(baca, k, p);
      return { ...p, ...sah, ...fakta, berdasarkan: dasarDari(dasar) };
    }
    default:
      return { ...p, ...sah };
  }
};
const TANPA_FAKTA = { ada: false, dasar: [] };

@CommandHandler(JalankanPohonKinerja)
export class JalankanPohonKinerjaHandler implements ICommandHandler<JalankanPohonKinerja> {
  constructor(private readonly executor: Executor) {}

  async execute(c: JalankanPohonKinerja): Promise<Hasil<PohonKinerja>> {
    const { kunci: k, permintaan, pelaku, amplop } = c;
    const tindakan = k.opd === OPD_PEMDA ? 'pohon-pemda.susun' : 'pohon.susun';
    wajibBoleh(pelaku, tindakan, k.pemda, k.opd);
    const siapkan = (baca: Baca) => siapkanPohonKinerja(baca, k, permintaan, secaraElektronik(pelaku));
    return this.executor.execute(pohonKinerja, kunci.renstra(k.pemda, k.opd, k.mulai), siapkan, amplop);
  }
}
