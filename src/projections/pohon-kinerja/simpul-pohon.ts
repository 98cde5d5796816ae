import type { TingkatHasil } from '../../planning/pohon-kinerja/simpul.decider.js';
import type { Peringatan } from './peringatan.js';

export type JenisSimpul =
  | 'tujuan-pemda'
  | 'sasaran-pemda'
  | 'tujuan'
  | 'sasaran'
  | 'program'
  | 'kegiatan'
  | 'sub-kegiatan'
  | 'indikator'
  | 'hasil'
  | 'pk'
  | 'target-pk';

/** One node of the answer. `induk` draws the tree; `melayani` names every node that it serves beside or beyond it. */
export type SimpulPohon = Readonly<{
  id: string;
  induk: string | null;
  jenis: JenisSimpul;
  kode: string;
  uraian: string;
  tingkat: TingkatHasil | null; // of a result
  faktorKunci: string | null;
  jabatan: string | null; // key of the office that answers for it
  status: string | null; // of a PK
  indikator: readonly string[];
  satuan: string | null;
  target: string | null;
  sumberTarget: string | null;
  realisasi: string | null;
  capaian: string | null;
  melayani: readonly string[];
  menjadi: string | null; // the planning component that a result became
  crosscutting: readonly Readonly<{ opd: string; simpulLain: string | null; uraian: string }>[];
  peringatan: readonly Peringatan[];
}>;

const TIADA: readonly never[] = [];

/** Field by field: a tree has a thousand of them, and two spreads took a third of the time that it is put together in. */
export const simpul = (
  isi: Pick<SimpulPohon, 'id' | 'jenis' | 'kode' | 'uraian'> & Partial<SimpulPohon>,
): SimpulPohon => ({
  id: isi.id,
  induk: isi.induk ?? null,
  jenis: isi.jenis,
  kode: isi.kode,
  uraian: isi.uraian,
  tingkat: isi.tingkat ?? null,
  faktorKunci: isi.faktorKunci ?? null,
  jabatan: isi.jabatan ?? null,
  status: isi.status ?? null,
  indikator: isi.indikator ?? TIADA,
  satuan: isi.satuan ?? null,
  target: isi.target ?? null,
  sumberTarget: isi.sumberTarget ?? null,
  realisasi: isi.realisasi ?? null,
  capaian: isi.capaian ?? null,
  melayani: isi.melayani ?? TIADA,
  menjadi: isi.menjadi ?? null,
  crosscutting: isi.crosscutting ?? TIADA,
  peringatan: isi.peringatan ?? TIADA,
});

/** Ids are read by people and clients alike: the kind, then the code that the documents print. */
export const idSimpul = {
  pemda: (tingkat: string, kode: string) => `${tingkat}-pemda:${kode}`,
  unsur: (tingkat: string, kode: string) => `${tingkat}:${kode}`,
  indikator: (milik: string | null, kode: string) => `indikator:${kode}${milik === null ? '' : `@${milik}`}`,
  hasil: (kode: string) => `hasil:${kode}`,
  pk: (jabatan: string) => `pk:${jabatan}`,
  target: (jabatan: string, indikator: string) => `target-pk:${jabatan}/${indikator}`,
} as const;

/**
 * Each node after its parent, branches in the order in which they were given; a parent that is not there makes a root.
 * What hangs in a circle (two offices that name each other as superior) is cut open at its first node.
 */
export const berurutan = (semua: readonly SimpulPohon[]): SimpulPohon[] => {
  const ada = new Set(semua.map((s) => s.id));
  const cabang = Map.groupBy(semua, ({ induk }) => (induk !== null && ada.has(induk) ? induk : null));
  const hasil: SimpulPohon[] = [];
  const lewat = new Set<string>();
  const telusuri = (akar: SimpulPohon): void => {
    const tumpukan = [akar];
    for (let s = tumpukan.pop(); s !== undefined; s = tumpukan.pop()) {
      if (lewat.has(s.id)) continue;
      lewat.add(s.id);
      hasil.push(s);
      const anak = cabang.get(s.id) ?? [];
      for (let i = anak.length - 1; i >= 0; i--) tumpukan.push(anak[i] as SimpulPohon);
    }
  };
  for (const s of cabang.get(null) ?? []) telusuri(s.induk === null ? s : { ...s, induk: null });
  for (const s of semua) if (!lewat.has(s.id)) telusuri({ ...s, induk: null });
  return hasil;
};
