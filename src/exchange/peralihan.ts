import { type Pelaku, wajibBoleh } from '../approval/wewenang.js';
import type { Clock, EventStore } from '../kernel/event-store.js';
import type { Baca, Executor } from '../kernel/execute.js';
import { kodePemda } from '../kernel/kunci.js';
import { denganBacaan } from '../kernel/lipatan.js';
import { Penolakan, tolak } from '../kernel/penolakan.js';
import { secaraElektronik } from '../planning/permintaan.js';
import {
  type IndikatorDiminta,
  kunciRenstra,
  type PermintaanPeralihan,
  semuaIndikator,
  siapkanAlihkan,
  siapkanTerima,
} from '../planning/renstra/peralihan.fakta.js';
import { type Renstra, renstra } from '../planning/renstra/renstra.decider.js';
import { type Asal, Borongan, perintahBorongan, sebagaiPenolakan } from './borongan.js';

type Perintah = { readonly id: string; readonly sidik: string };
/** Both Renstra after the move. */
export type HasilPeralihan = { readonly letak: number; readonly dari: Renstra; readonly ke: Renstra };

const asal = (baris: number): Asal => ({ lembar: 'indikator', baris, kolom: null });

/** Moves indicators from one OPD's Renstra to another's: two documents, all or nothing. */
export class PengalihIndikator {
  private readonly borongan: Borongan;

  constructor(
    private readonly store: EventStore,
    executor: Pick<Executor, 'lupakan'>,
    clock: Clock,
  ) {
    this.borongan = new Borongan(store, executor, clock);
  }

  /** `indikator` null: all that are left. Throws the first Penolakan, and then nothing was stored. */
  async alihkan(
    p: PermintaanPeralihan,
    indikator: readonly IndikatorDiminta[] | null,
    { id, sidik }: Perintah,
    pelaku: Pelaku,
  ): Promise<HasilPeralihan> {
    wajibBoleh(pelaku, 'indikator.alihkan', kodePemda(p.pemda), null);
    const sah = secaraElektronik(pelaku);
    const daftar = indikator ?? (await this.semua(p));
    const perintah = daftar.flatMap((i, n) => [
      perintahBorongan(
        renstra,
        kunciRenstra(p, p.dari),
        (baca) => siapkanAlihkan(baca, p, i, sah),
        asal(n + 1),
      ),
      perintahBorongan(renstra, kunciRenstra(p, p.ke), (baca) => siapkanTerima(baca, p, i, sah), asal(n + 1)),
    ]);
    const tunggal = { id, sidik, actor: pelaku.akun };
    const tahun = { pemda: p.pemda, opd: p.ke.opd, tahun: p.sejak };
    const hasil = await this.borongan.jalankan({ perintah, tunggal, sah, tahun }).catch(sebagaiPenolakan);
    if ('ditolak' in hasil) throw hasil.ditolak[0]?.penolakan ?? new Penolakan('KEADAAN_TIDAK_SESUAI');
    const kini = (baca: Baca) => ({
      dari: baca(renstra, kunciRenstra(p, p.dari)).state,
      ke: baca(renstra, kunciRenstra(p, p.ke)).state,
    });
    return { letak: hasil.letak, ...(await denganBacaan(this.store, kini)) };
  }

  private async semua(p: PermintaanPeralihan): Promise<IndikatorDiminta[]> {
    const { state } = await denganBacaan(this.store, (baca) => baca(renstra, kunciRenstra(p, p.dari)));
    if (state.status === 'kosong') return tolak('RENSTRA_BELUM_ADA');
    const daftar = semuaIndikator(state, p);
    return daftar.length > 0 ? daftar : tolak('KEADAAN_TIDAK_SESUAI', { sebab: 'tanpa indikator' });
  }
}
