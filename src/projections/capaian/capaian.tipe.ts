import { Field, Int, ObjectType } from '@nestjs/graphql';
import { SkalarDesimal, SkalarRupiah } from '../../infra/graphql/skalar.js';
import { pilihan } from '../pilihan.tipe.js';

export const Level = pilihan('LevelIndikator', 'Tempat indikator di dalam pohon kinerja.', {
  tujuan: 'Indikator tujuan Renstra.',
  sasaran: 'Indikator sasaran Renstra.',
  program: 'Indikator program.',
  kegiatan: 'Indikator kegiatan.',
  'sub-kegiatan': 'Indikator sub kegiatan.',
});
const Status = pilihan('StatusPengukuran', 'Sejauh mana pengukuran sebuah triwulan disahkan.', {
  draf: 'Sedang diisi.',
  diajukan: 'Diajukan oleh bidang, menunggu verifikasi.',
  diverifikasi: 'Diverifikasi perencana, menunggu persetujuan kepala.',
  disetujui: 'Disetujui dan terkunci.',
});
export const SumberTarget = pilihan('SumberTarget', 'Dokumen yang menetapkan target.', {
  pk: 'Perjanjian Kinerja yang berlaku.',
  rkt: 'Rencana Kinerja Tahunan (perubahan sebelum murni).',
  renstra: 'Target tahun itu di Renstra.',
});
const Alasan = pilihan('AlasanTanpaCapaian', 'Mengapa capaian tidak ada; tidak pernah berarti nol.', {
  BELUM_ADA_TARGET: 'Tidak ada target.',
  BELUM_ADA_REALISASI: 'Realisasi belum dicatat.',
  PENYEBUT_NOL: 'Pembilang dan penyebut sama-sama nol.',
  TARGET_NOL: 'Target nol, capaian tidak terdefinisi.',
  REALISASI_NOL: 'Realisasi nol pada polaritas turun-rasio.',
});
const Tanda = pilihan('TandaCapaian', 'Catatan pada capaian yang ada.', {
  TARGET_NOL: 'Target nol dan realisasi di atas nol: capaian 0.',
  DI_BAWAH_NOL: 'Capaian di bawah nol, disimpan apa adanya.',
});
const Arah = pilihan('ArahPerubahan', 'Arah realisasi dibanding tahun lalu.', {
  naik: 'Naik.',
  turun: 'Turun.',
  tetap: 'Tetap.',
});
const TingkatPembanding = pilihan('TingkatPembanding', 'Tingkat wilayah pembanding.', {
  nasional: 'Nasional.',
  provinsi: 'Provinsi.',
  'kabupaten-kota': 'Kabupaten atau kota lain.',
});
const TingkatAnggaran = pilihan('TingkatAnggaran', 'Tingkat sebuah baris anggaran.', {
  program: 'Program.',
  kegiatan: 'Kegiatan.',
  'sub-kegiatan': 'Sub kegiatan.',
  belanja: 'Akun belanja: klasifikasi kedua atas uang yang sama.',
});
const AlasanEfisiensi = pilihan('AlasanEfisiensi', 'Mengapa efisiensi tidak dinyatakan.', {
  CAPAIAN_TIDAK_DIKETAHUI: 'Capaian tidak diketahui.',
  SERAPAN_TIDAK_DIKETAHUI: 'Serapan tidak diketahui.',
  TIDAK_BERMAKNA: 'Capaian di bawah 100: sisa uang bukan efisiensi.',
});
const AlasanSasaran = pilihan('AlasanSasaran', 'Mengapa capaian sasaran tidak ada.', {
  BELUM_LENGKAP: 'Ada indikator PK yang belum mempunyai capaian.',
});
const Dasar = pilihan('DasarTotal', 'Baris anggaran yang dijumlahkan menjadi total.', {
  program: 'Program.',
  kegiatan: 'Kegiatan.',
  belanja: 'Akun belanja 5.',
});

@ObjectType('AsalAngka', {
  description: 'Posisi peristiwa yang membentuk angka; tanyakan kepada kueri peristiwa.',
})
export class TipeAsalAngka {
  @Field(() => [String], { description: 'Peristiwa yang menetapkan target.' })
  target: string[];

  @Field(() => [String], { description: 'Peristiwa yang mencatat dan mengoreksi realisasi.' })
  realisasi: string[];
}

@ObjectType('AsalAnggaran', {
  description: 'Posisi peristiwa yang membentuk angka; tanyakan kepada kueri peristiwa.',
})
export class TipeAsalAnggaran {
  @Field(() => [String], { description: 'Peristiwa yang menetapkan pagu.' })
  pagu: string[];

  @Field(() => [String], { description: 'Peristiwa yang mencatat dan mengoreksi realisasi anggaran.' })
  realisasi: string[];
}

@ObjectType('CapaianTahunLalu', { description: 'Perbandingan dengan realisasi tahun lalu.' })
export class TipeTahunLalu {
  @Field(() => Int, { description: 'Tahun lalu.' })
  tahun: number;

