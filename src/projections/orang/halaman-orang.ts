import { tolak } from '../../kernel/penolakan.js';
import type { BukuOrang, PencarianOrang, VersiOrang } from '../../planning/orang/buku-orang.js';
import { HALAMAN_TERBESAR, type PermintaanHalaman, type Sambungan } from '../halaman.js';
import type { Opsional } from '../saat.js';

const KURSOR = /^[A-Za-z0-9-]{2,40}$/;
const AWAL = 'o.';

const bacaKursor = (kursor: string): string => {
  const isi = Buffer.from(kursor, 'base64url').toString();
  const subjek = isi.startsWith(AWAL) ? isi.slice(AWAL.length) : '';
  return KURSOR.test(subjek) ? subjek : tolak('KURSOR_TIDAK_SAH');
};
const tulisKursor = (subjek: string): string => Buffer.from(AWAL + subjek).toString('base64url');

const rapi = (teks: Opsional): string => (teks ?? '').trim();

/** Exactly one of the two; refuses MASUKAN_TIDAK_SAH. What was never recorded is simply not found. */
export const dicariDari = (nip: Opsional, surel: Opsional): PencarianOrang => {
  if ((rapi(nip) === '') === (rapi(surel) === ''))
    return tolak('MASUKAN_TIDAK_SAH', { jalur: 'nip', sebab: 'isi salah satu: nip atau surel' });
  return rapi(nip) === ''
    ? { surel: rapi(surel).toLowerCase() }
    : { nip: rapi(nip).replaceAll(/[\s.-]/g, '') };
};

/** One page of a pemda's persons, in the order of their subject ids. */
export const halamanOrang = async (
  buku: BukuOrang,
  pemda: string,
  pada: string,
  { first, after }: PermintaanHalaman,
): Promise<Sambungan<VersiOrang>> => {
  if (!Number.isInteger(first) || first < 1) return tolak('MASUKAN_TIDAK_SAH', { first });
  if (first > HALAMAN_TERBESAR) return tolak('TERLALU_BANYAK', { first, batas: HALAMAN_TERBESAR });
  const setelah = after === undefined ? null : bacaKursor(after);
  const subjek = await buku.daftar(pemda, first + 1, setelah);
  const versi = await buku.muat(subjek.slice(0, first).map((s) => ({ pemda, subjek: s, pada })));
  const edges = versi.flatMap((node) => (node === null ? [] : [{ cursor: tulisKursor(node.subjek), node }]));
  return {
    edges,
    pageInfo: {
      hasNextPage: subjek.length > first,
      hasPreviousPage: after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
};
