import { tanggalDi } from '../../approval/pemegang-kini.js';
import type { Clock, EventStore } from '../../kernel/event-store.js';
import { jabatanKepala, kunci } from '../../kernel/kunci.js';
import { Penolakan, tolak } from '../../kernel/penolakan.js';
import { jumlahRupiah, rupiah } from '../../kernel/rupiah.js';
import type { ViewStore } from '../../kernel/view-store.js';
import type { Zona } from '../../planning/pemda/pemda.decider.js';
import type { AngkaIndikator } from '../../reporting/capaian.js';
import type { KueriCapaian } from '../capaian/capaian.query.js';
import { HALAMAN_TERBESAR } from '../halaman.js';
import { type IsiKotakMasuk, KueriKotakMasuk } from '../kotak-masuk/kotak-masuk.query.js';
import {
  type BarisJabatan,
  kunciOrganisasi,
  type MasaTampak,
  organisasiView,
} from '../organisasi/organisasi.projection.js';
import type { BarisPk, StatusPk } from '../perjanjian-kinerja/perjanjian-kinerja.projection.js';
import { KueriPerjanjianKinerja } from '../perjanjian-kinerja/perjanjian-kinerja.query.js';

export type PkSerahTerima = Readonly<{
  tahun: number;
  versi: number;
  jenis: string;
  status: StatusPk;
  target: number;
  pagu: string; // rupiah
}>;

/** What an office hands over: who held it, what waits for it, what it promised, and how far that has come. */
export type SerahTerima = Readonly<{
  pemda: string;
  opd: string;
  jabatan: string; // the office's key
  sebutan: string;
  zona: Zona;
  pada: string; // ISO 8601 UTC
  masa: readonly MasaTampak[]; // oldest first
  tugas: readonly IsiKotakMasuk[];
  masihAdaTugas: boolean; // more than one page of them waits
  pk: readonly PkSerahTerima[];
  tahun: number;
  /** Of this year; null for an office that does not answer for its OPD, or while there are no figures. */
  indikator: readonly AngkaIndikator[] | null;
}>;

export type KunciJabatan = { readonly pemda: string; readonly opd: string; readonly jabatan: string };

const SELESAI: readonly StatusPk[] = ['dibatalkan', 'digantikan'];

const ringkas = ({ tahun, versi }: BarisPk): PkSerahTerima[] =>
  versi
    .filter((v) => !SELESAI.includes(v.status))
    .map(({ versi: nomor, status, naskah }) => ({
      tahun,
      versi: nomor,
      jenis: naskah.jenis,
      status,
      target: naskah.target.length,
      pagu: String(jumlahRupiah(naskah.anggaran.map((a) => rupiah(a.pagu)))),
    }));

/** The state of an office as it is handed over; needs no Nest. */
export class KueriSerahTerima {
  private readonly kotakMasuk: KueriKotakMasuk;
  private readonly perjanjian: KueriPerjanjianKinerja;

  constructor(
    private readonly views: ViewStore,
    store: EventStore,
    private readonly capaian: KueriCapaian,
    private readonly clock: Clock,
  ) {
    this.kotakMasuk = new KueriKotakMasuk(views, store, clock);
    this.perjanjian = new KueriPerjanjianKinerja(views);
  }

  /** Refuses with JABATAN_BELUM_ADA an office that nobody formed. */
  async serahTerima(k: KunciJabatan): Promise<SerahTerima> {
    const { pemda, opd } = k;
    const kini = this.clock.now();
    const jabatan = kunci.jabatan(pemda, opd, k.jabatan);
    const baris = await this.jabatan(k);
    const zona = await this.perjanjian.zona(pemda);
    const tahun = Number(tanggalDi(zona, kini).slice(0, 4));
    const { edges, pageInfo } = await this.kotakMasuk.halaman(jabatan, { first: HALAMAN_TERBESAR });
    return {
      ...{ pemda, opd, jabatan, zona, tahun },
      sebutan: baris.sebutan,
      pada: kini.toISOString(),
      masa: baris.masa,
      tugas: edges.map(({ node }) => node),
      masihAdaTugas: pageInfo.hasNextPage,
      pk: await this.pk(k),
      indikator: k.jabatan === jabatanKepala(opd) ? await this.indikator(pemda, opd, tahun) : null,
    };
  }

  private async jabatan({ pemda, opd, jabatan }: KunciJabatan): Promise<BarisJabatan> {
    const [baris] = await this.views.baca(organisasiView.nama, [
      kunciOrganisasi.jabatan(pemda, opd, jabatan),
    ]);
    const ada = baris?.isi as BarisJabatan | undefined;
    return ada ?? tolak('JABATAN_BELUM_ADA', { jabatan: kunci.jabatan(pemda, opd, jabatan) });
  }

  private async pk({ pemda, opd, jabatan }: KunciJabatan): Promise<PkSerahTerima[]> {
    const semua: PkSerahTerima[] = [];
    for (let after: string | undefined; ; ) {
      const { edges, pageInfo } = await this.perjanjian.daftarOpd(pemda, opd, {
        first: HALAMAN_TERBESAR,
        after,
      });
      semua.push(
        ...edges.filter(({ node }) => node.jabatan === jabatan).flatMap(({ node }) => ringkas(node)),
      );
      if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return semua;
      after = pageInfo.endCursor;
    }
  }

  private async indikator(
    pemda: string,
    opd: string,
    tahun: number,
  ): Promise<readonly AngkaIndikator[] | null> {
    try {
      return (await this.capaian.tahunSaja({ pemda, opd, tahun })).indikator;
    } catch (e) {
      if (e instanceof Penolakan) return null; // a year under import, an OPD without a plan: the rest is handed over
      throw e;
    }
  }
}
