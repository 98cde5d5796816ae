import type { LevelIndikator } from '../../src/planning/renstra/naskah-renstra.decider.js';
import type { NaskahRenstra, Renstra, VersiRenstra } from './jenis.js';
import type { PerintahDari } from './perintah.js';
import {
  diam,
  diamKecuali,
  type Harapan,
  type Jawab,
  type Sah,
  salinan,
  samaIsi,
  terima,
  Vonis,
} from './vonis.js';

export type Perintah = PerintahDari<'renstra'>;
export type P<T extends Perintah['p']['type']> = Extract<Perintah['p'], { type: T }>;
/** What a text would become: the event, what it replaces, and the change itself. null: the text says so already. */
type Ubahan = {
  peristiwa: Harapan;
  tempat: (n: NaskahRenstra) => unknown;
  simpan: (n: NaskahRenstra) => void;
  /** Whether another version has what it hangs on. */
  ada?: (n: NaskahRenstra) => boolean;
};
export type Timbang = (n: NaskahRenstra, v: Vonis, versi: VersiRenstra) => Ubahan | null;

export const strategis = (level: LevelIndikator | undefined): boolean =>
  level === 'tujuan' || level === 'sasaran';

/**
 * - 'naskah': of the text that is ditetapkan as a whole; closed outside a draft.
 * - 'bebas': no target and no figure rests on it; told at any time.
 * - 'tahunan': below sasaran, where the year's program tree goes on growing in every version; and what a past year came to.
 */
export type Ranah = 'naskah' | 'bebas' | 'tahunan';

export const terapkan = (
  r: Renstra,
  sah: Sah,
  ranah: Ranah,
  v: Vonis,
  timbang: Timbang,
  dikenal?: (n: NaskahRenstra) => boolean,
): Jawab => {
  const berlaku = r.versi.at(-1) ?? (r.rancangan as VersiRenstra);
  const perubahan = r.versi.length > 0 ? r.rancangan : null;
  const semua = [...r.versi, ...(r.rancangan ? [r.rancangan] : [])];
  const diRancangan = perubahan !== null && sah === 'elektronik' && ranah !== 'tahunan';
  // Paper knows nothing of a Perubahan that is being written.
  const hanyaRancangan = perubahan !== null && sah === 'elektronik' && dikenal?.(berlaku.naskah) === false;
  const utama = diRancangan || hanyaRancangan ? perubahan : berlaku;
  // Paper that repeats what any version says adds nothing; a Perubahan that is being written says nothing yet.
  if (sah === 'dicatat' && !v.ditolak)
    for (const versi of r.versi.length > 0 ? r.versi : semua) {
      const coba = new Vonis();
      if (timbang(versi.naskah, coba, versi) === null && !coba.ditolak) return diam;
    }
  const ubahan = timbang(utama.naskah, v, utama);
  if (ubahan === null) return diamKecuali(v);
  v.bila(
    sah === 'elektronik' && ranah === 'naskah' && r.versi.length > 0 && perubahan === null,
    'RENSTRA_SUDAH_DITETAPKAN',
  );
  return v.atau(() => {
    if (ubahan === null) return diam;
    const { tempat, simpan, peristiwa, ada } = ubahan;
    const lama = salinan(tempat(utama.naskah));
    return terima(() => {
      for (const versi of semua) {
        const { naskah } = versi;
        const menyusul = () => samaIsi(tempat(naskah) ?? null, lama ?? null) && ada?.(naskah) !== false;
        if (naskah === utama.naskah || (!diRancangan && menyusul())) simpan(naskah);
      }
    }, peristiwa);
  });
};

export const mulaiDari = (r: Renstra): number => (r.versi[0] ?? (r.rancangan as VersiRenstra)).mulaiBerlaku;
