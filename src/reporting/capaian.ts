import { Desimal, desimalSah, hasilSah } from '../kernel/desimal.js';
import { tolak } from '../kernel/penolakan.js';
import { hasilRupiah, jumlahRupiah, rupiah } from '../kernel/rupiah.js';

export type Triwulan = 1 | 2 | 3 | 4;
export type Polaritas = 'naik' | 'turun-linear' | 'turun-rasio' | 'rentang' | 'predikat';
export type Agregasi = 'posisi-akhir' | 'jumlah' | 'rata-rata' | 'rasio';
export type Level = 'tujuan' | 'sasaran' | 'program' | 'kegiatan' | 'sub-kegiatan';
export type StatusPengukuran = 'draf' | 'diajukan' | 'diverifikasi' | 'disetujui';
export type Tingkat = 'program' | 'kegiatan' | 'sub-kegiatan' | 'belanja';
export type TingkatPembanding = 'nasional' | 'provinsi' | 'kabupaten-kota';
export type KelasSkala = { predikat: string; batasBawah?: string | null; termasukBatas?: boolean };
export type Skala = { kode: string; nama: string; sumber?: string; kelas: readonly KelasSkala[] };

/** Log positions of the events that made a fact: passed through to `asal`, never part of the formula. */
type Asal = { posisi?: readonly number[] };
export type FaktaNilai = Asal & { nilai: string | null };
export type FaktaTriwulan = Asal & {
  triwulan: Triwulan;
  realisasi: string | null;
  pembilang: string | null;
  penyebut: string | null;
  status: StatusPengukuran;
};
export type FaktaRencanaAksi = Asal & { triwulan: Triwulan; target: string | null };
/** One earlier year; `target` is that year's own (PK, else RKT), null falls back on the Renstra's. */
export type FaktaTahun = Asal & { tahun: number; target: string | null; realisasi: string | null };
export type FaktaPembanding = Asal & {
  tingkat: TingkatPembanding;
  wilayah: string | null;
  tahun: number;
  nilai: string;
};
export type FaktaIndikator = {
  kode: string;
  nama: string;
  satuan: string;
  level: Level;
  polaritas: Polaritas;
  agregasi?: Agregasi | null; // default posisi-akhir
  urutanPredikat?: readonly string[] | null; // worst first
  desimal?: number | null; // default 2
  targetPk: FaktaNilai | null; // of the PK in force; ignored while pkBerlaku is false
  targetRkt: { murni: FaktaNilai | null; perubahan: FaktaNilai | null };
  targetRenstra: Readonly<Record<string, FaktaNilai>>; // by year
  targetAkhir: FaktaNilai | null;
  rencanaAksi: readonly FaktaRencanaAksi[];
  pengukuran: readonly FaktaTriwulan[]; // at most one per triwulan
  tahunSebelumnya: readonly FaktaTahun[];
  pembanding: readonly FaktaPembanding[];
};
export type FaktaSasaran = { kode: string; indikator: readonly string[] };
export type FaktaTujuan = { kode: string; indikator: readonly string[]; sasaran: readonly string[] };
export type FaktaProgram = { kode: string; sasaran: readonly string[] };
export type FaktaAnggaran = Asal & {
  kode: string;
  tingkat: Tingkat;
  pagu: string | null; // after the last change
  realisasi: readonly (Asal & { triwulan: Triwulan; realisasi: string | null })[]; // cumulative
};
/** Plain facts of one OPD and year, every list in recording order; one anggaran row per kode. */
export type MasukanCapaian = {
  pemda: string;
  opd: string;
  tahun: number;
  posisi: number;
  skala: Skala | null; // null: Permendagri 86/2017
  renstra: { selesai: number } | null;
  pkBerlaku: boolean;
  programPk: readonly string[]; // kode of the programs named in the PK in force
  indikator: readonly FaktaIndikator[];
  tujuan: readonly FaktaTujuan[];
  sasaran: readonly FaktaSasaran[];
  program: readonly FaktaProgram[];
  anggaran: readonly FaktaAnggaran[];
};

export type Alasan =
  | 'BELUM_ADA_TARGET'
  | 'BELUM_ADA_REALISASI'
  | 'PENYEBUT_NOL'
  | 'TARGET_NOL'
  | 'REALISASI_NOL';
