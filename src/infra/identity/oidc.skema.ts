import type { Migrasi } from './skema.js';

/** Whose account a person of the provider has: by issuer and sub, which are never given to another (OIDC Core 5.7). */
type TabelAkunOidc = {
  readonly penerbit: string;
  readonly sub: string;
  readonly akun: string;
  readonly dibuat: string;
};

/**
 * Somebody who went to the provider and is expected back: once, in the browser that went. Worth nothing without the
 * cookie, of which only the fingerprint stands here.
 */
type TabelPermintaanOidc = {
  readonly sidik: string; // SHA-256 of what the cookie holds
  readonly tujuan: 'masuk' | 'tautkan' | 'bukti';
  readonly sesi: string | null; // `sidik` of the session that asked
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly dibuat: string;
  readonly sampai: string;
};

export type TabelOidc = {
  readonly akun_oidc: TabelAkunOidc;
  readonly oidc_permintaan: TabelPermintaanOidc;
};

export const MIGRASI_OIDC: Readonly<Record<string, Migrasi>> = {
  '2026-11-22-13-oidc': async ({ schema }) => {
    await schema
      .createTable('akun_oidc')
      .addColumn('penerbit', 'text', (k) => k.notNull())
      .addColumn('sub', 'text', (k) => k.notNull())
      .addColumn('akun', 'text', (k) => k.notNull().references('akun.id').onDelete('cascade'))
      .addColumn('dibuat', 'text', (k) => k.notNull())
      .addPrimaryKeyConstraint('akun_oidc_kunci', ['penerbit', 'sub'])
      .addUniqueConstraint('akun_oidc_satu', ['akun', 'penerbit'])
      .execute();
    await schema
      .createTable('oidc_permintaan')
      .addColumn('sidik', 'text', (k) => k.primaryKey())
      .addColumn('tujuan', 'text', (k) => k.notNull())
      .addColumn('sesi', 'text')
      .addColumn('state', 'text', (k) => k.notNull())
      .addColumn('nonce', 'text', (k) => k.notNull())
      .addColumn('verifier', 'text', (k) => k.notNull())
      .addColumn('dibuat', 'text', (k) => k.notNull())
      .addColumn('sampai', 'text', (k) => k.notNull())
      .execute();
  },
};
