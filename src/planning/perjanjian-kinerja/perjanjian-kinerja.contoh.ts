import type { Pejabat } from '../../kernel/decider.js';
import { sidikDari } from '../../kernel/sidik.js';
import type { DefinisiIndikator } from '../renstra/renstra.decider.js';
import type { Naskah, Pihak, PkCommand, PkEvent } from './perjanjian-kinerja.decider.js';

export const pejabat = (subjek: string | null, jabatan: string, sebutan: string): Pejabat => ({
  subjek,
  jabatan,
  sebutan,
  status: 'definitif',
});
export const kadis = pejabat('orang-kadis', '61.71.disnaker.kepala', 'Kepala Dinas Tenaga Kerja');
export const wali = pejabat('orang-wali', '61.71.pemda.kepala-daerah', 'Wali Kota Pontianak');
export const perencana = pejabat(
  'orang-perencana',
  '61.71.disnaker.perencana',
  'Kepala Subbagian Perencanaan',
);
/** An office as a paper names it. */
export const tercetak = (p: Pejabat): Pejabat => ({ ...p, subjek: null });

export const elektronik = { oleh: perencana, cara: 'elektronik' } as const;
export const dicatat = { oleh: tercetak(kadis), cara: 'dicatat' } as const;

export const iku = (kode: string, isi: Partial<DefinisiIndikator> = {}): DefinisiIndikator => ({
  kode,
  nama: `Indikator ${kode}`,
  satuan: '%',
  level: 'sasaran',
  iku: true,
  polaritas: 'naik',
  agregasi: 'posisi-akhir',
  desimal: 2,
  urutanPredikat: null,
  definisi: null,
  pembilang: null,
  penyebut: null,
  sumberData: null,
  penanggungJawab: null,
  kondisiAwal: null,
  ...isi,
});

const target = (indikator: string, nilai: string): Naskah['target'][number] => ({
  indikator,
  nama: `Indikator ${indikator}`,
  satuan: '%',
  target: nilai,
});
const pagu = (program: string, nilai: string): Naskah['anggaran'][number] => ({
  program,
  nama: `Program ${program}`,
  pagu: nilai,
  keterangan: 'APBD',
});

export const pihakWali: Pihak = { jabatan: wali.jabatan, sebutan: wali.sebutan, status: 'definitif' };
export const naskahMurni: Naskah = {
  pemda: '61.71',
  opd: 'disnaker',
  jabatan: 'kepala',
  tahun: 2023,
  versi: 1,
  jenis: 'murni',
  sebab: null,
  tanggal: '2023-01-31',
  pihakPertama: { jabatan: kadis.jabatan, sebutan: kadis.sebutan, status: 'definitif' },
  pihakKedua: pihakWali,
  target: [target('IKU-1', '91.50'), target('IKU-2', '54.20')],
  anggaran: [pagu('2.07.03', '516543100')],
};
export const naskahPerubahan: Naskah = {
  ...naskahMurni,
  versi: 2,
  jenis: 'perubahan',
  sebab: 'perubahan-apbd',
  tanggal: '2023-10-02',
  target: [target('IKU-1', '92.00'), target('IKU-2', '54.20')],
};
/** The kepala daerah promises alone. */
export const naskahPemda: Naskah = {
  ...naskahMurni,
  opd: 'pemda',
  jabatan: 'kepala-daerah',
  pihakPertama: pihakWali,
  pihakKedua: null,
  target: [target('IKD-1', '72.10')],
  anggaran: [],
};
export const sidikMurni = sidikDari(naskahMurni);
export const sidikPerubahan = sidikDari(naskahPerubahan);

const pemegang = { pertama: kadis.subjek, kedua: wali.subjek };
const berdasarkan = [{ stream: 'Renstra-61.71.disnaker.2020', rev: 12 }];
const berdasarkanJabatan = [{ stream: 'Jabatan-61.71.disnaker.kepala', rev: 1 }];

