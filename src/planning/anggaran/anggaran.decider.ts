import { isiBaru } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { rupiah } from '../../kernel/rupiah.js';
import { kodeBebas, labelAtauNull } from '../../kernel/teks.js';
import { tingkatAnggaran } from '../../reporting/capaian.js';
import type { Jenis } from '../rencana-kinerja/rencana-kinerja.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type TingkatAnggaran = 'program' | 'kegiatan' | 'sub-kegiatan' | 'belanja';

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type AnggaranEvent = {
  type: 'PaguDitetapkan';
  data: Oleh & {
    jenis: Jenis;
    kode: string;
    tingkat: TingkatAnggaran;
    nama: string | null;
    sumberDana: string | null;
    pagu: string;
    sebelum: string | null;
    berdasarkan: Dasar[];
  };
};
export type AnggaranCommand = Oleh & {
  type: 'TetapkanPagu';
  jenis: Jenis;
  kode: string;
  tingkat: TingkatAnggaran;
  nama: string | null;
  sumberDana: string | null;
  pagu: string;
  kodeDikenal: boolean; // a code of the year's program tree, or a belanja account
  berdasarkan: Dasar[];
};

type Isi = { readonly pagu: string; readonly nama: string | null; readonly sumberDana: string | null };
type BarisAnggaran = {
  readonly tingkat: TingkatAnggaran;
  readonly murni: Isi | null;
  readonly perubahan: Isi | null;
};
/** The budget of one OPD and year, by kode. */
export type Anggaran = { readonly baris: ReadonlyMap<string, BarisAnggaran> };

// Belanja accounts stand under account 5 of the bagan akun standar; `5.01.02` is a program of the urusan penunjang.
const AKUN_BELANJA = /^5(\.\d{1,4})*$/;

/** A code of the nomenclature has the level that it reads; another one of the program tree has the level it got there. */
const tingkatCocok = (kode: string, tingkat: TingkatAnggaran): boolean => {
  const terbaca = tingkatAnggaran(kode);
  if (terbaca !== 'belanja') return tingkat === terbaca;
  return (tingkat === 'belanja') === AKUN_BELANJA.test(kode);
};

/** The pagu after the last change, whole rupiah; null when the code has none. */
export const paguBerlaku = (a: Anggaran, kode: string): string | null => {
  const b = a.baris.get(kode);
  return (b?.perubahan ?? b?.murni)?.pagu ?? null;
};

const wajibUrut = (ada: BarisAnggaran | undefined, jenis: Jenis, kode: string): void => {
  if (jenis === 'perubahan' && !ada?.murni) tolak('MURNI_BELUM_DITETAPKAN', { kode });
};

const decide = (c: AnggaranCommand, a: Anggaran): AnggaranEvent[] => {
  const { jenis, tingkat, oleh, cara, berdasarkan } = c;
  const kode = kodeBebas(c.kode);
  if (!c.kodeDikenal || !tingkatCocok(kode, tingkat))
    return tolak('ANGGARAN_TIDAK_DIKENAL', { kode, tingkat });
  const ada = a.baris.get(kode);
  wajibUrut(ada, jenis, kode);
  const diminta: Isi = {
    pagu: rupiah(c.pagu).toString(),
    nama: labelAtauNull(c.nama, 1_000),
    sumberDana: labelAtauNull(c.sumberDana),
  };
  const lama = ada?.[jenis] ?? null;
  const isi = isiBaru(cara, lama, diminta, { kode, jenis });
  if (isi === null) return [];
  // The change stands on the murni it changed.
  if (cara === 'elektronik' && jenis === 'murni' && ada?.perubahan)
    return tolak('MURNI_SUDAH_DITETAPKAN', { kode });
  const data = { jenis, kode, tingkat, ...isi, sebelum: lama?.pagu ?? null, oleh, cara, berdasarkan };
  return [{ type: 'PaguDitetapkan', data }];
};

const evolve = (a: Anggaran, { data }: AnggaranEvent): Anggaran => {
  const { jenis, kode, tingkat, pagu, nama, sumberDana } = data;
  const ada = a.baris.get(kode) ?? { murni: null, perubahan: null };
  return { baris: new Map(a.baris).set(kode, { ...ada, tingkat, [jenis]: { pagu, nama, sumberDana } }) };
};

export const anggaran: Decider<Anggaran, AnggaranCommand, AnggaranEvent> = {
  kategori: 'Anggaran',
  initial: { baris: new Map() },
  decide,
  evolve,
};
