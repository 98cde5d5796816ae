import type { DomainEvent } from '../../src/kernel/decider.js';
import type { Kode } from '../../src/kernel/penolakan.js';
import { putusanAnggaran } from './anggaran.model.js';
import { BENTUK } from './bentuk.js';
import { type Dunia, duniaKosong } from './dunia.js';
import { putusanIku } from './iku.model.js';
import { putusanJabatan } from './jabatan.model.js';
import { Nyata } from './nyata.js';
import { putusanOpd, putusanPemda } from './organisasi.model.js';
import type { NamaDokumen, Perintah } from './perintah.js';
import { putusanPeriode } from './periode.model.js';
import { putusanPk } from './pk.model.js';
import { putusanPohon } from './pohon.model.js';
import { putusanNomenklatur, putusanProgram } from './program.model.js';
import { putusanRenstra } from './renstra.model.js';
import { putusanAksi, putusanRkt } from './tahunan.model.js';
import { type Harapan, type Jawab, samaIsi } from './vonis.js';

const MODEL = {
  pemda: putusanPemda,
  opd: putusanOpd,
  jabatan: putusanJabatan,
  periode: putusanPeriode,
  nomenklatur: putusanNomenklatur,
  renstra: putusanRenstra,
  program: putusanProgram,
  rkt: putusanRkt,
  aksi: putusanAksi,
  iku: putusanIku,
  anggaran: putusanAnggaran,
  pk: putusanPk,
  pohon: putusanPohon,
} as unknown as { [D in NamaDokumen]: (d: Dunia, c: Perintah) => Jawab };

/** What the model expects of a command, without carrying it out. */
export const menurutModel = (d: Dunia, c: Perintah): 'ditolak' | 'diam' | 'berubah' => {
  const jawab = MODEL[c.dok](d, c);
  return 'tolak' in jawab ? 'ditolak' : jawab.peristiwa.length === 0 ? 'diam' : 'berubah';
};

/** Both sides of a sequence: the deciders' documents and the model's. */
export type Pasangan = { nyata: Nyata; dunia: Dunia };
export const pasanganKosong = (): Pasangan => ({ nyata: Nyata.kosong(), dunia: duniaKosong() });
export const salinPasangan = (p: Pasangan): Pasangan => ({
  nyata: p.nyata.salin(),
  dunia: structuredClone(p.dunia),
});

export type Beda = { soal: string; diharapkan: unknown; didapat: unknown };
export type Langkah = { beda: Beda } | { kode: Kode } | { peristiwa: number };
/** Where a sequence has written, for the fold from zero at its end. */
export type Tersentuh = Map<string, NamaDokumen>;

type Isi = { sebelum?: unknown; berdasarkan?: readonly { stream: string; rev: number }[]; cara?: string };
const isiDari = (e: DomainEvent): Isi => e.data as Isi;

const ringkas = (h: Harapan): string => h.type;
const cocok = (harapan: readonly Harapan[], events: readonly DomainEvent[]): boolean => {
  if (harapan.length !== events.length) return false;
  const a = harapan.toSorted((x, y) => ringkas(x).localeCompare(ringkas(y)));
  const b = events.toSorted((x, y) => x.type.localeCompare(y.type));
  return a.every((h, i) => h.type === b[i]?.type && samaIsi(h.sebelum, isiDari(b[i]).sebelum));
};

const bandingkan = (jawab: Jawab, hasil: ReturnType<Nyata['putuskan']>): Beda | null => {
  const didapat = 'kode' in hasil ? hasil.kode : hasil.events;
  if ('tolak' in jawab) {
    if (jawab.tolak.size === 0) return { soal: 'model tidak menjawab', diharapkan: null, didapat };
    if ('kode' in hasil ? jawab.tolak.has(hasil.kode) : jawab.atauDiam && hasil.events.length === 0)
      return null;
    return { soal: 'putusan', diharapkan: [...jawab.tolak], didapat };
  }
  if (!('kode' in hasil) && cocok(jawab.peristiwa, hasil.events)) return null;
  return { soal: 'putusan', diharapkan: jawab.peristiwa, didapat };
};

