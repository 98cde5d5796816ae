const UMUM = `Amanah: perintah untuk operator

  npm run --silent amanah -- PERINTAH [PILIHAN]

  impor PAKET.json …    mengimpor berkas paket kinerja; tiap berkas masuk seluruhnya atau tidak sama sekali
  nomenklatur           memuat satu versi nomenklatur nasional dari CSV atau XLSX; seluruhnya atau tidak sama sekali
  templat               mengunduh templat lembar kerja sebuah dokumen, beserta yang sudah tercatat
  impor-lembar BERKAS   mengimpor lembar kerja (.xlsx, .csv); seluruhnya atau tidak sama sekali
  tabel                 menulis tabel perencanaan satu perangkat daerah dan tahun sebagai XLSX atau CSV
  cetak-pk              menulis PDF sebuah Perjanjian Kinerja
  buka-tahun            membuka tahun perencanaan dari tahun sebelumnya
  sop PEMDA DOKUMEN     rute persetujuan satu jenis dokumen sebagai lembar SOP
  capaian               angka capaian satu perangkat daerah dan tahun
  serah-terima          yang diserahkan sebuah jabatan kepada pemegang berikutnya
  riwayat               setiap peristiwa di balik angka itu, yang paling lama dahulu
  verifikasi            memeriksa seluruh log dan setiap tampilan
  bangun-ulang          membangun ulang tampilan dari log
  cadangkan             menyalin log ke folder cadangan, juga ketika server berjalan
  pulihkan              memasang cadangan yang sudah diperiksa sebagai log
  pindahkan             menyalin log dari satu mesin ke kluster, atau sebaliknya
  token                 menerbitkan token bagi program, untuk satu jabatan
  akun                  membuat, mendaftar, dan mengubah akun orang
  uji-bsre              mencoba sambungan ke BSrE dengan akun uji; tidak menyimpan apa pun
  bantuan [PERINTAH]    keterangan ini, atau keterangan satu perintah

Setiap perintah menerima --json: satu dokumen JSON di keluaran standar.
Folder data: AMANAH_DATA (bila tidak ada: ./data). Basis data tampilan: DATABASE_URL (bila tidak ada: di folder data).
Log: EVENT_STORE_URL (bila tidak ada: di folder data).
Status keluar: 0 selesai, 1 ditolak aturan, 2 salah pakai, 3 log tidak tersedia atau rusak.
`;

const KUNCI = `  --pemda KODE       kode wilayah pemerintah daerah, misalnya 61.71
  --opd KODE         kode perangkat daerah, misalnya disnaker
  --tahun TAHUN      tahun anggaran`;

