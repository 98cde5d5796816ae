import type { Recorded } from '../../kernel/event-store.js';
import { bacaStream } from '../../kernel/kunci.js';
import type { View } from '../../kernel/view.js';
import { type AnggaranEvent, tahapDari } from '../../planning/anggaran/anggaran.decider.js';
import type { TingkatAnggaran } from '../../planning/anggaran/kode.decider.js';
import {
  denganTahap,
  samaTahap,
  type Tahap,
  type TahapTercatat,
} from '../../planning/anggaran/tahap.decider.js';
import type { OpdEvent } from '../../planning/opd/opd.decider.js';
import type { ProgramEvent, TingkatProgram } from '../../planning/program/program.decider.js';

export type EventAnggaran =
  | Extract<OpdEvent, { type: 'OpdDidaftarkan' | 'NamaOpdDiubah' }>
  | Extract<ProgramEvent, { type: 'ProgramDitambahkan' }>
  | AnggaranEvent;

/** A program, kegiatan or sub kegiatan of the year's tree, as printed; `nomenklatur`: the version in force, where known. */
export type SimpulProgram = Readonly<{
  kode: string;
  nama: string;
  tingkat: TingkatProgram;
  induk: string | null;
  nomenklatur: string | null;
}>;
/** What one stage says of one code, and the position of the event that said it. */
export type PaguTahap = Readonly<{
  kode: string;
  tingkat: TingkatAnggaran;
  nama: string | null;
  sumberDana: string | null;
  pagu: string;
  tahap: Tahap;
  posisi: number;
}>;

type KunciTahun = Readonly<{ pemda: string; opd: string; tahun: number }>;
export type BarisAnggaran =
  | Readonly<{ jenis: 'opd'; pemda: string; opd: string; nama: string }>
  | (KunciTahun & Readonly<{ jenis: 'tahap'; tahap: readonly TahapTercatat[] }>)
  | (KunciTahun & Readonly<{ jenis: 'kode'; simpul: readonly SimpulProgram[]; pagu: readonly PaguTahap[] }>);
type BarisKode = Extract<BarisAnggaran, { jenis: 'kode' }>;

export const kunciAnggaran = {
  opd: (pemda: string, opd: string) => `opd:${pemda}/${opd}`,
  tahap: ({ pemda, opd, tahun }: KunciTahun) => `tahap:${pemda}/${opd}/${tahun}`,
  kode: ({ pemda, opd, tahun }: KunciTahun, kelompok: string) => `kode:${pemda}/${opd}/${tahun}/${kelompok}`,
} as const;

export const tandaAnggaran = {
  opdDari: (pemda: string) => `opd:${pemda}`,
  opdTahun: ({ pemda, opd, tahun }: KunciTahun) => `tahun:${pemda}/${opd}/${tahun}`,
  pemdaTahun: (pemda: string, tahun: number) => `tahun:${pemda}/${tahun}`,
} as const;

/**
 * Codes that share a row: of the nomenclature, a program with all below it. An OPD may have some thousands of belanja
 * rows, and every pagu rewrites its row; nothing is read out of the name of the group.
 */
const kelompok = (kode: string): string => {
  const [depan = ''] = kode.split('/');
  return depan.split('.').slice(0, 3).join('.');
};

const kunci = ({ type, data, meta }: Recorded<EventAnggaran>): readonly string[] => {
  const { pemda, opd, tahun } = bacaStream(meta.stream);
  if (opd === null) return [];
  if (tahun === null) return [kunciAnggaran.opd(pemda, opd)];
  const k = { pemda, opd, tahun };
  switch (type) {
    case 'DokumenAnggaranDitetapkan':
      return [kunciAnggaran.tahap(k)];
    case 'ProgramDitambahkan':
      return [kunciAnggaran.kode(k, kelompok(data.kode))];
    case 'PaguDitetapkan':
    case 'PaguDigeser':
      return [kunciAnggaran.tahap(k), kunciAnggaran.kode(k, kelompok(data.kode))];
    default:
      return [];
  }
};

const initial = (kunciBaris: string): BarisAnggaran => {
  const titik = kunciBaris.indexOf(':');
  const [pemda = '', opd = '', tahun] = kunciBaris.slice(titik + 1).split('/');
  const jenis = kunciBaris.slice(0, titik);
  if (jenis === 'opd') return { jenis, pemda, opd, nama: '' };
  const milik = { pemda, opd, tahun: Number(tahun) };
  return jenis === 'tahap'
    ? { jenis, ...milik, tahap: [] }
    : { jenis: 'kode', ...milik, simpul: [], pagu: [] };
};

const ganti = <T>(daftar: readonly T[], baru: T, sama: (lama: T) => boolean): readonly T[] => {
  const letak = daftar.findIndex(sama);
  return letak < 0 ? [...daftar, baru] : daftar.with(letak, baru);
};

const denganPagu = (
  row: BarisKode,
  event: Recorded<Exclude<AnggaranEvent, { type: 'DokumenAnggaranDitetapkan' }>>,
): BarisAnggaran => {
  const { kode, tingkat, nama, sumberDana, pagu } = event.data;
  const tahap = tahapDari(event);
  const baru = { kode, tingkat, nama, sumberDana, pagu, tahap, posisi: event.meta.posisi };
  return { ...row, pagu: ganti(row.pagu, baru, (p) => p.kode === kode && samaTahap(p.tahap, tahap)) };
};

const padaTahap = (row: BarisAnggaran, event: Recorded<AnggaranEvent>): BarisAnggaran => {
  if (row.jenis !== 'tahap') return row;
  const akta = event.type === 'DokumenAnggaranDitetapkan' ? event.data.akta : undefined;
  const tahap = denganTahap(row.tahap, tahapDari(event), akta);
  return tahap === row.tahap ? row : { ...row, tahap };
};

const pagu = (
  row: BarisAnggaran,
  event: Recorded<Exclude<AnggaranEvent, { type: 'DokumenAnggaranDitetapkan' }>>,
): BarisAnggaran => (row.jenis === 'kode' ? denganPagu(row, event) : padaTahap(row, event));

const nama = (row: BarisAnggaran, { data }: { data: { nama: string } }): BarisAnggaran =>
  row.jenis === 'opd' ? { ...row, nama: data.nama } : row;

/** The budgets of every OPD and year as they were recorded; sums are made when they are asked for (susun.ts). */
export const anggaranView: View<BarisAnggaran, EventAnggaran> = {
  nama: 'anggaran',
  versi: 1,
  kunci,
  initial,
  when: {
    OpdDidaftarkan: nama,
    NamaOpdDiubah: nama,
    ProgramDitambahkan: (row, { data }) => {
      if (row.jenis !== 'kode') return row;
      const { kode, nama, tingkat, induk, nomenklatur = null } = data;
      const baru = { kode, nama, tingkat, induk, nomenklatur };
      return { ...row, simpul: ganti(row.simpul, baru, (s) => s.kode === kode) };
    },
    PaguDitetapkan: pagu,
    PaguDigeser: pagu,
    DokumenAnggaranDitetapkan: padaTahap,
  },
  tanda: (row, k) =>
    row.jenis === 'opd'
      ? [{ tag: tandaAnggaran.opdDari(row.pemda), urut: row.opd }]
      : [
          { tag: tandaAnggaran.opdTahun(row), urut: k },
          { tag: tandaAnggaran.pemdaTahun(row.pemda, row.tahun), urut: k },
        ],
};
