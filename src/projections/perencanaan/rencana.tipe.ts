import { Field, Int, ObjectType } from '@nestjs/graphql';
import { TipeAkta } from '../../infra/graphql/akta.tipe.js';
import { SkalarRupiah, SkalarWaktu } from '../../infra/graphql/skalar.js';
import { Level, SumberTarget } from '../capaian/capaian.tipe.js';
import { TipeSkala } from '../capaian/opd.tipe.js';
import { Jenis } from '../perjanjian-kinerja/perjanjian-kinerja.tipe.js';
import { pilihan } from '../pilihan.tipe.js';
import { AlasanKosong, Keadaan } from './perencanaan.tipe.js';

const MilikSkala = pilihan('MilikSkala', 'Siapa yang menetapkan skala.', {
  opd: 'OPD, untuk tahun itu.',
  pemda: 'Pemda, untuk semua OPD.',
  baku: 'Permendagri 86/2017, sebab OPD dan pemda belum menetapkan.',
});
const KeadaanAksi = pilihan('KeadaanAksiRencana', 'Apa yang terjadi dengan sebuah aksi.', {
  selesai: 'Sudah dikerjakan.',
  dibatalkan: 'Tidak jadi dikerjakan.',
});
const SebabRencanaAksi = pilihan('SebabRencanaAksiPerubahan', 'Mengapa rencana aksi diubah.', {
  'pergantian-pejabat': 'Pergantian pejabat.',
  'perubahan-apbd': 'Perubahan APBD.',
  'perubahan-strategi': 'Perubahan strategi.',
  'perubahan-prioritas': 'Perubahan prioritas atau asumsi.',
  lain: 'Sebab lain.',
});
const SumberUsulan = pilihan('AsalUsulanRkt', 'Dari mana sebuah usulan berasal.', {
  'tindak-lanjut': 'Tindak lanjut pengukuran tahun lalu.',
  'rencana-aksi': 'Aksi tahun lalu yang belum selesai.',
  saran: 'Saran laporan kinerja.',
  lain: 'Lainnya.',
});
const Putusan = pilihan('PutusanUsulanRkt', 'Apa yang diputuskan atas sebuah usulan.', {
  diterima: 'Masuk ke rencana tahun ini.',
  ditolak: 'Tidak dilanjutkan.',
  ditunda: 'Ditunda.',
});

const JenisRencana = pilihan('JenisRencanaLimaTahunan', 'Jenis rencana menengah.', {
  renstra: 'Renstra OPD.',
  rpjmd: 'Rencana pembangunan jangka menengah daerah.',
  rpd: 'Rencana pembangunan daerah di masa peralihan.',
});

const POSISI = 'Posisi peristiwa yang membuatnya; tanyakan kepada kueri peristiwa.';

@ObjectType('PenetapanDokumen', { description: 'Penetapan sebuah dokumen.' })
class TipePenetapan {
  @Field(() => String, { nullable: true, description: 'Nomor keputusan, bila hanya itu yang dicatat.' })
  keputusan: string | null;

  @Field(() => TipeAkta, { nullable: true, description: 'Aktanya.' })
  akta: TipeAkta | null;

  @Field(() => SkalarWaktu, { description: 'Saat terekam di log.' })
  pada: string;

  @Field(() => [String], { description: POSISI })
  asal: string[];
}

@ObjectType('KondisiAwalIndikator', { description: 'Kondisi awal sebuah indikator.' })
class TipeKondisiAwal {
  @Field(() => Int, { nullable: true, description: 'Tahunnya.' })
  tahun: number | null;

  @Field(() => String, { nullable: true, description: 'Nilainya.' })
  nilai: string | null;
}

@ObjectType('DefinisiIndikator', { description: 'Indikator sebagaimana didefinisikan Renstra.' })
class TipeDefinisi {
  @Field(() => String, { description: 'Kode.' })
  kode: string;

  @Field(() => String, { description: 'Nama.' })
  nama: string;

  @Field(() => String, { description: 'Satuan.' })
  satuan: string;

  @Field(() => Level, { description: 'Tempatnya di pohon kinerja.' })
  level: string;

  @Field(() => Boolean, { description: 'Ditandai sebagai IKU.' })
  iku: boolean;

