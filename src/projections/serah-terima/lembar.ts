import type { DokumenBerrute } from '../../approval/jalur.js';
import { format } from '../../kernel/desimal.js';
import { formatRupiah } from '../../kernel/rupiah.js';
import { cetakTanggal } from '../../kernel/tanggal.js';
import type { IsiKotakMasuk } from '../kotak-masuk/kotak-masuk.query.js';
import { saatSetempat } from '../saat-setempat.js';
import type { SerahTerima } from './serah-terima.query.js';

export type BagianLembar = Readonly<{
  judul: string;
  kolom: readonly string[];
  baris: readonly (readonly string[])[];
  /** What stands where there is no row. */
  kosong: string;
  catatan: string | null;
}>;
/** The sheet that two officials sign at a handover: titled tables, as text for every printer. */
export type LembarSerahTerima = Readonly<{
  judul: string;
  keterangan: readonly string[];
  bagian: readonly BagianLembar[];
}>;

const TUGAS: Readonly<Record<IsiKotakMasuk['tugas'], string>> = {
  tandatangani: 'menandatangani',
  perbaiki: 'memperbaiki dan mengajukan kembali',
  verifikasi: 'memverifikasi',
  setujui: 'menyetujui',
  'kerjakan-langkah': 'mengerjakan langkah',
  'ajukan-perubahan': 'mengajukan PK Perubahan, atau menutup sebabnya',
};

const DESIMAL = /^-?\d+(\.\d+)?$/;
const nilai = (teks: string | null): string =>
  teks === null ? '-' : DESIMAL.test(teks) ? format(teks) : teks;

const SEBUTAN: Readonly<Record<DokumenBerrute, string>> = {
  'perjanjian-kinerja': 'Perjanjian Kinerja',
  'rencana-aksi': 'Rencana Aksi',
  lkjip: 'LKjIP',
  renstra: 'Renstra',
  rkt: 'RKT',
};

const dokumen = ({ dokumen: jenis, opd, jabatanDokumen, tahun, triwulan }: IsiKotakMasuk): string =>
  jenis === 'pengukuran'
    ? `Pengukuran ${opd} triwulan ${triwulan} ${tahun}`
    : `${SEBUTAN[jenis]} ${opd}${jabatanDokumen === null ? '' : ` (${jabatanDokumen})`} ${tahun}`;

const bagianTugas = ({ tugas, masihAdaTugas, zona }: SerahTerima): BagianLembar => ({
  judul: 'Yang menunggu jabatan ini',
  kolom: ['Dokumen', 'Yang harus dikerjakan', 'Menunggu sejak', 'Catatan'],
  baris: tugas.map((t) => [
    dokumen(t),
    t.langkah === null ? TUGAS[t.tugas] : `${TUGAS[t.tugas]}: ${t.langkah.uraian}`,
    saatSetempat(t.sejak, zona),
    t.catatan ?? '-',
  ]),
  kosong: 'Tidak ada.',
  catatan: masihAdaTugas ? 'Masih ada yang lain; lihat kotak masuk.' : null,
});

const bagianPk = ({ pk }: SerahTerima): BagianLembar => ({
  judul: 'Perjanjian Kinerja jabatan ini',
  kolom: ['Tahun', 'Versi', 'Jenis', 'Keadaan', 'Target', 'Pagu'],
  baris: pk.map((p) => [
    `${p.tahun}`,
    `${p.versi}`,
    p.jenis,
    p.status,
    `${p.target} indikator`,
    formatRupiah(p.pagu),
  ]),
  kosong: 'Belum ada.',
  catatan: null,
});

const bagianMasa = ({ masa }: SerahTerima): BagianLembar => ({
  judul: 'Masa jabatan yang tercatat',
  kolom: ['Status', 'Mulai', 'Sampai', 'Keputusan'],
  baris: masa.map((m) => [
    m.status,
    cetakTanggal(m.mulai),
    m.selesai === null ? 'sekarang' : cetakTanggal(m.selesai),
    m.keputusan ?? '-',
  ]),
  kosong: 'Belum ada.',
  catatan: null,
});

const bagianIndikator = ({ indikator, tahun }: SerahTerima): BagianLembar[] =>
  indikator === null
    ? []
    : [
        {
          judul: `Capaian tahun ${tahun} sampai sekarang`,
          kolom: ['Indikator', 'Satuan', 'Target', 'Realisasi', 'Capaian'],
          baris: indikator.map((i) => [
            `${i.kode} ${i.nama}`,
            i.satuan,
            nilai(i.target),
            nilai(i.realisasi),
            i.capaian === null ? '-' : `${nilai(i.capaian)}%`,
          ]),
          kosong: 'Belum ada indikator.',
          catatan: null,
        },
      ];

export const lembarSerahTerima = (s: SerahTerima): LembarSerahTerima => ({
  judul: `Keadaan saat serah terima: ${s.sebutan}`,
  keterangan: [`Jabatan ${s.jabatan}`, `Keadaan pada ${saatSetempat(s.pada, s.zona)}`],
  bagian: [bagianMasa(s), bagianTugas(s), bagianPk(s), ...bagianIndikator(s)],
});