export type Tanda = 'TARGET_NOL' | 'DI_BAWAH_NOL';
export type AlasanEfisiensi = 'CAPAIAN_TIDAK_DIKETAHUI' | 'SERAPAN_TIDAK_DIKETAHUI' | 'TIDAK_BERMAKNA';
export type Arah = 'naik' | 'turun' | 'tetap';
export type HasilCapaian = { capaian: string | null; alasan: Alasan | null; tanda: Tanda | null };
export type CapaianTahunLalu = {
  tahun: number;
  realisasi: string;
  selisih: string | null;
  arah: Arah | null;
};
export type CapaianTahun = {
  tahun: number;
  target: string | null;
  realisasi: string | null;
  capaian: string | null;
};
export type CapaianPembanding = {
  tingkat: TingkatPembanding;
  wilayah: string | null;
  tahun: number;
  nilai: string;
  capaian: string | null;
};
export type CapaianIndikator = {
  kode: string;
  nama: string;
  satuan: string;
  level: Level;
  pk: boolean;
  status: StatusPengukuran | null;
  target: string | null;
  sumberTarget: 'pk' | 'rkt' | 'renstra' | null;
  realisasi: string | null;
  capaian: string | null;
  alasan: Alasan | null;
  tanda: Tanda | null;
  predikat: string | null;
  kemajuanRenstra: string | null;
  tahunLalu: CapaianTahunLalu | null;
  tahunSebelumnya: CapaianTahun[]; // newest first
  pembanding: CapaianPembanding[];
  asal: { target: number[]; realisasi: number[] }; // log positions; not part of the CLI's answer
};
export type Serapan = { pagu: string | null; realisasi: string | null; serapan: string | null };
export type CapaianSasaran = Serapan & {
  kode: string;
  capaian: string | null;
  capaianSementara: string | null;
  alasan: 'BELUM_LENGKAP' | null;
  predikat: string | null;
  efisiensi: string | null;
  alasanEfisiensi: AlasanEfisiensi | null;
  selisihSerapan: string | null;
  programBersama: { kode: string; pagu: string | null; realisasi: string | null }[];
};
export type CapaianAnggaran = Serapan & {
  kode: string;
  tingkat: Tingkat;
  asal: { pagu: number[]; realisasi: number[] }; // log positions; not part of the CLI's answer
};
export type DasarTotal = 'program' | 'kegiatan' | 'belanja';
export type CapaianTotal = Serapan & { dasar: DasarTotal | null; indikator: number; mencapaiTarget: number };
/** The answer of `capaian --json`, plus `asal` on indicators and anggaran rows. */
export type CapaianOpd = {
  pemda: string;
  opd: string;
  tahun: number;
  triwulan: Triwulan;
  posisi: number;
  indikator: CapaianIndikator[];
  tujuan: CapaianSasaran[];
  sasaran: CapaianSasaran[];
  anggaran: CapaianAnggaran[];
  total: CapaianTotal;
  totalPk: Serapan;
};

type Urutan = readonly string[] | null | undefined;

const SATU = Desimal.bulat(1n);
const SERATUS = Desimal.bulat(100n);
const DESIMAL_BAWAAN = 2;

// The regulation leaves gaps (90-91, 75-76, 65-66, 50-51) and says nothing above 100: each class starts at
// its lower bound and ends where the next one starts.
export const SKALA_PERMENDAGRI_86_2017: Skala = {
  kode: 'permendagri-86-2017',
  nama: 'Skala nilai peringkat kinerja Permendagri 86/2017',
  sumber: 'Permendagri 86/2017',
  kelas: [
    { predikat: 'Sangat Tinggi', batasBawah: '91', termasukBatas: true },
    { predikat: 'Tinggi', batasBawah: '76', termasukBatas: true },
    { predikat: 'Sedang', batasBawah: '66', termasukBatas: true },
    { predikat: 'Rendah', batasBawah: '51', termasukBatas: true },
    { predikat: 'Sangat Rendah' },
  ],
};

/**
 * The class of a printed capaian: the first one, best first, whose lower bound it reaches.
 * Null when there is no capaian, or when the scale has no class that low.
 */
export const kelasDari = (skala: Skala | null, capaian: string | null): string | null => {
  if (capaian === null) return null;
  const nilai = Desimal.hasil(capaian);
  const kelas = (skala ?? SKALA_PERMENDAGRI_86_2017).kelas.find(({ batasBawah, termasukBatas = true }) => {
    if (batasBawah === undefined || batasBawah === null) return true;
    const letak = nilai.banding(Desimal.dari(batasBawah));
    return termasukBatas ? letak >= 0 : letak > 0;
  });
  return kelas?.predikat ?? null;
};

/**
 * The level of an anggaran kode by its shape: the nomenclature of Permendagri 90/2019 and successors
 * (2.07.03 program, 2.07.03.2.01 kegiatan, one more part sub-kegiatan); anything else is a belanja account.
 */
export const tingkatAnggaran = (kode: string): Tingkat => {
  const cocok = /^\d\.\d{2}\.\d{2}(\.[12]\.\d{2}(\.(?:\d{2}|\d{4}))?)?$/.exec(kode);
  if (!cocok) return 'belanja';
  if (cocok[2] !== undefined) return 'sub-kegiatan';
  return cocok[1] === undefined ? 'program' : 'kegiatan';
};

