import type { Pengenalan } from '../identity/akun/pengenal.js';

/** What every operation carries, over HTTP and over WebSocket alike. */
export type KonteksGraphql = Pengenalan;
