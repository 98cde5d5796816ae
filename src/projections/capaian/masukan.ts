import { terakhir } from '../../planning/anggaran/tahap.decider.js';
import type { DefinisiIndikator } from '../../planning/renstra/renstra.decider.js';
import {
  type CapaianIndikator,
  type CapaianOpd,
  type FaktaAnggaran,
  type FaktaIndikator,
  type FaktaNilai,
  type FaktaTahun,
  type FaktaTriwulan,
  hitungCapaian,
  type MasukanCapaian,
  type TerukurSetahun,
  terukurSetahun,
  tingkatAnggaran,
} from '../../reporting/capaian.js';
import type { Banding } from '../../reporting/pembanding/pembanding.decider.js';
import type {
  FaktaOpd,
  FaktaPemda,
  FaktaPengukuran,
  FaktaTahunan,
  RealisasiLampau,
  Renstra,
  VersiPk,
} from './fakta.js';
import { menurutIndikator } from './menurut-indikator.js';
import { type AsalIndikator, denganAsal, renstraBerbicara, semuaAsal } from './peralihan.js';

/** All that is known of one OPD: its pemda, itself, and every year and quarter with a fact. */
export type FaktaTerbaca = Readonly<{
  pemda: FaktaPemda | null;
  opd: FaktaOpd;
  tahun: readonly FaktaTahunan[];
  triwulan: readonly FaktaPengukuran[];
  /** The OPD that its indicators came from and those before them, itself among them; only where there are any. */
  keluarga?: ReadonlyMap<string, FaktaTerbaca>;
}>;

/** The facts that bear on one year, found once. */
type Setahun = Readonly<{
  fakta: FaktaTerbaca;
  tahun: number;
  renstra: Renstra | null; // the one that speaks for the year, with what is the OPD's own in it
  bukanMilik: ReadonlySet<string>; // moved to another OPD by that year
  asal: ReadonlyMap<string, AsalIndikator>; // taken over by that year
  renstraLain: readonly Renstra[]; // ditetapkan, newest first
  versiDahulu: readonly Renstra[]; // of the same Renstra, replaced in or before the year, newest first
  baris: FaktaTahunan | null;
  pengukuran: readonly FaktaPengukuran[];
  pk: VersiPk | null;
}>;

const pkBerlaku = (baris: FaktaTahunan | null): VersiPk | null =>
  baris?.pk
    .filter((p) => p.berlaku)
    .reduce<VersiPk | null>(
      (terbaru, p) => (terbaru === null || p.versi > terbaru.versi ? p : terbaru),
      null,
    ) ?? null;

const setahun = (fakta: FaktaTerbaca, tahun: number): Setahun => {
  const { tahunIni: renstra, lain } = renstraBerbicara(fakta.opd, tahun);
  const baris = fakta.tahun.find((t) => t.tahun === tahun) ?? null;
  return {
    fakta,
    tahun,
    renstra,
    bukanMilik: new Set(renstra?.dialihkan?.filter((d) => d.sejak <= tahun).map((d) => d.indikator)),
    asal: new Map(semuaAsal(fakta, tahun).map((a) => [a.indikator, a])),
    renstraLain: lain,
    versiDahulu: renstra?.terdahulu.toReversed() ?? [],
    baris,
    pengukuran: fakta.triwulan.filter((t) => t.tahun === tahun),
    pk: pkBerlaku(baris),
  };
};

// An OPD is asked of every indicator that left it.
const dibaca = new WeakMap<FaktaTerbaca, Map<number, Setahun>>();
const setahunAsal = (fakta: FaktaTerbaca, tahun: number): Setahun => {
  const milik = dibaca.get(fakta) ?? new Map<number, Setahun>();
  dibaca.set(fakta, milik);
  const s = milik.get(tahun) ?? setahun(fakta, tahun);
  milik.set(tahun, s);
  return s;
};

const semuaRenstra = (s: Setahun): readonly Renstra[] =>
  s.renstra === null ? s.renstraLain : [s.renstra, ...s.renstraLain];

/** The draft of a Perubahan counts for nothing until it is ditetapkan. */
const rencanaBerlaku = ({ rencanaAksi, rencanaAksiBerlaku }: FaktaTahunan): FaktaTahunan['rencanaAksi'] =>
  rencanaAksiBerlaku ?? rencanaAksi;