  @Field(() => String, { description: 'Arah yang baik.' })
  polaritas: string;

  @Field(() => String, { description: 'Bagaimana triwulan menjadi tahun.' })
  agregasi: string;

  @Field(() => Int, { description: 'Banyaknya desimal.' })
  desimal: number;

  @Field(() => String, { nullable: true, description: 'Definisi operasional.' })
  definisi: string | null;

  @Field(() => String, { nullable: true, description: 'Pembilang.' })
  pembilang: string | null;

  @Field(() => String, { nullable: true, description: 'Penyebut.' })
  penyebut: string | null;

  @Field(() => String, { nullable: true, description: 'Sumber data.' })
  sumberData: string | null;

  @Field(() => String, { nullable: true, description: 'Penanggung jawab.' })
  penanggungJawab: string | null;

  @Field(() => TipeKondisiAwal, { nullable: true, description: 'Kondisi awal.' })
  kondisiAwal: TipeKondisiAwal | null;
}

@ObjectType('TargetBerlaku', { description: 'Target yang berlaku tahun itu: PK, lalu RKT, lalu Renstra.' })
class TipeTargetBerlaku {
  @Field(() => String, { nullable: true, description: 'Targetnya.' })
  target: string | null;

  @Field(() => SumberTarget, { nullable: true, description: 'Dokumen yang menetapkannya.' })
  sumberTarget: string | null;

  @Field(() => Boolean, { description: 'Dijanjikan dalam Perjanjian Kinerja yang berlaku.' })
  pk: boolean;
}

@ObjectType('IndikatorPerencanaan', { description: 'Satu indikator dan target yang berlaku tahun itu.' })
class TipeIndikatorTahun {
  @Field(() => TipeDefinisi, { description: 'Definisinya.' })
  definisi: TipeDefinisi;

  @Field(() => TipeTargetBerlaku, { description: 'Target yang berlaku.' })
  berlaku: TipeTargetBerlaku;
}

@ObjectType({ isAbstract: true })
abstract class TipeUnsurBersama {
  @Field(() => Level, { description: 'Tingkatnya.' })
  tingkat: string;

  @Field(() => String, { description: 'Kode.' })
  kode: string;

  @Field(() => String, { description: 'Uraian atau nama.' })
  nama: string;

  @Field(() => String, { nullable: true, description: 'Kode unsur di atasnya.' })
  induk: string | null;

  @Field(() => [TipeIndikatorTahun], { description: 'Indikator yang bergantung padanya.' })
  indikator: TipeIndikatorTahun[];
}

@ObjectType('UnsurPerencanaan', {
  description: 'Tempat indikator bergantung: tujuan, sasaran, atau program.',
})
class TipeUnsur extends TipeUnsurBersama {}

@ObjectType('IndikatorUtama', { description: 'Satu IKU.' })
class TipeIndikatorUtama {
  @Field(() => String, { description: 'Kode indikator.' })
  kode: string;

  @Field(() => String, { description: 'Nama indikator.' })
  nama: string;

  @Field(() => String, { nullable: true, description: 'Satuan.' })
  satuan: string | null;

  @Field(() => String, { nullable: true, description: 'Sasaran atau tujuan yang diukurnya.' })
  diukur: string | null;

  @Field(() => String, { nullable: true, description: 'Alasan pemilihannya.' })
  alasan: string | null;

  @Field(() => String, { nullable: true, description: 'Definisi operasional.' })
  definisi: string | null;

  @Field(() => String, { nullable: true, description: 'Formula.' })
  formula: string | null;

  @Field(() => String, { nullable: true, description: 'Sumber data.' })
  sumberData: string | null;

  @Field(() => String, { nullable: true, description: 'Penanggung jawab.' })
  penanggungJawab: string | null;

  @Field(() => [String], { description: POSISI })
  asal: string[];
}

@ObjectType('SetIku', { description: 'Satu set Indikator Kinerja Utama.' })
class TipeSetIku {
  @Field(() => Keadaan, { description: 'Keadaannya; tanpa Keputusan adalah rancangan.' })
  keadaan: string;

  @Field(() => Int, { nullable: true, description: 'Versi; kosong bila belum ada Keputusan tentang IKU.' })
  versi: number | null;

