import { daftarKode, selDaftar } from '../../kernel/isian-lembar.js';
import type { Isian, Kolom } from '../../kernel/lembar-kerja.js';
import type { Agregasi, Polaritas } from '../../reporting/capaian.js';
import type { JenisRenstra } from './naskah-renstra.decider.js';
import type { DefinisiIndikator, LevelIndikator, Renstra, Strategi } from './renstra.decider.js';

const LEVEL = [
  'tujuan',
  'sasaran',
  'program',
  'kegiatan',
  'sub-kegiatan',
] as const satisfies readonly LevelIndikator[];
const POLARITAS = [
  'naik',
  'turun-linear',
  'turun-rasio',
  'rentang',
  'predikat',
] as const satisfies readonly Polaritas[];
const AGREGASI = ['posisi-akhir', 'jumlah', 'rata-rata', 'rasio'] as const satisfies readonly Agregasi[];
const JENIS = ['renstra', 'rpjmd', 'rpd'] as const satisfies readonly JenisRenstra[];
const YA_TIDAK = ['ya', 'tidak'] as const;
const TINGKAT = ['tujuan', 'sasaran'] as const;

/** A Renstra as sheets, one for each kind of what it says. */
export const KOLOM_POKOK = [
  { kunci: 'selesai', judul: 'Tahun terakhir', jenis: 'bulat', wajib: true },
  { kunci: 'visi', judul: 'Visi', jenis: 'teks', lebar: 60 },
  { kunci: 'misi', judul: 'Misi', jenis: 'teks', lebar: 60 },
  {
    kunci: 'jenis',
    judul: 'Jenis rencana',
    jenis: 'teks',
    pilihan: JENIS,
    petunjuk: 'Renstra untuk perangkat daerah; RPJMD atau RPD untuk pemerintah daerah. Boleh kosong.',
  },
  { kunci: 'alasanTanpaVisi', judul: 'Alasan tanpa visi', jenis: 'teks', lebar: 40 },
] as const satisfies readonly Kolom[];
export const KOLOM_TUJUAN = [
  { kunci: 'kode', judul: 'Kode tujuan', jenis: 'kode', wajib: true },
  { kunci: 'uraian', judul: 'Uraian', jenis: 'teks', wajib: true, lebar: 80 },
  {
    kunci: 'misi',
    judul: 'Nomor misi',
    jenis: 'teks',
    petunjuk: 'Misi yang dilayani tujuan ini; beberapa nomor dipisahkan titik koma.',
  },
] as const satisfies readonly Kolom[];
export const KOLOM_SASARAN = [
  { kunci: 'kode', judul: 'Kode sasaran', jenis: 'kode', wajib: true },
  { kunci: 'tujuan', judul: 'Kode tujuan', jenis: 'kode', wajib: true },
  { kunci: 'uraian', judul: 'Uraian', jenis: 'teks', wajib: true, lebar: 80 },
] as const satisfies readonly Kolom[];
export const KOLOM_STRATEGI = [
  { kunci: 'sasaran', judul: 'Kode sasaran', jenis: 'kode', wajib: true },
  { kunci: 'strategi', judul: 'Strategi', jenis: 'teks', wajib: true, lebar: 60 },
  {
    kunci: 'arah',
    judul: 'Arah kebijakan',
    jenis: 'teks',
    lebar: 60,
    petunjuk: 'Satu baris untuk setiap arah kebijakan; strateginya diulang.',
  },
  {
    kunci: 'nomor',
    judul: 'Nomor strategi',
    jenis: 'bulat',
    lebar: 10,
    petunjuk: 'Membedakan strategi yang sama rumusannya; boleh kosong.',
  },
] as const satisfies readonly Kolom[];
export const KOLOM_INDIKATOR = [
  { kunci: 'kode', judul: 'Kode indikator', jenis: 'kode', wajib: true },
  { kunci: 'nama', judul: 'Nama', jenis: 'teks', wajib: true, lebar: 60 },
  { kunci: 'satuan', judul: 'Satuan', jenis: 'teks', wajib: true },
  { kunci: 'level', judul: 'Level', jenis: 'teks', wajib: true, pilihan: LEVEL },
  { kunci: 'iku', judul: 'IKU', jenis: 'teks', pilihan: YA_TIDAK, lebar: 8 },
  { kunci: 'polaritas', judul: 'Polaritas', jenis: 'teks', wajib: true, pilihan: POLARITAS },
  { kunci: 'agregasi', judul: 'Agregasi', jenis: 'teks', pilihan: AGREGASI },
  { kunci: 'desimal', judul: 'Jumlah desimal', jenis: 'bulat', lebar: 10 },
  {
    kunci: 'urutanPredikat',
    judul: 'Urutan predikat',
    jenis: 'teks',
    petunjuk: 'Hanya polaritas predikat: dari yang terendah, dipisahkan titik koma.',
  },
  { kunci: 'definisi', judul: 'Definisi operasional', jenis: 'teks', lebar: 60 },
  { kunci: 'pembilang', judul: 'Pembilang', jenis: 'teks', lebar: 40 },
  { kunci: 'penyebut', judul: 'Penyebut', jenis: 'teks', lebar: 40 },
  { kunci: 'sumberData', judul: 'Sumber data', jenis: 'teks', lebar: 30 },
  { kunci: 'penanggungJawab', judul: 'Penanggung jawab', jenis: 'teks', lebar: 30 },
  { kunci: 'tahunAwal', judul: 'Tahun kondisi awal', jenis: 'bulat' },
  { kunci: 'nilaiAwal', judul: 'Nilai kondisi awal', jenis: 'nilai' },
] as const satisfies readonly Kolom[];
export const KOLOM_HUBUNGAN = [
  { kunci: 'indikator', judul: 'Kode indikator', jenis: 'kode', wajib: true },
  { kunci: 'tingkat', judul: 'Tingkat', jenis: 'teks', wajib: true, pilihan: TINGKAT },
  { kunci: 'kode', judul: 'Kode tujuan atau sasaran', jenis: 'kode', wajib: true },
] as const satisfies readonly Kolom[];
export const KOLOM_TARGET_RENSTRA = [
  { kunci: 'indikator', judul: 'Kode indikator', jenis: 'kode', wajib: true, pengenal: true },
  { kunci: 'nama', judul: 'Nama indikator', jenis: 'teks', keterangan: true, lebar: 60 },
  {
    kunci: 'tahun',
    judul: 'Tahun',
    jenis: 'bulat',
    pengenal: true,
    petunjuk: 'Kosong: target akhir masa Renstra.',
  },
  { kunci: 'target', judul: 'Target', jenis: 'nilai', wajib: true },
] as const satisfies readonly Kolom[];

