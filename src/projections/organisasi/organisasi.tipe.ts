import { Field, Int, ObjectType } from '@nestjs/graphql';
import { TipeAkta } from '../../infra/graphql/akta.tipe.js';
import { SkalarTanggal, SkalarWaktu } from '../../infra/graphql/skalar.js';
import { DasarHukumTipe } from '../../planning/pemda/dasar-hukum.tipe.js';

@ObjectType('UnitSotk', { description: 'Satu unit; daftarnya berurut menurut pohon, induk dahulu.' })
class TipeUnitSotk {
  @Field(() => String, { description: 'Kode unit.' })
  kode: string;

  @Field(() => String, { description: 'Nama.' })
  nama: string;

  @Field(() => String, { nullable: true, description: 'Kode induk; kosong: langsung di bawah kepala.' })
  induk: string | null;

  @Field(() => Int, { description: 'Kedalaman di pohon, dari 0.' })
  tingkat: number;

  @Field(() => String, { nullable: true, description: 'Tugas pokok.' })
  tugasPokok: string | null;

  @Field(() => [String], { description: 'Fungsi.' })
  fungsi: string[];
}

@ObjectType('Sotk', { description: 'Satu versi susunan organisasi dan tata kerja.' })
class TipeSotk {
  @Field(() => Int, { description: 'Versi.' })
  versi: number;

  @Field(() => String, { description: 'disusun, atau ditetapkan.' })
  status: string;

  @Field(() => SkalarTanggal, { description: 'Mulai berlaku.' })
  mulai: string;

  @Field(() => TipeAkta, { description: 'Peraturan yang menetapkannya.' })
  dasar: TipeAkta;

  @Field(() => String, { description: 'Tugas pokok.' })
  tugasPokok: string;

  @Field(() => [String], { description: 'Fungsi.' })
  fungsi: string[];

  @Field(() => String, { nullable: true, description: 'Sejarah singkat.' })
  sejarah: string | null;

  @Field(() => [String], { description: 'Kode perangkat daerah yang pekerjaannya dilanjutkan.' })
  pendahulu: string[];

  @Field(() => [TipeUnitSotk], { description: 'Unit, berurut menurut pohon.' })
  unit: TipeUnitSotk[];
}

@ObjectType('VersiSotk', { description: 'Versi yang sudah ditetapkan dan tanggal mulainya.' })
class TipeVersiSotk {
  @Field(() => Int, { description: 'Versi.' })
  versi: number;

  @Field(() => SkalarTanggal, { description: 'Mulai berlaku.' })
  mulai: string;
}

@ObjectType('PemegangJabatan', {
  description: 'Masa pejabat yang bertindak pada tanggal itu, dan siapa orangnya.',
})
export class TipePemegang {
  @Field(() => String, { description: 'definitif, Plt., Plh., Pj., atau Pjs.' })
  status: string;

  @Field(() => SkalarTanggal, { description: 'Hari pertama.' })
  mulai: string;

  @Field(() => SkalarTanggal, { nullable: true, description: 'Hari terakhir; kosong: belum diketahui.' })
  selesai: string | null;

  @Field(() => String, { nullable: true, description: 'Nomor surat keputusan.' })
  keputusan: string | null;
}

@ObjectType('Jabatan', { description: 'Satu jabatan; daftarnya berurut menurut pohon, atasan dahulu.' })
class TipeJabatan {
  @Field(() => String, { description: 'Kunci, misalnya 61.71.disnaker.kepala.' })
  kunci: string;

  @Field(() => String, { description: 'Kode di dalam OPD.' })
  kode: string;

  @Field(() => String, { description: 'Sebutan.' })
  sebutan: string;

  @Field(() => String, { nullable: true, description: 'Kunci jabatan atasan.' })
  atasan: string | null;

  @Field(() => Int, { description: 'Kedalaman di dalam OPD, dari 0.' })
  tingkat: number;

  @Field(() => String, { name: 'jenis', nullable: true, description: 'Jenis jabatan.' })
  jenisJabatan: string | null;

  @Field(() => String, { nullable: true, description: 'Kode unit pada SOTK.' })
  unit: string | null;

  @Field(() => String, { nullable: true, description: 'Eselon.' })
  eselon: string | null;

  @Field(() => TipePemegang, { nullable: true, description: 'Yang bertindak; kosong: tidak ada.' })
  pemegang: TipePemegang | null;
}

@ObjectType('KelompokPegawai', { description: 'Banyaknya pegawai satu kelompok.' })
class TipeKelompok {
  @Field(() => String, { description: 'Kelompok.' })
  kelompok: string;

  @Field(() => Int, { description: 'Banyaknya pegawai.' })
  jumlah: number;
}

@ObjectType('TabelKepegawaian', { description: 'Jumlah pegawai menurut satu pembagian.' })
class TipeKepegawaian {
  @Field(() => String, { description: 'eselon, golongan, pendidikan, jenis-kelamin, atau status.' })
  dimensi: string;

  @Field(() => SkalarTanggal, { description: 'Keadaan per tanggal ini.' })
  tanggal: string;

  @Field(() => [TipeKelompok], { description: 'Jumlah tiap kelompok.' })
  rincian: TipeKelompok[];
}

@ObjectType('DasarHukumBerlaku', { description: 'Dasar hukum yang berlaku pada tanggal itu.' })
export class TipeDasarHukumBerlaku extends DasarHukumTipe {
  @Field(() => String, { nullable: true, description: 'Kode OPD pemiliknya; kosong: seluruh pemda.' })
  opd: string | null;
}

