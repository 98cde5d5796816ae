import { Penolakan } from '../../kernel/penolakan.js';
import { hasilRupiah, jumlahRupiah } from '../../kernel/rupiah.js';
import type { ViewStore } from '../../kernel/view-store.js';
import { tahunUtuh } from '../impor-berjalan.js';
import type { KueriNomenklatur } from '../nomenklatur/nomenklatur.query.js';
import { anggaranView, type BarisAnggaran, tandaAnggaran } from './anggaran.projection.js';
import { type AlasanTahun, type BarisSanding, sandingkan, type TahunAnggaran } from './sanding.js';
import {
  type AlasanPagu,
  bagianDari,
  type FaktaAnggaran,
  type NamaUrusan,
  type SimpulAnggaran,
  type SusunanAnggaran,
  susunAnggaran,
  type TingkatSimpul,
  urutKode,
} from './susun.js';

type KunciTahun = Readonly<{ pemda: string; opd: string; tahun: number }>;
/** One OPD's years N-2 to N+1 side by side, and the tree of codes that any of them has. */
export type AnggaranBerjenjang = KunciTahun &
  Readonly<{ tahunan: readonly TahunAnggaran[]; baris: readonly BarisSanding[] }>;

export type AlasanOpd = AlasanTahun | AlasanPagu;
export type AnggaranOpd = Readonly<{
  opd: string;
  nama: string;
  murni: string | null;
  pagu: string | null;
  alasan: AlasanOpd | null;
  bagian: string | null;
  susunan: SusunanAnggaran | null;
}>;
export type AnggaranUrusan = Readonly<{
  kode: string;
  induk: string | null;
  tingkat: TingkatSimpul;
  nama: string | null;
  pagu: string | null;
  bagian: string | null;
  opd: readonly string[];
}>;
/** `pagu` is null while the total of one OPD is not known; `diketahui` is the sum of the others. */
export type AnggaranPemda = Readonly<{
  pemda: string;
  tahun: number;
  pagu: string | null;
  diketahui: string | null;
  opd: readonly AnggaranOpd[];
  urusan: readonly AnggaranUrusan[];
}>;

const VIEW = anggaranView.nama;
const SEMUA = 1_000_000; // a budget has as many rows as its documents name programs

const fakta = (baris: readonly BarisAnggaran[]): FaktaAnggaran => {
  const kode = baris.filter((b) => b.jenis === 'kode');
  return {
    tahap: baris.find((b) => b.jenis === 'tahap')?.tahap ?? [],
    simpul: kode.flatMap((b) => b.simpul),
    pagu: kode.flatMap((b) => b.pagu),
  };
};

const susunan = (baris: readonly BarisAnggaran[], nama: NamaUrusan): SusunanAnggaran | null => {
  const f = fakta(baris);
  return f.pagu.length + f.simpul.length + f.tahap.length === 0 ? null : susunAnggaran(f, nama);
};

/** Of what is known; null where nothing is. */
const jumlahYangDiketahui = (pagu: readonly (string | null)[]): string | null => {
  const diketahui = pagu.flatMap((p) => (p === null ? [] : [hasilRupiah(p)]));
  return diketahui.length === 0 ? null : jumlahRupiah(diketahui).toString();
};
const jumlahUtuh = (pagu: readonly (string | null)[]): string | null =>
  pagu.includes(null) ? null : jumlahYangDiketahui(pagu);

/** Budgets by year and by OPD, summed when they are asked for; needs no Nest. */
export class KueriAnggaran {
  constructor(
    private readonly views: ViewStore,
    private readonly nomenklatur: Pick<KueriNomenklatur, 'namaUrusan'>,
  ) {}

  /** Refuses with IMPOR_BELUM_SELESAI while the year asked for is being imported; another such year is told as unknown. */
  async berjenjang(pemda: string, opd: string, tahun: number): Promise<AnggaranBerjenjang> {
    const nama = await this.nomenklatur.namaUrusan(tahun);
    const tahunan = await Promise.all(
      [tahun - 2, tahun - 1, tahun, tahun + 1].map((t) =>
        this.setahun({ pemda, opd, tahun: t }, nama, tahun),
      ),
    );
    return { pemda, opd, tahun, tahunan, baris: sandingkan(tahunan, tahun) };
  }

