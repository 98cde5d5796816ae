import type { Dasar } from '../../kernel/decider.js';
import type { Baca } from '../../kernel/execute.js';
import { kunci, OPD_PEMDA } from '../../kernel/kunci.js';
import { jabatan } from '../jabatan/jabatan.decider.js';
import { opd as opdDecider } from '../opd/opd.decider.js';
import { pemda as pemdaDecider } from '../pemda/pemda.decider.js';
import { program } from '../program/program.decider.js';
import { renstra } from '../renstra/renstra.decider.js';
import { pohonKinerja } from './pohon-kinerja.decider.js';
import { simpulDari, type Unsur } from './simpul.decider.js';

/** A tree belongs to the Renstra of the same OPD and first year: their keys are the same. */
export type KunciPohon = { pemda: string; opd: string; mulai: number };
type Fakta = { ada: boolean; dasar: (Dasar | null)[] };

/** Whether the OPD (or the pemda itself) is registered. */
export const milikTerdaftar = (baca: Baca, { pemda, opd }: Pick<KunciPohon, 'pemda' | 'opd'>): Fakta => {
  const f =
    opd === OPD_PEMDA ? baca(pemdaDecider, kunci.pemda(pemda)) : baca(opdDecider, kunci.opd(pemda, opd));
  return { ada: f.state.status === 'terdaftar', dasar: [f] };
};

export const indikatorDikenal = (baca: Baca, { pemda, opd, mulai }: KunciPohon, indikator: string): Fakta => {
  const r = baca(renstra, kunci.renstra(pemda, opd, mulai));
  return { ada: r.state.indikator.has(indikator), dasar: [r] };
};

/** A program is known when the tree of any year of the Renstra has it; the newest such year is what it stands on. */
export const unsurDikenal = (
  baca: Baca,
  { pemda, opd, mulai }: KunciPohon,
  { tingkat, kode }: Unsur,
): Fakta => {
  const r = baca(renstra, kunci.renstra(pemda, opd, mulai));
  if (tingkat === 'tujuan' || tingkat === 'sasaran') return { ada: r.state[tingkat].has(kode), dasar: [r] };
  for (let tahun = r.state.selesai; tahun >= mulai; tahun--) {
    const p = baca(program, kunci.opdTahun(pemda, opd, tahun));
    if (p.state.simpul.get(kode)?.tingkat === tingkat) return { ada: true, dasar: [p] };
  }
  return { ada: false, dasar: [] };
};

/** `kunciJabatan`: the office's key, in any OPD of the pemda; one that was closed is none. */
export const jabatanAda = (baca: Baca, kunciJabatan: string): Fakta => {
  const j = baca(jabatan, kunciJabatan);
  return { ada: j.state.status === 'dibentuk' && j.state.ditutup === null, dasar: [j] };
};

/** Another OPD of the pemda, and where one is named, a result of its tree of the same years. */
export const opdLain = (
  baca: Baca,
  { pemda, opd, mulai }: KunciPohon,
  lain: { opd: string; simpulLain: string | null },
): { opdLainTerdaftar: boolean; simpulLainDikenal: boolean; dasar: (Dasar | null)[] } => {
  const f = milikTerdaftar(baca, { pemda, opd: lain.opd });
  const opdLainTerdaftar = lain.opd !== opd && f.ada;
  if (lain.simpulLain === null) return { opdLainTerdaftar, simpulLainDikenal: false, dasar: f.dasar };
  const p = baca(pohonKinerja, kunci.renstra(pemda, lain.opd, mulai));
  const simpulLainDikenal = simpulDari(p.state, lain.simpulLain) !== null;
  return { opdLainTerdaftar, simpulLainDikenal, dasar: [...f.dasar, p] };
};

/** The key of an office as people name it: its OPD and its code there. */
export const kunciJabatan = (pemda: string, j: { opd: string; jabatan: string }): string =>
  kunci.jabatan(pemda, j.opd, j.jabatan);