@ObjectType('PembubaranOpd', { description: 'Pembubaran perangkat daerah.' })
class TipePembubaran {
  @Field(() => SkalarTanggal, { description: 'Hari pertama ia tidak ada lagi.' })
  tanggal: string;

  @Field(() => [String], { description: 'Kode penggantinya.' })
  pengganti: string[];

  @Field(() => TipeAkta, { description: 'Peraturan yang membubarkannya.' })
  akta: TipeAkta;

  @Field(() => String, { description: 'Alasannya.' })
  alasan: string;
}

@ObjectType('PenerusOpd', { description: 'Perangkat daerah yang melanjutkan pekerjaannya.' })
class TipePenerus {
  @Field(() => String, { description: 'Kode.' })
  opd: string;

  @Field(() => SkalarTanggal, { description: 'Sejak kapan.' })
  sejak: string;
}

@ObjectType('Organisasi', { description: 'Susunan satu perangkat daerah pada satu tanggal.' })
export class TipeOrganisasi {
  @Field(() => String, { description: 'Kode pemda.' })
  pemda: string;

  @Field(() => String, { description: 'Kode OPD.' })
  opd: string;

  @Field(() => String, { description: 'Nama.' })
  nama: string;

  @Field(() => TipePembubaran, { nullable: true, description: 'Pembubarannya; kosong: tidak dibubarkan.' })
  dibubarkan: TipePembubaran | null;

  @Field(() => TipeSotk, { nullable: true, description: 'SOTK yang berlaku; kosong: belum ada saat itu.' })
  sotk: TipeSotk | null;

  @Field(() => TipeSotk, {
    nullable: true,
    description: 'SOTK yang sedang disusun; hanya terlihat bagi yang boleh menyusunnya.',
  })
  draf: TipeSotk | null;

  @Field(() => [TipeVersiSotk], { description: 'Semua versi yang ditetapkan, menurut tanggal mulai.' })
  versi: TipeVersiSotk[];

  @Field(() => [TipeJabatan], { description: 'Jabatan yang ada, berurut menurut pohon.' })
  jabatan: TipeJabatan[];

  @Field(() => [TipeKepegawaian], {
    description: 'Hitungan terbaru tiap pembagian; yang belum pernah dihitung tidak ada.',
  })
  kepegawaian: TipeKepegawaian[];

  @Field(() => [TipeDasarHukumBerlaku], { description: 'Dasar hukum pemda, lalu milik OPD.' })
  dasarHukum: TipeDasarHukumBerlaku[];

  @Field(() => [TipePenerus], { description: 'Yang melanjutkan pekerjaannya sampai tanggal itu.' })
  penerus: TipePenerus[];
}

@ObjectType('HariLibur', { description: 'Satu hari libur.' })
class TipeHariLibur {
  @Field(() => SkalarTanggal, { description: 'Tanggal.' })
  tanggal: string;

  @Field(() => String, { description: 'Nama hari libur.' })
  uraian: string;
}

@ObjectType('Kalender', { description: 'Kalender kerja satu tahun.' })
export class TipeKalender {
  @Field(() => Int, { description: 'Tahun.' })
  tahun: number;

  @Field(() => [Int], { description: 'Hari kerja: 1 Senin sampai 7 Minggu.' })
  hariKerja: number[];

  @Field(() => String, { description: 'Jam mulai, "JJ:MM".' })
  jamMulai: string;

  @Field(() => String, { description: 'Jam selesai, "JJ:MM".' })
  jamSelesai: string;

  @Field(() => [TipeHariLibur], { description: 'Hari libur, menurut tanggal.' })
  libur: TipeHariLibur[];

  @Field(() => String, { description: 'Sebutan jabatan yang terakhir menetapkannya.' })
  oleh: string;

  @Field(() => SkalarWaktu, { description: 'Kapan terakhir ditetapkan.' })
  pada: string;
}

@ObjectType('CatatanPeriode', { description: 'Satu pembukaan atau penutupan.' })
class TipeCatatanPeriode {
  @Field(() => Boolean, { description: 'Dibuka; selain itu ditutup.' })
  dibuka: boolean;

  @Field(() => String, { nullable: true, description: 'Kode OPD; kosong: semua OPD.' })
  opd: string | null;

  @Field(() => String, { nullable: true, description: 'Alasan.' })
  alasan: string | null;

  @Field(() => String, { description: 'Sebutan jabatan yang memutuskan.' })
  oleh: string;

  @Field(() => SkalarWaktu, { description: 'Saat terekam di log.' })
  pada: string;

  @Field(() => String, { description: 'Posisi peristiwanya.' })
  posisi: string;
}

@ObjectType('PeriodeDokumen', { description: 'Keadaan pengisian satu dokumen pada satu tahun.' })
export class TipePeriodeDokumen {
  @Field(() => String, {
    description: 'Dokumen: renstra, rkt, iku, pk, rencana-aksi, anggaran, program, pengukuran.',
  })
  dokumen: string;

  @Field(() => Int, { nullable: true, description: 'Triwulan, hanya bagi pengukuran.' })
  triwulan: number | null;

  @Field(() => Boolean, { description: 'Terbuka bagi OPD pada umumnya.' })
  terbuka: boolean;

  @Field(() => [String], { description: 'OPD yang keadaannya sebaliknya.' })
  kecuali: string[];

  @Field(() => [TipeCatatanPeriode], {
    description: 'Siapa membuka dan menutup, dan mengapa; terlama dahulu.',
  })
  catatan: TipeCatatanPeriode[];
}