/** The Renstra that speaks for the year: see dokumenTahun. */
export const renstraDari = (fakta: FaktaTerbaca, tahun: number): Renstra | null =>
  setahun(fakta, tahun).renstra;
/**
 * What a Perubahan took away may still be promised and measured in the year, and so may what went to another OPD: it is
 * read as it was defined.
 */
const denganDefinisi = (s: Setahun): readonly Pick<Renstra, 'indikator'>[] => {
  if (s.renstra === null) return s.renstraLain;
  const dokumen = s.fakta.opd.renstra.find((r) => r.mulai === s.renstra?.mulai);
  const pergi =
    s.bukanMilik.size === 0 || dokumen === undefined ? [] : [dokumen, ...dokumen.terdahulu.toReversed()];
  return [s.renstra, ...s.versiDahulu, ...pergi, ...s.renstraLain];
};

// -- which indicators a year lists

const denganFakta = (s: Setahun): ReadonlySet<string> => {
  const { tahun, baris, pengukuran } = s;
  return new Set([
    ...(baris?.pk.flatMap((p) => p.target.map((t) => t.indikator)) ?? []),
    ...(baris?.rkt.map((t) => t.indikator) ?? []),
    ...(baris === null ? [] : rencanaBerlaku(baris).map((r) => r.indikator)),
    ...pengukuran.flatMap((p) => p.entri.map((e) => e.indikator)),
    ...semuaRenstra(s).flatMap((r) =>
      [...r.target, ...r.lampau].filter((t) => t.tahun === tahun).map((t) => t.indikator),
    ),
  ]);
};

/** Hung in the Renstra of the year or in the year's program tree, or with a fact in the year. */
const milikTahun = (s: Setahun): ReadonlySet<string> =>
  new Set([
    ...(s.renstra?.hubungan.map((h) => h.indikator) ?? []),
    ...(s.baris?.hubungan.map((h) => h.indikator).filter((kode) => !s.bukanMilik.has(kode)) ?? []),
    ...denganFakta(s),
  ]);

/** Whether the program trees of other years decide what this one lists: of what its Renstra has, and it does not name. */
export const ditentukanTahunLain = (fakta: FaktaTerbaca, tahun: number): boolean => {
  const s = setahun(fakta, tahun);
  const milik = milikTahun(s);
  return s.renstra?.indikator.some((i) => !milik.has(i.kode)) ?? false;
};

/**
 * Hung in the Renstra of the year or in the year's program tree, or with a fact in the year; and those of that
 * Renstra that hang nowhere at all. One that hangs in another year's tree alone belongs to that year.
 */
const indikatorTahun = (s: Setahun): readonly DefinisiIndikator[] => {
  const { fakta, renstra } = s;
  const milik = milikTahun(s);
  const tergantung = new Set(
    [...semuaRenstra(s), ...fakta.tahun].flatMap((d) => d.hubungan.map((h) => h.indikator)),
  );
  const sendiri = new Set(renstra?.indikator);
  const lepas = (i: DefinisiIndikator) => sendiri.has(i) && !tergantung.has(i.kode);
  const definisi = new Map<string, DefinisiIndikator>();
  for (const { indikator } of denganDefinisi(s))
    for (const i of indikator)
      if (!definisi.has(i.kode) && (milik.has(i.kode) || lepas(i))) definisi.set(i.kode, i);
  return [...definisi.values()];
};

/** The definitions of all that the year lists. */
export const definisiTahun = (fakta: FaktaTerbaca, tahun: number): readonly DefinisiIndikator[] =>
  indikatorTahun(setahun(fakta, tahun));

// -- the facts of one indicator

const nilai = (
  teks: string | undefined,
  ...posisi: readonly (readonly number[] | undefined)[]
): FaktaNilai | null => (teks === undefined ? null : { nilai: teks, posisi: posisi.flatMap((p) => p ?? []) });

const targetRkt = ({ baris }: Setahun, kode: string, jenis: 'murni' | 'perubahan'): FaktaNilai | null => {
  const ditetapkan = baris?.rktDitetapkan.find((d) => d.jenis === jenis);
  if (ditetapkan === undefined) return null;
  const target = menurutIndikator(baris?.rkt ?? [], kode).find((t) => t.jenis === jenis);
  return nilai(target?.target, target?.asal, [ditetapkan.posisi]);
};