/** The command that proposes this naskah; `isi` replaces parts of the text. */
export const ajukan = (naskah: Naskah, isi: Partial<Naskah> = {}): Extract<PkCommand, { type: 'Ajukan' }> => {
  const { versi: _, ...tanpaVersi } = { ...naskah, ...isi };
  return {
    type: 'Ajukan',
    naskah: tanpaVersi,
    versi: null,
    pemegang,
    dikenal: { indikator: [iku('IKU-1'), iku('IKU-2')], program: ['2.07.03', '2.07.04'], atasan: [] },
    berdasarkan,
    ...elektronik,
  };
};
export const tandatangani = (oleh: Pejabat, sidik: string): Extract<PkCommand, { type: 'Tandatangani' }> => ({
  type: 'Tandatangani',
  sidik,
  pemegangKini: oleh.subjek,
  oleh,
  cara: 'elektronik',
  berdasarkan: berdasarkanJabatan,
});

const diajukan = (naskah: Naskah): PkEvent => ({
  type: 'PerjanjianKinerjaDiajukan',
  data: { naskah, sidik: sidikDari(naskah), pemegang, berdasarkan, ...elektronik },
});
const ditandatangani = (versi: number, pihak: 1 | 2, sidik: string): PkEvent => ({
  type: 'PerjanjianKinerjaDitandatangani',
  data: {
    versi,
    pihak,
    sidik,
    oleh: pihak === 1 ? kadis : wali,
    cara: 'elektronik',
    berdasarkan: berdasarkanJabatan,
  },
});
export const pengajuan = diajukan(naskahMurni);
export const ttdKadis = ditandatangani(1, 1, sidikMurni);
export const ttdWali = ditandatangani(1, 2, sidikMurni);
export const berlaku: PkEvent = {
  type: 'PerjanjianKinerjaBerlaku',
  data: { versi: 1, sidik: sidikMurni },
};
export const dikembalikan: PkEvent = {
  type: 'PerjanjianKinerjaDikembalikan',
  data: { versi: 1, catatan: 'Target IKU-2 terlalu rendah.', oleh: wali, cara: 'elektronik' },
};
export const dibatalkan: PkEvent = {
  type: 'PerjanjianKinerjaDibatalkan',
  data: { versi: 1, alasan: 'Salah pagu.', oleh: kadis, cara: 'elektronik' },
};
export const pengajuanPerubahan = diajukan(naskahPerubahan);
export const ttdKadisPerubahan = ditandatangani(2, 1, sidikPerubahan);
export const ttdWaliPerubahan = ditandatangani(2, 2, sidikPerubahan);
export const berlakuPerubahan: PkEvent = {
  type: 'PerjanjianKinerjaBerlaku',
  data: { versi: 2, sidik: sidikPerubahan },
};
export const digantikan: PkEvent = {
  type: 'PerjanjianKinerjaDigantikan',
  data: { versi: 1, olehVersi: 2 },
};
export const kebutuhanDicatat: PkEvent = {
  type: 'KebutuhanPkPerubahanDicatat',
  data: {
    versi: 1,
    sebab: 'perubahan-strategi',
    alasan: 'Arah kebijakan pasar kerja berubah.',
    sebelum: null,
    oleh: kadis,
    cara: 'elektronik',
  },
};
export const kebutuhanDitutup: PkEvent = {
  type: 'KebutuhanPkPerubahanDitutup',
  data: {
    versi: 1,
    sebab: 'pergantian-pejabat',
    alasan: 'Pejabat baru menerima target yang ada.',
    oleh: kadis,
    cara: 'elektronik',
    berdasarkan: berdasarkanJabatan,
  },
};
/** A year: murni signed by both, then its perubahan. */
export const murniBerlaku = [pengajuan, ttdKadis, ttdWali, berlaku];
export const perubahanBerlaku = [
  ...murniBerlaku,
  pengajuanPerubahan,
  ttdKadisPerubahan,
  ttdWaliPerubahan,
  berlakuPerubahan,
  digantikan,
];
