import type { Kode, Penolakan } from '../kernel/penolakan.js';
import { cetakTanggal } from '../kernel/tanggal.js';

type Kalimat = string | ((r: Readonly<Record<string, unknown>>) => string);

const SEBAB_OIDC: Readonly<Record<string, string>> = {
  permintaan:
    'Permintaan masuk ini tidak dikenal, sudah dipakai, atau lewat sepuluh menit. Mulai lagi dari halaman masuk.',
  penyedia: 'Penyedia identitas menolak permintaan ini. Mulai lagi dari halaman masuk.',
  'belum tertaut': 'Anda dikenal penyedia, tetapi belum tertaut dengan akun di sini. Hubungi pengelola.',
  'tertaut lain': 'Akun ini, atau Anda di penyedia itu, sudah tertaut dengan yang lain. Hubungi pengelola.',
  nonaktif: 'Akun Anda tidak aktif. Hubungi pengelola.',
  'orang lain': 'Yang masuk di penyedia bukan pemilik sesi ini.',
  bukti: 'Penyedia tidak menyatakan bahwa Anda baru saja membuktikan diri lagi. Coba sekali lagi.',
  kode: 'Akun ini memakai kode, dan penyedia tidak menyatakan faktor kedua. Masuk dengan kata sandi dan kode.',
  bersandi: 'Akun ini bersandi: buktikan dengan kata sandi (dan kode, bila akun memakainya).',
  'tanpa sandi': 'Kode dipasang pada akun yang bersandi. Minta tautan kata sandi kepada pengelola.',
};
const SEBAB_SANDI: Readonly<Record<string, string>> = {
  'terlalu pendek': 'Pakai paling sedikit 12 karakter, misalnya empat kata yang tidak berhubungan.',
  'terlalu panjang': 'Paling panjang 1.024 bita.',
  'mudah ditebak': 'Sandi seperti ini dicoba lebih dahulu oleh penebak. Pilih kata yang tidak berhubungan.',
  'memuat nama pengguna': 'Jangan memuat nama pengguna.',
  karakter: 'Ia memuat karakter yang tidak boleh dipakai.',
};

const SEBAB_FRASA: Readonly<Record<string, string>> = {
  'ulangan berbeda': 'Frasa sandi dan ulangannya berbeda. Ketik keduanya lagi.',
  'mudah ditebak':
    'Frasa sandi seperti ini dicoba lebih dahulu oleh penebak. Pilih kata-kata yang tidak berhubungan.',
};

