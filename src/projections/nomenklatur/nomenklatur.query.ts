import type { BarisDaftar, ViewStore } from '../../kernel/view-store.js';
import { indukNomenklatur } from '../../planning/nomenklatur/kode.decider.js';
import { berlakuUntuk } from '../../planning/nomenklatur/nomenklatur.fakta.js';
import type { BarisAnggaran, SimpulProgram } from '../anggaran/anggaran.projection.js';
import { anggaranView, tandaAnggaran } from '../anggaran/anggaran.projection.js';
import { urutKode } from '../anggaran/susun.js';
import { tahunUtuh } from '../impor-berjalan.js';
import {
  type BarisNomenklatur,
  type KodeResmi,
  kunciNomenklatur,
  nomenklaturView,
  tandaNomenklatur,
} from './nomenklatur.projection.js';
import { periksaNama, type TemuanNama } from './periksa-nama.js';

export type VersiTerbaca = Extract<BarisNomenklatur, { jenis: 'versi' }>;
type BarisKode = Extract<BarisNomenklatur, { jenis: 'kode' }>;
export type NomenklaturTerbaca = VersiTerbaca & Readonly<{ kode: readonly KodeResmi[] }>;
export type PemeriksaanNama = Readonly<{
  versi: string | null; // null: no version in force is loaded, so nothing can be said
  diperiksa: number;
  temuan: readonly TemuanNama[];
}>;

const VIEW = nomenklaturView.nama;
const SEMUA = 10_000; // a version has about 60 rows

const kodeDari = (baris: readonly BarisDaftar[]): ReadonlyMap<string, KodeResmi> =>
  new Map(baris.flatMap((b) => Object.entries((b.isi as BarisKode).kode)));

/** The official names of programs, kegiatan and sub kegiatan, by version; needs no Nest. */
export class KueriNomenklatur {
  constructor(private readonly views: ViewStore) {}

  /** Every version that is loaded, oldest first. */
  async versi(): Promise<readonly VersiTerbaca[]> {
    const baris = await this.views.daftar(VIEW, [tandaNomenklatur.versi], { batas: SEMUA });
    return baris.map((b) => b.isi as VersiTerbaca);
  }

  /** The newest ditetapkan version that is in force on 1 January of the year. */
  async versiTahun(tahun: number): Promise<VersiTerbaca | null> {
    const berlaku = (v: VersiTerbaca) => v.ditetapkan && berlakuUntuk(v.mulaiBerlaku, tahun);
    return (await this.versi()).findLast(berlaku) ?? null;
  }

  /** The names of urusan and bidang urusan in force that year; empty where no version is loaded. */
  async namaUrusan(tahun: number): Promise<ReadonlyMap<string, string>> {
    const versi = await this.versiTahun(tahun);
    if (versi === null) return new Map();
    const [baris] = await this.views.baca(VIEW, [kunciNomenklatur.kode(versi.versi, '')]);
    const kode = (baris?.isi as BarisKode | undefined)?.kode ?? {};
    return new Map(Object.values(kode).map(({ kode, nama }) => [kode, nama]));
  }

  /** One version with the codes right below `induk` (null: the urusan); null where that version is not loaded. */
  async isi(versi: string, induk: string | null): Promise<NomenklaturTerbaca | null> {
    const [kepala] = await this.views.baca(VIEW, [kunciNomenklatur.versi(versi)]);
    if (!kepala) return null;
    const kode = [...(await this.kode(versi)).values()].filter((k) => indukNomenklatur(k.kode) === induk);
    return { ...(kepala.isi as VersiTerbaca), kode: kode.toSorted((a, b) => urutKode(a.kode, b.kode)) };
  }

  /** How an OPD's program tree of a year stands beside the official names. Tells, and forbids nothing. */
  async periksa(pemda: string, opd: string, tahun: number): Promise<PemeriksaanNama> {
    const versi = await this.versiTahun(tahun);
    const simpul = await this.pohon({ pemda, opd, tahun });
    if (versi === null) return { versi: null, diperiksa: simpul.length, temuan: [] };
    const resmi = await this.kode(versi.versi);
    return { versi: versi.versi, diperiksa: simpul.length, temuan: periksaNama(versi.versi, resmi, simpul) };
  }

  private async kode(versi: string): Promise<ReadonlyMap<string, KodeResmi>> {
    return kodeDari(await this.views.daftar(VIEW, [tandaNomenklatur.kodeDari(versi)], { batas: SEMUA }));
  }

  private async pohon(k: { pemda: string; opd: string; tahun: number }): Promise<readonly SimpulProgram[]> {
    const baca = () => this.views.daftar(anggaranView.nama, [tandaAnggaran.opdTahun(k)], { batas: SEMUA });
    return (await tahunUtuh(this.views, anggaranView.nama, k, baca))
      .map((b) => b.isi as BarisAnggaran)
      .flatMap((b) => (b.jenis === 'kode' ? b.simpul : []))
      .toSorted((a, b) => urutKode(a.kode, b.kode));
  }
}
