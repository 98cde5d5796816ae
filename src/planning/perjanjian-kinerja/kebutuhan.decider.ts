import { faktaBaru, sama } from '../../kernel/cara.js';
import { alasan } from '../../kernel/teks.js';
import type { Pk, PkCommand, PkEvent } from './perjanjian-kinerja.decider.js';

type Perintah<T extends PkCommand['type']> = Extract<PkCommand, { type: T }>;

/** Somebody records that the PK in force (`versi`) has to change. */
export const catatKebutuhan = (
  { sebab, oleh, cara, ...c }: Perintah<'CatatKebutuhan'>,
  pk: Pk,
  versi: number,
): PkEvent[] => {
  const ada = pk.kebutuhan.get(sebab);
  const sebelum = ada?.status === 'dicatat' && ada.versi === versi ? ada.alasan : null;
  const isi = alasan(c.alasan);
  if (!faktaBaru(cara, sebelum, isi, { sebab })) return [];
  return [{ type: 'KebutuhanPkPerubahanDicatat', data: { versi, sebab, alasan: isi, sebelum, oleh, cara } }];
};

/**
 * The PK in force stays as it is, for a reason. Whether a task waits is not asked: what raises one stands in other
 * documents too. The same reason again is no news as long as those documents stand where they stood.
 */
export const tutupKebutuhan = (
  { sebab, oleh, cara, berdasarkan, ...c }: Perintah<'TutupKebutuhan'>,
  pk: Pk,
  versi: number,
): PkEvent[] => {
  const isi = alasan(c.alasan);
  const ditutup = { status: 'ditutup', versi, alasan: isi, berdasarkan };
  if (sama(pk.kebutuhan.get(sebab), ditutup)) return [];
  const data = { versi, sebab, alasan: isi, oleh, cara, berdasarkan };
  return [{ type: 'KebutuhanPkPerubahanDitutup', data }];
};
