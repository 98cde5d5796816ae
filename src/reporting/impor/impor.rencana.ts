import { kunci as K } from '../../kernel/kunci.js';
import type { Lipatan } from '../../kernel/lipatan.js';
import { Penolakan } from '../../kernel/penolakan.js';
import { anggaran, paguBerlaku } from '../../planning/anggaran/anggaran.decider.js';
import { opd } from '../../planning/opd/opd.decider.js';
import { pemda } from '../../planning/pemda/pemda.decider.js';
import { periode, terbuka } from '../../planning/pemda/periode.decider.js';
import { perjanjianKinerja } from '../../planning/perjanjian-kinerja/perjanjian-kinerja.decider.js';
import { program } from '../../planning/program/program.decider.js';
import { rencanaAksi } from '../../planning/rencana-aksi/rencana-aksi.decider.js';
import { rencanaKinerja } from '../../planning/rencana-kinerja/rencana-kinerja.decider.js';
import { MASA_TERPANJANG, renstra } from '../../planning/renstra/renstra.decider.js';
import { renstraTahun } from '../../planning/renstra/renstra.fakta.js';
import type { Triwulan } from '../capaian.js';
import { pembanding } from '../pembanding/pembanding.decider.js';
import { pengukuran } from '../pengukuran/pengukuran.decider.js';
import { realisasiAnggaran } from '../realisasi-anggaran/realisasi-anggaran.decider.js';
import { BATAS_DITOLAK, ditolak } from './impor.berkas.js';
import { impor } from './impor.decider.js';
import {
  berbeda,
  type JenisRujukan,
  jalankan,
  type Konteks,
  kunciPengukuran,
  type Langkah,
  type Rujukan,
  renstraTahunIni,
} from './impor.langkah.js';
import type { Ditolak } from './impor.paket.js';
import { langkahPelaporan, TRIWULAN } from './impor.pelaporan.js';
import { langkahPemda } from './impor.pemda.js';
import { langkahPk } from './impor.pk.js';
import { langkahAnggaran, langkahProgram } from './impor.program.js';
import { langkahRenstra } from './impor.renstra.js';
import { masalahSusunan } from './impor.susunan.js';
import { langkahRencanaAksi, langkahRkt } from './impor.target.js';

const TAHUN_PERTAMA = 2000;
const mulaiMungkin = ({ tahun }: Konteks): number[] =>
  Array.from({ length: MASA_TERPANJANG }, (_, i) => tahun - i).filter((t) => t >= TAHUN_PERTAMA);

/** Every stream that an import of this file reads or writes. */
export const streamDari = (k: Konteks): string[] => {
  const { opdTahun } = k.kunci;
  const renstraLain = mulaiMungkin(k).map((mulai) => K.renstra(k.pemda, k.opd, mulai));
  return [
    ...new Set([
      `${pemda.kategori}-${k.pemda}`,
      `${periode.kategori}-${k.kunci.periode}`,
      `${opd.kategori}-${k.kunci.opd}`,
      ...[k.kunci.renstra, ...renstraLain].map((r) => `${renstra.kategori}-${r}`),
      ...[program, rencanaKinerja, rencanaAksi, anggaran, realisasiAnggaran, impor].map(
        (d) => `${d.kategori}-${opdTahun}`,
      ),
      `${perjanjianKinerja.kategori}-${k.kunci.pk}`,
      ...TRIWULAN.map((t) => `${pengukuran.kategori}-${kunciPengukuran(k, t)}`),
      `${pembanding.kategori}-${k.kunci.opd}`,
    ]),
  ];
};

/** The commands of a file in the order in which they can stand: each on what those before it left. */
export const rencana = (k: Konteks, dibuka: readonly Triwulan[]): Langkah[] => [
  ...langkahPemda(k),
  ...langkahRenstra(k),
  ...langkahProgram(k),
  ...langkahPk(k),
  ...langkahRkt(k),
  ...langkahRencanaAksi(k),
  ...langkahAnggaran(k),
  ...langkahPelaporan(k, dibuka),
];

const TIDAK_DIKENAL = {
  tujuan: 'TUJUAN_TIDAK_DIKENAL',
  sasaran: 'SASARAN_TIDAK_DIKENAL',
  indikator: 'INDIKATOR_TIDAK_DIKENAL',
  program: 'PROGRAM_TIDAK_DIKENAL',
  anggaran: 'ANGGARAN_TIDAK_DIKENAL',
  pk: 'PK_BELUM_DIAJUKAN',
} as const satisfies Record<JenisRujukan, string>;

const dikenal = (k: Konteks, l: Lipatan, { jenis, kode }: Rujukan): boolean => {
  const { state: r } = renstraTahunIni(k, l);
  switch (jenis) {
    case 'tujuan':
      return r.tujuan.has(kode);
    case 'sasaran':
      return r.sasaran.has(kode);
    case 'indikator':
      return r.indikator.has(kode);
    case 'program':
      return l.keadaan(program, k.kunci.opdTahun).state.simpul.has(kode);
    case 'anggaran':
      return paguBerlaku(l.keadaan(anggaran, k.kunci.opdTahun).state, kode) !== null;
    case 'pk':
      return l.keadaan(perjanjianKinerja, k.kunci.pk).state.versi[Number(kode) - 1] !== undefined;
  }
};

