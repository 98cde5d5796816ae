import type { Akta } from '../../kernel/akta.js';
import { format, hasilSah } from '../../kernel/desimal.js';
import { cetakTanggal } from '../../kernel/tanggal.js';
import type { IsiNomenklatur } from '../../planning/nomenklatur/nomenklatur.decider.js';

import type { Rincian } from '../../planning/opd/kepegawaian.decider.js';
import type { IsiPembubaran } from '../../planning/opd/opd.decider.js';
import type { IsiSotk, IsiUnit } from '../../planning/opd/sotk.decider.js';
import type { IsiDasarHukum, Pencabutan } from '../../planning/pemda/dasar-hukum.decider.js';
import type { Kalender } from '../../planning/pemda/pemda.decider.js';
import type { IsiSimpul, KunciCrosscutting, Unsur } from '../../planning/pohon-kinerja/simpul.decider.js';
import type {
  DefinisiIndikator,
  IsiIsu,
  IsiPermasalahan,
  IsiPrioritas,
  IsiRenstra,
  IsiSasaran,
  JenisRenstra,
  LetakIndikator,
  Melayani,
} from '../../planning/renstra/naskah-renstra.decider.js';
import type { Skala } from '../../reporting/capaian.js';
import type { Ukuran } from '../../reporting/pengukuran/pengukuran.decider.js';

/**
 * What an event says: a sentence without subject and full stop, what stood before and stands after as recorded (not
 * as printed), and what it is about: these indicators, the whole document, or neither.
 */
export type Isi = Readonly<{
  kalimat: string;
  sebelum: string | null;
  sesudah: string | null;
  tentang: readonly string[] | 'dokumen';
}>;
/** A decimal as printed in Indonesia, a range as "20,00 sampai 25,00", a label as it is. */
export const angka = (nilai: string): string =>
  nilai
    .split('..')
    .map((bagian) => (hasilSah(bagian) ? format(bagian) : bagian))
    .join(' sampai ');

export const satuBaris = (teks: string): string => teks.replace(/\s+/g, ' ').trim().replace(/\.$/, '');

/** On one line, its dates as people write them. */
export const bertanggal = (teks: string): string => cetakTanggal(satuBaris(teks));

export const karena = (alasan: string | null): string =>
  alasan === null ? '' : ` dengan alasan: ${satuBaris(alasan)}`;
export const menurut = (keputusan: string | null): string =>
  keputusan === null ? '' : ` dengan ${satuBaris(keputusan)}`;

/** An act as a reader cites it: "DPA nomor 900/1/2023 tanggal 2 Januari 2023 (Sekretaris Daerah)". */
export const isiAkta = ({ jenis, nomor, tanggal, pejabat }: Akta): string =>
  `${jenis} nomor ${nomor} tanggal ${bertanggal(tanggal)} (${pejabat})`;

export const isiNomenklatur = ({ nama, dasar, mulaiBerlaku }: IsiNomenklatur): string =>
  `${nama}, ${isiAkta(dasar)}, berlaku mulai ${bertanggal(mulaiBerlaku)}`;
export const isiKode = ({ nama, satuan }: { nama: string; satuan?: string | null }): string =>
  satuan === null || satuan === undefined ? nama : `${nama} (${satuan})`;
export const petik = (teks: string): string => `"${satuBaris(teks)}"`;

const TERPANJANG = 80; // letters of a text that is quoted beside another
export const petikSingkat = (teks: string): string => {
  const satu = satuBaris(teks);
  return `"${satu.length > TERPANJANG ? `${satu.slice(0, TERPANJANG)}…` : satu}"`;
};

/** A text that was written, changed or emptied, by its name. */
export const teksDiubah = (t: { nama: string; sebelum: string | null; sesudah: string | null }): string => {
  if (t.sebelum === null) return `${t.nama} diisi ${petikSingkat(t.sesudah ?? '')}`;
  return t.sesudah === null
    ? `${t.nama} dikosongkan, semula ${petikSingkat(t.sebelum)}`
    : `${t.nama} dari ${petikSingkat(t.sebelum)} menjadi ${petikSingkat(t.sesudah)}`;
};

export type Cetak = (nilai: string) => string;

/** What was done to one fact: recorded, changed from what to what, or only what is said beside it. */
export const tindakan = (hal: string, sebelum: string | null, sesudah: string): string => {
  if (sebelum === null) return `mencatat ${hal}: ${sesudah}`;
  return sebelum === sesudah
    ? `mengubah keterangan ${hal}, tetap ${sesudah}`
    : `mengubah ${hal} dari ${sebelum} menjadi ${sesudah}`;
};

