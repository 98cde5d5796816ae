import type { EventStore, Recorded } from '../../kernel/event-store.js';
import { tolak } from '../../kernel/penolakan.js';
import type { ViewStore } from '../../kernel/view-store.js';
import { halaman, type PermintaanHalaman, type Sambungan, type Saring } from '../halaman.js';
import { tahunUtuh } from '../impor-berjalan.js';
import type { AmanahEvent } from '../peristiwa.js';
import {
  type AsalIndikator,
  type BarisRiwayat,
  barisRiwayat,
  riwayatView,
  tandaDiterima,
  tandaIndikatorOpd,
  tandaRiwayat,
} from './riwayat.projection.js';

/** Which events: all that bear on an OPD and year, or on one indicator there; as of an instant (ISO 8601). */
export type PermintaanRiwayat = Readonly<{
  pemda: string;
  opd: string;
  tahun: number;
  indikator?: string | undefined;
  pada?: string | undefined;
}>;

const VIEW = riwayatView.nama;
const SEKALI_BACA = 500;

/** Where the indicator was before the event at position `sebelum`. */
type Asal = Readonly<AsalIndikator & { sebelum: number }>;

/** Also the events of every year in which it was planned or measured where it was before. */
const tandaDengan = (
  { pemda, opd, tahun, indikator }: PermintaanRiwayat,
  asal: readonly Asal[],
): string[] => [
  ...new Set([
    ...tandaRiwayat(pemda, opd, tahun, indikator),
    ...asal.flatMap(({ opd, mulai, kode }) =>
      Array.from({ length: tahun - mulai + 1 }, (_, i) => mulai + i).flatMap((t) =>
        tandaRiwayat(pemda, opd, t, kode),
      ),
    ),
  ]),
];

/** Of another OPD only what came before the indicator left it. */
const termasuk = ({ opd }: PermintaanRiwayat, asal: readonly Asal[], row: BarisRiwayat): boolean =>
  row.opd === opd || asal.length === 0 || asal.some((a) => a.opd === row.opd && row.posisi < a.sebelum);

/** What happened, oldest first; needs no Nest. */
export class KueriRiwayat {
  constructor(
    private readonly views: ViewStore,
    private readonly store: EventStore,
  ) {}

  async halaman(p: PermintaanRiwayat, permintaan: PermintaanHalaman): Promise<Sambungan<BarisRiwayat>> {
    const terakhir = await this.sampai(p);
    const sampai = ({ posisi }: { posisi: number }): boolean => posisi <= terakhir;
    return tahunUtuh(this.views, VIEW, p, async () => {
      await this.wajibDikenal(p);
      const asal = await this.asal(p, terakhir);
      const daftar = { view: VIEW, tag: tandaDengan(p, asal) };
      const saring: Saring = async (baris) => baris.filter((b) => termasuk(p, asal, b.isi as BarisRiwayat));
      const saringan = asal.length === 0 ? { sampai } : { sampai, saring };
      return halaman(this.views, daftar, permintaan, (row: BarisRiwayat) => row, saringan);
    });
  }

  /** All of it, read in portions. */
  async *semua(p: PermintaanRiwayat): AsyncGenerator<BarisRiwayat> {
    await tahunUtuh(this.views, VIEW, p, () => this.wajibDikenal(p));
    const sampai = await this.sampai(p);
    const asal = await this.asal(p, sampai);
    const tag = tandaDengan(p, asal);
    for (let setelah: { urut: string; kunci: string } | undefined; ; ) {
      const baris = await this.views.daftar(VIEW, tag, { batas: SEKALI_BACA, setelah });
      for (const { isi, posisi } of baris) {
        if (posisi > sampai) return;
        if (termasuk(p, asal, isi as BarisRiwayat)) yield isi as BarisRiwayat;
      }
      setelah = baris.at(-1);
      if (setelah === undefined) return;
    }
  }

  /** Where the indicator was before, newest first: what an OPD took over had been taken over by an earlier event, or by none. */
  private async asal(
    { pemda, opd, tahun, indikator }: PermintaanRiwayat,
    sampai: number,
  ): Promise<readonly Asal[]> {
    const hasil: Asal[] = [];
    if (indikator === undefined) return hasil;
    let [di, sebelum] = [{ opd, kode: indikator }, sampai + 1];
    for (;;) {
      const tag = [tandaDiterima(pemda, di.opd, di.kode)];
      const baris = await this.views.daftar(VIEW, tag, { batas: SEKALI_BACA });
      const masuk = baris.findLast(
        ({ posisi, isi }) => posisi < sebelum && ((isi as BarisRiwayat).dari?.sejak ?? tahun + 1) <= tahun,
      );
      const dari = (masuk?.isi as BarisRiwayat | undefined)?.dari;
      if (masuk === undefined || dari === undefined) return hasil;
      [di, sebelum] = [dari, masuk.posisi];
      hasil.push({ ...dari, sebelum });
    }
  }

  /** The events at these positions, straight from the log; those of another pemda are left out, as if they were not there. */
  async peristiwa(pemda: string | null, posisi: readonly number[]): Promise<readonly BarisRiwayat[]> {
    const dicari = [...new Set(posisi)];
    const terbaca = await Promise.all(dicari.map((p) => this.store.readAll(p, 1)));
    return terbaca
      .flat()
      .map((event) => barisRiwayat(event as Recorded<AmanahEvent>))
      .filter((row) => pemda === null || row.pemda === pemda);
  }

  /** Refuses with INDIKATOR_TIDAK_DIKENAL a kode that no event names: the year's own events are not its history. */
  private async wajibDikenal({ pemda, opd, tahun, indikator }: PermintaanRiwayat): Promise<void> {
    if (indikator === undefined) return;
    const tag = tandaIndikatorOpd(pemda, opd, tahun, indikator);
    const [ada] = await this.views.daftar(VIEW, tag, { batas: 1 });
    if (ada === undefined) tolak('INDIKATOR_TIDAK_DIKENAL', { indikator });
  }

  private async sampai({ pada }: PermintaanRiwayat): Promise<number> {
    return pada === undefined ? Number.MAX_SAFE_INTEGER : this.store.posisiPada(pada);
  }
}
