import { faktaBaru } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { tahunSah } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { label } from '../../kernel/teks.js';
import type { DefinisiIndikator } from '../../planning/renstra/renstra.decider.js';
import { nilaiSah } from '../capaian.js';

type Oleh = { oleh: Pejabat; cara: Cara };
export type Banding = {
  indikator: string;
  tingkat: 'nasional' | 'provinsi' | 'kabupaten-kota';
  wilayah: string | null;
  tahun: number;
  nilai: string;
  sumber: string | null;
};

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type PembandingEvent = {
  type: 'PembandingDicatat';
  data: Oleh & Banding & { sebelum: string | null; berdasarkan: Dasar[] };
};
export type PembandingCommand = Oleh &
  Banding & { type: 'Catat'; definisi: DefinisiIndikator | null; berdasarkan: Dasar[] };

export type BarisPembanding = Banding & { readonly rev: number };
/** One OPD's figures of other regions, one per indicator, tingkat, wilayah and year. */
export type Pembanding = { readonly baris: ReadonlyMap<string, BarisPembanding> };

const labelAtauNull = (nilai: string | null): string | null => (nilai === null ? null : label(nilai));

const kunciBaris = (b: Pick<Banding, 'indikator' | 'tingkat' | 'wilayah' | 'tahun'>): string =>
  JSON.stringify([b.indikator, b.tingkat, labelAtauNull(b.wilayah), b.tahun]);

/** What is recorded of another region's figure; undefined while nothing is. */
export const barisPembanding = (
  { baris }: Pembanding,
  b: Pick<Banding, 'indikator' | 'tingkat' | 'wilayah' | 'tahun'>,
): BarisPembanding | undefined => baris.get(kunciBaris(b));

const bandingSah = (c: PembandingCommand): Banding => {
  const { indikator, tingkat, definisi: d, nilai } = c;
  if (d === null) return tolak('INDIKATOR_TIDAK_DIKENAL', { indikator });
  // Another region has one figure, also where ours is a range.
  if (!nilaiSah(d.polaritas, d.urutanPredikat, nilai, 'realisasi'))
    return tolak('NILAI_TIDAK_SAH', { indikator, nilai });
  const [wilayah, sumber] = [labelAtauNull(c.wilayah), labelAtauNull(c.sumber)];
  return { indikator, tingkat, wilayah, tahun: tahunSah(c.tahun), nilai, sumber };
};

const decide = (c: PembandingCommand, s: Pembanding): PembandingEvent[] => {
  const { oleh, cara, berdasarkan } = c;
  const baru = bandingSah(c);
  const { indikator, tahun, nilai, sumber } = baru;
  const ada = barisPembanding(s, baru);
  const sebelum = ada?.nilai ?? null;
  const berita =
    faktaBaru(cara, sebelum, nilai, { indikator, tahun }) ||
    (sumber !== null && faktaBaru(cara, ada?.sumber ?? null, sumber, { indikator, tahun }));
  return berita ? [{ type: 'PembandingDicatat', data: { ...baru, sebelum, oleh, cara, berdasarkan } }] : [];
};

export const pembanding: Decider<Pembanding, PembandingCommand, PembandingEvent> = {
  kategori: 'Pembanding',
  initial: { baris: new Map() },
  decide,
  evolve: ({ baris }, { data }, rev) => {
    const { indikator, tingkat, wilayah, tahun, nilai, sumber } = data;
    const isi = { indikator, tingkat, wilayah, tahun, nilai, sumber, rev };
    return { baris: new Map(baris).set(kunciBaris(data), isi) };
  },
  revisi: (c, s) => barisPembanding(s, c)?.rev ?? -1,
};