  @Field(() => String, { description: 'Realisasi tahun lalu, dengan desimal indikator.' })
  realisasi: string;

  @Field(() => SkalarDesimal, {
    nullable: true,
    description: 'Selisih realisasi, dalam satuan indikator (untuk persen: poin).',
  })
  selisih: string | null;

  @Field(() => Arah, { nullable: true, description: 'Arah selisih.' })
  arah: string | null;
}

@ObjectType('CapaianTahun', { description: 'Satu tahun sebelumnya.' })
export class TipeTahunSebelumnya {
  @Field(() => Int, { description: 'Tahunnya.' })
  tahun: number;

  @Field(() => String, { nullable: true, description: 'Target tahun itu.' })
  target: string | null;

  @Field(() => String, { nullable: true, description: 'Realisasi tahun itu.' })
  realisasi: string | null;

  @Field(() => SkalarDesimal, { nullable: true, description: 'Capaian tahun itu, persen.' })
  capaian: string | null;
}

@ObjectType('CapaianPembanding', { description: 'Realisasi kita terhadap angka wilayah lain.' })
export class TipePembanding {
  @Field(() => TingkatPembanding, { description: 'Tingkat wilayah.' })
  tingkat: string;

  @Field(() => String, { nullable: true, description: 'Nama wilayah.' })
  wilayah: string | null;

  @Field(() => Int, { description: 'Tahun angka pembanding.' })
  tahun: number;

  @Field(() => String, { description: 'Angka wilayah itu.' })
  nilai: string;

  @Field(() => SkalarDesimal, {
    nullable: true,
    description: 'Realisasi kita dibagi angka mereka menurut polaritas, persen.',
  })
  capaian: string | null;
}

@ObjectType('CapaianIndikator', { description: 'Target, realisasi, dan capaian satu indikator.' })
export class TipeCapaianIndikator {
  @Field(() => String, { description: 'Kode indikator.' })
  kode: string;

  @Field(() => String, { description: 'Nama indikator.' })
  nama: string;

  @Field(() => String, { description: 'Satuan.' })
  satuan: string;

  @Field(() => Level, { description: 'Tempat di pohon kinerja.' })
  level: string;

  @Field(() => Boolean, { description: 'Dijanjikan dalam Perjanjian Kinerja yang berlaku.' })
  pk: boolean;

  @Field(() => Status, {
    nullable: true,
    description: 'Keadaan terendah dari triwulan yang dihitung; kosong bila belum ada realisasi.',
  })
  status: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Target: desimal, rentang "20.00..25.00", atau label predikat.',
  })
  target: string | null;

  @Field(() => SumberTarget, { nullable: true, description: 'Dokumen yang menetapkan target.' })
  sumberTarget: string | null;

  @Field(() => String, { nullable: true, description: 'Realisasi sampai triwulan yang diminta.' })
  realisasi: string | null;

  @Field(() => SkalarDesimal, { nullable: true, description: 'Capaian, persen dengan dua desimal.' })
  capaian: string | null;

  @Field(() => Alasan, { nullable: true, description: 'Mengapa capaian kosong.' })
  alasan: string | null;

  @Field(() => Tanda, { nullable: true, description: 'Catatan pada capaian.' })
  tanda: string | null;

  @Field(() => String, { nullable: true, description: 'Kelas capaian menurut skala tahun itu.' })
  predikat: string | null;

  @Field(() => SkalarDesimal, {
    nullable: true,
    description: 'Realisasi terhadap target akhir Renstra, persen.',
  })
  kemajuanRenstra: string | null;

  @Field(() => TipeTahunLalu, { nullable: true, description: 'Perbandingan dengan tahun lalu.' })
  tahunLalu: TipeTahunLalu | null;

  @Field(() => [TipeTahunSebelumnya], {
    description: 'Setiap tahun sebelumnya yang diketahui, terbaru dahulu.',
  })
  tahunSebelumnya: TipeTahunSebelumnya[];

  @Field(() => [TipePembanding], { description: 'Perbandingan dengan wilayah lain.' })
  pembanding: TipePembanding[];

  @Field(() => TipeAsalAngka, { description: 'Dari peristiwa mana angka ini berasal.' })
  asal: TipeAsalAngka;
}

@ObjectType({ isAbstract: true })
abstract class TipeSerapan {
  @Field(() => SkalarRupiah, { nullable: true, description: 'Pagu setelah perubahan terakhir.' })
  pagu: string | null;

  @Field(() => SkalarRupiah, { nullable: true, description: 'Realisasi anggaran, kumulatif.' })
  realisasi: string | null;

  @Field(() => SkalarDesimal, { nullable: true, description: 'Realisasi terhadap pagu, persen.' })
  serapan: string | null;
}

