import { sama } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, DomainEvent, Pejabat } from '../../kernel/decider.js';
import { kunci as K, OPD_PEMDA } from '../../kernel/kunci.js';
import type { Lipatan } from '../../kernel/lipatan.js';
import { type Kode, Penolakan } from '../../kernel/penolakan.js';
import { kodeBebas, label } from '../../kernel/teks.js';
import { naskahTahun } from '../../planning/renstra/peralihan.decider.js';
import { type Renstra, renstra } from '../../planning/renstra/renstra.decider.js';
import { ditolak, kutip } from './impor.berkas.js';
import { langkahJalur } from './impor.json.js';
import type { Ditolak, Paket } from './impor.paket.js';

/** What a step names that must be defined before it, here or in the log. */
export type Rujukan = { readonly jenis: JenisRujukan; readonly kode: string; readonly jalur: string };
export type JenisRujukan = 'tujuan' | 'sasaran' | 'indikator' | 'program' | 'anggaran' | 'pk';

/** One command of an import and the place in the file that it comes from. */
export type Langkah = {
  readonly jalur: string;
  /** Makes its command and carries it out; `ganti` stands in for parts of the command. */
  readonly jalankan: (l: Lipatan, ganti: object) => void;
  /** Where in the row its figure stands, for rejections that speak of the figure. */
  readonly nilai?: string;
  /** Where a part stands that the decider knows under another name than the file. */
  readonly letak?: Readonly<Record<string, string>>;
  /** The row as the file gives it, for finding the text that was refused. */
  readonly isi?: object;
  readonly rujukan?: readonly Rujukan[];
  readonly mendefinisikan?: Pick<Rujukan, 'jenis' | 'kode'>;
  /** Everything that its decider would refuse one at a time. */
  readonly periksa?: (l: Lipatan) => readonly Ditolak[];
  /** Refused, nothing after it can be judged. */
  readonly pokok?: boolean;
};

type Sah = { readonly oleh: Pejabat; readonly cara: Cara };

/** What every part of the plan knows of the file. */
export type Konteks = {
  readonly paket: Paket;
  readonly pemda: string;
  readonly opd: string;
  readonly tahun: number;
  readonly kunci: {
    readonly opd: string;
    readonly renstra: string;
    readonly pk: string;
    readonly opdTahun: string;
    readonly periode: string;
  };
  readonly jabatan: { readonly kepala: string; readonly kepalaDaerah: string };
  /** Who wrote the facts down: the importer. The paper does not say who entered or verified them. */
  readonly sah: Sah;
  /** Acts of the head, as printed in the PK; the importer's where there is none. */
  readonly sahKepala: Sah;
};

/** Refuses keys that could name another's stream (KODE_TIDAK_SAH, TAHUN_TIDAK_SAH). */
export const konteks = (paket: Paket): Konteks => {
  const { tahun, renstra } = paket;
  const [pemda, opd] = [paket.pemda.kode, paket.opd.kode];
  const jabatan = {
    kepala: K.jabatan(pemda, opd, 'kepala'),
    kepalaDaerah: K.jabatan(pemda, OPD_PEMDA, 'kepala-daerah'),
  };
  const kepala = paket.perjanjianKinerja[0]?.pihakPertama;
  const importir: Pejabat = {
    subjek: null,
    jabatan: K.jabatan(pemda, opd, 'perencana'),
    sebutan: 'Importir',
    status: null,
  };
  const kepalaTercetak: Pejabat =
    kepala === undefined
      ? importir
      : { subjek: null, jabatan: jabatan.kepala, sebutan: kepala.jabatan, status: kepala.status ?? null };
  return {
    paket,
    pemda,
    opd,
    tahun,
    kunci: {
      opd: K.opd(pemda, opd),
      renstra: K.renstra(pemda, opd, renstra.mulai),
      pk: K.pk(pemda, opd, 'kepala', tahun),
      opdTahun: K.opdTahun(pemda, opd, tahun),
      periode: K.periode(pemda, tahun),
    },
    jabatan,
    sah: { oleh: importir, cara: 'dicatat' },
    sahKepala: { oleh: kepalaTercetak, cara: 'dicatat' },
  };
};

export const kunciPengukuran = (k: Konteks, triwulan: number): string =>
  K.pengukuran(k.pemda, k.opd, k.tahun, triwulan);

/** The Renstra of the file as it holds in the year of the file, and where it stands. */
export const renstraTahunIni = (
  { kunci, tahun }: Konteks,
  l: Lipatan,
): { readonly state: Renstra; readonly dasar: Dasar } => {
  const { state, dasar } = l.keadaan(renstra, kunci.renstra);
  return { state: naskahTahun(state, tahun), dasar };
};

/** A step on one document; its command is made when its turn comes, on what the steps before it left. */
export const langkah =
  <S, C extends object, E extends DomainEvent>(decider: Decider<S, C, E>, kunci: string) =>
  (jalur: string, perintah: (l: Lipatan) => C, tambahan: Partial<Langkah> = {}): Langkah => ({
    ...tambahan,
    jalur,
    jalankan: (l, ganti) => l.jalankan(decider, kunci, { ...perintah(l), ...ganti }),
  });