  /** Every OPD of a city and year, and the same money by urusan and bidang urusan. */
  async pemda(pemda: string, tahun: number): Promise<AnggaranPemda> {
    const nama = await this.nomenklatur.namaUrusan(tahun);
    const [terdaftar, berisi] = await Promise.all([
      this.views.daftar(VIEW, [tandaAnggaran.opdDari(pemda)], { batas: SEMUA }),
      this.views.daftar(VIEW, [tandaAnggaran.pemdaTahun(pemda, tahun)], { batas: SEMUA }),
    ]);
    const isi = (b: (typeof terdaftar)[number]) => b.isi as BarisAnggaran;
    const menurutOpd = Map.groupBy(berisi.map(isi), (b) => b.opd);
    const opd = await Promise.all(
      terdaftar
        .map(isi)
        .filter((b) => b.jenis === 'opd')
        .map((b) => this.milikOpd({ pemda, opd: b.opd, tahun }, b.nama, menurutOpd.get(b.opd) ?? [], nama)),
    );
    // An OPD that has no budget that year at all is no missing part of the city's.
    const pagu = opd.filter((o) => o.alasan !== 'BELUM_ADA_ANGGARAN').map((o) => o.pagu);
    const diketahui = jumlahYangDiketahui(pagu);
    const total = jumlahUtuh(pagu);
    return {
      pemda,
      tahun,
      pagu: total,
      diketahui,
      opd: opd.map((o) => ({ ...o, bagian: bagianDari(o.pagu, total) })),
      urusan: menurutUrusan(opd, total),
    };
  }

  private async setahun(k: KunciTahun, nama: NamaUrusan, utama: number): Promise<TahunAnggaran> {
    const { tahun } = k;
    try {
      const baris = await tahunUtuh(this.views, VIEW, k, () =>
        this.views.daftar(VIEW, [tandaAnggaran.opdTahun(k)], { batas: SEMUA }),
      );
      const isi = susunan(
        baris.map((b) => b.isi as BarisAnggaran),
        nama,
      );
      return { tahun, susunan: isi, alasan: isi === null ? 'BELUM_ADA_ANGGARAN' : null };
    } catch (e) {
      if (tahun === utama || !(e instanceof Penolakan) || e.kode !== 'IMPOR_BELUM_SELESAI') throw e;
      return { tahun, susunan: null, alasan: 'IMPOR_BELUM_SELESAI' };
    }
  }

  private async milikOpd(
    k: KunciTahun,
    nama: string,
    baris: readonly BarisAnggaran[],
    namaUrusan: NamaUrusan,
  ): Promise<AnggaranOpd> {
    const tanpa = (alasan: AlasanOpd): AnggaranOpd => ({
      ...{ opd: k.opd, nama, murni: null, pagu: null, alasan, bagian: null, susunan: null },
    });
    const utuh = await tahunUtuh(this.views, VIEW, k, async () => true).catch((e: unknown) => {
      if (e instanceof Penolakan && e.kode === 'IMPOR_BELUM_SELESAI') return false;
      throw e;
    });
    if (!utuh) return tanpa('IMPOR_BELUM_SELESAI');
    const isi = susunan(baris, namaUrusan);
    if (isi === null) return tanpa('BELUM_ADA_ANGGARAN');
    const { pagu, alasan, rantai } = isi.total;
    const murni = rantai.find((r) => r.tahap.jenis === 'murni')?.pagu ?? null;
    return { opd: k.opd, nama, murni, pagu, alasan, bagian: null, susunan: isi };
  }
}

const menurutUrusan = (opd: readonly AnggaranOpd[], total: string | null): AnggaranUrusan[] => {
  const simpul = opd.flatMap((o) =>
    (o.susunan?.simpul ?? [])
      .filter((s) => s.tingkat === 'urusan' || s.tingkat === 'bidang')
      .map((s): [string, SimpulAnggaran] => [o.opd, s]),
  );
  return [...Map.groupBy(simpul, ([, s]) => s.kode).values()]
    .flatMap((milik) => {
      const [pertama] = milik;
      if (pertama === undefined) return [];
      const { kode, induk, tingkat, nama } = pertama[1];
      const pagu = jumlahUtuh(milik.map(([, s]) => s.pagu));
      const bagian = bagianDari(pagu, total);
      return [{ kode, induk, tingkat, nama, pagu, bagian, opd: milik.map(([o]) => o) }];
    })
    .toSorted((a, b) => urutKode(a.kode, b.kode));
};