// -- one figure

/** The two bounds of a range `lo..hi`, lo <= hi; null where the text is none. */
export const bacaRentang = (teks: string): [lo: Desimal, hi: Desimal] | null => {
  const [lo, hi, ...sisa] = teks.split('..');
  if (sisa.length > 0 || !hasilSah(lo) || !hasilSah(hi)) return null;
  const rentang: [Desimal, Desimal] = [Desimal.hasil(lo), Desimal.hasil(hi)];
  return rentang[0].banding(rentang[1]) <= 0 ? rentang : null;
};

type Sisi = 'target' | 'realisasi';

/** May this text stand there at all? A sum of quarters may, though it is longer than what may be recorded. */
const bentukSah = (polaritas: Polaritas, urutan: Urutan, teks: string, sisi: Sisi): boolean => {
  if (polaritas === 'predikat') return urutan?.includes(teks) ?? false;
  if (polaritas === 'rentang' && sisi === 'target') return bacaRentang(teks) !== null;
  return hasilSah(teks);
};

/**
 * May this text be recorded as target or realisasi for the polarity: a decimal, a range `lo..hi` with
 * lo <= hi (the target of rentang), or a label of `urutanPredikat` (both sides of predikat)?
 */
export const nilaiSah = (polaritas: Polaritas, urutanPredikat: Urutan, teks: string, sisi: Sisi): boolean =>
  bentukSah(polaritas, urutanPredikat, teks, sisi) &&
  (polaritas === 'predikat' || teks.split('..').every(desimalSah));

const tanpaCapaian = (alasan: Alasan): HasilCapaian => ({ capaian: null, alasan, tanda: null });

const perseratus = (atas: Desimal, bawah: Desimal): HasilCapaian => {
  const capaian = atas.times(SERATUS).bagi(bawah, 2);
  return { capaian: capaian.toString(), alasan: null, tanda: capaian.tanda() < 0 ? 'DI_BAWAH_NOL' : null };
};

// Only a falling polarity has an answer for a target of nothing: nothing happened (100), or something did (0).
const targetTurunNol = (r: Desimal): HasilCapaian => {
  if (r.tanda() === 0) return { capaian: '100.00', alasan: null, tanda: null };
  return r.tanda() > 0 ? { capaian: '0.00', alasan: null, tanda: 'TARGET_NOL' } : tanpaCapaian('TARGET_NOL');
};

const naik = (t: Desimal, r: Desimal): HasilCapaian =>
  t.tanda() === 0 ? tanpaCapaian('TARGET_NOL') : perseratus(r, t);

const turunLinear = (t: Desimal, r: Desimal): HasilCapaian =>
  t.tanda() === 0 ? targetTurunNol(r) : perseratus(t.plus(t).minus(r), t);

const turunRasio = (t: Desimal, r: Desimal): HasilCapaian => {
  if (t.tanda() === 0) return targetTurunNol(r);
  return r.tanda() === 0 ? tanpaCapaian('REALISASI_NOL') : perseratus(t, r);
};

const dalamRentang = ([lo, hi]: [Desimal, Desimal], r: Desimal): HasilCapaian => {
  const bawah = r.banding(lo) < 0;
  if (!bawah && r.banding(hi) <= 0) return perseratus(SATU, SATU);
  const batas = bawah ? lo : hi;
  if (batas.tanda() === 0) return tanpaCapaian('TARGET_NOL');
  return perseratus(bawah ? r : hi.plus(hi).minus(r), batas);
};

const peringkat = (urutan: Urutan, label: string): Desimal => {
  const letak = urutan?.indexOf(label) ?? -1;
  return letak < 0 ? tolak('NILAI_TIDAK_SAH', { nilai: label }) : Desimal.bulat(BigInt(letak + 1));
};

/**
 * The capaian, in percent with 2 decimals, of a realisasi as printed against a target as recorded.
 * Refuses a text that is not legal for the polarity: DESIMAL_TIDAK_SAH, NILAI_TIDAK_SAH.
 */
export const capaianDari = (
  polaritas: Polaritas,
  target: string | null,
  realisasi: string | null,
  urutanPredikat?: Urutan,
): HasilCapaian => {
  if (target === null) return tanpaCapaian('BELUM_ADA_TARGET');
  if (realisasi === null) return tanpaCapaian('BELUM_ADA_REALISASI');
  if (polaritas === 'predikat')
    return perseratus(peringkat(urutanPredikat, realisasi), peringkat(urutanPredikat, target));
  const r = Desimal.hasil(realisasi);
  if (polaritas === 'rentang')
    return dalamRentang(bacaRentang(target) ?? tolak('NILAI_TIDAK_SAH', { nilai: target }), r);
  const t = Desimal.hasil(target);
  if (polaritas === 'naik') return naik(t, r);
  return polaritas === 'turun-linear' ? turunLinear(t, r) : turunRasio(t, r);
};

