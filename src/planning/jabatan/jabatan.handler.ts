import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import { opd } from '../opd/opd.decider.js';
import { terdaftar } from '../opd/terdaftar.fakta.js';
import { type Permintaan, type Sah, secaraElektronik } from '../permintaan.js';
import { type FaktaBentuk, type Jabatan, type JabatanCommand, jabatan } from './jabatan.decider.js';

export type KunciJabatan = { pemda: string; opd: string; jabatan: string };
export type PermintaanJabatan = Permintaan<JabatanCommand, keyof FaktaBentuk>;

/** Everything that can be asked of an office. */
export class JalankanJabatan extends Command<Hasil<Jabatan>> {
  constructor(
    readonly kunci: KunciJabatan,
    readonly permintaan: PermintaanJabatan,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

const TINGKAT_TERDALAM = 10;

/** Walks up from the superior; in ten levels a real structure has ended. */
const atasanDari = (baca: Baca, sendiri: string, atasan: string | null): FaktaBentuk['atasanDikenal'] => {
  if (atasan === null) return 'dikenal';
  let [di, dikenal]: [string | null, boolean] = [atasan, true];
  for (let naik = 0; di !== null && naik < TINGKAT_TERDALAM; naik++) {
    if (di === sendiri) return 'berputar';
    const { state }: { state: Jabatan } = baca(jabatan, di);
    if (naik === 0) dikenal = state.status === 'dibentuk' && state.ditutup === null;
    di = state.atasan;
  }
  return dikenal ? 'dikenal' : 'tidak-dikenal';
};

/** A unit of any version counts, the draft too: offices are formed before their structure begins. */
const unitDikenal = (baca: Baca, k: KunciJabatan, unit: string | undefined): boolean =>
  unit === undefined ||
  (k.opd !== OPD_PEMDA &&
    baca(opd, kunci.opd(k.pemda, k.opd)).state.sotk.some((s) => s.unit.some((u) => u.kode === unit)));

export const siapkanJabatan = (
  baca: Baca,
  k: KunciJabatan,
  p: PermintaanJabatan,
  sah: Sah,
): JabatanCommand => {
  if (p.type !== 'Bentuk') return { ...p, ...sah };
  const sendiri = kunci.jabatan(k.pemda, k.opd, k.jabatan);
  return {
    ...p,
    ...sah,
    terdaftar: terdaftar(baca, k.pemda, k.opd === OPD_PEMDA ? null : k.opd),
    atasanDikenal: atasanDari(baca, sendiri, p.atasan),
    unitDikenal: unitDikenal(baca, k, p.unit),
  };
};

@CommandHandler(JalankanJabatan)
export class JalankanJabatanHandler implements ICommandHandler<JalankanJabatan> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanJabatan): Promise<Hasil<Jabatan>> {
    wajibBoleh(pelaku, 'jabatan.kelola', k.pemda, k.opd);
    const siapkan = (baca: Baca) => siapkanJabatan(baca, k, permintaan, secaraElektronik(pelaku));
    return this.executor.execute(jabatan, kunci.jabatan(k.pemda, k.opd, k.jabatan), siapkan, amplop);
  }
}
