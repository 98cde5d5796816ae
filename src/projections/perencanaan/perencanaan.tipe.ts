import { Field, Int, ObjectType } from '@nestjs/graphql';
import { pilihan } from '../pilihan.tipe.js';
import { ALASAN_KOSONG } from './tabel.js';

const JenisKolom = pilihan('JenisKolomTabel', 'Apa isi sel sebuah kolom.', {
  teks: 'Teks.',
  desimal: 'Angka desimal dengan titik; target rentang ("6..8") dan predikat ("BB") tetap teksnya.',
  rupiah: 'Rupiah bulat tanpa titik dan tanpa tanda.',
  bulat: 'Bilangan bulat.',
  tanggal: 'Tanggal TTTT-BB-HH.',
});
export const Keadaan = pilihan('KeadaanTabelPerencanaan', 'Keadaan dokumen di balik sebuah tabel.', {
  'belum-ada': 'Dokumennya belum ada.',
  rancangan: 'Masih rancangan: belum ditetapkan atau belum ditandatangani.',
  berlaku: 'Berlaku.',
  digantikan: 'Sudah digantikan oleh versi berikutnya.',
});
export const AlasanKosong = pilihan('AlasanSelKosong', 'Mengapa sebuah sel tidak berisi.', ALASAN_KOSONG);

@ObjectType('KolomTabel', { description: 'Satu kolom.' })
class TipeKolom {
  @Field(() => String, { description: 'Nama kolom bagi program.' })
  kunci: string;

  @Field(() => String, { description: 'Judul kolom yang dicetak.' })
  judul: string;

  @Field(() => JenisKolom, { description: 'Apa isi selnya.' })
  jenis: string;
}

@ObjectType('SelKosong', { description: 'Satu sel yang tidak berisi, dan sebabnya.' })
class TipeSelKosong {
  @Field(() => Int, { description: 'Baris ke berapa, dari 0.' })
  baris: number;

  @Field(() => String, { description: 'Kunci kolomnya.' })
  kolom: string;

  @Field(() => AlasanKosong, { description: 'Sebabnya.' })
  alasan: string;
}

@ObjectType('TabelPerencanaan', { description: 'Satu tabel perencanaan, sel demi sel, sebagaimana dicetak.' })
class TipeTabel {
  @Field(() => Int, {
    nullable: true,
    description: 'Nomor 1 sampai 7 dalam daftar tabel yang diserahkan OPD; kosong untuk lampirannya.',
  })
  nomor: number | null;

  @Field(() => String, { description: 'Nama tabel di antara tabel-tabel satu jawaban, misalnya rkt-murni.' })
  bagian: string;

  @Field(() => String, { description: 'Judul yang dicetak.' })
  judul: string;

  @Field(() => Keadaan, { description: 'Keadaan dokumennya.' })
  keadaan: string;

  @Field(() => [TipeKolom], { description: 'Kolom, dari kiri.' })
  kolom: TipeKolom[];

  @Field(() => [[String]], {
    nullable: 'items',
    description:
      'Baris, dari atas; sel menurut urutan kolom. null: tidak ada isinya, lihat kosong. Teks kosong: bersatu dengan sel di atasnya.',
  })
  baris: (string | null)[][];

  @Field(() => [String], {
    nullable: 'itemsAndList',
    description: 'Baris jumlah; kosong bila tabelnya tidak dijumlahkan.',
  })
  jumlah: (string | null)[] | null;

  @Field(() => [TipeSelKosong], { description: 'Sebab setiap sel yang null.' })
  kosong: TipeSelKosong[];

  @Field(() => [String], { description: 'Catatan di bawah tabel.' })
  catatan: string[];

  @Field(() => [[String]], {
    description: 'Untuk setiap baris: posisi peristiwa yang membuatnya; tanyakan kepada kueri peristiwa.',
  })
  asal: string[][];
}

@ObjectType('TabelPerencanaanTahun', { description: 'Tabel-tabel perencanaan satu OPD dan tahun.' })
export class TipeTabelPerencanaan {
  @Field(() => String, { description: 'Posisi log yang dijawab: semua tabel menurut saat yang sama.' })
  posisi: string;

  @Field(() => [TipeTabel], { description: 'Tabelnya, menurut nomor.' })
  tabel: TipeTabel[];
}