// -- the realisasi of an indicator as of a quarter

// A quotient is kept as a fraction until the very end: 1/3 of three quarters must add up to 1. `bawah` may be 0.
type Pecahan = { atas: Desimal; bawah: Desimal };
type Terisi = { fakta: FaktaTriwulan; nilai: Pecahan };
type Realisasi = {
  realisasi: string | null;
  alasan: 'BELUM_ADA_REALISASI' | 'PENYEBUT_NOL' | null;
  status: StatusPengukuran | null;
  posisi: number[];
};

const URUTAN_STATUS: readonly StatusPengukuran[] = ['draf', 'diajukan', 'diverifikasi', 'disetujui'];

const agregasiDari = (i: FaktaIndikator): Agregasi => i.agregasi ?? 'posisi-akhir';
const desimalDari = (i: FaktaIndikator): number => i.desimal ?? DESIMAL_BAWAAN;
const pengali = (i: FaktaIndikator): Desimal => (i.satuan === '%' ? SERATUS : SATU);
const posisiDari = (fakta: readonly Asal[]): number[] => fakta.flatMap(({ posisi }) => posisi ?? []);

// Deciders refuse an illegal value; one recorded before its indicator was redefined counts as unknown.
const yangSah = (i: FaktaIndikator, teks: string | null, sisi: Sisi): string | null =>
  teks !== null && bentukSah(i.polaritas, i.urutanPredikat, teks, sisi) ? teks : null;

const capaianUntuk = (i: FaktaIndikator, target: string | null, realisasi: string | null): HasilCapaian =>
  capaianDari(
    i.polaritas,
    yangSah(i, target, 'target'),
    yangSah(i, realisasi, 'realisasi'),
    i.urutanPredikat,
  );

/** A figure as printed: fixed to the decimals of the indicator; a label is printed as it is. */
const cetak = (i: FaktaIndikator, realisasi: string | null): string | null => {
  const sah = yangSah(i, realisasi, 'realisasi');
  if (sah === null || i.polaritas === 'predikat') return sah;
  return Desimal.hasil(sah).tetap(desimalDari(i)).toString();
};

const pasangan = ({ pembilang, penyebut }: FaktaTriwulan): Pecahan | null =>
  hasilSah(pembilang) && hasilSah(penyebut)
    ? { atas: Desimal.hasil(pembilang), bawah: Desimal.hasil(penyebut) }
    : null;

const nilaiTriwulan = (i: FaktaIndikator, fakta: FaktaTriwulan): Pecahan | null => {
  if (agregasiDari(i) !== 'rasio') {
    const sah = yangSah(i, fakta.realisasi, 'realisasi');
    if (sah !== null) return { atas: Desimal.hasil(sah), bawah: SATU };
  }
  const p = pasangan(fakta);
  return p && { atas: p.atas.times(pengali(i)), bawah: p.bawah };
};

const tambah = (a: Pecahan, b: Pecahan): Pecahan => ({
  atas: a.atas.times(b.bawah).plus(b.atas.times(a.bawah)),
  bawah: a.bawah.times(b.bawah),
});

/** Quarters become one figure. A quarter of 0 of 0 is left out of a sum or mean as long as another one counts. */
const gabung = (agregasi: Agregasi, nilai: readonly Pecahan[]): Pecahan | undefined => {
  if (agregasi === 'posisi-akhir') return nilai.at(-1);
  if (agregasi === 'rasio')
    return nilai.reduce((a, b) => ({ atas: a.atas.plus(b.atas), bawah: a.bawah.plus(b.bawah) }));
  const terhitung = nilai.filter(({ bawah }) => bawah.tanda() !== 0);
  if (terhitung.length === 0) return nilai.at(-1);
  const jumlah = terhitung.reduce(tambah);
  if (agregasi === 'jumlah') return jumlah;
  return { ...jumlah, bawah: jumlah.bawah.times(Desimal.bulat(BigInt(terhitung.length))) };
};

const statusTerendah = (fakta: readonly FaktaTriwulan[]): StatusPengukuran | null =>
  URUTAN_STATUS.find((status) => fakta.some((f) => f.status === status)) ?? null;

const hasilUkur = (
  realisasi: string | null,
  alasan: Realisasi['alasan'],
  fakta: readonly FaktaTriwulan[],
  dipakai: readonly FaktaTriwulan[] = fakta,
): Realisasi => ({ realisasi, alasan, status: statusTerendah(fakta), posisi: posisiDari(dipakai) });

const realisasiPredikat = (i: FaktaIndikator, fakta: readonly FaktaTriwulan[]): Realisasi => {
  const terisi = fakta.filter((f) => yangSah(i, f.realisasi, 'realisasi') !== null);
  const akhir = terisi.at(-1);
  if (!akhir) return hasilUkur(null, 'BELUM_ADA_REALISASI', []);
  return hasilUkur(akhir.realisasi, null, terisi, [akhir]);
};