/** By year. The Renstra of the year speaks for the year itself; an earlier one only for years that it is silent about. */
const targetRenstra = (s: Setahun, kode: string): Record<string, FaktaNilai> => {
  const hasil: Record<string, FaktaNilai> = {};
  for (const r of semuaRenstra(s))
    for (const { tahun, target, asal } of menurutIndikator(r.target, kode))
      if (tahun !== null && (r === s.renstra || tahun !== s.tahun))
        hasil[tahun] ??= { nilai: target, posisi: asal };
  const asal = s.asal.get(kode);
  return asal === undefined ? hasil : { ...hasil, ...targetAsal(asal, hasil) };
};

/** Targets of the years before it was taken over, as they were then; a later one that came along leads back to where it was set. */
const targetAsal = (
  { fakta, kode, sejak }: AsalIndikator,
  kini: Readonly<Record<string, FaktaNilai>>,
): Record<string, FaktaNilai> => {
  const dahulu = Object.entries(targetRenstra(setahunAsal(fakta, sejak - 1), kode));
  return Object.fromEntries(
    dahulu.flatMap(([tahun, lama]) => {
      if (Number(tahun) < sejak) return [[tahun, lama]];
      const milik = kini[tahun];
      if (milik === undefined || milik.nilai !== lama.nilai) return [];
      return [[tahun, { ...milik, posisi: [...(lama.posisi ?? []), ...(milik.posisi ?? [])] }]];
    }),
  );
};

/** What paper reports of earlier years; first what it reported where the indicator was then. */
const lampau = (s: Setahun, kode: string): readonly RealisasiLampau[] => {
  const sendiri = semuaRenstra(s).flatMap((r) => menurutIndikator(r.lampau, kode));
  const asal = s.asal.get(kode);
  if (asal === undefined) return sendiri;
  const dahulu = lampau(setahunAsal(asal.fakta, asal.sejak), asal.kode);
  return [...dahulu.filter((l) => l.tahun < asal.sejak), ...sendiri];
};

/** Figures of other regions, the OPD's own in the place of those that came along. */
const pembanding = (s: Setahun, kode: string): FaktaOpd['pembanding'] => {
  const sendiri = menurutIndikator(s.fakta.opd.pembanding, kode);
  const asal = s.asal.get(kode);
  if (asal === undefined) return sendiri;
  const sama = (a: Banding, b: Banding): boolean =>
    a.tingkat === b.tingkat && a.wilayah === b.wilayah && a.tahun === b.tahun;
  const dahulu = pembanding(setahunAsal(asal.fakta, asal.sejak), asal.kode);
  return [...dahulu.filter((d) => !sendiri.some((p) => sama(p, d))), ...sendiri];
};

const rencanaAksi = ({ baris }: Setahun, kode: string): FaktaIndikator['rencanaAksi'] => {
  const ditetapkan = baris?.rencanaAksiDitetapkan ?? null;
  if (baris === null || ditetapkan === null) return [];
  return menurutIndikator(rencanaBerlaku(baris), kode).map(({ triwulan, target, asal }) => ({
    triwulan,
    target,
    posisi: [...asal, ditetapkan],
  }));
};

const pengukuran = (s: Setahun, kode: string): FaktaTriwulan[] =>
  s.pengukuran.flatMap(({ triwulan, status, entri }) =>
    menurutIndikator(entri, kode).map(({ realisasi, pembilang, penyebut, asal }) => ({
      triwulan,
      status,
      realisasi,
      pembilang,
      penyebut,
      posisi: asal,
    })),
  );