/** What every event must keep to: how it was decided, and that what it stands on stood at that revision. */
const periksaPeristiwa = (nyata: Nyata, c: Perintah, events: readonly DomainEvent[]): Beda | null => {
  for (const e of events) {
    const { cara, berdasarkan = [] } = isiDari(e);
    if (cara !== undefined && cara !== c.sah) return { soal: 'cara', diharapkan: c.sah, didapat: e };
    for (const { stream, rev } of berdasarkan) {
      const akhir = (nyata.ambil(stream)?.events.length ?? 0) - 1;
      if (rev !== akhir || rev < 0) return { soal: `berdasarkan ${stream}`, diharapkan: akhir, didapat: rev };
    }
  }
  return null;
};

/** Where two plain values part, and what each has there. */
const letakBeda = (a: unknown, b: unknown, letak = ''): { letak: string; a: unknown; b: unknown } => {
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null)
    for (const k of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const [x, y] = [(a as Record<string, unknown>)[k], (b as Record<string, unknown>)[k]];
      if (!samaIsi(x, y)) return letakBeda(x, y, `${letak}/${k}`);
    }
  return { letak, a, b };
};
const bedaIsi = (soal: string, harapan: unknown, nyata: unknown): Beda => {
  const { letak, a, b } = letakBeda(harapan, nyata);
  return { soal: `${soal} ${letak}`, diharapkan: a, didapat: b };
};

/** One command on both sides; again when it was accepted, since the same command must bring nothing new. */
export const langkah = ({ nyata, dunia }: Pasangan, c: Perintah, tersentuh: Tersentuh): Langkah => {
  const jawab = MODEL[c.dok](dunia, c);
  const hasil = nyata.putuskan(c);
  const beda = bandingkan(jawab, hasil);
  if (beda) return { beda };
  if ('kode' in hasil) return { kode: hasil.kode };
  if (hasil.events.length === 0 || 'tolak' in jawab) return { peristiwa: 0 };
  const salah = periksaPeristiwa(nyata, c, hasil.events);
  if (salah) return { beda: salah };
  jawab.laku();
  nyata.simpan(hasil.stream, hasil.sesudah);
  dunia.rev[hasil.stream] = hasil.sesudah.events.length;
  tersentuh.set(hasil.stream, c.dok);
  const bentuk = BENTUK[c.dok] as {
    nyata: (s: unknown) => unknown;
    model: (d: Dunia, c: Perintah) => unknown;
  };
  const [isiNyata, isiModel] = [bentuk.nyata(hasil.sesudah.state), bentuk.model(dunia, c)];
  if (!samaIsi(isiNyata, isiModel)) return { beda: bedaIsi('isi', isiModel, isiNyata) };
  const ulang = nyata.putuskan(c);
  const bedaUlang = bandingkan(MODEL[c.dok](dunia, c), ulang);
  if (bedaUlang) return { beda: { ...bedaUlang, soal: `${bedaUlang.soal} (diulang)` } };
  if (!('kode' in ulang) && ulang.events.length > 0)
    return { beda: { soal: 'ulangan menghasilkan peristiwa', diharapkan: [], didapat: ulang.events } };
  return { peristiwa: hasil.events.length };
};

/** The documents that a sequence wrote to, folded from zero, are what stood at its end. */
export const lipatUlang = (nyata: Nyata, tersentuh: Tersentuh): Beda | null => {
  for (const [stream, dok] of tersentuh) {
    const aliran = nyata.ambil(stream);
    if (!aliran) continue;
    const { decider, events, state } = aliran;
    const bentuk = BENTUK[dok].nyata as (s: unknown) => unknown;
    const dariNol = bentuk(events.reduce((s, e, i) => decider.evolve(s, e, i), decider.initial));
    const kini = bentuk(state);
    if (!samaIsi(dariNol, kini)) return bedaIsi(`lipatan ${stream}`, dariNol, kini);
  }
  return null;
};
