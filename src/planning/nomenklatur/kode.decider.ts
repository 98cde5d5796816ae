export type TingkatNomenklatur = 'urusan' | 'bidang' | 'program' | 'kegiatan' | 'sub-kegiatan';

// Permendagri 90/2019: urusan, bidang urusan, program, 1 (provinsi) or 2 (kabupaten/kota) with the kegiatan, sub kegiatan.
const KODE = /^\d(\.\d{2}(\.\d{2}(\.[12]\.\d{2}(\.(?:\d{2}|\d{4}))?)?)?)?$/;

/** A version is known by the year of its Keputusan: no year has brought two. */
export const versiSah = (versi: string): boolean => /^20\d{2}$/.test(versi);

/** A sub kegiatan has 2 digits up to the version of 2021, 4 since that of 2023. */
export const digitSubKegiatan = (versi: string): 2 | 4 => (versi < '2023' ? 2 : 4);

/** The level that a code of this version reads; null for what is none. */
export const tingkatNomenklatur = (versi: string, kode: string): TingkatNomenklatur | null => {
  const cocok = KODE.exec(kode);
  if (cocok === null) return null;
  const [, bidang, program, kegiatan, sub] = cocok;
  if (sub !== undefined) return sub.length - 1 === digitSubKegiatan(versi) ? 'sub-kegiatan' : null;
  if (kegiatan !== undefined) return 'kegiatan';
  if (program !== undefined) return 'program';
  return bidang === undefined ? 'urusan' : 'bidang';
};

/** The code right above; null above an urusan. */
export const indukNomenklatur = (kode: string): string | null => {
  const bagian = kode.split('.');
  if (bagian.length === 1) return null;
  return bagian.slice(0, bagian.length === 5 ? 3 : -1).join('.');
};
