import type { DokumenBerrute, Langkah, Siapa } from './jalur.js';

// A working day of 37.5 hours in 5 days, as the norms of B15 mean it ("1 day").
const SEHARI = 450;
const JAM = 60;

const jabatan = (kode: string, sebutan: string, opd: string | null = null): Siapa => ({
  cara: 'jabatan',
  opd,
  jabatan: kode,
  sebutan,
});
const PEMILIK: Siapa = { cara: 'pemilik' };
const ATASAN: Siapa = { cara: 'atasan' };
const UMUM = jabatan('umum', 'Subbagian Umum dan Kepegawaian');
const PERENCANA = jabatan('perencana', 'Kepala Subbagian Perencanaan');
const JFU = jabatan('jfu-perencanaan', 'JFU Perencanaan');
const SEKRETARIS = jabatan('sekretaris', 'Sekretaris');
const HUKUM = jabatan('bagian-hukum', 'Bagian Hukum', 'pemda');
const ASISTEN = jabatan('asisten', 'Asisten', 'pemda');
const SEKDA = jabatan('sekda', 'Sekretaris Daerah', 'pemda');

type Pendek = Pick<Langkah, 'kode' | 'jenis' | 'uraian' | 'oleh' | 'norma'> &
  Partial<Pick<Langkah, 'perlu' | 'hasil' | 'eskalasi'>>;

const berurutan = (...langkah: readonly Pendek[]): readonly Langkah[] =>
  langkah.map((l, i) => ({ perlu: null, hasil: null, eskalasi: null, ...l, tahap: i + 1 }));

/** The nine steps of a real SOP for the LAKIP. */
const LKJIP = berurutan(
  {
    kode: 'registrasi',
    jenis: 'registrasi',
    uraian: 'Mencatat surat permintaan laporan',
    oleh: UMUM,
    perlu: 'Surat permintaan',
    hasil: 'Surat bernomor agenda',
    norma: 5,
    eskalasi: SEKRETARIS,
  },
  {
    kode: 'disposisi',
    jenis: 'disposisi',
    uraian: 'Mendisposisi surat kepada Sekretaris',
    oleh: PEMILIK,
    perlu: 'Surat bernomor agenda',
    hasil: 'Disposisi',
    norma: 10,
  },
  {
    kode: 'perintah-susun',
    jenis: 'disposisi',
    uraian: 'Menugaskan Kasubbag Perencanaan menyusun laporan',
    oleh: SEKRETARIS,
    perlu: 'Disposisi',
    hasil: 'Penugasan',
    norma: 15,
    eskalasi: PEMILIK,
  },
  {
    kode: 'permintaan-data',
    jenis: 'permintaan-data',
    uraian: 'Menjawab surat permintaan data kinerja',
    oleh: { cara: 'setiap-bidang' },
    perlu: 'Surat permintaan data kepada setiap Bidang',
    hasil: 'Data kinerja Bidang',
    norma: JAM,
    eskalasi: SEKRETARIS,
  },
  {
    kode: 'kompilasi',
    jenis: 'kompilasi',
    uraian: 'Merekap data dan menyusun konsep laporan',
    oleh: JFU,
    perlu: 'Data kinerja setiap Bidang',
    hasil: 'Konsep laporan',
    norma: SEHARI,
    eskalasi: PERENCANA,
  },
  {
    kode: 'verifikasi',
    jenis: 'verifikasi',
    uraian: 'Memeriksa dan memaraf konsep laporan',
    oleh: PERENCANA,
    perlu: 'Konsep laporan',
    hasil: 'Konsep laporan yang diperiksa',
    norma: 15,
    eskalasi: SEKRETARIS,
  },
  {
    kode: 'paraf',
    jenis: 'paraf',
    uraian: 'Memaraf konsep laporan',
    oleh: SEKRETARIS,
    perlu: 'Konsep laporan yang diperiksa',
    hasil: 'Konsep laporan yang diparaf',
    norma: 10,
    eskalasi: PEMILIK,
  },
  {
    kode: 'tanda-tangan',
    jenis: 'tanda-tangan',
    uraian: 'Menandatangani laporan',
    oleh: PEMILIK,
    perlu: 'Konsep laporan yang diparaf',
    hasil: 'Laporan yang ditandatangani',
    norma: 10,
  },
  {
    kode: 'kirim',
    jenis: 'kirim',
    uraian: 'Mengirim laporan kepada peminta dan mengarsipkannya',
    oleh: UMUM,
    perlu: 'Laporan yang ditandatangani',
    hasil: 'Surat pengantar, arsip',
    norma: 10,
    eskalasi: SEKRETARIS,
  },
);

const ttd = (kode: string, uraian: string, oleh: Siapa): Pendek => ({
  kode,
  jenis: 'tanda-tangan',
  uraian,
  oleh,
  perlu: 'Naskah yang diajukan',
  hasil: 'Tanda tangan',
  norma: SEHARI,
});
const PIHAK_PERTAMA = ttd('pihak-pertama', 'Membaca dan menandatangani sebagai Pihak Pertama', PEMILIK);
const PIHAK_KEDUA = ttd('pihak-kedua', 'Membaca dan menandatangani sebagai Pihak Kedua', ATASAN);
const paraf = (kode: string, oleh: Siapa, eskalasi: Siapa): Pendek => ({
  kode,
  jenis: 'paraf',
  uraian: 'Memaraf koordinasi di sisi Pihak Kedua',
  oleh,
  perlu: 'Naskah yang ditandatangani Pihak Pertama',
  hasil: 'Paraf koordinasi',
  norma: SEHARI,
  eskalasi,
});

/** Where the pemda wants its secretariat to have read a PK before the Pihak Kedua signs it. */
export const PK_DENGAN_PARAF_KOORDINASI = berurutan(
  PIHAK_PERTAMA,
  paraf('paraf-hukum', HUKUM, ASISTEN),
  paraf('paraf-asisten', ASISTEN, SEKDA),
  paraf('paraf-sekda', SEKDA, ATASAN),
  PIHAK_KEDUA,
);

const RENCANA = berurutan(
  {
    kode: 'kompilasi',
    jenis: 'kompilasi',
    uraian: 'Menyusun konsep',
    oleh: JFU,
    hasil: 'Konsep',
    norma: SEHARI,
    eskalasi: PERENCANA,
  },
  {
    kode: 'verifikasi',
    jenis: 'verifikasi',
    uraian: 'Memeriksa konsep',
    oleh: PERENCANA,
    perlu: 'Konsep',
    hasil: 'Konsep yang diperiksa',
    norma: JAM,
    eskalasi: SEKRETARIS,
  },
  {
    kode: 'paraf',
    jenis: 'paraf',
    uraian: 'Memaraf konsep',
    oleh: SEKRETARIS,
    perlu: 'Konsep yang diperiksa',
    norma: JAM,
    eskalasi: PEMILIK,
  },
  {
    kode: 'tanda-tangan',
    jenis: 'tanda-tangan',
    uraian: 'Menandatangani',
    oleh: PEMILIK,
    perlu: 'Konsep yang diparaf',
    hasil: 'Dokumen yang ditandatangani',
    norma: JAM,
  },
);

/** By which route a document goes where its pemda has not set one. */
export const RUTE_BAWAAN: Readonly<Record<DokumenBerrute, readonly Langkah[]>> = {
  'perjanjian-kinerja': berurutan(PIHAK_PERTAMA, PIHAK_KEDUA),
  'rencana-aksi': RENCANA,
  renstra: RENCANA,
  rkt: RENCANA,
  lkjip: LKJIP,
};
