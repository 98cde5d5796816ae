import { Field, Int, ObjectType } from '@nestjs/graphql';
import { SkalarRupiah, SkalarTanggal, SkalarWaktu } from '../../infra/graphql/skalar.js';
import { CaraKeputusan } from '../cara.tipe.js';
import { pilihan } from '../pilihan.tipe.js';
import { sambungan } from '../sambungan.tipe.js';

const Status = pilihan('StatusPerjanjianKinerja', 'Keadaan satu versi Perjanjian Kinerja.', {
  diajukan: 'Diajukan, menunggu Pihak Pertama.',
  dikembalikan: 'Dikembalikan dengan catatan; menunggu diajukan lagi.',
  ditandatangani: 'Ditandatangani Pihak Pertama, menunggu Pihak Kedua.',
  berlaku: 'Ditandatangani kedua pihak.',
  digantikan: 'Digantikan oleh versi berikutnya.',
  dibatalkan: 'Dibatalkan sebelum kedua pihak menandatangani.',
});
export const Jenis = pilihan('JenisPerjanjianKinerja', 'Murni atau perubahan.', {
  murni: 'Versi pertama.',
  perubahan: 'Versi sesudahnya, dengan sebabnya.',
});
const Sebab = pilihan('SebabPerjanjianPerubahan', 'Mengapa Perjanjian Kinerja diubah.', {
  'pergantian-pejabat': 'Pergantian pejabat.',
  'perubahan-apbd': 'Perubahan APBD.',
  'perubahan-strategi': 'Perubahan strategi.',
  'perubahan-prioritas': 'Perubahan prioritas atau asumsi.',
});
const StatusCatatan = pilihan('JenisCatatanPerjanjian', 'Mengapa catatan dibuat.', {
  dikembalikan: 'Naskah dikembalikan.',
  dibatalkan: 'Naskah dibatalkan.',
});

const StatusKebutuhan = pilihan('StatusKebutuhanPerubahan', 'Yang dikatakan tentang sebuah sebab.', {
  dicatat: 'PK perlu diubah.',
  ditutup: 'PK tetap seperti adanya, dengan alasan.',
});

@ObjectType('PihakPerjanjian', { description: 'Salah satu pihak, sebagaimana tercetak di naskah.' })
class TipePihak {
  @Field(() => String, { description: 'Kunci jabatan, misalnya 61.71.disnaker.kepala.' })
  jabatan: string;

  @Field(() => String, { description: 'Sebutan jabatan.' })
  sebutan: string;

  @Field(() => String, { nullable: true, description: 'definitif, Plt., Plh., Pj., atau Pjs.' })
  status: string | null;
}

@ObjectType('TargetAtasanPerjanjian', { description: 'Target di Perjanjian Kinerja jabatan di atasnya.' })
class TipeTargetAtasan {
  @Field(() => String, { description: 'Kunci jabatan yang menjanjikannya.' })
  jabatan: string;

  @Field(() => String, { description: 'Kode indikatornya.' })
  indikator: string;
}

@ObjectType('LuarRenstraPerjanjian', { description: 'Mengapa dijanjikan walaupun tidak ada di Renstra.' })
class TipeLuarRenstra {
  @Field(() => String, { description: 'Sasaran yang diukur indikator ini.' })
  sasaran: string;

  @Field(() => String, { description: 'Alasan.' })
  alasan: string;

  @Field(() => String, { description: 'Polaritas indikator.' })
  polaritas: string;
}

@ObjectType('TargetPerjanjian', { description: 'Satu target yang dijanjikan.' })
class TipeTarget {
  @Field(() => String, { description: 'Kode indikator.' })
  indikator: string;

  @Field(() => String, { description: 'Nama indikator pada naskah.' })
  nama: string;

  @Field(() => String, { description: 'Satuan.' })
  satuan: string;

  @Field(() => String, { description: 'Target.' })
  target: string;

  @Field(() => TipeTargetAtasan, {
    nullable: true,
    description: 'Target atasan yang dilayaninya; kosong: tidak disebut.',
  })
  melayani?: TipeTargetAtasan;

  @Field(() => TipeLuarRenstra, { nullable: true, description: 'Hanya untuk target di luar Renstra.' })
  luarRenstra?: TipeLuarRenstra;
}

@ObjectType('AnggaranPerjanjian', { description: 'Satu program pada naskah.' })
class TipeAnggaran {
  @Field(() => String, { description: 'Kode program.' })
  program: string;

  @Field(() => String, { description: 'Nama program.' })
  nama: string;

  @Field(() => SkalarRupiah, { description: 'Pagu pada naskah.' })
  pagu: string;