const realisasiSampai = (i: FaktaIndikator, triwulan: Triwulan): Realisasi => {
  const fakta = i.pengukuran.filter((f) => f.triwulan <= triwulan).sort((a, b) => a.triwulan - b.triwulan);
  if (i.polaritas === 'predikat') return realisasiPredikat(i, fakta);
  const terukur = fakta.flatMap((f): Terisi[] => {
    const nilai = nilaiTriwulan(i, f);
    return nilai ? [{ fakta: f, nilai }] : [];
  });
  if (terukur.length === 0) return hasilUkur(null, 'BELUM_ADA_REALISASI', []);
  const agregasi = agregasiDari(i);
  const hasil = gabung(
    agregasi,
    terukur.map(({ nilai }) => nilai),
  );
  const terisi = terukur.map((t) => t.fakta);
  const dipakai = agregasi === 'posisi-akhir' ? terisi.slice(-1) : terisi;
  if (!hasil || hasil.bawah.tanda() === 0) return hasilUkur(null, 'PENYEBUT_NOL', terisi, dipakai);
  return hasilUkur(hasil.atas.bagi(hasil.bawah, desimalDari(i)).toString(), null, terisi, dipakai);
};

// -- the target of an indicator as of a quarter

type Target = { target: string | null; sumber: CapaianIndikator['sumberTarget']; posisi: number[] };

const targetTahun = (m: MasukanCapaian, i: FaktaIndikator): Target => {
  const calon = [
    { sumber: 'pk', fakta: m.pkBerlaku ? i.targetPk : null },
    { sumber: 'rkt', fakta: i.targetRkt.perubahan },
    { sumber: 'rkt', fakta: i.targetRkt.murni },
    { sumber: 'renstra', fakta: i.targetRenstra[m.tahun] },
  ] as const;
  for (const { sumber, fakta } of calon)
    if (fakta && fakta.nilai !== null) return { target: fakta.nilai, sumber, posisi: posisiDari([fakta]) };
  return { target: null, sumber: null, posisi: [] };
};

const jumlahTarget = (i: FaktaIndikator, target: readonly string[]): string => {
  if (i.polaritas !== 'rentang')
    return target
      .map((t) => Desimal.hasil(t))
      .reduce((a, b) => a.plus(b))
      .toString();
  const batas = target.flatMap((t) => [bacaRentang(t) ?? tolak('NILAI_TIDAK_SAH', { nilai: t })]);
  const [lo, hi] = batas.reduce(([a, b], [c, d]) => [a.plus(c), b.plus(d)]);
  return `${lo}..${hi}`;
};

/** The rencana aksi's target as of T. With agregasi jumlah each is of its quarter alone, so those up to T add up. */
const targetRencana = (i: FaktaIndikator, triwulan: Triwulan): FaktaNilai | null => {
  const rencana = i.rencanaAksi.filter(
    (r) => r.triwulan <= triwulan && yangSah(i, r.target, 'target') !== null,
  );
  const kini = rencana.find((r) => r.triwulan === triwulan);
  if (!kini) return null;
  const dijumlah = agregasiDari(i) === 'jumlah' && i.polaritas !== 'predikat';
  if (!dijumlah) return { nilai: kini.target, posisi: posisiDari([kini]) };
  const target = rencana.flatMap((r) => r.target ?? []);
  return { nilai: jumlahTarget(i, target), posisi: posisiDari(rencana) };
};

const targetSampai = (m: MasukanCapaian, i: FaktaIndikator, triwulan: Triwulan): Target => {
  const setahun = targetTahun(m, i);
  const rencana = triwulan < 4 ? targetRencana(i, triwulan) : null;
  return rencana ? { ...setahun, target: rencana.nilai, posisi: posisiDari([rencana]) } : setahun;
};

const targetAkhir = (m: MasukanCapaian, i: FaktaIndikator): string | null =>
  i.targetAkhir?.nilai ?? (m.renstra ? i.targetRenstra[m.renstra.selesai]?.nilai : null) ?? null;

// -- comparisons

const ukuran = (i: FaktaIndikator, teks: string): Desimal =>
  i.polaritas === 'predikat' ? peringkat(i.urutanPredikat, teks) : Desimal.hasil(teks);

const tahunLalu = (m: MasukanCapaian, i: FaktaIndikator, kini: string | null): CapaianTahunLalu | null => {
  const tahun = m.tahun - 1;
  const lalu = cetak(i, i.tahunSebelumnya.find((t) => t.tahun === tahun)?.realisasi ?? null);
  if (lalu === null) return null;
  if (kini === null) return { tahun, realisasi: lalu, selisih: null, arah: null };
  const selisih = ukuran(i, kini).minus(ukuran(i, lalu));
  const arah = ({ [-1]: 'turun', 0: 'tetap', 1: 'naik' } as const)[selisih.tanda()];
  // Between two labels there is a direction, but no number of poin.
  return { tahun, realisasi: lalu, selisih: i.polaritas === 'predikat' ? null : selisih.toString(), arah };
};