export const ubah = (
  hal: string,
  cetak: Cetak,
  sebelum: string | null,
  sesudah: string,
  tentang: Isi['tentang'] = [],
): Isi => ({
  kalimat: tindakan(hal, sebelum === null ? null : cetak(sebelum), cetak(sesudah)),
  sebelum,
  sesudah,
  tentang,
});

export const hal = (kalimat: string, tentang: Isi['tentang'] = [], sesudah: string | null = null): Isi => ({
  kalimat,
  sebelum: null,
  sesudah,
  tentang,
});

/** The figure alone, or pembilang/penyebut where that is what was recorded. */
export const isiUkuran = ({ realisasi, pembilang, penyebut }: Ukuran): string =>
  realisasi ?? `${pembilang ?? '-'}/${penyebut ?? '-'}`;

export const cetakUkuran = ({ realisasi, pembilang, penyebut }: Ukuran): string => {
  const bagian = `${angka(pembilang ?? '-')} dari ${angka(penyebut ?? '-')}`;
  if (realisasi === null) return bagian;
  return pembilang === null && penyebut === null ? angka(realisasi) : `${angka(realisasi)} (${bagian})`;
};

export const namaRencana = (jenis: JenisRenstra = 'renstra'): string =>
  jenis === 'renstra' ? 'Renstra' : jenis.toUpperCase();

export const isiRenstra = ({ selesai, visi, misi, alasanTanpaVisi }: IsiRenstra, mulai: number): string =>
  [
    `${mulai}-${selesai}`,
    visi === null ? [] : `visi: ${visi}`,
    alasanTanpaVisi === undefined ? [] : `tanpa visi: ${alasanTanpaVisi}`,
    misi === null ? [] : `misi: ${misi}`,
  ]
    .flat()
    .join('; ');

/** "uraian (sasaran S1, S2; OPD disnaker)": a statement and what it is linked to, as far as it is. */
const terkait = (
  uraian: string,
  ...kaitan: readonly (readonly [kata: string, daftar: readonly string[]])[]
): string => {
  const isi = kaitan.flatMap(([kata, daftar]) => (daftar.length === 0 ? [] : `${kata} ${daftar.join(', ')}`));
  return isi.length === 0 ? uraian : `${uraian} (${isi.join('; ')})`;
};

export const isiPrioritas = ({ nama, sasaran, opd }: IsiPrioritas): string =>
  terkait(nama, ['sasaran', sasaran], ['perangkat daerah', opd]);
export const isiIsu = ({ uraian, sasaran }: IsiIsu): string => terkait(uraian, ['sasaran', sasaran]);
export const isiPermasalahan = ({ uraian, isu, sasaran, solusi }: IsiPermasalahan): string => {
  const isi = terkait(uraian, ['isu', isu === null ? [] : [isu]], ['sasaran', sasaran]);
  return solusi === null ? isi : `${isi}; solusi: ${solusi}`;
};
/** An indicator in another OPD's Renstra: "IKU-3 di Renstra distrans 2020". */
export const isiLetak = ({ opd, mulai, kode }: LetakIndikator): string =>
  `${kode} di Renstra ${opd} ${mulai}`;
export const isiMelayani = ({ mulai, tingkat, kode }: Melayani): string =>
  `${tingkat} ${kode} rencana pemda mulai ${mulai}`;

export const isiSasaran = ({ tujuan, uraian, strategi }: IsiSasaran): string =>
  [`${uraian} (tujuan ${tujuan})`, ...strategi.map((s) => `strategi: ${s.uraian}`)].join('; ');

/** A result of the pohon kinerja: 'immediate "Pencari kerja terlatih" di bawah H1, faktor kunci "…"'. */
export const isiSimpul = ({ tingkat, uraian, induk, faktorKunci }: IsiSimpul): string =>
  [
    `${tingkat} ${petik(uraian)}${induk === null ? '' : ` di bawah ${induk}`}`,
    ...(faktorKunci === null ? [] : [`faktor kunci ${petik(faktorKunci)}`]),
  ].join(', ');

export const isiUnsur = (u: Unsur | null): string =>
  u === null ? 'tidak ada' : `${u.tingkat.replace('-', ' ')} ${u.kode}`;

export const namaHasilLain = ({ opd, simpulLain }: KunciCrosscutting): string =>
  simpulLain === null ? opd : `${opd} (hasil ${simpulLain})`;

