import type { Tindakan } from './wewenang.js';

/** `terbuka`: for anybody. Otherwise what is asked of the policies behind the door, one or another by what is named. */
export type Pintu = 'terbuka' | readonly Tindakan[];

const BACA = ['kinerja.baca'] as const;
const RENSTRA = ['renstra.susun', 'rpjmd.susun'] as const; // OPD_PEMDA's own is the RPJMD
const POHON = ['pohon.susun', 'pohon-pemda.susun'] as const;
const IKU = ['iku.susun', 'rencana-pemda.susun'] as const;
const RKT = ['rkt.susun', 'rencana-pemda.susun'] as const;
const AKSI = ['rencana-aksi.susun', 'rencana-pemda.susun'] as const;
const KEBUTUHAN = ['pk.kebutuhan', 'pk-pemda.kebutuhan'] as const;

/**
 * Every way in: fields of Query, Mutation and Subscription, HTTP routes as the router knows them, verbs of the command
 * line. What is not here is shut (penjaga-pintu.ts), and a test finds it.
 */
export const PINTU: Readonly<Record<string, Pintu>> = {
  'Query.anggaranBerjenjang': BACA,
  'Query.anggaranPemda': BACA,
  'Query.capaianKinerja': BACA,
  'Query.daftarOpd': BACA,
  'Query.daftarPerjanjianKinerja': BACA,
  'Query.dasarHukum': BACA,
  'Query.kalender': BACA,
  'Query.keamananJabatan': ['keamanan.baca'],
  'Query.kotakMasuk': BACA,
  'Query.menungguTandaTangan': BACA,
  'Query.nomenklatur': BACA,
  'Query.cariOrang': ['orang.kelola'],
  'Query.daftarOrang': ['orang.kelola'],
  'Query.orang': BACA,
  'Query.organisasi': BACA,
  'Query.pemda': BACA,
  'Query.perencanaan': BACA,
  'Query.periksaNamaProgram': BACA,
  'Query.periksaTarget': BACA,
  'Query.periodeDokumen': BACA,
  'Query.peristiwa': BACA,
  'Query.perjanjianKinerja': BACA,
  'Query.pohonKinerja': BACA,
  'Query.riwayat': BACA,
  'Query.tabelPerencanaan': BACA,
  'Query.tampilan': BACA,
  'Query.targetLemah': BACA,
  'Subscription.tampilanMaju': BACA,

  // persons
  'Mutation.catatOrang': ['orang.kelola'],
  'Mutation.koreksiOrang': ['orang.kelola'],
  'Mutation.hapusOrang': ['orang.kelola'],

  // pemda, OPD, jabatan
  'Mutation.daftarkanPemda': ['pemda.kelola'],
  'Mutation.ubahNamaPemda': ['pemda.kelola'],
  'Mutation.tetapkanSkalaPemda': ['pemda.kelola'],
  'Mutation.tetapkanKalender': ['pemda.kelola'],
  'Mutation.catatDasarHukum': ['dasar-hukum.catat'],
  'Mutation.cabutDasarHukum': ['dasar-hukum.catat'],
  'Mutation.bukaPeriode': ['periode.kelola'],
  'Mutation.tutupPeriode': ['periode.kelola'],
  'Mutation.bukaPeriodeDokumen': ['periode.kelola'],
  'Mutation.tutupPeriodeDokumen': ['periode.kelola'],
  'Mutation.daftarkanOpd': ['opd.kelola'],
  'Mutation.ubahNamaOpd': ['opd.kelola'],
  'Mutation.tetapkanSkalaOpd': ['opd.kelola'],
  'Mutation.bubarkanOpd': ['opd.kelola'],
  'Mutation.susunSotk': ['sotk.susun'],
  'Mutation.tetapkanUnitSotk': ['sotk.susun'],
  'Mutation.hapusUnitSotk': ['sotk.susun'],
  'Mutation.tetapkanSotk': ['sotk.tetapkan'],
  'Mutation.catatKepegawaian': ['kepegawaian.catat'],
  'Mutation.bentukJabatan': ['jabatan.kelola'],
  'Mutation.tutupJabatan': ['jabatan.kelola'],
  'Mutation.tetapkanPejabat': ['jabatan.kelola'],
  'Mutation.berhentikanPejabat': ['jabatan.kelola'],

  // RPJMD and Renstra, pohon kinerja, IKU
  'Mutation.susunRenstra': RENSTRA,
  'Mutation.tambahMisi': RENSTRA,
  'Mutation.tambahTujuan': RENSTRA,
  'Mutation.tambahSasaran': RENSTRA,
  'Mutation.tetapkanIndikator': RENSTRA,
  'Mutation.tetapkanTargetRenstra': RENSTRA,
  'Mutation.tetapkanProgramPrioritas': RENSTRA,
  'Mutation.hubungkanIndikator': RENSTRA,
  'Mutation.lepasIndikatorRenstra': RENSTRA,
  'Mutation.hapusUnsurRenstra': RENSTRA,
  'Mutation.selaraskanRenstra': RENSTRA,
  'Mutation.lepasKeselarasanRenstra': RENSTRA,
  'Mutation.catatIsuStrategis': RENSTRA,
  'Mutation.catatPermasalahan': RENSTRA,
  'Mutation.catatRealisasiLampau': RENSTRA,
  'Mutation.mulaiPerubahanRenstra': RENSTRA,
  'Mutation.batalkanPerubahanRenstra': RENSTRA,
  'Mutation.batalkanRenstra': RENSTRA,
  'Mutation.tetapkanRenstra': ['renstra.tetapkan', 'rpjmd.tetapkan'],
  'Mutation.alihkanIndikator': ['indikator.alihkan'],
  'Mutation.tetapkanSimpulKinerja': POHON,
  'Mutation.hapusSimpulKinerja': POHON,
  'Mutation.tautkanUnsurSimpul': POHON,
  'Mutation.hubungkanIndikatorSimpul': POHON,
  'Mutation.lepasIndikatorSimpul': POHON,
  'Mutation.tetapkanPenanggungJawabSimpul': POHON,
  'Mutation.catatCrosscutting': POHON,
  'Mutation.hapusCrosscutting': POHON,
  'Mutation.susunIku': IKU,
  'Mutation.pilihIku': IKU,
  'Mutation.keluarkanIku': IKU,
  'Mutation.tetapkanIku': ['iku.tetapkan', 'rencana-pemda.tetapkan'],

  // one year
  'Mutation.bukaTahun': ['tahun.buka'],
  'Mutation.tambahProgram': ['program.susun'],
  'Mutation.dukungSasaran': ['program.susun'],
  'Mutation.hubungkanIndikatorProgram': ['program.susun'],
  'Mutation.usulkanRkt': RKT,
  'Mutation.catatTargetRkt': RKT,
  'Mutation.catatUsulanRkt': RKT,
  'Mutation.putuskanUsulanRkt': RKT,
  'Mutation.tetapkanRkt': ['rkt.tetapkan', 'rencana-pemda.tetapkan'],
  'Mutation.tetapkanPagu': ['anggaran.tetapkan'],
  'Mutation.geserPagu': ['anggaran.tetapkan'],
  'Mutation.tetapkanDokumenAnggaran': ['anggaran.tetapkan-dokumen'],
  'Mutation.catatTargetRencanaAksi': AKSI,
  'Mutation.tandaiAksi': AKSI,
  'Mutation.mulaiPerubahanRencanaAksi': AKSI,
  'Mutation.tetapkanRencanaAksi': ['rencana-aksi.tetapkan', 'rencana-pemda.tetapkan'],

  // Perjanjian Kinerja
  'Mutation.ajukanPerjanjianKinerja': ['pk.ajukan', 'pk-pemda.ajukan'],
  'Mutation.kembalikanPerjanjianKinerja': ['pk.kembalikan'],
  'Mutation.batalkanPerjanjianKinerja': ['pk.batalkan', 'pk-pemda.batalkan'],
  'Mutation.tandatanganiPerjanjianKinerja': ['pk.tandatangani'],
  'Mutation.catatKebutuhanPkPerubahan': KEBUTUHAN,
  'Mutation.tutupKebutuhanPkPerubahan': KEBUTUHAN,

  // what was achieved
  'Mutation.catatRealisasi': ['pengukuran.catat'],
  'Mutation.ajukanPengukuran': ['pengukuran.ajukan'],
  'Mutation.verifikasiPengukuran': ['pengukuran.verifikasi'],
  'Mutation.setujuiPengukuran': ['pengukuran.setujui'],
  'Mutation.kembalikanPengukuran': ['pengukuran.kembalikan'],
  'Mutation.koreksiRealisasi': ['pengukuran.koreksi'],
  'Mutation.catatRealisasiAnggaran': ['realisasi-anggaran.catat'],
  'Mutation.koreksiRealisasiAnggaran': ['realisasi-anggaran.catat'],
  'Mutation.catatPembanding': ['pembanding.catat'],

  // HTTP. What a spreadsheet does is asked row by row, as of the mutations above.
  'GET /': 'terbuka',
  'GET /jelajah/*berkas': 'terbuka',
  'GET /kesehatan': 'terbuka',
  'GET /siap': 'terbuka',
  'GET /metrics': 'terbuka',
  'GET /berkas/templat/:jenis': BACA,
  'GET /berkas/tabel': BACA,
  'POST /berkas/impor': BACA,
  'GET /berkas/pk': BACA,
  'POST /berkas/tandatangani': ['pk.tandatangani'],
  'POST /berkas/tandatangani/kepastian': ['tte.pastikan'],
  'GET /sesi/kunci-tte': ['pk.tandatangani'],
  'POST /sesi/kunci-tte': ['pk.tandatangani'],
  'POST /sesi/kunci-tte/frasa': ['pk.tandatangani'],
  'POST /sesi/kunci-tte/cabut': ['pk.tandatangani'],
  'GET /v/:id': 'terbuka',
  'GET /periksa/:berkas': 'terbuka',

  // Where people come in: what is asked there is the password, the link or the session itself (part of the answer is
  // that nobody is known yet).
  'GET /masuk': 'terbuka',
  'GET /awal': 'terbuka',
  'GET /sandi': 'terbuka',
  'GET /akun/:berkas': 'terbuka',
  'POST /masuk': 'terbuka',
  'POST /keluar': 'terbuka',
  'GET /sesi': 'terbuka',
  'POST /sesi/jabatan': 'terbuka',
  'POST /sesi/bukti': 'terbuka',
  'POST /sesi/sandi': 'terbuka',
  'POST /sesi/totp': 'terbuka',
  'POST /sesi/totp/pasti': 'terbuka',
  'POST /tautan': 'terbuka',

  // The command line: whoever holds the data folder is the operator there, and reads everything in it.
  'amanah bantuan': 'terbuka',
  'amanah impor': ['kertas.ambil-alih'],
  'amanah impor-lembar': BACA,
  'amanah nomenklatur': ['pemda.kelola'],
  'amanah templat': BACA,
  'amanah tabel': BACA,
  'amanah buka-tahun': ['tahun.buka'],
  'amanah capaian': BACA,
  'amanah riwayat': BACA,
  'amanah verifikasi': BACA,
  'amanah bangun-ulang': ['pemda.kelola'],
  'amanah cadangkan': ['pemda.kelola'],
  'amanah pulihkan': ['pemda.kelola'],
  'amanah pindahkan': ['pemda.kelola'],
  'amanah token': ['pemda.kelola'],
  'amanah akun': ['pemda.kelola'],
  'amanah cetak-pk': BACA,
};

/** undefined: no such door. */
export const pintu = (nama: string): Pintu | undefined =>
  Object.hasOwn(PINTU, nama) ? PINTU[nama] : undefined;
