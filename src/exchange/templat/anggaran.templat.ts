import { daftarKode } from '../../kernel/isian-lembar.js';
import { kunci } from '../../kernel/kunci.js';
import { anggaran } from '../../planning/anggaran/anggaran.decider.js';
import { siapkanAnggaran } from '../../planning/anggaran/anggaran.handler.js';
import {
  barisPagu,
  CONTOH_PAGU,
  KOLOM_PAGU,
  permintaanPagu,
} from '../../planning/anggaran/anggaran.lembar.js';
import { program } from '../../planning/program/program.decider.js';
import { type PermintaanProgram, siapkanProgram } from '../../planning/program/program.handler.js';
import {
  barisProgram,
  CONTOH_PROGRAM,
  KOLOM_PROGRAM,
  permintaanTambahProgram,
} from '../../planning/program/program.lembar.js';
import type { PerintahBorongan } from '../borongan.js';
import {
  asalBaris,
  type BarisTerisi,
  type KunciTemplat,
  type Pengirim,
  perintahDari,
  semuaTetap,
  type Templat,
} from '../templat.js';

const [PROGRAM, PAGU] = ['Program', 'Pagu'];
const id = (k: KunciTemplat): string => kunci.opdTahun(k.pemda, k.opd, k.tahun);

/** A node, then what it supports and is measured by: each a command of its own. */
const perintahProgram = (b: BarisTerisi, k: KunciTemplat, pengirim: Pengirim): PerintahBorongan[] => {
  const { isian } = b;
  const kode = isian.kode ?? '';
  const satu = (kolom: string, p: PermintaanProgram): PerintahBorongan =>
    perintahDari(
      program,
      id(k),
      pengirim,
      'program.susun',
      k,
      (baca) => siapkanProgram(baca, k, p, pengirim.sah),
      asalBaris(PROGRAM)(b, kolom),
      semuaTetap(b),
    );
  return [
    satu('Kode', permintaanTambahProgram(isian)),
    ...daftarKode(isian.sasaran).map((sasaran) =>
      satu('Sasaran yang didukung', { type: 'DukungSasaran', program: kode, sasaran }),
    ),
    ...daftarKode(isian.indikator).map((indikator) =>
      satu('Indikator', { type: 'HubungkanIndikator', kode, indikator }),
    ),
  ];
};

export const templatAnggaran: Templat = {
  jenis: 'anggaran',
  versi: 2,
  judul: 'Program, kegiatan, sub kegiatan, dan pagunya',
  penjelasan: [
    'Lembar Program memuat pohon tahun itu: setiap baris di bawah induknya. Lembar Pagu memuat pagu tiap kode.',
    'Pagu yang kosong berarti belum diketahui, bukan nol. Pergeseran ditulis dengan nomornya, setelah yang digesernya.',
  ],
  lembar: [
    { nama: PROGRAM, kolom: KOLOM_PROGRAM, unik: ['kode'], contoh: CONTOH_PROGRAM },
    { nama: PAGU, kolom: KOLOM_PAGU, unik: ['jenis', 'nomor', 'kode'], contoh: CONTOH_PAGU },
  ],
  isi: (baca, k) => {
    const { state: pohon } = baca(program, id(k));
    const { state } = baca(anggaran, id(k));
    return { [PROGRAM]: barisProgram(pohon), [PAGU]: barisPagu(state, [...pohon.simpul.keys()]) };
  },
  saran: (baca, k) => {
    const simpul = [...baca(program, id(k)).state.simpul];
    return { induk: simpul.flatMap(([kode, { tingkat }]) => (tingkat === 'sub-kegiatan' ? [] : kode)) };
  },
  perintah: (isi, k, pengirim) => [
    ...(isi.get(PROGRAM) ?? []).flatMap((b) => perintahProgram(b, k, pengirim)),
    ...(isi.get(PAGU) ?? []).map((b) =>
      perintahDari(
        anggaran,
        id(k),
        pengirim,
        'anggaran.tetapkan',
        k,
        (baca) => siapkanAnggaran(baca, k, permintaanPagu(b.isian), pengirim.sah),
        asalBaris(PAGU)(b, 'Pagu (rupiah)'),
        semuaTetap(b),
      ),
    ),
  ],
};
