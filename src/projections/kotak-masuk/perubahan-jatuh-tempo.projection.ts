import type { Recorded } from '../../kernel/event-store.js';
import { bacaStream, jabatanKepala, kunci as K } from '../../kernel/kunci.js';
import type { AnggaranEvent } from '../../planning/anggaran/anggaran.decider.js';
import type { JabatanEvent } from '../../planning/jabatan/jabatan.decider.js';
import type {
  PkEvent,
  SebabPerubahan,
} from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';

/** What can make a PK Perubahan due, and what answers it. */
export type EventPerubahan =
  | Extract<
      PkEvent,
      {
        type:
          | 'PerjanjianKinerjaDiajukan'
          | 'PerjanjianKinerjaDitandatangani'
          | 'PerjanjianKinerjaBerlaku'
          | 'KebutuhanPkPerubahanDicatat'
          | 'KebutuhanPkPerubahanDitutup';
      }
    >
  | Extract<JabatanEvent, { type: 'PejabatDitetapkan' }>
  | Extract<AnggaranEvent, { type: 'PaguDitetapkan' | 'DokumenAnggaranDitetapkan' }>;

/** A text that may come into force: who signs it first is who promised. */
type Naskah = Readonly<{
  versi: number;
  sebab: SebabPerubahan | null;
  tanggal: string | null;
  subjek: string | null;
  dicatat: boolean;
}>;
type Berlaku = Readonly<{
  versi: number;
  sebab: SebabPerubahan | null;
  subjek: string | null; // null: signed on paper
  tanggal: string; // the day it was signed; of a paper, the day written on it
}>;
/** Somebody who began to hold the office this year. The subject id is compared, never shown. */
type Pengganti = Readonly<{ subjek: string; mulai: string }>;
export type SebabJatuhTempo = Readonly<{
  sebab: SebabPerubahan;
  sejak: string;
  posisi: number;
  catatan: string | null; // the reason, where it was recorded by hand
}>;
/** Whether the PK of one office and year has to change, and what it is judged by. In no list while nothing is due. */
export type BarisPerubahan = Readonly<{
  pemda: string;
  opd: string;
  jabatanDokumen: string;
  tahun: number;
  naskah: Naskah | null;
  berlaku: Berlaku | null;
  pengganti: readonly Pengganti[];
  jatuhTempo: readonly SebabJatuhTempo[];
}>;

const AKHIRAN = '#perubahan';
export const adalahPerubahan = (kunci: string): boolean => kunci.endsWith(AKHIRAN);
const kunciPerubahan = (kunciJabatan: string, tahun: number): string =>
  `PerjanjianKinerja-${kunciJabatan}.${tahun}${AKHIRAN}`;

// Plh. and Pjs. stand in for a while; the PK stays that of whom they stand in for.
const MENGGANTIKAN: readonly string[] = ['definitif', 'Plt.', 'Pj.'];

/** The office and year whose PK an event can make due, or answer; those that say nothing to it give none. */
export const kunciJatuhTempo = (event: Recorded<EventPerubahan>): readonly string[] => {
  const { stream } = event.meta;
  switch (event.type) {
    case 'PejabatDitetapkan': {
      if (!MENGGANTIKAN.includes(event.data.status)) return [];
      return [kunciPerubahan(stream.slice('Jabatan-'.length), Number(event.data.mulai.slice(0, 4)))];
    }
    case 'PaguDitetapkan':
    case 'DokumenAnggaranDitetapkan': {
      const { pemda, opd, tahun } = bacaStream(stream);
      if (event.data.jenis !== 'perubahan' || opd === null || tahun === null) return [];
      return [kunciPerubahan(K.jabatan(pemda, opd, jabatanKepala(opd)), tahun)];
    }
    default:
      return [stream + AKHIRAN];
  }
};

export const perubahanKosong = (kunci: string): BarisPerubahan => {
  const { pemda, opd, jabatan, tahun } = bacaStream(kunci.slice(0, -AKHIRAN.length));
  const milik = { pemda, opd: opd ?? '', jabatanDokumen: jabatan ?? '', tahun: tahun ?? 0 };
  return { ...milik, naskah: null, berlaku: null, pengganti: [], jatuhTempo: [] };
};

