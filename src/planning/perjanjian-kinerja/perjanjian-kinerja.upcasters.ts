import type { Naskah, Pihak, PkEvent } from './perjanjian-kinerja.decider.js';

type Diajukan = Extract<PkEvent, { type: 'PerjanjianKinerjaDiajukan' }>['data'];
type DiajukanV1 = Omit<Diajukan, 'naskah'> & { naskah: Naskah & { pihakKedua: Pihak } };

/**
 * Version 1 always named a Pihak Kedua; version 2 says null where the kepala daerah promises alone. The text is what was
 * signed, and its fingerprint covers every key of it: it passes as it stands.
 */
export const diajukanV1keV2 = (v1: DiajukanV1): Diajukan => v1;
