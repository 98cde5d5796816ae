import { type Akta, aktaSah } from '../../kernel/akta.js';
import { sama } from '../../kernel/cara.js';
import type { Cara, Decider, Pejabat } from '../../kernel/decider.js';
import { kodeBagian } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { label } from '../../kernel/teks.js';
import type { DokumenBerrute, Langkah, Siapa } from '../jalur.js';

type Oleh = { oleh: Pejabat; cara: Cara };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type RuteEvent =
  | { type: 'RuteDisusun'; data: Oleh & { versi: number; langkah: Langkah[] } } // the whole draft, in place of an earlier one
  | { type: 'RuteDitetapkan'; data: Oleh & { versi: number; akta: Akta } };
export type RuteCommand =
  | (Oleh & {
      type: 'Susun';
      dokumen: DokumenBerrute;
      langkah: readonly Langkah[];
      terdaftar: boolean; // the pemda
    })
  | (Oleh & { type: 'Tetapkan'; akta: Akta });
type Perintah<T extends RuteCommand['type']> = Extract<RuteCommand, { type: T }>;

export type VersiRute = {
  readonly versi: number;
  readonly langkah: readonly Langkah[];
  readonly akta: Akta;
};
export type Rute = {
  readonly berlaku: VersiRute | null; // null: the route that Amanah brings along
  readonly draf: readonly Langkah[] | null;
};

const TERBANYAK = 30; // steps; with their texts they fit into one event
const TEKS = 200;
const NORMA_TERLAMA = 60 * 24 * 60; // working minutes, about half a year

const salah = (sebab: string, rincian: object = {}): never => tolak('RUTE_TIDAK_SAH', { sebab, ...rincian });

const siapaSah = (s: Siapa): Siapa =>
  s.cara !== 'jabatan'
    ? { cara: s.cara }
    : {
        cara: s.cara,
        opd: s.opd === null ? null : kodeBagian(s.opd),
        jabatan: kodeBagian(s.jabatan),
        sebutan: label(s.sebutan, TEKS),
      };

const langkahSah = (l: Langkah): Langkah => {
  if (!Number.isInteger(l.norma) || l.norma < 1 || l.norma > NORMA_TERLAMA)
    salah('norma harus 1 menit kerja atau lebih', { langkah: l.kode });
  return {
    kode: kodeBagian(l.kode),
    tahap: l.tahap,
    jenis: l.jenis,
    uraian: label(l.uraian, TEKS),
    oleh: siapaSah(l.oleh),
    perlu: l.perlu === null ? null : label(l.perlu, TEKS),
    hasil: l.hasil === null ? null : label(l.hasil, TEKS),
    norma: l.norma,
    eskalasi: l.eskalasi === null ? null : siapaSah(l.eskalasi),
  };
};

/** Tahap 1, 2, 3 … without a gap: the order in which the steps are printed is that in which they are gone. */
const wajibUrut = (langkah: readonly Langkah[]): void => {
  let tahap = 1;
  for (const l of langkah) {
    const lanjut = l !== langkah[0] && l.tahap === tahap + 1;
    if (l.tahap !== tahap && !lanjut) salah('tahap harus 1, 2, 3 dan seterusnya', { langkah: l.kode });
    tahap = l.tahap;
  }
};

/** Who compiled does not verify: an office that is to do both could never do the second. */
const wajibTerpisah = (langkah: readonly Langkah[]): void => {
  const mengisi = langkah.filter((l) => l.jenis === 'kompilasi' || l.jenis === 'permintaan-data');
  const sendiri = langkah.find(
    (l) => l.jenis === 'verifikasi' && mengisi.some((k) => tempatSama(k.oleh, l.oleh)),
  );
  if (sendiri) salah('yang menyusun tidak memeriksa', { langkah: sendiri.kode });
};

const tempatSama = (a: Siapa, b: Siapa): boolean =>
  a.cara === 'jabatan' && b.cara === 'jabatan'
    ? a.opd === b.opd && a.jabatan === b.jabatan
    : a.cara === b.cara;

/** Both parties sign a PK, first the one who promises; nobody else does. */
const wajibDuaPihak = (langkah: readonly Langkah[]): void => {
  const penandatangan = langkah.filter((l) => l.jenis === 'tanda-tangan');
  const [pertama, kedua] = penandatangan;
  const sah =
    penandatangan.length === 2 &&
    pertama?.oleh.cara === 'pemilik' &&
    kedua?.oleh.cara === 'atasan' &&
    pertama.tahap < kedua.tahap;
  if (!sah) salah('PK ditandatangani Pihak Pertama, lalu Pihak Kedua');
  if (langkah.some((l) => l.tahap > (kedua?.tahap ?? 0)))
    salah('setelah Pihak Kedua menandatangani, PK berlaku');
};

const ruteSah = ({ dokumen, langkah }: Perintah<'Susun'>): Langkah[] => {
  if (langkah.length === 0 || langkah.length > TERBANYAK) salah(`1 sampai ${TERBANYAK} langkah`);
  const rapi = langkah.map(langkahSah);
  const ganda = rapi.find((l, i) => rapi.findIndex((m) => m.kode === l.kode) !== i);
  if (ganda) salah('kode langkah dipakai dua kali', { langkah: ganda.kode });
  wajibUrut(rapi);
  wajibTerpisah(rapi);
  const bersama = rapi.find((l, i) =>
    rapi.slice(0, i).some((m) => m.tahap === l.tahap && tempatSama(m.oleh, l.oleh)),
  );
  if (bersama) salah('satu jabatan dua langkah dalam satu tahap', { langkah: bersama.kode });
  if (dokumen === 'perjanjian-kinerja') wajibDuaPihak(rapi);
  return rapi;
};

const versiBerikut = ({ berlaku }: Rute): number => (berlaku?.versi ?? 0) + 1;

const susun = (c: Perintah<'Susun'>, r: Rute): RuteEvent[] => {
  const { oleh, cara } = c;
  if (!c.terdaftar) return tolak('PEMDA_BELUM_TERDAFTAR');
  const langkah = ruteSah(c);
  if (sama(r.draf ?? r.berlaku?.langkah ?? null, langkah)) return [];
  return [{ type: 'RuteDisusun', data: { versi: versiBerikut(r), langkah, oleh, cara } }];
};

const tetapkan = ({ oleh, cara, ...c }: Perintah<'Tetapkan'>, r: Rute): RuteEvent[] => {
  const akta = aktaSah(c.akta);
  if (r.draf === null) return sama(r.berlaku?.akta ?? null, akta) ? [] : tolak('RUTE_BELUM_DISUSUN');
  return [{ type: 'RuteDitetapkan', data: { versi: versiBerikut(r), akta, oleh, cara } }];
};

const evolve = (r: Rute, { type, data }: RuteEvent): Rute =>
  type === 'RuteDisusun'
    ? { ...r, draf: data.langkah }
    : { berlaku: { versi: data.versi, langkah: r.draf ?? [], akta: data.akta }, draf: null };

/** By which steps the documents of one kind go in one pemda; a walk that began keeps the version it began with. */
export const rute: Decider<Rute, RuteCommand, RuteEvent> = {
  kategori: 'Rute',
  initial: { berlaku: null, draf: null },
  decide: (c, r) => (c.type === 'Susun' ? susun(c, r) : tetapkan(c, r)),
  evolve,
};
