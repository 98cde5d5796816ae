import type { EventStore } from '../../kernel/event-store.js';
import { jabatanKepala, kunci as kunciStream } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import type { ViewStore } from '../../kernel/view-store.js';
import { capaianView } from '../capaian/capaian.projection.js';
import type { KueriCapaian, KunciTahun } from '../capaian/capaian.query.js';
import { rencanaSetahun } from '../capaian/masukan.js';
import { adalahPk, perjanjianKinerjaView } from '../perjanjian-kinerja/perjanjian-kinerja.projection.js';
import { barisPada } from '../runtime/pada.js';
import type { Bahan } from './bahan.js';
import { type BarisPerencanaan, kunciRencana } from './fakta.js';
import { perencanaanView } from './perencanaan.projection.js';
import { type Perencanaan, susunPerencanaan } from './susunan.js';
import type { Tabel } from './tabel.js';
import { tabelPerencanaan } from './tabel-perencanaan.js';

/** The views whose rows the planning tables are made of. */
export const TAMPILAN_PERENCANAAN: readonly string[] = [
  capaianView.nama,
  perjanjianKinerjaView.nama,
  perencanaanView.nama,
];

export type TabelTerjawab = Readonly<{ posisi: number; tabel: readonly Tabel[] }>;

/** `nomor`: only those of tables 1 to 7; `jabatan`: whose PK, the head's where it is not said; `pada`: as of an instant. */
export type PermintaanTabel = Readonly<{
  nomor?: readonly number[] | null;
  jabatan?: string | undefined;
  pada?: string | undefined;
}>;

const NOMOR_TERBESAR = 7;

/**
 * The plan of an OPD and year, put together from the rows of three views as of one position: a view that is ahead of
 * the others is read as it stood there. Needs no Nest.
 */
export class KueriPerencanaan {
  constructor(
    private readonly views: ViewStore,
    private readonly store: EventStore,
    private readonly capaian: KueriCapaian,
  ) {}

  /** Tables 1 to 7 and those beside them. Refuses as `KueriCapaian.capaian` does. */
  async tabel(kunci: KunciTahun, { nomor = null, ...saat }: PermintaanTabel = {}): Promise<TabelTerjawab> {
    for (const n of nomor ?? [])
      if (!Number.isInteger(n) || n < 1 || n > NOMOR_TERBESAR) tolak('MASUKAN_TIDAK_SAH', { nomor: n });
    const bahan = await this.bahan(kunci, saat);
    return { posisi: bahan.posisi, tabel: tabelPerencanaan(bahan, nomor) };
  }

  /** The same by its parts. */
  async perencanaan(kunci: KunciTahun, pada?: string): Promise<Perencanaan> {
    return susunPerencanaan(await this.bahan(kunci, { pada }));
  }

  /** An office that nobody formed and that has no PK is none: an empty table would say that it promised nothing. */
  private async wajibDibentuk(jabatan: string): Promise<void> {
    const { events } = await this.store.read(`Jabatan-${jabatan}`);
    if (events.length === 0) tolak('TIDAK_DITEMUKAN', { jabatan });
  }

  private async bahan(kunci: KunciTahun, { pada, jabatan }: Omit<PermintaanTabel, 'nomor'>): Promise<Bahan> {
    const { pemda, opd, tahun } = kunci;
    const { fakta, posisi } = await this.capaian.fakta(kunci, await this.bersama(pada));
    const rencana = rencanaSetahun(fakta, tahun);
    const pk = kunciStream.pk(pemda, opd, jabatan ?? jabatanKepala(opd), tahun);
    const [[barisPk], baris] = await Promise.all([
      barisPada(this.store, this.views, perjanjianKinerjaView, [pk], posisi),
      this.baris(kunci, rencana.renstra?.mulai ?? null, posisi),
    ]);
    if (jabatan !== undefined && jabatan !== jabatanKepala(opd) && barisPk === undefined)
      await this.wajibDibentuk(kunciStream.jabatan(pemda, opd, jabatan));
    return {
      pemda,
      opd,
      tahun,
      posisi,
      fakta,
      rencana,
      pk: barisPk && adalahPk(barisPk.isi) ? barisPk.isi : null,
      ...baris,
    };
  }

  /** The newest position that every one of the views has reached, and that was recorded at or before `pada`. */
  private async bersama(pada: string | undefined): Promise<number> {
    const dicapai = await Promise.all(TAMPILAN_PERENCANAAN.map((v) => this.views.posisi(v)));
    return Math.min(...dicapai, ...(pada === undefined ? [] : [await this.store.posisiPada(pada)]));
  }

  private async baris(
    { pemda, opd, tahun }: KunciTahun,
    mulai: number | null,
    posisi: number,
  ): Promise<Pick<Bahan, 'renstra' | 'tahunan' | 'rencanaAksi' | 'iku'>> {
    const kunci = [
      kunciRencana.tahun(pemda, opd, tahun),
      kunciRencana.rencanaAksi(pemda, opd, tahun),
      kunciRencana.iku(pemda, opd),
      ...(mulai === null ? [] : [kunciRencana.renstra(pemda, opd, mulai)]),
    ];
    const terbaca = await barisPada(this.store, this.views, perencanaanView, kunci, posisi);
    const jenis = <J extends BarisPerencanaan['jenis']>(j: J) =>
      terbaca
        .flatMap((b) => b?.isi ?? [])
        .find((b): b is Extract<BarisPerencanaan, { jenis: J }> => b.jenis === j) ?? null;
    return {
      renstra: jenis('renstra'),
      tahunan: jenis('tahun'),
      rencanaAksi: jenis('rencana-aksi'),
      iku: jenis('iku'),
    };
  }
}
