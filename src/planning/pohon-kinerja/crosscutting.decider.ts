import { faktaBaru } from '../../kernel/cara.js';
import { tolak } from '../../kernel/penolakan.js';
import { uraian } from '../../kernel/teks.js';
import type { PerintahPohon, PohonKinerjaEvent } from './pohon-kinerja.decider.js';
import { type KunciCrosscutting, type PohonKinerja, wajibSimpul } from './simpul.decider.js';

const tercatat = (p: PohonKinerja, simpul: string, { opd, simpulLain }: KunciCrosscutting): string | null =>
  wajibSimpul(p, simpul).crosscutting.find((x) => x.opd === opd && x.simpulLain === simpulLain)?.uraian ??
  null;

export const catatCrosscutting = (
  c: PerintahPohon<'CatatCrosscutting'>,
  p: PohonKinerja,
): PohonKinerjaEvent[] => {
  const { simpul, opd, simpulLain, oleh, cara, berdasarkan } = c;
  const sebelum = tercatat(p, simpul, c);
  if (!c.opdLainTerdaftar) return tolak('OPD_BELUM_TERDAFTAR', { opd });
  if (simpulLain !== null && !c.simpulLainDikenal)
    return tolak('SIMPUL_TIDAK_DIKENAL', { opd, simpul: simpulLain });
  const isi = uraian(c.uraian);
  if (!faktaBaru(cara, sebelum, isi, { simpul, opd })) return [];
  const data = { simpul, opd, simpulLain, uraian: isi, sebelum, oleh, cara, berdasarkan };
  return [{ type: 'CrosscuttingDicatat', data }];
};

export const hapusCrosscutting = (
  c: PerintahPohon<'HapusCrosscutting'>,
  p: PohonKinerja,
): PohonKinerjaEvent[] => {
  const { simpul, opd, simpulLain, oleh, cara } = c;
  const sebelum = tercatat(p, simpul, c);
  if (sebelum === null) return [];
  return [{ type: 'CrosscuttingDihapus', data: { simpul, opd, simpulLain, sebelum, oleh, cara } }];
};
