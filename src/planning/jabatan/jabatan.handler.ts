import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import { terdaftar } from '../opd/terdaftar.fakta.js';
import { type Permintaan, secaraElektronik } from '../permintaan.js';
import { type Jabatan, type JabatanCommand, jabatan } from './jabatan.decider.js';

export type KunciJabatan = { pemda: string; opd: string; jabatan: string };
export type PermintaanJabatan = Permintaan<JabatanCommand, 'terdaftar'>;

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

const perintah = (baca: Baca, k: KunciJabatan, p: PermintaanJabatan, pelaku: Pelaku): JabatanCommand => {
  if (p.type !== 'Bentuk') return { ...p, ...secaraElektronik(pelaku) };
  const opd = k.opd === OPD_PEMDA ? null : k.opd;
  return { ...p, ...secaraElektronik(pelaku), terdaftar: terdaftar(baca, k.pemda, opd) };
};

@CommandHandler(JalankanJabatan)
export class JalankanJabatanHandler implements ICommandHandler<JalankanJabatan> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanJabatan): Promise<Hasil<Jabatan>> {
    wajibBoleh(pelaku, 'jabatan.kelola', k.pemda, k.opd);
    const siapkan = (baca: Baca) => perintah(baca, k, permintaan, pelaku);
    return this.executor.execute(jabatan, kunci.jabatan(k.pemda, k.opd, k.jabatan), siapkan, amplop);
  }
}
