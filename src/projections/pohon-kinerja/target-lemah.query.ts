import { kalimat } from '../../infra/kalimat-penolakan.js';
import { Penolakan } from '../../kernel/penolakan.js';
import type { ViewStore } from '../../kernel/view-store.js';
import type { Jenis } from '../../planning/rencana-kinerja/rencana-kinerja.decider.js';
import type { DefinisiIndikator } from '../../planning/renstra/renstra.decider.js';
import type { CapaianIndikator } from '../../reporting/capaian.js';
import {
  type NilaiTahun,
  type TahunLalu,
  type TargetLemah,
  targetLemah,
  targetSah,
  temuanTarget,
} from '../../reporting/target-lemah.js';
import { capaianView } from '../capaian/capaian.projection.js';
import type { KueriCapaian, KunciTahun } from '../capaian/capaian.query.js';
import type { FaktaTahunan, Renstra } from '../capaian/fakta.js';
import { definisiTahun, type FaktaTerbaca, renstraDari } from '../capaian/masukan.js';
import { tanpaMilikLain } from '../capaian/peralihan.js';
import { tahunUtuh } from '../impor-berjalan.js';
import { IngatanJawaban } from '../ingatan-jawaban.js';
import { type BarisPk, perjanjianKinerjaView } from '../perjanjian-kinerja/perjanjian-kinerja.projection.js';
import { kunciJabatanPk } from './cascading.js';
import { pkTahun } from './pohon-kinerja.query.js';

export type TargetDitanya = Readonly<{ indikator: string; target: string; satuan?: string | null }>;
/** `dikenal`: the year lists the indicator; `sah`: its target may be recorded, else `sebab` says why not. What is not sah has no other finding than its unit. */
export type TargetDijawab = Readonly<{
  indikator: string;
  dikenal: boolean;
  sah: boolean;
  sebab: string | null;
  temuan: readonly TargetLemah[];
}>;
export type Dokumen = 'renstra' | 'rkt' | 'pk';
export type TargetTercatat = Readonly<{
  indikator: string;
  nama: string;
  dokumen: Dokumen;
  jabatan: string | null; // of a PK
  rancangan: boolean; // not in force yet
  target: string;
  satuan: string;
}>;
export type TargetLemahTercatat = TargetTercatat & Readonly<{ temuan: readonly TargetLemah[] }>;

export const TAMPILAN_TARGET = [capaianView.nama, perjanjianKinerjaView.nama] as const;

const BATAS_INGATAN = 16_000_000;
const BERAT_TARGET = 400; // bytes

/** With the definition that it was written under; undefined: the year does not list the indicator. */
type TargetBerdefinisi = TargetTercatat & Readonly<{ definisi: DefinisiIndikator | undefined }>;
type Bahan = Readonly<{
  definisi: ReadonlyMap<string, DefinisiIndikator>;
  lalu: ReadonlyMap<string, TahunLalu>;
  tercatat: readonly TargetBerdefinisi[];
}>;

const nilaiTahun = (tahun: number, nilai: string | null | undefined): NilaiTahun | null =>
  nilai === null || nilai === undefined ? null : { tahun, nilai };

/** The target of the year before, also where only the Renstra has one; the newest realisasi that is known. */
const tahunLalu = (fakta: FaktaTerbaca, i: CapaianIndikator, tahun: number): TahunLalu => {
  const kemarin = i.tahunSebelumnya.find((t) => t.tahun === tahun - 1)?.target;
  const renstra = renstraDari(fakta, tahun - 1)?.target.find(
    (t) => t.indikator === i.kode && t.tahun === tahun - 1,
  )?.target;
  const terukur = i.tahunSebelumnya.find((t) => t.realisasi !== null); // newest first
  return {
    target: nilaiTahun(tahun - 1, kemarin ?? renstra),
    realisasi: terukur === undefined ? null : nilaiTahun(terukur.tahun, terukur.realisasi),
  };
};

const targetPk = (pk: readonly BarisPk[]): TargetTercatat[] =>
  pk.flatMap((row) =>
    row.versi
      .filter((v) => v.status === 'berlaku' || v.status === 'diajukan' || v.status === 'ditandatangani')
      .flatMap((v) =>
        v.naskah.target.map(({ indikator, nama, satuan, target }) => ({
          indikator,
          nama,
          dokumen: 'pk' as const,
          jabatan: kunciJabatanPk(row),
          rancangan: v.status !== 'berlaku',
          target,
          satuan,
        })),
      ),
  );

type Rencana = Pick<TargetTercatat, 'dokumen' | 'rancangan' | 'target'>;

const rancanganRkt = (tahunan: FaktaTahunan | null, kode: string): Rencana[] => {
  const ditetapkan = (jenis: Jenis) => tahunan?.rktDitetapkan.some((d) => d.jenis === jenis) ?? false;
  return (tahunan?.rkt ?? [])
    .filter((t) => t.indikator === kode && !ditetapkan(t.jenis))
    .map(({ target }) => ({ dokumen: 'rkt', rancangan: true, target }));
};

