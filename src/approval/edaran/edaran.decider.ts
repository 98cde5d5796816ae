import { sama } from '../../kernel/cara.js';
import type { Cara, Dasar, Decider, Pejabat } from '../../kernel/decider.js';
import { tolak } from '../../kernel/penolakan.js';
import { alasan } from '../../kernel/teks.js';
import type { DokumenBerrute, IsiLangkah, LangkahEdaran } from '../jalur.js';
import { delegasikan, kembalikan, kerjakan, langkahDari, yangMenunggu } from './langkah.decider.js';

type Oleh = { oleh: Pejabat; cara: Cara };
/** Between these days, both included, `kepada` does the step of `jabatan`. */
export type Delegasi = { langkah: string; jabatan: string; kepada: string; mulai: string; selesai: string };

// STORED SHAPES: frozen once merged, changed only as docs/event-evolution.md says.
export type EdaranEvent =
  | {
      type: 'EdaranDimulai';
      data: Oleh & {
        nomor: number; // 1, 2, …: a document may go its way again
        dokumen: DokumenBerrute;
        versiRute: number; // 0: the route that Amanah brings along
        langkah: LangkahEdaran[];
        sidik: string | null; // PK: of the text that goes around
        ditandatangani: string[]; // PK: the offices that had signed that text by then
        berdasarkan: Dasar[];
      };
    }
  // jabatan: for which office the step was; another one in `oleh` acted for it, as delegate
  | {
      type: 'LangkahDikerjakan';
      data: Oleh & IsiLangkah & { nomor: number; langkah: string; jabatan: string };
    }
  // jabatan null: every office of that step does it again
  | {
      type: 'EdaranDikembalikan';
      data: Oleh & { nomor: number; dari: string; ke: string; jabatan: string | null; catatan: string };
    }
  | { type: 'LangkahDidelegasikan'; data: Oleh & Delegasi & { nomor: number; catatan: string | null } }
  | { type: 'EdaranDibatalkan'; data: Oleh & { nomor: number; alasan: string } };

/** What other documents say at that moment. */
export type FaktaEdaran = {
  readonly tanggal: string; // today, by the pemda's own calendar
  readonly pemegang: string | null; // who holds the acting office today
  readonly pemberi: Readonly<Record<string, string | null>>; // who holds the offices that delegated
  readonly sidik: string | null; // PK: of the text that waits for signatures
  readonly ditandatangani: readonly string[]; // PK: the offices that have signed it
};
export type Perbuatan = Oleh & { fakta: FaktaEdaran };
export type EdaranCommand =
  | (Oleh & {
      type: 'Mulai';
      dokumen: DokumenBerrute;
      versiRute: number;
      langkah: LangkahEdaran[];
      sidik: string | null;
      ditandatangani: string[];
      berdasarkan: Dasar[];
    })
  | (Perbuatan & IsiLangkah & { type: 'KerjakanLangkah'; langkah: string })
  | (Perbuatan & { type: 'Kembalikan'; ke: string; jabatan: string | null; catatan: string })
  | (Perbuatan &
      Omit<Delegasi, 'jabatan'> & { type: 'Delegasikan'; catatan: string | null; dikenal: boolean })
  | (Oleh & { type: 'Batalkan'; alasan: string });
export type PerintahEdaran<T extends EdaranCommand['type']> = Extract<EdaranCommand, { type: T }>;

export type Dikerjakan = { readonly langkah: string; readonly jabatan: string; readonly oleh: Pejabat };
export type Edaran = {
  readonly status: 'kosong' | 'berjalan' | 'dibatalkan';
  readonly nomor: number;
  readonly dokumen: DokumenBerrute;
  readonly versiRute: number;
  readonly langkah: readonly LangkahEdaran[];
  readonly sidik: string | null;
  readonly ditandatangani: readonly string[];
  readonly selesai: readonly Dikerjakan[];
  readonly delegasi: readonly (Delegasi & { readonly pemberi: string | null })[]; // pemberi: the subject who delegated
};

const mulai = (c: PerintahEdaran<'Mulai'>, e: Edaran): EdaranEvent[] => {
  const { type: _type, ...isi } = c;
  if (c.dokumen === 'perjanjian-kinerja' && c.sidik === null) return tolak('PK_BELUM_DIAJUKAN');
  // Of a PK that was proposed anew the walk of the earlier text has ended by itself.
  if (e.sidik === c.sidik && yangMenunggu(e, c.ditandatangani).length > 0)
    return sama(e.langkah, c.langkah) ? [] : tolak('EDARAN_SEDANG_BERJALAN', { nomor: e.nomor });
  return [{ type: 'EdaranDimulai', data: { nomor: e.nomor + 1, ...isi } }];
};

const batalkan = ({ oleh, cara, ...c }: PerintahEdaran<'Batalkan'>, e: Edaran): EdaranEvent[] => {
  if (e.status !== 'berjalan') return tolak('EDARAN_BELUM_DIMULAI');
  return [{ type: 'EdaranDibatalkan', data: { nomor: e.nomor, alasan: alasan(c.alasan), oleh, cara } }];
};

const decide = (c: EdaranCommand, e: Edaran): EdaranEvent[] => {
  switch (c.type) {
    case 'Mulai':
      return mulai(c, e);
    case 'KerjakanLangkah':
      return kerjakan(c, e);
    case 'Kembalikan':
      return kembalikan(c, e);
    case 'Delegasikan':
      return delegasikan(c, e);
    case 'Batalkan':
      return batalkan(c, e);
  }
};

/** The step that it goes back to, and all that came after, is undone. */
const mundur = (
  e: Edaran,
  { ke, jabatan }: Extract<EdaranEvent, { type: 'EdaranDikembalikan' }>['data'],
): Edaran => {
  const tahap = langkahDari(e, ke).tahap;
  const tetap = (s: Dikerjakan): boolean =>
    s.langkah === ke ? jabatan !== null && s.jabatan !== jabatan : langkahDari(e, s.langkah).tahap <= tahap;
  return { ...e, selesai: e.selesai.filter(tetap) };
};

const evolve = (e: Edaran, { type, data }: EdaranEvent): Edaran => {
  switch (type) {
    case 'EdaranDimulai': {
      const { nomor, dokumen, versiRute, langkah, sidik, ditandatangani } = data;
      const isi = { nomor, dokumen, versiRute, langkah, sidik, ditandatangani };
      return { status: 'berjalan', ...isi, selesai: [], delegasi: [] };
    }
    case 'LangkahDikerjakan': {
      const { langkah, jabatan, oleh } = data;
      return { ...e, selesai: [...e.selesai, { langkah, jabatan, oleh }] };
    }
    case 'EdaranDikembalikan':
      return mundur(e, data);
    case 'LangkahDidelegasikan': {
      const { langkah, jabatan, kepada, mulai: dari, selesai, oleh } = data;
      const baru = { langkah, jabatan, kepada, mulai: dari, selesai, pemberi: oleh.subjek };
      const lain = e.delegasi.filter((d) => d.langkah !== langkah || d.jabatan !== jabatan);
      return { ...e, delegasi: [...lain, baru] };
    }
    case 'EdaranDibatalkan':
      return { ...e, status: 'dibatalkan' };
  }
};

/** One document on its way through its route. */
export const edaran: Decider<Edaran, EdaranCommand, EdaranEvent> = {
  kategori: 'Edaran',
  initial: {
    status: 'kosong',
    nomor: 0,
    dokumen: 'lkjip',
    versiRute: 0,
    langkah: [],
    sidik: null,
    ditandatangani: [],
    selesai: [],
    delegasi: [],
  },
  decide,
  evolve,
};