  @Field(() => Int, { nullable: true, description: 'Tahun mulai berlaku.' })
  mulaiBerlaku: number | null;

  @Field(() => String, { nullable: true, description: 'Alasan set ini menggantikan yang sebelumnya.' })
  alasan: string | null;

  @Field(() => TipePenetapan, { nullable: true, description: 'Penetapannya.' })
  penetapan: TipePenetapan | null;

  @Field(() => [TipeIndikatorUtama], { description: 'Indikatornya.' })
  indikator: TipeIndikatorUtama[];
}

@ObjectType('TargetRktTahun', { description: 'Satu baris RKT.' })
class TipeTargetRkt {
  @Field(() => TipeUnsur, { nullable: true, description: 'Tempat indikatornya bergantung.' })
  unsur: TipeUnsur | null;

  @Field(() => TipeIndikatorTahun, { description: 'Indikatornya.' })
  indikator: TipeIndikatorTahun;

  @Field(() => String, { nullable: true, description: 'Target menurut RKT ini saja.' })
  target: string | null;

  @Field(() => AlasanKosong, { nullable: true, description: 'Mengapa tidak ada.' })
  alasan: string | null;

  @Field(() => [String], { description: POSISI })
  asal: string[];
}

@ObjectType('RencanaKinerjaTahunan', { description: 'RKT murni atau perubahan.' })
class TipeRkt {
  @Field(() => Jenis, { description: 'Murni atau perubahan.' })
  jenis: string;

  @Field(() => Keadaan, { description: 'Keadaannya.' })
  keadaan: string;

  @Field(() => TipePenetapan, { nullable: true, description: 'Penetapannya.' })
  penetapan: TipePenetapan | null;

  @Field(() => [TipeTargetRkt], { description: 'Setiap indikator tahun itu, menurut tempatnya.' })
  target: TipeTargetRkt[];
}

@ObjectType('PutusanUsulan', { description: 'Putusan atas sebuah usulan.' })
class TipePutusan {
  @Field(() => Putusan, { description: 'Putusannya.' })
  putusan: string;

  @Field(() => String, { nullable: true, description: 'Alasannya.' })
  alasan: string | null;
}

@ObjectType('UsulanRencanaKinerja', { description: 'Yang ditinggalkan tahun sebelumnya untuk dikerjakan.' })
class TipeUsulan {
  @Field(() => String, { description: 'Kode.' })
  kode: string;

  @Field(() => String, { description: 'Uraian.' })
  uraian: string;

  @Field(() => Int, { description: 'Tahun asalnya.' })
  tahunAsal: number;

  @Field(() => SumberUsulan, { description: 'Asalnya.' })
  sumber: string;

  @Field(() => String, { nullable: true, description: 'Kode indikator yang bersangkutan.' })
  indikator: string | null;

  @Field(() => TipePutusan, { nullable: true, description: 'Putusannya; kosong selama belum diputuskan.' })
  putusan: TipePutusan | null;

  @Field(() => [String], { description: POSISI })
  asal: string[];
}

@ObjectType('TandaAksiRencana', { description: 'Apa yang terjadi dengan sebuah aksi.' })
class TipeTandaAksi {
  @Field(() => KeadaanAksi, { description: 'Keadaannya.' })
  keadaan: string;

  @Field(() => String, { nullable: true, description: 'Catatan.' })
  catatan: string | null;
}

@ObjectType('AksiRencana', { description: 'Satu indikator pada satu triwulan.' })
class TipeAksi {
  @Field(() => String, { description: 'Kode indikator.' })
  kode: string;

  @Field(() => String, { description: 'Nama indikator.' })
  nama: string;

  @Field(() => String, { nullable: true, description: 'Satuan.' })
  satuan: string | null;

  @Field(() => String, { nullable: true, description: 'Sasaran atau tujuan yang diukurnya.' })
  diukur: string | null;

  @Field(() => Int, { description: 'Triwulan.' })
  triwulan: number;

  @Field(() => String, { nullable: true, description: 'Target triwulan; kosong: belum direncanakan.' })
  target: string | null;

  @Field(() => String, { nullable: true, description: 'Aksinya.' })
  aksi: string | null;

