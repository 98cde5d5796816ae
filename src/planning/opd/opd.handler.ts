import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, type Tindakan, wajibBoleh } from '../../approval/wewenang.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { pemda } from '../pemda/pemda.decider.js';
import { dasarDari, type Permintaan, type Sah, secaraElektronik } from '../permintaan.js';
import { type Opd, type OpdCommand, opd } from './opd.decider.js';
import { terdaftar } from './terdaftar.fakta.js';

export type KunciOpd = { pemda: string; opd: string };
type FaktaOpd = 'pemdaTerdaftar' | 'takDikenal';
type SebutKode = 'Daftarkan' | 'SusunSotk' | 'Bubarkan'; // the code of the OPD itself, which stands in the key
export type PermintaanOpd =
  | Permintaan<Extract<OpdCommand, { type: SebutKode }>, 'kode' | FaktaOpd>
  | Permintaan<Exclude<OpdCommand, { type: SebutKode }>>;

const TINDAKAN = {
  Daftarkan: 'opd.kelola',
  UbahNama: 'opd.kelola',
  TetapkanSkala: 'opd.kelola',
  Bubarkan: 'opd.kelola',
  SusunSotk: 'sotk.susun',
  TetapkanUnitSotk: 'sotk.susun',
  HapusUnitSotk: 'sotk.susun',
  TetapkanSotk: 'sotk.tetapkan',
  CatatKepegawaian: 'kepegawaian.catat',
  CatatDasarHukum: 'dasar-hukum.catat',
  CabutDasarHukum: 'dasar-hukum.catat',
} as const satisfies Record<OpdCommand['type'], Tindakan>;

/** Everything that can be asked of an OPD. */
export class JalankanOpd extends Command<Hasil<Opd>> {
  constructor(
    readonly kunci: KunciOpd,
    readonly permintaan: PermintaanOpd,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

/** Which of these codes no OPD of the pemda was registered under. */
const takDikenal = (baca: Baca, k: KunciOpd, lain: readonly string[]): string[] =>
  lain.filter((kode) => !terdaftar(baca, k.pemda, kode));

export const siapkanOpd = (baca: Baca, k: KunciOpd, p: PermintaanOpd, sah: Sah): OpdCommand => {
  switch (p.type) {
    case 'Daftarkan': {
      const fakta = baca(pemda, kunci.pemda(k.pemda));
      const pemdaTerdaftar = fakta.state.status === 'terdaftar';
      return { ...p, ...sah, kode: k.opd, pemdaTerdaftar, berdasarkan: dasarDari([fakta]) };
    }
    case 'SusunSotk':
      return { ...p, ...sah, kode: k.opd, takDikenal: takDikenal(baca, k, p.pendahulu) };
    case 'Bubarkan':
      return { ...p, ...sah, kode: k.opd, takDikenal: takDikenal(baca, k, p.pengganti) };
    default:
      return { ...p, ...sah };
  }
};

@CommandHandler(JalankanOpd)
export class JalankanOpdHandler implements ICommandHandler<JalankanOpd> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanOpd): Promise<Hasil<Opd>> {
    wajibBoleh(pelaku, TINDAKAN[permintaan.type], k.pemda, k.opd);
    const siapkan = (baca: Baca) => siapkanOpd(baca, k, permintaan, secaraElektronik(pelaku));
    return this.executor.execute(opd, kunci.opd(k.pemda, k.opd), siapkan, amplop);
  }
}
