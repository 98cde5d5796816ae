import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import { MIGRASI_TTE, type TabelTte } from '../signing/tte.skema.js';
import { MIGRASI_SUREL, type TabelSurel } from '../surel/surel.skema.js';
import { MIGRASI_AKUN, type TabelIdentitasAkun } from './akun.skema.js';
import { MIGRASI_DASAR, type TabelDasar } from './dasar.skema.js';
import { MIGRASI_OIDC, type TabelOidc } from './oidc.skema.js';
import { MIGRASI_ORANG, type TabelOrangSemua } from './orang.skema.js';

/** Every table of the identity database; each part of it lists its own beside its code. */
export type SkemaIdentitas = TabelDasar &
  TabelIdentitasAkun &
  TabelOidc &
  TabelOrangSemua &
  TabelSurel &
  TabelTte;

/** What SQLite and PostgreSQL call differently. */
export type Ragam = {
  readonly bita: 'blob' | 'bytea';
  readonly nomor: 'integer' | 'serial';
  /** A primary key that the database gives itself, never used twice. */
  readonly nomorBaru: (k: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
};
export const RAGAM_SQLITE: Ragam = {
  bita: 'blob',
  nomor: 'integer',
  nomorBaru: (k) => k.primaryKey().autoIncrement(),
};
export const RAGAM_POSTGRES: Ragam = { bita: 'bytea', nomor: 'serial', nomorBaru: (k) => k.primaryKey() };

export type Migrasi = (db: Kysely<SkemaIdentitas>, ragam: Ragam) => Promise<void>;

/** Done in the order of their names, each once and for ever: a merged one is not edited, the next one changes what it made. */
export const MIGRASI: Readonly<Record<string, Migrasi>> = {
  ...MIGRASI_DASAR,
  ...MIGRASI_AKUN,
  ...MIGRASI_OIDC,
  ...MIGRASI_ORANG,
  ...MIGRASI_SUREL,
  ...MIGRASI_TTE,
};
