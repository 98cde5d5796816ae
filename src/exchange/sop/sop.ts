import { DOKUMEN_BERRUTE, type DokumenBerrute } from '../../approval/jalur.js';
import { type RuteEvent, rute } from '../../approval/rute/rute.decider.js';
import { RUTE_BAWAAN } from '../../approval/rute-bawaan.js';
import { type LembarSop, lembarSop } from '../../approval/sop.js';
import type { EventStore } from '../../kernel/event-store.js';
import { kunci } from '../../kernel/kunci.js';
import { tolak } from '../../kernel/penolakan.js';
import { type PemdaEvent, pemda } from '../../planning/pemda/pemda.decider.js';

export const dokumenBerrute = (teks: string): DokumenBerrute =>
  DOKUMEN_BERRUTE.find((d) => d === teks) ??
  tolak('MASUKAN_TIDAK_SAH', { jalur: 'dokumen', pilihan: DOKUMEN_BERRUTE });

/**
 * The route by which such a document goes in that pemda now. Two short streams, read as they stand: the sheet is printed
 * once in a while. Refuses TIDAK_DITEMUKAN where no such pemda is registered.
 */
export const sopDari = async (
  store: EventStore,
  kodePemda: string,
  dokumen: DokumenBerrute,
): Promise<LembarSop> => {
  const daftar = await store.read(`${pemda.kategori}-${kunci.pemda(kodePemda)}`);
  const p = (daftar.events as readonly PemdaEvent[]).reduce(
    (s, e, i) => pemda.evolve(s, e, i),
    pemda.initial,
  );
  if (p.status === 'kosong') return tolak('TIDAK_DITEMUKAN', { pemda: kodePemda });
  const { events } = await store.read(`${rute.kategori}-${kunci.rute(kodePemda, dokumen)}`);
  const { berlaku } = (events as readonly RuteEvent[]).reduce(
    (s, e, i) => rute.evolve(s, e, i),
    rute.initial,
  );
  const { versi = 0, akta = null, langkah = RUTE_BAWAAN[dokumen] } = berlaku ?? {};
  return lembarSop(p.nama, dokumen, langkah, { versi, akta });
};