  @Field(() => String, { nullable: true, description: 'Keterangan.' })
  keterangan: string | null;
}

@ObjectType('NaskahPerjanjian', { description: 'Teks tetap yang disepakati kedua pihak.' })
class TipeNaskah {
  @Field(() => Jenis, { description: 'Murni atau perubahan.' })
  jenis: string;

  @Field(() => Sebab, { nullable: true, description: 'Sebab perubahan.' })
  sebab: string | null;

  @Field(() => SkalarTanggal, { nullable: true, description: 'Tanggal dokumen.' })
  tanggal: string | null;

  @Field(() => TipePihak, { description: 'Penerima amanah.' })
  pihakPertama: TipePihak;

  @Field(() => TipePihak, {
    nullable: true,
    description: 'Pemberi amanah; kosong hanya pada Perjanjian Kinerja kepala daerah.',
  })
  pihakKedua: TipePihak | null;

  @Field(() => [TipeTarget], { description: 'Target yang dijanjikan.' })
  target: TipeTarget[];

  @Field(() => [TipeAnggaran], { description: 'Program dan anggarannya.' })
  anggaran: TipeAnggaran[];
}

@ObjectType('TandaTanganBasah', { description: 'Tanda tangan tangan di atas kertas, menurut pindaiannya.' })
class TipeTandaTanganBasah {
  @Field(() => String, { description: 'SHA-256 pindaian di arsip.' })
  berkas: string;

  @Field(() => SkalarTanggal, { description: 'Tanggal yang tercetak.' })
  tanggal: string;

  @Field(() => String, { description: 'Kunci jabatan yang mencatatnya.' })
  dicatatOleh: string;
}

@ObjectType('BuktiTandaTangan', { description: 'Yang menyertai tanda tangan di dalam berkas PDF.' })
class TipeBukti {
  @Field(() => String, { description: 'SHA-256 berkas yang dilihat penandatangan.' })
  berkasDilihat: string;

  @Field(() => String, { description: 'SHA-256 berkas dengan tanda tangannya.' })
  berkasHasil: string;

  @Field(() => String, { description: 'Penyedianya: tertanam atau bsre-v2.' })
  penyedia: string;

  @Field(() => String, { description: 'tersertifikasi atau tidak-tersertifikasi (PP 71/2019 Pasal 59-60).' })
  jaminan: string;

  @Field(() => String, { description: 'SHA-256 sertifikat penandatangan.' })
  sertifikat: string;

  @Field(() => String, { description: 'B-B, atau B-T bila bercap waktu.' })
  tingkat: string;

  @Field(() => SkalarWaktu, { description: 'Saat ditandatangani menurut penyedianya.' })
  pada: string;
}

@ObjectType('TandaTanganBelumPasti', {
  description: 'Permintaan tanda tangan yang tidak dijawab penyedianya.',
})
class TipeBelumPasti {
  @Field(() => Int, { description: 'Diminta sebagai pihak ke berapa.' })
  pihak: number;

  @Field(() => String, { description: 'Nomor permintaannya, untuk memastikannya.' })
  idPermintaan: string;

  @Field(() => SkalarWaktu, { description: 'Saat tercatat.' })
  pada: string;
}

@ObjectType('TandaTanganPerjanjian', { description: 'Satu tanda tangan atas sidik naskah.' })
export class TipeTandaTangan {
  @Field(() => Int, { description: '1: Pihak Pertama; 2: Pihak Kedua.' })
  pihak: number;

  @Field(() => String, { description: 'Kunci jabatan penandatangan.' })
  jabatan: string;

  @Field(() => String, { description: 'Sebutan jabatan.' })
  sebutan: string;

  @Field(() => String, { nullable: true, description: 'definitif, Plt., Plh., Pj., atau Pjs.' })
  status: string | null;

  @Field(() => CaraKeputusan, { description: 'Dibubuhkan di Amanah, atau dicatat dari kertas.' })
  cara: string;

  @Field(() => TipeTandaTanganBasah, {
    nullable: true,
    description: 'Bila ditandatangani basah pada cetakan naskah ini: pindaiannya.',
  })
  basah: TipeTandaTanganBasah | null;

  @Field(() => TipeBukti, {
    nullable: true,
    description: 'Kosong: tanpa tanda tangan di dalam berkas.',
  })
  bukti: TipeBukti | null;

  @Field(() => SkalarWaktu, { description: 'Saat terekam di log.' })
  pada: string;

  @Field(() => String, { description: 'Posisi peristiwanya.' })
  posisi: string;
}

@ObjectType('CatatanPerjanjian', { description: 'Catatan pengembalian atau alasan pembatalan.' })
class TipeCatatan {
  @Field(() => StatusCatatan, { description: 'Mengapa catatan dibuat.' })
  jenis: string;

