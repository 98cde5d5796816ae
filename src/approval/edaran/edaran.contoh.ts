import { pejabat } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import { type Penempatan, tempatkan } from '../jalur.js';
import { PK_DENGAN_PARAF_KOORDINASI, RUTE_BAWAAN } from '../rute-bawaan.js';
import type { EdaranEvent, FaktaEdaran, PerintahEdaran } from './edaran.decider.js';

export const orang = (kode: string, opd = 'disnaker', subjek = `orang-${kode}`) =>
  pejabat(subjek, `61.71.${opd}.${kode}`, kode);

export const diDisnaker: Penempatan = {
  pemda: '61.71',
  opd: 'disnaker',
  pemilik: '61.71.disnaker.kepala',
  atasan: '61.71.pemda.kepala-daerah',
  bidang: ['61.71.disnaker.bidang-1', '61.71.disnaker.bidang-2'],
};
const oleh = (siapa = orang('perencana')) => ({ oleh: siapa, cara: 'elektronik' }) as const;

export const mulaiLkjip: PerintahEdaran<'Mulai'> = {
  type: 'Mulai',
  dokumen: 'lkjip',
  versiRute: 0,
  langkah: tempatkan(RUTE_BAWAAN.lkjip, diDisnaker),
  sidik: null,
  ditandatangani: [],
  berdasarkan: [],
  ...oleh(),
};
export const SIDIK_PK = 'a'.repeat(64);
export const mulaiPk: PerintahEdaran<'Mulai'> = {
  ...mulaiLkjip,
  dokumen: 'perjanjian-kinerja',
  langkah: tempatkan(PK_DENGAN_PARAF_KOORDINASI, diDisnaker),
  sidik: SIDIK_PK,
};

const dimulai = ({ type: _, ...c }: PerintahEdaran<'Mulai'>, nomor = 1): EdaranEvent => ({
  type: 'EdaranDimulai',
  data: { nomor, ...c },
});
export const lkjipDimulai = dimulai(mulaiLkjip);
export const lkjipDimulaiLagi = dimulai(mulaiLkjip, 2);
export const pkDimulai = dimulai(mulaiPk);

export const fakta = (isi: Partial<FaktaEdaran> = {}, kode = 'perencana'): FaktaEdaran => ({
  tanggal: '2024-01-15',
  pemegang: `orang-${kode}`,
  pemberi: {},
  sidik: null,
  ditandatangani: [],
  ...isi,
});

const KOSONG = { nomorSurat: null, catatan: null, berkas: null };
type Isi = Partial<typeof KOSONG> | { nomorSurat?: string; catatan?: string; berkas?: string };

/** What the office with this code does. */
export const kerjakan = (
  langkah: string,
  kode: string,
  isi: Isi = {},
  lain: Partial<FaktaEdaran> = {},
  opd = 'disnaker',
): PerintahEdaran<'KerjakanLangkah'> => ({
  type: 'KerjakanLangkah',
  langkah,
  ...KOSONG,
  ...isi,
  fakta: fakta(lain, kode),
  ...oleh(orang(kode, opd)),
});
export const dikerjakan = (
  langkah: string,
  kode: string,
  isi: Isi = {},
  opd = 'disnaker',
  untuk = `61.71.${opd}.${kode}`,
): EdaranEvent => ({
  type: 'LangkahDikerjakan',
  data: { nomor: 1, langkah, jabatan: untuk, ...KOSONG, ...isi, ...oleh(orang(kode, opd)) },
});

/** The walk of an LKjIP as far as its compiled draft. */
export const sampaiPermintaanData: EdaranEvent[] = [
  lkjipDimulai,
  dikerjakan('registrasi', 'umum', { nomorSurat: '065/1/2024' }),
  dikerjakan('disposisi', 'kepala', { catatan: 'Tindak lanjuti' }),
  dikerjakan('perintah-susun', 'sekretaris', { catatan: 'Susun' }),
];
export const sampaiKompilasi: EdaranEvent[] = [
  ...sampaiPermintaanData,
  dikerjakan('permintaan-data', 'bidang-1', { catatan: 'Data terlampir' }),
  dikerjakan('permintaan-data', 'bidang-2', { catatan: 'Data terlampir' }),
];
export const sampaiVerifikasi: EdaranEvent[] = [
  ...sampaiKompilasi,
  dikerjakan('kompilasi', 'jfu-perencanaan', { catatan: 'Konsep I' }),
];
