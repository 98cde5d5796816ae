import { Field, Int, ObjectType } from '@nestjs/graphql';
import { TipeAkta } from '../../infra/graphql/akta.tipe.js';
import { SkalarTanggal } from '../../infra/graphql/skalar.js';
import { pilihan } from '../pilihan.tipe.js';

const Tingkat = pilihan('TingkatNomenklatur', 'Tingkat sebuah kode nomenklatur.', {
  urusan: 'Urusan.',
  bidang: 'Bidang urusan.',
  program: 'Program.',
  kegiatan: 'Kegiatan.',
  'sub-kegiatan': 'Sub kegiatan.',
});
const Temuan = pilihan('JenisTemuanNama', 'Bagaimana sebuah kode atau nama berbeda dari nomenklatur.', {
  NAMA_BERBEDA: 'Nama resminya lain; spasi dan huruf besar tidak dihitung.',
  KODE_TIDAK_DIKENAL: 'Versi itu tidak memuat kode ini.',
  DIGIT_LAMA: 'Banyaknya angka kode sub kegiatan milik versi lain (dua sampai 2021, empat sejak 2023).',
});

@ObjectType('KodeNomenklatur', { description: 'Satu kode dengan nama resminya.' })
class TipeKode {
  @Field(() => String, { description: 'Kode.' })
  kode: string;

  @Field(() => String, { description: 'Nama resmi.' })
  nama: string;

  @Field(() => Tingkat, { description: 'Tingkat.' })
  tingkat: string;

  @Field(() => String, { nullable: true, description: 'Satuan keluarannya, bila disebut.' })
  satuan: string | null;
}

@ObjectType('Nomenklatur', { description: 'Satu versi nomenklatur nasional.' })
export class TipeNomenklatur {
  @Field(() => String, { description: 'Versi: tahun Keputusannya.' })
  versi: string;

  @Field(() => String, { description: 'Nama.' })
  nama: string;

  @Field(() => TipeAkta, { nullable: true, description: 'Keputusannya.' })
  dasar: TipeAkta | null;

  @Field(() => SkalarTanggal, { description: 'Berlaku sejak.' })
  mulaiBerlaku: string;

  @Field(() => Boolean, { description: 'Sudah ditetapkan, jadi menjadi acuan.' })
  ditetapkan: boolean;

  @Field(() => Int, { description: 'Banyaknya kode saat ditetapkan.' })
  jumlah: number;

  @Field(() => [TipeKode], { description: 'Kode tepat di bawah kode yang ditanyakan; tanpa isian, urusan.' })
  kode: TipeKode[];
}

@ObjectType('TemuanNamaProgram', {
  description: 'Satu perbedaan dari nomenklatur. Memberi tahu, tidak melarang.',
})
class TipeTemuan {
  @Field(() => String, { description: 'Kode pada pohon program.' })
  kode: string;

  @Field(() => Tingkat, { description: 'Tingkat.' })
  tingkat: string;

  @Field(() => Temuan, { description: 'Jenis perbedaan.' })
  jenis: string;

  @Field(() => String, { description: 'Nama sebagaimana tercetak.' })
  nama: string;

  @Field(() => String, { nullable: true, description: 'Nama resmi, bila kodenya dikenal.' })
  namaResmi: string | null;
}

@ObjectType('PemeriksaanNamaProgram', { description: 'Pohon program satu tahun di samping nomenklatur.' })
export class TipePemeriksaanNama {
  @Field(() => String, {
    nullable: true,
    description: 'Versi yang berlaku pada 1 Januari tahun itu; kosong bila belum ada yang dimuat.',
  })
  versi: string | null;

  @Field(() => Int, { description: 'Banyaknya kode pada pohon program.' })
  diperiksa: number;

  @Field(() => [TipeTemuan], { description: 'Yang berbeda, menurut kode.' })
  temuan: TipeTemuan[];
}