  @Field(() => String, { description: 'Isinya.' })
  catatan: string;

  @Field(() => String, { description: 'Kunci jabatan pembuatnya.' })
  jabatan: string;

  @Field(() => String, { description: 'Sebutan jabatan.' })
  sebutan: string;

  @Field(() => SkalarWaktu, { description: 'Saat terekam di log.' })
  pada: string;

  @Field(() => String, { description: 'Posisi peristiwanya.' })
  posisi: string;
}

@ObjectType('VersiPerjanjianKinerja', { description: 'Satu versi: murni, lalu perubahan.' })
export class TipeVersiPk {
  @Field(() => Int, { description: '1: murni; 2 dan seterusnya: perubahan.' })
  versi: number;

  @Field(() => Status, { description: 'Keadaannya.' })
  status: string;

  @Field(() => TipeNaskah, { description: 'Naskah yang terakhir diajukan.' })
  naskah: TipeNaskah;

  @Field(() => String, { description: 'SHA-256 naskah: inilah yang ditandatangani.' })
  sidik: string;

  @Field(() => CaraKeputusan, { description: 'Diajukan di Amanah, atau dicatat dari kertas.' })
  cara: string;

  @Field(() => String, { description: 'Kunci jabatan yang mengajukan.' })
  pengaju: string;

  @Field(() => SkalarWaktu, { description: 'Saat pengajuan terekam.' })
  diajukanPada: string;

  @Field(() => String, {
    nullable: true,
    description: 'Alamat halaman periksanya: /v/{idPeriksa}; kosong bila naskahnya dari kertas.',
  })
  idPeriksa: string | null;

  @Field(() => [TipeBelumPasti], { description: 'Permintaan tanda tangan yang hasilnya belum pasti.' })
  belumPasti: TipeBelumPasti[];

  @Field(() => [TipeTandaTangan], { description: 'Tanda tangan atas naskah ini.' })
  tandaTangan: TipeTandaTangan[];

  @Field(() => [TipeCatatan], { description: 'Catatan pengembalian dan pembatalan.' })
  catatan: TipeCatatan[];

  @Field(() => [String], {
    description: 'Posisi semua peristiwa versi ini; tanyakan kepada kueri peristiwa.',
  })
  asal: string[];
}

@ObjectType('KebutuhanPerjanjianPerubahan', {
  description: 'Catatan bahwa PK perlu diubah, atau bahwa PK tetap seperti adanya.',
})
class TipeKebutuhan {
  @Field(() => StatusKebutuhan, { description: 'Dicatat, atau ditutup dengan alasan.' })
  status: string;

  @Field(() => Sebab, { description: 'Sebabnya.' })
  sebab: string;

  @Field(() => Int, { description: 'Versi yang berlaku saat itu.' })
  versi: number;

  @Field(() => String, { description: 'Alasannya.' })
  alasan: string;

  @Field(() => String, { description: 'Kunci jabatan pembuatnya.' })
  jabatan: string;

  @Field(() => String, { description: 'Sebutan jabatan.' })
  sebutan: string;

  @Field(() => SkalarWaktu, { description: 'Saat terekam di log.' })
  pada: string;

  @Field(() => String, { description: 'Posisi peristiwanya.' })
  posisi: string;
}

@ObjectType('PerjanjianKinerja', { description: 'Perjanjian Kinerja satu jabatan dan tahun, semua versi.' })
export class TipePerjanjianKinerja {
  @Field(() => String, { description: 'Kode pemda.' })
  pemda: string;

  @Field(() => String, { description: 'Kode OPD.' })
  opd: string;

  @Field(() => String, { description: 'Kode jabatan di dalam OPD.' })
  jabatan: string;

  @Field(() => Int, { description: 'Tahun anggaran.' })
  tahun: number;

  @Field(() => Int, { description: 'Revisi dokumen; berikan pada mutasi agar halaman usang ditolak.' })
  revisi: number;

  @Field(() => SkalarTanggal, {
    nullable: true,
    description: 'Paling lambat berlaku: satu bulan setelah tanggal DPA; kosong bila DPA belum tercatat.',
  })
  tenggat: string | null;

  @Field(() => [TipeVersiPk], { description: 'Semua versi, terlama dahulu.' })
  versi: TipeVersiPk[];

  @Field(() => [TipeKebutuhan], {
    description: 'Yang dicatat tentang perlunya PK Perubahan, terlama dahulu.',
  })
  kebutuhan: TipeKebutuhan[];
}

export const SambunganPerjanjianKinerja = sambungan(TipePerjanjianKinerja, 'PerjanjianKinerja');
