import { kunci } from '../../kernel/kunci.js';
import type { ViewStore } from '../../kernel/view-store.js';
import { masaPada } from '../../planning/jabatan/masa.decider.js';
import { kepegawaianPada, type TabelKepegawaian } from '../../planning/opd/kepegawaian.decider.js';
import type { IsiPembubaran } from '../../planning/opd/opd.decider.js';
import { type Sotk, sotkPada, type UnitSotk } from '../../planning/opd/sotk.decider.js';
import { berlakuPada, type DasarHukum } from '../../planning/pemda/dasar-hukum.decider.js';
import { type DokumenBerperiode, SEBUTAN_DOKUMEN } from '../../planning/pemda/periode-dokumen.decider.js';
import {
  type BarisJabatan,
  type BarisOpd,
  type BarisPemda,
  type BarisTahun,
  type CatatanPeriode,
  type KalenderTampak,
  kunciOrganisasi,
  type MasaTampak,
  organisasiView,
  tandaOrganisasi,
} from './organisasi.projection.js';
import { menurutPohon } from './pohon.js';

type Bertingkat<T> = T & { readonly tingkat: number };
export type SotkTampak = Omit<Sotk, 'unit'> & { readonly unit: readonly Bertingkat<UnitSotk>[] };
/** Whose name is asked for by subject id and day. */
export type PemegangTampak = MasaTampak & { readonly pemda: string; readonly pada: string };
export type JabatanTampak = Bertingkat<
  Omit<BarisJabatan, 'jenis' | 'masa'> & { readonly kunci: string; readonly pemegang: PemegangTampak | null }
>;
export type DasarHukumTampak = DasarHukum & { readonly opd: string | null };
export type Organisasi = Readonly<{
  pemda: string;
  opd: string;
  nama: string;
  dibubarkan: IsiPembubaran | null;
  sotk: SotkTampak | null;
  draf: SotkTampak | null;
  versi: readonly Pick<Sotk, 'versi' | 'mulai'>[];
  jabatan: readonly JabatanTampak[];
  kepegawaian: readonly TabelKepegawaian[];
  dasarHukum: readonly DasarHukumTampak[];
  penerus: readonly Readonly<{ opd: string; sejak: string }>[];
}>;
export type KeadaanPeriode = Readonly<{
  dokumen: DokumenBerperiode | 'pengukuran';
  triwulan: number | null;
  terbuka: boolean;
  kecuali: readonly string[];
  catatan: readonly CatatanPeriode[];
}>;

const VIEW = organisasiView.nama;
const SEMUA = 10_000; // offices of one OPD, OPD of one pemda: bounded by what a pemda has
const TRIWULAN = [1, 2, 3, 4] as const;

/** How an OPD and its pemda are made up on a date; needs no Nest. */
export class KueriOrganisasi {
  constructor(private readonly views: ViewStore) {}

  /** Null where no such OPD was registered. `melihatDraf`: whether the asker may see a structure nobody set yet. */
  async organisasi(
    pemda: string,
    opd: string,
    pada: string,
    melihatDraf: boolean,
  ): Promise<Organisasi | null> {
    const row = await this.baris<BarisOpd>(kunciOrganisasi.opd(pemda, opd));
    if (row === null) return null;
    const draf = melihatDraf ? row.sotk.find((s) => s.status === 'disusun') : undefined;
    return {
      pemda,
      opd,
      nama: row.nama,
      dibubarkan: row.bubar,
      sotk: berpohon(sotkPada(row.sotk, pada)),
      draf: berpohon(draf ?? null),
      versi: row.sotk
        .filter((s) => s.status === 'ditetapkan')
        .map(({ versi, mulai }) => ({ versi, mulai }))
        .sort((a, b) => a.mulai.localeCompare(b.mulai)),
      jabatan: await this.jabatan(pemda, opd, pada),
      kepegawaian: kepegawaianPada(row.kepegawaian, pada),
      dasarHukum: await this.dasarHukum(pemda, opd, pada),
      penerus: await this.penerus(row, pada),
    };
  }

  /** What holds for the whole pemda on the date, and (`opd` given) what holds for that OPD alone after it. */
  async dasarHukum(pemda: string, opd: string | null, pada: string): Promise<DasarHukumTampak[]> {
    const umum = await this.baris<BarisPemda>(kunciOrganisasi.pemda(kunci.pemda(pemda)));
    const sendiri = opd === null ? null : await this.baris<BarisOpd>(kunciOrganisasi.opd(pemda, opd));
    const milik = (register: readonly DasarHukum[] | undefined, pemilik: string | null) =>
      berlakuPada(register ?? [], pada).map((d) => ({ ...d, opd: pemilik }));
    return [...milik(umum?.dasarHukum, null), ...milik(sendiri?.dasarHukum, opd)];
  }

