import { encode } from 'uqr';
import { format, hasilSah } from '../../../kernel/desimal.js';
import { formatRupiah, jumlahRupiah, rupiah } from '../../../kernel/rupiah.js';
import { cetakTanggal } from '../../../kernel/tanggal.js';
import { terbilang } from '../../../kernel/terbilang.js';
import {
  type BahanCetakPk,
  type CaraSalinan,
  nipTercetak,
  type PihakCetak,
  type VerifikasiPk,
} from '../../../planning/perjanjian-kinerja/cetakan.js';
import type { SebabPerubahan } from '../../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';

const SEBAB: Readonly<Record<SebabPerubahan, string>> = {
  'pergantian-pejabat': 'pergantian pejabat',
  'perubahan-apbd': 'perubahan APBD',
  'perubahan-strategi': 'perubahan strategi',
  'perubahan-prioritas': 'perubahan prioritas atau asumsi',
};
const JAMINAN: Readonly<Record<VerifikasiPk['jaminan'], string>> = {
  'tidak-tersertifikasi':
    'Tanda tangan elektronik pada dokumen ini TIDAK TERSERTIFIKASI (PP 71/2019): sertifikatnya bukan dari penyelenggara sertifikasi elektronik Indonesia.',
  tersertifikasi:
    'Dokumen ini ditandatangani secara elektronik dengan sertifikat elektronik yang diterbitkan BSrE, BSSN.',
};
const GARIS_ISI = '.'.repeat(20);

const nilai = (target: string): string =>
  target
    .split('..')
    .map((bagian) => (hasilSah(bagian) ? format(bagian) : bagian))
    .join(' sampai ');

/** One path, a square for each dark module, with the quiet zone that readers need. */
const svgQr = (isi: string): string => {
  const { data, size } = encode(isi, { ecc: 'M', border: 4 });
  const petak = data.flatMap((baris, y) => baris.flatMap((gelap, x) => (gelap ? `M${x} ${y}h1v1h-1z` : [])));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${petak.join('')}"/></svg>`;
};

const diBawahNama = ({ pangkat, nip }: PihakCetak): string[] => {
  if (nip === false) return [];
  return [pangkat ?? GARIS_ISI, `NIP ${nip === null ? GARIS_ISI : nipTercetak(nip)}`];
};

const pihak = (p: PihakCetak) => ({ nama: p.nama, sebutan: p.sebutan, 'di-bawah-nama': diBawahNama(p) });

/** Neighbours that serve the same sasaran share its cell; the order stays that of the naskah. */
const menurutSasaran = (b: BahanCetakPk) => {
  const kelompok: { sasaran: string; target: { indikator: string; target: string }[] }[] = [];
  for (const t of b.target) {
    const sasaran = t.sasaran ?? '-';
    const akhir = kelompok.at(-1);
    const baris = { indikator: t.indikator, target: `${nilai(t.target)} ${t.satuan}` };
    if (akhir?.sasaran === sasaran) akhir.target.push(baris);
    else kelompok.push({ sasaran, target: [baris] });
  }
  return kelompok;
};

const anggaran = (b: BahanCetakPk) => {
  const jumlah = jumlahRupiah(b.anggaran.map((a) => rupiah(a.pagu)));
  return {
    anggaran: b.anggaran.map((a) => ({
      program: a.program,
      pagu: formatRupiah(a.pagu),
      keterangan: a.keterangan ?? '',
    })),
    jumlah: formatRupiah(jumlah),
    terbilang: `${terbilang(jumlah)} rupiah`,
  };
};

const verifikasi = (v: VerifikasiPk | null) =>
  v && { id: v.id, url: v.url, qr: svgQr(v.url), keterangan: JAMINAN[v.jaminan] };

const SALINAN: Readonly<Record<CaraSalinan, string>> = {
  basah: 'ditandatangani basah',
  'tanpa-berkas': 'ditandatangani tanpa berkas',
};
const salinan = ({ salinan: s, tanggal }: BahanCetakPk) => {
  if (s === null) return null;
  const bertanggal = tanggal === null ? '' : `, tanggal dokumen ${cetakTanggal(tanggal)}`;
  return { kepala: `Salinan: ${SALINAN[s]}${bertanggal}`, kotak: SALINAN[s] };
};

const namaNaskah = ({ jenis, versi }: BahanCetakPk): string => {
  if (jenis === 'murni') return 'Perjanjian Kinerja';
  return versi > 2 ? `Perjanjian Kinerja Perubahan ke-${versi - 1}` : 'Perjanjian Kinerja Perubahan';
};

/** What the Typst template prints, each text as it stands on the paper. */
export const bahanTemplat = (b: BahanCetakPk): object => {
  const nama = `${namaNaskah(b)} Tahun ${b.tahun}`;
  return {
    judul: `${nama}: ${b.pertama.sebutan}`,
    uraian: `${b.pemda}, versi ${b.versi}`,
    kepala: [b.pemda.toUpperCase(), nama.toUpperCase()],
    keterangan: b.sebab && `Sebab perubahan: ${SEBAB[b.sebab]}`,
    'kepala-lampiran': [`LAMPIRAN ${nama.toUpperCase()}`, b.pertama.sebutan.toUpperCase()],
    kaki: `${nama}, ${b.pertama.sebutan}`,
    pertama: pihak(b.pertama),
    kedua: b.kedua && pihak(b.kedua),
    tempat: b.tempat,
    tanggal: b.tanggal === null ? `${GARIS_ISI} ${b.tahun}` : cetakTanggal(b.tanggal),
    sasaran: menurutSasaran(b),
    ...anggaran(b),
    sidik: b.sidik,
    verifikasi: verifikasi(b.verifikasi),
    salinan: salinan(b),
  };
};
