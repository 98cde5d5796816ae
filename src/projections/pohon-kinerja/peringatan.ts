/** What the tree tells and never forbids: the closed list, with the sentence that a person reads. */
export const KALIMAT_PERINGATAN = {
  SASARAN_TANPA_INDIKATOR: (r: { kode: string }) => `Sasaran ${r.kode} tidak mempunyai indikator.`,
  SASARAN_TANPA_PROGRAM: (r: { kode: string; tahun: number }) =>
    `Sasaran ${r.kode} tidak didukung program apa pun pada tahun ${r.tahun}.`,
  SASARAN_TANPA_OPD: (r: { kode: string }) =>
    `Sasaran ${r.kode} tidak dilayani tujuan atau sasaran OPD mana pun.`,
  SASARAN_TIDAK_MELAYANI: (r: { kode: string }) =>
    `Sasaran ${r.kode} tidak melayani tujuan atau sasaran mana pun dari rencana pemda.`,
  INDIKATOR_LEPAS: (r: { kode: string; tahun: number }) =>
    `Indikator ${r.kode} tidak digantungkan pada tujuan, sasaran, program, kegiatan, atau hasil mana pun tahun ${r.tahun}.`,
  TARGET_PK_LEPAS: (r: { kode: string; sebutan: string }) =>
    `Target ${r.kode} ${r.sebutan} tidak menyebut target atasan yang dilayaninya.`,
  TARGET_PK_PUTUS: (r: { kode: string; sebutan: string; indikator: string; jabatan: string }) =>
    `Target ${r.kode} ${r.sebutan} melayani target ${r.indikator} jabatan ${r.jabatan}, yang tidak ada di Perjanjian Kinerja jabatan itu.`,
  SASARAN_DI_LUAR_RENSTRA: (r: { kode: string; sasaran: string; alasan: string }) =>
    `Target ${r.kode} mengukur sasaran di luar Renstra ("${r.sasaran}") dengan alasan: ${r.alasan}.`,
  HASIL_TANPA_INDIKATOR: (r: { kode: string }) => `Hasil ${r.kode} tidak mempunyai indikator.`,
  HASIL_TANPA_UNSUR: (r: { kode: string }) => `Hasil ${r.kode} belum menjadi unsur perencanaan mana pun.`,
  HASIL_UNSUR_TIDAK_ADA: (r: { kode: string; unsur: string; tahun: number }) =>
    `Hasil ${r.kode} menjadi ${r.unsur}, yang tidak ada dalam perencanaan tahun ${r.tahun}.`,
  JABATAN_TIDAK_ADA: (r: { kode: string; sebutan: string; tanggal: string }) =>
    `Penanggung jawab hasil ${r.kode}, ${r.sebutan}, sudah ditutup per ${r.tanggal}.`,
} as const;

type Kalimat = typeof KALIMAT_PERINGATAN;
export type KodePeringatan = keyof Kalimat;
export type Peringatan = Readonly<{ kode: KodePeringatan; kalimat: string }>;

export const KODE_PERINGATAN = Object.keys(KALIMAT_PERINGATAN) as readonly KodePeringatan[];

export const peringatan = <K extends KodePeringatan>(
  kode: K,
  rincian: Parameters<Kalimat[K]>[0],
): Peringatan => ({
  kode,
  // The pair of code and details is checked where it is called; a union of functions cannot say so.
  kalimat: (KALIMAT_PERINGATAN[kode] as (r: typeof rincian) => string)(rincian),
});
