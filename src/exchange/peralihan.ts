import { type Pelaku, wajibBoleh } from '../approval/wewenang.js';
import type { Clock, EventStore } from '../kernel/event-store.js';
import type { Baca, Executor } from '../kernel/execute.js';
import { kodePemda } from '../kernel/kunci.js';
import { denganBacaan } from '../kernel/lipatan.js';
import { Penolakan, tolak } from '../kernel/penolakan.js';
import { secaraElektronik } from '../planning/permintaan.js';
import { strategis, type Ujung } from '../planning/renstra/naskah-renstra.decider.js';
import {
  type IndikatorDiminta,
  kunciRenstra,
  type PermintaanPeralihan,
  semuaIndikator,
  siapkanAlihkan,
  siapkanTerima,
} from '../planning/renstra/peralihan.fakta.js';
import { type Renstra, renstra } from '../planning/renstra/renstra.decider.js';
import { versiTahun } from '../planning/renstra/versi.decider.js';
import { type Asal, Borongan, perintahBorongan, sebagaiPenolakan } from './borongan.js';

type Perintah = { readonly id: string; readonly sidik: string };
/** Both Renstra after the move. `lepas`: what was moved and measures no tujuan or sasaran there, though it should. */
export type HasilPeralihan = {
  readonly letak: number;
  readonly dari: Renstra;
  readonly ke: Renstra;
  readonly lepas: readonly string[];
};
/** All that are left; `gantung`: those that are hung in the same command, and where. */
export type SemuaDiminta = { readonly gantung: readonly (Ujung & { readonly indikator: string })[] };

const asal = (baris: number): Asal => ({ lembar: 'indikator', baris, kolom: null });

const belumTergantung = (ke: Renstra, daftar: readonly IndikatorDiminta[], sejak: number): string[] => {
  const { hubungan, indikator } = versiTahun(ke, sejak);
  const tergantung = new Set(hubungan.values().map((h) => h.indikator));
  return daftar
    .map(({ kode, kodeBaru }) => kodeBaru ?? kode)
    .filter((kode) => strategis(indikator.get(kode)?.definisi.level ?? 'program') && !tergantung.has(kode));
};

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

  /** Throws the first Penolakan, and then nothing was stored. */
  async alihkan(
    p: PermintaanPeralihan,
    indikator: readonly IndikatorDiminta[] | SemuaDiminta,
    { id, sidik }: Perintah,
    pelaku: Pelaku,
  ): Promise<HasilPeralihan> {
    wajibBoleh(pelaku, 'indikator.alihkan', kodePemda(p.pemda), null);
    const sah = secaraElektronik(pelaku);
    const daftar = 'gantung' in indikator ? await this.semua(p, indikator) : indikator;
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
    const { dari, ke } = await denganBacaan(this.store, kini);
    return { letak: hasil.letak, dari, ke, lepas: belumTergantung(ke, daftar, p.sejak) };
  }

  private async semua(p: PermintaanPeralihan, { gantung }: SemuaDiminta): Promise<IndikatorDiminta[]> {
    const { state } = await denganBacaan(this.store, (baca) => baca(renstra, kunciRenstra(p, p.dari)));
    if (state.status === 'kosong') return tolak('RENSTRA_BELUM_ADA');
    const daftar = semuaIndikator(state, p);
    if (daftar.length === 0) return tolak('KEADAAN_TIDAK_SESUAI', { sebab: 'tanpa indikator' });
    const asing = gantung.find((g) => !daftar.some(({ kode }) => kode === g.indikator));
    if (asing !== undefined) return tolak('INDIKATOR_TIDAK_DIKENAL', { indikator: asing.indikator });
    return daftar.map((i) => {
      const ujung = gantung.find((g) => g.indikator === i.kode);
      return ujung === undefined ? i : { ...i, induk: { tingkat: ujung.tingkat, kode: ujung.kode } };
    });
  }
}