/** A scale with its classes, best first: "Skala ordinal (Berhasil > 85; Tidak Berhasil)". */
export const isiSkala = ({ nama, kelas }: Skala, cetak: Cetak): string => {
  const tulis = kelas.map(({ predikat, batasBawah, termasukBatas = true }) =>
    batasBawah ? `${predikat} ${termasukBatas ? '>=' : '>'} ${cetak(batasBawah)}` : predikat,
  );
  return `${nama} (${tulis.join('; ')})`;
};

export const isiKalender = ({ hariKerja, jamMulai, jamSelesai, libur }: Kalender): string =>
  `${hariKerja.length} hari kerja seminggu, pukul ${jamMulai} sampai ${jamSelesai}, ${libur.length} hari libur`;

export const isiSotk = ({ mulai, dasar, tugasPokok, fungsi, pendahulu }: IsiSotk): string =>
  [
    `berlaku mulai ${mulai} menurut ${isiAkta(dasar)}`,
    `tugas pokok: ${tugasPokok}`,
    `${fungsi.length} fungsi`,
    pendahulu.length === 0 ? [] : `melanjutkan ${pendahulu.join(', ')}`,
  ]
    .flat()
    .join('; ');

export const isiUnit = ({ nama, induk, tugasPokok, fungsi }: IsiUnit): string =>
  [
    induk === null ? nama : `${nama} di bawah ${induk}`,
    tugasPokok === null ? [] : `tugas pokok: ${tugasPokok}`,
    fungsi.length === 0 ? [] : `${fungsi.length} fungsi`,
  ]
    .flat()
    .join('; ');

export const isiPembubaran = ({ tanggal, pengganti }: IsiPembubaran): string =>
  pengganti.length === 0 ? tanggal : `${tanggal}, dilanjutkan ${pengganti.join(', ')}`;

export const isiDasarHukum = ({ jenis, nomor, tentang, mulaiBerlaku }: IsiDasarHukum): string =>
  `${jenis} Nomor ${nomor} tentang ${tentang}, berlaku mulai ${mulaiBerlaku}`;

export const isiPencabutan = ({ tanggal, pengganti }: Pencabutan): string =>
  pengganti === null ? tanggal : `${tanggal}, diganti ${pengganti}`;

export const isiRincian = (rincian: Rincian): string =>
  rincian.map(({ kelompok, jumlah }) => `${kelompok} ${format(`${jumlah}`)}`).join('; ');

const SEBUTAN_BAGIAN: Readonly<Record<keyof DefinisiIndikator, string>> = {
  kode: 'kode',
  nama: 'nama',
  satuan: 'satuan',
  level: 'level',
  iku: 'IKU',
  polaritas: 'polaritas',
  agregasi: 'agregasi',
  desimal: 'jumlah desimal',
  urutanPredikat: 'urutan predikat',
  definisi: 'definisi',
  pembilang: 'pembilang',
  penyebut: 'penyebut',
  sumberData: 'sumber data',
  penanggungJawab: 'penanggung jawab',
  kondisiAwal: 'kondisi awal',
};

const bagianIndikator = (i: DefinisiIndikator, bagian: keyof DefinisiIndikator): string => {
  const nilai = i[bagian];
  if (nilai === null) return 'kosong';
  if (bagian === 'kondisiAwal')
    return `${i.kondisiAwal?.nilai ?? 'kosong'} (${i.kondisiAwal?.tahun ?? 'tanpa tahun'})`;
  if (typeof nilai === 'boolean') return nilai ? 'ya' : 'bukan';
  return Array.isArray(nilai) ? nilai.join(', ') : String(nilai);
};

/** Only the parts that changed; all that matters at a first definition. */
export const bedaIndikator = (sebelum: DefinisiIndikator | null, sesudah: DefinisiIndikator) => {
  const semua = Object.keys(SEBUTAN_BAGIAN) as (keyof DefinisiIndikator)[];
  const dasar: (keyof DefinisiIndikator)[] = ['nama', 'satuan', 'level', 'polaritas', 'agregasi'];
  const beda =
    sebelum === null
      ? dasar
      : semua.filter((b) => bagianIndikator(sebelum, b) !== bagianIndikator(sesudah, b));
  const tulis = (i: DefinisiIndikator): string =>
    beda.map((b) => `${SEBUTAN_BAGIAN[b]}: ${bagianIndikator(i, b)}`).join('; ');
  return { sebelum: sebelum && tulis(sebelum), sesudah: tulis(sesudah) };
};

/** The same with more to say at its end. */
export const dengan = (isi: Isi, akhir: string): Isi => ({ ...isi, kalimat: isi.kalimat + akhir });
