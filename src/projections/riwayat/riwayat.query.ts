import type { EventStore, Recorded } from '../../kernel/event-store.js';
import { tolak } from '../../kernel/penolakan.js';
import type { ViewStore } from '../../kernel/view-store.js';
import { halaman, type PermintaanHalaman, type Sambungan } from '../halaman.js';
import { tahunUtuh } from '../impor-berjalan.js';
import type { AmanahEvent } from '../peristiwa.js';
import {
  type BarisRiwayat,
  barisRiwayat,
  riwayatView,
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

/** What happened, oldest first; needs no Nest. */
export class KueriRiwayat {
  constructor(
    private readonly views: ViewStore,
    private readonly store: EventStore,
  ) {}

  async halaman(p: PermintaanRiwayat, permintaan: PermintaanHalaman): Promise<Sambungan<BarisRiwayat>> {
    const daftar = { view: VIEW, tag: tandaRiwayat(p.pemda, p.opd, p.tahun, p.indikator) };
    const terakhir = await this.sampai(p);
    const sampai = ({ posisi }: { posisi: number }): boolean => posisi <= terakhir;
    return tahunUtuh(this.views, VIEW, p, async () => {
      await this.wajibDikenal(p);
      return halaman(this.views, daftar, permintaan, (row: BarisRiwayat) => row, { sampai });
    });
  }

  /** All of it, read in portions. */
  async *semua(p: PermintaanRiwayat): AsyncGenerator<BarisRiwayat> {
    await tahunUtuh(this.views, VIEW, p, () => this.wajibDikenal(p));
    const sampai = await this.sampai(p);
    const tag = tandaRiwayat(p.pemda, p.opd, p.tahun, p.indikator);
    for (let setelah: { urut: string; kunci: string } | undefined; ; ) {
      const baris = await this.views.daftar(VIEW, tag, { batas: SEKALI_BACA, setelah });
      for (const { isi, posisi } of baris) {
        if (posisi > sampai) return;
        yield isi as BarisRiwayat;
      }
      setelah = baris.at(-1);
      if (setelah === undefined) return;
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
