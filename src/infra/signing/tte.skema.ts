import { sql } from 'kysely';
import type { Migrasi } from '../identity/skema.js';

/** Keys of the embedded provider: each wrapped by its official's passphrase, so that no one else can open it. */
type TabelKunciTte = {
  readonly id: string;
  readonly subjek: string;
  readonly sertifikat: Uint8Array; // DER, wrapped by the master key
  readonly sidik: string; // SHA-256 of the DER, hex
  readonly bungkusan: Uint8Array;
  readonly biaya: number; // scrypt's N
  readonly dibuat: string;
  readonly sampai: string; // end of the certificate
  readonly dicabut: string | null;
  readonly percobaan: number; // wrong passphrases, one after the other
  readonly terkunci: string | null; // until then
};
/** The root, its key wrapped by the master key: the same for every instance. */
type TabelAkarTte = {
  readonly id: string;
  readonly sertifikat: Uint8Array;
  readonly bungkusan: Uint8Array;
  readonly dibuat: string;
};
export type TabelTte = { readonly kunci_tte: TabelKunciTte; readonly akar_tte: TabelAkarTte };

export const MIGRASI_TTE: Readonly<Record<string, Migrasi>> = {
  '2026-11-22-40-tte': async ({ schema }, { bita }) => {
    await schema
      .createTable('kunci_tte')
      .addColumn('id', 'text', (k) => k.primaryKey())
      .addColumn('subjek', 'text', (k) => k.notNull())
      .addColumn('sertifikat', bita, (k) => k.notNull())
      .addColumn('sidik', 'text', (k) => k.notNull())
      .addColumn('bungkusan', bita, (k) => k.notNull())
      .addColumn('biaya', 'integer', (k) => k.notNull())
      .addColumn('dibuat', 'text', (k) => k.notNull())
      .addColumn('sampai', 'text', (k) => k.notNull())
      .addColumn('dicabut', 'text')
      .addColumn('percobaan', 'integer', (k) => k.notNull())
      .addColumn('terkunci', 'text')
      .execute();
    await schema
      .createIndex('kunci_tte_berlaku')
      .on('kunci_tte')
      .column('subjek')
      .unique()
      .where(sql.ref('dicabut'), 'is', null)
      .execute();
    await schema
      .createTable('akar_tte')
      .addColumn('id', 'text', (k) => k.primaryKey())
      .addColumn('sertifikat', bita, (k) => k.notNull())
      .addColumn('bungkusan', bita, (k) => k.notNull())
      .addColumn('dibuat', 'text', (k) => k.notNull())
      .execute();
  },
};
