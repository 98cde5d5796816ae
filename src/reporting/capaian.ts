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

export const hitungCapaian = (_m: MasukanCapaian, _triwulan: Triwulan = 4): CapaianOpd => {
  throw new Error('hitungCapaian: belum ditulis');
};
