import type { DomainEvent } from '../../kernel/decider.js';
import type { Recorded } from '../../kernel/event-store.js';
import { bacaStream } from '../../kernel/kunci.js';
import type { View } from '../../kernel/view.js';
import type { JabatanEvent } from '../../planning/jabatan/jabatan.decider.js';
import {
  kodeSimpul,
  type PohonKinerjaEvent,
  simpulSetelah,
} from '../../planning/pohon-kinerja/pohon-kinerja.decider.js';
import type { Simpul } from '../../planning/pohon-kinerja/simpul.decider.js';
import type { RenstraEvent } from '../../planning/renstra/renstra.decider.js';

/** What of the pemda's plan (by its first year) a tujuan or sasaran of an OPD serves. */
export type Melayani = Readonly<{ mulai: number; tingkat: 'tujuan' | 'sasaran'; kode: string }>;
type Diselaraskan = Readonly<{ tingkat: 'tujuan' | 'sasaran'; kode: string }>;
/** The part of a Renstra's story that says what it serves, and from which year on. */
export type EventSelaras =
  | { type: 'RenstraDiselaraskan'; data: Diselaraskan & { melayani: Melayani } }
  | { type: 'KeselarasanDilepas'; data: Diselaraskan }
  | { type: 'PerubahanRenstraDimulai'; data: { mulaiBerlaku: number } }
  | { type: 'PerubahanRenstraDibatalkan' | 'RenstraDibatalkan'; data: object }
  | Extract<RenstraEvent, { type: 'RenstraDitetapkan' }>;
export type EventJabatanPohon = Extract<JabatanEvent, { type: 'JabatanDibentuk' | 'JabatanDitutup' }>;
export type EventPohon = PohonKinerjaEvent | EventSelaras | EventJabatanPohon;

export type SimpulHasil = Readonly<Simpul & { kode: string }>;
export type BarisPohon = Readonly<{ jenis: 'pohon'; simpul: readonly SimpulHasil[] }>;
export type Penyelarasan = Diselaraskan & Readonly<{ melayani: Melayani }>;
type VersiSelaras = Readonly<{ mulaiBerlaku: number; penyelarasan: readonly Penyelarasan[] }>;
/** Oldest version first; a Perubahan that is being written stands aside until it is ditetapkan. */
export type BarisSelaras = Readonly<{
  jenis: 'selaras';
  opd: string;
  versi: readonly VersiSelaras[];
  rancangan: VersiSelaras | null;
}>;
export type BarisJabatan = Readonly<{ jenis: 'jabatan'; sebutan: string; ditutup: string | null }>;
export type BarisPohonKinerja = BarisPohon | BarisSelaras | BarisJabatan;

export const kunciPohon = {
  pohon: (pemda: string, opd: string, mulai: number) => `pohon:${pemda}/${opd}/${mulai}`,
  selaras: (pemda: string, opd: string, mulai: number) => `selaras:${pemda}/${opd}/${mulai}`,
  jabatan: (kunciJabatan: string) => `jabatan:${kunciJabatan}`,
} as const;

/** Who of a pemda serves its plan. */
export const tandaSelaras = (pemda: string): string => `selaras:${pemda}`;

/** What the Renstra of that row serves in a year. */
export const penyelarasanTahun = (baris: BarisSelaras | null, tahun: number): readonly Penyelarasan[] =>
  baris?.versi.findLast((v, i) => i === 0 || v.mulaiBerlaku <= tahun)?.penyelarasan ?? [];

const kunciDari = (stream: string): readonly string[] => {
  const { kategori, pemda, opd, mulai } = bacaStream(stream);
  if (kategori === 'Jabatan') return [kunciPohon.jabatan(stream.slice(stream.indexOf('-') + 1))];
  if (opd === null || mulai === null) return [];
  return [kunciPohon[kategori === 'Renstra' ? 'selaras' : 'pohon'](pemda, opd, mulai)];
};

const initial = (kunci: string): BarisPohonKinerja => {
  if (kunci.startsWith('pohon:')) return { jenis: 'pohon', simpul: [] };
  if (kunci.startsWith('jabatan:')) return { jenis: 'jabatan', sebutan: '', ditutup: null };
  const [, opd = '', mulai] = kunci.split('/');
  const versi = [{ mulaiBerlaku: Number(mulai), penyelarasan: [] }];
  return { jenis: 'selaras', opd, versi, rancangan: null };
};