  @Field(() => String, { nullable: true, description: 'Penanggung jawab aksinya.' })
  penanggungJawab: string | null;

  @Field(() => TipeTandaAksi, { nullable: true, description: 'Kosong: belum selesai.' })
  tanda: TipeTandaAksi | null;

  @Field(() => [String], { description: POSISI })
  asal: string[];
}

@ObjectType('PerubahanRencanaAksi', { description: 'Mengapa rencana aksi diubah.' })
class TipePerubahanRencanaAksi {
  @Field(() => SebabRencanaAksi, { description: 'Sebabnya.' })
  sebab: string;

  @Field(() => String, { nullable: true, description: 'Alasannya.' })
  alasan: string | null;
}

@ObjectType('VersiRencanaAksi', { description: 'Satu versi rencana aksi: murni, lalu perubahannya.' })
class TipeRencanaAksi {
  @Field(() => Int, { description: '1: murni; 2 dan seterusnya: perubahan.' })
  versi: number;

  @Field(() => Keadaan, { description: 'Keadaannya.' })
  keadaan: string;

  @Field(() => TipePerubahanRencanaAksi, { nullable: true, description: 'Sebab perubahannya.' })
  perubahan: TipePerubahanRencanaAksi | null;

  @Field(() => TipePenetapan, { nullable: true, description: 'Penetapannya.' })
  penetapan: TipePenetapan | null;

  @Field(() => [TipeAksi], { description: 'Empat triwulan setiap indikatornya dan indikator PK.' })
  aksi: TipeAksi[];
}

@ObjectType('SasaranDidukungProgram', { description: 'Sasaran yang didukung sebuah program.' })
class TipeSasaranDidukung {
  @Field(() => String, { description: 'Kode.' })
  kode: string;

  @Field(() => String, { description: 'Uraian.' })
  uraian: string;
}

@ObjectType('SimpulProgramTahun', { description: 'Program, kegiatan, atau sub kegiatan tahun itu.' })
class TipeSimpulProgram extends TipeUnsurBersama {
  @Field(() => [TipeSasaranDidukung], { description: 'Sasaran yang didukung programnya.' })
  sasaran: TipeSasaranDidukung[];

  @Field(() => SkalarRupiah, { nullable: true, description: 'Pagu setelah perubahan terakhir.' })
  pagu: string | null;

  @Field(() => String, { nullable: true, description: 'Sumber dana.' })
  sumberDana: string | null;

  @Field(() => [String], { description: 'Posisi peristiwa pagunya; tanyakan kepada kueri peristiwa.' })
  asal: string[];
}

@ObjectType('ProgramTahun', { description: 'Pohon program satu tahun, menurut kode.' })
class TipeProgramTahun {
  @Field(() => [TipeSimpulProgram], { description: 'Setiap program, diikuti kegiatan dan sub kegiatannya.' })
  simpul: TipeSimpulProgram[];

  @Field(() => SkalarRupiah, {
    nullable: true,
    description: 'Jumlah pagu program; kosong selama ada program tanpa pagu.',
  })
  jumlah: string | null;
}

@ObjectType('SkalaTahun', { description: 'Skala capaian yang berlaku untuk OPD dan tahun.' })
class TipeSkalaTahun {
  @Field(() => TipeSkala, { description: 'Skalanya.' })
  skala: TipeSkala;

  @Field(() => MilikSkala, { description: 'Siapa yang menetapkannya.' })
  milik: string;
}

@ObjectType('TargetTahunRenstra', { description: 'Target satu tahun.' })
class TipeTargetTahun {
  @Field(() => Int, { description: 'Tahunnya.' })
  tahun: number;

  @Field(() => String, { nullable: true, description: 'Targetnya.' })
  target: string | null;

  @Field(() => AlasanKosong, { nullable: true, description: 'Mengapa tidak ada.' })
  alasan: string | null;
}

@ObjectType('TargetAkhirRenstra', { description: 'Kondisi akhir: target akhir, atau target tahun terakhir.' })
class TipeTargetAkhir {
  @Field(() => String, { nullable: true, description: 'Targetnya.' })
  target: string | null;