export const CONTOH_RENSTRA = {
  pokok: { selesai: '2026', visi: 'Pontianak kota khatulistiwa berwawasan lingkungan' },
  tujuan: { kode: 'T1', uraian: 'Meningkatnya kesempatan kerja' },
  sasaran: { kode: 'S1', tujuan: 'T1', uraian: 'Meningkatnya penempatan tenaga kerja' },
  strategi: {
    sasaran: 'S1',
    strategi: 'Memperluas jejaring perusahaan',
    arah: 'Bursa kerja tiap kecamatan',
    nomor: '1',
  },
  indikator: {
    kode: 'IKU-1',
    nama: 'Persentase pencari kerja yang ditempatkan',
    satuan: '%',
    level: 'sasaran',
    iku: 'ya',
    polaritas: 'naik',
    agregasi: 'posisi-akhir',
    desimal: '2',
    tahunAwal: '2021',
    nilaiAwal: '80.25',
  },
  hubungan: { indikator: 'IKU-1', tingkat: 'sasaran', kode: 'S1' },
  target: {
    indikator: 'IKU-1',
    nama: 'Persentase pencari kerja yang ditempatkan',
    tahun: '2023',
    target: '91.50',
  },
} as const satisfies Record<string, Isian>;

const pilih = <T extends string>(daftar: readonly T[], isi: string | null | undefined): T | null =>
  daftar.find((d) => d === isi) ?? null;

const bilangan = (isi: string | null | undefined): number | null => (isi ? Number(isi) : null);

export const permintaanSusun = ({ selesai, visi, misi, jenis, alasanTanpaVisi }: Isian) =>
  ({
    type: 'Susun',
    selesai: Number(selesai),
    visi: visi ?? null,
    misi: misi ?? null,
    jenis: pilih(JENIS, jenis),
    alasanTanpaVisi: alasanTanpaVisi ?? null,
  }) as const;

export const permintaanTujuan = ({ kode, uraian, misi }: Isian) =>
  ({
    type: 'TambahTujuan',
    kode: kode ?? '',
    uraian: uraian ?? '',
    misi: misi ? daftarKode(misi).map(Number) : null, // null: as it stands
  }) as const;

/** The rows of one sasaran: a strategy stands in as many as it has arah kebijakan, in the order of the sheet. */
const strategiDari = (baris: readonly Isian[]): Strategi[] => {
  const susun = new Map<string, Strategi>();
  for (const { strategi, arah, nomor } of baris) {
    const kunci = `${nomor ?? ''} ${strategi}`; // two of the same wording are told apart by their number
    const { uraian, arahKebijakan } = susun.get(kunci) ?? { uraian: strategi ?? '', arahKebijakan: [] };
    susun.set(kunci, { uraian, arahKebijakan: arah ? [...arahKebijakan, arah] : arahKebijakan });
  }
  return [...susun.values()];
};

