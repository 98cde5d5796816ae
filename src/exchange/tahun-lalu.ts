import type { Baca } from '../kernel/execute.js';
import { jabatanKepala, kunci, triwulanSah } from '../kernel/kunci.js';
import { perjanjianKinerja, pkBerlaku } from '../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { type Jenis, rencanaKinerja } from '../planning/rencana-kinerja/rencana-kinerja.decider.js';
import type { IndikatorRenstra } from '../planning/renstra/naskah-renstra.decider.js';
import { type DefinisiIndikator, MASA_TERPANJANG, renstra } from '../planning/renstra/renstra.decider.js';
import { definisiTerukur, renstraTahun, TAHUN_PERTAMA } from '../planning/renstra/renstra.fakta.js';
import {
  type FaktaIndikator,
  type FaktaNilai,
  hitungCapaian,
  type MasukanCapaian,
  type TerukurSetahun,
  terukurSetahun,
} from '../reporting/capaian.js';
import { pengukuran } from '../reporting/pengukuran/pengukuran.decider.js';
import type { NilaiTahun, TahunLalu } from '../reporting/target-lemah.js';

/** An indicator, where it is in a Renstra of that first year. */
export type LetakIndikator = {
  readonly pemda: string;
  readonly opd: string;
  readonly mulai: number;
  readonly kode: string;
};

/** Where it was in that year, before other OPD took it over. */
const letakDahulu = (baca: Baca, kini: LetakIndikator, tahun: number): LetakIndikator => {
  let letak = kini;
  for (let sebelum = Number.POSITIVE_INFINITY; ; ) {
    const { state } = baca(renstra, kunci.renstra(letak.pemda, letak.opd, letak.mulai));
    const asal = state.diterima.get(letak.kode);
    if (asal === undefined || tahun >= asal.sejak || asal.sejak >= sebelum) return letak; // each step leads further back
    sebelum = asal.sejak;
    letak = { pemda: letak.pemda, ...asal.dari };
  }
};

const TANPA_FAKTA = {
  targetPk: null,
  targetRkt: { murni: null, perubahan: null },
  targetRenstra: {},
  targetAkhir: null,
  rencanaAksi: [],
  pengukuran: [],
  tahunSebelumnya: [],
  pembanding: [],
} as const;

const fakta = (d: DefinisiIndikator, ada: Partial<FaktaIndikator>): FaktaIndikator => ({
  kode: d.kode,
  nama: d.nama,
  satuan: d.satuan,
  level: d.level,
  polaritas: d.polaritas,
  agregasi: d.agregasi,
  urutanPredikat: d.urutanPredikat,
  desimal: d.desimal,
  ...TANPA_FAKTA,
  ...ada,
});

const masukan = (
  { pemda, opd }: LetakIndikator,
  tahun: number,
  indikator: FaktaIndikator,
): MasukanCapaian => ({
  pemda,
  opd,
  tahun,
  posisi: -1,
  skala: null,
  renstra: null,
  pkBerlaku: indikator.targetPk !== null,
  programPk: [],
  indikator: [indikator],
  tujuan: [],
  sasaran: [],
  program: [],
  anggaran: [],
});

const nilai = (teks: string | undefined): FaktaNilai | null => (teks === undefined ? null : { nilai: teks });

type Setahun = Pick<TerukurSetahun, 'target' | 'sumberTarget' | 'realisasi'>;
const KOSONG: Setahun = { target: null, sumberTarget: null, realisasi: null };
/** What a text that is being written says of the years before. */
export type IsiNaskah = Pick<IndikatorRenstra, 'target' | 'lampau'>;

/** What the documents of one year promised and measured, by the formula of the figures. */
const setahun = (baca: Baca, letak: LetakIndikator, tahun: number): Setahun => {
  const { pemda, opd, kode } = letak;
  const r = renstraTahun(baca, pemda, opd, tahun)?.state;
  const definisi = r === undefined ? null : definisiTerukur(r, kode);
  if (r === undefined || definisi === null) return KOSONG;
  const pk = pkBerlaku(baca(perjanjianKinerja, kunci.pk(pemda, opd, jabatanKepala(opd), tahun)).state);
  const rkt = baca(rencanaKinerja, kunci.opdTahun(pemda, opd, tahun)).state;
  const dariRkt = (jenis: Jenis): FaktaNilai | null =>
    rkt[jenis].status === 'ditetapkan' ? nilai(rkt[jenis].target.get(kode)) : null;
  const dariRenstra = nilai(r.indikator.get(kode)?.target.get(tahun));
  const i = fakta(definisi, {
    targetPk: nilai(pk?.target.find((t) => t.indikator === kode)?.target),
    targetRkt: { murni: dariRkt('murni'), perubahan: dariRkt('perubahan') },
    targetRenstra: dariRenstra === null ? {} : { [tahun]: dariRenstra },
    pengukuran: [1, 2, 3, 4].map(triwulanSah).flatMap((triwulan) => {
      const { state } = baca(pengukuran, kunci.pengukuran(pemda, opd, tahun, triwulan));
      const isian = state.isian.get(kode);
      if (isian === undefined) return [];
      const { realisasi, pembilang, penyebut } = isian;
      return [{ triwulan, status: state.status, realisasi, pembilang, penyebut }];
    }),
  });
  const terukur = terukurSetahun(masukan(letak, tahun, i)).get(kode) ?? KOSONG;
  const lampau = r.indikator.get(kode)?.lampau.get(tahun) ?? null;
  return { ...terukur, realisasi: terukur.realisasi ?? lampau };
};

const nilaiTahun = (tahun: number, teks: string | null | undefined): NilaiTahun | null =>
  teks === null || teks === undefined ? null : { tahun, nilai: teks };

/**
 * The target of the year before, and the newest realisasi of those that a Renstra could span, as the documents stand.
 * A text that is being written goes before the Renstra that it is to replace, not before what was promised or measured.
 */
export const tahunLalu = (
  baca: Baca,
  letak: LetakIndikator,
  definisi: DefinisiIndikator,
  tahun: number,
  naskah: IsiNaskah,
): TahunLalu => {
  const tahunSebelumnya: { tahun: number; target: string | null; realisasi: string | null }[] = [];
  const terawal = Math.max(tahun - MASA_TERPANJANG, TAHUN_PERTAMA);
  for (let lalu = tahun - 1; lalu >= terawal; lalu--) {
    const milik = setahun(baca, letakDahulu(baca, letak, lalu), lalu);
    const tertulis = naskah.target.get(lalu) ?? null;
    const target = milik.sumberTarget === 'renstra' ? (tertulis ?? milik.target) : (milik.target ?? tertulis);
    const realisasi = milik.realisasi ?? naskah.lampau.get(lalu) ?? null;
    tahunSebelumnya.push({ tahun: lalu, target, realisasi });
    if (realisasi !== null) break;
  }
  const hitung = masukan(letak, tahun, fakta(definisi, { tahunSebelumnya }));
  const tercetak = hitungCapaian(hitung).indikator[0]?.tahunSebelumnya ?? [];
  const terukur = tercetak.find((t) => t.realisasi !== null); // newest first
  return {
    target: nilaiTahun(tahun - 1, tercetak.find((t) => t.tahun === tahun - 1)?.target),
    realisasi: terukur === undefined ? null : nilaiTahun(terukur.tahun, terukur.realisasi),
  };
};
