import { isDeepStrictEqual } from 'node:util';
import type { EventStore } from '../../kernel/event-store.js';
import { kunciTersentuh, type TampilanApa, type Tanda } from '../../kernel/view.js';
import type { BarisBertanda, Potret, ViewStore } from '../../kernel/view-store.js';
import { bertanda, GalatLipat, KOSONG, lipat, type Terlipat } from './lipat.js';
import { Pembaca } from './pembaca.js';

/** One difference between what is stored and what the log says; `kunci` null: the view as a whole. */
export type BedaTampilan = {
  readonly tampilan: string;
  readonly kunci: string | null;
  readonly masalah: string;
};

const HALAMAN = 2_000;

/**
 * Compares the live rows of each view with a clean fold of the log at the same position; rows, tags, streams. Holds at
 * most `batas` rows of a view at a time, and reads the log once for each such part. Nothing is changed.
 */
export const periksaTampilan = async (
  store: EventStore,
  views: ViewStore,
  daftar: readonly TampilanApa[],
  batas = 50_000,
): Promise<readonly BedaTampilan[]> => {
  const beda: BedaTampilan[] = [];
  for (const view of daftar) {
    const catat = (kunci: string | null, masalah: string) =>
      beda.push({ tampilan: view.nama, kunci, masalah });
    const versi = (await views.keadaan(view.nama))?.hidup.versi ?? view.versi;
    if (versi === view.versi) await periksaSatu(store, views, view, batas, catat);
    else catat(null, `tampilan versi ${versi}, yang diperiksa versi ${view.versi}`);
  }
  return beda;
};

type Catat = (kunci: string | null, masalah: string) => void;

const periksaSatu = async (
  store: EventStore,
  views: ViewStore,
  view: TampilanApa,
  batas: number,
  catat: Catat,
): Promise<void> => {
  for (let setelah: string | undefined = ''; setelah !== undefined; ) {
    const potret: Potret = await views.potret(view.nama, setelah, batas);
    const akhir = potret.baris.length < batas ? undefined : potret.baris.at(-1)?.kunci;
    try {
      const bersih = await lipatBersih(store, view, potret.posisi, antara(setelah, akhir));
      bandingkan(view, potret.baris, bersih, catat);
    } catch (e) {
      if (!(e instanceof GalatLipat)) throw e;
      return catat(null, `log tidak dapat dilipat pada posisi ${e.posisi}: ${e.message}`);
    }
    setelah = akhir;
  }
};

// Stores sort keys by their bytes (UTF-8), JavaScript by code units.
const sesudah = (a: string, b: string): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) > 0;
const antara = (setelah: string, akhir: string | undefined) => (kunci: string) =>
  sesudah(kunci, setelah) && (akhir === undefined || !sesudah(kunci, akhir));

const lipatBersih = async (
  store: EventStore,
  view: TampilanApa,
  posisi: number,
  termasuk: (kunci: string) => boolean,
): Promise<Map<string, Terlipat>> => {
  const pembaca = new Pembaca(store);
  const baris = new Map<string, Terlipat>();
  for (let dari = 0; dari <= posisi; ) {
    const events = await pembaca.baca(dari, Math.min(HALAMAN, posisi - dari + 1));
    for (const event of events)
      for (const kunci of kunciTersentuh(view, event)) {
        if (!termasuk(kunci)) continue;
        const lama = baris.get(kunci) ?? KOSONG;
        const baru = lipat(view, lama, event, kunci);
        if (baru !== lama) baris.set(kunci, baru);
      }
    dari += events.length;
  }
  return baris;
};

const bandingkan = (
  view: TampilanApa,
  tersimpan: readonly BarisBertanda[],
  bersih: Map<string, Terlipat>,
  catat: Catat,
): void => {
  for (const baris of tersimpan) {
    const t = bersih.get(baris.kunci);
    bersih.delete(baris.kunci);
    const masalah = t === undefined ? 'baris tidak berasal dari log' : bedaBaris(view, baris, t);
    if (masalah !== undefined) catat(baris.kunci, masalah);
  }
  for (const kunci of bersih.keys()) catat(kunci, 'baris tidak ada di tampilan');
};

const bedaBaris = (view: TampilanApa, tersimpan: BarisBertanda, t: Terlipat): string | undefined => {
  const bersih = bertanda(view, tersimpan.kunci, t);
  if (!samaJson(tersimpan.isi, bersih.isi)) return 'isi berbeda';
  if (tersimpan.posisi !== bersih.posisi) return 'posisi berbeda';
  if (!isDeepStrictEqual(tersimpan.streams, bersih.streams)) return 'stream berbeda';
  return isDeepStrictEqual(susun(tersimpan.tanda), susun(bersih.tanda)) ? undefined : 'tanda berbeda';
};

const samaJson = (a: string | null, b: string | null): boolean => {
  if (a === b) return true;
  if (a === null || b === null) return false;
  try {
    return isDeepStrictEqual(JSON.parse(a), JSON.parse(b));
  } catch {
    return false; // what is stored is no JSON any more
  }
};

const susun = (tanda: readonly Tanda[]): readonly string[] => [
  ...new Set(tanda.map((t) => `${t.tag}\0${t.urut}`).sort()),
];
