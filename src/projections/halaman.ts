import { tolak } from '../kernel/penolakan.js';
import { sha256Hex } from '../kernel/sidik.js';
import type { BarisDaftar, ViewStore } from '../kernel/view-store.js';

export type PermintaanHalaman = Readonly<{ first: number; after?: string | undefined }>;
export type Tepi<T> = Readonly<{ cursor: string; node: T }>;
export type InfoHalaman = Readonly<{
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}>;
export type Sambungan<T> = Readonly<{ edges: readonly Tepi<T>[]; pageInfo: InfoHalaman }>;
/** A list of a view: the rows under any of the tags. */
export type Daftar = Readonly<{ view: string; tag: readonly string[] }>;

type Letak = Readonly<{ urut: string; kunci: string }>;

export const HALAMAN_TERBESAR = 100;

// Ties the cursor to its list, so that one of another list or a mistyped one is told apart. No secret: it opens nothing.
const segel = ({ view, tag }: Daftar, { urut, kunci }: Letak): string =>
  sha256Hex(JSON.stringify([view, tag, urut, kunci])).slice(0, 12);

const tulisKursor = (daftar: Daftar, { urut, kunci }: Letak): string =>
  Buffer.from(JSON.stringify([segel(daftar, { urut, kunci }), urut, kunci])).toString('base64url');

const isiKursor = (kursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(kursor, 'base64url').toString());
  } catch {
    return null;
  }
};

const bacaKursor = (daftar: Daftar, kursor: string): Letak => {
  const isi = isiKursor(kursor);
  if (!Array.isArray(isi) || isi.length !== 3) return tolak('KURSOR_TIDAK_SAH');
  const [milik, urut, kunci] = isi as unknown[];
  if (typeof urut !== 'string' || typeof kunci !== 'string') return tolak('KURSOR_TIDAK_SAH');
  return milik === segel(daftar, { urut, kunci }) ? { urut, kunci } : tolak('KURSOR_TIDAK_SAH');
};

const batasSah = (first: number): number => {
  if (!Number.isInteger(first) || first < 1) return tolak('MASUKAN_TIDAK_SAH', { first });
  return first <= HALAMAN_TERBESAR ? first : tolak('TERLALU_BANYAK', { first, batas: HALAMAN_TERBESAR });
};

/** The rows of a page that may be shown now; the page's ends stay where they are. */
export type Saring = (baris: readonly BarisDaftar[]) => Promise<readonly BarisDaftar[]>;
type Batasan = Readonly<{ sampai?: (baris: BarisDaftar) => boolean; saring?: Saring }>;

/**
 * One page of a list, by the Relay connection rules. `sampai`: rows after it do not belong to the list (history as of a
 * position). `saring`: what it leaves out shortens the page. Refuses with MASUKAN_TIDAK_SAH, TERLALU_BANYAK (first 1 to 100), KURSOR_TIDAK_SAH.
 */
export const halaman = async <Row, T>(
  views: ViewStore,
  daftar: Daftar,
  { first, after }: PermintaanHalaman,
  jadi: (row: Row, baris: BarisDaftar) => T,
  { sampai = () => true, saring = async (baris) => baris }: Batasan = {},
): Promise<Sambungan<T>> => {
  const batas = batasSah(first) + 1;
  const setelah = after === undefined ? undefined : bacaKursor(daftar, after);
  const milik = (await views.daftar(daftar.view, daftar.tag, { batas, setelah })).filter(sampai);
  const sehalaman = milik.slice(0, first);
  const edges = (await saring(sehalaman)).map((b) => ({
    cursor: tulisKursor(daftar, b),
    node: jadi(b.isi as Row, b),
  }));
  const akhir = sehalaman.at(-1);
  return {
    edges,
    pageInfo: {
      hasNextPage: milik.length > first,
      hasPreviousPage: after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: akhir === undefined ? null : tulisKursor(daftar, akhir), // to go on from, also where nothing is shown
    },
  };
};