@ObjectType('ProgramBersama', { description: 'Program yang mendukung beberapa sasaran; tidak dibagi-bagi.' })
export class TipeProgramBersama {
  @Field(() => String, { description: 'Kode program.' })
  kode: string;

  @Field(() => SkalarRupiah, { nullable: true, description: 'Pagu setelah perubahan terakhir.' })
  pagu: string | null;

  @Field(() => SkalarRupiah, { nullable: true, description: 'Realisasi anggaran.' })
  realisasi: string | null;
}

@ObjectType('CapaianSasaran', { description: 'Capaian, serapan, dan efisiensi satu sasaran atau tujuan.' })
export class TipeCapaianSasaran extends TipeSerapan {
  @Field(() => String, { description: 'Kode sasaran atau tujuan.' })
  kode: string;

  @Field(() => SkalarDesimal, { nullable: true, description: 'Rata-rata capaian indikatornya.' })
  capaian: string | null;

  @Field(() => SkalarDesimal, {
    nullable: true,
    description: 'Rata-rata indikator yang sudah ada capaiannya, selama belum lengkap.',
  })
  capaianSementara: string | null;

  @Field(() => AlasanSasaran, { nullable: true, description: 'Mengapa capaian kosong.' })
  alasan: string | null;

  @Field(() => String, { nullable: true, description: 'Kelas capaian menurut skala tahun itu.' })
  predikat: string | null;

  @Field(() => SkalarDesimal, { nullable: true, description: 'Capaian dikurangi serapan, poin.' })
  efisiensi: string | null;

  @Field(() => AlasanEfisiensi, { nullable: true, description: 'Mengapa efisiensi kosong.' })
  alasanEfisiensi: string | null;

  @Field(() => SkalarDesimal, {
    nullable: true,
    description: 'Selisih capaian dan serapan, juga bila tidak bermakna sebagai efisiensi.',
  })
  selisihSerapan: string | null;

  @Field(() => [TipeProgramBersama], { description: 'Program yang juga mendukung sasaran lain.' })
  programBersama: TipeProgramBersama[];
}

@ObjectType('CapaianAnggaran', { description: 'Serapan satu baris anggaran.' })
export class TipeCapaianAnggaran extends TipeSerapan {
  @Field(() => String, { description: 'Kode program, kegiatan, sub kegiatan, atau akun belanja.' })
  kode: string;

  @Field(() => TingkatAnggaran, { description: 'Tingkat baris ini.' })
  tingkat: string;

  @Field(() => TipeAsalAnggaran, { description: 'Dari peristiwa mana angka ini berasal.' })
  asal: TipeAsalAnggaran;
}

@ObjectType('CapaianTotal', { description: 'Jumlah seluruh OPD pada tahun itu.' })
export class TipeCapaianTotal extends TipeSerapan {
  @Field(() => Dasar, { nullable: true, description: 'Baris yang dijumlahkan.' })
  dasar: string | null;

  @Field(() => Int, { description: 'Banyaknya indikator dalam Perjanjian Kinerja yang berlaku.' })
  indikator: number;

  @Field(() => Int, { description: 'Di antaranya, yang capaiannya 100 atau lebih.' })
  mencapaiTarget: number;
}

@ObjectType('SerapanPk', {
  description: 'Jumlah program yang disebut dalam Perjanjian Kinerja yang berlaku.',
})
export class TipeSerapanPk extends TipeSerapan {}

@ObjectType('CapaianKinerja', { description: 'Semua angka satu OPD dan tahun, dihitung saat dibaca.' })
export class TipeCapaianKinerja {
  @Field(() => String, { description: 'Kode pemda.' })
  pemda: string;

  @Field(() => String, { description: 'Kode OPD.' })
  opd: string;

  @Field(() => Int, { description: 'Tahun anggaran.' })
  tahun: number;

  @Field(() => Int, { description: 'Sampai triwulan mana dihitung.' })
  triwulan: number;

  @Field(() => String, { description: 'Posisi log yang menjadi dasar jawaban ini.' })
  posisi: string;

  @Field(() => [TipeCapaianIndikator], { description: 'Setiap indikator tahun itu, dari semua level.' })
  indikator: TipeCapaianIndikator[];

  @Field(() => [TipeCapaianSasaran], { description: 'Setiap tujuan, dari indikatornya sendiri.' })
  tujuan: TipeCapaianSasaran[];

  @Field(() => [TipeCapaianSasaran], { description: 'Setiap sasaran.' })
  sasaran: TipeCapaianSasaran[];

  @Field(() => [TipeCapaianAnggaran], { description: 'Setiap baris anggaran.' })
  anggaran: TipeCapaianAnggaran[];

  @Field(() => TipeCapaianTotal, { description: 'Jumlah seluruhnya.' })
  total: TipeCapaianTotal;

  @Field(() => TipeSerapanPk, { description: 'Jumlah program dalam Perjanjian Kinerja yang berlaku.' })
  totalPk: TipeSerapanPk;
}
