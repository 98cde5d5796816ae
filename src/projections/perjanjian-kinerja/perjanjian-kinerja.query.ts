import { kunci } from '../../kernel/kunci.js';
import type { ViewStore } from '../../kernel/view-store.js';
import type { Zona } from '../../planning/pemda/pemda.decider.js';
import type { PermintaanHalaman, Sambungan } from '../halaman.js';
import { barisUtuh, halamanUtuh } from '../impor-berjalan.js';
import {
  type BarisLatar,
  type BarisPk,
  kunciLatar,
  perjanjianKinerjaView,
  tandaPk,
} from './perjanjian-kinerja.projection.js';
import { sebulanSetelah } from './tenggat.js';

const VIEW = perjanjianKinerjaView.nama;

/** A PK with its deadline: one month after the DPA, null while that has no date. */
export type PkBertenggat = BarisPk & { readonly tenggat: string | null; readonly zona: Zona };

/** The Perjanjian Kinerja with all their versions; needs no Nest. Lists leave out years that are being imported. */
export class KueriPerjanjianKinerja {
  constructor(private readonly views: ViewStore) {}

  /** Null where that office has none for the year. Refuses keys that no document could have, and IMPOR_BELUM_SELESAI. */
  async satu(pemda: string, opd: string, jabatan: string, tahun: number): Promise<PkBertenggat | null> {
    const dicari = kunci.pk(pemda, opd, jabatan, tahun);
    const baris = (await barisUtuh(this.views, VIEW, { pemda, opd, tahun }, dicari)) as BarisPk | null;
    return baris && ((await this.bertenggat([baris]))[0] ?? null);
  }

  /** All of a pemda and year, by OPD and office. */
  daftar(pemda: string, tahun: number, permintaan: PermintaanHalaman): Promise<Sambungan<PkBertenggat>> {
    return this.halaman(tandaPk.tahun(pemda, tahun), permintaan);
  }

  /** All of an OPD, by year and office. */
  daftarOpd(pemda: string, opd: string, permintaan: PermintaanHalaman): Promise<Sambungan<PkBertenggat>> {
    return this.halaman(tandaPk.opd(pemda, opd), permintaan);
  }

  /** In which zone a day of the pemda begins. */
  async zona(pemda: string): Promise<Zona> {
    const [baris] = await this.views.baca(VIEW, [kunciLatar.pemda(kunci.pemda(pemda))]);
    const latar = baris?.isi as BarisLatar | undefined;
    return latar?.latar === 'pemda' ? latar.zona : 'WIB';
  }

  /** What waits for the signature of this office (its key), by year, OPD and office. */
  menunggu(jabatan: string, permintaan: PermintaanHalaman): Promise<Sambungan<PkBertenggat>> {
    return this.halaman(tandaPk.menunggu(jabatan), permintaan);
  }

  /** The PK of which some text has, or had, this idPeriksa; null: none. */
  async diperiksa(idPeriksa: string): Promise<BarisPk | null> {
    const daftar = { view: VIEW, tag: [tandaPk.periksa(idPeriksa)] };
    const { edges } = await halamanUtuh(this.views, daftar, { first: 1 }, (row: BarisPk) => row);
    return edges[0]?.node ?? null;
  }

  private async halaman(tag: string, permintaan: PermintaanHalaman): Promise<Sambungan<PkBertenggat>> {
    const daftar = { view: VIEW, tag: [tag] };
    const { edges, pageInfo } = await halamanUtuh(this.views, daftar, permintaan, (row: BarisPk) => row);
    const isi = await this.bertenggat(edges.map(({ node }) => node));
    return { edges: edges.map((tepi, i) => ({ ...tepi, node: isi[i] as PkBertenggat })), pageInfo };
  }

  /** In one reading, however many they are. */
  private async bertenggat(daftar: readonly BarisPk[]): Promise<PkBertenggat[]> {
    const kunciDpa = ({ pemda, opd, tahun }: BarisPk) => kunciLatar.dpa(pemda, opd, tahun);
    const dicari = [...new Set(daftar.flatMap((b) => [kunciDpa(b), kunciLatar.pemda(b.pemda)]))];
    const terbaca = await this.views.baca(VIEW, dicari);
    const latar = new Map(dicari.map((k, i) => [k, terbaca[i]?.isi as BarisLatar | undefined]));
    return daftar.map((b) => {
      const [dpa, pemda] = [latar.get(kunciDpa(b)), latar.get(kunciLatar.pemda(b.pemda))];
      const tanggal = dpa?.latar === 'dpa' ? dpa.tanggal : null;
      const zona = pemda?.latar === 'pemda' ? pemda.zona : 'WIB';
      return { ...b, tenggat: tanggal && sebulanSetelah(tanggal), zona };
    });
  }
}
