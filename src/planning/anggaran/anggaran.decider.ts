import { type Akta, aktaSah } from '../../kernel/akta.js';
import { faktaBaru, isiBaru } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { rupiah } from '../../kernel/rupiah.js';
import { kodeBebas, labelAtauNull } from '../../kernel/teks.js';
import type { Jenis } from '../rencana-kinerja/rencana-kinerja.decider.js';
import { type TingkatAnggaran, tingkatCocok } from './kode.decider.js';
import {
  denganTahap,
  type JenisTahap,
  MURNI,
  PERUBAHAN,
  samaTahap,
  type Tahap,
  type TahapTercatat,
  tahapPergeseran,
  urutTahap,
} from './tahap.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
type Baris = {
  kode: string;
  tingkat: TingkatAnggaran;
  nama: string | null;
  sumberDana: string | null;
  pagu: string;
};

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type AnggaranEvent =
  | {
      type: 'PaguDitetapkan';
      // sebelum: the pagu that stood in the same document
      data: Oleh & Baris & { jenis: Jenis; sebelum: string | null; berdasarkan: Dasar[] };
    }
  | {
      type: 'PaguDigeser';
      // sebelum: the pagu that it replaces in the chain
      data: Oleh &
        Baris & { nomor: number; setelahPerubahan: boolean; sebelum: string | null; berdasarkan: Dasar[] };
    }
  | {
      type: 'DokumenAnggaranDitetapkan';
      // nomor: 0 but for a pergeseran; sebelum: the act as it was recorded before
      data: Oleh & {
        jenis: JenisTahap;
        nomor: number;
        setelahPerubahan: boolean;
        akta: Akta;
        sebelum: Akta | null;
      };
    };
/** kodeDikenal: a code of the year's program tree, or a belanja account. */
type Pagu = Oleh & Baris & { kodeDikenal: boolean; berdasarkan: Dasar[] };
/** setelahPerubahan: null where it follows from what is recorded. */
type Pergeseran = { nomor: number; setelahPerubahan: boolean | null };
export type AnggaranCommand =
  | (Pagu & { type: 'TetapkanPagu'; jenis: Jenis })
  | (Pagu & Pergeseran & { type: 'GeserPagu' })
  | (Oleh & Pergeseran & { type: 'TetapkanDokumen'; jenis: JenisTahap; akta: Akta });
type Perintah<T extends AnggaranCommand['type']> = Extract<AnggaranCommand, { type: T }>;

export type Isi = { readonly pagu: string; readonly nama: string | null; readonly sumberDana: string | null };
type BarisAnggaran = {
  readonly tingkat: TingkatAnggaran;
  readonly tahap: readonly { readonly tahap: Tahap; readonly isi: Isi }[]; // in the order of the chain
};
/** The budget of one OPD and year: its chain of stages, and by kode what each stage says. */
export type Anggaran = {
  readonly tahap: readonly TahapTercatat[]; // in the order of the chain
  readonly baris: ReadonlyMap<string, BarisAnggaran>;
};

/** What a stage says of a code; null where it does not name it. */
export const isiTahap = (a: Anggaran, kode: string, tahap: Omit<Tahap, 'setelahPerubahan'>): Isi | null =>
  a.baris.get(kode)?.tahap.find((t) => samaTahap(t.tahap, tahap))?.isi ?? null;

/** The pagu that the last stage naming the code gives it, whole rupiah; null when the code has none. */
export const paguBerlaku = (a: Anggaran, kode: string): string | null =>
  a.baris.get(kode)?.tahap.at(-1)?.isi.pagu ?? null;

/** The date of the DPA, from which the Perjanjian Kinerja has one month; null while it is not recorded. */
export const tanggalDpa = (a: Anggaran): string | null =>
  a.tahap.find((t) => t.jenis === 'murni')?.akta?.tanggal ?? null;

/** The pagu of a code in the chain right before a stage. */
const paguSebelum = (a: Anggaran, kode: string, tahap: Tahap): string | null =>
  a.baris.get(kode)?.tahap.findLast((t) => urutTahap(t.tahap, tahap) < 0)?.isi.pagu ?? null;

/** A code begins in the murni; once the DPA is ditetapkan, a later stage may bring in a new one. */
const wajibBermula = (a: Anggaran, kode: string, tahap: Tahap): void => {
  if (tahap.jenis === 'murni' || paguSebelum(a, kode, tahap) !== null || tanggalDpa(a) !== null) return;
  tolak('MURNI_BELUM_DITETAPKAN', { kode });
};

/** What came later stands on a stage, and so does its own document. */
const wajibTerbuka = (a: Anggaran, kode: string, tahap: Tahap): void => {
  if (a.tahap.some((t) => t.akta !== null && urutTahap(t, tahap) >= 0))
    tolak('TAHAP_ANGGARAN_DITUTUP', { jenis: tahap.jenis, nomor: tahap.nomor });
  const akhir = a.baris.get(kode)?.tahap.at(-1)?.tahap;
  if (akhir === undefined || urutTahap(akhir, tahap) <= 0) return;
  if (tahap.jenis === 'murni') tolak('MURNI_SUDAH_DITETAPKAN', { kode });
  tolak('TAHAP_ANGGARAN_DITUTUP', { jenis: tahap.jenis, nomor: tahap.nomor, kode });
};