const tahunSebelumnya = (m: MasukanCapaian, i: FaktaIndikator): CapaianTahun[] =>
  i.tahunSebelumnya
    .filter((t) => t.tahun < m.tahun && (t.target !== null || t.realisasi !== null))
    .sort((a, b) => b.tahun - a.tahun)
    .map((t) => {
      const target = t.target ?? i.targetRenstra[t.tahun]?.nilai ?? null;
      const realisasi = cetak(i, t.realisasi);
      return { tahun: t.tahun, target, realisasi, capaian: capaianUntuk(i, target, realisasi).capaian };
    });

const pembanding = (i: FaktaIndikator, realisasi: string | null): CapaianPembanding[] =>
  i.pembanding.map(({ tingkat, wilayah, tahun, nilai }) => {
    // Another region has one figure, not a range: it is both bounds.
    const milikLain = i.polaritas === 'rentang' ? `${nilai}..${nilai}` : nilai;
    return { tingkat, wilayah, tahun, nilai, capaian: capaianUntuk(i, milikLain, realisasi).capaian };
  });

type Terukur = Pick<CapaianIndikator, 'target' | 'sumberTarget' | 'realisasi' | 'asal' | 'status'> &
  Pick<Realisasi, 'alasan'>;

const terukur = (m: MasukanCapaian, i: FaktaIndikator, triwulan: Triwulan): Terukur => {
  const { target, sumber, posisi } = targetSampai(m, i, triwulan);
  const { realisasi, alasan, status, posisi: asal } = realisasiSampai(i, triwulan);
  return {
    target,
    sumberTarget: sumber,
    realisasi,
    alasan,
    status,
    asal: { target: posisi, realisasi: asal },
  };
};

/**
 * What later years compare themselves with: target and realisasi as of the end of the year, nothing that is derived from
 * them, and no events of the target, which may be another OPD's.
 */
export type TerukurSetahun = Pick<CapaianIndikator, 'target' | 'sumberTarget' | 'realisasi'> &
  Readonly<{ asal: Pick<CapaianIndikator['asal'], 'realisasi'> }>;

/** By kode. */
export const terukurSetahun = (m: MasukanCapaian): ReadonlyMap<string, TerukurSetahun> =>
  new Map(
    m.indikator.map((i) => {
      const { target, sumberTarget, realisasi, asal } = terukur(m, i, 4);
      return [i.kode, { target, sumberTarget, realisasi, asal: { realisasi: asal.realisasi } }];
    }),
  );

/** Target, realisasi and capaian of an indicator, without what explains, compares or classifies them. */
export type AngkaIndikator = Pick<
  CapaianIndikator,
  'kode' | 'nama' | 'satuan' | 'target' | 'sumberTarget' | 'realisasi' | 'capaian'
>;

/** As of the end of the year: the same figures as those of `hitungCapaian`. */
export const angkaSetahun = (m: MasukanCapaian): AngkaIndikator[] =>
  m.indikator.map((i) => {
    const { target, sumberTarget, realisasi } = terukur(m, i, 4);
    const { capaian } = capaianUntuk(i, target, realisasi);
    return { kode: i.kode, nama: i.nama, satuan: i.satuan, target, sumberTarget, realisasi, capaian };
  });

const alasanUntuk = (ukur: Terukur, hasil: HasilCapaian): Alasan | null =>
  hasil.alasan === 'BELUM_ADA_REALISASI' ? ukur.alasan : hasil.alasan;

const capaianIndikator = (m: MasukanCapaian, i: FaktaIndikator, triwulan: Triwulan): CapaianIndikator => {
  const ukur = terukur(m, i, triwulan);
  const hasil = capaianUntuk(i, ukur.target, ukur.realisasi);
  return {
    kode: i.kode,
    nama: i.nama,
    satuan: i.satuan,
    level: i.level,
    pk: m.pkBerlaku && i.targetPk !== null,
    status: ukur.status,
    target: ukur.target,
    sumberTarget: ukur.sumberTarget,
    realisasi: ukur.realisasi,
    capaian: hasil.capaian,
    alasan: alasanUntuk(ukur, hasil),
    tanda: hasil.tanda,
    predikat: kelasDari(m.skala, hasil.capaian),
    kemajuanRenstra: capaianUntuk(i, targetAkhir(m, i), ukur.realisasi).capaian,
    tahunLalu: tahunLalu(m, i, ukur.realisasi),
    tahunSebelumnya: tahunSebelumnya(m, i),
    pembanding: pembanding(i, ukur.realisasi),
    asal: ukur.asal,
  };
};