const faktaIndikator = (
  s: Setahun,
  i: DefinisiIndikator,
  tahunSebelumnya: readonly FaktaTahun[],
): FaktaIndikator => {
  const dijanjikan = menurutIndikator(s.pk?.target ?? [], i.kode)[0];
  const akhir = menurutIndikator(s.renstra?.target ?? [], i.kode).find((t) => t.tahun === null);
  return {
    kode: i.kode,
    nama: i.nama,
    satuan: i.satuan,
    level: i.level,
    polaritas: i.polaritas,
    agregasi: i.agregasi,
    urutanPredikat: i.urutanPredikat,
    desimal: i.desimal,
    targetPk: nilai(dijanjikan?.target, s.pk?.asal),
    targetRkt: { murni: targetRkt(s, i.kode, 'murni'), perubahan: targetRkt(s, i.kode, 'perubahan') },
    targetRenstra: targetRenstra(s, i.kode),
    targetAkhir: nilai(akhir?.target, akhir?.asal),
    rencanaAksi: rencanaAksi(s, i.kode),
    pengukuran: pengukuran(s, i.kode),
    tahunSebelumnya,
    pembanding: pembanding(s, i.kode)
      .filter((p) => p.tahun <= s.tahun)
      .map(({ tingkat, wilayah, tahun, nilai, asal }) => ({ tingkat, wilayah, tahun, nilai, posisi: asal })),
  };
};

// -- earlier years

type TahunSendiri = Readonly<{ tahun: number; indikator: ReadonlyMap<string, TerukurSetahun> }>;
type TahunDiingat = Readonly<{ baris: readonly unknown[]; indikator: ReadonlyMap<string, TerukurSetahun> }>;

/**
 * What earlier years came to, found again by all that it was computed from: the Renstra of the OPD (here), and the rows
 * of the year and its quarters (in `baris`). Rows are never changed in place, and an indicator that is listed only
 * because no year hangs it anywhere has neither a target of PK or RKT nor a realisasi, so other years have no say. Nor
 * has the OPD that one came from: what it promised and measured is asked there (`tahunLampau`).
 */
const diingat = new WeakMap<FaktaOpd['renstra'], Map<number, TahunDiingat>>();

/** By the same formula as the year that is asked for. */
const terukurTahun = (s: Setahun): ReadonlyMap<string, TerukurSetahun> => {
  const milikOpd = diingat.get(s.fakta.opd.renstra) ?? new Map<number, TahunDiingat>();
  diingat.set(s.fakta.opd.renstra, milikOpd);
  const baris = [s.baris, ...s.pengukuran];
  const ada = milikOpd.get(s.tahun);
  if (ada?.baris.length === baris.length && ada.baris.every((b, i) => b === baris[i])) return ada.indikator;
  const indikator = terukurSetahun(masukanSetahun(s, -1, []));
  milikOpd.set(s.tahun, { baris, indikator });
  return indikator;
};

/** Earlier years with facts of their own. */
const tahunSendiri = ({ fakta, tahun }: Setahun): readonly TahunSendiri[] => {
  const dikenal = new Set([...fakta.tahun, ...fakta.triwulan].map((t) => t.tahun));
  return [...dikenal]
    .filter((t) => t < tahun)
    .map((lalu) => ({ tahun: lalu, indikator: terukurTahun(setahun(fakta, lalu)) }));
};

const lampauAsal = new WeakMap<Setahun, readonly TahunSendiri[]>();

/** The same, of each indicator where it was then. */
const tahunLampau = (s: Setahun): readonly TahunSendiri[] =>
  denganAsal(tahunSendiri(s), [...s.asal.values()], (fakta, sebelum) => {
    const dahulu = setahunAsal(fakta, sebelum);
    const tahun = lampauAsal.get(dahulu) ?? tahunLampau(dahulu);
    lampauAsal.set(dahulu, tahun);
    return tahun;
  });

/** The log's own realisasi of an earlier year goes before what a paket reports of it. */
const sebelumnya = (s: Setahun, sendiri: readonly TahunSendiri[], kode: string): FaktaTahun[] => {
  const kertasnya = lampau(s, kode);
  const tahun = new Set([...sendiri, ...kertasnya].map((t) => t.tahun).filter((t) => t < s.tahun));
  return [...tahun].map((lalu) => {
    const milik = sendiri.find((t) => t.tahun === lalu)?.indikator.get(kode);
    const kertas = kertasnya.find((l) => l.tahun === lalu);
    const ditargetkan = milik?.sumberTarget === 'pk' || milik?.sumberTarget === 'rkt';
    return {
      tahun: lalu,
      target: ditargetkan ? milik.target : null,
      realisasi: milik?.realisasi ?? kertas?.realisasi ?? null,
      posisi: (milik?.realisasi ?? null) === null ? (kertas?.asal ?? []) : (milik?.asal.realisasi ?? []),
    };
  });
};

