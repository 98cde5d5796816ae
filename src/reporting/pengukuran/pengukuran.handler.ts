import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, type Tindakan, wajibBoleh } from '../../approval/wewenang.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { type Pengukuran, type PengukuranCommand, pengukuran } from './pengukuran.decider.js';
import {
  type KunciPengukuran,
  type PermintaanPengukuran,
  siapkanCatat,
  siapkanKoreksi,
  siapkanPengajuan,
} from './pengukuran.fakta.js';

const TINDAKAN = {
  CatatRealisasi: 'pengukuran.catat',
  Ajukan: 'pengukuran.ajukan',
  Verifikasi: 'pengukuran.verifikasi',
  Setujui: 'pengukuran.setujui',
  Kembalikan: 'pengukuran.kembalikan',
  KoreksiRealisasi: 'pengukuran.koreksi',
} as const satisfies Record<PermintaanPengukuran['type'], Tindakan>;

/** Everything that can be asked of one OPD's quarter. */
export class JalankanPengukuran extends Command<Hasil<Pengukuran>> {
  constructor(
    readonly kunci: KunciPengukuran,
    readonly permintaan: PermintaanPengukuran,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

const perintah = (
  baca: Baca,
  k: KunciPengukuran,
  p: PermintaanPengukuran,
  pelaku: Pelaku,
): PengukuranCommand => {
  switch (p.type) {
    case 'CatatRealisasi':
      return siapkanCatat(baca, k, p, pelaku);
    case 'KoreksiRealisasi':
      return siapkanKoreksi(baca, k, p, pelaku);
    case 'Ajukan':
      return siapkanPengajuan(baca, k, pelaku);
    default:
      return { ...p, oleh: pelaku.pejabat, cara: 'elektronik' };
  }
};

@CommandHandler(JalankanPengukuran)
export class JalankanPengukuranHandler implements ICommandHandler<JalankanPengukuran> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanPengukuran): Promise<Hasil<Pengukuran>> {
    wajibBoleh(pelaku, TINDAKAN[permintaan.type], k.pemda, k.opd);
    const id = kunci.pengukuran(k.pemda, k.opd, k.tahun, k.triwulan);
    return this.executor.execute(pengukuran, id, (baca) => perintah(baca, k, permintaan, pelaku), amplop);
  }
}