type Menurut<J extends BarisPohonKinerja['jenis']> = Extract<BarisPohonKinerja, { jenis: J }>;

/** Folds into rows of one kind; `kunci` gives no others for these events. */
const pada =
  <J extends BarisPohonKinerja['jenis'], E extends DomainEvent>(
    jenis: J,
    lipat: (row: Menurut<J>, event: Recorded<E>) => Menurut<J>,
  ) =>
  (row: BarisPohonKinerja, event: Recorded<E>): BarisPohonKinerja =>
    row.jenis === jenis ? lipat(row as Menurut<J>, event) : row;

const padaPohon = pada('pohon', (row, event: Recorded<PohonKinerjaEvent>): BarisPohon => {
  const kode = kodeSimpul(event);
  const letak = row.simpul.findIndex((s) => s.kode === kode);
  const baru = simpulSetelah(row.simpul[letak] ?? null, event);
  if (baru === null) return { ...row, simpul: row.simpul.filter((s) => s.kode !== kode) };
  const simpul = { ...baru, kode };
  return { ...row, simpul: letak < 0 ? [...row.simpul, simpul] : row.simpul.with(letak, simpul) };
});

/** Changes what is being written: the open Perubahan, else the version that stands. */
const penyelarasan = <E extends EventSelaras>(
  ubah: (lama: readonly Penyelarasan[], event: Recorded<E>) => readonly Penyelarasan[],
) =>
  pada('selaras', (row, event: Recorded<E>): BarisSelaras => {
    const jadi = (v: VersiSelaras): VersiSelaras => ({ ...v, penyelarasan: ubah(v.penyelarasan, event) });
    if (row.rancangan !== null) return { ...row, rancangan: jadi(row.rancangan) };
    return { ...row, versi: row.versi.map((v, i) => (i === row.versi.length - 1 ? jadi(v) : v)) };
  });

const tanpa = (lama: readonly Penyelarasan[], { tingkat, kode }: Diselaraskan): readonly Penyelarasan[] =>
  lama.filter((p) => p.tingkat !== tingkat || p.kode !== kode);

/** The trees of results, what each Renstra serves, and the offices that may answer for a result. */
export const pohonKinerjaView: View<BarisPohonKinerja, EventPohon> = {
  nama: 'pohon-kinerja',
  versi: 1,
  kunci: ({ meta }) => kunciDari(meta.stream),
  initial,
  when: {
    SimpulDitetapkan: padaPohon,
    SimpulDihapus: padaPohon,
    IndikatorSimpulDihubungkan: padaPohon,
    IndikatorSimpulDilepas: padaPohon,
    UnsurDitautkan: padaPohon,
    PenanggungJawabSimpulDitetapkan: padaPohon,
    CrosscuttingDicatat: padaPohon,
    CrosscuttingDihapus: padaPohon,

    RenstraDiselaraskan: penyelarasan((lama, { data: { tingkat, kode, melayani } }) => [
      ...tanpa(lama, { tingkat, kode }),
      { tingkat, kode, melayani },
    ]),
    KeselarasanDilepas: penyelarasan((lama, { data }) => tanpa(lama, data)),
    PerubahanRenstraDimulai: pada('selaras', (row, { data: { mulaiBerlaku } }) => ({
      ...row,
      rancangan: { mulaiBerlaku, penyelarasan: row.versi.at(-1)?.penyelarasan ?? [] },
    })),
    PerubahanRenstraDibatalkan: pada('selaras', (row) => ({ ...row, rancangan: null })),
    RenstraDibatalkan: () => null,
    RenstraDitetapkan: pada('selaras', (row) =>
      row.rancangan === null ? row : { ...row, versi: [...row.versi, row.rancangan], rancangan: null },
    ),

    JabatanDibentuk: pada('jabatan', (row, { data: { sebutan } }) => ({ ...row, sebutan, ditutup: null })),
    JabatanDitutup: pada('jabatan', (row, { data: { tanggal } }) => ({ ...row, ditutup: tanggal })),
  },
  tanda: (row, kunci) => {
    if (row.jenis !== 'selaras') return [];
    const pemda = kunci.slice(kunci.indexOf(':') + 1, kunci.indexOf('/'));
    return [{ tag: tandaSelaras(pemda), urut: row.opd }];
  },
};