/** Outside the PK: the target in force, and those that are still being written. */
const targetRencana = (fakta: FaktaTerbaca, tahun: number, i: CapaianIndikator): Rencana[] => {
  const renstra = renstraDari(fakta, tahun);
  const disusun = renstra?.ditetapkan === false;
  const berlaku: Rencana[] =
    i.target === null || i.sumberTarget === null || i.sumberTarget === 'pk'
      ? []
      : [{ dokumen: i.sumberTarget, rancangan: i.sumberTarget === 'renstra' && disusun, target: i.target }];
  return [...berlaku, ...rancanganRkt(fakta.tahun.find((t) => t.tahun === tahun) ?? null, i.kode)];
};

/** What is being written for the year beside the Renstra that speaks for it: its open Perubahan, the next Renstra. */
const naskahDisusun = ({ opd }: FaktaTerbaca, berlaku: Renstra | null, tahun: number): Renstra[] =>
  opd.renstra
    .flatMap((r) => {
      if (r.mulai === berlaku?.mulai) return r.rancangan ?? [];
      return r.ditetapkan ? [] : r;
    })
    .filter((r) => r.mulaiBerlaku <= tahun && tahun <= r.selesai)
    .map((r) => tanpaMilikLain(r, tahun));

/** The targets of those, where they say something else than what is in force. */
export const targetDisusun = (fakta: FaktaTerbaca, tahun: number): TargetBerdefinisi[] => {
  const berlaku = renstraDari(fakta, tahun);
  return naskahDisusun(fakta, berlaku, tahun).flatMap((r) =>
    r.indikator.flatMap((definisi) => {
      const milik = (naskah: Renstra | null): string | undefined =>
        naskah?.target.find((t) => t.indikator === definisi.kode && t.tahun === tahun)?.target;
      const { kode: indikator, nama, satuan } = definisi;
      const target = milik(r);
      return target === undefined || target === milik(berlaku)
        ? []
        : [{ indikator, nama, dokumen: 'renstra', jabatan: null, rancangan: true, target, satuan, definisi }];
    }),
  );
};

/** Targets that a careful reader would ask about: told, never refused. Needs no Nest. */
export class KueriTargetLemah {
  private readonly ingatan = new IngatanJawaban<Bahan>(
    BATAS_INGATAN,
    ({ definisi, tercatat }) => (definisi.size + tercatat.length) * BERAT_TARGET,
  );

  constructor(
    private readonly views: ViewStore,
    private readonly capaian: KueriCapaian,
  ) {}

  /** Targets as they are being typed. */
  async periksa(kunci: KunciTahun, diminta: readonly TargetDitanya[]): Promise<readonly TargetDijawab[]> {
    const { definisi, lalu } = await this.bahan(kunci);
    return diminta.map(({ indikator, target, satuan = null }) => {
      const d = definisi.get(indikator);
      if (d === undefined)
        return { indikator, dikenal: false, sah: false, sebab: sebabAsing(indikator), temuan: [] };
      const sah = targetSah(d, target);
      const ditulis = { target, satuan };
      return {
        indikator,
        dikenal: true,
        sah,
        sebab: sah ? null : kalimat(new Penolakan('NILAI_TIDAK_SAH', { indikator })),
        temuan: temuanTarget(d, ditulis, lalu.get(indikator) ?? TANPA_TAHUN_LALU, sah),
      };
    });
  }

  /** All targets in force or being written for the year that have a finding. */
  async semua(kunci: KunciTahun): Promise<readonly TargetLemahTercatat[]> {
    const { lalu, tercatat } = await this.bahan(kunci);
    return tercatat.flatMap(({ definisi: d, ...t }) => {
      const temuan = d === undefined ? [] : targetLemah(d, t, lalu.get(t.indikator) ?? TANPA_TAHUN_LALU);
      return temuan.length === 0 ? [] : [{ ...t, temuan }];
    });
  }

  private async bahan(kunci: KunciTahun): Promise<Bahan> {
    const nama = `${kunci.pemda}/${kunci.opd}/${kunci.tahun}`;
    const posisi = await Promise.all(TAMPILAN_TARGET.map((v) => this.views.posisi(v)));
    const ingat = this.ingatan.cari(nama, posisi.join());
    if (ingat !== undefined) return ingat;
    const bahan = await tahunUtuh(this.views, perjanjianKinerjaView.nama, kunci, () => this.susun(kunci));
    return this.ingatan.simpan(nama, posisi.join(), bahan);
  }

  private async susun(kunci: KunciTahun): Promise<Bahan> {
    const { tahun } = kunci;
    const [{ fakta, capaian }, pk] = await Promise.all([
      this.capaian.beserta(kunci),
      pkTahun(this.views, kunci),
    ]);
    const rencana = capaian.indikator.flatMap((i) =>
      targetRencana(fakta, tahun, i).map(
        (t): TargetTercatat => ({ indikator: i.kode, nama: i.nama, jabatan: null, satuan: i.satuan, ...t }),
      ),
    );
    const definisi = new Map(definisiTahun(fakta, tahun).map((d) => [d.kode, d]));
    const berlaku = [...targetPk(pk), ...rencana].map((t) => ({ ...t, definisi: definisi.get(t.indikator) }));
    return {
      definisi,
      lalu: new Map(capaian.indikator.map((i) => [i.kode, tahunLalu(fakta, i, tahun)])),
      tercatat: [...berlaku, ...targetDisusun(fakta, tahun)],
    };
  }
}

const sebabAsing = (indikator: string): string =>
  kalimat(new Penolakan('INDIKATOR_TIDAK_DIKENAL', { indikator }));
const TANPA_TAHUN_LALU: TahunLalu = { target: null, realisasi: null };
