/**
 * The closed list of reasons for which Amanah says no. A code is stable: clients branch on it.
 * The Indonesian sentence of each stands in infra/kalimat-penolakan.ts; the compiler refuses a code without one.
 */
export const KODE = [
  // shape of the input
  'MASUKAN_TIDAK_SAH', // wrong type, unknown field, missing field
  'DESIMAL_TIDAK_SAH',
  'RUPIAH_TIDAK_SAH',
  'TANGGAL_TIDAK_SAH',
  'WAKTU_TIDAK_SAH', // an instant without a zone, or none at all
  'TRIWULAN_TIDAK_SAH',
  'TAHUN_TIDAK_SAH',
  'KODE_TIDAK_SAH',
  'NILAI_TIDAK_SAH', // not a legal target or realisasi for this polarity
  'TEKS_TIDAK_SAH', // empty, or with a lone surrogate, NUL, bidi control
  'TEKS_TERLALU_PANJANG',
  'TEKS_MEMUAT_DATA_PRIBADI',
  // persons
  'NIP_TIDAK_SAH',
  'NIK_TIDAK_SAH',
  'SUREL_TIDAK_SAH',
  'DATA_ORANG_DIPAKAI', // another person of the pemda has this NIP, NIK or e-mail
  'ORANG_SUDAH_ADA',
  'DATA_PRIBADI_SUDAH_DIHAPUS', // what was erased is not written again
  // who
  'TANPA_TOKEN',
  'ASAL_DITOLAK', // a foreign Host or Origin
  'MASUK_DITOLAK', // one answer for every reason, so that it tells nothing
  'BUKTI_ULANG_DIPERLUKAN', // password (and code) within the last five minutes, in a session
  'JABATAN_BELUM_DIPILIH',
  'TANPA_JABATAN', // a session that has nothing to choose
  'SANDI_TIDAK_MEMENUHI',
  'KODE_TIDAK_COCOK', // of the second factor
  'NAMA_PENGGUNA_TIDAK_SAH',
  'NAMA_PENGGUNA_DIPAKAI',
  'TAUTAN_TIDAK_BERLAKU',
  'OIDC_DITOLAK', // what a provider said, or did not say, of a person
  'OIDC_TIDAK_TERSEDIA',
  'TERLALU_SERING',
  'TIDAK_BERWENANG',
  'TIDAK_DITEMUKAN',
  'ORANG_SAMA',
  // log and commands
  'KONFLIK_REVISI',
  'PERINTAH_BERBEDA',
  'HASIL_BELUM_PASTI',
  'COBA_LAGI',
  'PENYIMPANAN_TIDAK_TERSEDIA', // the command line: no log, locked, or damaged
  'LOG_MUNDUR', // shorter than, or other than, what this folder has served
  'LOG_AKAN_HILANG', // a restore would put less in its place
  'CADANGAN_RUSAK',
  'CADANGAN_SUDAH_ADA',
  'BELUM_TERLIHAT',
  'JENIS_PERISTIWA_TIDAK_DIKENAL',
  'KEADAAN_TIDAK_SESUAI',
  'TAMPILAN_BERHENTI',
  'IMPOR_BELUM_SELESAI',
  // pemda, periode, OPD, jabatan
  'PEMDA_BELUM_TERDAFTAR',
  'OPD_BELUM_TERDAFTAR',
  'OPD_TIDAK_DIKENAL', // named as predecessor or successor
  'OPD_SUDAH_DIBUBARKAN',
  'SOTK_BELUM_DISUSUN',
  'SOTK_SUDAH_DITETAPKAN',
  'SOTK_BELUM_BERLAKU', // the OPD takes over nothing before it is organised
  'UNIT_TIDAK_DIKENAL',
  'UNIT_BERPUTAR',
  'UNIT_PUNYA_BAWAHAN',
  'KEPEGAWAIAN_TIDAK_SAH',
  'DASAR_HUKUM_TIDAK_DIKENAL',
  'DASAR_HUKUM_TIDAK_DAPAT_DICABUT',
  'KODE_DICADANGKAN',
  'SKALA_TIDAK_SAH',
  'KALENDER_TIDAK_SAH',
  'PERIODE_DITUTUP',
  'JABATAN_BELUM_ADA',
  'ATASAN_TIDAK_DIKENAL',
  'JABATAN_BERPUTAR', // an office above its own superior
  'JABATAN_DITUTUP',
  'JABATAN_MASIH_DIPEGANG',
  'ESELON_TIDAK_SAH',
  'JABATAN_TANPA_PEJABAT',
  'ATASAN_BELUM_ADA',
  'PEJABAT_TUMPANG_TINDIH',
  'PEJABAT_BERGANTI',
  // planning
  'SUDAH_ADA_BERBEDA', // the same kode with another value
  'INDIKATOR_TIDAK_DIKENAL',
  'SASARAN_TIDAK_DIKENAL',
  'TUJUAN_TIDAK_DIKENAL',
  'PROGRAM_TIDAK_DIKENAL',
  'ANGGARAN_TIDAK_DIKENAL',
  'RENSTRA_BELUM_ADA',
  'RENSTRA_SUDAH_DITETAPKAN',
  'MASA_TIDAK_SAH', // of a plan: ends before it begins, too short or too long
  'TAHUN_DI_LUAR_RENSTRA',
  'TAHUN_SEBELUM_PERUBAHAN', // an earlier version holds that year
  'TAHUN_SUDAH_TERUKUR', // its measurement is approved, so what it promised stays
  'PERUBAHAN_SEDANG_DISUSUN',
  'PERUBAHAN_BELUM_DIMULAI',
  'JENIS_RENCANA_TIDAK_SESUAI', // RPJMD and RPD are the pemda's, Renstra an OPD's
  'UNSUR_TIDAK_DIKENAL', // a part of a plan: misi, isu strategis, …
  'MASIH_DIPAKAI', // cannot go while something rests on it
  'INDIKATOR_SUDAH_ADA', // a move to another OPD would take a code that its Renstra uses
  'INDIKATOR_SUDAH_DIALIHKAN',
  'INDIKATOR_MILIK_OPD_LAIN', // in that year
  'INDIKATOR_DALAM_PK',
  'SIMPUL_TIDAK_DIKENAL', // a result of the pohon kinerja
  'SIMPUL_BERCABANG',
  'POHON_MELINGKAR',
  'TINGKAT_DI_ATAS_INDUK',
  'MURNI_BELUM_DITETAPKAN',
  'MURNI_SUDAH_DITETAPKAN',
  'PAGU_BELUM_ADA',
  'IKU_BELUM_DISUSUN', // no version is being drafted
  'IKU_BUKAN_STRATEGIS', // the indicator is below sasaran
  'USULAN_TIDAK_DIKENAL',
  'AKSI_TIDAK_DIKENAL',
  'PERGESERAN_TIDAK_URUT',
  'TAHAP_ANGGARAN_DITUTUP',
  'TAHAP_TANPA_PAGU',
  'BERKAS_NOMENKLATUR_TIDAK_SAH',
  'NOMENKLATUR_BELUM_DISUSUN',
  'NOMENKLATUR_SUDAH_DITETAPKAN',
  'NOMENKLATUR_KOSONG',
  'KODE_NOMENKLATUR_TIDAK_SAH',
  'INDUK_NOMENKLATUR_TIDAK_DIKENAL',
  // perjanjian kinerja
  'PK_SUDAH_ADA',
  'PK_TANPA_TARGET',
  'PK_TARGET_GANDA',
  'PK_BUKAN_PENGAJU',
  'PK_BUKAN_PENANDATANGAN',
  'PK_BELUM_DIAJUKAN',
  'PK_SUDAH_BERLAKU',
  'PK_NASKAH_BERBEDA',
  'PK_MENUNGGU_PIHAK_PERTAMA',
  'PK_MURNI_BELUM_BERLAKU',
  'PK_SEBAB_WAJIB',
  'PK_PIHAK_TIDAK_SESUAI', // one party only, or two where the kepala daerah promises alone
  'PK_TARGET_ATASAN_TIDAK_DIKENAL', // serves a target that the PK of the office above does not have
  'PK_INDIKATOR_DALAM_RENSTRA', // asked for as outside the Renstra
  // tanda tangan elektronik
  'TTE_BERKAS_WAJIB', // the other party signed in the file
  'TTE_TANPA_BERKAS', // the other party signed without a file, or the text has none
  'TTE_PASTI', // nothing is unknown of that attempt
  'TTE_BELUM_TERDAFTAR',
  'TTE_KEDALUWARSA',
  'TTE_DITOLAK', // by the provider, with its own code
  'TTE_TIDAK_TERSEDIA',
  'TTE_TIDAK_DIPASANG', // there is no provider in this installation
  'TTE_BELUM_PASTI',
  'TTE_HASIL_TIDAK_SAH',
  'FRASA_TIDAK_SAH', // too short, too long, easily guessed, or repeated otherwise
  'FRASA_SALAH',
  'KUNCI_TTE_BELUM_ADA',
  'KUNCI_TTE_SUDAH_ADA',
  'KUNCI_TTE_TERKUNCI',
  // pengukuran
  'PENGUKURAN_TERKUNCI',
  'PENGUKURAN_KOSONG',
  'PENGUKURAN_BELUM_DIAJUKAN',
  'PENGUKURAN_BELUM_DIVERIFIKASI',
  'PENGUKURAN_BELUM_DISETUJUI',
  'REALISASI_BELUM_ADA',
  'REALISASI_TIDAK_DIBERI',
  'PENYEBUT_NOL',
  'ALASAN_WAJIB',
  'BUKAN_PENANGGUNG_JAWAB',
  // approval routes
  'RUTE_TIDAK_SAH',
  'RUTE_BELUM_DISUSUN',
  'EDARAN_BELUM_DIMULAI',
  'EDARAN_SEDANG_BERJALAN',
  'EDARAN_NASKAH_BERGANTI', // another text waits for signatures than the one that goes around
  'EDARAN_BIDANG_WAJIB',
  'LANGKAH_TIDAK_DIKENAL',
  'LANGKAH_BELUM_GILIRAN',
  'LANGKAH_BUKAN_SEBELUMNYA',
  'LANGKAH_SUDAH_DIKERJAKAN',
  'LANGKAH_TIDAK_LENGKAP', // its kind needs a number, a note or a file
  'LANGKAH_DI_DOKUMEN', // a signature, which the document itself records
  'LANGKAH_TIDAK_DIDELEGASIKAN',
  'DELEGASI_TIDAK_BERLAKU', // outside its days, or given by somebody who left the office
  'BERKAS_TIDAK_DIARSIPKAN',
  // impor
  'BERKAS_TIDAK_TERBACA',
  'PAKET_GANDA', // the same kode twice in one file
  'BERKAS_BUKAN_LEMBAR_KERJA', // by its bytes neither XLSX nor CSV
  'BERKAS_TIDAK_AMAN', // a ZIP or XML that does what no spreadsheet needs
  'BERKAS_TERLALU_BESAR',
  'TEMPLAT_TIDAK_DIKENAL', // another kind or version of template, or a sheet or column that it does not have
  'TEMPLAT_TIDAK_COCOK', // made for another OPD or year
  'SEL_TIDAK_SAH', // a cell that does not hold what its column asks for
  'SEL_RUMUS',
  'BERKAS_KERTAS_TIDAK_SAH', // by its bytes neither PDF, JPEG nor PNG, or one that does more than show pages
  'BERKAS_KERTAS_TIDAK_SESUAI', // the scan of another document, or of another date
  'IMPOR_PENUH', // as many files as one process takes are being imported
  // PDF
  'PENCETAK_TIDAK_TERSEDIA', // no typesetter for this operating system
  'ARSIP_TIDAK_LENGKAP', // the log names a file that the archive does not have
  'HURUF_TIDAK_TERCETAK', // a character that the font of the paper does not have
  // limits of the API
  'KUERI_TERLALU_BERAT',
  'TERLALU_BANYAK',
  'WAKTU_HABIS', // no answer within the time of one request
  'KURSOR_TIDAK_SAH',
  'GALAT_DALAM', // masked: something of ours went wrong
] as const;

export type Kode = (typeof KODE)[number];

/** A rule that said no. Thrown by deciders and value objects, answered at the edge with its code. */
export class Penolakan extends Error {
  constructor(
    readonly kode: Kode,
    readonly rincian: Readonly<Record<string, unknown>> = {},
  ) {
    super(kode);
    this.name = 'Penolakan';
  }
}

/** Refuses: an expression of type never, so that it stands in `??` and after `if`. */
export const tolak = (kode: Kode, rincian?: Readonly<Record<string, unknown>>): never => {
  throw new Penolakan(kode, rincian);
};
