import type { TampilanApa } from '../../kernel/view.js';

/** Every view that Amanah keeps, as the worker and the command line run them: `sebagaiTampilan(view)` of each. */
export const DAFTAR_TAMPILAN: readonly TampilanApa[] = [];
