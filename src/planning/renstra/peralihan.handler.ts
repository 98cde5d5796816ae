import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Pelaku, wajibBoleh } from '../../approval/wewenang.js';
import { type Asal, Borongan, perintahBorongan, sebagaiPenolakan } from '../../exchange/borongan.js';
import { Clock, EventStore } from '../../kernel/event-store.js';
import { type Amplop, type Baca, Executor } from '../../kernel/execute.js';
import { kodePemda } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { secaraElektronik } from '../permintaan.js';
import {
  type IndikatorDiminta,
  kunciRenstra,
  type PermintaanPeralihan,
  semuaIndikator,
  siapkanAlihkan,
  siapkanTerima,
} from './peralihan.fakta.js';
import { type Renstra, renstra } from './renstra.decider.js';

/** Both Renstra after the move. `revisi`: of the one that the indicators left. */
export type HasilPeralihan = {
  readonly letak: number;
  readonly revisi: number;
  readonly dari: Renstra;
  readonly ke: Renstra;
};

/** Moves indicators (null: all) from one OPD's Renstra to another's: two documents, all or nothing. */
export class AlihkanIndikator extends Command<HasilPeralihan> {
  constructor(
    readonly permintaan: PermintaanPeralihan,
    readonly indikator: readonly IndikatorDiminta[] | null,
    readonly pelaku: Pelaku,
    readonly amplop: Amplop,
  ) {
    super();
  }
}

const asal = (baris: number): Asal => ({ lembar: 'indikator', baris, kolom: null });

@CommandHandler(AlihkanIndikator)
export class AlihkanIndikatorHandler implements ICommandHandler<AlihkanIndikator> {
  private readonly borongan: Borongan;

  constructor(
    private readonly store: EventStore,
    private readonly executor: Executor,
    clock: Clock,
  ) {
    this.borongan = new Borongan(store, executor, clock);
  }

  async execute(c: AlihkanIndikator): Promise<HasilPeralihan> {
    const { permintaan: p, pelaku, amplop } = c;
    wajibBoleh(pelaku, 'indikator.alihkan', kodePemda(p.pemda), null);
    const sah = secaraElektronik(pelaku);
    const daftar = c.indikator ?? (await this.semua(p));
    const perintah = daftar.flatMap((i, n) => {
      const alihkan = (baca: Baca) => {
        if (n === 0) this.wajibRevisi(baca, c);
        return siapkanAlihkan(baca, p, i, sah);
      };
      const terima = (baca: Baca) => siapkanTerima(baca, p, i, sah);
      return [
        perintahBorongan(renstra, kunciRenstra(p, p.dari), alihkan, asal(n + 1)),
        perintahBorongan(renstra, kunciRenstra(p, p.ke), terima, asal(n + 1)),
      ];
    });
    const tunggal = { id: amplop.idPerintah, sidik: amplop.sidikMasukan, actor: amplop.actor };
    const tahun = { pemda: p.pemda, opd: p.ke.opd, tahun: p.sejak };
    const hasil = await this.borongan.jalankan({ perintah, tunggal, sah, tahun }).catch(sebagaiPenolakan);
    if ('ditolak' in hasil) throw hasil.ditolak[0]?.penolakan;
    return this.kini(p);
  }

  private async semua(p: PermintaanPeralihan): Promise<IndikatorDiminta[]> {
    const { state } = await this.executor.state(renstra, kunciRenstra(p, p.dari));
    if (state.status === 'kosong') return tolak('RENSTRA_BELUM_ADA');
    const daftar = semuaIndikator(state, p);
    return daftar.length > 0 ? daftar : tolak('KEADAAN_TIDAK_SESUAI', { sebab: 'tanpa indikator' });
  }

  /** The page that was open is that of the Renstra which the indicators leave. */
  private wajibRevisi(baca: Baca, { permintaan: p, amplop: { revisi } }: AlihkanIndikator): void {
    if (revisi === undefined) return;
    const { rev, stream } = baca(renstra, kunciRenstra(p, p.dari));
    if (rev !== revisi) tolak('KONFLIK_REVISI', { revisi: rev, diminta: revisi, stream });
  }

  private async kini(p: PermintaanPeralihan): Promise<HasilPeralihan> {
    const [dari, ke] = await Promise.all(
      [p.dari, p.ke].map((letak) => this.executor.state(renstra, kunciRenstra(p, letak))),
    );
    if (dari === undefined || ke === undefined) return tolak('GALAT_DALAM');
    const streams = await Promise.all([dari, ke].map(({ stream }) => this.store.read(stream)));
    const letak = Math.max(...streams.map(({ events }) => events.at(-1)?.meta.letak ?? -1));
    return { letak, revisi: dari.rev, dari: dari.state, ke: ke.state };
  }
}