  @Field(() => AlasanKosong, { nullable: true, description: 'Mengapa tidak ada.' })
  alasan: string | null;
}

@ObjectType('IndikatorRenstra', { description: 'Satu indikator dengan targetnya selama masa Renstra.' })
class TipeIndikatorRenstra {
  @Field(() => TipeDefinisi, { description: 'Definisinya.' })
  definisi: TipeDefinisi;

  @Field(() => [TipeTargetTahun], { description: 'Target tiap tahun.' })
  target: TipeTargetTahun[];

  @Field(() => TipeTargetAkhir, { description: 'Kondisi akhir.' })
  akhir: TipeTargetAkhir;

  @Field(() => [String], { description: POSISI })
  asal: string[];
}

@ObjectType('StrategiRenstra', { description: 'Satu strategi dan arah kebijakannya.' })
class TipeStrategi {
  @Field(() => String, { description: 'Uraian.' })
  uraian: string;

  @Field(() => [String], { description: 'Arah kebijakan.' })
  arahKebijakan: string[];
}

@ObjectType('SasaranRenstra', { description: 'Satu sasaran.' })
class TipeSasaranRenstra {
  @Field(() => String, { description: 'Kode.' })
  kode: string;

  @Field(() => String, { description: 'Uraian.' })
  uraian: string;

  @Field(() => [TipeStrategi], { description: 'Strateginya.' })
  strategi: TipeStrategi[];

  @Field(() => [TipeIndikatorRenstra], { description: 'Indikatornya.' })
  indikator: TipeIndikatorRenstra[];
}

@ObjectType('TujuanRenstra', { description: 'Satu tujuan.' })
class TipeTujuanRenstra {
  @Field(() => String, { description: 'Kode.' })
  kode: string;

  @Field(() => String, { description: 'Uraian.' })
  uraian: string;

  @Field(() => [Int], { description: 'Nomor misi yang dilayaninya.' })
  misi: number[];

  @Field(() => [TipeIndikatorRenstra], { description: 'Indikatornya sendiri.' })
  indikator: TipeIndikatorRenstra[];

  @Field(() => [TipeSasaranRenstra], { description: 'Sasarannya.' })
  sasaran: TipeSasaranRenstra[];
}

@ObjectType('MisiRenstra', { description: 'Satu misi bernomor.' })
class TipeMisi {
  @Field(() => Int, { description: 'Nomor.' })
  nomor: number;

  @Field(() => String, { description: 'Uraian.' })
  uraian: string;
}

@ObjectType('ProgramPrioritas', { description: 'Program prioritas pemda.' })
class TipePrioritas {
  @Field(() => String, { description: 'Kode.' })
  kode: string;

  @Field(() => String, { description: 'Nama.' })
  nama: string;

  @Field(() => [String], { description: 'Kode sasaran yang dilayaninya.' })
  sasaran: string[];

  @Field(() => [String], { description: 'Kode OPD yang mengerjakannya.' })
  opd: string[];
}

@ObjectType('UnsurDilayani', { description: 'Tujuan atau sasaran rencana pemda.' })
class TipeDilayani {
  @Field(() => Int, { description: 'Tahun pertama rencana pemda.' })
  mulai: number;

  @Field(() => Level, { description: 'Tujuan atau sasaran.' })
  tingkat: string;

  @Field(() => String, { description: 'Kodenya.' })
  kode: string;
}

@ObjectType('KeselarasanRenstra', {
  description: 'Apa dari rencana pemda yang dilayani sebuah tujuan atau sasaran.',
})
class TipeKeselarasan {
  @Field(() => Level, { description: 'Tujuan atau sasaran.' })
  tingkat: string;

  @Field(() => String, { description: 'Kodenya.' })
  kode: string;

  @Field(() => TipeDilayani, { description: 'Yang dilayaninya.' })
  melayani: TipeDilayani;
}

@ObjectType('IsuStrategis', { description: 'Satu isu strategis.' })
class TipeIsu {
  @Field(() => String, { description: 'Kode.' })
  kode: string;

  @Field(() => String, { description: 'Uraian.' })
  uraian: string;

  @Field(() => [String], { description: 'Kode sasaran yang menjawabnya.' })
  sasaran: string[];
}

