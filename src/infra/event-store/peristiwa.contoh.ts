import type { Langkah } from '../../approval/jalur.js';
import type { Akta } from '../../kernel/akta.js';
import type { Dasar, Pejabat } from '../../kernel/decider.js';
import { sidikDari } from '../../kernel/sidik.js';
import type { Naskah } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import type { DefinisiIndikator } from '../../planning/renstra/renstra.decider.js';
import type { AmanahEvent } from '../../projections/peristiwa.js';
import type { Skala } from '../../reporting/capaian.js';

/** One event of every type, with the stream it belongs to: what the golden files under test/fixtures/events were made of. */
export type ContohPeristiwa = {
  readonly [T in AmanahEvent['type']]: readonly [
    stream: string,
    data: Extract<AmanahEvent, { type: T }>['data'],
  ];
};

const kadis: Pejabat = {
  subjek: '7b0c6a52-6f0e-4f0b-9d2c-3f6a0a1c9e11',
  jabatan: '61.71.disnaker.kepala',
  sebutan: 'Kepala Dinas Penanaman Modal, Tenaga Kerja dan PTSP',
  status: 'definitif',
};
const walikota: Pejabat = {
  subjek: null,
  jabatan: '61.71.pemda.walikota',
  sebutan: 'Wali Kota Pontianak',
  status: 'Pj.',
};
const perencana: Pejabat = {
  subjek: 'c2d9a1b4-0a55-4f2e-8a6e-5b1d7e0f2a33',
  jabatan: '61.71.disnaker.perencana',
  sebutan: 'Kepala Subbagian Perencanaan',
  status: 'Plt.',
};
const olehKadis = { oleh: kadis, cara: 'elektronik' } as const;
const olehPerencana = { oleh: perencana, cara: 'elektronik' } as const;
const dariKertas = { oleh: { ...kadis, subjek: null, status: null }, cara: 'dicatat' } as const;

const berdasarkan: Dasar[] = [
  { stream: 'Renstra-61.71.disnaker.2020', rev: 12 },
  { stream: 'Periode-61.71.2023', rev: 0 },
];
const EDARAN = 'Edaran-61.71.lkjip.disnaker.kepala.2023';
const langkahRute: Langkah = {
  kode: 'permintaan-data',
  tahap: 1,
  jenis: 'permintaan-data',
  uraian: 'Menjawab surat permintaan data kinerja',
  oleh: { cara: 'setiap-bidang' },
  perlu: 'Surat permintaan data',
  hasil: null,
  norma: 60,
  eskalasi: { cara: 'jabatan', opd: null, jabatan: 'sekretaris', sebutan: 'Sekretaris' },
};
const { oleh: _oleh, eskalasi: _eskalasi, ...tanpaSiapa } = langkahRute;
const sidik = '5f8f04f6a3a892aaabbddb6cf273894493773960d4a325b105fee46eef4304f1';

