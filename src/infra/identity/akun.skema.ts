import type { Migrasi } from './skema.js';

/** Who may come in. `nama` is what is typed at the door; it may be a person's, so it stands nowhere else. */
type TabelAkun = {
  readonly id: string; // the actor of events: random
  readonly nama: string;
  readonly subjek: string | null; // the person of the events
  readonly keadaan: 'aktif' | 'nonaktif';
  readonly sandi: string | null; // scrypt, with its parameters; null until a link was used
  readonly totp: Uint8Array | null; // wrapped with the master key
  readonly totp_calon: Uint8Array | null; // shown, not confirmed yet
  readonly totp_langkah: number; // the newest step that was used: a code works once
  readonly percobaan: number; // wrong in a row
  readonly terkunci: string | null; // until when
  readonly dibuat: string;
};

/** A function that an account acts in without holding the office. */
type TabelTugas = {
  readonly akun: string;
  readonly jabatan: string; // key of the office
  readonly peran: string;
  readonly pemda: string;
  readonly opd: string;
  readonly sebutan: string;
};

type TabelSesi = {
  readonly sidik: string; // SHA-256 of the id that the cookie holds
  readonly akun: string;
  readonly jabatan: string | null; // key of the office it acts in; null: not chosen yet
  readonly dibuat: string;
  readonly dilihat: string;
  readonly terbukti: string | null; // when password (and code) were last given again
  readonly terbukti_totp: number; // 1: with a code
};

/** Printed once, used once. `akun` is null for the one that makes the first account. */
type TabelTautan = {
  readonly sidik: string;
  readonly jenis: 'awal' | 'sandi';
  readonly akun: string | null;
  readonly sampai: string;
};

/** Wrapped with the master key, so that a start with another key is refused before anything is lost. */
type TabelTandaKunci = { readonly id: number; readonly isi: Uint8Array };

export type TabelIdentitasAkun = {
  readonly akun: TabelAkun;
  readonly akun_tugas: TabelTugas;
  readonly sesi: TabelSesi;
  readonly tautan: TabelTautan;
  readonly tanda_kunci: TabelTandaKunci;
};

const tabelAkun: Migrasi = async ({ schema }, { bita }) => {
  await schema
    .createTable('akun')
    .addColumn('id', 'text', (k) => k.primaryKey())
    .addColumn('nama', 'text', (k) => k.notNull().unique())
    .addColumn('subjek', 'text')
    .addColumn('keadaan', 'text', (k) => k.notNull())
    .addColumn('sandi', 'text')
    .addColumn('totp', bita)
    .addColumn('totp_calon', bita)
    .addColumn('totp_langkah', 'integer', (k) => k.notNull())
    .addColumn('percobaan', 'integer', (k) => k.notNull())
    .addColumn('terkunci', 'text')
    .addColumn('dibuat', 'text', (k) => k.notNull())
    .execute();
  await schema
    .createTable('akun_tugas')
    .addColumn('akun', 'text', (k) => k.notNull().references('akun.id'))
    .addColumn('jabatan', 'text', (k) => k.notNull())
    .addColumn('peran', 'text', (k) => k.notNull())
    .addColumn('pemda', 'text', (k) => k.notNull())
    .addColumn('opd', 'text', (k) => k.notNull())
    .addColumn('sebutan', 'text', (k) => k.notNull())
    .addPrimaryKeyConstraint('akun_tugas_kunci', ['akun', 'jabatan'])
    .execute();
};

const tabelSesi: Migrasi = async ({ schema }) => {
  await schema
    .createTable('sesi')
    .addColumn('sidik', 'text', (k) => k.primaryKey())
    .addColumn('akun', 'text', (k) => k.notNull().references('akun.id'))
    .addColumn('jabatan', 'text')
    .addColumn('dibuat', 'text', (k) => k.notNull())
    .addColumn('dilihat', 'text', (k) => k.notNull())
    .addColumn('terbukti', 'text')
    .addColumn('terbukti_totp', 'integer', (k) => k.notNull())
    .execute();
  await schema.createIndex('sesi_akun').on('sesi').columns(['akun']).execute();
};

const tabelTautan: Migrasi = async ({ schema }, { bita }) => {
  await schema
    .createTable('tautan')
    .addColumn('sidik', 'text', (k) => k.primaryKey())
    .addColumn('jenis', 'text', (k) => k.notNull())
    .addColumn('akun', 'text', (k) => k.references('akun.id'))
    .addColumn('sampai', 'text', (k) => k.notNull())
    .execute();
  await schema
    .createTable('tanda_kunci')
    .addColumn('id', 'integer', (k) => k.primaryKey())
    .addColumn('isi', bita, (k) => k.notNull())
    .execute();
};

export const MIGRASI_AKUN: Readonly<Record<string, Migrasi>> = {
  '2026-11-22-10-akun': tabelAkun,
  '2026-11-22-11-sesi': tabelSesi,
  '2026-11-22-12-tautan': tabelTautan,
};