/** The cause that came up first; null: nothing is due. */
export const menungguSejak = ({ jatuhTempo }: BarisPerubahan): SebabJatuhTempo | null =>
  jatuhTempo.toSorted((a, b) => a.posisi - b.posisi)[0] ?? null;

type Saat = { readonly at: string; readonly posisi: number };

/** Waits since it first came up; said by hand again, with the newer reason. */
const jatuhTempo = (
  row: BarisPerubahan,
  sebab: SebabPerubahan,
  { at, posisi }: Saat,
  catatan: string | null = null,
): BarisPerubahan => {
  const ada = row.jatuhTempo.find((j) => j.sebab === sebab);
  // Without a PK in force there is nothing to change: the murni to come is proposed on what is so by then.
  if (row.berlaku === null || (ada !== undefined && catatan === null)) return row;
  const baru = { sebab, sejak: ada?.sejak ?? at, posisi: ada?.posisi ?? posisi, catatan };
  return { ...row, jatuhTempo: [...row.jatuhTempo.filter((j) => j !== ada), baru] };
};

// From the signing day on: whoever signed was the one in office that day, so another one came after.
const menggantikan = ({ subjek, mulai }: Pengganti, b: Berlaku): boolean =>
  b.subjek === null ? mulai > b.tanggal : subjek !== b.subjek && mulai >= b.tanggal;

const pejabatBerganti = (row: BarisPerubahan, saat: Saat): BarisPerubahan =>
  row.berlaku !== null && row.pengganti.some((p) => menggantikan(p, row.berlaku as Berlaku))
    ? jatuhTempo(row, 'pergantian-pejabat', saat)
    : row;

// Paper comes in any order: a PK Perubahan that names the APBD-P as its cause has answered the pagu taken over after it.
const anggaranBerubah = (row: BarisPerubahan, saat: Saat, dicatat: boolean): BarisPerubahan =>
  dicatat && row.berlaku?.sebab === 'perubahan-apbd' ? row : jatuhTempo(row, 'perubahan-apbd', saat);

type Lipat = {
  readonly [T in EventPerubahan['type']]: (
    row: BarisPerubahan,
    event: Recorded<Extract<EventPerubahan, { type: T }>>,
  ) => BarisPerubahan;
};

/** A pure fold over the log's one order, no saga: rebuilt, it gives the same tasks. */
export const lipatPerubahan: Lipat = {
  PerjanjianKinerjaDiajukan: (row, { data: { naskah, cara } }) => {
    const { versi, sebab, tanggal } = naskah;
    return { ...row, naskah: { versi, sebab, tanggal, subjek: null, dicatat: cara === 'dicatat' } };
  },
  PerjanjianKinerjaDitandatangani: (row, { data: { pihak, oleh } }) =>
    pihak === 1 && row.naskah !== null ? { ...row, naskah: { ...row.naskah, subjek: oleh.subjek } } : row,
  PerjanjianKinerjaBerlaku: (row, { meta }) => {
    if (row.naskah === null) return row;
    const { versi, sebab, tanggal, subjek, dicatat } = row.naskah;
    const hariIni = meta.at.slice(0, 10);
    const berlaku = { versi, sebab, subjek, tanggal: dicatat ? (tanggal ?? hariIni) : hariIni };
    return pejabatBerganti({ ...row, naskah: null, berlaku, jatuhTempo: [] }, meta);
  },
  KebutuhanPkPerubahanDicatat: (row, { data: { sebab, alasan }, meta }) =>
    jatuhTempo(row, sebab, meta, alasan),
  KebutuhanPkPerubahanDitutup: (row, { data: { sebab } }) => ({
    ...row,
    pengganti: sebab === 'pergantian-pejabat' ? [] : row.pengganti,
    jatuhTempo: row.jatuhTempo.filter((j) => j.sebab !== sebab),
  }),
  PejabatDitetapkan: (row, { data: { subjek, mulai }, meta }) =>
    pejabatBerganti({ ...row, pengganti: [...row.pengganti, { subjek, mulai }] }, meta),
  PaguDitetapkan: (row, { data: { cara }, meta }) => anggaranBerubah(row, meta, cara === 'dicatat'),
  DokumenAnggaranDitetapkan: (row, { data: { cara }, meta }) =>
    anggaranBerubah(row, meta, cara === 'dicatat'),
};