const PERINTAH: ReadonlyMap<string, string> = new Map(
  Object.entries({
    impor: `amanah impor PAKET.json … [--json]

Mengimpor berkas paket-kinerja@1. Seluruh berkas diperiksa dahulu; bila ada yang salah, semua kesalahannya
disebut beserta tempatnya (JSON Pointer) dan tidak ada yang disimpan. Berkas yang sama boleh diimpor lagi:
tidak ada yang berubah. Bila server sedang berjalan, pekerjaan ini diserahkan kepadanya.
`,
    nomenklatur: `amanah nomenklatur BERKAS.csv --versi TAHUN [--berlaku TANGGAL] [--perbaiki] [--json]
amanah nomenklatur BERKAS.csv --versi TAHUN --nama TEKS --jenis TEKS --nomor TEKS --tanggal TANGGAL --pejabat TEKS

Memuat kode dan nama resmi urusan sampai sub kegiatan dari CSV (UTF-8; kolom kode, nama, satuan). Seluruh berkas
diperiksa dahulu; bila ada yang salah, setiap kesalahan disebut beserta barisnya dan tidak ada yang disimpan.
Berkas yang sama boleh dimuat lagi. Bila server sedang berjalan, pekerjaan ini diserahkan kepadanya.

  --versi TAHUN      tahun Keputusannya: 2019, 2020, 2021, 2023, 2024, 2025, dan 2026 dikenal dengan Keputusannya;
                     versi lain perlu --nama dan --jenis, --nomor, --tanggal, --pejabat Keputusannya
  --berlaku TANGGAL  tanggal mulai berlaku (bila tidak disebut: tanggal Keputusannya)
  --perbaiki         membetulkan nama yang salah muat; nama lama tetap tercatat
`,
    templat: `amanah templat --jenis JENIS --pemda KODE --opd KODE --tahun TAHUN [--jabatan KODE] [--format xlsx|csv] [--lembar NAMA] [--ke BERKAS] [--json]

Menulis templat sebuah dokumen, beserta yang sudah tercatat, ke berkas yang belum ada.

  --jenis JENIS      renstra, pk, rencana-aksi, anggaran, pengukuran, atau buku (seluruh rencana satu tahun)
${KUNCI} (Renstra: tahun pertamanya, atau tahun lain di dalam masanya)
  --jabatan KODE     Perjanjian Kinerja jabatan ini (bila tidak disebut: kepala)
  --format FORMAT    xlsx (bila tidak disebut) atau csv, satu lembar
  --lembar NAMA      lembar yang ditulis sebagai csv, bila templatnya lebih dari satu
  --ke BERKAS        berkas yang ditulis (bila tidak disebut: dinamai menurut dokumennya)
`,
    'impor-lembar': `amanah impor-lembar BERKAS --jenis JENIS --pemda KODE --opd KODE --tahun TAHUN [--jabatan KODE] [--dari-kertas] [--pratinjau] [--json]

Mengimpor templat yang sudah diisi, sebagai operator. Seluruh berkas diperiksa dahulu; bila ada yang salah, semua
kesalahannya disebut beserta lembar, baris, dan kolomnya, dan tidak ada yang disimpan. Berkas yang sama boleh
diimpor lagi: tidak ada yang berubah, juga bila isinya sudah dikoreksi orang. Bila server sedang berjalan,
pekerjaan ini diserahkan kepadanya.

  --jabatan KODE     Perjanjian Kinerja jabatan ini (bila tidak disebut: kepala)
  --dari-kertas      hanya buku: yang ditetapkan dan ditandatangani di kertas dicatat demikian, dengan aktanya
  --pratinjau        hanya menyebut yang akan berubah
`,
    tabel: `amanah tabel --pemda KODE --opd KODE --tahun TAHUN [--nomor N[,N …]] [--bagian NAMA] [--jabatan KODE] [--format xlsx|csv] [--ke BERKAS] [--json]

Menulis tabel perencanaan, satu lembar untuk setiap tabel, ke berkas yang belum ada. Lembarnya terkunci: yang diisi
orang adalah templat. Sel yang tidak berisi dicetak "-" dan sebabnya disebut di bawah tabelnya.

${KUNCI}
  --nomor N,N        hanya tabel bernomor ini: 1 Renstra, 2 strategi, 3 IKU, 4 RKT, 5 PK, 6 program, 7 skala
  --bagian NAMA      hanya tabel ini, misalnya rkt-murni atau pk-1-target; CSV memuat tepat satu
  --jabatan KODE     Perjanjian Kinerja jabatan ini di tabel 5 (bila tidak disebut: kepala)
  --format FORMAT    xlsx (bila tidak disebut) atau csv
  --ke BERKAS        berkas yang ditulis (bila tidak disebut: dinamai menurut dokumennya)
`,
    'cetak-pk': `amanah cetak-pk --pemda KODE --opd KODE --tahun TAHUN [--jabatan KODE] [--versi N] [--ke BERKAS] [--json]

Menulis Perjanjian Kinerja sebagai PDF ke berkas yang belum ada: yang sudah ditandatangani di Amanah persis seperti
berkas yang diarsipkan, selain itu naskahnya dengan tanda DRAF.

${KUNCI}
  --jabatan KODE     Perjanjian Kinerja jabatan ini (bila tidak disebut: kepala)
  --versi N          1 murni, 2 perubahan pertama, dan seterusnya (bila tidak disebut: yang terbaru)
  --ke BERKAS        berkas yang ditulis (bila tidak disebut: dinamai menurut dokumennya)
`,
    'buka-tahun': `amanah buka-tahun --pemda KODE --tahun TAHUN [--opd KODE[,KODE …]] [--json]

Membuka TAHUN dari tahun sebelumnya, sebagai operator: pohon program, usulan RKT dari Renstra, serta aksi dan
tindak lanjut yang belum selesai. Yang sudah ada di tahun itu tidak diubah; boleh diulang. Setiap perangkat daerah
seluruhnya atau tidak sama sekali. Bila server sedang berjalan, pekerjaan ini diserahkan kepadanya.

  --pemda KODE       kode wilayah pemerintah daerah, misalnya 61.71
  --tahun TAHUN      tahun yang dibuka
  --opd KODE         perangkat daerah tertentu saja (bila tidak disebut: semuanya)
`,
    sop: `amanah sop PEMDA DOKUMEN [--ke BERKAS.html] [--json]

Mencetak rute yang berlaku di pemda itu sebagai lembar SOP: langkah, pelaksana, kelengkapan, waktu, dan hasil.

  PEMDA              kode wilayah pemerintah daerah, misalnya 61.71
  DOKUMEN            perjanjian-kinerja, rencana-aksi, renstra, rkt, atau lkjip
  --ke BERKAS.html   menulis halaman siap cetak dengan lajur tiap pelaksana ke berkas yang belum ada
`,
    capaian: `amanah capaian --pemda KODE --opd KODE --tahun TAHUN [--triwulan T] [--pada SAAT] [--json]

${KUNCI}
  --triwulan T       sampai triwulan 1, 2, 3, atau 4 (bila tidak disebut: 4)
  --pada SAAT        menurut catatan pada saat itu: ISO 8601 (2024-01-31T16:59:59Z), atau tanggal saja
                     (2024-01-31), yang berarti akhir hari itu di zona waktu pemerintah daerah
`,
    riwayat: `amanah riwayat --pemda KODE --opd KODE --tahun TAHUN [--indikator KODE] [--json]

${KUNCI}
  --indikator KODE   hanya peristiwa yang menyangkut indikator ini
`,
    'serah-terima': `amanah serah-terima --pemda KODE --opd KODE --jabatan KODE [--json]

  --pemda KODE       kode wilayah pemerintah daerah, misalnya 61.71
  --opd KODE         kode perangkat daerah; pemda untuk jabatan pemerintah daerah sendiri
  --jabatan KODE     kode jabatan, misalnya kepala

Mencetak keadaan sebuah jabatan pada saat ini untuk pemegang berikutnya: masa jabatan, yang menunggu, Perjanjian
Kinerja, dan capaian tahun berjalan. Di server: GET /berkas/serah-terima, halaman untuk dicetak.
`,
    verifikasi: `amanah verifikasi [--json]

Memeriksa urutan, sidik, dan rantai seluruh log, lalu membandingkan setiap tampilan dengan lipatan log yang
bersih. Boleh dijalankan ketika server berjalan.
`,
    'bangun-ulang': `amanah bangun-ulang [TAMPILAN …] [--json]

Membangun ulang tampilan (bila tidak disebut: semuanya) dari peristiwa pertama, di samping yang lama, lalu
menukarnya. Boleh dijalankan ketika server berjalan.
`,
    cadangkan: `amanah cadangkan FOLDER [--dengan-kunci] [--json]

Menyalin log, sebagaimana adanya pada satu saat, ke FOLDER yang belum ada, lalu memeriksa seluruh salinannya.
Server boleh terus berjalan dan menulis. Cadangan yang sudah ada tidak pernah ditimpa. Tampilan tidak ikut
(dibangun ulang dari log); token tidak ikut (terbitkan yang baru setelah memulihkan). Basis data identitas dan
arsip di folder data ikut; yang ada di PostgreSQL dicadangkan dengan cara PostgreSQL.

  --dengan-kunci     kunci induk ikut: siapa pun yang memegang cadangan ini dapat membaca data pribadi
                     di dalamnya. Tanpa ini, simpan berkas kunci-induk di tempat lain. PDF bertanda tangan
                     di arsip/ terbaca juga tanpa kunci.
`,
    pulihkan: `amanah pulihkan CADANGAN [--ke FOLDER] [--ganti ALASAN] [--json]
amanah pulihkan --terima ALASAN [--ke FOLDER] [--json]

Memeriksa cadangan seluruhnya, lalu memasangnya sebagai log. Tidak dapat dilakukan selama server memakai folder
itu. Basis data identitas dan arsip ikut; orang yang menurut sebuah log di folder itu sudah dihapus tidak hidup
lagi. Bila folder memegang, atau pernah melayani, peristiwa yang tidak ada di cadangan, pemulihan ditolak.

  --ke FOLDER        folder data yang diisi (bila tidak disebut: AMANAH_DATA)
  --ganti ALASAN     tetap pasang; log yang sekarang disimpan di sampingnya, dan alasannya dicatat
                     di penggantian.jsonl
  --terima ALASAN    tanpa cadangan: menerima log yang ada walaupun lebih pendek daripada yang pernah
                     dilayani; alasannya dicatat juga
`,
    pindahkan: `amanah pindahkan --ke kluster|FOLDER [--json]

Menyalin log, bita demi bita dan dengan akar yang sama, antara folder data dan EventStoreDB (EVENT_STORE_URL).

  --ke kluster       dari AMANAH_DATA ke EventStoreDB yang kosong; folder itu tidak boleh sedang dipakai.
                     Yang terputus dilanjutkan dengan menjalankannya lagi.
  --ke FOLDER        dari EventStoreDB ke folder yang belum memuat log, juga ketika server berjalan
`,
    token: `amanah token --peran PERAN --pemda KODE --jabatan KODE --sebutan TEKS [--opd KODE] [--subjek ID] [--status STATUS] [--json]

Menerbitkan token bagi program yang bekerja atas nama satu jabatan; orang masuk dengan akunnya (amanah bantuan akun).
Token hanya tampak sekali ini, dan tidak pernah dapat menandatangani.

  --peran PERAN      kepala-daerah, kepala, perencana, bidang, pengelola, inspektorat, atau operator
  --opd KODE         perangkat daerah jabatan itu (bila tidak disebut: jabatan pemerintah daerah sendiri)
  --jabatan KODE     kode jabatan, misalnya kepala
  --sebutan TEKS     sebutan jabatan, misalnya "Kepala Dinas Tenaga Kerja"
  --subjek ID        pengenal acak orang yang memegang jabatan itu
  --status STATUS    definitif, Plt., Plh., Pj., atau Pjs.
`,
    'uji-bsre': `amanah uji-bsre [--json]

Mencoba BSrE Esign Client Service menurut AMANAH_BSRE_* dengan akun uji: keadaan penanda tangan, frasa sandi yang
salah, dua tanda tangan pada PDF contoh, dan verifikasi. Satu frasa sandi yang salah sengaja dikirim. Tidak ada
yang disimpan. Tiga hal ditanyakan, atau dibaca dari masukan standar, masing-masing satu baris: NIK atau surel
pemilik akun uji, namanya seperti pada sertifikat, dan frasa sandinya (tidak tampak ketika diketik).
Status keluar 1 bila ada yang tidak seperti diharapkan.
`,
    akun: `amanah akun daftar [--json]
amanah akun buat NAMA [--subjek ID]
amanah akun tautan|nonaktif|aktif|buka-kunci|cabut-totp NAMA
amanah akun tugas NAMA --peran PERAN --pemda KODE --jabatan KODE --sebutan TEKS [--opd KODE]
amanah akun tugas NAMA --pemda KODE --jabatan KODE [--opd KODE] --cabut
amanah akun oidc NAMA --sub SUB [--penerbit ALAMAT]
amanah akun oidc NAMA --cabut

Akun orang. Bekerja juga di samping server yang berjalan, dan berlaku pada permintaan berikutnya.

  buat               akun baru, dengan tautan sekali pakai untuk memilih kata sandi
  tautan             tautan baru, bagi yang lupa kata sandinya; yang lama tidak berlaku lagi
  nonaktif, aktif    menutup akun dan mengakhiri semua sesinya, atau membukanya lagi
  buka-kunci         sebelum 15 menit berlalu, bagi yang lima kali salah
  cabut-totp         bagi yang kehilangan perangkat kodenya; semua sesinya berakhir
  tugas              fungsi yang dijalankan tanpa memegang jabatannya; dengan --cabut: mengambilnya lagi
  oidc               menautkan orangnya di penyedia OpenID Connect; dengan --cabut: melepasnya, sesinya berakhir
  --sub SUB          pengenal orangnya di penyedia itu (sub), persis; bukan surelnya
  --penerbit ALAMAT  penyedianya (bila tidak disebut: AMANAH_OIDC_PENERBIT)
  --subjek ID        pengenal acak orangnya: dari situ Amanah tahu jabatan apa yang dipegangnya hari ini
  --peran PERAN      kepala-daerah, kepala, perencana, bidang, pengelola, inspektorat, atau operator
  --opd KODE         perangkat daerah jabatan itu (bila tidak disebut: jabatan pemerintah daerah sendiri)
`,
  }),
);

/** The help of one verb, or of all; for a word that is no verb, of all. */
export const bantuan = (perintah?: string): string => PERINTAH.get(perintah ?? '') ?? UMUM;