/** Strategies that the file does not name stay as they stand. */
export const permintaanSasaran = (
  { kode, tujuan, uraian }: Isian,
  strategi: readonly Isian[],
  ada: readonly Strategi[],
) =>
  ({
    type: 'TambahSasaran',
    kode: kode ?? '',
    tujuan: tujuan ?? '',
    uraian: uraian ?? '',
    strategi: strategi.length === 0 ? [...ada] : strategiDari(strategi),
  }) as const;

export const permintaanIndikator = (b: Isian) => {
  const urutan = daftarKode(b.urutanPredikat);
  const [tahun, nilai] = [bilangan(b.tahunAwal), b.nilaiAwal ?? null];
  return {
    type: 'TetapkanIndikator',
    kode: b.kode ?? '',
    nama: b.nama ?? '',
    satuan: b.satuan ?? '',
    level: pilih(LEVEL, b.level) ?? 'sasaran',
    iku: b.iku === null || b.iku === undefined ? null : b.iku === 'ya',
    polaritas: pilih(POLARITAS, b.polaritas) ?? 'naik',
    agregasi: pilih(AGREGASI, b.agregasi),
    desimal: bilangan(b.desimal),
    urutanPredikat: urutan.length === 0 ? null : urutan,
    definisi: b.definisi ?? null,
    pembilang: b.pembilang ?? null,
    penyebut: b.penyebut ?? null,
    sumberData: b.sumberData ?? null,
    penanggungJawab: b.penanggungJawab ?? null,
    kondisiAwal: tahun === null && nilai === null ? null : { tahun, nilai },
  } as const;
};

export const permintaanHubungan = ({ indikator, tingkat, kode }: Isian) =>
  ({
    type: 'HubungkanIndikator',
    indikator: indikator ?? '',
    tingkat: pilih(TINGKAT, tingkat) ?? 'sasaran',
    kode: kode ?? '',
  }) as const;

export const permintaanTarget = ({ indikator, tahun, target }: Isian) =>
  ({
    type: 'TetapkanTarget',
    indikator: indikator ?? '',
    tahun: bilangan(tahun),
    target: target ?? '',
  }) as const;

const barisIndikator = (d: DefinisiIndikator): Isian => ({
  kode: d.kode,
  nama: d.nama,
  satuan: d.satuan,
  level: d.level,
  iku: d.iku ? 'ya' : 'tidak',
  polaritas: d.polaritas,
  agregasi: d.agregasi,
  desimal: `${d.desimal}`,
  urutanPredikat: selDaftar(d.urutanPredikat ?? []),
  definisi: d.definisi,
  pembilang: d.pembilang,
  penyebut: d.penyebut,
  sumberData: d.sumberData,
  penanggungJawab: d.penanggungJawab,
  tahunAwal: d.kondisiAwal?.tahun?.toString() ?? null,
  nilaiAwal: d.kondisiAwal?.nilai ?? null,
});

const barisPokok = ({ selesai, visi, misi, jenis, alasanTanpaVisi }: Renstra): Isian => ({
  selesai: `${selesai}`,
  visi,
  misi,
  jenis,
  alasanTanpaVisi,
});

/** Everything that stands, and an empty row for each year of each indicator that has no target. */
export const barisRenstra = (r: Renstra): Readonly<Record<keyof typeof CONTOH_RENSTRA, Isian[]>> => {
  const masa = Array.from({ length: Math.max(0, r.selesai - r.mulai + 1) }, (_, i) => r.mulai + i);
  const indikator = [...r.indikator.values()];
  return {
    pokok: r.status === 'kosong' ? [] : [barisPokok(r)],
    tujuan: [...r.tujuan].map(([kode, { uraian, misi }]) => ({ kode, uraian, misi: selDaftar(misi) })),
    sasaran: [...r.sasaran].map(([kode, { tujuan, uraian }]) => ({ kode, tujuan, uraian })),
    strategi: [...r.sasaran].flatMap(([sasaran, { strategi }]) =>
      strategi.flatMap((s, i) =>
        (s.arahKebijakan.length === 0 ? [null] : s.arahKebijakan).map((arah) => ({
          sasaran,
          strategi: s.uraian,
          arah,
          nomor: `${i + 1}`,
        })),
      ),
    ),
    indikator: indikator.map(({ definisi }) => barisIndikator(definisi)),
    hubungan: [...r.hubungan].map(([, { indikator, tingkat, kode }]) => ({ indikator, tingkat, kode })),
    target: indikator.flatMap(({ definisi: { kode, nama }, target }) =>
      [...new Set([...masa, ...target.keys(), null])].map((tahun) => ({
        indikator: kode,
        nama,
        tahun: tahun?.toString() ?? null,
        target: target.get(tahun) ?? null,
      })),
    ),
  };
};
