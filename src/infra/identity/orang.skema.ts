import type { Migrasi } from './skema.js';

/** A person of a pemda, and the key of everything that is kept of them, wrapped by the master key. */
type TabelOrang = { readonly subjek: string; readonly pemda: string; readonly kunci: Uint8Array };
/** What was known of a person from a day on ('YYYY-MM-DD'), encrypted with their key. */
type TabelOrangVersi = { readonly subjek: string; readonly mulai: string; readonly isi: Uint8Array };
/** What a person is found by: a keyed hash, so that the table tells nobody whose number it is. */
type TabelOrangCari = {
  readonly subjek: string;
  readonly pemda: string;
  readonly jenis: 'nip' | 'nik' | 'surel';
  readonly sidik: string;
};
/** Commands that were carried out; `sidik` is a keyed hash of their input. */
type TabelOrangPerintah = { readonly perintah: string; readonly sidik: string; readonly subjek: string };
/** Grows with every change of a pemda's persons: what others know the pemda by. */
type TabelOrangPerubahan = { readonly pemda: string; readonly nomor: number };

export type TabelOrangSemua = {
  readonly orang: TabelOrang;
  readonly orang_versi: TabelOrangVersi;
  readonly orang_cari: TabelOrangCari;
  readonly orang_perintah: TabelOrangPerintah;
  readonly orang_perubahan: TabelOrangPerubahan;
};

export const MIGRASI_ORANG: Readonly<Record<string, Migrasi>> = {
  '2026-11-22-20-orang': async ({ schema }, { bita }) => {
    await schema
      .createTable('orang')
      .addColumn('subjek', 'text', (k) => k.primaryKey())
      .addColumn('pemda', 'text', (k) => k.notNull())
      .addColumn('kunci', bita, (k) => k.notNull())
      .execute();
    await schema.createIndex('orang_pemda').on('orang').columns(['pemda', 'subjek']).execute();
    await schema
      .createTable('orang_versi')
      .addColumn('subjek', 'text', (k) => k.notNull().references('orang.subjek').onDelete('cascade'))
      .addColumn('mulai', 'text', (k) => k.notNull())
      .addColumn('isi', bita, (k) => k.notNull())
      .addPrimaryKeyConstraint('orang_versi_kunci', ['subjek', 'mulai'])
      .execute();
    await schema
      .createTable('orang_cari')
      .addColumn('pemda', 'text', (k) => k.notNull())
      .addColumn('jenis', 'text', (k) => k.notNull())
      .addColumn('sidik', 'text', (k) => k.notNull())
      .addColumn('subjek', 'text', (k) => k.notNull().references('orang.subjek').onDelete('cascade'))
      .addPrimaryKeyConstraint('orang_cari_kunci', ['pemda', 'jenis', 'sidik']) // one number, one person
      .execute();
    await schema.createIndex('orang_cari_subjek').on('orang_cari').column('subjek').execute();
    await schema
      .createTable('orang_perintah')
      .addColumn('perintah', 'text', (k) => k.primaryKey())
      .addColumn('sidik', 'text', (k) => k.notNull())
      .addColumn('subjek', 'text', (k) => k.notNull().references('orang.subjek').onDelete('cascade'))
      .execute();
    await schema
      .createTable('orang_perubahan')
      .addColumn('pemda', 'text', (k) => k.primaryKey())
      .addColumn('nomor', 'integer', (k) => k.notNull())
      .execute();
  },
};