/** The streams that a command was decided on, those that exist. */
export const berdasarkan = (...keadaan: readonly { readonly dasar: Dasar }[]): Dasar[] =>
  keadaan.map(({ dasar }) => dasar).filter(({ rev }) => rev >= 0);

const tercetak = (nilai: unknown): string =>
  nilai === null || nilai === undefined
    ? 'kosong'
    : typeof nilai === 'string'
      ? kutip(nilai)
      : JSON.stringify(nilai);

/** A recorded fact and what the file says instead, in one sentence. */
export const berbeda = (jalur: string, sebelum: unknown, sesudah: unknown): Ditolak =>
  ditolak(
    jalur,
    'SUDAH_ADA_BERBEDA',
    `Sudah tercatat ${tercetak(sebelum)}, sedangkan berkas ini menyebut ${tercetak(sesudah)}. Koreksi lewat aplikasi, dengan alasan.`,
  );

const isi = (nilai: unknown): nilai is Readonly<Record<string, unknown>> =>
  typeof nilai === 'object' && nilai !== null;

/** Two values that differ: each leaf in which they do, with its place. */
const daunBeda = (jalur: string, sebelum: unknown, sesudah: unknown): Ditolak[] => {
  if (!isi(sebelum) || !isi(sesudah)) return [berbeda(jalur, sebelum, sesudah)];
  const nama = [...new Set([...Object.keys(sebelum), ...Object.keys(sesudah)])];
  return nama
    .filter((n) => !sama(sebelum[n], sesudah[n]))
    .flatMap((n) => daunBeda(jalur + langkahJalur(n), sebelum[n], sesudah[n]));
};

/** Deciders name the part that differs `bidang` or `hal`. */
const bagian = ({ rincian: { bidang, hal } }: Penolakan): string | null => {
  const nama = bidang ?? hal;
  return typeof nama === 'string' ? nama : null;
};

const kodeDari = (periksa: () => unknown): Kode | null => {
  try {
    periksa();
    return null;
  } catch (e) {
    if (e instanceof Penolakan) return e.kode;
    throw e;
  }
};

/** The text of the row that is refused for this reason, where it can be told. */
const isianBersalah = (isi: object | undefined, kode: Kode): string => {
  const isian = Object.entries(isi ?? {}).filter((e): e is [string, string] => typeof e[1] === 'string');
  const nama =
    kode === 'TEKS_TERLALU_PANJANG'
      ? isian.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0]
      : isian.find(
          ([n, v]) => kodeDari(() => (n === 'kode' ? kodeBebas(v) : label(v, v.length))) === kode,
        )?.[0];
  return nama === undefined ? '' : langkahJalur(nama);
};

/** Where in its row the part stands that a rejection speaks of; 'nilai' is the row's figure. */
const ISIAN: Partial<Record<Kode, string>> = {
  SUDAH_ADA_BERBEDA: 'nilai',
  NILAI_TIDAK_SAH: 'nilai',
  DESIMAL_TIDAK_SAH: 'nilai',
  RUPIAH_TIDAK_SAH: 'nilai',
  PENYEBUT_NOL: '/penyebut',
  ANGGARAN_TIDAK_DIKENAL: '/kode',
  PROGRAM_TIDAK_DIKENAL: '/kode',
  KODE_DICADANGKAN: '/kode',
  INDIKATOR_DALAM_PK: '/indikator',
  MURNI_BELUM_DITETAPKAN: '/jenis',
  PK_MURNI_BELUM_BERLAKU: '/jenis',
  PK_TANPA_TARGET: '/target',
};

const tempat = (l: Langkah, p: Penolakan): string => {
  const nama = bagian(p);
  if (nama !== null) return l.jalur + (l.letak?.[nama] ?? langkahJalur(nama));
  const isian = ISIAN[p.kode] ?? isianBersalah(l.isi, p.kode);
  return l.jalur + (isian === 'nilai' ? (l.nilai ?? '') : isian);
};

/** Carries a step out and gives everything that is wrong with it: a decider names one part that differs at a time. */
export const jalankan = (langkah: Langkah, l: Lipatan): Ditolak[] => {
  const ganti: Record<string, unknown> = {};
  const ditemukan: Ditolak[] = [];
  for (;;) {
    try {
      langkah.jalankan(l, ganti);
      return ditemukan;
    } catch (e) {
      if (!(e instanceof Penolakan)) throw e;
      const { kode, rincian } = e;
      const nama = bagian(e);
      const beda = kode === 'SUDAH_ADA_BERBEDA';
      const jalur = tempat(langkah, e);
      if (beda) ditemukan.push(...daunBeda(jalur, rincian.sebelum, rincian.sesudah));
      else ditemukan.push(ditolak(jalur, kode, e));
      if (!beda || nama === null || nama in ganti) return ditemukan;
      ganti[nama] = rincian.sebelum;
    }
  }
};
