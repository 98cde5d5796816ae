import type {
  Baris,
  BarisTersimpan,
  KeadaanTampilan,
  StatusTampilan,
  Tabel,
} from '../../kernel/view-store.js';

/** Rows as both databases give them: arrays, in the order in which kueri.ts selects. */
export type Larik = readonly unknown[];

export const baris = (kunci: string, [posisi, streams, isi]: Larik): Baris => ({
  kunci,
  posisi: posisi as number,
  streams: JSON.parse(streams as string),
  isi: JSON.parse(isi as string),
});
export const tersimpan = (kunci: string, [posisi, streams, isi]: Larik): BarisTersimpan => ({
  kunci,
  posisi: posisi as number,
  streams: JSON.parse(streams as string),
  isi: isi as string | null,
});
const tabel = ([nomor, versi, posisi, peristiwa]: Larik): Tabel => ({
  nomor: nomor as number,
  versi: versi as number,
  posisi: posisi as number,
  peristiwa: peristiwa as string | null,
});
export const keadaan = ([nama, status, sebab, ...sisa]: Larik): KeadaanTampilan => ({
  nama: nama as string,
  hidup: tabel(sisa.slice(0, 4)),
  bangun: sisa[4] === null ? null : tabel(sisa.slice(4)),
  status: status as StatusTampilan,
  sebab: sebab === null ? null : JSON.parse(sebab as string),
});
