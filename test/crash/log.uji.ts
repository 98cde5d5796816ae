import { Codec } from '../../src/infra/event-store/codec.js';
import type { Append, Head } from '../../src/kernel/event-store.js';

/** What the child programs write, and their parents read back. */
export const CODEC_UJI = new Codec({ versi: { Dicatat: 1 }, naikkan: {} });

/** One command of `banyak` events. */
export const perintahUji = (stream: string, head: Head, perintah: string, banyak: number): Append => ({
  stream,
  head,
  events: Array.from({ length: banyak }, (_, urut) => ({ type: 'Dicatat', data: { perintah, urut } })),
  at: new Date().toISOString(),
  actor: 'akun-1',
  cmd: { id: perintah, sidik: 'a'.repeat(64) },
  corr: perintah,
  cause: null,
});
