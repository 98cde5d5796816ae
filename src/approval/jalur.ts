import { kunci } from '../kernel/kunci.js';
import { tolak } from '../kernel/penolakan.js';

/** The documents that go along a route. */
export const DOKUMEN_BERRUTE = ['perjanjian-kinerja', 'rencana-aksi', 'renstra', 'rkt', 'lkjip'] as const;
export type DokumenBerrute = (typeof DOKUMEN_BERRUTE)[number];

export const JENIS_LANGKAH = [
  'registrasi',
  'disposisi',
  'permintaan-data',
  'kompilasi',
  'verifikasi',
  'paraf',
  'tanda-tangan',
  'kirim',
  'arsip',
] as const;
export type JenisLangkah = (typeof JENIS_LANGKAH)[number];

/** Who does a step, as a rule: every OPD of the pemda goes by the same route. */
export type Siapa =
  | { cara: 'pemilik' } // the office whose document it is; of a PK the Pihak Pertama
  | { cara: 'atasan' } // the office above it; of a PK the Pihak Kedua
  | { cara: 'setiap-bidang' } // each office that is named when the walk begins
  | { cara: 'jabatan'; opd: string | null; jabatan: string; sebutan: string }; // opd null: the document's own OPD

/** Steps of one `tahap` run beside each other; the next tahap waits for all of them. `norma`: minutes of working time. */
export type Langkah = {
  kode: string;
  tahap: number;
  jenis: JenisLangkah;
  uraian: string;
  oleh: Siapa;
  perlu: string | null;
  hasil: string | null;
  norma: number;
  eskalasi: Siapa | null; // who is told when it is late
};
/** The same for one document: the offices' keys instead of rules. */
export type LangkahEdaran = Omit<Langkah, 'oleh' | 'eskalasi'> & {
  jabatan: readonly string[];
  eskalasi: string | null;
};

/** What must be given with a step: one of each list. */
const WAJIB: Readonly<Record<JenisLangkah, readonly (keyof IsiLangkah)[]>> = {
  registrasi: ['nomorSurat'],
  disposisi: ['catatan'],
  'permintaan-data': ['catatan', 'berkas'],
  kompilasi: ['catatan', 'berkas'],
  verifikasi: [],
  paraf: [],
  'tanda-tangan': ['berkas'],
  kirim: ['nomorSurat'],
  arsip: ['nomorSurat', 'berkas'],
};
/** What a step leaves behind. `berkas`: SHA-256 of a file in the archive. */
export type IsiLangkah = { nomorSurat: string | null; catatan: string | null; berkas: string | null };

/** Refuses LANGKAH_TIDAK_LENGKAP where the kind of step needs what is not given. */
export const wajibLengkap = ({ jenis, kode }: LangkahEdaran, isi: IsiLangkah): void => {
  const perlu = WAJIB[jenis];
  if (perlu.length > 0 && perlu.every((bidang) => isi[bidang] === null))
    tolak('LANGKAH_TIDAK_LENGKAP', { langkah: kode, perlu });
};

/** The signatures of a PK are events of the PK itself: its route waits for them and never records them again. */
export const diDokumennya = (dokumen: DokumenBerrute, { jenis }: Pick<Langkah, 'jenis'>): boolean =>
  dokumen === 'perjanjian-kinerja' && jenis === 'tanda-tangan';

/** Whose document it is, and the offices that the rules of its route stand for. */
export type Penempatan = {
  readonly pemda: string;
  readonly opd: string;
  readonly pemilik: string;
  readonly atasan: string | null;
  readonly bidang: readonly string[];
};

const kunciSiapa = (s: Siapa, p: Penempatan): readonly string[] => {
  switch (s.cara) {
    case 'pemilik':
      return [p.pemilik];
    case 'atasan':
      return p.atasan === null ? [] : [p.atasan];
    case 'setiap-bidang':
      return p.bidang.length > 0 ? p.bidang : tolak('EDARAN_BIDANG_WAJIB');
    default:
      return [kunci.jabatan(p.pemda, s.opd ?? p.opd, s.jabatan)];
  }
};

/** The route as this document goes it; what only a superior does falls away where there is none (a kepala daerah's own PK). */
export const tempatkan = (langkah: readonly Langkah[], p: Penempatan): LangkahEdaran[] =>
  langkah.flatMap(({ oleh, eskalasi, ...l }) => {
    const jabatan = kunciSiapa(oleh, p);
    const kepada = eskalasi === null ? [] : kunciSiapa(eskalasi, p);
    return jabatan.length === 0 ? [] : [{ ...l, jabatan, eskalasi: kepada[0] ?? null }];
  });

/** One step that waits for one office. */
export type Giliran = { readonly langkah: LangkahEdaran; readonly jabatan: string };

/** What waits now: all that is undone in the first tahap that has something undone. */
export const giliran = (
  langkah: readonly LangkahEdaran[],
  selesai: (kode: string, jabatan: string) => boolean,
): Giliran[] => {
  const belum = langkah.flatMap((l) =>
    l.jabatan.filter((j) => !selesai(l.kode, j)).map((jabatan) => ({ langkah: l, jabatan })),
  );
  const tahap = Math.min(...belum.map((b) => b.langkah.tahap));
  return belum.filter((b) => b.langkah.tahap === tahap);
};

/** Working minutes over the norm; null where nobody said what the working days are. */
export const terlambat = (menit: number | null, norma: number): number | null =>
  menit === null ? null : Math.max(menit - norma, 0);