const skala: Skala = {
  kode: 'ptk-2023',
  nama: 'Skala capaian 2023',
  sumber: 'LKjIP 2023, Bab III',
  kelas: [
    { predikat: 'Sangat Berhasil', batasBawah: '85', termasukBatas: true },
    { predikat: 'Cukup Berhasil', batasBawah: '55', termasukBatas: false },
    { predikat: 'Tidak Berhasil', batasBawah: null },
  ],
};
const kalender = {
  tahun: 2023,
  hariKerja: [1, 2, 3, 4, 5],
  jamMulai: '07:30',
  jamSelesai: '16:00',
  libur: [{ tanggal: '2023-08-17', uraian: 'Hari Kemerdekaan “ke-78”' }],
};
const indikator: DefinisiIndikator = {
  kode: 'IKU-1',
  nama: 'Persentase pencari kerja yang ditempatkan',
  satuan: '%',
  level: 'sasaran',
  iku: true,
  polaritas: 'naik',
  agregasi: 'rasio',
  desimal: 2,
  urutanPredikat: null,
  definisi: 'Pencari kerja yang ditempatkan dibagi pencari kerja terdaftar',
  pembilang: 'Pencari kerja yang ditempatkan',
  penyebut: 'Pencari kerja terdaftar',
  sumberData: null,
  penanggungJawab: '61.71.disnaker.bidang-penta',
  kondisiAwal: { tahun: 2019, nilai: '88.20' },
};
const naskahPemda: Naskah = {
  pemda: '61.71',
  opd: 'pemda',
  jabatan: 'kepala-daerah',
  tahun: 2023,
  versi: 1,
  jenis: 'murni',
  sebab: null,
  tanggal: '2023-01-31',
  pihakPertama: { jabatan: '61.71.pemda.kepala-daerah', sebutan: walikota.sebutan, status: 'Pj.' },
  pihakKedua: null,
  target: [
    { indikator: 'IKD-1', nama: 'Indeks Pembangunan Manusia', satuan: 'indeks', target: '80.60' },
    {
      indikator: 'IKD-9',
      nama: 'Prevalensi stunting',
      satuan: '%',
      target: '16.10',
      luarRenstra: {
        sasaran: 'Menurunnya stunting',
        alasan: 'Ditugaskan pemerintah pusat setelah RPJMD ditetapkan',
        polaritas: 'turun-linear',
        urutanPredikat: null,
      },
    },
  ],
  anggaran: [],
};
const hasil = {
  tingkat: 'immediate',
  uraian: 'Pencari kerja mempunyai keterampilan yang dibutuhkan',
  induk: 'H1',
  faktorKunci: 'Pelatihan sesuai kebutuhan pasar kerja',
} as const;
const akta: Akta = {
  jenis: 'Peraturan Wali Kota',
  nomor: '60 Tahun 2021',
  tanggal: '2021-11-01',
  pejabat: 'Wali Kota Pontianak',
};
const dasarHukum = {
  jenis: akta.jenis,
  nomor: akta.nomor,
  tanggal: akta.tanggal,
  tentang: 'Kedudukan, susunan organisasi, tugas dan fungsi perangkat daerah',
  mulaiBerlaku: '2022-01-01',
};
const sotk = {
  mulai: '2022-01-01',
  dasar: akta,
  tugasPokok: 'Melaksanakan urusan pemerintahan bidang tenaga kerja',
  fungsi: ['Perumusan kebijakan', 'Pelaksanaan kebijakan'],
  sejarah: 'Penggabungan dua dinas pada tahun 2021',
  pendahulu: ['dpmptsp'],
};
const unit = {
  nama: 'Bidang Penempatan Tenaga Kerja',
  induk: null,
  tugasPokok: 'Menempatkan pencari kerja',
  fungsi: ['Pelayanan antarkerja'],
};
const pembubaran = {
  tanggal: '2025-01-01',
  pengganti: ['diskopnaker'],
  akta,
  alasan: 'Penataan perangkat daerah',
};
const ukuran = { realisasi: null, pembilang: '1234', penyebut: '1355' };

const dpa: Akta = {
  jenis: 'DPA',
  nomor: '900/12/BKD/2023',
  tanggal: '2023-01-02',
  pejabat: 'Sekretaris Daerah',
};