  async kalender(pemda: string, tahun: number): Promise<KalenderTampak | null> {
    return (await this.tahun(pemda, tahun))?.kalender ?? null;
  }

  /** Every document, and each quarter of pengukuran, with what was decided of it. */
  async periode(pemda: string, tahun: number): Promise<KeadaanPeriode[]> {
    const catatan = (await this.tahun(pemda, tahun))?.periode ?? [];
    const dokumen = Object.keys(SEBUTAN_DOKUMEN) as DokumenBerperiode[];
    return [
      ...dokumen.map((d) => keadaan(d, null, catatan)),
      ...TRIWULAN.map((t) => keadaan('pengukuran', t, catatan)),
    ];
  }

  /** Keys of the offices that nobody holds on the date. */
  async jabatanKosong(pemda: string, opd: string, pada: string): Promise<string[]> {
    const jabatan = await this.jabatan(pemda, opd, pada);
    return jabatan.filter(({ pemegang }) => pemegang === null).map((j) => j.kunci);
  }

  private tahun(pemda: string, tahun: number): Promise<BarisTahun | null> {
    kunci.periode(pemda, tahun);
    return this.baris<BarisTahun>(kunciOrganisasi.tahun(pemda, tahun));
  }

  private async jabatan(pemda: string, opd: string, pada: string): Promise<JabatanTampak[]> {
    const tag = [tandaOrganisasi.jabatan(pemda, opd)];
    const baris = await this.views.daftar(VIEW, tag, { batas: SEMUA });
    const ada = baris
      .map(({ isi }) => isi as BarisJabatan)
      .filter(({ ditutup }) => ditutup === null || pada < ditutup)
      .map(({ jenis: _jenis, masa, ...isi }) => ({
        ...isi,
        kunci: kunci.jabatan(isi.pemda, isi.opd, isi.kode),
        pemegang: pemegangPada(masa, pemda, pada),
      }));
    return menurutPohon(
      ada,
      (j) => j.kunci,
      (j) => j.atasan,
    );
  }

  /** Who says that it follows this OPD, and whom its dissolution named; as far as that has come about by then. */
  private async penerus({ pemda, opd, bubar }: BarisOpd, pada: string): Promise<Organisasi['penerus']> {
    const tag = [tandaOrganisasi.penerus(pemda, opd)];
    const baris = await this.views.daftar(VIEW, tag, { batas: SEMUA });
    const menyebut = baris.flatMap(({ isi }) => {
      const { opd: lain, sotk } = isi as BarisOpd;
      const versi = sotk.filter((s) => s.status === 'ditetapkan' && s.pendahulu.includes(opd));
      return versi.map(({ mulai }) => ({ opd: lain, sejak: mulai }));
    });
    const disebut = (bubar?.pengganti ?? []).map((lain) => ({ opd: lain, sejak: bubar?.tanggal ?? '' }));
    const berurut = [...menyebut, ...disebut]
      .filter(({ sejak }) => sejak <= pada)
      .sort((a, b) => a.sejak.localeCompare(b.sejak) || a.opd.localeCompare(b.opd));
    return [...Map.groupBy(berurut, (p) => p.opd).values()].flatMap((p) => p.slice(0, 1));
  }

  private async baris<Row>(dicari: string): Promise<Row | null> {
    const [baris] = await this.views.baca(VIEW, [dicari]);
    return (baris?.isi as Row | undefined) ?? null;
  }
}

const pemegangPada = (masa: readonly MasaTampak[], pemda: string, pada: string): PemegangTampak | null => {
  const ada = masaPada(masa, pada);
  return ada && { ...ada, pemda, pada };
};

const berpohon = (sotk: Sotk | null): SotkTampak | null =>
  sotk && {
    ...sotk,
    unit: menurutPohon(
      sotk.unit,
      (u) => u.kode,
      (u) => u.induk,
    ),
  };

/** Documents are open until somebody closes them, quarters of pengukuran closed until somebody opens them. */
const keadaan = (
  dokumen: KeadaanPeriode['dokumen'],
  triwulan: number | null,
  semua: readonly CatatanPeriode[],
): KeadaanPeriode => {
  const catatan = semua.filter((c) => c.dokumen === dokumen && c.triwulan === triwulan);
  const letak = catatan.findLastIndex((c) => c.opd === null);
  const terbuka = catatan[letak]?.dibuka ?? dokumen !== 'pengukuran';
  const kini = new Map(catatan.slice(letak + 1).map((c) => [c.opd ?? '', c.dibuka]));
  const kecuali = [...kini].flatMap(([opd, dibuka]) => (dibuka === terbuka ? [] : [opd])).sort();
  return { dokumen, triwulan, terbuka, kecuali, catatan };
};
