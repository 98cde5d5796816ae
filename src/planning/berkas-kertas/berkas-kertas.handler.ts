import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { tanggalDi } from '../../approval/pemegang-kini.js';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { Arsip } from '../../kernel/arsip.js';
import { Clock } from '../../kernel/event-store.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { jabatan } from '../jabatan/jabatan.decider.js';
import { terdaftar } from '../opd/terdaftar.fakta.js';
import { pemda } from '../pemda/pemda.decider.js';
import { perjanjianKinerja } from '../perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { type KunciOpdTahun, type Permintaan, type Sah, secaraElektronik } from '../permintaan.js';
import { type BerkasKertas, type BerkasKertasCommand, berkasKertas } from './berkas-kertas.decider.js';

export type PermintaanBerkasKertas = Permintaan<BerkasKertasCommand, 'hariIni' | 'dipakai'>;

/** Everything that can be asked of the paper of one OPD and year. `bita`: of what is put into the archive. */
export class JalankanBerkasKertas extends Command<Hasil<BerkasKertas>> {
  constructor(
    readonly kunci: KunciOpdTahun,
    readonly permintaan: PermintaanBerkasKertas,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
    readonly bita: Uint8Array | null = null,
  ) {
    super();
  }
}

/** The office of the document, where one is named, is an office of this OPD. */
const wajibJabatan = (baca: Baca, k: KunciOpdTahun, kode: string | null): void => {
  if (kode === null) return;
  const { state } = baca(jabatan, kunci.jabatan(k.pemda, k.opd, kode));
  if (state.status === 'kosong') tolak('JABATAN_BELUM_ADA', { jabatan: kode });
};

const dipakai = (baca: Baca, k: KunciOpdTahun, berkas: string): boolean => {
  const isi = baca(berkasKertas, kunci.opdTahun(k.pemda, k.opd, k.tahun)).state.berkas.get(berkas);
  if (isi?.jabatan == null) return false;
  const { state } = baca(perjanjianKinerja, kunci.pk(k.pemda, k.opd, isi.jabatan, k.tahun));
  return state.versi.some((v) => v.penandatangan.some((p) => p.basah?.berkas === berkas));
};

export const siapkanBerkasKertas = (
  baca: Baca,
  k: KunciOpdTahun,
  p: PermintaanBerkasKertas,
  sah: Sah,
  kini: Date,
): BerkasKertasCommand => {
  if (p.type === 'Tarik') return { ...p, ...sah, dipakai: dipakai(baca, k, p.berkas) };
  if (!terdaftar(baca, k.pemda, k.opd === OPD_PEMDA ? null : k.opd))
    return tolak('OPD_BELUM_TERDAFTAR', { opd: k.opd });
  wajibJabatan(baca, k, p.jabatan);
  const { zona } = baca(pemda, kunci.pemda(k.pemda)).state;
  return { ...p, ...sah, hariIni: tanggalDi(zona ?? 'WIB', kini) };
};

@CommandHandler(JalankanBerkasKertas)
export class JalankanBerkasKertasHandler implements ICommandHandler<JalankanBerkasKertas> {
  constructor(
    private readonly executor: Executor,
    private readonly clock: Clock,
    private readonly arsip: Arsip,
  ) {}

  async execute({
    kunci: k,
    permintaan,
    pelaku,
    amplop,
    bita,
  }: JalankanBerkasKertas): Promise<Hasil<BerkasKertas>> {
    wajibBoleh(pelaku, 'berkas-kertas.kelola', k.pemda, k.opd);
    const siapkan = (baca: Baca) =>
      siapkanBerkasKertas(baca, k, permintaan, secaraElektronik(pelaku), this.clock.now());
    const id = kunci.opdTahun(k.pemda, k.opd, k.tahun);
    if (bita !== null) {
      // Nothing ever leaves the archive: what would be refused is not put into it.
      await this.executor.tinjau(berkasKertas, id, siapkan, amplop);
      await this.arsip.simpan(bita);
    }
    return this.executor.execute(berkasKertas, id, siapkan, amplop);
  }
}
