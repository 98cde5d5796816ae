import type { Pelaku } from '../../approval/wewenang.js';

/** What every operation carries, over HTTP and over WebSocket alike; `pelaku` is null without a token that is known. */
export type KonteksGraphql = { readonly pelaku: Pelaku | null };
