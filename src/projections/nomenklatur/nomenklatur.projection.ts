import type { Akta } from '../../kernel/akta.js';
import { bacaStream } from '../../kernel/kunci.js';
import type { View } from '../../kernel/view.js';
import type { TingkatNomenklatur } from '../../planning/nomenklatur/kode.decider.js';
import type { NomenklaturEvent } from '../../planning/nomenklatur/nomenklatur.decider.js';

export type KodeResmi = Readonly<{
  kode: string;
  nama: string;
  tingkat: TingkatNomenklatur;
  satuan: string | null;
}>;
/** A version, and apart from it its codes: a row for the urusan and one for each bidang urusan with all below it. */
export type BarisNomenklatur =
  | Readonly<{
      jenis: 'versi';
      versi: string;
      nama: string;
      dasar: Akta | null;
      mulaiBerlaku: string;
      ditetapkan: boolean;
      jumlah: number;
    }>
  | Readonly<{ jenis: 'kode'; versi: string; kode: Readonly<Record<string, KodeResmi>> }>;

export const kunciNomenklatur = {
  versi: (versi: string) => `versi:${versi}`,
  /** Urusan and bidang urusan stand together: their names head every budget. */
  kode: (versi: string, kode: string) => {
    const bagian = kode.split('.');
    return bagian.length < 3 ? `kode:${versi}/urusan` : `kode:${versi}/${bagian.slice(0, 2).join('.')}`;
  },
} as const;
export const tandaNomenklatur = {
  versi: 'versi',
  kodeDari: (versi: string) => `kode:${versi}`,
} as const;

const initial = (kunci: string): BarisNomenklatur => {
  const [jenis, versi = ''] = kunci.split(/[:/]/);
  return jenis === 'versi'
    ? { jenis, versi, nama: '', dasar: null, mulaiBerlaku: '', ditetapkan: false, jumlah: 0 }
    : { jenis: 'kode', versi, kode: {} };
};

export const nomenklaturView: View<BarisNomenklatur, NomenklaturEvent> = {
  nama: 'nomenklatur',
  versi: 1,
  kunci: ({ type, data, meta }) => {
    const versi = bacaStream(meta.stream).versi ?? '';
    return [
      type === 'KodeNomenklaturDicatat'
        ? kunciNomenklatur.kode(versi, data.kode)
        : kunciNomenklatur.versi(versi),
    ];
  },
  initial,
  when: {
    NomenklaturDisusun: (row, { data: { nama, dasar, mulaiBerlaku } }) =>
      row.jenis === 'versi' ? { ...row, nama, dasar, mulaiBerlaku } : row,
    KodeNomenklaturDicatat: (row, { data: { kode, nama, tingkat, satuan = null } }) =>
      row.jenis === 'kode' ? { ...row, kode: { ...row.kode, [kode]: { kode, nama, tingkat, satuan } } } : row,
    NomenklaturDitetapkan: (row, { data: { jumlah } }) =>
      row.jenis === 'versi' ? { ...row, ditetapkan: true, jumlah } : row,
  },
  tanda: (row, kunci) =>
    row.jenis === 'versi'
      ? [{ tag: tandaNomenklatur.versi, urut: row.versi }]
      : [{ tag: tandaNomenklatur.kodeDari(row.versi), urut: kunci }],
};