const catatPagu = (
  c: Perintah<'TetapkanPagu' | 'GeserPagu'>,
  a: Anggaran,
  tahap: Tahap,
): (Baris & { sebelum: string | null }) | null => {
  const { tingkat, cara } = c;
  const kode = kodeBebas(c.kode);
  if (!c.kodeDikenal || !tingkatCocok(kode, tingkat))
    return tolak('ANGGARAN_TIDAK_DIKENAL', { kode, tingkat });
  wajibBermula(a, kode, tahap);
  const diminta: Isi = {
    pagu: rupiah(c.pagu).toString(),
    nama: labelAtauNull(c.nama, 1_000),
    sumberDana: labelAtauNull(c.sumberDana),
  };
  const lama = isiTahap(a, kode, tahap);
  const isi = isiBaru(cara, lama, diminta, { kode, jenis: tahap.jenis });
  if (isi === null) return null;
  if (cara === 'elektronik') wajibTerbuka(a, kode, tahap);
  return { kode, tingkat, ...isi, sebelum: lama?.pagu ?? null };
};

const tetapkanPagu = (c: Perintah<'TetapkanPagu'>, a: Anggaran): AnggaranEvent[] => {
  const { jenis, oleh, cara, berdasarkan } = c;
  const isi = catatPagu(c, a, jenis === 'murni' ? MURNI : PERUBAHAN);
  return isi === null ? [] : [{ type: 'PaguDitetapkan', data: { jenis, ...isi, oleh, cara, berdasarkan } }];
};

const geserPagu = (c: Perintah<'GeserPagu'>, a: Anggaran): AnggaranEvent[] => {
  const { oleh, cara, berdasarkan } = c;
  const tahap = tahapPergeseran(a.tahap, c, cara);
  const isi = catatPagu(c, a, tahap);
  if (isi === null) return [];
  const { nomor, setelahPerubahan } = tahap;
  const sebelum = isi.sebelum ?? paguSebelum(a, isi.kode, tahap);
  const data = { nomor, setelahPerubahan, ...isi, sebelum, oleh, cara, berdasarkan };
  return [{ type: 'PaguDigeser', data }];
};

const tahapDokumen = (c: Perintah<'TetapkanDokumen'>, a: Anggaran): Tahap => {
  if (c.jenis === 'pergeseran') return tahapPergeseran(a.tahap, c, c.cara);
  if (c.nomor !== 0) return tolak('PERGESERAN_TIDAK_URUT', { nomor: c.nomor, berikut: 0 });
  return c.jenis === 'murni' ? MURNI : PERUBAHAN;
};

const tetapkanDokumen = (c: Perintah<'TetapkanDokumen'>, a: Anggaran): AnggaranEvent[] => {
  const { oleh, cara } = c;
  const { jenis, nomor, setelahPerubahan } = tahapDokumen(c, a);
  const akta = aktaSah(c.akta);
  const ada = a.tahap.find((t) => samaTahap(t, { jenis, nomor }));
  const sebelum = ada?.akta ?? null;
  if (!faktaBaru(cara, sebelum, akta, { hal: 'akta', jenis, nomor })) return [];
  // Paper may name the act first and fill in its pagu later; what is decided here decides something.
  const bermuatan = [...a.baris.values()].some((b) =>
    b.tahap.some((t) => samaTahap(t.tahap, { jenis, nomor })),
  );
  if (cara === 'elektronik' && !bermuatan) return tolak('TAHAP_TANPA_PAGU', { jenis, nomor });
  const data = { jenis, nomor, setelahPerubahan, akta, sebelum, oleh, cara };
  return [{ type: 'DokumenAnggaranDitetapkan', data }];
};

const decide = (c: AnggaranCommand, a: Anggaran): AnggaranEvent[] => {
  switch (c.type) {
    case 'TetapkanPagu':
      return tetapkanPagu(c, a);
    case 'GeserPagu':
      return geserPagu(c, a);
    case 'TetapkanDokumen':
      return tetapkanDokumen(c, a);
  }
};

const evolve = (a: Anggaran, event: AnggaranEvent): Anggaran => {
  const tahap = tahapDari(event);
  if (event.type === 'DokumenAnggaranDitetapkan')
    return { ...a, tahap: denganTahap(a.tahap, tahap, event.data.akta) };
  const { kode, tingkat, pagu, nama, sumberDana } = event.data;
  const lain = a.baris.get(kode)?.tahap.filter((t) => !samaTahap(t.tahap, tahap)) ?? [];
  const isi = [...lain, { tahap, isi: { pagu, nama, sumberDana } }].sort((x, y) =>
    urutTahap(x.tahap, y.tahap),
  );
  return {
    tahap: denganTahap(a.tahap, tahap),
    baris: new Map(a.baris).set(kode, { tingkat, tahap: isi }),
  };
};

/** The stage of the chain that an event speaks of. */
export const tahapDari = ({ type, data }: AnggaranEvent): Tahap => {
  if (type === 'PaguDitetapkan') return data.jenis === 'murni' ? MURNI : PERUBAHAN;
  const { nomor, setelahPerubahan } = data;
  return { jenis: type === 'PaguDigeser' ? 'pergeseran' : data.jenis, nomor, setelahPerubahan };
};

export const anggaran: Decider<Anggaran, AnggaranCommand, AnggaranEvent> = {
  kategori: 'Anggaran',
  initial: { tahap: [], baris: new Map() },
  decide,
  evolve,
};