const nama = ({ jenis, kode }: Pick<Rujukan, 'jenis' | 'kode'>): string => `${jenis} ${kode}`;

/** What was recorded of this year under a Renstra with another first year. */
const renstraLain = (k: Konteks, l: Lipatan): Ditolak[] => {
  const { mulai } = k.paket.renstra;
  const semula = renstraTahun(l.baca, k.pemda, k.opd, k.tahun);
  return semula === null || semula.state.mulai === mulai
    ? []
    : [berbeda('/renstra/mulai', String(semula.state.mulai), String(mulai))];
};

/** A step that names what is not defined, and whether that is its own fault or of a step that was refused before it. */
const tidakDikenal = (hilang: readonly Rujukan[], gagal: ReadonlySet<string>): Ditolak[] =>
  hilang
    .filter((r) => !gagal.has(nama(r)))
    .map(({ jenis, kode, jalur }) => {
      const alasan = TIDAK_DIKENAL[jenis];
      return ditolak(jalur, alasan, new Penolakan(alasan, { kode, [jenis]: kode }));
    });

const satu = (k: Konteks, step: Langkah, l: Lipatan, gagal: Set<string>): Ditolak[] => {
  const hilang = (step.rujukan ?? []).filter((r) => !dikenal(k, l, r));
  const masalah = hilang.length > 0 ? tidakDikenal(hilang, gagal) : [...(step.periksa?.(l) ?? [])];
  if (hilang.length + masalah.length === 0) masalah.push(...jalankan(step, l));
  if (hilang.length + masalah.length > 0 && step.mendefinisikan) gagal.add(nama(step.mendefinisikan));
  return masalah;
};

export type Langkahnya = { readonly selesai: number; readonly dari: number };

/** Carries every command out in memory and gives all that is wrong; yields before each, so that a server can breathe. */
function* lipat(k: Konteks, langkah: readonly Langkah[], l: Lipatan): Generator<Langkahnya, Ditolak[]> {
  const masalah: Ditolak[] = [];
  const gagal = new Set<string>();
  for (const [selesai, step] of langkah.entries()) {
    yield { selesai, dari: langkah.length };
    const ditemukan = satu(k, step, l, gagal);
    masalah.push(...ditemukan);
    if ((step.pokok && ditemukan.length > 0) || masalah.length >= BATAS_DITOLAK) break;
  }
  return masalah;
}

/** The quarters that the file adds something to, and that are closed for the OPD as the log stands. */
const perluDibuka = (k: Konteks, awal: Lipatan, hasil: Lipatan): Triwulan[] => {
  const bertambah = new Set<number>();
  for (const { stream, events } of hasil.tambahan())
    for (const t of TRIWULAN) {
      if (stream === `${pengukuran.kategori}-${kunciPengukuran(k, t)}`) bertambah.add(t);
      if (stream.startsWith(`${realisasiAnggaran.kategori}-`))
        for (const { data } of events) if ('triwulan' in data && data.triwulan === t) bertambah.add(t);
    }
  const { state } = awal.keadaan(periode, k.kunci.periode);
  return TRIWULAN.filter((t) => bertambah.has(t) && !terbuka(state, t, k.opd));
};

/** What came of carrying a file out in memory: the documents as they would stand, or everything that is wrong. */
export type Susunan = { readonly lipatan: Lipatan } | { readonly ditolak: readonly Ditolak[] };

/**
 * Checks a whole file against the rules, over the streams as they were read (`baru` gives a fresh fold of them).
 * Pure: the same file over the same streams gives the same events.
 */
export function* susun(k: Konteks, baru: () => Lipatan): Generator<Langkahnya, Susunan> {
  const coba = baru();
  const sendiri = [...masalahSusunan(k.paket), ...renstraLain(k, coba)];
  const masalah = [...sendiri, ...(yield* lipat(k, rencana(k, []), coba))];
  if (masalah.length > 0) return { ditolak: unik(masalah).slice(0, BATAS_DITOLAK) };
  const dibuka = perluDibuka(k, baru(), coba);
  if (dibuka.length === 0) return { lipatan: coba };
  const lipatan = baru();
  const lanjutan = yield* lipat(k, rencana(k, dibuka), lipatan);
  return lanjutan.length > 0 ? { ditolak: lanjutan } : { lipatan };
}

/** One problem per place and rule: the file's own check and a decider may find the same. */
const unik = (masalah: readonly Ditolak[]): Ditolak[] => {
  const terlihat = new Set<string>();
  return masalah.filter(({ jalur, kode }) => {
    const kunci = `${kode} ${jalur}`;
    if (terlihat.has(kunci)) return false;
    terlihat.add(kunci);
    return true;
  });
};
