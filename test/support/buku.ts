import { randomUUID } from 'node:crypto';
import { Codec } from '../../src/infra/event-store/codec.js';
import type { Decider } from '../../src/kernel/decider.js';
import type { Amplop } from '../../src/kernel/execute.js';

/** The smallest document: lines of text, each taken once. For tests of what lies beneath documents. */
type BarisDitulis = { type: 'BarisDitulis'; data: { teks: string } };
type Tulis = { type: 'Tulis'; teks: string };

export const catatan: Decider<readonly string[], Tulis, BarisDitulis> = {
  kategori: 'Catatan',
  initial: [],
  decide: ({ teks }, state) => (state.includes(teks) ? [] : [{ type: 'BarisDitulis', data: { teks } }]),
  evolve: (state, { data }) => [...state, data.teks],
};
export const tulis = (teks: string): Tulis => ({ type: 'Tulis', teks });
export const codecCatatan = new Codec({ versi: { BarisDitulis: 1 }, naikkan: {} });

export const amplopUji = (isi: Partial<Amplop> = {}): Amplop => ({
  idPerintah: randomUUID(),
  sidikMasukan: 'a'.repeat(64),
  actor: 'akun-1',
  ...isi,
});