export const CONTOH: ContohPeristiwa = {
  PemdaDidaftarkan: ['Pemda-61.71', { ...olehPerencana, nama: 'Kota Pontianak', zona: 'WIB' }],
  NamaPemdaDiubah: [
    'Pemda-61.71',
    {
      ...olehPerencana,
      nama: 'Kota Pontianak',
      sebelum: 'Kotamadya Pontianak',
      alasan: 'Penyesuaian nomenklatur',
    },
  ],
  SkalaPemdaDitetapkan: ['Pemda-61.71', { ...olehPerencana, skala, sebelum: null }],
  KalenderDitetapkan: ['Pemda-61.71', { ...olehPerencana, kalender, sebelum: { ...kalender, libur: [] } }],
  PeriodeDibuka: [
    'Periode-61.71.2023',
    { ...dariKertas, dokumen: 'pengukuran', triwulan: 4, opd: null, alasan: null },
  ],
  PeriodeDitutup: [
    'Periode-61.71.2023',
    {
      ...olehPerencana,
      dokumen: 'pengukuran',
      triwulan: 4,
      opd: 'disnaker',
      alasan: 'Batas waktu terlewati',
    },
  ],
  PeriodeDokumenDibuka: [
    'Periode-61.71.2023',
    {
      ...olehPerencana,
      dokumen: 'rkt',
      opd: 'disnaker',
      sejak: '2023-02-10',
      alasan: 'Perubahan pagu indikatif',
    },
  ],
  PeriodeDokumenDitutup: [
    'Periode-61.71.2023',
    { ...olehPerencana, dokumen: 'rencana-aksi', opd: null, sejak: '2023-01-31', alasan: null },
  ],
  DasarHukumDicatat: [
    'Pemda-61.71',
    {
      ...dariKertas,
      kode: 'perwal-60-2021',
      ...dasarHukum,
      sebelum: { ...dasarHukum, mulaiBerlaku: '2021-11-02' },
    },
  ],
  DasarHukumDicabut: [
    'Opd-61.71.disnaker',
    {
      ...olehPerencana,
      kode: 'perwal-60-2021',
      tanggal: '2025-01-01',
      pengganti: 'perwal-12-2024',
      alasan: 'Diganti peraturan baru',
      sebelum: { tanggal: '2024-12-01', pengganti: null },
    },
  ],
  OpdDidaftarkan: ['Opd-61.71.disnaker', { ...olehPerencana, nama: kadis.sebutan.slice(7), berdasarkan }],
  NamaOpdDiubah: [
    'Opd-61.71.disnaker',
    { ...olehPerencana, nama: 'Dinas Tenaga Kerja', sebelum: 'Disnaker', alasan: 'Perda 3/2022' },
  ],
  SkalaOpdDitetapkan: ['Opd-61.71.disnaker', { ...dariKertas, tahun: 2023, skala, sebelum: skala }],
  OpdDibubarkan: [
    'Opd-61.71.disnaker',
    {
      ...dariKertas,
      ...pembubaran,
      sebelum: { ...pembubaran, pengganti: [] },
    },
  ],
  SotkDisusun: [
    'Opd-61.71.disnaker',
    { ...dariKertas, versi: 1, ...sotk, sebelum: { ...sotk, sejarah: null, pendahulu: [] } },
  ],
  UnitSotkDitetapkan: [
    'Opd-61.71.disnaker',
    {
      ...olehPerencana,
      versi: 1,
      kode: 'bidang-penta',
      ...unit,
      sebelum: { ...unit, tugasPokok: null, fungsi: [] },
    },
  ],
  UnitSotkDihapus: [
    'Opd-61.71.disnaker',
    { ...olehPerencana, versi: 2, kode: 'seksi-umum', alasan: 'Penyederhanaan birokrasi' },
  ],
  SotkDitetapkan: ['Opd-61.71.disnaker', { ...dariKertas, versi: 1 }],
  KepegawaianDicatat: [
    'Opd-61.71.disnaker',
    {
      ...olehPerencana,
      tanggal: '2023-12-31',
      dimensi: 'golongan',
      rincian: [
        { kelompok: 'IV', jumlah: 12 },
        { kelompok: 'III', jumlah: 41 },
      ],
      sebelum: [{ kelompok: 'IV', jumlah: 11 }],
    },
  ],
  JabatanDitutup: [
    'Jabatan-61.71.disnaker.kepala',
    { ...olehPerencana, tanggal: '2025-01-01', alasan: 'OPD digabung', sebelum: null },
  ],
  JabatanDibentuk: [
    'Jabatan-61.71.disnaker.kepala',
    {
      ...dariKertas,
      sebutan: kadis.sebutan,
      atasan: walikota.jabatan,
      sebelum: { sebutan: 'Kepala Dinas', atasan: null },
    },
  ],
  PejabatDitetapkan: [
    'Jabatan-61.71.disnaker.kepala',
    {
      ...olehPerencana,
      subjek: kadis.subjek ?? '',
      status: 'definitif',
      mulai: '2022-01-03',
      selesai: null,
      keputusan: 'SK Wali Kota 821/12/2022',
    },
  ],
  PejabatDiberhentikan: [
    'Jabatan-61.71.disnaker.kepala',
    {
      ...olehPerencana,
      subjek: kadis.subjek ?? '',
      status: 'definitif',
      mulai: '2022-01-03',
      selesai: '2024-06-30',
      sebelum: null,
    },
  ],
  RenstraDisusun: [
    'Renstra-61.71.disnaker.2020',
    {
      ...dariKertas,
      mulai: 2020,
      selesai: 2024,
      visi: 'Pontianak kota khatulistiwa berwawasan lingkungan',
      misi: null,
      sebelum: { selesai: 2024, visi: null, misi: null },
      berdasarkan,
    },
  ],
  MisiDitambahkan: [
    'Renstra-61.71.pemda.2020',
    { ...olehPerencana, nomor: 1, uraian: 'Mewujudkan kualitas sumber daya manusia', sebelum: 'Misi lama' },
  ],
  TujuanDitambahkan: [
    'Renstra-61.71.disnaker.2020',
    { ...dariKertas, kode: 'T1', uraian: 'Meningkatnya kesempatan kerja', sebelum: null },
  ],
  SasaranDitambahkan: [
    'Renstra-61.71.disnaker.2020',
    {
      ...dariKertas,
      tujuan: 'T1',
      kode: 'S1',
      uraian: 'Meningkatnya penempatan tenaga kerja',
      strategi: [{ uraian: 'Pelatihan berbasis kompetensi', arahKebijakan: ['Kerja sama dengan industri'] }],
      sebelum: null,
    },
  ],
  IndikatorDitetapkan: [
    'Renstra-61.71.disnaker.2020',
    {
      ...dariKertas,
      ...indikator,
      sebelum: { ...indikator, urutanPredikat: ['C', 'B', 'A'], kondisiAwal: null },
    },
  ],
  IndikatorDihubungkan: [
    'Renstra-61.71.disnaker.2020',
    { ...dariKertas, indikator: 'IKU-1', tingkat: 'sasaran', kode: 'S1' },
  ],
  TargetRenstraDitetapkan: [
    'Renstra-61.71.disnaker.2020',
    { ...dariKertas, indikator: 'IKU-1', tahun: null, target: '92.00', sebelum: '91.75' },
  ],
  RealisasiLampauDicatat: [
    'Renstra-61.71.disnaker.2020',
    { ...dariKertas, indikator: 'IKU-1', tahun: 2021, realisasi: '89.10', sebelum: null },
  ],
  ProgramPrioritasDitetapkan: [
    'Renstra-61.71.pemda.2020',
    {
      ...olehPerencana,
      kode: 'PP-1',
      nama: 'Pontianak bekerja',
      sasaran: ['S1', 'S2'],
      opd: ['disnaker', 'dinkes'],
      sebelum: { nama: 'Pontianak bekerja', sasaran: ['S1'], opd: [] },
      berdasarkan: [{ stream: 'Opd-61.71.disnaker', rev: 0 }],
    },
  ],
  RenstraDiselaraskan: [
    'Renstra-61.71.disnaker.2020',
    {
      ...olehPerencana,
      tingkat: 'sasaran',
      kode: 'S1',
      melayani: { mulai: 2020, tingkat: 'sasaran', kode: 'S2' },
      sebelum: { mulai: 2020, tingkat: 'tujuan', kode: 'T1' },
      berdasarkan: [{ stream: 'Renstra-61.71.pemda.2020', rev: 9 }],
    },
  ],
  KeselarasanDilepas: [
    'Renstra-61.71.disnaker.2020',
    {
      ...olehPerencana,
      tingkat: 'sasaran',
      kode: 'S1',
      sebelum: { mulai: 2020, tingkat: 'sasaran', kode: 'S2' },
      alasan: 'Sasaran daerah dirumuskan ulang',
    },
  ],
  IsuStrategisDicatat: [
    'Renstra-61.71.disnaker.2020',
    { ...olehPerencana, kode: 'ISU-1', uraian: 'Pengangguran usia muda', sasaran: ['S1'], sebelum: null },
  ],
  PermasalahanDicatat: [
    'Renstra-61.71.disnaker.2020',
    {
      ...olehPerencana,
      kode: 'P-1',
      uraian: 'Pelatihan belum sesuai kebutuhan industri',
      isu: 'ISU-1',
      sasaran: ['S1'],
      solusi: 'Pelatihan berbasis kompetensi',
      sebelum: { uraian: 'Pelatihan belum sesuai', isu: null, sasaran: [], solusi: null },
    },
  ],
  IndikatorDilepas: [
    'Renstra-61.71.disnaker.2020',
    { ...olehPerencana, indikator: 'IKU-1', tingkat: 'sasaran', kode: 'S1', alasan: 'Diganti IKU-2' },
  ],
  UnsurRenstraDihapus: [
    'Renstra-61.71.disnaker.2020',
    { ...olehPerencana, unsur: 'indikator', kode: 'IKU-1', alasan: 'Diganti IKU-2' },
  ],
  IndikatorDialihkan: [
    'Renstra-61.71.disnaker.2020',
    {
      ...dariKertas,
      indikator: 'IKU-1',
      ke: { opd: 'distrans', mulai: 2020, kode: 'IKU-3' },
      sejak: 2023,
      alasan: 'SOTK baru, Perwal 8/2022',
      berdasarkan: [{ stream: 'Renstra-61.71.distrans.2020', rev: 12 }, ...berdasarkan],
    },
  ],
  IndikatorDiterima: [
    'Renstra-61.71.distrans.2020',
    {
      ...dariKertas,
      indikator: 'IKU-3',
      dari: { opd: 'disnaker', mulai: 2020, kode: 'IKU-1' },
      sejak: 2023,
      definisi: { ...indikator, kode: 'IKU-3' },
      target: [
        { tahun: 2023, target: '91.00' },
        { tahun: null, target: '92.00' },
      ],
      induk: { tingkat: 'sasaran', kode: 'S1' },
      alasan: 'SOTK baru, Perwal 8/2022',
      berdasarkan: [{ stream: 'Renstra-61.71.disnaker.2020', rev: 40 }, ...berdasarkan],
    },
  ],
  PerubahanRenstraDimulai: [
    'Renstra-61.71.disnaker.2020',
    { ...olehPerencana, versi: 2, alasan: 'Perubahan RPJMD', mulaiBerlaku: 2023 },
  ],
  PerubahanRenstraDibatalkan: [
    'Renstra-61.71.disnaker.2020',
    { ...olehPerencana, versi: 2, alasan: 'RPJMD tidak jadi diubah' },
  ],
  RenstraDibatalkan: [
    'Renstra-61.71.disnaker.2022',
    { ...olehPerencana, alasan: 'Keliru tahun pertamanya; Renstra 2020-2024 masih berlaku' },
  ],
  RenstraDitetapkan: ['Renstra-61.71.disnaker.2020', { ...dariKertas, keputusan: 'Perwal 40/2020' }],
  SimpulDitetapkan: [
    'PohonKinerja-61.71.disnaker.2020',
    {
      ...olehPerencana,
      kode: 'H1.1',
      ...hasil,
      sebelum: { ...hasil, tingkat: 'output', faktorKunci: null },
      berdasarkan: [],
    },
  ],
  SimpulDihapus: [
    'PohonKinerja-61.71.disnaker.2020',
    { ...olehPerencana, kode: 'H1.1', alasan: 'Digabung dengan H1.2', sebelum: hasil },
  ],
  IndikatorSimpulDihubungkan: [
    'PohonKinerja-61.71.disnaker.2020',
    { ...olehPerencana, simpul: 'H1.1', indikator: 'IKU-1', berdasarkan },
  ],
  IndikatorSimpulDilepas: [
    'PohonKinerja-61.71.disnaker.2020',
    { ...olehPerencana, simpul: 'H1.1', indikator: 'IKU-1' },
  ],
  UnsurDitautkan: [
    'PohonKinerja-61.71.disnaker.2020',
    {
      ...olehPerencana,
      simpul: 'H1.1',
      unsur: { tingkat: 'program', kode: '2.07.03' },
      sebelum: { tingkat: 'sasaran', kode: 'S1' },
      berdasarkan,
    },
  ],
  PenanggungJawabSimpulDitetapkan: [
    'PohonKinerja-61.71.disnaker.2020',
    { ...olehPerencana, simpul: 'H1.1', jabatan: kadis.jabatan, sebelum: null, berdasarkan },
  ],
  CrosscuttingDicatat: [
    'PohonKinerja-61.71.disnaker.2020',
    {
      ...olehPerencana,
      simpul: 'H1.1',
      opd: 'dikbud',
      simpulLain: 'H3',
      uraian: 'Lulusan sekolah kejuruan yang siap kerja',
      sebelum: 'Lulusan sekolah kejuruan',
      berdasarkan,
    },
  ],
  CrosscuttingDihapus: [
    'PohonKinerja-61.71.disnaker.2020',
    {
      ...olehPerencana,
      simpul: 'H1.1',
      opd: 'dikbud',
      simpulLain: null,
      sebelum: 'Lulusan sekolah kejuruan',
    },
  ],
  ProgramDitambahkan: [
    'Program-61.71.disnaker.2023',
    {
      ...olehPerencana,
      kode: '2.07.03.2.01',
      nama: 'Pelaksanaan Pelatihan berdasarkan Unit Kompetensi',
      tingkat: 'kegiatan',
      induk: '2.07.03',
      sebelum: null,
      berdasarkan,
    },
  ],
  SasaranDidukung: [
    'Program-61.71.disnaker.2023',
    { ...olehPerencana, program: '2.07.03', sasaran: 'S1', berdasarkan },
  ],
  IndikatorProgramDihubungkan: [
    'Program-61.71.disnaker.2023',
    { ...olehPerencana, kode: '2.07.03', indikator: 'I-2.07.03-1', berdasarkan },
  ],
  TargetRktDicatat: [
    'RencanaKinerja-61.71.disnaker.2023',
    {
      ...olehPerencana,
      jenis: 'murni',
      indikator: 'I-2.07.03-1',
      target: '60.00',
      sebelum: null,
      berdasarkan,
    },
  ],
  RktDitetapkan: [
    'RencanaKinerja-61.71.disnaker.2023',
    { ...olehKadis, jenis: 'perubahan', keputusan: null },
  ],
  UsulanDicatat: [
    'RencanaKinerja-61.71.disnaker.2023',
    {
      ...olehPerencana,
      kode: 'RA-2022-IKU-1-tw4',
      uraian: 'Bursa kerja di setiap kecamatan',
      tahunAsal: 2022,
      sumber: 'rencana-aksi',
      indikator: 'IKU-1',
      sebelum: null,
      berdasarkan,
    },
  ],
  UsulanDiputuskan: [
    'RencanaKinerja-61.71.disnaker.2023',
    {
      ...olehPerencana,
      kode: 'RA-2022-IKU-1-tw4',
      putusan: 'ditunda',
      alasan: 'Anggarannya baru ada tahun depan',
      sebelum: { putusan: 'diterima', alasan: null },
    },
  ],
  IkuDisusun: [
    'Iku-61.71.disnaker',
    {
      ...olehPerencana,
      versi: 2,
      mulaiBerlaku: 2023,
      alasan: 'Menyesuaikan Renstra Perubahan',
      sebelum: null,
      berdasarkan,
    },
  ],
  IkuDipilih: [
    'Iku-61.71.disnaker',
    {
      ...olehPerencana,
      versi: 2,
      indikator: 'IKU-1',
      alasan: 'Menggambarkan tugas utama dinas',
      formula: '(pencari kerja yang ditempatkan / pencari kerja terdaftar) × 100',
      sumberData: null,
      penanggungJawab: 'Bidang Penempatan Tenaga Kerja',
      sebelum: { alasan: null, formula: null, sumberData: null, penanggungJawab: null },
      berdasarkan,
    },
  ],
  IkuDikeluarkan: [
    'Iku-61.71.disnaker',
    { ...olehPerencana, versi: 2, indikator: 'IKU-2', alasan: 'Bukan lagi kewenangan kota' },
  ],
  IkuDitetapkan: [
    'Iku-61.71.disnaker',
    {
      ...olehKadis,
      versi: 2,
      akta: {
        jenis: 'Keputusan Kepala Dinas',
        nomor: '050/12/2023',
        tanggal: '2023-01-16',
        pejabat: kadis.sebutan,
      },
      berdasarkan,
    },
  ],
  PaguDitetapkan: [
    'Anggaran-61.71.disnaker.2023',
    {
      ...olehPerencana,
      jenis: 'perubahan',
      kode: '2.07.03',
      tingkat: 'program',
      nama: 'Program Pelatihan Kerja',
      sumberDana: 'DAU',
      pagu: '516543100',
      sebelum: '500000000',
      berdasarkan,
    },
  ],
  PaguDigeser: [
    'Anggaran-61.71.disnaker.2023',
    {
      ...olehPerencana,
      nomor: 2,
      setelahPerubahan: false,
      kode: '2.07.03.2.01.0001/5.1.02',
      tingkat: 'belanja',
      nama: 'Belanja Barang dan Jasa',
      sumberDana: null,
      pagu: '41000000',
      sebelum: null,
      berdasarkan,
    },
  ],
  DokumenAnggaranDitetapkan: [
    'Anggaran-61.71.disnaker.2023',
    {
      ...dariKertas,
      jenis: 'pergeseran',
      nomor: 2,
      setelahPerubahan: false,
      akta: { ...dpa, nomor: '900/12.2/BKD/2023' },
      sebelum: dpa,
    },
  ],
  NomenklaturDisusun: [
    'Nomenklatur-00.2023',
    {
      ...dariKertas,
      nama: 'Kepmendagri 900.1.15.5-1317 Tahun 2023',
      dasar: { ...dpa, jenis: 'Keputusan Menteri Dalam Negeri', tanggal: '2023-06-23' },
      mulaiBerlaku: '2023-06-23',
      sebelum: { nama: 'Kepmendagri 1317', dasar: dpa, mulaiBerlaku: '2024-01-01' },
    },
  ],
  KodeNomenklaturDicatat: [
    'Nomenklatur-00.2023',
    {
      ...dariKertas,
      kode: '2.07.03.2.01.0001',
      nama: 'Proses Pelaksanaan Pendidikan dan Pelatihan Keterampilan',
      tingkat: 'sub-kegiatan',
      satuan: 'Orang',
      sebelum: { nama: 'Proses Pelaksanaan Pelatihan', satuan: null },
    },
  ],
  NomenklaturDitetapkan: ['Nomenklatur-00.2023', { ...dariKertas, jumlah: 3_612 }],
  PerjanjianKinerjaDiajukan: [
    'PerjanjianKinerja-61.71.pemda.kepala-daerah.2023',
    {
      ...olehPerencana,
      naskah: naskahPemda,
      sidik: sidikDari(naskahPemda),
      pemegang: { pertama: walikota.subjek, kedua: null },
      berdasarkan,
    },
  ],
  PerjanjianKinerjaDikembalikan: [
    'PerjanjianKinerja-61.71.disnaker.kepala.2023',
    { oleh: walikota, cara: 'elektronik', versi: 2, catatan: 'Target IKU-1 belum sesuai RPJMD' },
  ],
  PerjanjianKinerjaDibatalkan: [
    'PerjanjianKinerja-61.71.disnaker.kepala.2023',
    { ...olehKadis, versi: 2, alasan: 'Salah ketik pada target' },
  ],
  PerjanjianKinerjaDitandatangani: [
    'PerjanjianKinerja-61.71.disnaker.kepala.2023',
    { oleh: walikota, cara: 'dicatat', versi: 2, pihak: 2, sidik, berdasarkan },
  ],
  HasilTandaTanganBelumPasti: [
    'PerjanjianKinerja-61.71.disnaker.kepala.2023',
    {
      ...olehKadis,
      versi: 2,
      pihak: 1,
      sidik,
      idPermintaan: '0f6a2f6e-7f0c-4c65-9b3a-0c8f2d6a9e21',
      penyedia: 'bsre-v2',
      berkasDilihat: sidikDari('berkas yang dibaca'),
    },
  ],
  HasilTandaTanganDipastikan: [
    'PerjanjianKinerja-61.71.disnaker.kepala.2023',
    {
      ...olehPerencana,
      versi: 2,
      pihak: 1,
      idPermintaan: '0f6a2f6e-7f0c-4c65-9b3a-0c8f2d6a9e21',
      hasil: 'tidak-ditandatangani',
      alasan: 'Riwayat penyedia tidak memuat permintaan ini',
    },
  ],
  PerjanjianKinerjaBerlaku: ['PerjanjianKinerja-61.71.disnaker.kepala.2023', { versi: 2, sidik }],
  PerjanjianKinerjaDigantikan: ['PerjanjianKinerja-61.71.disnaker.kepala.2023', { versi: 1, olehVersi: 2 }],
  KebutuhanPkPerubahanDicatat: [
    'PerjanjianKinerja-61.71.disnaker.kepala.2023',
    { ...olehKadis, versi: 2, sebab: 'perubahan-strategi', alasan: 'Arah kebijakan berubah', sebelum: null },
  ],
  KebutuhanPkPerubahanDitutup: [
    'PerjanjianKinerja-61.71.disnaker.kepala.2023',
    {
      ...olehKadis,
      versi: 2,
      sebab: 'pergantian-pejabat',
      alasan: 'Pejabat baru menerima target yang ada',
      berdasarkan,
    },
  ],
  TargetTriwulanDicatat: [
    'RencanaAksi-61.71.disnaker.2023',
    {
      ...olehPerencana,
      indikator: 'IKU-1',
      triwulan: 2,
      target: '45.00',
      aksi: 'Bursa kerja',
      sebelum: '40.00',
      berdasarkan,
    },
  ],
  RencanaAksiDitetapkan: ['RencanaAksi-61.71.disnaker.2023', { ...olehKadis, keputusan: null }],
  PerubahanRencanaAksiDimulai: [
    'RencanaAksi-61.71.disnaker.2023',
    {
      ...olehPerencana,
      versi: 2,
      sebab: 'perubahan-apbd',
      alasan: 'Mengikuti PK Perubahan',
      sebelum: { sebab: 'lain', alasan: null },
    },
  ],
  AksiDitandai: [
    'RencanaAksi-61.71.disnaker.2023',
    {
      ...olehPerencana,
      indikator: 'IKU-1',
      triwulan: 2,
      aksi: 'Bursa kerja',
      keadaan: 'dibatalkan',
      catatan: 'Digabung dengan bursa kerja provinsi',
      sebelum: { keadaan: 'selesai', catatan: null },
    },
  ],
  RealisasiDicatat: [
    'Pengukuran-61.71.disnaker.2023.tw4',
    {
      ...olehPerencana,
      ...ukuran,
      indikator: 'IKU-1',
      faktorPendukung: 'Kerja sama dengan 12 perusahaan',
      faktorPenghambat: null,
      tindakLanjut: 'Bursa kerja di setiap kecamatan\nmulai triwulan I',
      sebelum: null,
      berdasarkan,
    },
  ],
  PengukuranDiajukan: ['Pengukuran-61.71.disnaker.2023.tw4', { ...olehPerencana, berdasarkan }],
  PengukuranDikembalikan: [
    'Pengukuran-61.71.disnaker.2023.tw4',
    { ...olehKadis, catatan: 'Lengkapi penyebut IKU-1' },
  ],
  PengukuranDiverifikasi: ['Pengukuran-61.71.disnaker.2023.tw4', { ...olehPerencana }],
  PengukuranDisetujui: ['Pengukuran-61.71.disnaker.2023.tw4', { ...olehKadis }],
  RealisasiDikoreksi: [
    'Pengukuran-61.71.disnaker.2023.tw4',
    {
      ...olehPerencana,
      realisasi: '91.08',
      pembilang: null,
      penyebut: null,
      indikator: 'IKU-1',
      sebelum: ukuran,
      alasan: 'Data BPS terbit setelah pengukuran disetujui',
      berdasarkan,
    },
  ],
  RealisasiAnggaranDicatat: [
    'RealisasiAnggaran-61.71.disnaker.2023',
    { ...olehPerencana, triwulan: 4, kode: '2.07.03', realisasi: '18711800', sebelum: null, berdasarkan },
  ],
  RealisasiAnggaranDikoreksi: [
    'RealisasiAnggaran-61.71.disnaker.2023',
    {
      ...olehPerencana,
      triwulan: 4,
      kode: '2.07.03',
      realisasi: '18711900',
      sebelum: '18711800',
      alasan: 'Pengesahan SPJ terakhir',
      berdasarkan,
    },
  ],
  PembandingDicatat: [
    'Pembanding-61.71.disnaker',
    {
      ...dariKertas,
      indikator: 'IKU-1',
      tingkat: 'nasional',
      wilayah: 'Indonesia',
      tahun: 2022,
      nilai: '94.14',
      sumber: null,
      sebelum: null,
      berdasarkan,
    },
  ],
  BerkasKertasDiarsipkan: [
    'BerkasKertas-61.71.disnaker.2023',
    {
      ...olehKadis,
      berkas: sidik,
      jenis: 'pdf',
      ukuran: 214_009,
      dokumen: 'perjanjian-kinerja',
      bentuk: 'pindaian-basah',
      tanggal: '2023-01-30',
      jabatan: 'kepala',
      keterangan: 'Halaman tanda tangan dan lampiran',
    },
  ],
  BerkasKertasDitarik: [
    'BerkasKertas-61.71.disnaker.2023',
    { ...olehKadis, berkas: sidik, alasan: 'Salah unggah' },
  ],
  DataPribadiDihapus: [
    'Orang-61.71.c2d9a1b4-0a55-4f2e-8a6e-5b1d7e0f2a33',
    {
      ...olehPerencana,
      alasan: 'Masa simpan menurut jadwal retensi arsip sudah berakhir',
      akta: {
        jenis: 'Berita Acara Pemusnahan',
        nomor: '045/12/BA/2034',
        tanggal: '2034-03-01',
        pejabat: 'Sekretaris Daerah Kota Pontianak',
      },
    },
  ],
  RuteDisusun: ['Rute-61.71.lkjip', { ...olehPerencana, versi: 1, langkah: [langkahRute] }],
  RuteDitetapkan: [
    'Rute-61.71.lkjip',
    {
      ...olehPerencana,
      versi: 1,
      akta: {
        jenis: 'Keputusan Sekretaris Daerah',
        nomor: '065/12/2023',
        tanggal: '2023-11-01',
        pejabat: 'Sekretaris Daerah',
      },
    },
  ],
  EdaranDimulai: [
    EDARAN,
    {
      ...olehPerencana,
      nomor: 1,
      dokumen: 'lkjip',
      versiRute: 1,
      langkah: [
        { ...tanpaSiapa, jabatan: ['61.71.disnaker.bidang-1'], eskalasi: '61.71.disnaker.sekretaris' },
      ],
      sidik: null,
      ditandatangani: [],
      berdasarkan,
    },
  ],
  LangkahDikerjakan: [
    EDARAN,
    {
      ...olehPerencana,
      nomor: 1,
      langkah: 'permintaan-data',
      jabatan: '61.71.disnaker.bidang-1',
      nomorSurat: '065/3/2024',
      catatan: 'Data triwulan IV terlampir',
      berkas: sidik,
    },
  ],
  EdaranDikembalikan: [
    EDARAN,
    {
      ...olehKadis,
      nomor: 1,
      dari: 'tanda-tangan',
      ke: 'permintaan-data',
      jabatan: '61.71.disnaker.bidang-1',
      catatan: 'Lengkapi penyebut IKU-1',
    },
  ],
  LangkahDidelegasikan: [
    EDARAN,
    {
      ...olehPerencana,
      nomor: 1,
      langkah: 'permintaan-data',
      jabatan: '61.71.disnaker.bidang-1',
      kepada: '61.71.disnaker.perencana',
      mulai: '2024-01-15',
      selesai: '2024-01-19',
      catatan: null,
    },
  ],
  EdaranDibatalkan: [EDARAN, { ...olehKadis, nomor: 1, alasan: 'Surat permintaan ditarik' }],
  ImporDimulai: ['Impor-61.71.disnaker.2023', { ...dariKertas, sidikBerkas: sidik }],
  ImporSelesai: ['Impor-61.71.disnaker.2023', { ...dariKertas, sidikBerkas: sidik, peristiwa: 214 }],
};
