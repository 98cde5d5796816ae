import type { Pejabat } from '../../kernel/decider.js';
import { iku, pejabat } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.contoh.js';
import type { PengukuranCommand, PengukuranEvent, Ukuran } from './pengukuran.decider.js';

export const bidang = pejabat('orang-bidang', '61.71.disnaker.bidang-penta', 'Kepala Bidang Penempatan');
export const perencana = pejabat('orang-perencana', '61.71.disnaker.perencana', 'Kasubbag Perencanaan');
export const kadis = pejabat('orang-kadis', '61.71.disnaker.kepala', 'Kepala Dinas Tenaga Kerja');
export const tercetak: Pejabat = { ...kadis, subjek: null };

export { iku as definisi };

export const berdasarkan = [
  { stream: 'Renstra-61.71.disnaker.2020', rev: 12 },
  { stream: 'Periode-61.71.2023', rev: 3 },
];
export const angka = (
  realisasi: string | null,
  pembilang: string | null = null,
  penyebut: string | null = null,
): Ukuran => ({ realisasi, pembilang, penyebut });
export const tanpaPenjelasan = { faktorPendukung: null, faktorPenghambat: null, tindakLanjut: null };

type CatatRealisasi = Extract<PengukuranCommand, { type: 'CatatRealisasi' }>;
type Koreksi = Extract<PengukuranCommand, { type: 'KoreksiRealisasi' }>;

export const catat = (
  indikator: string,
  ukuran: Ukuran,
  isi: Partial<CatatRealisasi> = {},
): CatatRealisasi => ({
  type: 'CatatRealisasi',
  indikator,
  ...ukuran,
  ...tanpaPenjelasan,
  definisi: iku(indikator),
  periodeTerbuka: true,
  penanggungJawab: bidang.jabatan,
  berdasarkan,
  oleh: bidang,
  cara: 'elektronik',
  ...isi,
});
export const koreksi = (indikator: string, ukuran: Ukuran, isi: Partial<Koreksi> = {}): Koreksi => ({
  type: 'KoreksiRealisasi',
  indikator,
  ...ukuran,
  alasan: 'Data BPS direvisi.',
  definisi: iku(indikator),
  berdasarkan,
  oleh: perencana,
  cara: 'elektronik',
  ...isi,
});

export const tercatat = (
  indikator: string,
  ukuran: Ukuran,
  sebelum: Ukuran | null = null,
  oleh: Pejabat = bidang,
): PengukuranEvent => ({
  type: 'RealisasiDicatat',
  data: { indikator, ...ukuran, ...tanpaPenjelasan, sebelum, oleh, cara: 'elektronik', berdasarkan },
});
export const terkoreksi: Extract<PengukuranEvent, { type: 'RealisasiDikoreksi' }> = {
  type: 'RealisasiDikoreksi',
  data: {
    indikator: 'IKU-1',
    ...angka('91.20'),
    sebelum: angka('91.08'),
    alasan: 'Data BPS direvisi.',
    oleh: perencana,
    cara: 'elektronik',
    berdasarkan,
  },
};
export const entri = tercatat('IKU-1', angka('91.08'));
export const diajukan: PengukuranEvent = {
  type: 'PengukuranDiajukan',
  data: { oleh: bidang, cara: 'elektronik', berdasarkan },
};
export const diverifikasi: PengukuranEvent = {
  type: 'PengukuranDiverifikasi',
  data: { oleh: perencana, cara: 'elektronik' },
};
export const disetujui: PengukuranEvent = {
  type: 'PengukuranDisetujui',
  data: { oleh: kadis, cara: 'elektronik' },
};
export const dikembalikan: PengukuranEvent = {
  type: 'PengukuranDikembalikan',
  data: { catatan: 'Sumber data belum dilampirkan.', oleh: perencana, cara: 'elektronik' },
};
/** A quarter that went the whole way: entered, submitted, verified, approved. */
export const terkunci = [entri, diajukan, diverifikasi, disetujui];