/** The sentence that a person reads for each code: what is wrong and what to do. One table for GraphQL and the command line. */
export const KALIMAT: Readonly<Record<Kode, Kalimat>> = {
  MASUKAN_TIDAK_SAH: (r) => {
    const isian = r.jalur === undefined ? '' : ` ${teks(r.jalur)}`;
    const pilihan = Array.isArray(r.pilihan) ? ` Pilihannya: ${r.pilihan.join(', ')}.` : '';
    return r.salah === undefined
      ? `Masukan tidak sesuai bentuk yang diminta. Periksa nama dan jenis isian${isian}.${pilihan}`
      : `Masukan tidak sesuai bentuk yang diminta${isian && ` pada${isian}`}: ${teks(r.salah)}.`;
  },
  DESIMAL_TIDAK_SAH:
    'Angka desimal harus berupa teks dengan titik, misalnya "91.50", paling banyak 15 digit dan 6 desimal.',
  RUPIAH_TIDAK_SAH: 'Rupiah harus berupa bilangan bulat tanpa tanda dan pemisah, misalnya "516543100".',
  TANGGAL_TIDAK_SAH: (r) =>
    r.hariIni === undefined
      ? 'Tanggal harus berbentuk TTTT-BB-HH dan benar-benar ada.'
      : `Tanggal ${cetakTanggal(teks(r.tanggal))} sesudah hari ini (${cetakTanggal(teks(r.hariIni))}). Isi tanggal yang tercetak pada dokumen.`,
  WAKTU_TIDAK_SAH: 'Waktu harus berbentuk ISO 8601 dengan zona, misalnya "2023-04-05T09:30:00+07:00".',
  TRIWULAN_TIDAK_SAH: 'Triwulan harus 1, 2, 3, atau 4.',
  TAHUN_TIDAK_SAH: 'Tahun harus bilangan bulat antara 2000 dan 2100.',
  KODE_TIDAK_SAH:
    'Kode tidak sah. Kode pemda seperti 61.71; kode lain 2 sampai 40 huruf kecil, angka, atau tanda hubung.',
  NILAI_TIDAK_SAH:
    'Nilai tidak sah untuk indikator ini. Angka ditulis dengan titik (91.50), rentang dengan dua titik (20.00..25.00), predikat persis seperti daftarnya.',
  TEKS_TIDAK_SAH: (r) =>
    r.sebab === 'kosong'
      ? 'Teks ini kosong, padahal wajib diisi.'
      : 'Teks memuat karakter yang tidak boleh dipakai.',
  TEKS_TERLALU_PANJANG: 'Teks terlalu panjang.',
  TEKS_MEMUAT_DATA_PRIBADI: (r) =>
    r.sebab === 'nama'
      ? 'Teks memuat nama seorang pejabat. Sebutkan jabatannya, bukan namanya.'
      : 'Teks memuat data pribadi (NIP, NIK, atau alamat surel). Hapus dahulu data itu.',
  NIP_TIDAK_SAH: (r) => `NIP tidak sah${sebab(r)}. Salin dari surat keputusan pengangkatannya.`,
  NIK_TIDAK_SAH: 'NIK tidak sah: harus 16 angka dengan kode wilayah dan tanggal lahir yang mungkin.',
  SUREL_TIDAK_SAH: 'Alamat surel tidak sah, misalnya nama@kota.go.id.',
  DATA_ORANG_DIPAKAI: (r) =>
    `${r.isian === 'surel' ? 'Alamat surel' : String(r.isian).toUpperCase()} ini sudah tercatat pada orang lain di pemda ini.`,
  ORANG_SUDAH_ADA: 'Orang ini sudah tercatat. Pakai koreksiOrang untuk mengubah datanya.',
  DATA_PRIBADI_SUDAH_DIHAPUS: 'Data pribadi orang ini sudah dihapus dan tidak dapat dicatat lagi.',
  TANPA_TOKEN: 'Permintaan ini tidak membawa token atau sesi yang dikenal. Masuk lagi.',
  ASAL_DITOLAK: 'Permintaan dari alamat atau halaman ini tidak diterima.',
  MASUK_DITOLAK:
    'Nama pengguna, kata sandi, atau kode tidak cocok, atau akun sedang terkunci. Setelah lima kali salah akun terkunci 15 menit.',
  BUKTI_ULANG_DIPERLUKAN: (r) =>
    r.sebab === 'bukan sesi'
      ? 'Tindakan ini hanya dapat dilakukan orang yang masuk dengan kata sandi, bukan dengan token.'
      : 'Masukkan lagi kata sandi Anda (dan kode, bila akun memakainya) untuk tindakan ini.',
  JABATAN_BELUM_DIPILIH: 'Pilih dahulu jabatan yang Anda jalankan.',
  TANPA_JABATAN: 'Akun ini hari ini tidak memegang jabatan atau tugas apa pun. Hubungi pengelola.',
  SANDI_TIDAK_MEMENUHI: (r) => `Kata sandi tidak dapat dipakai. ${SEBAB_SANDI[String(r.sebab)] ?? ''}`.trim(),
  KODE_TIDAK_COCOK: 'Kode tidak cocok. Periksa jam perangkat Anda, lalu masukkan kode yang sedang tampil.',
  NAMA_PENGGUNA_TIDAK_SAH:
    'Nama pengguna harus 3 sampai 40 huruf kecil, angka, titik, garis bawah, atau tanda hubung, tanpa NIP atau NIK.',
  NAMA_PENGGUNA_DIPAKAI: 'Nama pengguna ini sudah dipakai. Pilih yang lain.',
  TAUTAN_TIDAK_BERLAKU:
    'Tautan ini sudah dipakai, sudah lewat 24 jam, atau tidak dikenal. Minta tautan baru kepada pengelola.',
  OIDC_DITOLAK: (r) =>
    SEBAB_OIDC[String(r.sebab)] ?? 'Jawaban penyedia tidak dapat diterima. Mulai lagi dari halaman masuk.',
  OIDC_TIDAK_TERSEDIA: (r) =>
    r.sebab === 'tidak dipakai'
      ? 'Di sini orang masuk dengan nama pengguna dan kata sandi.'
      : 'Penyedia identitas tidak menjawab. Coba lagi sebentar, atau masuk dengan kata sandi bila akun Anda memilikinya.',
  TERLALU_SERING: (r) => `Terlalu banyak percobaan. Coba lagi setelah ${teks(r.detik)} detik.`,
  TIDAK_BERWENANG: (r) =>
    typeof r.alasan === 'string'
      ? `Jabatan Anda tidak berwenang melakukan tindakan ini: ${r.alasan}.`
      : 'Jabatan Anda tidak berwenang melakukan tindakan ini.',
  TIDAK_DITEMUKAN: 'Yang dicari tidak ditemukan.',
  ORANG_SAMA: 'Satu orang tidak boleh mengerjakan kedua langkah ini.',
  KONFLIK_REVISI: (r) =>
    r.sebab === 'naskah' || r.sebab === 'berkas'
      ? 'Yang Anda baca bukan lagi yang menunggu tanda tangan. Baca yang sekarang, lalu tanda tangani itu.'
      : r.revisi === -1
        ? 'Bagian ini belum pernah diisi, jadi bukan yang Anda lihat. Muat ulang lalu periksa isinya.'
        : `Dokumen sudah berubah sejak halaman ini dibuka (kini revisi ${String(r.revisi)}). Muat ulang lalu periksa perubahannya.`,
  PERINTAH_BERBEDA: 'idPerintah ini sudah dipakai untuk masukan lain. Gunakan idPerintah baru.',
  HASIL_BELUM_PASTI: 'Hasil penyimpanan belum pasti. Kirim lagi dengan idPerintah yang sama.',
  COBA_LAGI:
    'Sistem belum dapat menyimpan atau membaca. Coba lagi sebentar; perintah dengan idPerintah yang sama.',
  PENYIMPANAN_TIDAK_TERSEDIA: 'Penyimpanan tidak tersedia atau rusak.',
  LOG_MUNDUR: 'Log di folder data tidak memuat semua yang pernah dilayaninya.',
  LOG_AKAN_HILANG: (r) =>
    `Folder ini memegang ${teks(r.semula)}, yang tidak seluruhnya ada di cadangan (${teks(r.cadangan)}). Bila cadangan itu tetap harus dipasang, sebutkan alasannya: --ganti "ALASAN". Log yang sekarang disimpan di sampingnya, tidak dihapus.`,
  CADANGAN_RUSAK: (r) => `Cadangan tidak dapat dipakai: ${teks(r.sebab)}.`,
  CADANGAN_SUDAH_ADA: (r) =>
    `${teks(r.folder)} sudah berisi sesuatu, dan cadangan tidak pernah ditimpa. Sebutkan folder lain.`,
  BELUM_TERLIHAT: 'Perubahan terakhir belum terlihat pada tampilan ini. Coba lagi sebentar.',
  JENIS_PERISTIWA_TIDAK_DIKENAL:
    'Log memuat jenis peristiwa yang belum dikenal versi aplikasi ini. Perbarui aplikasi.',
  KEADAAN_TIDAK_SESUAI: 'Tindakan ini tidak sesuai dengan keadaan dokumen sekarang.',
  TAMPILAN_BERHENTI:
    'Tampilan ini berhenti karena satu peristiwa tidak dapat diolah. Hubungi pengelola sistem.',
  IMPOR_BELUM_SELESAI:
    'Impor tahun ini belum selesai, jadi belum ditampilkan dan belum dapat diubah. Bila terputus, jalankan impor berkas yang sama lagi.',
  PEMDA_BELUM_TERDAFTAR: 'Pemerintah daerah ini belum terdaftar.',
  OPD_BELUM_TERDAFTAR: 'Perangkat daerah ini belum terdaftar.',
  OPD_TIDAK_DIKENAL: (r) =>
    `Kode ${teks(r.opd)} tidak dapat disebut di sini: belum terdaftar di pemda ini, atau perangkat daerah ini sendiri. Daftarkan dahulu, atau betulkan kodenya.`,
  OPD_SUDAH_DIBUBARKAN: (r) =>
    `Perangkat daerah ini dibubarkan terhitung ${cetakTanggal(teks(r.tanggal))}, jadi tahun ${teks(r.tahun)} tidak direncanakan lagi. Gunakan perangkat daerah penggantinya.`,
  SOTK_BELUM_DISUSUN: (r) => `SOTK versi ${teks(r.versi)} belum ada. Susun dahulu.`,
  SOTK_SUDAH_DITETAPKAN: (r) =>
    `SOTK versi ${teks(r.versi)}, berlaku mulai ${cetakTanggal(teks(r.mulai))}, sudah ditetapkan dan tidak diubah lagi. Susun versi baru dengan tanggal mulai lain.`,
  SOTK_BELUM_BERLAKU: (r) =>
    `Sampai akhir tahun ${teks(r.tahun)} perangkat daerah penerima belum punya SOTK yang berlaku. Tetapkan SOTK-nya dahulu, atau alihkan mulai tahun yang benar.`,
  UNIT_TIDAK_DIKENAL: (r) =>
    `Unit ${teks(r.unit)} tidak ada di SOTK. Periksa kodenya, atau tetapkan unit itu dahulu.`,
  UNIT_BERPUTAR: (r) => `Unit ${teks(r.unit)} akan menjadi bawahan dirinya sendiri. Pilih induk lain.`,
  UNIT_PUNYA_BAWAHAN: (r) =>
    `Unit ${teks(r.unit)} masih mempunyai unit bawahan. Pindahkan atau hapus bawahannya dahulu.`,
  KEPEGAWAIAN_TIDAK_SAH:
    'Tabel kepegawaian harus memuat 1 sampai 60 kelompok, masing-masing sekali, dengan jumlah bilangan bulat tidak negatif.',
  DASAR_HUKUM_TIDAK_DIKENAL: (r) =>
    `Dasar hukum ${teks(r.kode)} belum tercatat. Catat dahulu, atau betulkan kodenya.`,
  DASAR_HUKUM_TIDAK_DAPAT_DICABUT: (r) =>
    `Dasar hukum ${teks(r.kode)} berlaku mulai ${cetakTanggal(teks(r.mulaiBerlaku))}; ia dicabut sesudah tanggal itu, dan bukan oleh dirinya sendiri.`,
  KODE_DICADANGKAN: 'Kode ini dipakai sistem. Pilih kode lain.',
  SKALA_TIDAK_SAH:
    'Skala harus memiliki kelas dari yang terbaik ke yang terendah, batas bawah menurun, dan kelas terakhir tanpa batas.',
  KALENDER_TIDAK_SAH:
    'Kalender harus memuat hari kerja 1 sampai 7, jam mulai sebelum jam selesai, dan hari libur di tahun itu, masing-masing sekali.',
  PERIODE_DITUTUP: (r) =>
    r.dokumen === undefined
      ? 'Periode pengisian triwulan ini belum dibuka atau sudah ditutup.'
      : `Pengisian ${teks(r.dokumen)} tahun ${teks(r.tahun)} ditutup oleh ${teks(r.oleh)} sejak ${cetakTanggal(teks(r.sejak))}. Minta pengelola pemda membukanya lagi.`,
  JABATAN_BELUM_ADA: (r) =>
    `Jabatan ${typeof r.jabatan === 'string' ? r.jabatan : 'ini'} belum dibentuk. Bentuk dahulu jabatannya.`,
  ATASAN_TIDAK_DIKENAL: (r) =>
    `Jabatan atasan ${teks(r.atasan)} belum dibentuk atau sudah ditutup. Bentuk dahulu jabatan atasannya.`,
  JABATAN_BERPUTAR: (r) =>
    `Jabatan ini berada di atas ${teks(r.atasan)}, jadi tidak dapat menjadi bawahannya. Pilih atasan lain.`,
  JABATAN_DITUTUP: (r) =>
    `Jabatan ini ditutup terhitung ${cetakTanggal(teks(r.ditutup))}; masa pejabatnya harus berakhir sebelum tanggal itu.`,
  JABATAN_MASIH_DIPEGANG: (r) =>
    `Jabatan ini masih dipegang pada ${cetakTanggal(teks(r.tanggal))} atau sesudahnya. Catat dahulu hari terakhir pejabatnya.`,
  ESELON_TIDAK_SAH: 'Eselon ditulis dengan angka Romawi dan huruf, misalnya "II.b".',
  JABATAN_TANPA_PEJABAT: (r) =>
    `Jabatan ${r.jabatan === undefined ? 'ini' : teks(r.jabatan)} tidak dipegang siapa pun pada tanggal tersebut.`,
  ATASAN_BELUM_ADA: (r) =>
    `Jabatan ${teks(r.jabatan)} belum mempunyai atasan. Tetapkan atasannya, lalu ajukan lagi.`,
  PEJABAT_TUMPANG_TINDIH: 'Masa jabatan ini bertumpang tindih dengan masa pejabat lain yang sejenis.',
  PEJABAT_BERGANTI: 'Pejabat sudah berganti sejak naskah diajukan. Batalkan, lalu ajukan kembali naskahnya.',
  SUDAH_ADA_BERBEDA: (r) =>
    `Kode yang sama sudah tercatat dengan nilai lain${r.sebelum === undefined ? '' : ` (${teks(r.sebelum)})`}.`,
  INDIKATOR_TIDAK_DIKENAL: (r) => `Indikator ${teks(r.indikator)} tidak dikenal.`,
  SASARAN_TIDAK_DIKENAL: (r) => `Sasaran ${teks(r.sasaran)} tidak dikenal.`,
  TUJUAN_TIDAK_DIKENAL: (r) => `Tujuan ${teks(r.tujuan)} tidak dikenal.`,
  PROGRAM_TIDAK_DIKENAL: (r) =>
    `Program, kegiatan, atau sub kegiatan ${teks(r.kode ?? r.program)} tidak dikenal.`,
  ANGGARAN_TIDAK_DIKENAL: (r) => `Kode anggaran ${teks(r.kode)} tidak dikenal.`,
  RENSTRA_BELUM_ADA: 'Belum ada Renstra perangkat daerah ini yang mencakup tahun tersebut.',
  RENSTRA_SUDAH_DITETAPKAN: 'Renstra sudah ditetapkan. Mulai Perubahan Renstra untuk mengubah bagian ini.',
  MASA_TIDAK_SAH: (r) =>
    `Masa ${teks(r.mulai)} sampai ${teks(r.selesai)} tidak dapat dipakai: rencana yang dimulai ${teks(r.mulai)} berakhir paling cepat ${akhirMasa(r.mulai, r.terpendek)} dan paling lambat ${akhirMasa(r.mulai, r.terpanjang)}.`,
  TAHUN_DI_LUAR_RENSTRA: 'Tahun berada di luar masa Renstra.',
  TAHUN_SEBELUM_PERUBAHAN: (r) =>
    `Tahun ${teks(r.tahun)} tetap menurut versi yang berlaku saat itu; perubahan ini berlaku mulai ${teks(r.mulaiBerlaku)}.`,
  TAHUN_SUDAH_TERUKUR: (r) =>
    `Pengukuran tahun ${teks(r.tahun)} sudah disetujui, jadi yang dijanjikan tahun itu tidak diganti lagi. Mulailah dari tahun sesudahnya.`,
  PERUBAHAN_SEDANG_DISUSUN:
    'Sebuah perubahan dokumen ini sedang disusun. Tetapkan atau batalkan dahulu sebelum memulai yang lain.',
  PERUBAHAN_BELUM_DIMULAI: 'Tidak ada perubahan dokumen ini yang sedang disusun.',
  JENIS_RENCANA_TIDAK_SESUAI:
    'RPJMD, RPD, dan program prioritas hanya milik pemerintah daerah; Renstra dan keselarasannya hanya milik perangkat daerah.',
  UNSUR_TIDAK_DIKENAL: (r) => `Tidak ada ${teks(r.unsur)} ${teks(r.kode)} dalam dokumen ini.`,
  MASIH_DIPAKAI: (r) =>
    `${teks(r.unsur)} ${teks(r.kode)} masih dipakai oleh ${teks(r.pemakai)}. Lepaskan atau ubah itu dahulu.`,
  INDIKATOR_SUDAH_ADA: (r) =>
    `Renstra penerima sudah punya indikator ${teks(r.indikator)}. Beri indikator yang dialihkan kode baru.`,
  INDIKATOR_SUDAH_DIALIHKAN: (r) =>
    `Indikator ${teks(r.indikator)} sudah dialihkan ke perangkat daerah ${teks(r.opd)} mulai tahun ${teks(r.tahun)}. Lanjutkan di sana.`,
  INDIKATOR_MILIK_OPD_LAIN: (r) =>
    `Pada tahun ${teks(r.tahun)} indikator ${teks(r.indikator)} milik perangkat daerah ${teks(r.opd)}. Catat di sana.`,
  INDIKATOR_DALAM_PK: 'Indikator ini ada di Perjanjian Kinerja; targetnya tidak boleh ditetapkan di RKT.',
  SIMPUL_TIDAK_DIKENAL: (r) =>
    `Hasil ${teks(r.simpul)} tidak ada di pohon kinerja${r.opd === undefined ? '' : ` ${teks(r.opd)}`}.`,
  SIMPUL_BERCABANG: (r) =>
    `Hasil ini masih mempunyai cabang (${teks(r.cabang)}). Hapus atau pindahkan cabangnya dahulu.`,
  POHON_MELINGKAR: (r) =>
    `Hasil ${teks(r.simpul)} tidak dapat diletakkan di bawah ${teks(r.induk)}, sebab ${teks(r.induk)} berada di cabangnya sendiri. Pilih induk lain.`,
  TINGKAT_DI_ATAS_INDUK: (r) =>
    `Tingkat hasil ${teks(r.simpul)} lebih tinggi daripada induknya (${teks(r.induk)}). Urutannya: final, intermediate, immediate, output.`,
  MURNI_BELUM_DITETAPKAN: 'Dokumen murni belum ditetapkan, jadi belum dapat diubah dengan dokumen perubahan.',
  MURNI_SUDAH_DITETAPKAN: 'Dokumen murni sudah ditetapkan. Gunakan dokumen perubahan.',
  PAGU_BELUM_ADA: 'Kode ini belum mempunyai pagu.',
  IKU_BELUM_DISUSUN: 'Tidak ada set IKU yang sedang disusun. Susun dahulu versi barunya, dengan alasannya.',
  IKU_BUKAN_STRATEGIS: (r) =>
    `Indikator ${teks(r.indikator)} bukan indikator tujuan atau sasaran. Pilih indikator dari tingkat itu, atau ubah dahulu Renstranya.`,
  USULAN_TIDAK_DIKENAL: (r) => `Usulan ${teks(r.usulan)} tidak ada di RKT tahun ini. Catat dahulu usulannya.`,
  AKSI_TIDAK_DIKENAL: (r) =>
    `Rencana aksi yang berlaku tidak memuat aksi untuk indikator ${teks(r.indikator)} triwulan ${teks(r.triwulan)}. Periksa indikator dan triwulannya, atau tetapkan dahulu rencana aksinya.`,
  PERGESERAN_TIDAK_URUT: (r) =>
    r.berikut === 0
      ? 'Hanya pergeseran yang bernomor. Kosongkan nomor untuk dokumen murni dan perubahan.'
      : `Pergeseran nomor ${teks(r.nomor)} tidak sesuai urutannya. Nomor berlanjut sepanjang tahun; yang berikutnya ${teks(r.berikut)}.`,
  TAHAP_ANGGARAN_DITUTUP:
    'Dokumen anggaran tahap ini sudah ditetapkan, atau sudah ada tahap sesudahnya. Gunakan pergeseran berikutnya atau perubahan.',
  BERKAS_NOMENKLATUR_TIDAK_SAH: (r) =>
    `Berkas tidak dapat dibaca sebagai nomenklatur (XLSX atau CSV UTF-8 dengan kolom kode, nama, satuan): ${teks(r.sebab)}.`,
  NOMENKLATUR_BELUM_DISUSUN:
    'Versi nomenklatur ini belum disusun. Sebutkan nama, Keputusan, dan tanggal berlakunya dahulu.',
  NOMENKLATUR_SUDAH_DITETAPKAN:
    'Versi nomenklatur ini sudah ditetapkan, jadi tanggal berlakunya tidak dapat diubah lagi.',
  NOMENKLATUR_KOSONG: 'Versi nomenklatur ini belum memuat satu kode pun. Muat kodenya dahulu.',
  KODE_NOMENKLATUR_TIDAK_SAH: (r) =>
    `Kode ${teks(r.kode)} bukan kode nomenklatur versi ${teks(r.versi)}. Contoh yang sah: 2.07.03.2.01; sub kegiatan dua angka sampai versi 2021, empat angka sejak versi 2023.`,
  INDUK_NOMENKLATUR_TIDAK_DIKENAL: (r) =>
    `Kode ${teks(r.kode)} tidak mempunyai induk ${teks(r.induk)} pada versi ini. Tambahkan induknya.`,
  TAHAP_TANPA_PAGU:
    'Tahap anggaran ini belum memuat satu pagu pun. Isi pagunya dahulu, lalu tetapkan dokumennya.',
  PK_SUDAH_ADA: 'Perjanjian Kinerja untuk jabatan dan tahun ini sudah ada.',
  PK_TANPA_TARGET: 'Perjanjian Kinerja harus memuat paling sedikit satu target.',
  PK_TARGET_GANDA: 'Satu indikator atau program tercantum dua kali dalam Perjanjian Kinerja.',
  PK_BUKAN_PENGAJU: 'Perjanjian Kinerja diajukan oleh Pihak Pertama atau perencananya.',
  PK_BUKAN_PENANDATANGAN: 'Jabatan Anda bukan pihak dalam Perjanjian Kinerja ini.',
  PK_BELUM_DIAJUKAN: 'Tidak ada Perjanjian Kinerja yang sedang diajukan.',
  PK_SUDAH_BERLAKU: 'Perjanjian Kinerja sudah berlaku dan tidak dapat diubah lagi; ajukan PK Perubahan.',
  PK_NASKAH_BERBEDA:
    'Naskah yang ditandatangani berbeda dari naskah yang diajukan. Muat ulang lalu baca naskahnya.',
  PK_MENUNGGU_PIHAK_PERTAMA: 'Pihak Pertama belum menandatangani.',
  PK_MURNI_BELUM_BERLAKU: 'PK Perubahan hanya dapat diajukan setelah Perjanjian Kinerja murni berlaku.',
  PK_SEBAB_WAJIB: 'PK Perubahan harus menyebut sebabnya.',
  PK_PIHAK_TIDAK_SESUAI:
    'Hanya Perjanjian Kinerja kepala daerah yang satu pihak; jabatan lain berjanji kepada atasannya.',
  PK_TARGET_ATASAN_TIDAK_DIKENAL: (r) =>
    `Target ${teks(r.indikator)} tidak ada di Perjanjian Kinerja ${teks(r.jabatan)}. Sebutkan jabatan di atas jabatan ini (kunci atau kodenya) dan target yang dijanjikannya, atau kosongkan.`,
  PK_INDIKATOR_DALAM_RENSTRA: (r) =>
    `Indikator ${teks(r.indikator)} ada di Renstra tahun ini. Ajukan tanpa keterangan luar Renstra.`,
  TTE_BERKAS_WAJIB:
    'Pihak Pertama menandatangani berkasnya secara elektronik; tanda tangani berkas yang sama, bukan naskahnya saja.',
  TTE_TANPA_BERKAS:
    'Naskah ini tidak punya berkas yang dapat ditandatangani. Tarik dan ajukan lagi bila berkasnya harus bertanda tangan elektronik.',
  TTE_PASTI: 'Tidak ada permintaan tanda tangan dengan nomor itu yang hasilnya belum pasti.',
  TTE_BELUM_TERDAFTAR: 'Anda belum punya sertifikat tanda tangan elektronik di penyedia yang dipakai.',
  TTE_KEDALUWARSA: 'Sertifikat tanda tangan Anda sudah tidak berlaku. Perbarui dahulu di penyedianya.',
  TTE_DITOLAK: (r) =>
    `Penyedia tanda tangan menolak permintaan ini${r.sebab === undefined ? '' : ` (${teks(r.sebab)})`}.`,
  TTE_TIDAK_TERSEDIA:
    'Penyedia tanda tangan tidak dapat dihubungi; tidak ada yang ditandatangani. Coba lagi nanti.',
  TTE_TIDAK_DIPASANG:
    'Tanda tangan berkas tidak dipasang di server ini; tidak ada yang ditandatangani. Minta operator mengisi AMANAH_TTE, atau tandatangani cetakannya.',
  TTE_BELUM_PASTI:
    'Penyedia tanda tangan tidak menjawab, jadi belum diketahui apakah tanda tangan jadi dibuat. Ini sudah dicatat; tanda tangani lagi, atau minta operator memastikannya.',
  TTE_HASIL_TIDAK_SAH:
    'Berkas yang dikembalikan penyedia bukan berkas yang Anda baca dengan tanda tangan Anda, sehingga tidak diterima.',
  FRASA_TIDAK_SAH: (r) =>
    SEBAB_FRASA[String(r.sebab)] ?? 'Frasa sandi paling sedikit 12 huruf dan paling banyak 1.024 bita.',
  FRASA_SALAH: 'Frasa sandi tidak cocok.',
  KUNCI_TTE_BELUM_ADA: 'Belum ada kunci tanda tangan elektronik yang berlaku untuk Anda.',
  KUNCI_TTE_SUDAH_ADA: 'Kunci tanda tangan elektronik sudah ada. Cabut dahulu bila hendak membuat yang baru.',
  KUNCI_TTE_TERKUNCI: 'Frasa sandi salah lima kali. Kunci tanda tangan terkunci 15 menit.',
  PENGUKURAN_TERKUNCI:
    'Pengukuran triwulan ini sudah diajukan atau disetujui; perubahan hanya lewat pengembalian atau koreksi beralasan.',
  PENGUKURAN_KOSONG: 'Belum ada satu pun realisasi pada triwulan ini.',
  PENGUKURAN_BELUM_DIAJUKAN: 'Pengukuran triwulan ini belum diajukan.',
  PENGUKURAN_BELUM_DIVERIFIKASI: 'Pengukuran triwulan ini belum diverifikasi.',
  PENGUKURAN_BELUM_DISETUJUI: 'Pengukuran triwulan ini belum disetujui; ubah realisasinya langsung.',
  REALISASI_BELUM_ADA: 'Belum ada realisasi yang dapat dikoreksi.',
  REALISASI_TIDAK_DIBERI: 'Isi realisasi, atau pembilang dan penyebut bersama-sama.',
  PENYEBUT_NOL: 'Penyebut nol tidak dapat dipakai bila pembilang bukan nol.',
  ALASAN_WAJIB: 'Tindakan ini wajib disertai alasan.',
  BUKAN_PENANGGUNG_JAWAB: 'Indikator ini menjadi tanggung jawab bidang lain.',
  RUTE_TIDAK_SAH: (r) =>
    `Rute tidak sah: ${teks(r.sebab)}${r.langkah === undefined ? '' : ` (langkah ${teks(r.langkah)})`}.`,
  RUTE_BELUM_DISUSUN: 'Belum ada rancangan rute yang dapat ditetapkan. Susun dahulu langkah-langkahnya.',
  EDARAN_BELUM_DIMULAI: 'Dokumen ini belum diedarkan menurut rutenya. Mulai dahulu edarannya.',
  EDARAN_SEDANG_BERJALAN:
    'Dokumen ini sedang diedarkan menurut rute yang lain. Batalkan dahulu edarannya bila hendak dimulai lagi.',
  EDARAN_NASKAH_BERGANTI:
    'Naskah yang menunggu tanda tangan bukan lagi naskah yang diedarkan. Mulai edaran baru untuk naskah itu.',
  EDARAN_BIDANG_WAJIB: 'Rute ini meminta data dari setiap Bidang. Sebut jabatan Bidang-bidangnya.',
  LANGKAH_TIDAK_DIKENAL: (r) => `Langkah ${teks(r.langkah)} tidak ada di rute dokumen ini.`,
  LANGKAH_BELUM_GILIRAN: (r) =>
    typeof r.ditunggu === 'string'
      ? `Langkah ${r.ditunggu} di rute dokumen ini harus dikerjakan dahulu.`
      : 'Langkah ini belum, atau tidak lagi, menunggu jabatan Anda.',
  LANGKAH_BUKAN_SEBELUMNYA: 'Dokumen hanya dapat dikembalikan ke langkah sebelum langkah ini.',
  LANGKAH_SUDAH_DIKERJAKAN: 'Langkah ini sudah dikerjakan.',
  LANGKAH_TIDAK_LENGKAP: (r) =>
    `Langkah ${teks(r.langkah)} belum lengkap. Sertakan ${Array.isArray(r.perlu) ? r.perlu.join(' atau ') : 'isinya'}.`,
  LANGKAH_DI_DOKUMEN:
    'Tanda tangan Perjanjian Kinerja dibubuhkan dan dikembalikan di Perjanjian Kinerja itu sendiri.',
  LANGKAH_TIDAK_DIDELEGASIKAN:
    'Tanda tangan tidak dapat didelegasikan. Tetapkan Plt. atau Plh. pada jabatan itu.',
  DELEGASI_TIDAK_BERLAKU:
    'Delegasi ini di luar masanya, atau pemberinya tidak lagi memegang jabatannya. Minta delegasi baru.',
  BERKAS_TIDAK_DIARSIPKAN: 'Berkas dengan sidik itu tidak ada di arsip. Unggah dahulu berkasnya.',
  BERKAS_TIDAK_TERBACA: 'Berkas tidak dapat dibaca sebagai paket kinerja (JSON, UTF-8).',
  PAKET_GANDA: (r) =>
    r.baris === undefined
      ? 'Kode yang sama tercantum dua kali dalam berkas.'
      : `Yang diisi baris ini sudah diisi di baris ${teks(r.baris)}.`,
  BERKAS_BUKAN_LEMBAR_KERJA: (r) =>
    `Berkas ini bukan XLSX atau CSV${sebab(r)}. Unduh templatnya, isi, lalu simpan sebagai Excel (.xlsx) atau CSV UTF-8.`,
  BERKAS_TIDAK_AMAN: (r) =>
    `Berkas ini tidak diterima${sebab(r)}. Salin isinya ke templat yang baru diunduh, lalu simpan kembali.`,
  BERKAS_TERLALU_BESAR: (r) => `Berkas terlalu besar${sebab(r)}. Bagi menjadi beberapa berkas.`,
  TEMPLAT_TIDAK_DIKENAL: (r) =>
    r.ada !== undefined
      ? `Tidak ada templat "${teks(r.jenis)}". Yang ada: ${teks(r.ada)}.`
      : `Berkas ini tidak mengikuti templat${sebab(r)}. Unduh templat yang terbaru, lalu pindahkan isinya.`,
  TEMPLAT_TIDAK_COCOK: (r) =>
    `Templat ini dibuat untuk ${teks(r.berkas)}, sedangkan yang diimpor ${teks(r.diminta)}.`,
  SEL_TIDAK_SAH: (r) => `Isi sel tidak sah${sebab(r)}.`,
  SEL_RUMUS: 'Sel ini berisi rumus. Ganti rumus dengan nilainya (salin, lalu tempel sebagai nilai).',
  BERKAS_KERTAS_TIDAK_SAH: (r) =>
    `Berkas ini tidak dapat diarsipkan${sebab(r)}. Kirim pindaian sebagai PDF tanpa isi aktif, JPEG, atau PNG.`,
  BERKAS_KERTAS_TIDAK_SESUAI: (r) =>
    r.bidang === 'tanggal' && r.tanggal === null
      ? 'Naskah ini tidak bertanggal, jadi pindaiannya tidak dapat dicocokkan. Tarik, lalu ajukan lagi dengan tanggalnya.'
      : `Berkas arsip yang disebut bukan pindaian naskah ini (${String(r.bidang)} tidak sesuai).`,
  IMPOR_PENUH: 'Server sedang mengolah impor lain. Coba lagi sebentar.',
  PENCETAK_TIDAK_TERSEDIA: (r) =>
    `PDF tidak dapat disusun di server ini (${teks(r.sistem)}). Pasang Amanah di Linux x64, atau minta pengelola memasang penyusun PDF untuk sistem ini.`,
  ARSIP_TIDAK_LENGKAP: (r) =>
    `Berkas yang ditandatangani (SHA-256 ${teks(r.sidik)}) tidak ada di arsip. Pulihkan arsip dari cadangan.`,
  HURUF_TIDAK_TERCETAK: (r) =>
    `Naskah memuat huruf yang tidak dapat dicetak: ${teks(r.huruf)}. Ajukan lagi naskahnya tanpa huruf itu.`,
  KUERI_TERLALU_BERAT: 'Permintaan terlalu besar. Kurangi isian atau bagi menjadi beberapa permintaan.',
  WAKTU_HABIS: 'Permintaan ini terlalu lama. Bila berupa perintah, kirim lagi dengan idPerintah yang sama.',
  TERLALU_BANYAK: 'Jumlah yang diminta melampaui batas.',
  KURSOR_TIDAK_SAH: 'Penanda halaman tidak sah.',
  GALAT_DALAM: 'Terjadi galat di dalam sistem. Sebutkan nomor galat ini kepada pengelola.',
};

const akhirMasa = (mulai: unknown, lamanya: unknown): number => Number(mulai) + Number(lamanya) - 1;
const teks = (nilai: unknown): string => (typeof nilai === 'string' ? nilai : JSON.stringify(nilai));

const sebab = (r: Readonly<Record<string, unknown>>): string =>
  r.sebab === undefined ? '' : `: ${teks(r.sebab)}`;

export const kalimat = (p: Penolakan): string => {
  const k = KALIMAT[p.kode];
  return typeof k === 'string' ? k : k(p.rincian);
};
