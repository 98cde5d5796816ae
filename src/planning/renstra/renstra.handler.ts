import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, type Tindakan, wajibBoleh } from '../../approval/wewenang.js';
import type { Cara, Dasar, Pejabat } from '../../kernel/decider.js';
import { type Amplop, type Baca, Executor, type Hasil } from '../../kernel/execute.js';
import { kodeBagian, kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import { opd } from '../opd/opd.decider.js';
import { pemda } from '../pemda/pemda.decider.js';
import { wajibPeriodeDokumen } from '../pemda/periode-dokumen.fakta.js';
import { dasarDari, type Permintaan, secaraElektronik } from '../permintaan.js';
import { peringatanIrisan } from './irisan.js';
import type { PerintahPeralihan } from './peralihan.decider.js';
import type { TahunTerukur } from './perubahan.decider.js';
import { MASA_TERPANJANG, type Renstra, type RenstraCommand, renstra } from './renstra.decider.js';
import { TAHUN_PERTAMA, tahunTerukur, unsurPemda } from './renstra.fakta.js';

export type KunciRenstra = { pemda: string; opd: string; mulai: number };
export type PermintaanRenstra = Permintaan<
  Exclude<RenstraCommand, PerintahPeralihan>, // those are of two documents
  'mulai' | 'milik' | 'opdTerdaftar' | 'opdTidakTerdaftar' | 'adaDiPemda' | 'terukur'
>;

/** `peringatan`: what to know although it was done. */
export type HasilJalan = Hasil<Renstra> & { readonly peringatan: readonly string[] };

/** Everything that can be asked of a Renstra, or of the pemda's RPJMD or RPD. */
export class JalankanRenstra extends Command<HasilJalan> {
  constructor(
    readonly kunci: KunciRenstra,
    readonly permintaan: PermintaanRenstra,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

const faktaPemilik = (baca: Baca, k: KunciRenstra): { opdTerdaftar: boolean; berdasarkan: Dasar[] } => {
  const fakta =
    k.opd === OPD_PEMDA ? baca(pemda, kunci.pemda(k.pemda)) : baca(opd, kunci.opd(k.pemda, k.opd));
  return { opdTerdaftar: fakta.state.status === 'terdaftar', berdasarkan: dasarDari([fakta]) };
};

const faktaOpd = (
  baca: Baca,
  k: KunciRenstra,
  daftar: readonly string[],
): { opdTidakTerdaftar: string[]; berdasarkan: Dasar[] } => {
  const fakta = daftar.map((kode) => ({ kode, ...baca(opd, kunci.opd(k.pemda, kodeBagian(kode))) }));
  const opdTidakTerdaftar = fakta.filter((f) => f.state.status !== 'terdaftar').map((f) => f.kode);
  return { opdTidakTerdaftar, berdasarkan: dasarDari(fakta) };
};

/** What paper decided is not asked: it is done already. */
const terukurBila = (baca: Baca, k: KunciRenstra, { cara }: { cara: Cara }): TahunTerukur[] =>
  cara === 'dicatat' ? [] : tahunTerukur(baca, k.pemda, k.opd, k.mulai);

/** The command that a request becomes, on what other documents say now. */
export const siapkanRenstra = (
  baca: Baca,
  k: KunciRenstra,
  p: PermintaanRenstra,
  sah: { oleh: Pejabat; cara: Cara },
): RenstraCommand => {
  wajibPeriodeDokumen(baca, { ...k, tahun: k.mulai }, 'renstra', sah);
  switch (p.type) {
    case 'Susun':
      return { ...p, ...sah, mulai: k.mulai, milik: k.opd, ...faktaPemilik(baca, k) };
    case 'TetapkanPrioritas':
      return { ...p, ...sah, ...faktaOpd(baca, k, p.opd) };
    case 'Selaraskan': {
      const { ada, dasar } = unsurPemda(baca, k.pemda, p.melayani);
      return { ...p, ...sah, adaDiPemda: ada, berdasarkan: dasarDari([dasar]) };
    }
    case 'Tetapkan':
    case 'MulaiPerubahan':
    case 'Batalkan':
      return { ...p, ...sah, terukur: terukurBila(baca, k, sah) };
    default:
      return { ...p, ...sah };
  }
};

const tindakan = ({ opd }: KunciRenstra, { type }: PermintaanRenstra): Tindakan => {
  const rencana = opd === OPD_PEMDA ? 'rpjmd' : 'renstra';
  return type === 'Tetapkan' ? `${rencana}.tetapkan` : `${rencana}.susun`;
};

@CommandHandler(JalankanRenstra)
export class JalankanRenstraHandler implements ICommandHandler<JalankanRenstra> {
  constructor(private readonly executor: Executor) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanRenstra): Promise<HasilJalan> {
    wajibBoleh(pelaku, tindakan(k, permintaan), k.pemda, k.opd);
    const siapkan = (baca: Baca) => siapkanRenstra(baca, k, permintaan, secaraElektronik(pelaku));
    const id = kunci.renstra(k.pemda, k.opd, k.mulai);
    const hasil = await this.executor.execute(renstra, id, siapkan, amplop);
    const lain = permintaan.type === 'Susun' ? await this.bersebelahan(k, hasil.state) : [];
    return { ...hasil, peringatan: peringatanIrisan(hasil.state, lain) };
  }

  /** The OPD's Renstra that begin where they may share a year with this one. */
  private bersebelahan({ pemda, opd }: KunciRenstra, { mulai, selesai }: Renstra): Promise<Renstra[]> {
    const terawal = Math.max(mulai - MASA_TERPANJANG + 1, TAHUN_PERTAMA);
    const tahun = Array.from({ length: selesai - terawal + 1 }, (_, i) => terawal + i);
    return Promise.all(
      tahun.map(async (t) => (await this.executor.state(renstra, kunci.renstra(pemda, opd, t))).state),
    );
  }
}
