import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { idPeriksaBaru } from '../../approval/tanda-tangan/id-periksa.js';
import { type Pelaku, type Tindakan, wajibBoleh } from '../../approval/wewenang.js';
import { Clock } from '../../kernel/event-store.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { secaraElektronik } from '../permintaan.js';
import { type Pk, perjanjianKinerja } from './perjanjian-kinerja.decider.js';
import { type KunciPk, type PermintaanPk, siapkanPerjanjianKinerja } from './perjanjian-kinerja.fakta.js';

const TINDAKAN = {
  Ajukan: 'pk.ajukan',
  Kembalikan: 'pk.kembalikan',
  Batalkan: 'pk.batalkan',
  Tandatangani: 'pk.tandatangani',
  CatatTandaTanganBasah: 'pk.catat-basah',
  CatatKebutuhan: 'pk.kebutuhan',
  TutupKebutuhan: 'pk.kebutuhan',
} as const satisfies Record<PermintaanPk['type'], Tindakan>;
const TINDAKAN_PEMDA = {
  ...TINDAKAN,
  Ajukan: 'pk-pemda.ajukan',
  Batalkan: 'pk-pemda.batalkan',
  CatatKebutuhan: 'pk-pemda.kebutuhan',
  TutupKebutuhan: 'pk-pemda.kebutuhan',
} as const satisfies Record<PermintaanPk['type'], Tindakan>;

/** Everything that can be asked of a Perjanjian Kinerja. */
export class JalankanPk extends Command<Hasil<Pk>> {
  constructor(
    readonly kunci: KunciPk,
    readonly permintaan: PermintaanPk,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

export const tindakanPk = ({ opd }: KunciPk, { type }: Pick<PermintaanPk, 'type'>): Tindakan =>
  (opd === OPD_PEMDA ? TINDAKAN_PEMDA : TINDAKAN)[type];

/** Below the head everybody proposes and withdraws the PK of the own office; their planner does it for all. */
export const wajibMilikSendiri = ({ peran, pejabat }: Pelaku, tindakan: Tindakan, k: KunciPk): void => {
  const milik = tindakan === 'pk.ajukan' || tindakan === 'pk.batalkan';
  if (peran === 'bidang' && milik && pejabat.jabatan !== kunci.jabatan(k.pemda, k.opd, k.jabatan))
    tolak('PK_BUKAN_PENGAJU', { jabatan: pejabat.jabatan });
};

export const denganIdPeriksa = (p: PermintaanPk): PermintaanPk =>
  p.type === 'Ajukan' ? { ...p, idPeriksa: idPeriksaBaru() } : p;

@CommandHandler(JalankanPk)
export class JalankanPkHandler implements ICommandHandler<JalankanPk> {
  constructor(
    private readonly executor: Executor,
    private readonly clock: Clock,
  ) {}

  async execute({ kunci: k, permintaan: diminta, pelaku, amplop }: JalankanPk): Promise<Hasil<Pk>> {
    const permintaan = denganIdPeriksa(diminta);
    const tindakan = tindakanPk(k, permintaan);
    wajibBoleh(pelaku, tindakan, k.pemda, k.opd);
    wajibMilikSendiri(pelaku, tindakan, k);
    const id = kunci.pk(k.pemda, k.opd, k.jabatan, k.tahun);
    const sah = secaraElektronik(pelaku);
    const siapkan = (baca: Baca) => siapkanPerjanjianKinerja(baca, k, permintaan, sah, this.clock.now());
    return this.executor.execute(perjanjianKinerja, id, siapkan, amplop);
  }
}
