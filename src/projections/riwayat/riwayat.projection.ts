import type { Cara } from '../../kernel/decider.js';
import type { Recorded } from '../../kernel/event-store.js';
import { bacaStream, OPD_PEMDA } from '../../kernel/kunci.js';
import type { Tanda, View } from '../../kernel/view.js';
import type { LetakIndikator } from '../../planning/renstra/naskah-renstra.decider.js';
import type { AmanahEvent } from '../peristiwa.js';
import { isiPeristiwa, JENIS_PERISTIWA, pelakuDari } from './kalimat.js';

/** One event as people read it. */
export type BarisRiwayat = Readonly<{
  posisi: number;
  revisi: number;
  pada: string;
  jabatan: string | null; // null: it follows from the event before it
  jenis: string;
  kalimat: string;
  sebelum: string | null;
  sesudah: string | null;
  cara: Cara | null;
  pemda: string;
  opd: string | null; // null: the pemda's own, or of all its OPD
  tahun: number | null; // null: not of one year
  indikator: readonly string[];
  seluruhDokumen: boolean; // concerns every indicator of its document
  dari?: AsalIndikator; // where the indicator was before
}>;
export type AsalIndikator = Readonly<LetakIndikator & { sejak: number }>;

const KOSONG: BarisRiwayat = {
  posisi: -1,
  revisi: -1,
  pada: '',
  jabatan: null,
  jenis: '',
  kalimat: '',
  sebelum: null,
  sesudah: null,
  cara: null,
  pemda: '',
  opd: null,
  tahun: null,
  indikator: [],
  seluruhDokumen: false,
};

/** A map, not a fold: what an event says stands in the event alone. */
export const barisRiwayat = (event: Recorded<AmanahEvent>): BarisRiwayat => {
  const { meta, type, data } = event;
  const { kalimat, sebelum, sesudah, tentang } = isiPeristiwa(event, meta.stream);
  const { pemda, opd, tahun } = bacaStream(meta.stream);
  const milik = opd ?? ('opd' in data && !Array.isArray(data.opd) ? data.opd : null);
  return {
    posisi: meta.posisi,
    revisi: meta.rev,
    pada: meta.at,
    jabatan: pelakuDari(data),
    jenis: type,
    kalimat,
    sebelum,
    sesudah,
    cara: 'cara' in data ? data.cara : null,
    pemda,
    opd: milik === OPD_PEMDA ? null : milik,
    tahun,
    indikator: tentang === 'dokumen' ? [] : tentang,
    seluruhDokumen: tentang === 'dokumen',
    ...(event.type === 'IndikatorDiterima' && { dari: { ...event.data.dari, sejak: event.data.sejak } }),
  };
};

/** The four places where an event of a pemda can belong, from narrow to wide. */
const ruang = (pemda: string, opd: string | null, tahun: number | null): string =>
  [pemda, opd ?? '*', tahun ?? '*'].join('/');

const tandaIndikator = (tempat: string, indikator: string): string => `${tempat}|${indikator}`;
const tandaDokumen = (tempat: string): string => `${tempat}#`;

/** Where it is found that the OPD took the indicator over; codes have no blank. */
export const tandaDiterima = (pemda: string, opd: string, indikator: string): string =>
  `${tandaIndikator(ruang(pemda, opd, null), indikator)} diterima`;

/** Where the events that name this indicator are found. */
export const tandaIndikatorOpd = (pemda: string, opd: string, tahun: number, indikator: string): string[] =>
  [ruang(pemda, opd, tahun), ruang(pemda, opd, null)].map((t) => tandaIndikator(t, indikator));

/** The tags of one list: all that bears on an OPD and year, or on one indicator there. */
export const tandaRiwayat = (pemda: string, opd: string, tahun: number, indikator?: string): string[] => {
  const milikOpd = [ruang(pemda, opd, tahun), ruang(pemda, opd, null)];
  if (indikator !== undefined)
    return milikOpd.flatMap((t) => [tandaIndikator(t, indikator), tandaDokumen(t)]);
  return [...milikOpd, ruang(pemda, null, tahun), ruang(pemda, null, null)];
};

// Positions are dense integers; padded, their text order is their order.
export const urutPosisi = (posisi: number): string => `${posisi}`.padStart(16, '0');

const tanda = (row: BarisRiwayat): readonly Tanda[] => {
  const tempat = ruang(row.pemda, row.opd, row.tahun);
  const semua = [
    tempat,
    ...row.indikator.map((i) => tandaIndikator(tempat, i)),
    ...(row.seluruhDokumen ? [tandaDokumen(tempat)] : []),
    ...(row.dari && row.opd ? row.indikator.map((i) => tandaDiterima(row.pemda, row.opd ?? '', i)) : []),
  ];
  return semua.map((tag) => ({ tag, urut: urutPosisi(row.posisi) }));
};

const when = Object.fromEntries(
  JENIS_PERISTIWA.map((jenis) => [
    jenis,
    (_: BarisRiwayat, event: Recorded<AmanahEvent>): BarisRiwayat => barisRiwayat(event),
  ]),
) as Record<AmanahEvent['type'], (row: BarisRiwayat, event: Recorded<AmanahEvent>) => BarisRiwayat>; // complete, because the table of sentences is

export const riwayatView: View<BarisRiwayat, AmanahEvent> = {
  nama: 'riwayat',
  versi: 3,
  // By position and not by stream: rows are only ever added, and so they fill one page of the table after the other.
  kunci: ({ meta }) => [urutPosisi(meta.posisi)],
  initial: () => KOSONG,
  when,
  tanda,
};
