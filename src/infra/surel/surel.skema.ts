import type { Generated } from 'kysely';
import type { Migrasi } from '../identity/skema.js';

export type StatusSurel =
  | 'antri'
  | 'mengirim' // taken by a process; whether the server has it is not known before its answer
  | 'terkirim'
  | 'tanpa-alamat'
  | 'gagal' // refused for good, or too often
  | 'tidak-pasti'; // the answer never came: not sent again, since it may have been

/** One mail for one event and person. No address and no name: those are looked up when it is sent. */
export type TabelSurelKeluar = {
  readonly urut: Generated<number>;
  readonly peristiwa: string; // id of the event since which it waits
  readonly penerima: string; // subject id
  readonly pemda: string;
  readonly jabatan: string; // key of the office
  readonly sebutan: string;
  readonly hal: string; // what waits, as one sentence
  readonly sejak: string;
  readonly status: StatusSurel;
  readonly coba: number;
  readonly nanti: string; // not before; while mengirim: since
  readonly sebab: string | null;
};
type TabelSurelKemajuan = { readonly nama: string; readonly posisi: number };
export type TabelSurel = {
  readonly surel_keluar: TabelSurelKeluar;
  readonly surel_kemajuan: TabelSurelKemajuan;
};

export const MIGRASI_SUREL: Readonly<Record<string, Migrasi>> = {
  '2026-11-22-30-surel': async ({ schema }, { nomor, nomorBaru }) => {
    await schema
      .createTable('surel_keluar')
      .addColumn('urut', nomor, nomorBaru)
      .addColumn('peristiwa', 'text', (k) => k.notNull())
      .addColumn('penerima', 'text', (k) => k.notNull())
      .addColumn('pemda', 'text', (k) => k.notNull())
      .addColumn('jabatan', 'text', (k) => k.notNull())
      .addColumn('sebutan', 'text', (k) => k.notNull())
      .addColumn('hal', 'text', (k) => k.notNull())
      .addColumn('sejak', 'text', (k) => k.notNull())
      .addColumn('status', 'text', (k) => k.notNull())
      .addColumn('nanti', 'text', (k) => k.notNull())
      .addColumn('coba', 'integer', (k) => k.notNull())
      .addColumn('sebab', 'text')
      .addUniqueConstraint('surel_keluar_sekali', ['peristiwa', 'penerima'])
      .execute();
    await schema.createIndex('surel_keluar_antri').on('surel_keluar').columns(['status', 'nanti']).execute();
    await schema
      .createTable('surel_kemajuan')
      .addColumn('nama', 'text', (k) => k.primaryKey())
      .addColumn('posisi', 'bigint', (k) => k.notNull())
      .execute();
  },
};