// -- anggaran

const serapanDari = (pagu: string | null, realisasi: string | null): Serapan => {
  if (pagu === null || realisasi === null || hasilRupiah(pagu) === 0n)
    return { pagu, realisasi, serapan: null };
  const serapan = Desimal.bulat(hasilRupiah(realisasi) * 100n).bagi(Desimal.bulat(hasilRupiah(pagu)), 2);
  return { pagu, realisasi, serapan: serapan.toString() };
};

const tercatatRupiah = (teks: string | null): string | null =>
  teks === null ? null : rupiah(teks).toString();

const barisAnggaran = (a: FaktaAnggaran, triwulan: Triwulan): CapaianAnggaran => {
  const tercatat = a.realisasi.filter((r) => r.triwulan <= triwulan && r.realisasi !== null);
  const akhir = tercatat.sort((x, y) => x.triwulan - y.triwulan).slice(-1);
  return {
    kode: a.kode,
    tingkat: a.tingkat,
    ...serapanDari(tercatatRupiah(a.pagu), tercatatRupiah(akhir[0]?.realisasi ?? null)),
    asal: { pagu: posisiDari([a]), realisasi: posisiDari(akhir) },
  };
};

/** A sum with one unknown part is unknown; so is a sum of nothing. */
const jumlahDiketahui = (daftar: readonly (string | null)[]): string | null => {
  const diketahui = daftar.flatMap((d) => d ?? []);
  if (diketahui.length < daftar.length || daftar.length === 0) return null;
  return jumlahRupiah(diketahui.map(hasilRupiah)).toString();
};

type Rupiahnya = { pagu: string | null; realisasi: string | null };

const jumlahSerapan = (baris: readonly Rupiahnya[]): Serapan =>
  serapanDari(jumlahDiketahui(baris.map((b) => b.pagu)), jumlahDiketahui(baris.map((b) => b.realisasi)));

// Belanja accounts are a second classification of the same money: only account 5 is the whole of it.
const AKUN_BELANJA = '5';

const totalAnggaran = (anggaran: readonly CapaianAnggaran[]): Serapan & { dasar: DasarTotal | null } => {
  const dasar: [DasarTotal, CapaianAnggaran[]][] = [
    ['program', anggaran.filter((a) => a.tingkat === 'program')],
    ['kegiatan', anggaran.filter((a) => a.tingkat === 'kegiatan')],
    ['belanja', anggaran.filter((a) => a.tingkat === 'belanja' && a.kode === AKUN_BELANJA)],
  ];
  const lengkap = dasar.find(
    ([, baris]) => baris.length > 0 && baris.every((b) => b.pagu !== null && b.realisasi !== null),
  );
  return { dasar: lengkap?.[0] ?? null, ...jumlahSerapan(lengkap?.[1] ?? []) };
};

// -- sasaran and tujuan

type Kelompok = {
  kode: string;
  indikator: readonly CapaianIndikator[];
  sendiri: readonly (Rupiahnya & { kode: string })[]; // programs that support this one alone
  bersama: readonly (Rupiahnya & { kode: string })[];
};

type NilaiKelompok = Pick<CapaianSasaran, 'capaian' | 'capaianSementara' | 'alasan'>;

const rataRata = (capaian: readonly string[]): string | null =>
  capaian.length === 0
    ? null
    : capaian
        .map((c) => Desimal.hasil(c))
        .reduce((a, b) => a.plus(b))
        .bagi(Desimal.bulat(BigInt(capaian.length)), 2)
        .toString();

const nilaiKelompok = (indikator: readonly CapaianIndikator[]): NilaiKelompok => {
  const diketahui = indikator.flatMap((i) => i.capaian ?? []);
  const rata = rataRata(diketahui);
  return diketahui.length === indikator.length && rata !== null
    ? { capaian: rata, capaianSementara: null, alasan: null }
    : { capaian: null, capaianSementara: rata, alasan: 'BELUM_LENGKAP' };
};

const tercapai = (capaian: string | null): boolean =>
  capaian !== null && Desimal.hasil(capaian).banding(SERATUS) >= 0;

type Efisiensi = Pick<CapaianSasaran, 'efisiensi' | 'alasanEfisiensi' | 'selisihSerapan'>;

const efisiensiDari = (capaian: string | null, serapan: string | null): Efisiensi => {
  const tanpa = (alasanEfisiensi: AlasanEfisiensi, selisihSerapan: string | null = null): Efisiensi => ({
    efisiensi: null,
    alasanEfisiensi,
    selisihSerapan,
  });
  if (capaian === null) return tanpa('CAPAIAN_TIDAK_DIKETAHUI');
  if (serapan === null) return tanpa('SERAPAN_TIDAK_DIKETAHUI');
  const selisih = Desimal.hasil(capaian).minus(Desimal.hasil(serapan)).toString();
  // Money left over is no efficiency while the promised result is not there.
  if (!tercapai(capaian)) return tanpa('TIDAK_BERMAKNA', selisih);
  return { efisiensi: selisih, alasanEfisiensi: null, selisihSerapan: selisih };
};

