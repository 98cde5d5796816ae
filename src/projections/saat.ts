import { type Pelaku, wajibBoleh } from '../approval/wewenang.js';
import { kunci } from '../kernel/kunci.js';
import { tolak } from '../kernel/penolakan.js';
import type { Pemantau } from './runtime/pemantau.js';

/** An argument that may be left out or be null. */
export type Opsional = string | null | undefined;

const POSISI = /^\d{1,15}$/;
const PALING_LAMA_MS = 5_000;

/** A position, or the place of a command that was just carried out, as GraphQL carries it: text, since the log may grow past what its Int can hold. */
export const bacaPosisi = (teks: string): number =>
  POSISI.test(teks) ? Number(teks) : tolak('MASUKAN_TIDAK_SAH', { posisi: teks.slice(0, 20) });

/** Lets a person see what they just did: waits until the view has reached it. Refuses with BELUM_TERLIHAT after 5 s. */
export const tungguTerlihat = async (
  pemantau: Pemantau,
  tampilan: string,
  setelahPosisi: Opsional,
): Promise<void> => {
  if (setelahPosisi === undefined || setelahPosisi === null) return;
  const posisi = bacaPosisi(setelahPosisi);
  if (!(await pemantau.tungguLetak(tampilan, posisi, PALING_LAMA_MS)))
    tolak('BELUM_TERLIHAT', { tampilan, posisi });
};

/** Refuses who may not read there, and keys that no document could have. */
export const wajibBolehBaca = (pelaku: Pelaku, pemda: string, opd: string | null): void => {
  wajibBoleh(pelaku, 'kinerja.baca', kunci.pemda(pemda), opd);
  if (opd !== null) kunci.opd(pemda, opd);
};
