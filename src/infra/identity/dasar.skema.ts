import type { Generated } from 'kysely';
import type { Migrasi } from './skema.js';

/** Attempts and reads that the log of events does not hold: what, by whom, from where. No personal data, no secret. */
type TabelLogKeamanan = {
  readonly urut: Generated<number>;
  readonly saat: string; // ISO 8601 UTC
  readonly jenis: string;
  readonly pemda: string | null;
  readonly akun: string | null;
  readonly subjek: string | null;
  readonly jabatan: string | null; // key of the office
  readonly alamat: string | null; // of the network
  readonly rincian: string; // JSON
};
type TabelArsip = { readonly sidik: string; readonly isi: Uint8Array };

export type TabelDasar = { readonly log_keamanan: TabelLogKeamanan; readonly arsip: TabelArsip };

export const MIGRASI_DASAR: Readonly<Record<string, Migrasi>> = {
  '2026-11-22-01-dasar': async ({ schema }, { bita, nomor, nomorBaru }) => {
    await schema
      .createTable('log_keamanan')
      .addColumn('urut', nomor, nomorBaru)
      .addColumn('saat', 'text', (k) => k.notNull())
      .addColumn('jenis', 'text', (k) => k.notNull())
      .addColumn('pemda', 'text')
      .addColumn('akun', 'text')
      .addColumn('subjek', 'text')
      .addColumn('jabatan', 'text')
      .addColumn('alamat', 'text')
      .addColumn('rincian', 'text', (k) => k.notNull())
      .execute();
    await schema
      .createIndex('log_keamanan_jabatan')
      .on('log_keamanan')
      .columns(['jabatan', 'urut'])
      .execute();
    await schema
      .createTable('arsip')
      .addColumn('sidik', 'text', (k) => k.primaryKey())
      .addColumn('isi', bita, (k) => k.notNull())
      .execute();
  },
};