// -- budget and tree

const anggaran = (baris: FaktaTahunan | null): FaktaAnggaran[] => {
  if (baris === null) return [];
  const kode = new Set([...baris.pagu, ...baris.serapan].map((p) => p.kode));
  return [...kode].map((k) => {
    const milik = baris.pagu.filter((p) => p.kode === k);
    const pagu = terakhir(milik, (p) => p.tahap);
    return {
      kode: k,
      tingkat: pagu?.tingkat ?? tingkatAnggaran(k),
      pagu: pagu?.pagu ?? null,
      posisi: pagu?.asal ?? [],
      realisasi: baris.serapan
        .filter((s) => s.kode === k)
        .map(({ triwulan, realisasi, asal }) => ({ triwulan, realisasi, posisi: asal })),
    };
  });
};

const pohon = ({ renstra, baris }: Setahun): Pick<MasukanCapaian, 'tujuan' | 'sasaran' | 'program'> => {
  const indikator = (tingkat: string, kode: string) =>
    renstra?.hubungan.filter((h) => h.tingkat === tingkat && h.kode === kode).map((h) => h.indikator) ?? [];
  const sasaran = renstra?.sasaran ?? [];
  return {
    tujuan: (renstra?.tujuan ?? []).map(({ kode }) => ({
      kode,
      indikator: indikator('tujuan', kode),
      sasaran: sasaran.filter((s) => s.tujuan === kode).map((s) => s.kode),
    })),
    sasaran: sasaran.map(({ kode }) => ({ kode, indikator: indikator('sasaran', kode) })),
    program: (baris?.program ?? [])
      .filter((p) => p.tingkat === 'program')
      .map(({ kode }) => ({
        kode,
        sasaran: baris?.dukungan.filter((d) => d.program === kode).map((d) => d.sasaran) ?? [],
      })),
  };
};

const masukanSetahun = (s: Setahun, posisi: number, sendiri: readonly TahunSendiri[]): MasukanCapaian => {
  const { opd, pemda } = s.fakta;
  return {
    pemda: opd.pemda,
    opd: opd.opd,
    tahun: s.tahun,
    posisi,
    skala: opd.skala.find((k) => k.tahun === s.tahun)?.skala ?? pemda?.skala ?? null,
    renstra: s.renstra && { selesai: s.renstra.selesai },
    pkBerlaku: s.pk !== null,
    programPk: s.pk?.program ?? [],
    indikator: indikatorTahun(s).map((i) => faktaIndikator(s, i, sebelumnya(s, sendiri, i.kode))),
    ...pohon(s),
    anggaran: anggaran(s.baris),
  };
};

/** What the formula asks for, out of what is known; the contract's "What is listed and counted". */
export const masukanCapaian = (fakta: FaktaTerbaca, tahun: number, posisi: number): MasukanCapaian => {
  const s = setahun(fakta, tahun);
  return masukanSetahun(s, posisi, tahunLampau(s));
};

/** The same without comparisons to earlier years; their quarters are not looked at, and may be missing. */
export const masukanTahunSaja = (fakta: FaktaTerbaca, tahun: number, posisi: number): MasukanCapaian =>
  masukanSetahun(setahun(fakta, tahun), posisi, []);

/** What a year plans: the Renstra that covers it, the indicators that it lists, and the targets and pagu that hold. */
export type RencanaSetahun = Readonly<{
  renstra: Renstra | null;
  baris: FaktaTahunan | null;
  definisi: readonly DefinisiIndikator[];
  indikator: readonly CapaianIndikator[];
  anggaran: CapaianOpd['anggaran'];
}>;

/** By the same formula as the figures, without the comparisons to earlier years. */
export const rencanaSetahun = (fakta: FaktaTerbaca, tahun: number): RencanaSetahun => {
  const s = setahun(fakta, tahun);
  const { indikator, anggaran } = hitungCapaian(masukanSetahun(s, -1, []));
  return { renstra: s.renstra, baris: s.baris, definisi: indikatorTahun(s), indikator, anggaran };
};