const capaianKelompok = (m: MasukanCapaian, k: Kelompok): CapaianSasaran => {
  const nilai = nilaiKelompok(k.indikator);
  const uang = jumlahSerapan(k.sendiri);
  return {
    kode: k.kode,
    ...nilai,
    predikat: kelasDari(m.skala, nilai.capaian),
    ...uang,
    ...efisiensiDari(nilai.capaian, uang.serapan),
    programBersama: k.bersama.map(({ kode, pagu, realisasi }) => ({ kode, pagu, realisasi })),
  };
};

type ProgramPendukung = Rupiahnya & { kode: string; didukung: ReadonlySet<string | undefined> };

const kelompok = (
  kode: string,
  indikator: readonly CapaianIndikator[],
  program: readonly ProgramPendukung[],
): Kelompok => {
  const milik = program.filter((p) => p.didukung.has(kode));
  const [sendiri, bersama] = [
    milik.filter((p) => p.didukung.size === 1),
    milik.filter((p) => p.didukung.size > 1),
  ];
  return { kode, indikator, sendiri, bersama };
};

const uangProgram = (anggaran: readonly CapaianAnggaran[], kode: string): Rupiahnya =>
  anggaran.find((a) => a.tingkat === 'program' && a.kode === kode) ?? { pagu: null, realisasi: null };

const programPendukung = (
  m: MasukanCapaian,
  anggaran: readonly CapaianAnggaran[],
  didukung: (sasaran: string) => string | undefined,
): ProgramPendukung[] =>
  m.program.map(({ kode, sasaran }) => {
    const { pagu, realisasi } = uangProgram(anggaran, kode);
    return { kode, pagu, realisasi, didukung: new Set(sasaran.map(didukung)) };
  });

const menurutKode = (indikator: readonly CapaianIndikator[], kode: readonly string[]): CapaianIndikator[] =>
  indikator.filter((i) => kode.includes(i.kode));

const semuaSasaran = (
  m: MasukanCapaian,
  indikator: readonly CapaianIndikator[],
  anggaran: readonly CapaianAnggaran[],
): CapaianSasaran[] => {
  const program = programPendukung(m, anggaran, (sasaran) => sasaran);
  return m.sasaran.map((s) => {
    const dijanjikan = menurutKode(indikator, s.indikator).filter((i) => i.level === 'sasaran' && i.pk);
    return capaianKelompok(m, kelompok(s.kode, dijanjikan, program));
  });
};

/** A tujuan has its own indicators, promised in a PK or not; it is supported by what supports its sasaran. */
const semuaTujuan = (
  m: MasukanCapaian,
  indikator: readonly CapaianIndikator[],
  anggaran: readonly CapaianAnggaran[],
): CapaianSasaran[] => {
  const tujuanDari = new Map(m.tujuan.flatMap((t) => t.sasaran.map((s) => [s, t.kode] as const)));
  const program = programPendukung(m, anggaran, (sasaran) => tujuanDari.get(sasaran));
  return m.tujuan.map((t) => {
    const sendiri = menurutKode(indikator, t.indikator);
    return capaianKelompok(m, kelompok(t.kode, sendiri, program));
  });
};

/**
 * Every figure of one OPD and year as of a quarter: exact decimals as text with a dot, capaian and serapan in
 * percent with 2 decimals, money in whole rupiah. Pure; refuses rupiah and scale bounds that are not legal text.
 */
export const hitungCapaian = (m: MasukanCapaian, triwulan: Triwulan = 4): CapaianOpd => {
  const indikator = m.indikator.map((i) => capaianIndikator(m, i, triwulan));
  const anggaran = m.anggaran.map((a) => barisAnggaran(a, triwulan));
  const pk = indikator.filter((i) => i.pk);
  return {
    pemda: m.pemda,
    opd: m.opd,
    tahun: m.tahun,
    triwulan,
    posisi: m.posisi,
    indikator,
    tujuan: semuaTujuan(m, indikator, anggaran),
    sasaran: semuaSasaran(m, indikator, anggaran),
    anggaran,
    total: {
      ...totalAnggaran(anggaran),
      indikator: pk.length,
      mencapaiTarget: pk.filter((i) => tercapai(i.capaian)).length,
    },
    totalPk: jumlahSerapan(
      m.pkBerlaku ? [...new Set(m.programPk)].map((kode) => uangProgram(anggaran, kode)) : [],
    ),
  };
};
