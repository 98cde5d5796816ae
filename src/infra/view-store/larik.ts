import type {
  Baris,
  BarisDaftar,
  BarisTersimpan,
  KeadaanTampilan,
  StatusTampilan,
  Tabel,
} from '../../kernel/view-store.js';
import type { IsiTerurai } from './isi-terurai.js';

/** Rows as both databases give them: arrays, in the order in which kueri.ts selects. */
export type Larik = readonly unknown[];

/** Parsed when it is looked at: who asks for the rows of an OPD may need a few of them only. */
export const baris = (
  nomor: number,
  terurai: IsiTerurai,
  kunci: string,
  [posisi, streams, isi]: Larik,
): Baris => ({
  kunci,
  posisi: posisi as number,
  get streams() {
    return JSON.parse(streams as string) as readonly string[];
  },
  get isi() {
    return terurai.isi(nomor, kunci, posisi as number, isi as string);
  },
});
export const barisDaftar = (nomor: number, terurai: IsiTerurai, [urut, kunci, ...sisa]: Larik): BarisDaftar =>
  Object.assign(baris(nomor, terurai, kunci as string, sisa), { urut: urut as string });
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
