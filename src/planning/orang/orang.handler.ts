import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { tanggalDi } from '../../approval/pemegang-kini.js';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { LogKeamanan } from '../../infra/identity/log-keamanan.js';
import { Clock } from '../../kernel/event-store.js';
import { type Amplop, Executor, type Hasil } from '../../kernel/execute.js';
import { kunci } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { tanggalSah } from '../../kernel/teks.js';
import { pemda } from '../pemda/pemda.decider.js';
import { type Permintaan, secaraElektronik } from '../permintaan.js';
import { BukuOrang, type IsiOrang, type KunciOrang } from './buku-orang.js';
import { dataOrangSah } from './data-orang.js';
import { type Orang, type OrangCommand, orang } from './orang.decider.js';

/** `subjek` null: somebody whom the log does not name yet. */
export type PermintaanData = { readonly type: 'Catat' | 'Koreksi'; readonly isi: IsiOrang };
export type PermintaanOrang = Permintaan<OrangCommand, 'dikenal'>;

/** What is kept of a person beside the log; gives the subject id. */
export class CatatOrang extends Command<string> {
  constructor(
    readonly kunci: { readonly pemda: string; readonly subjek: string | null },
    readonly permintaan: PermintaanData,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

/** What the log is told of a person: that all of it is gone. */
export class JalankanOrang extends Command<Hasil<Orang>> {
  constructor(
    readonly kunci: KunciOrang,
    readonly permintaan: PermintaanOrang,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

@CommandHandler(CatatOrang)
export class CatatOrangHandler implements ICommandHandler<CatatOrang> {
  constructor(
    @Inject(Executor) private readonly executor: Executor,
    @Inject(BukuOrang) private readonly buku: BukuOrang,
    @Inject(LogKeamanan) private readonly keamanan: LogKeamanan,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ kunci: diminta, permintaan: p, pelaku, amplop }: CatatOrang): Promise<string> {
    wajibBoleh(pelaku, 'orang.kelola', diminta.pemda, null);
    // Whoever names a subject id could put a name on another pemda's official: only who may act there does.
    if (p.type === 'Catat' && diminta.subjek !== null && pelaku.peran !== 'operator')
      return tolak('TIDAK_BERWENANG', { tindakan: 'orang.kelola', jabatan: pelaku.pejabat.jabatan });
    const subjek = diminta.subjek ?? this.buku.subjekBaru(diminta.pemda, amplop.idPerintah);
    const k = { pemda: diminta.pemda, subjek };
    const isi = await this.isiSah(k, p.isi);
    await this.wajibAda(k);
    const perintah = { id: amplop.idPerintah, sidik: amplop.sidikMasukan };
    await (p.type === 'Catat' ? this.buku.catat(k, isi, perintah) : this.buku.koreksi(k, isi, perintah));
    await this.wajibAda(k);
    const { akun, pejabat } = pelaku;
    const rincian = { tindakan: p.type, mulai: isi.mulai };
    await this.keamanan.catat({
      jenis: 'DATA_PRIBADI_DICATAT',
      ...k,
      akun,
      jabatan: pejabat.jabatan,
      rincian,
    });
    return subjek;
  }

  private async isiSah(k: KunciOrang, { mulai, data }: IsiOrang): Promise<IsiOrang> {
    const { state } = await this.executor.state(pemda, kunci.pemda(k.pemda));
    if (state.status !== 'terdaftar') return tolak('PEMDA_BELUM_TERDAFTAR');
    const hariIni = tanggalDi(state.zona ?? 'WIB', this.clock.now());
    return { mulai: tanggalSah(mulai), data: dataOrangSah(data, hariIni) };
  }

  /** Asked before and after: an erasure that came in between takes what was written with it. */
  private async wajibAda(k: KunciOrang): Promise<void> {
    const { state } = await this.executor.state(orang, kunci.orang(k.pemda, k.subjek));
    if (state.status !== 'dihapus') return;
    await this.buku.hapus(k);
    tolak('DATA_PRIBADI_SUDAH_DIHAPUS');
  }
}

@CommandHandler(JalankanOrang)
export class JalankanOrangHandler implements ICommandHandler<JalankanOrang> {
  constructor(
    @Inject(Executor) private readonly executor: Executor,
    @Inject(BukuOrang) private readonly buku: BukuOrang,
    @Inject(LogKeamanan) private readonly keamanan: LogKeamanan,
  ) {}

  async execute({ kunci: k, permintaan, pelaku, amplop }: JalankanOrang): Promise<Hasil<Orang>> {
    wajibBoleh(pelaku, 'orang.kelola', k.pemda, null);
    const dikenal = await this.buku.dikenal(k);
    const command = { ...permintaan, ...secaraElektronik(pelaku), dikenal };
    const hasil = await this.executor.execute(orang, kunci.orang(k.pemda, k.subjek), command, amplop);
    await this.buku.hapus(k); // a stop before this is made good at the next start
    const { akun, pejabat } = pelaku;
    await this.keamanan.catat({ jenis: 'DATA_PRIBADI_DIHAPUS', ...k, akun, jabatan: pejabat.jabatan });
    return hasil;
  }
}
