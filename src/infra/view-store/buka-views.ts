import { randomUUID } from 'node:crypto';
import { TokoTidakTersedia } from '../../kernel/event-store.js';
import { SEWA_BEBAS, type Sewa } from '../../kernel/sewa.js';
import type { ViewStore } from '../../kernel/view-store.js';
import { SqliteViewStore } from './sqlite.view-store.js';

/** Where the views are: in PostgreSQL where there is an address of one, else in the data folder. */
export type TempatTampilan = { readonly folder: string; readonly basisData?: string | undefined };

/** `sewa` is for the runner that works on `views`; its leases are renewed until `views` is closed. */
export type TokoTampilan = { readonly views: ViewStore; readonly sewa: Sewa };

/** Errors: TokoTidakTersedia when the database cannot be used, SQLite's own when the folder cannot. */
export const bukaViews = async (
  { folder, basisData }: TempatTampilan,
  lapor?: (pesan: string) => void,
): Promise<TokoTampilan> => {
  if (basisData === undefined) return { views: SqliteViewStore.open(folder), sewa: SEWA_BEBAS };
  const { PostgresViewStore } = await import('./postgres.view-store.js'); // the client is loaded only where it is used
  try {
    const views = await PostgresViewStore.open(basisData, { ...(lapor && { lapor }) });
    return { views, sewa: views.sewa(randomUUID()) };
  } catch (e) {
    const sebab = e instanceof Error ? e.message : String(e);
    throw new TokoTidakTersedia(`Basis data tampilan (DATABASE_URL) tidak dapat dibuka: ${sebab}.`, e);
  }
};