@ObjectType('PermasalahanRenstra', { description: 'Satu permasalahan.' })
class TipePermasalahan {
  @Field(() => String, { description: 'Kode.' })
  kode: string;

  @Field(() => String, { description: 'Uraian.' })
  uraian: string;

  @Field(() => String, { nullable: true, description: 'Kode isu strategisnya.' })
  isu: string | null;

  @Field(() => [String], { description: 'Kode sasaran yang menjawabnya.' })
  sasaran: string[];

  @Field(() => String, { nullable: true, description: 'Solusinya.' })
  solusi: string | null;
}

@ObjectType('VersiRenstra', { description: 'Satu versi Renstra, RPJMD, atau RPD.' })
class TipeVersiRenstra {
  @Field(() => Keadaan, { description: 'Keadaannya.' })
  keadaan: string;

  @Field(() => JenisRencana, { description: 'Renstra OPD, atau rencana pemda.' })
  jenis: string;

  @Field(() => Int, { description: '1: yang pertama; 2 dan seterusnya: perubahan.' })
  versi: number;

  @Field(() => Int, { description: 'Tahun mulai berlaku versi ini.' })
  mulaiBerlaku: number;

  @Field(() => String, { nullable: true, description: 'Alasan perubahannya.' })
  alasan: string | null;

  @Field(() => Int, { description: 'Tahun pertama masanya.' })
  mulai: number;

  @Field(() => Int, { description: 'Tahun terakhir masanya.' })
  selesai: number;

  @Field(() => String, { nullable: true, description: 'Visi.' })
  visi: string | null;

  @Field(() => String, { nullable: true, description: 'Mengapa tidak memuat visi.' })
  alasanTanpaVisi: string | null;

  @Field(() => String, { nullable: true, description: 'Misi sebagai satu teks.' })
  misi: string | null;

  @Field(() => [TipeMisi], { description: 'Misi bernomor.' })
  daftarMisi: TipeMisi[];

  @Field(() => [TipeTujuanRenstra], { description: 'Tujuan dengan sasaran dan indikatornya.' })
  tujuan: TipeTujuanRenstra[];

  @Field(() => [TipePrioritas], { description: 'Program prioritas; hanya pada rencana pemda.' })
  prioritas: TipePrioritas[];

  @Field(() => [TipeKeselarasan], { description: 'Keselarasan dengan rencana pemda.' })
  selaras: TipeKeselarasan[];

  @Field(() => [TipeIsu], { description: 'Isu strategis.' })
  isu: TipeIsu[];

  @Field(() => [TipePermasalahan], { description: 'Permasalahan.' })
  permasalahan: TipePermasalahan[];

  @Field(() => TipePenetapan, { nullable: true, description: 'Penetapannya.' })
  penetapan: TipePenetapan | null;
}

@ObjectType('Perencanaan', {
  description: 'Dokumen perencanaan satu OPD dan tahun, semuanya menurut saat yang sama.',
})
export class TipePerencanaan {
  @Field(() => String, { description: 'Posisi log yang dijawab.' })
  posisi: string;

  @Field(() => [TipeVersiRenstra], {
    description: 'Versi Renstra yang berlaku tahun itu, lalu Perubahan yang sedang disusun bila ada.',
  })
  renstra: TipeVersiRenstra[];

  @Field(() => [TipeSetIku], { description: 'Set IKU yang berlaku, lalu rancangannya bila ada.' })
  iku: TipeSetIku[];

  @Field(() => [TipeRkt], { description: 'RKT murni, lalu perubahan bila ada.' })
  rkt: TipeRkt[];

  @Field(() => [TipeUsulan], { description: 'Usulan yang menunggu atau sudah diputuskan di RKT.' })
  usulan: TipeUsulan[];

  @Field(() => TipeProgramTahun, { description: 'Program, kegiatan, dan sub kegiatan.' })
  program: TipeProgramTahun;

  @Field(() => TipeSkalaTahun, { description: 'Skala capaian.' })
  skala: TipeSkalaTahun;

  @Field(() => [TipeRencanaAksi], { description: 'Setiap versi rencana aksi, terlama dahulu.' })
  rencanaAksi: TipeRencanaAksi[];
}
